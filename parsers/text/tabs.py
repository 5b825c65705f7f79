"""Tab-separated tables: blank lines inside, rows of dashes, missing trailing cells."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.text.builder import Builder
from parsers.text.prose import mark_of
from parsers.text.rows import RawRow, is_delimiter, table

# More blank lines than this part two tables; converters leave one or two at a page end.
MAX_GAP = 2


def split(line: str) -> tuple[str, ...]:
    """Split a line at its tabs; blanks around a cell are no part of it."""
    return tuple(cell.strip() for cell in line.rstrip("\r\n").split("\t"))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell)


def _is_row(line: str) -> bool:
    return "\t" in line and bool(line.strip())


def read(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read the tab-separated table that begins at line index `at`; return how many lines it takes."""
    if not _is_row(lines[at]):
        return 0
    rows, end = _collect(lines, at)
    if _is_prose(rows):
        return 0
    block = table(builder, rows, at + 1)
    if block:
        builder.blocks.append(block)
    return end - at


def _collect(lines: Sequence[str], at: int) -> tuple[list[RawRow], int]:
    """Gather the rows of one table, over blank lines where the next row fits its width."""
    rows: list[RawRow] = []
    end, ahead = at, at
    while ahead < len(lines) and ahead - end <= MAX_GAP:
        if _is_row(lines[ahead]):
            cells = split(lines[ahead])
            if ahead > end and not _fits(rows, cells):
                break
            rows.append(RawRow(ahead + 1, cells, gap=ahead > end and bool(rows)))
            end = ahead + 1
        elif lines[ahead].strip():
            break
        ahead += 1
    return rows, end


def _fits(rows: Sequence[RawRow], cells: Sequence[str]) -> bool:
    """Tell whether a row behind a blank line has the width of the table above it."""
    if is_delimiter(cells):
        return True
    return bool(rows) and len(cells) == max(len(row.cells) for row in rows)


def _is_prose(rows: Sequence[RawRow]) -> bool:
    """Tell whether tabs only indent, or part a list mark from its line."""
    if all(_filled(row.cells) < 2 for row in rows):
        return True
    return all(
        _filled(row.cells) == 2 and row.cells[0] and mark_of(row.cells[0] + " x", strict=True) for row in rows
    )
