"""Calendar units to periods: edges, spans, years of two digits, the year that is near."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.values.dated_heads import quarter_in
from normalise.values.periods import (
    Period,
    Point,
    academic_year,
    exists,
    financial_year,
    full_year,
    municipal_year,
    next_after,
    period_of,
    quarter,
    shifted,
    starts,
    unplaced,
    year_point,
)


def day(year: int | None, month: int, of_month: int) -> Point:
    return Point("day", year, month, day=of_month)


@pytest.mark.parametrize(
    ("point", "edtf", "first", "last", "precision"),
    [
        (day(2024, 2, 29), "2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day"),
        (Point("month", 2023, 2), "2023-02", date(2023, 2, 1), date(2023, 2, 28), "month"),
        (Point("month", 2023, 12), "2023-12", date(2023, 12, 1), date(2023, 12, 31), "month"),
        (year_point(2023), "2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        (financial_year(2023), "2023-04/2024-03", date(2023, 4, 1), date(2024, 3, 31), "financial_year"),
        (academic_year(2023), "2023-09/2024-08", date(2023, 9, 1), date(2024, 8, 31), "academic_year"),
        (municipal_year(2023), "2023-05/2024-05", date(2023, 5, 1), date(2024, 5, 31), "span"),
        (quarter(1, 2023), "2023-04/2023-06", date(2023, 4, 1), date(2023, 6, 30), "quarter"),
        (quarter(3, 2023), "2023-10/2023-12", date(2023, 10, 1), date(2023, 12, 31), "quarter"),
        (quarter(4, 2023), "2024-01/2024-03", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        (Point("season", 2023, 3, 3, code=21), "2023-21", date(2023, 3, 1), date(2023, 5, 31), "season"),
        (Point("season", 2023, 12, 3, code=24), "2023-24", date(2023, 12, 1), date(2024, 2, 29), "season"),
        (
            Point("week", 2023, 12, day=27),
            "2023-12-27/2024-01-02",
            date(2023, 12, 27),
            date(2024, 1, 2),
            "week",
        ),
        (
            Point("week_ending", 2023, 6, day=2),
            "2023-05-27/2023-06-02",
            date(2023, 5, 27),
            date(2023, 6, 2),
            "week",
        ),
    ],
)
def test_a_unit_has_its_days(point: Point, edtf: str, first: date, last: date, precision: str) -> None:
    assert period_of(point) == Period(edtf, first, last, precision)
    assert starts(point) == first


@pytest.mark.parametrize(
    "point",
    [
        Point("month", None, 5),
        unplaced("quarter"),
        Point("month", 2023, 0),
        Point("month", 2023, 13),
        day(2023, 2, 29),
        day(2023, 4, 31),
        day(2023, 13, 1),
        day(2023, 1, 0),
        Point("month", 1899, 12),
        Point("month", 2100, 1),
    ],
)
def test_what_has_no_year_or_no_such_day_has_no_period(point: Point) -> None:
    assert period_of(point) is None
    assert starts(point) is None


@pytest.mark.parametrize(
    ("point", "there"),
    [
        (day(None, 2, 29), True),
        (day(None, 2, 30), False),
        (day(None, 12, 31), True),
        (day(None, 1, 1), True),
        (Point("month", None, 12), True),
        (Point("month", None, 13), False),
        (quarter(4, None), True),
        (Point("month", 1900, 1), True),
        (Point("month", 2099, 1), True),
    ],
)
def test_a_point_without_a_year_is_one_that_any_year_has(point: Point, there: bool) -> None:
    assert exists(point) is there


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (Point("month", 2023, 5), Point("month", 2023, 7), "2023-05/2023-07"),
        (day(2023, 5, 1), day(2023, 5, 1), "2023-05-01/2023-05-01"),
        (day(2023, 5, 2), day(2023, 5, 1), None),
        (year_point(2022), year_point(2024), "2022/2024"),
        (quarter(1, 2023), quarter(4, 2023), "2023-04/2024-03"),
        (Point("month", None, 5), Point("month", 2023, 7), None),
        (Point("month", 2023, 5), Point("month", None, 7), None),
    ],
)
def test_a_span_goes_from_the_first_day_to_the_last(first: Point, last: Point, edtf: str | None) -> None:
    period = period_of(first, last)
    assert (period and period.edtf) == edtf
    if period:
        assert period.precision == "span"


@pytest.mark.parametrize(
    ("digits", "known", "year"),
    [
        ("68", None, 2068),
        ("69", None, 1969),
        ("00", None, 2000),
        ("2023", None, 2023),
        ("202", None, 202),
        ("23", date(2023, 5, 1), 2023),
        ("73", date(2023, 5, 1), 2073),
        ("74", date(2023, 5, 1), 1974),
        ("99", date(2003, 5, 1), 1999),
        ("01", date(1998, 5, 1), 2001),
        ("49", date(1998, 5, 1), 1949),
        ("47", date(1998, 5, 1), 2047),
        ("48", date(1998, 5, 1), 1948),
    ],
)
def test_the_century_is_that_nearest_to_the_paper(digits: str, known: date | None, year: int) -> None:
    assert full_year(digits, known) == year


@pytest.mark.parametrize(
    ("known", "first", "last", "begin", "end"),
    [
        (date(2023, 5, 31), Point("month", None, 6), None, 2023, None),
        (date(2023, 6, 29), Point("month", None, 6), None, 2023, None),
        (date(2023, 6, 30), Point("month", None, 6), None, 2024, None),
        (date(2023, 1, 1), day(None, 2, 29), None, 2024, None),
        (date(2096, 3, 1), day(None, 2, 29), None, None, None),
        (date(2023, 6, 1), quarter(4, None), None, 2023, None),
        (date(2023, 2, 1), quarter(4, None), None, 2022, None),
        (date(2023, 2, 1), Point("month", None, 11), Point("month", None, 3), 2022, 2023),
        (date(2023, 4, 1), Point("month", None, 11), Point("month", None, 3), 2023, 2024),
        (date(2023, 4, 1), Point("month", None, 5), Point("month", None, 5), 2023, 2023),
    ],
)
def test_a_point_without_a_year_is_the_next_that_ends_after_the_paper(
    known: date, first: Point, last: Point | None, begin: int | None, end: int | None
) -> None:
    found = next_after(known, first, last)
    assert (found and found[0].year) == begin
    assert (found and found[1] and found[1].year) == end


@pytest.mark.parametrize(
    ("point", "amount", "unit", "moved"),
    [
        (day(2023, 1, 31), 1, "M", day(2023, 2, 28)),
        (day(2023, 11, 30), 3, "M", day(2024, 2, 29)),
        (day(2023, 12, 1), 1, "M", day(2024, 1, 1)),
        (day(2024, 2, 29), 1, "Y", day(2025, 2, 28)),
        (day(2023, 12, 25), 2, "W", day(2024, 1, 8)),
        (day(2023, 12, 31), 1, "D", day(2024, 1, 1)),
        (Point("month", 2023, 11), 6, "M", Point("month", 2024, 5)),
        (Point("month", 2023, 11), 1, "Y", Point("month", 2024, 11)),
        (Point("month", 2023, 11), 10, "D", None),
        (Point("month", None, 11), 1, "M", None),
        (quarter(1, 2023), 1, "M", None),
    ],
)
def test_a_day_or_month_is_moved_by_the_calendar(
    point: Point, amount: int, unit: str, moved: Point | None
) -> None:
    assert shifted(point, amount, unit) == moved


@pytest.mark.parametrize(
    ("label", "period"),
    [("Q2", "2023-07/2023-09"), ("Q4", "2024-01/2024-03"), ("Update", None), ("Q2 and Q3", None)],
)
def test_a_quarter_alone_is_of_the_year_of_the_paper(label: str, period: str | None) -> None:
    assert quarter_in(label, 2023) == period
