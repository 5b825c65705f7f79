"""Running titles and page numbers, told by repetition and place."""

from __future__ import annotations

import pytest

from normalise.elements import RecordTable
from normalise.furniture import is_page_number, running_key
from normalise.logical_rows import RowKind
from tests.support.reading import document

HEADER = "| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"
PAGES = tuple(
    f"{HEADER}| {ref} | That the {what} is kept. | Keep it. | Ann Osei | May 2023 |"
    for ref, what in ((1, "park"), (2, "pool"), (3, "hall"), (4, "farm"))
)


def furniture(printed: str) -> list[str]:
    """Return the lines that a paper repeats, headers aside."""
    return [
        " ".join(str(text).split())
        for text in document(printed).furniture
        if len(text.words) != 1 or str(text) not in HEADER
    ]


@pytest.mark.parametrize(
    "line",
    ["Page 3", "page 3 of 12", "Page | 3", "- 3 -", "3 of 12", "3 | Page", "– 12 –", "Page: 4", "3/12"],
)
def test_a_page_number_says_so(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize(
    "line", ["3", "Page", "Page three", "2021", "3 of the members", "Page 3 was blank.", "1.2", ""]
)
def test_what_does_not_say_so_is_none(line: str) -> None:
    assert not is_page_number(line)


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("Action Plan – Page 2 of 7", "Action Plan – Page 3 of 7"),
        ("Review of Parks and Pools 3", "Review of Parks and Pools 4"),
        ("ACTION PLAN", "Action Plan (continued)"),
        ("Action Plan", "Action Plan cont'd"),
    ],
)
def test_what_stays_the_same_of_a_running_title(line: str, again: str) -> None:
    assert running_key(line) == running_key(again)


def test_a_title_on_each_page_is_furniture_but_the_first() -> None:
    printed = "\n\n".join(f"Action Plan: Review of Parks\n\n{page}" for page in PAGES)
    assert furniture(printed) == ["Action Plan: Review of Parks"] * 3


def test_a_foot_on_most_pages_is_furniture() -> None:
    printed = "\n\nScrutiny Team, version four\n\n".join(PAGES)
    assert furniture(printed) == ["Scrutiny Team, version four"] * 3


def test_page_numbers_that_count_up_are_furniture() -> None:
    printed = "\n\n".join(f"{page}\n\n{at}" for at, page in enumerate(PAGES, start=14))
    assert furniture(printed) == ["14", "15", "16", "17"]


def test_numbers_that_do_not_count_up_are_words() -> None:
    printed = "\n\n".join(f"{page}\n\n{at}" for at, page in zip((40, 7, 19, 3), PAGES, strict=True))
    assert not set(furniture(printed)) & {"40", "7", "19", "3"}


def test_the_pages_of_one_table_are_one_table() -> None:
    printed = "\n\n".join(
        f"Action Plan: Review of Parks\n\n{page}\n\nPage {at} of 4" for at, page in enumerate(PAGES, start=1)
    )
    (table,) = (one for one in document(printed).elements if isinstance(one, RecordTable))
    assert [(row.kind, str(row.cells[0])) for row in table.rows] == [
        (RowKind.RECORD, ref) for ref in ("1", "2", "3", "4")
    ]


def test_a_heading_over_each_table_is_no_furniture() -> None:
    names = ("Parks", "Pools", "Halls", "Farms")
    printed = "\n\n".join(f"{name}\n\n{page}" for name, page in zip(names, PAGES, strict=True))
    assert not set(furniture(printed)) & set(names)


def test_prose_that_is_repeated_is_no_furniture() -> None:
    sentence = "The Committee thanked all those who gave evidence to the review. " * 4
    assert furniture(f"{sentence}\n\n{PAGES[0]}\n\n{sentence}") == []
