"""Officer cells read as the contract says: cases in tests/cases/officers.toml and officer_cells.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.values.officers import (
    looks_like_officer_cell,
    read_contact,
    read_officers,
    stops_unfinished,
)

FOLDER = Path(__file__).parents[1] / "cases"
CASES = tomllib.loads((FOLDER / "officers.toml").read_text("utf-8"))
CELLS = CASES["case"] + tomllib.loads((FOLDER / "officer_cells.toml").read_text("utf-8"))["case"]
DEFAULTS = {"name": None, "role": None, "organisation": None, "kind": "person", "relation": "responsible"}
OPTIONS = ("relation", "councillors", "council")


def fold(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", CELLS, ids=lambda case: case["name"])
def test_cell(case: dict[str, Any]) -> None:
    reading = read_officers(case["input"], **{key: case[key] for key in OPTIONS if key in case})
    expected = [{**DEFAULTS, **officer} for officer in case["expected"]]
    got = [
        {key: getattr(officer, key) for key in wanted}
        for officer, wanted in zip(reading.officers, expected, strict=False)
    ]
    got += [{"extra": officer} for officer in reading.officers[len(expected) :]]
    assert got == expected
    assert list(reading.unparsed) == case.get("unparsed", [])


@pytest.mark.parametrize("case", CELLS, ids=lambda case: case["name"])
def test_nothing_is_invented(case: dict[str, Any]) -> None:
    """Every value is printed in the cell, and name and role never hold each other's words."""
    printed = fold(case["input"])
    reading = read_officers(case["input"], **{key: case[key] for key in OPTIONS if key in case})
    for officer in reading.officers:
        assert officer.raw in printed
        for value in (officer.name, officer.role, officer.organisation):
            assert value is None or (value and value in printed)
        assert officer.name or officer.role
        if officer.name and officer.role:
            assert officer.name not in officer.role
            assert officer.role not in officer.name
    for words in reading.unparsed:
        assert words in printed


WORDS = """
Ann Osei MW Cllr Mrs Head Manager Officer Lead Deputy Housing Planning Team Services Board Trust of for
and with to the review vacant TBC lead: Support: supported by reporting (AO) 2021 de la All J. Young
"""
PARTS = st.sampled_from(WORDS.split())
MARKS = st.sampled_from([" ", " ", " ", ", ", " - ", " (", ") ", "/", "; ", ": ", "\n", ". ", " & "])


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.lists(st.tuples(PARTS, MARKS), min_size=1, max_size=14, unique_by=lambda part: part[0]))
def test_any_words_in_any_order(parts: list[tuple[str, str]]) -> None:
    """Whatever the cell, values are slices of it, name and role share no word, and nobody is nameless."""
    text = "".join(word + mark for word, mark in parts)
    reading = read_officers(text)
    for officer in reading.officers:
        assert officer.raw in fold(text)
        assert officer.name or officer.role
        if officer.name and officer.role:
            assert officer.name not in officer.role
            assert officer.role not in officer.name
        for value in (officer.name, officer.role, officer.organisation):
            assert value is None or value in fold(text)
    looks_like_officer_cell(text)
    stops_unfinished(text)
    read_contact(text)


@pytest.mark.parametrize("case", CASES["looks"], ids=lambda case: case["input"] or "blank")
def test_looks_like_officer_cell(case: dict[str, Any]) -> None:
    assert looks_like_officer_cell(case["input"]) is case["officer"]


@pytest.mark.parametrize("case", CASES["contact"], ids=lambda case: case["input"] or "blank")
def test_contact(case: dict[str, Any]) -> None:
    contact = read_contact(case["input"])
    expected = {"name": None, "role": None, "email": None, "phone": None, **case["expected"]}
    assert {key: getattr(contact, key) for key in expected} == expected


@pytest.mark.parametrize("case", CASES["unfinished"], ids=lambda case: case["input"] or "blank")
def test_stops_unfinished(case: dict[str, Any]) -> None:
    assert stops_unfinished(case["input"]) is case["unfinished"]
