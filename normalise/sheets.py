"""Printed worksheets: titles, a key and blank rows that stand in one grid with the table below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from normalise.cells import RawRow, raw_rows
from normalise.headers import find_header, is_header
from normalise.legends import table_legend
from parsers.model import Block, Cell, Paragraph, Table
from parsers.model.words import join

# Titles, a date and a key of ten steps stand over the table of a sheet; what begins lower is another table.
MAX_HEAD = 20
# The table of a sheet has this many labels; rows above it fill no more than half as many cells.
MIN_LABELS = 4


def part_sheets(blocks: Iterable[Block]) -> Iterator[Block]:
    """Part what stands over the header of a table, in the same grid, from the table."""
    for block in blocks:
        if isinstance(block, Table) and block.columns >= MIN_LABELS:
            yield from _parted(block)
        else:
            yield block


def _parted(table: Table) -> Iterator[Block]:
    if sum(bool(cell.text) for cell in takewhile(lambda one: not one.row, table.cells)) > 1:
        yield table  # it begins with no title
        return
    rows = raw_rows(_part(table, 0, min(table.rows, MAX_HEAD + 1)), page_head=False)
    head = _header_row(rows)
    if head is None or any(cell.row < head < cell.row + cell.row_span for cell in table.cells):
        yield table
        return
    for blank, run in groupby(range(head), lambda at: not rows[at].filled()):
        if not blank:
            yield from _above(table, list(run))
    yield _part(table, head, table.rows)


def _header_row(rows: Sequence[RawRow]) -> int | None:
    """Return the row of labels below the titles of a sheet; None where it has none.

    A title stands first, alone in its row. Below it stand titles, a key, or what a blank row
    parts from the labels: a label and its value right over them belong to the table.
    """
    if find_header(rows) is not None:
        return None
    for at, row in enumerate(rows):
        filled = len(row.filled())
        if at and filled >= MIN_LABELS and is_header(row.cells):
            return at if _is_head(rows[:at], filled) else None
    return None


def _is_head(rows: Sequence[RawRow], labels: int) -> bool:
    """Tell whether rows are what stands over the labels of a sheet."""
    others = [row for row in rows if len(row.filled()) > 1]
    if any(2 * len(row.filled()) > labels for row in others):
        return False
    return not others or not rows[-1].filled() or table_legend(others) is not None


def _above(table: Table, run: Sequence[int]) -> Iterator[Block]:
    """Give back rows over the header: those of one cell as lines, the rest as a table."""
    grid = table.grid()
    for at in run:
        texts = {id(cell): cell.text for cell in grid[at] if cell.text}
        if len(texts) > 1:
            yield _part(table, at, run[-1] + 1)
            return
        yield Paragraph(join(texts.values(), " "), strong=True)


def _part(table: Table, start: int, end: int) -> Table:
    """Return some rows of a table as a table."""
    cells = tuple(_moved(cell, start, end) for cell in table.cells if start <= cell.row < end)
    gaps = frozenset(at - start for at in table.gaps if start < at < end)
    return replace(table, rows=end - start, cells=cells, gaps=gaps, cut_above=table.cut_above and not start)


def _moved(cell: Cell, start: int, end: int) -> Cell:
    return replace(cell, row=cell.row - start, row_span=min(cell.row_span, end - cell.row))
