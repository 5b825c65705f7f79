"""Running heads and feet, told by where they stand on their pages."""

from __future__ import annotations

import pytest

from normalise.page_edges import running_lines
from parsers.model import Block, Paragraph, Place, Text, Word

HEAD, BODY, FOOT = 40.0, 300.0, 780.0


def paper(*pages: list[tuple[str, float]]) -> list[Block]:
    """Return the lines of pages, each with its top, as blocks."""
    blocks: list[Block] = []
    number = 0
    for page, lines in enumerate(pages, start=1):
        for at, (line, top) in enumerate(lines, start=1):
            place = Place(page=page, line=at, bbox=(50.0, top, 500.0, top + 10))
            words = [Word(word, number + n, " ", place) for n, word in enumerate(line.split())]
            number += len(words)
            blocks.append(Paragraph(Text(tuple(words))))
    return blocks


def running(*pages: list[tuple[str, float]]) -> list[str]:
    blocks = paper(*pages)
    numbers = running_lines(blocks)
    return [
        str(block.text)
        for block in blocks
        if not hasattr(block, "cells") and block.text.words[0].number in numbers
    ]


def pages(*feet: str, top: float = FOOT) -> list[list[tuple[str, float]]]:
    """Return a page for each line: six lines of its own, that line at its height."""
    own = ("The pond", "Its bank", "The hedge", "A fence", "The path", "A gate")
    return [
        [
            *((f"{what} was {name}.", BODY - 40 + 20 * at) for at, what in enumerate(own)),
            (foot, top),
        ]
        for name, foot in zip(("cut", "wet", "new", "old", "cold"), feet, strict=False)
    ]


@pytest.mark.parametrize(
    "feet",
    [
        ("Anytown District Council | June 2025 1", "Anytown District Council | June 2025 2"),
        ("Follow-up report 1/2", "Follow-up report 2/2"),
        ("action-plan.xlsx 1", "action-plan.xlsx 2"),
        ("Scrutiny Team, version 4", "Scrutiny Team, version 4"),
        ("Anytown Council – Tracker [7]", "Anytown Council – Tracker [8]"),
        ("Housing Tracker 2024", "Housing Tracker 2024"),
    ],
)
def test_the_same_line_at_one_height_is_furniture(feet: tuple[str, ...]) -> None:
    assert running(*pages(*feet)) == list(feet)


def test_a_head_stays_where_it_first_stands() -> None:
    title = "Action Plan: Review of Ponds"
    assert running(*pages(title, title, title, top=HEAD)) == [title, title]


@pytest.mark.parametrize(
    ("feet", "top"),
    [
        (("Recommendation 1", "Recommendation 2"), HEAD),
        (("Progress with recommendation 1", "Progress with recommendation 2"), HEAD),
        (("Theme 1", "Theme 2"), HEAD),
        (("Number of complaints received 14", "Number of complaints received 9"), FOOT),
        (("Members asked for 3", "Officers will bring 4"), FOOT),
        (("Nobody was hurt.", "Nobody was hurt."), BODY + 10),
    ],
)
def test_other_lines_stay(feet: tuple[str, ...], top: float) -> None:
    assert running(*pages(*feet, top=top)) == []


def test_the_same_words_at_another_height_stay() -> None:
    first, second = pages("Housing Services", "Housing Services")
    second[-1] = ("Housing Services", FOOT - 60)
    assert running(first, second) == []


def test_a_line_of_few_of_many_pages_stays() -> None:
    assert running(*pages("Housing", "Housing", "Roads", "Parks", "Ponds")) == []


def test_a_paper_of_one_page_has_none() -> None:
    assert running(*pages("Anytown Council 1")) == []
