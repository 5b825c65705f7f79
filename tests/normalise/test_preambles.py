"""What stands over each of many small tables."""

from __future__ import annotations

import pytest

from extract.schema import Action
from tests.support.reading import paper, records

HEADER = "| Action | Who | When |\n|---|---|---|\n"


def _of(over: str, under: str) -> tuple[Action, Action]:
    found = paper(
        f"Action Log\n\n{over}\n\n{HEADER}| Print the list. | Ann Osei | November |\n\n"
        f"{under}\n\n{HEADER}| Set the fees. | Tunde Okoro | January |\n"
    )
    first, second = (one.actions[0] for one in found.recommendations)
    return first, second


@pytest.mark.parametrize(
    ("over", "under"),
    [
        ("Meeting of 12 September 2023", "Meeting of 21 November 2023"),
        ("## Housing Board – 12 September 2023", "## Housing Board – 21 November 2023"),
        ("12 September 2023", "21 November 2023"),
        ("Board: Housing\nDate: 12 September 2023", "Board: Housing\nDate: 21 November 2023"),
        (
            "| Board | Housing |\n|---|---|\n| Meeting date | 12 September 2023 |",
            "| Board | Housing |\n|---|---|\n| Meeting date | 21 November 2023 |",
        ),
    ],
)
def test_the_meeting_over_a_table_gives_its_dates_their_year(over: str, under: str) -> None:
    first, second = _of(over, under)
    assert [one.edtf for one in first.due] == ["2023-11"]
    assert [one.edtf for one in second.due] == ["2024-01"]


def test_what_stands_over_a_table_is_kept_with_its_rows() -> None:
    first, second = _of(
        "Committee: Housing Board\nDate: 12 September 2023\nMinute number: 14",
        "Committee: Cabinet\nDate: 21 November 2023\nMinute number: 31",
    )
    assert [(one.label, one.value) for one in first.extra] == [
        ("Committee", "Housing Board"),
        ("Date", "12 September 2023"),
        ("Minute number", "14"),
    ]
    assert ("Minute number", "31") in [(one.label, one.value) for one in second.extra]


def test_a_topic_over_a_table_is_its_theme() -> None:
    found = paper(
        f"Action Log\n\nTopic: Parks\nMinute: 14\n\n{HEADER}| Print the list. | Ann Osei | May 2023 |\n\n"
        f"Topic: Pools\nMinute: 15\n\n{HEADER}| Set the fees. | Tunde Okoro | June 2023 |\n"
    )
    assert [one.theme for one in found.recommendations] == ["Parks", "Pools"]


def test_an_owner_over_a_table_is_that_of_its_rows() -> None:
    found = paper(
        "Action Log\n\n"
        f"Cabinet Member: Councillor Ann Osei\nMinute: 1\n\n{HEADER}| Print it. | Parks Team | May |\n\n"
        f"Cabinet Member: Councillor Tunde Okoro\nMinute: 2\n\n{HEADER}| Set it. | Pools Team | May |\n"
    )
    assert [[one.name for one in rec.actions[0].officers] for rec in found.recommendations] == [
        ["Parks Team", "Ann Osei"],
        ["Pools Team", "Tunde Okoro"],
    ]


def test_pairs_over_the_only_table_are_the_cover() -> None:
    found = paper(
        "Committee: Housing Board\nDate: 12 September 2023\n\nAction Plan: Parks\n\n"
        + HEADER
        + "| Print the list. | Ann Osei | November |\n"
    )
    assert (found.committee, found.meeting_date) == ("Housing Board", "2023-09-12")
    assert found.recommendations[0].actions[0].extra == []


def test_pairs_may_stand_in_the_table_itself() -> None:
    table = (
        "| Committee | Cabinet | |\n|---|---|---|\n| Meeting date | {} | |\n"
        "| Action | Who | When |\n| {} | Ann Osei | May |\n"
    )
    found = paper(
        "Action Log\n\n## Parks\n\n"
        + table.format("2 March 2023", "Print it.")
        + "\n## Pools\n\n"
        + table.format("2 July 2023", "Set the fees.")
    )
    assert [[one.edtf for one in rec.actions[0].due] for rec in found.recommendations] == [
        ["2023-05"],
        ["2024-05"],
    ]
    assert [rec.theme for rec in found.recommendations] == ["Parks", "Pools"]


def test_the_meeting_of_a_band_gives_its_rows_their_year() -> None:
    found = paper(
        "Action Log\n\n"
        "| Action | Who | When |\n|---|---|---|\n"
        "| Meeting of 12 September 2023 | | |\n| Print the list. | Ann Osei | November |\n"
        "| Meeting of 21 November 2023 | | |\n| Set the fees. | Tunde Okoro | January |\n"
    )
    assert [one.theme for one in found.recommendations] == [
        "Meeting of 12 September 2023",
        "Meeting of 21 November 2023",
    ]
    assert [[one.edtf for one in rec.actions[0].due] for rec in found.recommendations] == [
        ["2023-11"],
        ["2024-01"],
    ]


def test_the_meeting_in_the_first_row_of_a_table_gives_its_rows_their_year() -> None:
    printed = (
        "Actions Arising\n\n| Meeting of 12 June 2025 | | | |\n|---|---|---|---|\n"
        "| No | Action | By whom | By when |\n| 1 | Send the list. | Ann Osei | 26 June |\n"
    )
    (one,) = records(printed)
    assert [date.edtf for date in one.actions[0].due] == ["2025-06-26"]
