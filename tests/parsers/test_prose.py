"""Headings, items and paragraphs."""

from __future__ import annotations

import pytest

from parsers.model import Block, Heading, Item, Paragraph
from tests.support.reading import layout


def shown(block: Block) -> str:
    """Write a block as a case does: "h2 Words", "1. Words" under its depth, "p Words"."""
    if isinstance(block, Heading):
        return f"h{block.level} {block.text}"
    if isinstance(block, Item):
        return f"{'>' * block.depth}[{block.mark}] {block.text}"
    assert isinstance(block, Paragraph)
    return f"{'P' if block.strong else 'p'} {block.text}"


CASES = {
    "headings": ("# One\n## Two\n###### Six", ["h1 One", "h2 Two", "h6 Six"]),
    "a closed heading": ("## Two ##", ["h2 Two"]),
    "a heading with markup": ("## **Two**", ["h2 Two"]),
    "an underlined title": ("Plan\n====", ["h1 Plan"]),
    "an underlined heading": ("Plan\n----", ["h2 Plan"]),
    "a paragraph": ("The Committee met.", ["p The Committee met."]),
    "a wrapped paragraph": ("The Committee\nmet on Tuesday.", ["p The Committee\nmet on Tuesday."]),
    "two paragraphs": ("One.\n\nTwo.", ["p One.", "p Two."]),
    "a paragraph in bold": ("**Background**", ["P Background"]),
    "a line of bold over another": ("**Lead**\nAnn", ["p Lead\nAnn"]),
    "bullets": ("- One\n* Two\n+ Three", ["[] One", "[] Two", "[] Three"]),
    "bullets of Word": ("• One\n• Two", ["[•] One", "[•] Two"]),
    "bullets deeper": ("- One\n  - Two\n    - Three", ["[] One", ">[] Two", ">>[] Three"]),
    "numbers": ("1. One\n2. Two", ["[1.] One", "[2.] Two"]),
    "numbers in brackets": ("(1) One\n(2) Two", ["[(1)] One", "[(2)] Two"]),
    "letters": ("a) One\nb) Two", ["[a)] One", "[b)] Two"]),
    "Roman numbers": ("(i) One.\n(ii) Two.\n(iii) Three.", ["[(i)] One.", "[(ii)] Two.", "[(iii)] Three."]),
    "numbers of parts": ("2.1 One.\n2.2 Two.", ["[2.1] One.", "[2.2] Two."]),
    "numbers of three parts": ("2.1.1 One.", ["[2.1.1] One."]),
    "a number and a bullet": ("- 1. One", ["[1.] One"]),
    "an item that wraps": ("1. One and\n   some more.\n2. Two", ["[1.] One and\nsome more.", "[2.] Two"]),
    "a bullet that wraps": ("• One and\nsome more.", ["[•] One and\nsome more."]),
    "a number in bold": ("**1.** One", ["[1.] One"]),
    "a rule": ("One.\n\n***\n\nTwo.", ["p One.", "p Two."]),
    "a rule of lines": ("One.\n\n_____\n\nTwo.", ["p One.", "p Two."]),
    "a heading without words": ("#\n\nTwo.", ["p Two."]),
}


@pytest.mark.parametrize(("printed", "blocks"), CASES.values(), ids=CASES)
def test_lines_become_blocks(printed: str, blocks: list[str]) -> None:
    assert [shown(block) for block in layout(printed).blocks] == blocks


STAY = {
    "a hash without a blank": "#1 priority is housing.",
    "a year at the head": "2021 was a hard year.",
    "a sum at the head": "£2.6 million was spent.",
    "a number that counts": "12 members voted.",
    "an article at the head": "A review was held.",
    "the first person": "I move the motion.",
    "a footnote star": "*Figures are provisional.",
    "a hyphen in a word": "-5 degrees was measured.",
    "an initial in a name": "Cllr A. Smith spoke.",
}


@pytest.mark.parametrize("printed", STAY.values(), ids=STAY)
def test_a_sentence_stays_a_paragraph(printed: str) -> None:
    assert [shown(block) for block in layout(printed).blocks] == [f"p {printed}"]


def test_a_figure_at_the_head_of_a_wrapped_line_opens_no_item() -> None:
    printed = "The refit of all kitchens cost\n2.6 million pounds."
    assert [shown(block) for block in layout(printed).blocks] == [f"p {printed}"]


def test_every_word_knows_its_line() -> None:
    printed = "# Plan\n\nThe Committee\nmet.\n\n1. One"
    assert {word.text: word.place.line for word in layout(printed).words()} == {
        "Plan": 1,
        "The": 3,
        "Committee": 3,
        "met.": 4,
        "1.": 6,
        "One": 6,
    }


def test_nothing_gives_no_blocks() -> None:
    assert layout("\n \n\t\n").blocks == ()
