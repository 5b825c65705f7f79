"""Labels to roles: the cases of `cases/columns.toml`, and what is a header."""

from __future__ import annotations

from typing import Any

import pytest

from normalise.columns import Role, read_label
from normalise.headers import header_score, is_header, read_columns
from tests.support.reading import text, toml_cases

CASES = toml_cases("columns.toml")


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_a_label_names_its_facts(case: dict[str, Any]) -> None:
    label = read_label(case["label"])
    assert (label.role, label.second, label.period) == (
        case["role"],
        case.get("second", label.second if "period" in case else None),
        case.get("period"),
    )


@pytest.mark.parametrize("case", CASES["reject"], ids=lambda case: case["name"])
def test_what_is_no_label_names_none(case: dict[str, Any]) -> None:
    assert not read_label(case["label"]).known


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["label"])
def test_capitals_and_colons_change_nothing(case: dict[str, Any]) -> None:
    assert read_label(case["label"].upper().rstrip(":") + ":").role == read_label(case["label"]).role


@pytest.mark.parametrize(
    ("row", "header"),
    [
        (("Ref", "Recommendation", "Action", "Lead", "Due"), True),
        (("", "Recommendation", "", "Lead officer", ""), True),
        (("Ref", "Recommendation", "Gwarchodwr"), True),
        (("1", "That bins are emptied.", "Crews to be told.", "Ann Osei", "May 2023"), False),
        (("Recommendation",), False),
        (("Action", "Action", "Action"), False),
        (("Ward", "Votes", "Turnout"), False),
        (("Action", "Votes", "Turnout", "Majority"), False),
        (("", "", ""), False),
        (
            (
                "Lead",
                (
                    "The Council should publish the action plan and its progress "
                    "on the website before the end of May."
                ),
            ),
            False,
        ),
    ],
)
def test_a_header_is_a_row_of_labels(row: tuple[str, ...], header: bool) -> None:
    assert is_header([text(cell) for cell in row]) is header


def test_the_score_of_a_header_is_the_share_of_known_labels() -> None:
    assert header_score([text(cell) for cell in ("Ref", "Action", "Gwarchodwr", "Lleoliad", "")]) == 0.5


def test_columns_keep_their_printed_labels() -> None:
    (column,) = read_columns([text("Evidence of Progress (Nov 2023)")])
    assert (column.label, column.role, column.period) == (
        "Evidence of Progress (Nov 2023)",
        Role.PROGRESS,
        "2023-11",
    )
    assert column.period_label == "Nov 2023"
