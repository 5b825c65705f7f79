"""Rows with fewer cells than their header has labels: which labels the cells that are left belong to.

Stored copies of papers lose short cells first, references, statuses and dates, and
the rest of the row moves up to the left (survey of papers, Form of the stored text).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations

from normalise.cells import RawRow
from normalise.columns import OFFICER_ROLES, TEXT_ROLES, Column, Role
from normalise.kinds import LOOKS, Values, is_colour, is_owner, is_sentence, share, values_of
from normalise.values.statuses import lead_status
from parsers.model.words import EMPTY

# Fewer rows show no pattern.
MIN_ROWS = 2
# Tables are as wide as 12 columns; of wider ones too many labels could be the missing ones.
MAX_COLUMNS = 12
# Moving the cells must bring a whole column more under a label that it fits.
GAIN = 1.0


def put_back(columns: Sequence[Column], rows: Sequence[RawRow]) -> tuple[list[RawRow], tuple[int, ...]]:
    """Move the cells of rows that lost some under the labels that they fit.

    Returns:
        The rows, and the columns whose cells are missing; none where the cells stand
        well enough as they are, as in rows whose last cells are blank.
    """
    width = len(columns)
    told = [row for row in rows if _is_told(row)]
    used = max((row.filled()[-1] + 1 for row in told), default=0)
    stated = any(row.spanned or any(row.shades) or len(row.cells) > width for row in rows)
    if len(told) < MIN_ROWS or stated or not 2 <= used < width <= MAX_COLUMNS:
        return list(rows), ()
    values = [values_of(told, at) for at in range(used)]
    fits = [[_fit(column, one) for column in columns] for one in values]
    places = max(combinations(range(width), used), key=lambda chosen: _sum(fits, chosen))
    if _sum(fits, places) < _sum(fits, range(used)) + GAIN:
        return list(rows), ()
    missing = tuple(at for at in range(width) if at not in places and columns[at].label)
    return [_moved(row, places, width) if _is_told(row) else row for row in rows], missing


def put_back_as(columns: Sequence[Column], rows: Sequence[RawRow], missing: Collection[int]) -> list[RawRow]:
    """Move the cells of a further part of a table that lost the same columns, however few rows it has."""
    width = len(columns)
    places = [at for at in range(width) if at not in missing]
    told = [row for row in rows if _is_told(row)]
    if any(row.filled()[-1] >= len(places) for row in told):
        return list(rows)  # a part that lost nothing
    return [_moved(row, places, width) if _is_told(row) else row for row in rows]


def lost_alike(columns: Sequence[Column], rows: Sequence[RawRow], missing: Collection[int]) -> bool:
    """Tell whether rows too few to show it lost the columns that a table of the same header lost."""
    told = [row for row in rows if _is_told(row)]
    places = [at for at in range(len(columns)) if at not in missing]
    if not 0 < len(told) < MIN_ROWS or any(row.filled()[-1] >= len(places) for row in told):
        return False
    fits = [[_fit(column, values_of(told, at)) for column in columns] for at in range(len(places))]
    return _sum(fits, places) > _sum(fits, range(len(places)))


def _is_told(row: RawRow) -> bool:
    return len(row.filled()) > 1 and not row.whole


def _sum(fits: Sequence[Sequence[float]], chosen: Sequence[int]) -> float:
    return sum(fits[at][column] for at, column in enumerate(chosen))


def _fit(column: Column, values: Values) -> float:
    """Return the share of values that a column of this role may hold; nothing known of other roles."""
    if column.role in OFFICER_ROLES:
        return share(values, is_owner)
    if column.role is Role.RAG:
        return share(values, is_colour)
    if column.role is Role.STATUS and column.second:
        return share(values, lead_status)
    if column.role in TEXT_ROLES - {Role.EXTRA}:
        return share(values, is_sentence)
    looks = LOOKS.get(column.role)
    return share(values, looks) if looks else 0.0


def _moved(row: RawRow, places: Sequence[int], width: int) -> RawRow:
    cells = [EMPTY] * width
    for at, column in enumerate(places):
        cells[column] = row.cells[at] if at < len(row.cells) else EMPTY
    return replace(row, cells=tuple(cells))
