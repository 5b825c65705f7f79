"""Rows of a table of records that hold none."""

from __future__ import annotations

import pytest

from tests.support.reading import paper

HEADER = "| Ref | Recommendation | Action | Lead | Due | Cost |\n|---|---|---|---|---|---|\n"
ROW = "| 1 | That bins are emptied. | Tell the crews. | Ann Osei | May 2023 | £400 |\n"
NEXT = "| 2 | That trees are planted. | Order them. | Tunde Okoro | June 2023 | £600 |\n"


@pytest.mark.parametrize(
    "row",
    [
        "| [insert] | [insert recommendation] | [what will be done] | [name] | dd/mm/yyyy | - |",
        "| Please complete all columns and return by Friday. | | | | | |",
        "| 2 | Recommendation 2 | Action 1 | | | |",
        "| | Total | | | | £1,000 |",
        "| Total | - | - | - | - | £1.2m |",
        "| | | | | | |",
        "| <insert ref> | Click here to enter text. | | | | |",
    ],
)
def test_a_row_that_holds_no_record_makes_none(row: str) -> None:
    found = paper("Action Plan\n\n" + HEADER + ROW + row + "\n" + NEXT)
    assert [one.text for one in found.recommendations] == [
        "That bins are emptied.",
        "That trees are planted.",
    ]
    assert [one.theme for one in found.recommendations] == [None, None]
    assert found.accounting.unplaced == []


@pytest.mark.parametrize(
    "row",
    [
        "| 2 | Total ban on glyphosate in parks. | Stop its use. | Ann Osei | May 2023 | £400 |",
        "| 2 | That guidance is given. | [Subject to funding] Write it. | Ann Osei | May 2023 | - |",
        "| 2 | Please complete the audit trail. | Do it. | Ann Osei | May 2023 | - |",
        "| 2 | Total | Review the total spend. | Ann Osei | May 2023 | £4 |",
    ],
)
def test_a_record_that_looks_like_one_stays(row: str) -> None:
    found = paper("Action Plan\n\n" + HEADER + ROW + row + "\n")
    assert [one.ref for one in found.recommendations] == ["1", "2"]


def test_what_is_set_aside_is_told_and_kept() -> None:
    found = paper("Action Plan\n\n" + HEADER + ROW + "| | Total | | | | £400 |\n")
    assert "row-set-aside" in [one.code for one in found.findings]
    assert "Total\t£400" in [one.text for section in found.sections for one in section.paragraphs]


def test_a_dash_says_nothing() -> None:
    found = paper("Action Plan\n\n" + HEADER + ROW + "| 2 | That trees are planted. | - | – | - | — |\n")
    assert found.recommendations[1].actions == []
