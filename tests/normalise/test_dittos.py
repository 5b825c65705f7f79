"""Cells that only say "as above"."""

from __future__ import annotations

import pytest

from normalise.dittos import is_ditto
from tests.support.reading import paper

PLAN = (
    "Action Plan\n\n| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"
    "| 1 | That bins are emptied. | Tell the crews. | Ann Osei | May 2023 |\n"
    "| 2 | That trees are planted. | {} | {} | {} |\n"
)


@pytest.mark.parametrize("text", ["As above", "as above.", "Ditto", '"', "“”", "Same as above"])
def test_words_and_marks_stand_for_the_cell_above(text: str) -> None:
    assert is_ditto(text)
    second = paper(PLAN.format("Order them.", text, text)).recommendations[1].actions[0]
    assert [one.name for one in second.officers] == ["Ann Osei"]
    assert [(one.edtf, one.basis) for one in second.due] == [("2023-05", "merged_cell")]


@pytest.mark.parametrize("text", ["", "As above and Tunde Okoro", "See action 1", "Above Bar Library"])
def test_other_words_do_not(text: str) -> None:
    assert not is_ditto(text)


def test_a_shared_cell_is_told() -> None:
    found = paper(PLAN.format("Order them.", "As above", "June 2023"))
    assert "merged-cell" in [one.code for one in found.findings]
    assert found.accounting.unplaced == []


def test_an_action_that_refers_to_another_is_kept_as_printed() -> None:
    second = paper(PLAN.format("See action 1", "Tunde Okoro", "June 2023")).recommendations[1].actions[0]
    assert second.text == "See action 1"
    assert [one.name for one in second.officers] == ["Tunde Okoro"]


def test_nothing_stands_above_the_first_row() -> None:
    found = paper(PLAN.replace("Ann Osei", "As above").format("Order them.", "Tunde Okoro", "June 2023"))
    assert found.recommendations[0].actions[0].officers == []
