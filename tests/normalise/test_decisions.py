"""The executive's answer: the cases of `cases/decisions.toml`."""

from __future__ import annotations

from typing import Any

import pytest

from normalise.values.decisions import read_decision
from normalise.values.resolutions import read_resolutions
from tests.support.reading import toml_cases

CASES = toml_cases("decisions.toml")


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["input"])
def test_an_answer_has_its_decision_and_its_reason(case: dict[str, Any]) -> None:
    decision = read_decision(case["input"])
    assert decision is not None
    assert decision.status == case["status"]
    assert decision.reason == case.get("reason")


@pytest.mark.parametrize("case", CASES["reject"], ids=lambda case: case["input"] or "blank")
def test_prose_is_no_decision(case: dict[str, Any]) -> None:
    assert read_decision(case["input"]) is None


@pytest.mark.parametrize("case", CASES["resolution"], ids=lambda case: case["input"][:60])
def test_a_sentence_answers_the_recommendations_that_it_names(case: dict[str, Any]) -> None:
    told = [[sorted(one.refs or ()), one.status, one.reason or ""] for one in read_resolutions(case["input"])]
    assert told == case["told"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a) Rejected b) Rejected", "rejected"),
        ("a) Rejected b) Deferred", None),
        ("a) Agreed b) Rejected", "accepted_in_part"),
    ],
)
def test_answers_to_parts_make_one_decision_or_none(text: str, status: str | None) -> None:
    found = read_decision(text)
    assert (found.status if found else None) == status


def test_all_but_some_are_told() -> None:
    (one,) = read_resolutions("Cabinet agreed all recommendations except recommendation 2.")
    assert "2" in one.besides
