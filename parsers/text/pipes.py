"""Pipe tables: with and without outer pipes, ragged, with stray rows of dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.text.builder import Builder
from parsers.text.rows import RawRow, is_delimiter, table

_PIPE = re.compile(r"(?<!\\)\|")


def pieces(line: str) -> list[str]:
    """Split a line at each unescaped pipe: one piece more than there are pipes."""
    return [piece.replace("\\|", "|") for piece in _PIPE.split(line)]


def split(line: str, *, outer: bool = True) -> tuple[str, ...]:
    """Split a line at its unescaped pipes; outer pipes open and close nothing.

    In a table that is printed without outer pipes a leading one parts a blank
    first cell from the rest.
    """
    cells = pieces(line.strip())
    if cells and outer and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(cells)


def _pipes(line: str) -> int:
    return len(_PIPE.findall(line))


def _has_outer(line: str) -> bool:
    return line.lstrip().startswith("|")


def _opens(builder: Builder, lines: Sequence[str], at: int) -> bool:
    """Tell whether a table begins here.

    Outer pipes, dashes below, two lines of as many pipes, or the width of the table before.
    """
    pipes = _pipes(lines[at])
    if not pipes:
        return False
    if _has_outer(lines[at]):
        return pipes > 1
    if pipes > 1 and len(split(lines[at])) == builder.pipe_columns:
        return True
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(_pipes(below)) and (is_delimiter(split(below)) or (pipes > 1 and _pipes(below) == pipes))


def read(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read the pipe table that begins at line index `at`; return how many lines it takes."""
    if "|" not in lines[at] or not _opens(builder, lines, at):
        return 0
    end, outer = at, _is_outer(builder, lines, at)
    rows: list[RawRow] = []
    while end < len(lines) and lines[end].strip():
        if outer and rows and _is_wrapped(lines, end):
            rows[-1] = _wrapped(rows[-1], lines[end])
        elif _pipes(lines[end]):
            rows.append(RawRow(end + 1, split(lines[end], outer=outer)))
        else:
            break
        end += 1
    block = table(builder, _with_header(rows), at + 1)
    if block:
        builder.blocks.append(block)
        builder.pipe_columns = block.columns
    return end - at


def _is_outer(builder: Builder, lines: Sequence[str], at: int) -> bool:
    """Tell whether a table is printed with outer pipes.

    One row without a leading pipe says no.  Where every row has one, as where the
    first cells are blank, the width of the table before it decides.
    """
    rows = [line for line in _block(lines, at) if _pipes(line) and not is_delimiter(split(line))]
    outer = all(
        _has_outer(row) or (at and not rows[at - 1].rstrip().endswith("|") and _has_outer(rows[0]))
        for at, row in enumerate(rows)
    )
    if outer and not builder.outer_pipes:
        outer = not any(len(split(row, outer=False)) == builder.pipe_columns for row in rows)
    builder.outer_pipes = outer
    return outer


def _block(lines: Sequence[str], at: int) -> Sequence[str]:
    """Return the lines from `at` to the next blank one."""
    end = next((place for place in range(at, len(lines)) if not lines[place].strip()), len(lines))
    return lines[at:end]


def _is_wrapped(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line goes on with a row whose closing pipe is still to come."""
    above = lines[at - 1]
    return not _has_outer(lines[at]) and not above.rstrip().endswith("|") and not is_delimiter(split(above))


def _wrapped(row: RawRow, line: str) -> RawRow:
    """Add a wrapped line to the last cell of its row; cells behind it are further ones."""
    first, *rest = split(line, outer=False) or ("",)
    return row._replace(
        cells=(*row.cells[:-1], f"{row.cells[-1]}<br>{first}", *rest) if row.cells else (first, *rest)
    )


def _with_header(rows: list[RawRow]) -> list[RawRow]:
    """Mark the row over the first row of dashes as the header."""
    if len(rows) > 1 and is_delimiter(rows[1].cells):
        return [rows[0]._replace(header=True), *rows[1:]]
    return rows
