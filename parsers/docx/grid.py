"""Rows and cells of a table as the file has them, and what its merges say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.docx.ooxml import (
    Element,
    attribute,
    child,
    children,
    chosen,
    name_of,
    number,
    switch,
    value,
)
from parsers.docx.runs import Change, change_of
from parsers.model.fills import fill_of

# Word draws at most 63 columns.
MAX_SPAN = 1000
# Shadings of one colour: its ground alone, or its ink all over.
_PLAIN = frozenset({"clear", "solid"})
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"})


@dataclass(slots=True)
class GridCell:
    """A cell as the file has it: its columns of the grid, and whether it goes on from above.

    Attributes:
        element: its `w:tc`.
        start: the edge of the grid at which it begins, from 0.
        end: the edge at which it ends.
        merge: "restart" or "continue" where it is part of a vertical merge.
        covered: cells that are merged into it from the right.
        fill: the colour of its own shading as `RRGGBB`.
    """

    element: Element
    start: int
    end: int
    merge: str | None = None
    covered: list[Element] = field(default_factory=list)
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table.

    Attributes:
        cells: its cells.
        header: whether pages repeat it.
        hidden: whether it is marked as hidden and not printed.
        change: who inserted or deleted it.
    """

    cells: tuple[GridCell, ...]
    header: bool = False
    hidden: bool = False
    change: Change | None = None

    @property
    def deleted(self) -> bool:
        """Whether the accepted text lacks the row."""
        return self.change is not None and self.change.deletes

    @property
    def printed(self) -> bool:
        """Whether the row is part of the table that is read."""
        return not self.deleted and not self.hidden


def grid_rows(table: Element) -> list[GridRow]:
    """Return the rows of a table, deleted ones as well."""
    rows = (_row(row) for row in _inner(table, "w:tr"))
    return [row for row in rows if row.cells]


def _inner(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, out of what wraps them."""
    for one in children(element):
        name = name_of(one)
        if name == wanted:
            yield one
        elif name in _WRAPPERS:
            yield from _inner(one, wanted)
        elif name == "mc:AlternateContent":
            content = chosen(one)
            if content is not None:
                yield from _inner(content, wanted)


def _row(row: Element) -> GridRow:
    properties = child(row, "w:trPr")
    cells: list[GridCell] = []
    at = _span(value(properties, "w:gridBefore"), least=0)
    for element in _inner(row, "w:tc"):
        cell = child(element, "w:tcPr")
        if child(cell, "w:cellDel") is not None:
            continue
        end = at + _span(value(cell, "w:gridSpan"), least=1)
        if _merge(cell, "w:hMerge") == "continue" and cells:
            cells[-1].end = end
            cells[-1].covered.append(element)
        else:
            cells.append(GridCell(element, at, end, _merge(cell, "w:vMerge"), fill=_fill(cell)))
        at = end
    header, hidden = (bool(switch(properties, name)) for name in ("w:tblHeader", "w:hidden"))
    return GridRow(tuple(cells), header, hidden, _row_change(properties))


def _row_change(properties: Element | None) -> Change | None:
    """Return who deleted a row, else who inserted it."""
    changed = [child(properties, name) for name in ("w:del", "w:ins")]
    return next((change_of(one) for one in changed if one is not None), None)


def _span(printed: str | None, least: int) -> int:
    return min(max(number(printed) or least, least), MAX_SPAN)


def _merge(properties: Element | None, kind: str) -> str | None:
    """Return "restart" or "continue" of a merge; one without a value continues."""
    found = child(properties, kind)
    return None if found is None else attribute(found, "w:val") or "continue"


def _fill(properties: Element | None) -> str | None:
    """Return the colour of a cell's own shading; None for patterns of two colours, and for a style's."""
    shading = child(properties, "w:shd")
    pattern = attribute(shading, "w:val")
    if pattern not in _PLAIN:
        return None
    printed = attribute(shading, "w:color" if pattern == "solid" else "w:fill") or ""
    return fill_of(*bytes.fromhex(printed)) if _COLOUR.fullmatch(printed) else None


def widths(table: Element) -> list[int | None]:
    """Return the width of each column of the grid, where the file states it."""
    grid = child(table, "w:tblGrid")
    if grid is None:
        return []
    return [number(attribute(one, "w:w")) for one in children(grid) if name_of(one) == "w:gridCol"]
