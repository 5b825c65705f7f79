"""What each form of a date means: a match of the grammar -> calendar points.

A form that names a time without placing it ("Easter 2024", "Q4 2022") gives an unplaced point: it is found,
and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from normalise.values import date_words as words
from normalise.values.date_forms import DATE
from normalise.values.month_slips import slipped_month
from normalise.values.periods import (
    Point,
    academic_year,
    financial_year,
    full_year,
    municipal_year,
    quarter,
    unplaced,
    year_point,
)

# A bare "31" behind a month that would be a year so far from the paper's own is as well a day: "March 31".
_FAR_YEARS = 7
_APRIL, _SEPTEMBER = 4, 9  # where a financial and an academic year begin


class Parts:
    """The named parts of one match, without the form's prefix; `known` is the paper's date."""

    __slots__ = ("form", "known", "match")

    def __init__(self, match: re.Match[str], known: date | None) -> None:
        """See the class."""
        self.match, self.form, self.known = match, match.lastgroup or "", known

    def get(self, name: str) -> str | None:
        """Return the words of a part; None where the match has none."""
        index = DATE.groupindex.get(f"{self.form}_{name}")
        return self.match[index] if index else None

    def year(self, *names: str) -> int | None:
        """Return the year of the first of these parts that is printed, "y" where none is named."""
        for name in names or ("y",):
            if digits := self.get(name):
                return full_year(digits.lstrip("'’‘"), self.known)
        return None

    def number(self, name: str) -> int:
        """Return the number of a part, 0 where it is not printed."""
        return int(self.get(name) or 0)

    def month(self) -> int:
        """Return the month, in figures, in letters or misspelt; 0 where there is none."""
        printed = (self.get("m") or "").lower()
        if printed.isdecimal():
            return int(printed)
        return words.MONTHS.get(printed) or slipped_month(printed) or 0


def _build_day(parts: Parts) -> list[Point]:
    return [Point("day", parts.year("y", "z", "x"), parts.month(), day=parts.number("d"))]


def _build_days(parts: Parts) -> list[Point]:
    [last] = _build_day(parts)
    return [replace(last, day=parts.number("e")), last]


def _build_month(parts: Parts) -> list[Point]:
    printed, year = parts.get("y") or "", parts.year()
    bare = len(printed) == 2 and not (parts.get("g") or "").strip(" \t\n")
    if bare and parts.known and int(printed) <= 31 and abs((year or 0) - parts.known.year) > _FAR_YEARS:
        return [unplaced("month")]
    return [Point("month", year, parts.month())]


def _year_pair(parts: Parts, name: str = "y") -> tuple[int | None, int | None]:
    """The printed year and, of "2021/22", the second; (None, None) without one."""
    year, second = parts.year(name), parts.get(f"{name}2")
    if year is None or second is None:
        return year, None
    if len(second) == 4:
        return year, int(second)
    century = year // 100 * 100
    return year, century + int(second) + (100 if int(second) < year % 100 - 50 else 0)  # "1999/00"


def _build_event(parts: Parts) -> list[Point]:
    """The month that stands beside an event: "Half term, February 2025"; no calendar places one alone."""
    year = parts.year("z")
    return [Point("month", year, parts.month()) if year else unplaced("event")]


def _build_month_pair(parts: Parts) -> list[Point]:
    """The month of a financial or academic year: "Feb 2024/25" is 2025 in both."""
    year, second = _year_pair(parts)
    month = parts.month()
    if year is None or second != year + 1 or _APRIL <= month < _SEPTEMBER:
        return [unplaced("month")]
    return [Point("month", second if month < _APRIL else year, month)]


def _build_quarters(parts: Parts) -> list[Point]:
    """From one quarter to another; a half of a financial year is two of them."""
    half = parts.number("h")
    first, last = (2 * half - 1, 2 * half) if half else (parts.number("q"), parts.number("r"))
    year, second = _year_pair(parts, "z" if half else "y")
    if first >= last or (half and second is None) or (second is not None and second != (year or 0) + 1):
        return [unplaced("quarter")]
    return [quarter(first, year), quarter(last, year)]


def _build_quarter(parts: Parts) -> list[Point]:
    number = _quarter_number((parts.get("q") or parts.get("n") or parts.get("o") or "").lower())
    year, second = _year_pair(parts)
    year = parts.year("w") if year is None else year
    if second is not None and second != (year or 0) + 1:
        return [unplaced("quarter")]
    if year is not None and second is None and number == 4:
        return [unplaced("quarter")]  # "Q4 2022": the January before, or the January after
    return [quarter(number, year)]


def _quarter_number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else words.NUMBERS.get(printed) or words.ORDINALS[printed]


def _build_term(parts: Parts) -> list[Point]:
    name = (parts.get("n") or "").lower()
    if name not in words.TERMS:
        return [unplaced("term")]
    month, length, in_second_year = words.TERMS[name]
    year, second = _year_pair(parts)
    if second is not None and second != (year or 0) + 1:
        return [unplaced("term")]
    if second is not None and in_second_year:
        year = second
    return [Point("term", year if year is not None else parts.year("w"), month, length)]


def _build_season(parts: Parts) -> list[Point]:
    if parts.get("t"):
        return _build_term(parts)  # "Autumn 2023 term"
    name = (parts.get("n") or "").lower()
    code, month, length = words.SEASONS[name]
    year, second = _year_pair(parts)
    if second is not None and not (month + length > 13 and second == (year or 0) + 1):
        return [unplaced("season")]  # only winter lies in two years
    return [Point("season", year if year is not None else parts.year("w"), month, length, code=code)]


_YEAR_KINDS: dict[str, Callable[[int | None], Point]] = {
    "academic": academic_year,
    "school": academic_year,
    "municipal": municipal_year,
    "council": municipal_year,
}


def _build_years(parts: Parts) -> list[Point]:
    kind = (parts.get("k") or parts.get("l") or (parts.get("a") and "academic") or "").lower()
    if parts.get("f"):
        return _build_pair(parts, kind)
    year, second = _year_pair(parts)
    printed = parts.get("y2") or ""
    if year is None or second is None:
        return []
    hyphened = "/" not in parts.match.group()
    if second == year + 1 and (kind or not (hyphened and len(printed) == 4)):
        return [_YEAR_KINDS.get(kind, financial_year)(year)]
    if second < year and hyphened and 1 <= int(printed) <= 12:
        return [Point("month", year, int(printed))]  # "2021-10"
    return [year_point(year), year_point(second)]


def _build_pair(parts: Parts, kind: str) -> list[Point]:
    """Two figures of two digits: "08/09" is a financial year, "10/22" a month, "31/03" a day.

    "10/02" is October 2002 in a paper of those years, 10 February in any other, and neither without its date.
    """
    first, second = parts.number("f"), parts.number("g")
    if second == (first + 1) % 100:
        return [_YEAR_KINDS.get(kind, financial_year)(full_year(parts.get("f") or "", parts.known))]
    if kind:
        return []
    if first > 12:
        return [Point("day", None, second, day=first)] if first <= 31 and second <= 12 else []
    year = full_year(parts.get("g") or "", parts.known)
    near = parts.known is not None and abs(year - parts.known.year) <= 10
    if first and (second > 12 or near):
        return [Point("month", year, first)]
    return [Point("day", None, second, day=first)] if parts.known and second else [unplaced("month")]


BUILDERS: dict[str, Callable[[Parts], list[Point]]] = {
    "iso": _build_day,
    "figures": _build_day,
    "figures_apart": _build_day,
    "days": _build_days,
    "dmy": _build_day,
    "mdy": _build_day,
    "my": _build_month,
    "figures_my": _build_month,
    "month_pair": _build_month_pair,
    "quarters": _build_quarters,
    "quarter": _build_quarter,
    "quarter_after": _build_quarter,
    "term": _build_term,
    "term_after": _build_term,
    "term_number": lambda _parts: [unplaced("term")],
    "event": _build_event,
    "year_kind": lambda _parts: [unplaced("year")],
    "day_pair": _build_day,
    "slip": _build_month,
    "day_slip": _build_day,
    "season": _build_season,
    "fy": _build_years,
    "year_end": lambda parts: [_YEAR_KINDS.get((parts.get("k") or "").lower(), financial_year)(None)],
    "year": lambda parts: [year_point(parts.year() or 0)],
    "month": _build_month,
}
