"""Rows that a ruled table leaves open: a line of numbers after the other in one tall cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.columns import segmented
from parsers.pdf.content import Token
from parsers.pdf.grids import FilledGrid, Grid, Slots
from parsers.pdf.lines import lines_of
from parsers.pdf.regions import Region, as_gutters
from parsers.pdf.rowing import is_statistics, numeric_starts

# A row of a ruled table holds several rows of numbers where it has this many lines at least.
MIN_LINES = 3
MIN_COLUMNS = 3


def split_rows(filled: FilledGrid) -> FilledGrid:
    """Part the rows of a grid that hold lines of numbers with no rule between them."""
    for row in range(len(filled.grid.ys) - 2, -1, -1):
        cells = [tokens for cell, tokens in filled.cells if cell.row == row and cell.row_span == 1]
        borders = _borders(filled.grid, [token for tokens in cells for token in tokens])
        if borders:
            filled = _split(filled, row, borders)
    return filled


def _borders(grid: Grid, tokens: Sequence[Token]) -> list[float]:
    """Return the heights at which the lines of a row part; none where they are no rows of their own."""
    rows = [segmented(line) for line in lines_of(token for token in tokens if not token.angle)]
    if len(rows) < MIN_LINES or len(grid.xs) <= MIN_COLUMNS:
        return []
    region = Region(tuple(rows), as_gutters(grid.xs, rows), ())
    if not is_statistics(region):
        return []
    return [(rows[at - 1].line.box[3] + rows[at].line.box[1]) / 2 for at in numeric_starts(region)]


def _split(filled: FilledGrid, row: int, borders: Sequence[float]) -> FilledGrid:
    """Part one row of a grid; cells over several rows grow by what it is parted into."""
    grid, more = filled.grid, len(borders)
    ys = (*grid.ys[: row + 1], *borders, *grid.ys[row + 1 :])
    cells: list[tuple[Slots, tuple[Token, ...]]] = []
    for cell, tokens in filled.cells:
        if cell.row > row:
            cells.append((replace(cell, row=cell.row + more), tokens))
        elif cell.row == row and cell.row_span == 1:
            cells += _parts(cell, tokens, [ys[row], *borders, ys[row + more + 1]])
        elif cell.row + cell.row_span > row:
            cells.append((replace(cell, row_span=cell.row_span + more), tokens))
        else:
            cells.append((cell, tokens))
    cells.sort(key=lambda pair: (pair[0].row, pair[0].column))
    split = replace(grid, ys=ys, cells=tuple(cell for cell, _ in cells))
    return replace(filled, grid=split, cells=tuple(cells))


def _parts(
    cell: Slots, tokens: Sequence[Token], edges: Sequence[float]
) -> list[tuple[Slots, tuple[Token, ...]]]:
    """Part a cell at the heights of its edges."""
    return [
        (
            replace(cell, row=cell.row + at),
            tuple(token for token in tokens if _stands(token, top, bottom, edges)),
        )
        for at, (top, bottom) in enumerate(pairwise(edges))
    ]


def _stands(token: Token, top: float, bottom: float, edges: Sequence[float]) -> bool:
    """Tell whether the middle of a token is between two edges, the outermost left open."""
    middle = (token.top + token.bottom) / 2
    return (top <= middle or top == edges[0]) and (middle < bottom or bottom == edges[-1])
