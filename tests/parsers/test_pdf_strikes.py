"""PDF: words with a line drawn through them, and lines that are drawn for something else."""

from __future__ import annotations

import pytest

from parsers.model import Layout
from tests.support.pdf_reading import layout_of, only_table, tables_of
from tests.support.pdf_writer import PAD, Sheet, width_of

XS = [50.0, 150.0, 300.0, 450.0]
YS = [100.0, 130.0, 160.0]
# A baseline, and how far over it a line through its words stands, in points of 10.
BASE, MIDDLE, UNDER = 114.0, 2.8, -1.5


def struck(layout: Layout) -> str:
    return " ".join(word.text for word in layout.words() if word.struck)


def sheet(row: tuple[str, str, str] = ("1", "Keep the pond.", "May 2023 July 2023")) -> Sheet:
    return Sheet().table(XS, YS, [row, ("2", "Plant trees.", "June 2023")])


def over(sheet: Sheet, text: str, before: str = "", up: float = MIDDLE, x: float = XS[2] + PAD) -> Sheet:
    """Draw a line at a height over words that stand behind others."""
    x += width_of(before)
    return sheet.rule(x, BASE - up, x + width_of(text), BASE - up)


def test_words_with_a_line_through_them_are_struck() -> None:
    made = layout_of(over(sheet(), "May 2023"))
    assert struck(made) == "May 2023"
    assert [str(cell.text) for cell in tables_of(made)[0].cells][:3] == [
        "1",
        "Keep the pond.",
        "May 2023 July 2023",
    ]


def test_what_replaces_words_without_a_blank_is_a_word_of_its_own() -> None:
    made = layout_of(over(sheet(("1", "Keep it.", "May 2023July 2023")), "May 2023"))
    assert struck(made) == "May 2023"
    assert "May 2023 July 2023" in [str(cell.text) for cell in tables_of(made)[0].cells]


def test_words_of_prose_are_struck_too() -> None:
    made = layout_of(over(Sheet().text(60, BASE, "Close the pool. Keep it."), "Close the pool.", x=60))
    assert struck(made) == "Close the pool."


def test_a_line_through_words_between_rules_is_no_rule() -> None:
    rows = [["Ref", "Action", "Due"], ["1", "Keep the pond.", "May 2023"], ["2", "Plant.", "June 2023"]]
    ys = [100.0, 130.0, 160.0, 190.0]
    plain = Sheet().cells(XS, ys, rows)
    for y in ys:
        plain.rule(XS[0], y, XS[-1], y)
    x = XS[1] + PAD
    assert only_table(plain.rule(x, 144 - MIDDLE, x + width_of("Keep the pond."), 144 - MIDDLE)) == rows


@pytest.mark.parametrize(
    "drawn",
    [
        over(sheet(), "May 2023", up=UNDER),
        sheet().rule(XS[0], BASE - MIDDLE, XS[-1], BASE - MIDDLE),
        sheet().rule(XS[2], BASE - MIDDLE, XS[2] + 90, BASE - MIDDLE),
        Sheet().text(60, BASE, "Note").rule(40, BASE - MIDDLE, 400, BASE - MIDDLE),
        Sheet().text(60, BASE, "Name").text(300, BASE, "Date").rule(60, BASE - MIDDLE, 320, BASE - MIDDLE),
    ],
    ids=["an underline", "a rule of the table", "a rule of a cell", "a rule beside words", "a dotted leader"],
)
def test_other_lines_strike_nothing(drawn: Sheet) -> None:
    assert struck(layout_of(drawn)) == ""
