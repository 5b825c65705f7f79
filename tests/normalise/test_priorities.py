"""Ticked priorities on a cover."""

from __future__ import annotations

import pytest

from normalise.priorities import announces_priorities, is_priorities_label
from tests.support.reading import paper

AIMS = [("Safe streets", True), ("Clean air", False), ("Good schools", True)]

FORMS = {
    "the tick behind": "Council Priorities\n\n| Safe streets | ✓ |\n| Clean air | |\n| Good schools | ✓ |",
    "the tick before": "Council Priorities\n\n| X | Safe streets |\n| | Clean air |\n| X | Good schools |",
    "the label in the table": "| Council Priorities | |\n|---|---|\n| Safe streets | ✓ |\n| Clean air | |\n"
    "| Good schools | ✓ |",
    "the label over the ticks": "| Council Priorities | |\n|---|---|\n| X | Safe streets |\n| | Clean air |\n"
    "| X | Good schools |",
    "yes and no": "Council Priorities\n\n| Safe streets | Yes |\n| Clean air | No |\n| Good schools | Yes |",
    "boxes": "Council Priorities\n\n| Safe streets | ☒ |\n| Clean air | ☐ |\n| Good schools | ☒ |",
    "lines with boxes": "Council Priorities\n☒ Safe streets\n☐ Clean air\n☒ Good schools",
    "tabs": "Council Priorities\n\nSafe streets\t☑\nClean air\t☐\nGood schools\t☑",
}


@pytest.mark.parametrize("printed", FORMS.values(), ids=FORMS)
def test_ticks_are_read_in_any_form(printed: str) -> None:
    made = paper(f"Anytown Council\n\nReport title: Parks\n\n{printed}\n\n1. Purpose\n\n1.1 To report.\n")
    assert [(one.text, one.selected) for one in made.priorities] == AIMS
    assert made.accounting.unplaced == []


@pytest.mark.parametrize(
    "label", ["Council Priorities", "Borough priorities:", "Strategic Objectives", "Priority"]
)
def test_a_label_of_priorities(label: str) -> None:
    assert is_priorities_label(label)


@pytest.mark.parametrize("label", ["Action", "High priority actions for the coming year", "", "Report to"])
def test_another_label_is_none(label: str) -> None:
    assert not is_priorities_label(label)


def test_a_question_may_announce_them() -> None:
    assert announces_priorities("Which of the Council's aims does this report serve?")
    assert not announces_priorities("Which ward does this report concern?")


def test_a_table_of_yes_and_no_under_another_heading_is_none() -> None:
    made = paper("Attendance\n\n| Cllr Moss | Yes |\n| Cllr Reed | No |\n")
    assert made.priorities == []


def test_a_long_text_asks_nothing() -> None:
    assert not announces_priorities("Which of the council's priorities does this report serve? " * 20)
