"""The colour behind each cell of a grid: that of the rectangles painted there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from parsers.pdf.content import Box, Shade
from parsers.pdf.grids import Grid, Slots

# A colour is that of a cell where it covers this share of it: borders stay free, and Word
# paints the margins and the lines of a cell one after the other.
COVERED = 0.7
# Rectangles over a table that touch more slots than this, all counted, are a drawing.
MAX_TOUCHED = 100_000


def fills(grid: Grid, shades: Sequence[Shade]) -> dict[Slots, str]:
    """Return the colour of each cell that has one; of two colours the later lies on top."""
    over = [shade for shade in shades if _shared(shade[:4], grid.box)]
    if not any(shade.colour for shade in over):
        return {}
    reached = [_reached(grid, shade) for shade in over]
    if sum(len(rows) * len(columns) for rows, columns in reached) > MAX_TOUCHED:
        return {}
    owners = {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.col_span)
    }
    painted: dict[Slots, dict[str | None, float]] = {}
    for shade, (rows, columns) in zip(over, reached, strict=True):
        for cell in {owners[row, column] for row in rows for column in columns}:
            _paint(painted.setdefault(cell, {}), shade, grid.box_of(cell))
    return {cell: colour for cell, shares in painted.items() if (colour := _most(shares))}


def painted_slots(grid: Grid, shades: Sequence[Shade]) -> set[tuple[int, int]] | None:
    """Return the slots of a grid that rectangles cover; None where these are a drawing."""
    over = (shade for shade in shades if _shared(shade[:4], grid.box))
    inner = [
        one._replace(x0=one.x0 + 1, top=one.top + 1, x1=one.x1 - 1, bottom=one.bottom - 1) for one in over
    ]
    reached = [_reached(grid, shade) for shade in inner]
    if sum(len(rows) * len(columns) for rows, columns in reached) > MAX_TOUCHED:
        return None
    return {(row, column) for rows, columns in reached for row in rows for column in columns}


def _reached(grid: Grid, shade: Shade) -> tuple[range, range]:
    """Return the rows and the columns that a rectangle touches."""
    return _between(grid.ys, shade.top, shade.bottom), _between(grid.xs, shade.x0, shade.x1)


def _between(edges: Sequence[float], start: float, end: float) -> range:
    return range(max(bisect_right(edges, start) - 1, 0), min(bisect_left(edges, end), len(edges) - 1))


def _paint(shares: dict[str | None, float], shade: Shade, box: Box) -> None:
    """Add what a rectangle covers of a cell; one that covers it hides what was there."""
    share = _shared(shade[:4], box) / max(_shared(box, box), 1.0)
    if share >= COVERED:
        shares.clear()
    shares[shade.colour] = shares.get(shade.colour, 0.0) + share


def _most(shares: dict[str | None, float]) -> str | None:
    """Return the colour that covers a cell, none where another lies beside or over it."""
    found = [colour for colour, share in shares.items() if share >= COVERED]
    return found[0] if len(found) == 1 else None


def _shared(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    return max(wide, 0.0) * max(min(one[3], other[3]) - max(one[1], other[1]), 0.0)
