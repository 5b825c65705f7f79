"""EDTF back to days: where a period begins and ends, and the order of periods."""

from __future__ import annotations

from datetime import date

import pytest

from normalise.values.edtf import first_day, last_day, period_key


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-05-17", date(2023, 5, 17), date(2023, 5, 17)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023-23", date(2023, 9, 1), date(2023, 11, 30)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-04/2024-03", date(2023, 4, 1), date(2024, 3, 31)),
        ("2022/2023", date(2022, 1, 1), date(2023, 12, 31)),
        ("2023-05-01/2023-06-02", date(2023, 5, 1), date(2023, 6, 2)),
        ("2023-05/..", date(2023, 5, 1), None),
        ("../2023-05", None, date(2023, 5, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(edtf: str, first: date | None, last: date | None) -> None:
    assert first_day(edtf) == first
    assert last_day(edtf) == last


def test_periods_stand_in_order_of_their_beginning() -> None:
    periods = ["2022", "2022-12", "2023-21", "2023-04/2024-03", "2023-04-02", "2023-22", "2023-24"]
    assert sorted(reversed(periods), key=period_key) == periods


def test_a_season_stands_where_its_months_do() -> None:
    assert [period_key(f"2023-{code}") for code in (21, 22, 23, 24)] == [
        (2023, 3),
        (2023, 6),
        (2023, 9),
        (2023, 12),
    ]
