"""Tab-separated tables: blank lines inside, rows of dashes, missing trailing cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Item
from parsers.text.builder import Builder
from parsers.text.prose import mark_of
from parsers.text.rows import RawRow, is_delimiter, table

_NUMBERING = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
# More blank lines than this part two tables; converters leave one or two at a page end.
MAX_GAP = 2
# A reference that opens a row: "7", "2.1", "BV3", "R12a".
_KEY = re.compile(r"\(?(?:[A-Z]{0,5}[-/. ]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?|[A-Za-z])[.):]?")
# No row that was read is broken over more lines.
MAX_LINES = 40
_SENTENCE_ENDS = (".", "!", "?", "”", '"')


def split(line: str) -> tuple[str, ...]:
    """Split a line at its tabs; blanks around a cell are no part of it."""
    return tuple(cell.strip() for cell in line.rstrip("\r\n").split("\t"))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell)


def _is_row(line: str) -> bool:
    return "\t" in line and bool(line.strip())


def read(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read the tab-separated table that begins at line index `at`; return how many lines it takes."""
    if not _is_row(lines[at]) or at < builder.prose_until:
        return 0
    rows, end = _collect(lines, at)
    if not _goes_on(builder, rows) and (_is_prose(rows) or _is_heading(builder, rows)):
        builder.prose_until = end
        return 0
    block = table(builder, rows, at + 1)
    if block:
        builder.blocks.append(block)
        builder.tab_columns = block.columns
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
            gap = ahead > end and bool(rows)
            if ahead == end and _is_wrapped(rows, cells):
                rows[-1] = _unwrapped(rows[-1], cells)
            elif broken := _broken_row(rows, lines, ahead):
                rows.append(broken._replace(gap=gap))
                ahead = broken.lines[-1] - 1
            else:
                rows.append(RawRow(ahead + 1, cells, gap=gap))
            end = ahead + 1
        elif lines[ahead].strip():
            break
        ahead += 1
    return rows, end


def _broken_row(rows: Sequence[RawRow], lines: Sequence[str], at: int) -> RawRow | None:
    """Put a row together that line ends in its cells broke: its lines fill the width of the first row.

    References tell rows: it opens with one, and none of its further lines does.
    """
    cells = split(lines[at])
    width = len(rows[0].cells) if rows else 0
    if not 1 < len(cells) < width or not _KEY.fullmatch(cells[0]):
        return None
    places = [at + 1] * len(cells)
    for below in range(at + 1, min(at + MAX_LINES, len(lines))):
        first, *others = split(lines[below])
        if not first or _KEY.fullmatch(first):
            return None
        parting = " " if first[:1].islower() and not cells[-1].endswith(_SENTENCE_ENDS) else "\n"
        cells = (*cells[:-1], f"{cells[-1]}{parting}{first}", *others)
        places += [below + 1] * len(others)
        if len(cells) >= width:
            return RawRow(at + 1, cells, lines=tuple(places)) if len(cells) == width else None
    return None


def _is_wrapped(rows: Sequence[RawRow], cells: Sequence[str]) -> bool:
    """Tell whether a line end stands inside a cell: two lines make up one row of the width of the first.

    The first stops in mid-sentence, the second goes on in lower case.
    """
    if len(rows) < 2 or not rows[-1].cells[-1] or rows[-1].cells[-1].endswith(_SENTENCE_ENDS):
        return False
    width, above = len(rows[0].cells), len(rows[-1].cells)
    return above > 1 and len(cells) > 1 and above + len(cells) - 1 == width and cells[0][:1].islower()


def _unwrapped(row: RawRow, cells: Sequence[str]) -> RawRow:
    """Return a row with the rest of its last cell, and the cells behind it, from the next line."""
    return row._replace(cells=(*row.cells[:-1], f"{row.cells[-1]} {cells[0]}", *cells[1:]))


def _fits(rows: Sequence[RawRow], cells: Sequence[str]) -> bool:
    """Tell whether a row behind a blank line has the width of the table above it, and is no numbered line."""
    if is_delimiter(cells):
        return True
    width = max((len(row.cells) for row in rows), default=0)
    return len(cells) == width and (width > 3 or _is_marked(cells) == _is_marked(rows[-1].cells))


def _is_marked(cells: Sequence[str]) -> bool:
    """Tell whether cells are a number or list mark and its line."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 2 and bool(
        _NUMBERING.fullmatch(filled[0]) or mark_of(f"{filled[0]} x", strict=True)
    )


def _goes_on(builder: Builder, rows: Sequence[RawRow]) -> bool:
    """Tell whether a row is that of the table before, all but one cell blank: its tabs say so."""
    width = builder.tab_columns
    return width > 2 and any(
        len(row.cells) == width or (2 < len(row.cells) < width and row.cells[-1][:1].islower())
        for row in rows
    )


def _is_heading(builder: Builder, rows: Sequence[RawRow]) -> bool:
    """Tell whether a lone row is the next numbered heading: "5", its line, behind an item "4.1"."""
    above = next(
        (block for block in reversed(builder.blocks) if isinstance(block, Item) and block.mark), None
    )
    if len(rows) != 1 or above is None or not _is_marked(rows[0].cells):
        return False
    number, top = rows[0].cells[0].strip("."), str(above.mark).split(".")[0]
    return number.isdecimal() and top.isdecimal() and int(number) == int(top) + 1


def _is_prose(rows: Sequence[RawRow]) -> bool:
    """Tell whether tabs only indent, or part a list mark from its line."""
    if all(_filled(row.cells) < 2 for row in rows):
        return True
    if any(_filled(row.cells) > 2 for row in rows):
        return False
    marks = [next(cell for cell in row.cells if cell) for row in rows if _filled(row.cells) == 2]
    if all(mark_of(f"{mark} x", strict=True) for mark in marks):
        return True
    return all(_NUMBERING.fullmatch(mark) for mark in marks) and any("." in mark for mark in marks)
