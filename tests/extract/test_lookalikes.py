"""What looks like something else: a tracker like a legend, an action like a date, a word like a grade."""

from __future__ import annotations

import pytest

from tests.support.reading import paper

HEADER = "| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"


def test_a_tracker_of_three_columns_is_no_legend() -> None:
    found = paper(
        "| Ref | Recommendation | Status |\n|---|---|---|\n"
        "| 1 | That parks are kept. | Complete |\n| 2 | That ponds are dug. | On track |\n"
    )
    assert [one.ref for one in found.recommendations] == ["1", "2"]
    assert [one.actions[0].status.status for one in found.recommendations if one.actions[0].status] == [
        "completed",
        "on_track",
    ]
    assert found.grading_scale == []


def test_a_short_action_with_a_date_stays_an_action() -> None:
    row = "| 1 | That parks are kept. | Mow the grass by 31 October 2023. | Ann Osei | 30 September 2023 |\n"
    action = paper(HEADER + row).recommendations[0].actions[0]
    assert action.text == "Mow the grass by 31 October 2023."
    assert [one.edtf for one in action.due] == ["2023-09-30"]


def test_a_short_action_with_two_dates_reports_the_later() -> None:
    row = "| 1 | That parks are kept. | Mow the grass by 31 October 2023. | Ann Osei | 30 September 2023 |\n"
    assert "date-conflict" in [one.code for one in paper(HEADER + row).findings]


@pytest.mark.parametrize(
    "text", ["Actions to be completed by May 2023.", "Work to be started when funds allow."]
)
def test_what_is_to_be_done_is_not_done(text: str) -> None:
    row = f"| 1 | That parks are kept. | {text} | Ann Osei | June 2023 |\n"
    assert paper(HEADER + row).recommendations[0].actions[0].status is None


def test_cabinet_and_its_date_stand_on_one_line() -> None:
    found = paper("Anytown Council\n\nCabinet – 12 June 2023\n\nAction Plan: Parks\n\n" + HEADER)
    assert (found.committee, found.meeting_date) == ("Cabinet", "2023-06-12")


def test_a_sentence_that_begins_with_a_letter_is_no_grade() -> None:
    found = paper(
        "Key: A = Complete; B = In progress\n\n"
        "| Recommendation 1: | Build a hall. |\n|---|---|\n| Agreed action: | Build it. |\n"
        "| Lead officer: | Ann Osei |\n| Evidence of progress (May 2023): | Walls are up. |\n"
        "| Assessment of progress (May 2023): | A new hall was built. |\n"
    )
    round_ = found.recommendations[0].progress[0]
    assert (round_.grade, round_.status, round_.explanation) == (None, None, "A new hall was built.")


def test_initials_under_action_are_owners() -> None:
    found = paper(
        "| Item | Recommendation | Progress | Action |\n|---|---|---|---|\n"
        "| Parks | That parks are kept in good order all year. | Grass was cut in every park in May. | MW |\n"
        "| Ponds | That ponds are dug out before winter. | Work has begun on the first two ponds. | CW |\n"
    )
    assert [one.name for one in found.recommendations[0].actions[0].officers] == ["MW"]
