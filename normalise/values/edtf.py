"""EDTF strings back to days: where a period begins, and in which order periods stand."""

from __future__ import annotations

from datetime import date

_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


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
