"""Cells whose shade is a colour of a traffic light; stripes, headers and tints are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from normalise.values.colours import colour_of
from parsers.model import Cell, Place, Table


class Shade(NamedTuple):
    """The colour of a cell's shade, and where the cell stands."""

    colour: str
    place: Place


Shades = tuple[Shade | None, ...]


def shades_of(table: Table, slots: Sequence[Sequence[Cell]]) -> list[Shades]:
    """Return what the shades of each row say, for the slots of a table.

    A shade that more than half of a row has is that of the row: a header, a stripe, a
    band.  One that a whole column has, its label as well, is that of the column.
    """
    if not any(cell.fill for cell in table.cells):
        return [()] * len(slots)
    tinted = {column for column in range(table.columns) if _is_tinted([row[column] for row in slots])}
    return [_row_shades(table.number, row, at, tinted) for at, row in enumerate(slots)]


def _is_tinted(column: Sequence[Cell]) -> bool:
    return bool(column[0].text) and len(column) > 1 and len({cell.fill for cell in column}) == 1


def _row_shades(table: int, row: Sequence[Cell], at: int, tinted: set[int]) -> Shades:
    fills = [cell.fill for cell in row]
    found: list[Shade | None] = []
    for column, cell in enumerate(row):
        own = cell.fill and cell.column == column and column not in tinted
        colour = (
            colour_of(cell.fill) if own and cell.fill and 2 * fills.count(cell.fill) <= len(row) else None
        )
        place = cell.place or Place(table=table, row=at + 1, column=column + 1)
        found.append(Shade(colour, place) if colour else None)
    return tuple(found)


def joined_shades(above: Shades, below: Shades) -> Shades:
    """Return the shades of two parts of a row; none where they differ."""
    if not above or not below:
        return above or below
    return tuple(
        upper or lower if upper is None or lower is None or upper.colour == lower.colour else None
        for upper, lower in zip(above, below, strict=True)
    )
