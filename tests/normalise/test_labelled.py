"""Blocks of "Label: value" lines."""

from __future__ import annotations

from normalise.elements import BlockTable
from normalise.labelled import lost_table
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
