"""Blocks of "Label: value" lines."""

from __future__ import annotations

from normalise.elements import BlockTable
from normalise.lost import lost_table
from tests.support.reading import document, paper, records

BLOCK = """Recommendation 1: That bins are emptied weekly.
Action: Tell the crews.
Lead officer: Ann Osei
Target date: May 2023

Recommendation 2: That trees are planted.
Action: Order them.
Lead officer: Tunde Okoro
Target date: June 2023
"""


def test_labelled_lines_are_recommendations() -> None:
    found = records(BLOCK)
    assert [(one.ref, one.text) for one in found] == [
        ("1", "That bins are emptied weekly."),
        ("2", "That trees are planted."),
    ]
    assert [[officer.name for officer in one.actions[0].officers] for one in found] == [
        ["Ann Osei"],
        ["Tunde Okoro"],
    ]
    assert [one.actions[0].due[0].edtf for one in found] == ["2023-05", "2023-06"]


def test_a_line_that_wraps_belongs_to_the_value_above() -> None:
    (first, _) = records(BLOCK.replace("That bins are emptied weekly.", "That bins are\nemptied weekly."))
    assert " ".join(first.text.split()) == "That bins are emptied weekly."


def test_a_paragraph_between_labels_belongs_to_the_value_above() -> None:
    (first, _) = records(BLOCK.replace("Tell the crews.", "Tell the crews.\n\nTell the residents too.\n"))
    assert first.actions[0].text.split("\n") == ["Tell the crews.", "Tell the residents too."]


def test_two_labels_are_no_block() -> None:
    found = document("Recommendation 1: That bins are emptied.\nLead officer: Ann Osei\n")
    assert not any(isinstance(one, BlockTable) for one in found.elements)


def test_a_sentence_with_a_colon_is_no_label() -> None:
    found = document(
        "The Committee heard three things: bins, trees and fines.\n\n"
        "It asked for more: a plan and its cost.\n"
    )
    assert not any(isinstance(one, BlockTable) for one in found.elements)


def test_labels_one_a_line_tell_a_table_that_is_lost() -> None:
    printed = (
        "Anytown Council\n\nRecommendation\n\nAction\n\nLead officer\n\n"
        "Target date\n\nThat bins are emptied.\n\nAnn Osei"
    )
    assert [str(label) for label in lost_table(document(printed).elements)][:3] == [
        "Recommendation",
        "Action",
        "Lead officer",
    ]
    assert [one.code for one in paper(printed).findings] == ["unreadable-layout"]


def test_lines_that_are_no_labels_tell_none() -> None:
    assert lost_table(document("Plan\n\nParks\n\nPools\n\nHalls\n\nFarms\n").elements) == []


NUMBERED = """1. That bins are emptied weekly.
Response: Agreed.
Responsible officer: Ann Osei
Target date: May 2023

2. That trees are planted:
a) by the school; and
b) by the hall.
Response: Not agreed. There is no money.
Responsible officer: Tunde Okoro
Target date: N/A
"""


def test_a_numbered_line_with_labels_under_it_is_a_recommendation() -> None:
    found = records(NUMBERED)
    assert [one.ref for one in found] == ["1", "2"]
    assert found[0].text == "That bins are emptied weekly."
    assert [one.decision.status for one in found if one.decision] == ["accepted", "rejected"]
    assert [part.ref for part in found[1].sub_items] == ["a", "b"]
    assert found[0].actions[0].due[0].edtf == "2023-05"


def test_one_numbered_line_with_labels_is_none() -> None:
    assert records(NUMBERED.partition("\n\n")[0]) == []


def test_numbered_items_of_an_agenda_are_none() -> None:
    assert (
        records(
            "4. Parks\nReport of the Director.\nLead officer: Ann Osei\nTime: 30 minutes\n\n"
            "5. Pools\nReport of the Director.\nLead officer: Tunde Okoro\nTime: 20 minutes\n"
        )
        == []
    )


def test_numbered_actions_stand_under_the_word_that_heads_them() -> None:
    (found,) = records(
        "Recommendation 4: That halls are let.\nActions:\n"
        "1. Print a list.\nLead: Ann Osei\nBy: May 2023\n"
        "2. Set the fees.\nLead: Tunde Okoro\nBy: June 2023\n"
    )
    assert [(one.ref, one.text) for one in found.actions] == [("1", "Print a list."), ("2", "Set the fees.")]
    assert [one.officers[0].name for one in found.actions] == ["Ann Osei", "Tunde Okoro"]
    assert [one.due[0].edtf for one in found.actions] == ["2023-05", "2023-06"]


def test_a_heading_that_is_a_label_stands_over_its_value() -> None:
    (first, second) = records(
        "## Recommendation 1\n\nThat bins are emptied weekly.\n\n### Action\n\nTell the crews.\n\n"
        "### Lead officer\n\nAnn Osei\n\n### Timescale\n\nMay 2023\n\n"
        "## Recommendation 2\n\nThat trees are planted.\n\n### Action\n\nOrder them.\n\n"
        "### Lead officer\n\nTunde Okoro\n\n### Timescale\n\nJune 2023\n"
    )
    assert (first.ref, first.text, first.actions[0].text) == (
        "1",
        "That bins are emptied weekly.",
        "Tell the crews.",
    )
    assert second.actions[0].officers[0].name == "Tunde Okoro"


def test_the_first_word_behind_a_colon_is_no_reference() -> None:
    (found,) = records(
        "Recommendation: A survey of bins should be made.\nAction: Make it.\n"
        "Lead officer: Ann Osei\nBy: May 2023\n"
    )
    assert (found.ref, found.text) == (None, "A survey of bins should be made.")


def test_rows_of_actions_belong_to_the_recommendation_above_their_table() -> None:
    header = "| Action | Who | When |\n|---|---|---|\n"
    table = header + "| Tell {0}. | Ann Osei | May 2023 |\n| Pay {0}. | Tunde Okoro | June 2023 |\n"
    found = records(
        "### Recommendation 1: That bins are emptied.\n\n"
        + table.format("crews")
        + "\n### Recommendation 2: That trees are planted.\n\n"
        + table.format("gardeners")
    )
    assert [(one.ref, one.text) for one in found] == [
        ("1", "That bins are emptied."),
        ("2", "That trees are planted."),
    ]
    assert [[action.text for action in one.actions] for one in found] == [
        ["Tell crews.", "Pay crews."],
        ["Tell gardeners.", "Pay gardeners."],
    ]


def test_a_table_with_recommendations_of_its_own_stays_one() -> None:
    found = records(
        "Recommendation 1 of the last review has been met.\n\n"
        "| Recommendation | Action | Who |\n|---|---|---|\n"
        "| That bins are emptied. | Tell crews. | Ann Osei |\n"
    )
    assert [(one.ref, one.text) for one in found] == [(None, "That bins are emptied.")]


def test_a_theme_over_the_next_recommendation_is_not_the_one_before() -> None:
    first, second = BLOCK.split("\n\n")
    found = records(f"Action Plan: Parks\n\nTheme 1: Bins\n\n{first}\n\nTheme 2: Trees\n\n{second}")
    assert [one.theme for one in found] == ["Theme 1: Bins", "Theme 2: Trees"]


def test_labels_are_parted_from_values_by_a_dash_too() -> None:
    found = records(BLOCK.replace(": ", " – "))
    assert [one.actions[0].text for one in found] == ["Tell the crews.", "Order them."]
    assert [one.actions[0].due[0].edtf for one in found] == ["2023-05", "2023-06"]


def test_a_band_over_the_header_is_the_theme_of_the_first_rows() -> None:
    found = records(
        "Action Plan\n\n| Aim 1: Bins | | | |\n|---|---|---|---|\n| Ref | Action | Lead | Due |\n"
        "| 1 | Tell the crews. | Ann Osei | May 2023 |\n| Aim 2: Trees | | | |\n"
        "| 2 | Order them. | Tunde Okoro | June 2023 |\n"
    )
    assert [one.theme for one in found] == ["Aim 1: Bins", "Aim 2: Trees"]


def test_what_officers_are_to_do_is_no_label() -> None:
    found = records(
        "Cabinet Response to the Review of Bins\n\n"
        "1. That officers: (a) empty bins weekly; (b) tell residents.\n\n"
        "Response: Agreed\n\nAction: Tell the crews.\n\nLead officer: Ann Osei\n\n"
        "2. That trees are planted.\n\n"
        "Response: Noted\n\nAction: Order them.\n\nLead officer: Tunde Okoro\n"
    )
    assert [one.text for one in found] == [
        "That officers: (a) empty bins weekly; (b) tell residents.",
        "That trees are planted.",
    ]
    assert [item.ref for item in found[0].sub_items] == ["a", "b"]


UNDER = (
    "Action Plan: Review of Bins\n\n**Recommendation 1: That bins are emptied weekly.**\n\n"
    "| Activities | Lead | Target date |\n|---|---|---|\n| Tell the crews. | Ann Osei | {date} |\n"
)


def test_activities_under_a_recommendation_are_its_actions() -> None:
    (found,) = records(UNDER.format(date="May 2023"))
    assert (found.text, [one.text for one in found.actions]) == (
        "That bins are emptied weekly.",
        ["Tell the crews."],
    )


def test_prose_below_a_table_is_no_part_of_its_last_cell() -> None:
    made = paper(UNDER.format(date="-") + "\nThe costs can be met from existing budgets.\n")
    assert made.recommendations[0].actions[0].due == []


def test_a_sentence_below_a_date_is_no_part_of_it() -> None:
    made = paper(BLOCK.rstrip() + "\n\nThe costs can be met from existing budgets.\n")
    assert [one.raw for one in made.recommendations[1].actions[0].due] == ["June 2023"]


def test_the_label_of_a_blank_column_under_a_recommendation_is_placed() -> None:
    assert paper(UNDER.format(date="")).accounting.unplaced == []


def test_a_title_of_a_tracker_is_no_recommendation() -> None:
    made = paper(f"Tracker of recommendations: Review of Ponds\n\n{BLOCK}")
    assert [one.ref for one in made.recommendations] == ["1", "2"]
    assert made.title == "Tracker of recommendations: Review of Ponds"
