"""A document's logical tables as grids: fragments joined, rows whole, spans given back.

A grid is a `Table` of the layout again, so that printed and logical tables are
written by the same code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.block_entries import joined
from extract.findings import Findings
from extract.ledger import Ledger
from extract.values import Reader
from normalise.columns import Column
from normalise.document import read_document
from normalise.elements import (
    BlockTable,
    Element,
    Entry,
    Legend,
    OtherTable,
    PairTable,
    PriorityTable,
    RecordTable,
)
from normalise.logical_rows import LogicalRow, RowKind
from parsers.model import Cell, Layout, Place, Table, Text, Word
from parsers.model.words import EMPTY


def printed_tables(layout: Layout) -> Iterator[Table]:
    """Yield the tables as they are printed, in reading order."""
    return (block for block in layout.blocks if isinstance(block, Table))


def logical_tables(layout: Layout) -> Iterator[Table]:
    """Yield the tables of a paper after their fragments are joined, in reading order."""
    document = read_document(layout)
    reader = Reader(Ledger(layout), Findings(), document, None, None)
    printed = {table.number: table for table in printed_tables(layout)}
    number = 0
    for element in document.elements:
        grid = _grid(element, printed, reader)
        if grid is not None:
            number += 1
            yield replace(grid, number=number)


def _grid(element: Element, printed: Mapping[int, Table], reader: Reader) -> Table | None:
    """Make the grid of an element; None where it is no table."""
    if isinstance(element, RecordTable):
        return record_grid(element)
    if isinstance(element, BlockTable):
        return block_grid(joined(element.entries, reader)) if element.numbers else None
    return as_printed(texts_of(element), printed)


def texts_of(element: Element) -> list[Text]:
    """List the texts of a table that is left as it is printed; none of prose."""
    if isinstance(element, PairTable):
        return [text for entry in element.entries for text in (entry.label, entry.value)]
    if isinstance(element, PriorityTable):
        return [element.label, *(text for tick in element.ticks for text in (tick.text, tick.mark))]
    if isinstance(element, Legend):
        return list(element.texts)
    return [text for row in element.rows for text in row] if isinstance(element, OtherTable) else []


# Records


def record_grid(table: RecordTable) -> Table:
    """Make a grid of a record table: titles, the header, then a row for each logical row."""
    width = len(table.columns)
    labels = [column.label for column in table.columns]
    cells = [Cell(at, 0, title, col_span=width, header=True) for at, title in enumerate(table.titles)]
    top = len(table.titles)
    if any(labels):
        cells += [
            Cell(top, at, _label(column, table.labels), header=True)
            for at, column in enumerate(table.columns)
        ]
        top += 1
    cells += _record_cells(table.rows, width, top)
    return _table(top + len(table.rows), width, cells)


def _label(column: Column, printed: Sequence[Text]) -> Text:
    """Return the printed text of a label; a label taken from another table stands nowhere in this one."""
    found = next((text for text in printed if str(text) == column.label), None)
    words = column.label.split()
    return found if found is not None else Text(tuple(Word(word, -1, " ", Place()) for word in words))


def _record_cells(rows: Sequence[LogicalRow], width: int, top: int) -> list[Cell]:
    """Make the cells of logical rows; one that rows share is one cell over all of them."""
    cells: list[Cell] = []
    above: dict[int, int] = {}  # column -> place in `cells` of the cell that the next row may share
    for at, row in enumerate(rows, start=top):
        if row.kind is RowKind.BAND:
            cells.append(Cell(at, 0, next(filter(None, row.cells), EMPTY), col_span=width))
            above = {}
            continue
        shared = row.merged | row.parts[0].spanned
        for column, text in enumerate(row.cells):
            place = above.get(column)
            if place is not None and column in shared and cells[place].text == text:
                cells[place] = replace(cells[place], row_span=cells[place].row_span + 1)
            else:
                above[column] = len(cells)
                cells.append(Cell(at, column, text))
    return cells


# Labels and values


def block_grid(entries: Sequence[Entry]) -> Table:
    """Make a grid of labels and their whole values."""
    cells = []
    for at, entry in enumerate(entries):
        cells += [Cell(at, 0, entry.label, header=bool(entry.label)), Cell(at, 1, entry.value)]
    return _table(len(entries), 2, cells)


# As printed


def as_printed(texts: Sequence[Text], printed: Mapping[int, Table]) -> Table | None:
    """Return the rows of the printed table in which texts stand; None where they stand in none."""
    places = [place for text in texts for place in text.places() if place.table and place.row]
    if not places:
        return None
    table = printed[places[0].table or 0]
    rows = [place.row or 1 for place in places if place.table == table.number]
    return _part(table, min(rows) - 1, max(rows))


def _part(table: Table, first: int, end: int) -> Table:
    """Cut rows out of a table; a cell that reaches over an edge is cut there."""
    cells = []
    for cell in table.cells:
        start, stop = max(cell.row, first), min(cell.row + cell.row_span, end)
        if start < stop:
            cells.append(replace(cell, row=start - first, row_span=stop - start))
    return _table(end - first, table.columns, cells)


def _table(rows: int, columns: int, cells: Sequence[Cell]) -> Table:
    """Make a table that stands where its first words do."""
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    places = (cell.text.place for cell in ordered if cell.text)
    first = next((place for place in places if place and place != Place()), Place())
    return Table(0, rows, columns, ordered, place=Place(first.page, first.line, first.table))
