"""Each word is placed, furniture or unplaced, exactly once (contract, Words)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.ledger import Ledger, locations
from parsers.model import Heading, Layout, Paragraph, Text
from tests.support.reading import layout, paper


def _texts(printed: str) -> tuple[Layout, list[Text]]:
    made = layout(printed)
    return made, [block.text for block in made.blocks if isinstance(block, Heading | Paragraph)]


def test_an_open_ledger_has_every_word_unplaced() -> None:
    made, _ = _texts("one two\n\nthree")
    accounting = Ledger(made).close()
    assert (accounting.words, accounting.placed, accounting.furniture) == (3, 0, 0)
    assert [one.text for one in accounting.unplaced] == ["one two", "three"]
    assert [one.location.line for one in accounting.unplaced] == [1, 3]


def test_what_is_placed_comes_back_as_its_string() -> None:
    made, (first, second) = _texts("one two\n\nthree")
    ledger = Ledger(made)
    assert ledger.place(first) == "one two"
    assert ledger.is_placed(first) and not ledger.is_placed(second)
    assert [one.text for one in ledger.close().unplaced] == ["three"]


def test_a_word_placed_twice_counts_once() -> None:
    made, (first, second) = _texts("one two\n\nthree")
    ledger = Ledger(made)
    for text in (first, first, second):
        ledger.place(text)
    accounting = ledger.close()
    assert (accounting.words, accounting.placed, accounting.unplaced) == (3, 3, [])


def test_a_word_placed_and_furnished_is_placed() -> None:
    made, (first, second) = _texts("one two\n\nthree")
    ledger = Ledger(made)
    ledger.furnish([first, second])
    ledger.place(first)
    accounting = ledger.close()
    assert (accounting.placed, accounting.furniture) == (2, 1)


def test_words_left_in_the_middle_are_told_apart() -> None:
    made, (text,) = _texts("one two three four five")
    ledger = Ledger(made)
    ledger.place(text.cut(4, 7))
    ledger.place(text.cut(14, 18))
    assert [one.text for one in ledger.close().unplaced] == ["one", "three", "five"]


def test_places_are_told_once() -> None:
    _, (first, second) = _texts("one two\n\nthree")
    assert [place.line for place in locations(first, second, first)] == [1, 3]


def test_a_repeated_header_is_furniture_and_a_merged_cell_counts_once() -> None:
    header = "| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"
    made = paper(
        f"{header}| 1 | That parks are kept. | Mow. | Ann Osei | May 2023 |\n\n"
        f"{header}| 2 | That pools are kept. | Clean. | Ann Osei | May 2023 |\n"
    )
    assert made.accounting.furniture == 5
    assert made.accounting.words == 30
    assert made.accounting.placed == 25


_lines = st.lists(
    st.sampled_from(
        [
            "Anytown Council",
            "# Plan",
            "Page 3",
            "| Ref | Recommendation | Lead |",
            "|---|---|---|",
            "| 1 | That bins are emptied. | Ann Osei |",
            "| | of the parks | |",
            "Action: Tell them.",
            "Recommendation 1: That it is done.",
            "Lead officer: Ann Osei",
            "1. Purpose",
            "1.1 To tell of parks.",
            "Date:\t2 May 2023",
            "Key: 1 = Complete; 2 = On track",
            "☒ Safe streets",
            "Council Priorities",
            "None",
            "",
            "",
        ]
    ),
    min_size=1,
    max_size=14,
)


@given(_lines)
def test_the_ledger_of_any_paper_balances(lines: list[str]) -> None:
    made = paper("\n".join(["Report", *lines]))
    assert made.accounting.words == sum(1 for _ in layout("\n".join(["Report", *lines])).words())
