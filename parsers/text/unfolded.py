"""Pipe tables whose cells stand one a line, as web pages are kept: pipes still count the cells out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from parsers.text.builder import Builder
from parsers.text.pipes import pieces
from parsers.text.rows import RawRow, table

# Lines of one cell: more of them without a pipe are no cell, and the table is over.
MAX_CELL_LINES = 60
# Columns of a table; wider ones were never met, and each width that is tried costs time.
MAX_COLUMNS = 20
# Two columns and the pipe that leads their row.
MIN_WIDTH = 3


class _Cell(NamedTuple):
    """A cell up to its closing pipe; lines are indices.

    Attributes:
        text: its lines, parted by `<br>`.
        first, last: where its words begin, and where its pipe stands.
        opens, closes: whether it begins at the start of a line, and ends at the end of one.
    """

    text: str
    first: int
    last: int
    opens: bool
    closes: bool


def read(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read the unfolded table that begins at line index `at`; return how many lines it takes."""
    rows = _rows_at(builder, lines, at)
    if not rows:
        return 0
    block = table(builder, [_raw(row) for row in rows], at + 1)
    if block:
        builder.blocks.append(block)
    return rows[-1][-1].last + 1 - at


def is_there(builder: Builder, lines: Sequence[str], at: int) -> bool:
    """Tell whether an unfolded table begins at line index `at`."""
    return bool(_rows_at(builder, lines, at))


def _rows_at(builder: Builder, lines: Sequence[str], at: int) -> list[list[_Cell]]:
    """Return the rows of the unfolded table that begins at line index `at`; none is none."""
    if at < builder.folded_until or not _opens(lines[at].strip()):
        return []
    is_led = lines[at].strip() == "|"
    if is_led and at and lines[at - 1].rstrip().endswith("|"):
        return []  # a blank cell: rows that nothing leads are not counted out
    run = _cells(lines, at)
    rows = _led(run) if is_led else _counted(run)
    if not rows:
        builder.folded_until = run[-1].last + 1
    return rows


def _raw(row: Sequence[_Cell]) -> RawRow:
    return RawRow(
        row[0].first + 1,
        tuple(cell.text for cell in row),
        lines=tuple(cell.first + 1 for cell in row),
    )


def _opens(line: str) -> bool:
    """Tell whether an unfolded table may begin with a line: a lone pipe, or a row of its labels."""
    return line == "|" or (not line.startswith("|") and line.endswith("|") and len(pieces(line)) > 2)


def _cells(lines: Sequence[str], at: int) -> list[_Cell]:
    """Gather the cells from line index `at` to the last pipe of the run."""
    cells: list[_Cell] = []
    held: list[str] = []
    first, opened = at, True
    for end in range(at, len(lines)):
        *closed, rest = pieces(lines[end])
        if not closed and end - (cells[-1].last if cells else at) > MAX_CELL_LINES:
            break
        for number, piece in enumerate(closed):
            if not held:
                first, opened = end, number == 0
            text = "<br>".join(part for part in (*held, piece.strip()) if part)
            last = number == len(closed) - 1 and not rest.strip()
            cells.append(_Cell(text, first, end, opened, last))
            held = []
        if rest.strip():
            if not held:
                first, opened = end, not closed
            held.append(rest.strip())
    return cells


def _led(run: Sequence[_Cell]) -> list[list[_Cell]]:
    """Part a run of cells into rows that each begin with a lone pipe, which is no cell.

    The first row tells how wide they are where none of its labels is blank; else they
    are as wide as fits most of the run.
    """
    filled = next((at for at in range(len(run), 0, -1) if run[at - 1].text), 0)
    labels = next((at for at in range(1, filled) if not run[at].text), filled)
    best: list[list[_Cell]] = []
    widths = (max(labels, MIN_WIDTH), *range(MIN_WIDTH, min(MAX_COLUMNS + 2, filled + 1)))
    for width in widths:
        rows = list(takewhile(_is_led, _rows(run[:filled], width)))
        if len(rows) > 1 and _reach(rows) > _reach(best):
            best = rows
        if best and width == labels:
            break
    blank = run[filled:] if best and best[-1][-1] is run[filled - 1] else ()
    return [row[1:] for row in best] + [[cell] for cell in blank]


def _is_led(row: Sequence[_Cell]) -> bool:
    """Tell whether a lone pipe leads a row, and no two of its cells stand on one line."""
    lead, *cells = row
    return not lead.text and lead.opens and lead.closes and all(cell.opens for cell in cells if cell.text)


def _counted(run: Sequence[_Cell]) -> list[list[_Cell]]:
    """Part a run of cells into rows as wide as its first line, where a row is set over several lines."""
    width = sum(1 for cell in run if cell.last == run[0].last)
    rows: list[list[_Cell]] = []
    for row in _rows(run, width):
        if len(row) < width or not row[0].opens or not row[-1].closes or "<br>" in row[0].text:
            break
        rows.append(row)
    is_unfolded = any(row[0].first != row[-1].last for row in rows)
    return rows if is_unfolded and all(cell.text for cell in rows[0]) else []


def _rows(run: Sequence[_Cell], width: int) -> list[list[_Cell]]:
    return [list(run[at : at + width]) for at in range(0, len(run), width)]


def _reach(rows: Sequence[Sequence[_Cell]]) -> int:
    """Return how many cells rows take."""
    return sum(len(row) for row in rows)
