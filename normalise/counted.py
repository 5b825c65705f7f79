"""Recommendations that begin with their number and a blank: "1 Revise the policy", "2 Train all staff"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.cells import RawRow
from normalise.columns import Column, Role, columns_with
from normalise.kinds import MOST
from parsers.model.words import EMPTY

# "20 mph zones" over "21 new homes" may be chance; three that count on are none.
MIN_COUNT = 3
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\s+(?=[^\W\d_])")


def numbers_apart(
    columns: Sequence[Column], rows: Sequence[RawRow]
) -> tuple[tuple[Column, ...], list[RawRow]]:
    """Set numbers that count recommendations in a column of their own, where no column is of references.

    Args:
        columns: the columns of the table.
        rows: its rows, of its width.
    """
    told = columns_with(columns, Role.RECOMMENDATION) or columns_with(columns, Role.ACTION)
    if not told or columns_with(columns, Role.REF, Role.ACTION_REF):
        return tuple(columns), list(rows)
    at = told[0]
    filled = [str(row.cells[at]) for row in rows if row.cells[at] and not row.whole and at not in row.spanned]
    numbers = [int(found["number"]) for text in filled if (found := _NUMBERED.match(text))]
    counts = all(other - one == 1 for one, other in pairwise(numbers))
    if len(numbers) < MIN_COUNT or not counts or len(numbers) < MOST * len(filled):
        return tuple(columns), list(rows)
    return (*columns[:at], Column("", Role.REF), *columns[at:]), [_parted(row, at) for row in rows]


def _parted(row: RawRow, at: int) -> RawRow:
    text = row.cells[at]
    found = None if row.whole else _NUMBERED.match(str(text))
    parts = (text.cut(*found.span("number")), text.cut(found.end())) if found else (EMPTY, text)
    spanned = {column + (column >= at) for column in row.spanned} | ({at} if at in row.spanned else set())
    shades = (*row.shades[:at], None, *row.shades[at:]) if row.shades else ()
    cells = (*row.cells[:at], *parts, *row.cells[at + 1 :])
    return replace(row, cells=cells, spanned=frozenset(spanned), shades=shades)
