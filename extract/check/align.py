"""Which element of a found list stands for which of an expected one, both kept in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

# Elements of which less than this is alike are no pair: one is missing and the other invented.
MIN_LIKENESS = 0.2
# Longer lists are paired by place: their likenesses would be millions.
MAX_ALIGNED = 400

Pair = tuple[int | None, int | None]


def aligned(
    expected: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float]
) -> Iterator[Pair]:
    """Pair the elements of two lists so that the pairs are as alike as can be.

    Args:
        expected: the expected elements.
        found: the found ones.
        likeness: how alike two elements are, from 0 to 1.

    Returns:
        Pairs of places from 0, in the order of both lists; an element without a partner
        stands beside None.  Between two pairs, as many unlike elements on either side are
        pairs too: another value in the same place.
    """
    if max(len(expected), len(found)) > MAX_ALIGNED:
        return _by_place(range(len(expected)), range(len(found)))
    table = [[likeness(one, other) for other in found] for one in expected]
    return _with_gaps(_by_likeness(table, len(found)), len(expected), len(found))


def _by_place(expected: range, found: range) -> Iterator[Pair]:
    yield from zip_longest(expected, found)


def _with_gaps(pairs: Iterable[tuple[int, int]], height: int, width: int) -> Iterator[Pair]:
    """Add what stands between the pairs: by place where both sides hold as much, else each alone."""
    row = column = 0
    for one, other in (*pairs, (height, width)):
        rows, columns = range(row, one), range(column, other)
        if len(rows) == len(columns):
            yield from _by_place(rows, columns)
        else:
            yield from ((at, None) for at in rows)
            yield from ((None, at) for at in columns)
        if one < height and other < width:
            yield one, other
        row, column = one + 1, other + 1


def _by_likeness(table: Sequence[Sequence[float]], width: int) -> Iterator[tuple[int, int]]:
    """Walk the best path through a table of likenesses, as sequences are aligned (Needleman and Wunsch)."""
    height = len(table)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for row in range(height - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            pair = best[row + 1][column + 1] + table[row][column]
            paired = pair if table[row][column] >= MIN_LIKENESS else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < height and column < width:
        here, value = best[row][column], table[row][column]
        if value >= MIN_LIKENESS and here == best[row + 1][column + 1] + value:
            yield row, column
            row, column = row + 1, column + 1
        elif here == best[row + 1][column]:
            row += 1
        else:
            column += 1
