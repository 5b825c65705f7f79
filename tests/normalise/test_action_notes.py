"""Actions noted in brackets behind what was said, in minutes."""

from __future__ import annotations

import pytest

from tests.support.reading import paper

MINUTES = "Minutes of the Parks Panel held on 2 May 2024\n\n"


def noted(line: str) -> list[tuple[str | None, str, list[str | None], list[str | None]]]:
    """Return reference, text, owners and dates of the actions of minutes of one line."""
    made = paper(f"{MINUTES}{line}\n")
    assert made.accounting.unplaced == []
    return [
        (
            one.ref,
            action.text,
            [who.name or who.role for who in action.officers],
            [d.edtf for d in action.due],
        )
        for one in made.recommendations
        for action in one.actions
    ]


def test_a_note_of_who_and_when_makes_an_action_of_what_stands_before_it() -> None:
    line = "The tap leaks. (Action: Martin Eastick, by end of May 2024)"
    assert noted(f"2.2 {line}") == [("2.2", line, ["Martin Eastick"], ["2024-05"])]


def test_a_note_of_what_is_to_be_done_is_the_action() -> None:
    (found,) = noted("3.1 Three limes need work. (Action: Head Groundsman to get quotes, by 28 June 2024)")
    assert found == (
        "3.1",
        "Head Groundsman to get quotes, by 28 June 2024",
        ["Head Groundsman"],
        ["2024-06-28"],
    )


def test_what_stands_before_such_a_note_stays_prose() -> None:
    made = paper(f"{MINUTES}1. Trees\n\n1.1 Limes need work. (Action: Clerk to get quotes)\n\n1.2 Noted.\n")
    assert any("Limes need work." in (one.text or "") for s in made.sections for one in s.paragraphs)


def test_several_notes_of_one_paragraph() -> None:
    found = noted("Signs are down. (Action: Ann Bell) Bins are full. [ACTION: Town Clerk asap]")
    assert [one[2] for one in found] == [["Ann Bell"], ["Town Clerk"]]


@pytest.mark.parametrize(
    "line",
    [
        "The path was muddy. (Action: see item 5)",
        "The report was noted (action: none).",
        "The plan (Action plan: see appendix) was agreed.",
        "Our values (action – care – trust) matter.",
        "It was settled in court (Class action: 2019 cases).",
        "(Action for Head of Parks) is how the form reads.",
        "Members heard the report. (Action: Members to note)",
    ],
)
def test_brackets_that_note_no_action(line: str) -> None:
    assert noted(line) == []


def test_lines_to_note_between_actions_stay_prose() -> None:
    made = paper(
        "Action sheet from the meeting of 25 January 2024\n\nACTION: Clerk to write to Cadw – by 9 May 2024\n"
        "TO NOTE: the deadline for 2022/23 may move\nACTION: To note the report\n"
        "ACTION: Head of Parks to reply\n"
    )
    texts = [action.text for one in made.recommendations for action in one.actions]
    assert texts == ["Clerk to write to Cadw – by 9 May 2024", "Head of Parks to reply"]
    prose = " ".join(one.text or "" for section in made.sections for one in section.paragraphs)
    assert "the deadline for 2022/23 may move" in prose and "To note the report" in prose
    assert made.accounting.unplaced == []


def test_an_agenda_that_asks_to_note_holds_no_actions() -> None:
    made = paper("Agenda\n\nAction: To note\nAction: To note the plan\nAction: Head of Parks to reply\n")
    assert not made.recommendations
