"""The date reader against the readings of `tests/cases/dates.toml`, and what holds for any text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.values import dates as reader
from tests.support.reading import text as read_cell

FOLDER = Path(__file__).parents[1] / "cases"
CELLS = tomllib.loads((FOLDER / "date_cells.toml").read_text(encoding="utf-8"))
CASES = tomllib.loads((FOLDER / "dates.toml").read_text(encoding="utf-8"))
DATE_WORDS = [
    "by",
    "31",
    "April",
    "2022",
    "Q2",
    "22/23",
    "to",
    "-",
    "Spring",
    "term",
    "ongoing",
    "w/c",
    "31/04/2022",
    "5%",
]


def plain(value: reader.DateValue) -> dict[str, Any]:
    """A value as the cases write it: dates as text, None as "null", the target's fields beside the others."""
    target = value.target
    shown: dict[str, Any] = {
        name: getattr(value, name)
        for name in (
            "raw",
            "edtf",
            "earliest",
            "latest",
            "precision",
            "role",
            "basis",
            "duration",
            "recurrence",
        )
    }
    for name in ("text", "quantity", "comparator", "unit"):
        shown[f"target_{name}"] = getattr(target, name) if target else None
    return {
        name: "null" if x is None else x.isoformat() if isinstance(x, date) else x
        for name, x in shown.items()
    }


def null(value: str | None) -> str:
    return "null" if value is None else value


def read_due(case: dict[str, Any]) -> list[dict[str, Any]]:
    text = read_cell(case["input"])
    reading = reader.read_due_cell(
        text.string, known=case.get("known"), role=case.get("role"), struck=text.struck()
    )
    assert not reading.unparsed
    return [plain(value) for value in reading.dates]


def read_action(case: dict[str, Any]) -> list[dict[str, Any]]:
    reading = reader.read_action_dates(case["input"], combined=case["combined"], known=case.get("known"))
    return [plain(value) for value in reading.dates]


def read_period(case: dict[str, Any]) -> list[dict[str, Any]]:
    label, period, printed = reader.read_period(case["input"])
    return [{"label": label, "period": null(period), "words": null(printed)}]


def read_entries(case: dict[str, Any]) -> list[dict[str, Any]]:
    text = case["input"]
    return [
        {
            "period": null(one.period),
            "words": null(one.period_label),
            "body": text[one.start : one.end].strip(),
        }
        for one in reader.split_dated_entries(text)
    ]


LISTS = {"due": read_due, "action": read_action, "period": read_period, "entries": read_entries}
SINGLES = {
    "whole": lambda text: null(reader.read_whole_date(text)),
    "stops": reader.stops_unfinished,
    "continues": lambda pair: reader.continues_date(*pair),
    "looks": reader.looks_like_date_cell,
}


def of(kinds: dict[str, Any]) -> list[Any]:
    return [
        pytest.param(case, id=f"{case['kind']}: {case['name']}")
        for case in CASES["case"]
        if case["kind"] in kinds
    ]


@pytest.mark.parametrize("case", of(LISTS))
def test_reads_as_the_contract_says(case: dict[str, Any]) -> None:
    got = LISTS[case["kind"]](case)
    judged = [{key: one.get(key) for key in want} for one, want in zip(got, case["expected"], strict=False)]
    assert (judged, len(got)) == (case["expected"], len(case["expected"]))


@pytest.mark.parametrize("case", of(SINGLES))
def test_answers_as_the_contract_says(case: dict[str, Any]) -> None:
    assert SINGLES[case["kind"]](case["input"]) == case["expected"]


@pytest.mark.parametrize(
    "case", CASES["reject"], ids=lambda case: f"{case['kind']}: {case['input'] or 'blank'}"
)
def test_finds_no_date_where_none_is(case: dict[str, Any]) -> None:
    known = date(2021, 6, 23)
    if case["kind"] == "action":
        reading = reader.read_action_dates(case["input"], combined=case["combined"], known=known)
        assert reading == reader.DateReading((), ())
        return
    reading = reader.read_due_cell(case["input"], known=known)
    assert list(reading.unparsed) == case.get("unparsed", [])
    assert all(value.edtf is None and value.duration is None for value in reading.dates)
    assert not reading.dates or case["kind"] == "undated"


def told(value: reader.DateValue, like: str) -> str:
    """A value in the notation of `date_cells.toml`, the printed words only where the expectation has them."""
    shown = [value.role, value.edtf or "-"]
    if value.basis == "inferred":
        shown.append("inferred")
    if value.edtf and value.earliest == value.latest and value.precision != "day":
        shown.append("last")
    shown += filter(None, (value.recurrence, value.duration))
    if value.target and value.target.quantity is not None:
        shown.append(f"{value.target.comparator or 'x'}{value.target.quantity}")
    if "raw: " in like:
        shown.append(f"raw: {value.raw}")
    return " ".join(shown)


def cells(kind: str) -> list[Any]:
    return [
        pytest.param(cell, expected, group["known"], id=f"{group['about']}: {cell}")
        for group in CELLS[kind]
        for cell, *expected in group["cells"]
    ]


def as_told(reading: reader.DateReading, expected: list[str]) -> list[str]:
    values = reading.dates
    if not expected:  # words of a cell that holds no date may be kept, as long as they place nothing
        values = tuple(one for one in values if one.edtf or one.duration or one.recurrence)
    likes = [*expected, *[""] * len(values)]
    shown = [told(one, like) for one, like in zip(values, likes, strict=False)]
    shown += [f"unparsed {words}" for words in reading.unparsed]
    return shown + [f"repaired {words}" for words in reading.repaired]


@pytest.mark.parametrize(("cell", "expected", "known"), cells("due"))
def test_reads_cells_as_officers_write_them(cell: str, expected: list[str], known: date) -> None:
    text = read_cell(cell)
    reading = reader.read_due_cell(text.string, known=known, struck=text.struck())
    assert as_told(reading, expected) == expected


@pytest.mark.parametrize(("cell", "expected", "known"), cells("action"))
def test_reads_dates_in_action_text(cell: str, expected: list[str], known: date) -> None:
    reading = reader.read_action_dates(cell, combined=False, known=known)
    assert as_told(reading, expected) == expected


@settings(deadline=None)
@given(st.lists(st.sampled_from(DATE_WORDS), max_size=8).map(" ".join), st.booleans())
def test_holds_for_any_words_of_dates(text: str, dated: bool) -> None:
    known = date(2021, 6, 23) if dated else None
    for value in reader.read_due_cell(text, known=known).dates:
        assert value.raw in text
        assert (value.edtf is None) == (value.earliest is None)
        if value.earliest and value.latest:
            assert value.earliest <= value.latest
    reader.continues_date(text, text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_never_fails_and_keeps_the_text_of_entries(text: str) -> None:
    reader.read_due_cell(text)
    reader.read_action_dates(text, combined=True)
    reader.read_period(text)
    entries = reader.split_dated_entries(text)
    assert entries[-1].end == len(text)
    assert all(one.start <= one.end for one in entries)
