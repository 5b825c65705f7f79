"""EDTF strings back to days: where a period begins, and in which order periods stand."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_SEASON_MONTHS = 3


def first_day(edtf: str) -> date | None:
    """Return the first day of an EDTF date or interval; None for an open start."""
    key = period_key(edtf)
    return date(key[0], *[*(part or 1 for part in key[1:3]), 1, 1][:2]) if key else None


def period_key(edtf: str) -> tuple[int, ...]:
    """Return year, month and day at which an EDTF period begins, for sorting; empty where it has none."""
    begin = edtf.split("/")[0]
    parts = [int(part) for part in begin.split("-") if part.isdecimal()]
    if len(parts) > 1:
        parts[1] = _SEASON_MONTH.get(parts[1], parts[1])
    return tuple(parts)


def last_day(edtf: str) -> date | None:
    """Return the last day of an EDTF date or interval; None for an open end."""
    parts = [int(part) for part in edtf.split("/")[-1].split("-") if part.isdecimal()]
    if not parts:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    if day:
        return date(year, month, day)
    if month in _SEASON_MONTH:
        years, last = divmod(_SEASON_MONTH[month] + _SEASON_MONTHS - 2, 12)
        year, month = year + years, last + 1
    return date(year, month or 12, monthrange(year, month or 12)[1])
