"""Grids as rows of texts: spans made plain, blank columns dropped, cover pairs told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalise.shades import Shades, shades_of
from parsers.model import Table, Text
from parsers.model.words import EMPTY, join


@dataclass(frozen=True, slots=True)
class RawRow:
    """One printed row of a table.

    Attributes:
        cells: text of each column; a cell that spans columns stands in its first.
        spanned: columns whose cell began in a row above and reaches down to this one.
        whole: whether one cell spans the whole row.
        page_head: whether a page may begin with this row.
        cut: whether the form shows that the row above goes on in it.
        shades: the colour of each cell's shade, nothing where the form has none.
        table: number of the table, from 1.
        row: place in the table, from 1.
    """

    cells: tuple[Text, ...]
    spanned: frozenset[int] = frozenset()
    whole: bool = False
    page_head: bool = False
    table: int = 0
    row: int = 0
    cut: bool = False
    shades: Shades = ()

    def filled(self) -> list[int]:
        """Return the columns with text."""
        return [column for column, text in enumerate(self.cells) if text]

    def padded(self, width: int) -> RawRow:
        """Return the row with blank cells up to `width`."""
        missing = width - len(self.cells)
        shades = self.shades + (None,) * missing if self.shades else ()
        return replace(self, cells=self.cells + (EMPTY,) * missing, shades=shades)


def raw_rows(table: Table, *, page_head: bool) -> tuple[RawRow, ...]:
    """Return the rows of a table; `page_head` says whether its first row begins a page."""
    rows = []
    grid = table.grid()
    shades = shades_of(table, grid)
    for at, slots in enumerate(grid):
        cells, spanned = [], set()
        for column, cell in enumerate(slots):
            cells.append(cell.text if cell.column == column else EMPTY)
            if cell.row < at and cell.column == column:
                spanned.add(column)
        rows.append(
            RawRow(
                tuple(cells),
                frozenset(spanned),
                whole=table.columns > 1 and slots[0].col_span == table.columns,
                page_head=(at == 0 and page_head) or at in table.gaps,
                table=table.number,
                row=at + 1,
                cut=at == 0 and table.cut_above,
                shades=shades[at],
            )
        )
    return tuple(rows)


def width_used(rows: Sequence[RawRow]) -> int:
    """Count the columns up to the last one that any row fills."""
    return max((max(row.filled(), default=-1) + 1 for row in rows), default=0)


def value_column(row: RawRow) -> Text:
    """Return the text behind the label in a label/value row; several cells are joined by line ends."""
    return join((row.cells[column] for column in row.filled() if column), "\n")
