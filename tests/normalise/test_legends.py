"""The paper's own grading scale, wherever it prints it."""

from __future__ import annotations

import pytest

from normalise.elements import Legend
from normalise.legend_steps import find_steps, step
from tests.support.reading import document, paper

STEPS = [("1", "Fully Achieved", "completed"), ("2", "On Track", "on_track"), ("3", "Slipped", "delayed")]

LEGENDS = {
    "grades across": (
        "| Grade | 1 | 2 | 3 |\n|---|---|---|---|\n| Meaning | Fully Achieved | On Track | Slipped |"
    ),
    "grades across without labels": "| 1 | 2 | 3 |\n|---|---|---|\n| Fully Achieved | On Track | Slipped |",
    "a grade a row": (
        "| Grade | Meaning |\n|---|---|\n| 1 | Fully Achieved |\n| 2 | On Track |\n| 3 | Slipped |"
    ),
    "a grade a row with tabs": "1\tFully Achieved\n2\tOn Track\n3\tSlipped",
    "a grade a row beside its label": (
        "| Key: | 1 | Fully Achieved |\n|---|---|---|\n| | 2 | On Track |\n| | 3 | Slipped |"
    ),
    "a line": "Grading: 1 = Fully Achieved; 2 = On Track; 3 = Slipped",
    "a line with commas": "Key: 1 – Fully Achieved, 2 – On Track, 3 – Slipped",
    "lines that nothing announces": "1 – Fully Achieved\n\n2 – On Track\n\n3 – Slipped",
    "a list": "Grades\n\n1. Fully Achieved\n2. On Track\n3. Slipped",
}


@pytest.mark.parametrize("printed", LEGENDS.values(), ids=LEGENDS)
def test_a_legend_is_read(printed: str) -> None:
    found = document(f"Progress update\n\nThe plan is below.\n\n{printed}\n")
    assert [(step.grade, step.label, step.status) for step in found.scale.steps] == STEPS
    assert sum(isinstance(one, Legend) for one in found.elements) == 1


def test_lines_that_say_more_than_a_grade_and_its_word_are_prose() -> None:
    found = document("Progress update\n\nA – Completed works in the park\n\nB – On track\n\nC – Delayed\n")
    assert not found.scale.steps


def test_letters_colours_and_percentages_are_grades_too() -> None:
    letters = document("Key: A = Complete; B = On track; C = Not started").scale
    assert [(step.grade, step.status) for step in letters.steps] == [
        ("A", "completed"),
        ("B", "on_track"),
        ("C", "not_started"),
    ]
    colours = document("| Colour | Meaning |\n|---|---|\n| Red | Overdue |\n| Green | On target |").scale
    assert [(step.grade, step.status) for step in colours.steps] == [
        ("Red", "overdue"),
        ("Green", "on_track"),
    ]
    shares = document("| RAG | Meaning |\n|---|---|\n| 0-50% | Not started |\n| 51-100% | Complete |").scale
    assert [(step.grade, step.status) for step in shares.steps] == [
        ("0-50%", "not_started"),
        ("51-100%", "completed"),
    ]


def test_a_step_whose_words_are_not_known_has_no_status() -> None:
    scale = document("Key: 1 = Fully Achieved; 2 = On Track; 3 = Gone fishing").scale
    assert [step.status for step in scale.steps] == ["completed", "on_track", None]


def test_a_step_may_have_a_blank_for_a_sign() -> None:
    scale = document("Grades: 1 Fully achieved; 2 On track; 3 Slipped").scale
    assert [(step.grade, step.status) for step in scale.steps] == [
        ("1", "completed"),
        ("2", "on_track"),
        ("3", "delayed"),
    ]


def test_colours_may_stand_before_their_meaning_in_quotes() -> None:
    scale = document(
        "RAG ratings are used below, where green denotes ‘on track’, red as ‘not started’ "
        "and amber as ‘delayed’."
    ).scale
    assert [(step.grade, step.status) for step in scale.steps] == [
        ("green", "on_track"),
        ("red", "not_started"),
        ("amber", "delayed"),
    ]


NONE = {
    "colours of things": "The scale model is in the hall: green is ‘grass’ and the old sign is painted blue.",
    "numbers before things in an announced line": "Key facts: 3 schools; 2 on track; 4 halls",
    "a list of things": "Areas\n\n1. Parks\n2. Pools\n3. Halls",
    "actions in a list": "The Committee agreed:\n\n1. Complete the survey.\n2. Report in May.",
    "labels and values": "| Date | 2 May 2024 |\n| Committee | Cabinet |",
    "a table of numbers": "| 1 | 2 | 3 |\n|---|---|---|\n| 40 | 50 | 60 |",
    "a sentence with numbers": "The review heard that 1 in 4 bins is full; 2 in 4 are not.",
    "nothing": "",
}


@pytest.mark.parametrize("printed", NONE.values(), ids=NONE)
def test_what_is_no_legend_is_none(printed: str) -> None:
    assert document(printed).scale.steps == ()


def test_the_share_of_the_work_says_how_far_a_step_is() -> None:
    steps = ("Complete", "26-75% complete", "1-99% complete", "0-50% complete", "50-100% complete")
    rows = "".join(f"| {grade} | {words} |\n" for grade, words in zip("ABCDE", steps, strict=True))
    scale = document(f"| Grade | Meaning |\n|---|---|\n{rows}").scale
    assert [step.status for step in scale.steps] == ["completed", "in_progress", "in_progress", None, None]


def test_scales_that_grade_by_the_same_signs_are_not_one() -> None:
    first = "| Grade | 1 | 2 | 3 |\n|---|---|---|---|\n| Meaning | Completed | On track | Delayed |\n"
    other = "| Priority | 1 | 2 |\n|---|---|---|\n| Meaning | Act at once | Act in time |\n"
    colours = "| Colour | Meaning |\n|---|---|\n| Red | Overdue |\n| Green | On target |\n"
    scale = document(f"{first}\nThe work:\n\n{colours}\nAs above.\n\n{other}").scale
    assert [step.grade for step in scale.steps] == ["1", "2", "3", "Red", "Green"]


def test_a_column_of_grades_of_the_paper_s_own_scale_is_one_of_statuses() -> None:
    key = "Key: A = Complete; B = On track; C = Delayed\n\n"
    header = "| Ref | Recommendation | Action | Lead | Lamp |\n|---|---|---|---|---|\n"
    row = "| {} | That parks are kept. | Mow. | Ann Osei | {} |\n"
    found = paper(key + header + row.format(1, "A") + row.format(2, "C."))
    told = [one.actions[0].status for one in found.recommendations]
    assert [one and one.status for one in told] == ["completed", "delayed"]
    other = paper(key + header + row.format(1, "A") + row.format(2, "D"))
    assert [one.actions[0].status for one in other.recommendations] == [None, None]


def test_signs_and_their_words_one_behind_the_other() -> None:
    steps, _ = find_steps("RAG key: 🔵 complete 🟢 on target 🔴 behind target")
    assert [(one.grade, one.status) for one in steps] == [
        ("🔵", "completed"),
        ("🟢", "on_track"),
        ("🔴", "delayed"),
    ]


def test_work_under_way_is_no_share_of_it() -> None:
    assert [step(one, one).status for one in ("under way and on time", "under 25% done")] == [
        "on_track",
        None,
    ]


def _rated(rating: str) -> str:
    blocks = "".join(
        f"| Recommendation {at} | That the bins are emptied. |\n|---|---|\n| Lead officer | Ann Osei |\n"
        f"| Progress at May 2024 | Crews were told. |\n| Rating | {grade} |\n\n"
        for at, grade in enumerate(rating.split(";"), start=1)
    )
    return f"Progress update\n\nRatings: 1 = Complete, 2 = On track, 3 = Slipping\n\n{blocks}"


def test_a_rating_of_blocks_is_a_grade_where_the_scale_explains_all_of_them() -> None:
    found = [one.progress[0] for one in paper(_rated("2 – On track;1;3 – Slipping")).recommendations]
    assert [(one.grade, one.status) for one in found] == [
        ("2", "on_track"),
        ("1", "completed"),
        ("3", "delayed"),
    ]


def test_a_rating_that_the_scale_does_not_explain_is_a_priority() -> None:
    found = paper(_rated("High;Low;2 – On track")).recommendations
    assert [one.actions[0].priority for one in found][:2] == ["High", "Low"]
    assert [one.progress[0].grade for one in found] == [None, None, None]


def test_signs_with_their_words_under_one_another_are_a_legend() -> None:
    lines = "- 🟢 Complete\n- 🟠 In progress\n- 🔴 Not started\n"
    found = [one for one in document(f"Key to the table:\n\n{lines}").elements if isinstance(one, Legend)]
    assert [(one.grade, one.status) for one in found[0].scale.steps] == [
        ("🟢", "completed"),
        ("🟠", "in_progress"),
        ("🔴", "not_started"),
    ]


def test_codes_of_two_letters_are_a_legend_and_two_of_them_are_none() -> None:
    key = "Key: C = Complete; OT = On target; BT = Behind target"
    assert [(one.grade, one.status) for one in find_steps(key)[0]] == [
        ("C", "completed"),
        ("OT", "on_track"),
        ("BT", "delayed"),
    ]
    assert find_steps("Key: OT = On target; BT = Behind target")[0] == []
    assert find_steps("Key: C = Complete; OT = On target; LB = London Borough")[0] == []
