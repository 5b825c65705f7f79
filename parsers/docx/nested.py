"""Tables in tables: frames that only lay out others, and tables that are the value of a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.oxml import OxmlElement

from parsers.docx.grid import GridCell, GridRow, grid_rows
from parsers.docx.ooxml import Element, has_text, name_of
from parsers.docx.reading import flow

# A label and its value.
PAIR = 2
# Columns of the grid are parted in so many, which most counts of inner columns divide.
PARTS = 60


def is_frame(rows: Sequence[GridRow]) -> bool:
    """Tell whether a table only lays out others: a row fills one cell, or sets tables side by side."""
    cells = [[cell.element for cell in row.cells] for row in rows]
    filled = [[one for one in row if _holds_table(one) or has_text(one)] for row in cells]
    framed = all(len(row) <= 1 or all(map(tables_alone, row)) for row in filled)
    return framed and any(_holds_table(one) for row in filled for one in row)


def _holds_table(cell: Element) -> bool:
    return any(name_of(one) == "w:tbl" for one in flow(cell))


def tables_alone(cell: Element) -> list[Element]:
    """Return the tables of a cell that holds nothing else, else nothing."""
    content = list(flow(cell))
    others = (one for one in content if name_of(one) != "w:tbl")
    return [] if any(map(has_text, others)) else [one for one in content if name_of(one) == "w:tbl"]


def spread(rows: Sequence[GridRow]) -> list[GridRow]:
    """Set the rows of inner tables beside the label whose value they are, as a page shows them.

    The label spans them. Rows of more than a label and a value are left as they are.
    """
    inner = [_inner(row) for row in rows]
    if not any(inner):
        return list(rows)
    return [
        part
        for row, table in zip(rows, inner, strict=True)
        for part in (_spread(row, *table) if table else (_scaled(row),))
    ]


def _inner(row: GridRow) -> tuple[GridCell, list[GridRow]] | None:
    """Return the cell of a row that is an inner table, and the rows of that; None where there is none."""
    if len(row.cells) != PAIR or not row.printed:
        return None
    label, value = row.cells
    tables = tables_alone(value.element)
    if len(tables) != 1 or not has_text(label.element):
        return None
    rows = [one for one in grid_rows(tables[0]) if one.printed]
    return (value, rows) if len(rows) > 1 and all(len(one.cells) > 1 for one in rows) else None


def _spread(row: GridRow, outer: GridCell, rows: Sequence[GridRow]) -> Iterator[GridRow]:
    columns = max(cell.end for one in rows for cell in one.cells)
    for at, one in enumerate(rows):
        label = _scaled(row).cells[0]
        merged = (
            replace(label, merge=label.merge or "restart")
            if not at
            else replace(label, element=OxmlElement("w:tc"), merge="continue")
        )
        cells = (
            replace(cell, start=_edge(outer, cell.start, columns), end=_edge(outer, cell.end, columns))
            for cell in one.cells
        )
        yield replace(one, cells=(merged, *cells), header=False, change=row.change or one.change)


def _edge(outer: GridCell, at: int, columns: int) -> int:
    """Return where an edge of an inner grid stands in the parted outer one."""
    wide = (outer.end - outer.start) * PARTS
    return outer.start * PARTS + wide * at // columns


def _scaled(row: GridRow) -> GridRow:
    cells = (replace(cell, start=cell.start * PARTS, end=cell.end * PARTS) for cell in row.cells)
    return replace(row, cells=tuple(cells))
