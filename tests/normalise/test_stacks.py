"""Lists stacked in parallel cells of one row."""

from __future__ import annotations

import pytest

from tests.support.reading import found, paper

HEADER = "| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"


def row(action: str, lead: str, due: str) -> str:
    return (
        f"{HEADER}| 1 | That parks are kept. | {action} | {lead} | "
        f"{due} |\n| 2 | That pools are kept. | Keep. | Ann Osei | May "
        "2024 |"
    )


PAIRED = {
    "lines": (
        "Mow.<br>Plant.<br>Weed.",
        "Ann Osei<br>Tunde Okoro<br>Mia Rees",
        "May 2023<br>June 2023<br>July 2023",
    ),
    "numbered lines": (
        "1. Mow.<br>2. Plant.<br>3. Weed.",
        "1. Ann Osei<br>2. Tunde Okoro<br>3. Mia Rees",
        "1. May 2023<br>2. June 2023<br>3. July 2023",
    ),
    "paragraphs": (
        "<p>Mow.</p><p>Plant.</p><p>Weed.</p>",
        "<p>Ann Osei</p><p>Tunde Okoro</p><p>Mia Rees</p>",
        "<p>May 2023</p><p>June 2023</p><p>July 2023</p>",
    ),
}


@pytest.mark.parametrize("cells", PAIRED.values(), ids=PAIRED)
def test_lists_of_one_length_are_paired_by_their_place(cells: tuple[str, str, str]) -> None:
    made = paper(row(*cells))
    actions = made.recommendations[0].actions
    assert [[one.name for one in action.officers] for action in actions] == [
        ["Ann Osei"],
        ["Tunde Okoro"],
        ["Mia Rees"],
    ]
    assert [[one.edtf for one in action.due] for action in actions] == [["2023-05"], ["2023-06"], ["2023-07"]]
    assert [action.text.split()[-1] for action in actions] == ["Mow.", "Plant.", "Weed."]
    (finding,) = found(made, "paired-by-position")
    assert (finding.recommendation_ref, finding.severity) == ("1", "info")


def test_lists_of_other_lengths_stay_one_action_with_everything() -> None:
    made = paper(
        row("Mow.<br>Plant.<br>Weed.", "Ann Osei<br>Tunde Okoro", "May 2023<br>June 2023<br>July 2023")
    )
    (action,) = made.recommendations[0].actions
    assert action.text.split() == ["Mow.", "Plant.", "Weed."]
    assert [one.name for one in action.officers] == ["Ann Osei", "Tunde Okoro"]
    assert [one.edtf for one in action.due] == ["2023-05", "2023-06", "2023-07"]
    (finding,) = found(made, "unpaired-lists")
    assert (finding.recommendation_ref, finding.severity) == ("1", "warning")


NO_STACK = {
    "one date": ("Mow.<br>Plant.", "Ann Osei<br>Tunde Okoro", "May 2023"),
    "one owner": ("Mow.<br>Plant.", "Ann Osei", "May 2023<br>June 2023"),
    "lines that a narrow column broke": (
        "Mow the grass of<br>each park.",
        "Ann<br>Osei",
        "31 May<br>2023",
    ),
    "one action": ("Mow and plant.", "Ann Osei<br>Tunde Okoro", "May 2023"),
}


def test_lines_that_a_narrow_column_broke_are_no_lists() -> None:
    made = paper(row("Mow the grass of<br>each park.", "Ann<br>Osei", "31 May<br>2023"))
    (action,) = made.recommendations[0].actions
    assert [one.name for one in action.officers] == ["Ann Osei"]
    assert [one.edtf for one in action.due] == ["2023-05-31"]
    assert found(made, "paired-by-position") == found(made, "unpaired-lists") == []


@pytest.mark.parametrize("cells", NO_STACK.values(), ids=NO_STACK)
def test_one_value_among_lists_makes_no_stack(cells: tuple[str, str, str]) -> None:
    made = paper(row(*cells))
    assert len(made.recommendations[0].actions) == 1
    assert found(made, "paired-by-position") == []


def test_numbers_pair_what_alone_looks_like_no_owner() -> None:
    printed = row(
        "1. Mow.<br>2. Plant.", "1. Ann Osei<br>2. Trading Standards", "1. May 2023<br>2. June 2023"
    )
    actions = paper(printed).recommendations[0].actions
    assert [action.officers[0].name for action in actions] == ["Ann Osei", "Trading Standards"]
    assert [action.due[0].edtf for action in actions] == ["2023-05", "2023-06"]
