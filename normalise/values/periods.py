"""Calendar arithmetic of dates as papers print them: points, periods, spans.

A `Point` is what the words name (a month, a quarter, a school term …), perhaps without its year. A `Period`
is the point with its year: EDTF (ISO 8601-2, level 1) and first and last day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

_LEAP_YEAR = 2000  # every day that any year has
_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # what a paper means by a year: "2203" and "202" are slips of the pen
_CENTURY_WINDOW = 50
_PIVOT = 68  # of two-digit years where nothing else tells the century: 00–68 are 2000s, as in POSIX
_PRECISION = {"municipal_year": "span", "week_ending": "week"}


@dataclass(frozen=True, slots=True)
class Point:
    """One calendar unit as named by words.

    Attributes:
        unit: day, week, week_ending, month, quarter, season, term, year, financial_year, academic_year,
            municipal_year.
        year: The year in which the unit starts; None where the words give none.
        month: First month, counted from January of `year`: the fourth financial quarter starts in month 13.
            0 where the words name a unit that cannot be placed.
        length: Number of months.
        day: Day of the month, of days and weeks.
        code: EDTF code of a season.
    """

    unit: str
    year: int | None
    month: int = 1
    length: int = 1
    day: int = 0
    code: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A resolved date: EDTF, first and last day, precision; an open end has no last day."""

    edtf: str
    earliest: date
    latest: date | None
    precision: str


def year_point(year: int) -> Point:
    """A calendar year."""
    return Point("year", year, 1, 12)


def financial_year(year: int | None) -> Point:
    """The financial year that starts in April of `year`."""
    return Point("financial_year", year, 4, 12)


def academic_year(year: int | None) -> Point:
    """The academic year that starts in September of `year`."""
    return Point("academic_year", year, 9, 12)


def municipal_year(year: int | None) -> Point:
    """From one annual council meeting to the next, both in May (Local Government Act 1972, Schedule 12)."""
    return Point("municipal_year", year, 5, 13)


def quarter(number: int, year: int | None) -> Point:
    """A quarter of the financial year that starts in April of `year`."""
    return Point("quarter", year, 1 + 3 * number, 3)


def unplaced(unit: str) -> Point:
    """A unit that the words name without saying which."""
    return Point(unit, None, 0)


def full_year(digits: str, known: date | None) -> int:
    """A printed year as a number, the century of a two-digit one from the paper's date or the POSIX pivot."""
    year = int(digits)
    if len(digits) > 2:
        return year
    if known is None:
        return year + (2000 if year <= _PIVOT else 1900)
    year += known.year // 100 * 100
    if year - known.year > _CENTURY_WINDOW:
        return year - 100
    return year + 100 if known.year - year > _CENTURY_WINDOW else year


def exists(point: Point) -> bool:
    """Whether the calendar has the point in its year, or in any year where it names none."""
    if point.year is not None and not _FIRST_YEAR <= point.year <= _LAST_YEAR:
        return False
    if point.unit not in ("day", "week", "week_ending"):
        return point.unit != "month" or point.month <= 12
    year = _LEAP_YEAR if point.year is None else point.year
    return 1 <= point.month <= 12 and 1 <= point.day <= monthrange(year, point.month)[1]


def period_of(first: Point, last: Point | None = None) -> Period | None:
    """The period of a point, or of the span from one to another; None without a year or a day that exists."""
    if last is not None:
        return _span(first, last)
    if not _placed(first):
        return None
    earliest, latest = _bounds(first)
    precision = _PRECISION.get(first.unit, first.unit)
    if first.unit == "season":
        return Period(f"{first.year}-{first.code}", earliest, latest, precision)
    start, end = _edge(first, final=False), _edge(first, final=True)
    return Period(start if start == end else f"{start}/{end}", earliest, latest, precision)


def starts(point: Point) -> date | None:
    """The first day of a point, None where it has no year."""
    return _bounds(point)[0] if _placed(point) else None


def next_after(known: date, first: Point, last: Point | None = None) -> tuple[Point, Point | None] | None:
    """A yearless point or span in the first year in which it ends after `known`; None where there is none."""
    for year in range(known.year - 2, known.year + 9):
        begin, end = replace(first, year=year), last
        if last is not None:
            end = replace(last, year=year + (last.month < first.month))
        period = period_of(begin, end)
        if period and period.latest and period.latest > known:
            return begin, end
    return None


def shifted(point: Point, amount: int, unit: str) -> Point | None:
    """A day or month moved on by days (D), weeks, months or years (Y); None where that is no exact point."""
    if not _placed(point) or point.unit not in ("day", "month") or point.year is None:
        return None
    if unit in "MY":
        count = point.year * 12 + point.month - 1 + amount * (12 if unit == "Y" else 1)
        moved = replace(point, year=count // 12, month=count % 12 + 1)
        if moved.unit == "day":
            moved = replace(moved, day=min(moved.day, monthrange(count // 12, moved.month)[1]))
        return moved
    if point.unit == "day" and unit in "DW":
        day = _bounds(point)[0] + timedelta(days=amount * (7 if unit == "W" else 1))
        return Point("day", day.year, day.month, day=day.day)
    return None


def _placed(point: Point) -> bool:
    return point.year is not None and point.month > 0 and exists(point)


def _span(first: Point, last: Point) -> Period | None:
    if not (_placed(first) and _placed(last)):
        return None
    earliest, latest = _bounds(first)[0], _bounds(last)[1]
    if earliest > latest:
        return None
    return Period(f"{_edge(first, final=False)}/{_edge(last, final=True)}", earliest, latest, "span")


def _bounds(point: Point) -> tuple[date, date]:
    year = point.year or 0
    if point.day:
        day = date(year, point.month, point.day)
        if point.unit == "week":
            return day, day + timedelta(days=6)
        return (day - timedelta(days=6) if point.unit == "week_ending" else day), day
    first = year * 12 + point.month - 1
    last_year, last_month = divmod(first + point.length - 1, 12)
    start = date(first // 12, first % 12 + 1, 1)
    return start, date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def _edge(point: Point, *, final: bool) -> str:
    day = _bounds(point)[final]
    if point.day:
        return day.isoformat()
    return f"{day.year:04d}" if point.unit == "year" else f"{day.year:04d}-{day.month:02d}"
