"""Numbers of lines in the margin of a PDF: furniture, and no words of the lines beside them."""

from __future__ import annotations

from parsers.model import Layout
from tests.support.pdf_reading import layout_of, prose_of, tables_of
from tests.support.pdf_writer import Sheet, width_of

LINES = (
    "The Committee asked for a report on the parks of the borough,",
    "and it will be told of the progress that has been made at its",
    "meeting in the autumn. Members visited four parks in June and",
    "spoke to the groups that look after them. Their views are set",
    "out below, with those of the staff who cut the grass in them.",
    "No charge is made for the use of any of the parks this year.",
)


def _numbered(first: int, lines: tuple[str, ...] = LINES) -> Sheet:
    sheet = Sheet()
    for at, line in enumerate(lines):
        number = str(first + at)
        sheet.text(90, 100 + 14 * at, line).text(72 - width_of(number), 100 + 14 * at, number)
    return sheet


def _furniture(layout: Layout) -> str:
    return " ".join(map(str, layout.furniture))


def test_a_number_beside_each_line_is_no_word_of_it() -> None:
    layout = layout_of(_numbered(1), _numbered(7))
    assert " ".join(prose_of(layout)).split() == " ".join([*LINES, *LINES]).split()
    assert _furniture(layout) == "1 2 3 4 5 6 7 8 9 10 11 12"


def test_a_page_with_few_numbers_goes_on_with_those_before_it() -> None:
    layout = layout_of(_numbered(1), _numbered(7, ("The gates are open until", "nine in the evening.")))
    assert prose_of(layout)[-1] == "The gates are open until\nnine in the evening."
    assert _furniture(layout).endswith("6 7 8")


def test_numbers_of_paragraphs_and_references_of_rows_stay() -> None:
    sheet = Sheet()
    for at, line in enumerate(LINES):
        sheet.text(60, 100 + 14 * at, f"{at + 1}").text(90, 100 + 14 * at, line.capitalize())
    layout = layout_of(sheet)
    assert not layout.furniture
    words = " ".join(prose_of(layout) + [str(cell.text) for one in tables_of(layout) for cell in one.cells])
    assert {"1", "2", "3", "4", "5", "6"} <= set(words.replace(".", " ").split())


def test_references_of_rows_stay_where_their_cells_begin_in_lower_case() -> None:
    sheet = Sheet()
    for at in range(6):
        sheet.text(60, 100 + 14 * at, f"{at + 11}").text(90, 100 + 14 * at, f"mow park number {at}")
        sheet.text(300, 100 + 14 * at, "Ann Osei").text(420, 100 + 14 * at, "May 2024")
    layout = layout_of(sheet)
    assert not layout.furniture
