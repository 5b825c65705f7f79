"""Blocks that print two labels with their values a row, and what stands over their recommendations."""

from __future__ import annotations

import pytest

from tests.support.reading import records

SIDE_BY_SIDE = (
    "| Recommendation 1 | That bins are emptied weekly. | | |\n|---|---|---|---|\n"
    "| Lead | Ann Osei | Target | May 2023 |\n"
    "| Action | Tell the crews. | Success measure | No overflowing bins |\n\n"
    "| Recommendation 2 | That trees are planted. | | |\n|---|---|---|---|\n"
    "| Lead | Head of Parks | Target | June 2024 |\n"
    "| Action | Order the trees. | Success measure | 200 trees |\n"
)


def test_two_labels_a_row_are_two_facts() -> None:
    found = [(one.ref, one.actions[0]) for one in records(SIDE_BY_SIDE)]
    assert [(ref, action.text, action.success_measures) for ref, action in found] == [
        ("1", "Tell the crews.", "No overflowing bins"),
        ("2", "Order the trees.", "200 trees"),
    ]
    assert [action.officers[0].name or action.officers[0].role for _, action in found] == [
        "Ann Osei",
        "Head of Parks",
    ]
    assert [action.due[0].edtf for _, action in found] == ["2023-05", "2024-06"]


def test_one_row_of_four_cells_is_none_of_two_labels() -> None:
    printed = (
        "| Recommendation 1 | That bins are emptied weekly. | | |\n|---|---|---|---|\n"
        "| Lead | Ann Osei | Target | May 2023 |\n| Action | Tell the crews. | | |\n"
    )
    assert [one.actions[0].due for one in records(printed)] in ([], [[]])


def test_what_stands_over_the_recommendation_of_each_block_is_of_it() -> None:
    printed = "\n\n".join(
        f"| Priority | {priority} |\n|---|---|\n| Finding | {finding} |\n"
        f"| Recommendation {number} | {text} |\n| Responsible officer | {officer} |\n| Due date | May 2023 |"
        for number, priority, finding, text, officer in (
            (1, "High", "Bins overflow.", "That bins are emptied weekly.", "Ann Osei"),
            (2, "Low", "Streets are bare.", "That trees are planted.", "Head of Parks"),
        )
    )
    found = records(printed)
    assert [(one.ref, one.text) for one in found] == [
        ("1", "That bins are emptied weekly."),
        ("2", "That trees are planted."),
    ]
    assert [one.actions[0].priority for one in found] == ["High", "Low"]


@pytest.mark.parametrize(
    ("action", "lead", "due", "expected"),
    [
        (
            "1. Open a ward 2. Recruit a nurse",
            "1. Ann Osei 2. Bo Li",
            "1. May 2023 2. June 2023",
            [("Ann Osei", "2023-05"), ("Bo Li", "2023-06")],
        ),
        ("1. Open a ward 2. Recruit a nurse", "Ann Osei", "May 2023", [("Ann Osei", "2023-05")]),
    ],
    ids=["each with its owner and date", "one owner and date"],
)
def test_lists_on_one_line_are_paired(
    action: str, lead: str, due: str, expected: list[tuple[str, str]]
) -> None:
    printed = (
        "| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"
        f"| R1 | That a ward is opened. | {action} | {lead} | {due} |\n"
        "| R2 | That fees are raised. | Report to Cabinet. | Cy Day | July 2023 |\n"
    )
    first = records(printed)[0]
    assert [(one.officers[0].name, one.due[0].edtf) for one in first.actions] == expected


def test_a_numbered_band_is_the_theme_of_its_actions() -> None:
    printed = (
        "| Ref | Action | Lead | Due |\n|---|---|---|---|\n"
        "| 1.0 | Transport | | |\n| 1.1 | Paint the lanes. | Ann Osei | May 2023 |\n"
        "| 2.0 | Parks | | |\n| 2.1 | Order the trees. | Bo Li | June 2023 |\n"
    )
    assert [(one.ref, one.theme) for one in records(printed)] == [
        ("1.1", "1.0 Transport"),
        ("2.1", "2.0 Parks"),
    ]
