"""Columns of a table: the edges that its cells use, slivers left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# Narrower than one letter with the least margin (2 mm, in twentieths of a point): no column that is read.
SLIVER = 113


def column_edges(spans: Sequence[tuple[int, int, bool]], widths: Sequence[int | None]) -> dict[int, int]:
    """Number the edges of the grid that part columns.

    An edge that no cell uses parts none; the edges of a column narrower than any
    letter are one, unless one holds words: cells whose borders were drawn a hair
    apart stand in one column.

    Args:
        spans: of each cell, where it begins and ends in the grid, and whether it has words.
        widths: of each column of the grid, where the file states it.

    Returns:
        The column that begins at each used edge, from 0; the last edge is the count of columns.
    """
    used = sorted({0} | {edge for start, end, _ in spans for edge in (start, end)})
    columns: dict[int, int] = {0: 0}
    for before, edge in pairwise(used):
        columns[edge] = columns[before] + (_width(widths, before, edge) >= SLIVER)
    if not columns[used[-1]] or any(words and columns[start] == columns[end] for start, end, words in spans):
        return {edge: at for at, edge in enumerate(used)}
    return columns


def _width(widths: Sequence[int | None], start: int, end: int) -> float:
    """Return the width between two edges, without end where the file does not state it."""
    stated = widths[start:end]
    known = [width for width in stated if width is not None]
    return sum(known) if stated and len(known) == len(stated) == end - start else float("inf")
