"""Words that the lines of a page cut in two, made whole by the paper's own words and by English."""

from __future__ import annotations

import pytest

from normalise.wraps import mended
from parsers.model import Cell, Layout, Paragraph, Place, Table, Text, Word
from parsers.model.words import WRAP


def printed(*lines: str, first: int = 0) -> Text:
    """Return lines of a page as its reader gives them: each but the first may go on with a word."""
    words: list[Word] = []
    for line in lines:
        for at, word in enumerate(line.split()):
            before = " " if at else WRAP
            words.append(Word(word, first + len(words), before if words else "", Place()))
    return Text(tuple(words))


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("of sheltered accom-", "modation in May"), "of sheltered accommodation in May"),
        (("the recommen", "dation of May"), "the recommendation of May"),
        (("the park", "and the pond"), "the park and the pond"),
        (("by 31/10/", "2021 at"), "by 31/10/2021 at"),
        (("a cost of 12,", "500 pounds"), "a cost of 12,500 pounds"),
        (("a total of 12,", "50 of them"), "a total of 12, 50 of them"),
        (("see www.anytown.gov.uk/", "parks today"), "see www.anytown.gov.uk/parks today"),
        (("ann.lee@anytown", ".gov.uk answers"), "ann.lee@anytown.gov.uk answers"),
        (("in 2020-", "21 and later"), "in 2020-21 and later"),
        (("work is on", "going there"), "work is on going there"),
        (("Accepted -", "The park is safe"), "Accepted - The park is safe"),
        (("not in", "education or training"), "not in education or training"),
        (("Accept", "ed by Cabinet"), "Accepted by Cabinet"),
        (("the case for", "ward members"), "the case for ward members"),
        (("take part", "ed by hand"), "take part ed by hand"),
        (("write an e-", "mail today"), "write an e-mail today"),
        (("12/09/2", "3 at noon"), "12/09/23 at noon"),
        (("12.09.20", "24, noon"), "12.09.2024, noon"),
        (("ENV/", "2023", "/01"), "ENV/2023/01"),
        (("HSG", "/", "2024/02"), "HSG/2024/02"),
        (("2023/24", "2024/25"), "2023/24 2024/25"),
        (("IT /", "HR"), "IT / HR"),
        (("a well-", "known park", "and pond"), "a well-known park and pond"),
    ],
)
def test_a_line_end_inside_a_word_is_taken_out(lines: tuple[str, ...], whole: str) -> None:
    [block] = mended(Layout("application/pdf", (Paragraph(printed(*lines)),))).blocks
    assert isinstance(block, Paragraph)
    assert str(block.text) == whole


def test_cells_are_mended_as_prose_is() -> None:
    cells = (Cell(0, 0, printed("accom-", "modation")), Cell(0, 1, printed("by May", first=2)))
    [table] = mended(Layout("application/pdf", (Table(1, 1, 2, cells),))).blocks
    assert isinstance(table, Table)
    assert [str(cell.text) for cell in table.cells] == ["accommodation", "by May"]


def test_the_paper_s_own_spelling_of_a_word_decides() -> None:
    blocks = (Paragraph(printed("Wexmersted is a town.")), Paragraph(printed("in Wexmer-", "sted", first=4)))
    last = mended(Layout("application/pdf", blocks)).blocks[-1]
    assert isinstance(last, Paragraph)
    assert str(last.text) == "in Wexmersted"


def test_what_has_no_such_line_end_is_left_as_it_is() -> None:
    whole = Layout("application/pdf", (Paragraph(printed("in one line")),))
    assert mended(whole) is whole
