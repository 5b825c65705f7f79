"""The table layer on its own: the tables of any documents as JSON, printed or logical."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from extract.engine.task import faults_named
from extract.grids import logical_tables, printed_tables
from extract.inputs import Input, PathName, find_inputs, read_input
from extract.ledger import Box, around
from extract.pipeline import read
from parsers.errors import PaperError
from parsers.model import Cell, Layout, Place, Table, Text
from parsers.options import AS_THEY_ARE, ReadOptions


def tables_json(
    paths: PathName | Iterable[PathName],
    logical: bool,
    options: ReadOptions = AS_THEY_ARE,
    *,
    stdin: BinaryIO | None = None,
) -> list[dict[str, Any]]:
    """Read the tables of all documents that the paths name.

    Args:
        paths: files, folders to any depth, zip archives, patterns.
        logical: whether fragments are joined first; cells then also say all their pages.
        options: how files are to be read.
        stdin: where given, the path `-` stands for the list of paths in it.

    Returns:
        An object for each file, sorted by name.  One that cannot be read has no
        tables and an `error`, in one line with advice.
    """
    return [_document(given, logical, options) for given in find_inputs(paths, options.limits, stdin=stdin)]


def _document(given: Input, logical: bool, options: ReadOptions) -> dict[str, Any]:
    """Read one file; whatever goes wrong becomes its error."""
    try:
        with faults_named(given.name):
            layout = _layout(given, options)
            tables = logical_tables(layout) if logical else printed_tables(layout)
            return {"source": given.name, "tables": [table_json(one, logical=logical) for one in tables]}
    except PaperError as error:
        return {"source": given.name, "tables": [], "error": str(error)}


def _layout(given: Input, options: ReadOptions) -> Layout:
    """Read the layout of a file.

    Raises:
        PaperError: it cannot be read, or holds no words.
    """
    return read(read_input(given, options.limits), options)


def table_json(table: Table, *, logical: bool) -> dict[str, Any]:
    """Describe a table: its place, its size and a cell for every slot."""
    return {
        "page": table.place.page,
        "bbox": table.place.bbox,
        "rows": table.rows,
        "columns": table.columns,
        "cells": [_cell(cell, logical=logical) for cell in table.cells],
    }


def _cell(cell: Cell, *, logical: bool) -> dict[str, Any]:
    """Describe a cell; positions count from 1, and a cell read from a picture says how sure it is."""
    boxes = boxes_by_page(cell.text)
    page = next(iter(boxes), None)
    place = cell.place or Place(page=page, bbox=boxes.get(page) if page is not None else None)
    described: dict[str, Any] = {
        "row": cell.row + 1,
        "column": cell.column + 1,
        "row_span": cell.row_span,
        "col_span": cell.col_span,
        "text": str(cell.text),
        "page": place.page,
        "bbox": place.bbox,
        "header": cell.header,
    }
    if cell.confidence is not None:
        described["confidence"] = cell.confidence
    if cell.fill is not None:
        described["fill"] = cell.fill
    if logical:
        described |= {"pages": list(boxes), "boxes": list(boxes.values())}
    return described


def boxes_by_page(text: Text) -> dict[int, Box | None]:
    """Return the box around the words on each page, in reading order; none for forms without pages."""
    boxes: dict[int, Box | None] = {}
    for place in text.places():
        if place.page is not None:
            known = boxes.get(place.page)
            boxes[place.page] = around(known, place.bbox) if known and place.bbox else known or place.bbox
    return boxes
