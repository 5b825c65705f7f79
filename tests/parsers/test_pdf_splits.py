"""Ruled tables of numbers without rules between their lines: each line is a row."""

from __future__ import annotations

from tests.support.pdf_reading import layout_of, rows_of, tables_of
from tests.support.pdf_writer import PAD, Sheet

XS = [50.0, 200.0, 290.0, 380.0, 470.0]
HEAD = ["Ward", "Homes", "Empty", "Share"]
NUMBERS = [
    ["Ashby", "1,204", "31", "2.6%"],
    ["Barton", "655", "12", "1.8%"],
    ["Carr Hill", "2,010", "44", "2.2%"],
    ["Denby", "980", "9", "0.9%"],
    ["Elm Park", "1,115", "27", "2.4%"],
]
TOTAL = ["Total", "5,964", "123", "2.1%"]
TOP, LINE = 100.0, 14.0


def _tall(rows: list[list[str]], height: float) -> Sheet:
    """Draw a header, one ruled row that holds so many lines, and a row of totals."""
    sheet = Sheet().grid(XS, [TOP, TOP + 20, TOP + 20 + height, TOP + 40 + height])
    sheet.cells(XS, [TOP], [HEAD])
    for at, row in enumerate(rows):
        for left, text in zip(XS, row, strict=False):
            if text:
                sheet.text(left + PAD, TOP + 34 + at * LINE, text)
    return sheet.cells(XS, [TOP + 20 + height], [TOTAL])


def test_each_line_of_numbers_is_a_row() -> None:
    (table,) = tables_of(layout_of(_tall(NUMBERS, 80.0)))
    assert rows_of(table) == [HEAD, *NUMBERS, TOTAL]


def test_a_name_of_two_lines_stays_one_row() -> None:
    rows = [
        ["Ashby and the villages", "1,204", "31", "2.6%"],
        ["of the moor", "", "", ""],
        *NUMBERS[1:],
    ]
    (table,) = tables_of(layout_of(_tall(rows, 90.0)))
    assert rows_of(table)[1] == ["Ashby and the villages\nof the moor", "1,204", "31", "2.6%"]
    assert rows_of(table)[2:] == [*NUMBERS[1:], TOTAL]


def test_a_cell_beside_the_lines_stays_whole() -> None:
    height = 80.0
    ys = [TOP, TOP + 20, TOP + 20 + height]
    xs = [*XS, 545.0]
    sheet = Sheet().grid(xs, ys).cells(xs, ys, [[*HEAD, "Source"]])
    for at, row in enumerate(NUMBERS):
        for left, text in zip(XS, row, strict=False):
            sheet.text(left + PAD, TOP + 34 + at * LINE, text)
    (table,) = tables_of(layout_of(sheet))
    assert [row[:4] for row in rows_of(table)] == [HEAD, *NUMBERS]


def test_lines_of_words_stay_in_their_cell() -> None:
    words = ["Mow the grass", "of the parks in", "the borough and", "tell the Board", "of the cost"]
    rows = [["", line, "", ""] for line in words]
    rows[0] = ["1", words[0], "Ann Osei", "May 2024"]
    (table,) = tables_of(layout_of(_tall(rows, 80.0)))
    read = [[" ".join(text.split()) for text in row] for row in rows_of(table)]
    assert read == [HEAD, ["1", " ".join(words), "Ann Osei", "May 2024"], TOTAL]
