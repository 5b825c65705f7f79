"""Rows of raw cells -> a table block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from parsers.model import Cell, Place, Table
from parsers.text.builder import Builder

_DELIMITER_CELL = re.compile(r"\s*:?\s*(?:-{2,}|—{2,}|={2,}|-)\s*:?\s*")


class RawRow(NamedTuple):
    """The raw cells of one printed row.

    Attributes:
        line: line of the source, from 1.
        cells: raw text, markup and all.
        gap: whether the source leaves blank lines above it, inside the table.
        header: whether the form marks it as the header row.
        lines: the line of each cell, where they are not all on the first.
    """

    line: int
    cells: tuple[str, ...]
    gap: bool = False
    header: bool = False
    lines: tuple[int, ...] = ()


def is_delimiter(cells: Sequence[str]) -> bool:
    """Tell whether cells are a row of dashes, which is markup and holds no words."""
    filled = [cell for cell in cells if cell.strip()]
    return (
        bool(filled)
        and all(_DELIMITER_CELL.fullmatch(cell) for cell in filled)
        and any(len(cell.strip(" :")) > 1 for cell in filled)
    )


def table(builder: Builder, rows: Sequence[RawRow], first_line: int) -> Table | None:
    """Make a table of rows; short rows are filled with blank cells.

    Rows of dashes and blank header rows are markup and left out; None when
    nothing is left.
    """
    kept = [row for row in rows if not is_delimiter(row.cells) and any(cell.strip() for cell in row.cells)]
    if not kept:
        return None
    number, width = builder.table_number(), max(len(row.cells) for row in kept)
    cells: list[Cell] = []
    for at, row in enumerate(kept):
        for column in range(width):
            raw = row.cells[column] if column < len(row.cells) else ""
            line = row.lines[column] if column < len(row.lines) else row.line
            place = Place(line=line, table=number, row=at + 1, column=column + 1)
            cells.append(Cell(at, column, builder.text(raw, place), header=row.header))
    gaps = frozenset(at for at, row in enumerate(kept) if row.gap and at)
    return Table(number, len(kept), width, tuple(cells), gaps, Place(line=first_line, table=number))
