"""References and parts: the cases of `cases/references.toml`."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.values.references import (
    follows,
    heads_list,
    is_reference,
    leading_reference,
    parts,
    reference_of,
)
from tests.support.reading import toml_cases

CASES = toml_cases("references.toml")


def of(kind: str) -> list[Any]:
    return [pytest.param(case, id=case.get("name") or repr(case["input"])) for case in CASES[kind]]


@pytest.mark.parametrize("case", of("cell"))
def test_a_reference_cell_is_kept_as_printed(case: dict[str, Any]) -> None:
    assert is_reference(case["input"])
    assert reference_of(case["input"]) == case["ref"]


@pytest.mark.parametrize("case", of("cell_reject"))
def test_a_sentence_or_name_is_no_reference(case: dict[str, Any]) -> None:
    assert not is_reference(case["input"])


@pytest.mark.parametrize("case", of("leading"))
def test_a_reference_at_the_head_is_cut_off(case: dict[str, Any]) -> None:
    found = leading_reference(case["input"])
    assert found is not None
    assert (found.ref, case["input"][found.end :]) == (case["ref"], case["rest"])


@pytest.mark.parametrize("case", of("leading_reject"))
def test_a_text_without_one_keeps_its_head(case: dict[str, Any]) -> None:
    assert leading_reference(case["input"]) is None


@pytest.mark.parametrize("case", of("parts"))
def test_marked_parts_are_found(case: dict[str, Any]) -> None:
    found = [[part.ref, case["input"][part.start : part.end].strip()] for part in parts(case["input"])]
    assert found == case["parts"]


@pytest.mark.parametrize("case", of("parts_reject"))
def test_a_text_without_marks_in_a_row_has_no_parts(case: dict[str, Any]) -> None:
    assert parts(case["input"]) == ()


@given(
    st.lists(st.sampled_from(["a)", "b)", "1.", "2.", "i)", "ii)", "trees", "and", "it;", "\n"]), max_size=12)
)
def test_parts_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = parts(text)
    assert len(found) != 1
    assert all(part.start < part.end <= len(text) for part in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("1. Open a ward 2. Recruit a nurse", True),
        ("a) Open a ward\nb) Recruit a nurse", True),
        ("1. Open a ward", False),
        ("Open a ward: a) soon; b) well", False),
        ("Open a ward", False),
        ("7. Open a ward: a) soon; b) well", False),
    ],
)
def test_a_text_that_heads_a_list_has_no_reference(text: str, is_list: bool) -> None:
    assert heads_list(text) is is_list


@pytest.mark.parametrize(
    ("before", "after", "next_"),
    [
        ("1.1", "1.2", True),
        ("a", "b", True),
        ("1.1", "1.3", False),
        ("1.9", "2.1", False),
        ("R1a", "R1b", False),
    ],
)
def test_the_next_of_a_series_follows(before: str, after: str, next_: bool) -> None:
    assert follows(before, after) is next_
