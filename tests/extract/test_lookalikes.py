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


def test_a_first_row_of_label_words_is_a_row() -> None:
    found = paper(
        "| Ref | Recommendation | Action | Measure | Owner | Status |\n|---|---|---|---|---|---|\n"
        "| 1 | Review the action plan | Agreed | Report received | Lead Officer | Completed |\n"
        "| 2 | That exit interviews be held. | Train staff. | Bid made. | Ann Smith | Completed |\n"
    )
    assert [one.ref for one in found.recommendations] == ["1", "2"]


def test_a_row_of_label_words_that_goes_on_is_no_header() -> None:
    rows = (
        "| 1 | That the | Report to Council with the | Ann Smith | May 2023 |\n\n"
        "|  | officers be asked. | budget. |  |  |\n| 2 | That b. | Do b. | Bob Jones | June 2023 |\n"
    )
    assert [one.text for one in paper(HEADER + rows).recommendations] == [
        "That the officers be asked.",
        "That b.",
    ]


def test_a_legend_over_blocks_leaves_them_their_rows() -> None:
    found = paper(
        "Progress report: Review of School Attendance\n\n"
        "Grades to be used:\tA\tB\tC\tD\n\tComplete\tOn target\tBehind schedule\tNot started\n\n"
        "Recommendation 3:\tThat heads agree a threshold.\t\t\t\nWho is responsible:\tAnn Smith\t\t\t\n"
        "When by:\tJuly 2023\t\t\t\nAgreed Action:\tDraft a pathway.\t\t\t\n"
        "Progress made (June 2023):\tDone a lot.\t\t\t\n"
    )
    assert [one.grade for one in found.grading_scale] == ["A", "B", "C", "D"]
    assert [one.text for one in found.recommendations] == ["That heads agree a threshold."]


def test_dates_in_success_measures_stay_in_the_text() -> None:
    found = paper(
        "| Ref | Recommendation | Action | Success measure | Lead |\n|---|---|---|---|---|\n"
        "| 1 | That a. | Do a. | Report published by March 2023 | Ann Osei |\n"
        "| 2 | That b. | Do b. | Visits held in June 2023 | Ann Osei |\n"
    )
    measures = [one.actions[0].success_measures for one in found.recommendations]
    assert measures == ["Report published by March 2023", "Visits held in June 2023"]


def test_what_a_date_cell_says_beside_its_date_is_kept() -> None:
    row = "| 1 | That parks are kept. | Mow. | Ann Osei | May 2023 subject to Treasury consent |\n"
    action = paper(HEADER + row).recommendations[0].actions[0]
    assert [one.edtf for one in action.due] == ["2023-05"]
    assert [(one.label, one.value) for one in action.extra] == [
        ("Due", "May 2023 subject to Treasury consent")
    ]


def test_what_a_colour_cell_says_beside_its_colour_is_kept() -> None:
    found = paper(
        "| Ref | Recommendation | Action | Lead | RAG |\n|---|---|---|---|---|\n"
        "| 1 | That a. | Do a. | Ann Osei | Green but the grant ends soon |\n"
        "| 2 | That b. | Do b. | Ann Osei | Red |\n"
    )
    first, second = (one.actions[0] for one in found.recommendations)
    assert (first.rag, [one.value for one in first.extra]) == ("green", ["Green but the grant ends soon"])
    assert (second.rag, second.extra) == ("red", [])


def test_each_of_several_contacts_is_kept() -> None:
    found = paper(
        "Anytown Council\n\nReport Title\tParks\n"
        "Contact Officers\tAnn Smith, Head of Housing; Bob Jones, Director of Place\n"
    )
    assert [(one.name, one.role) for one in found.contacts] == [
        ("Ann Smith", "Head of Housing"),
        ("Bob Jones", "Director of Place"),
    ]


def test_a_count_behind_a_table_is_no_page_number() -> None:
    found = paper(HEADER + "| 1 | That a. | Do a. | Ann Osei | May 2023 |\n\nThe vote was 5 of 9\n")
    assert found.accounting.furniture == 0
