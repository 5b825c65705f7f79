"""Tables of a PDF however their lines are drawn: thin boxes, double, dashed, shades alone, some left out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.support.pdf_reading import layout_of, only_table, prose_of, rows_of, tables_of
from tests.support.pdf_writer import BOLD, HEIGHT, Sheet, width_of

XS = [50.0, 110.0, 330.0, 500.0]
YS = [100.0, 125.0, 165.0, 205.0]
ROWS = [
    ["Ref", "Agreed action", "Lead officer"],
    ["1", "Mow the grass\nin all parks.", "Ann Osei"],
    ["2", "Plant trees.", "Ben Lee"],
]


def _lines(sheet: Sheet, draw: Callable[[float, float, float, float], Sheet]) -> Sheet:
    """Draw each line of the grid in a way of its own."""
    for y in YS:
        draw(XS[0], y, XS[-1], y)
    for x in XS:
        draw(x, YS[0], x, YS[-1])
    return sheet


def _boxes(sheet: Sheet) -> Sheet:
    """Draw lines as thin filled rectangles, as Word and browsers do."""
    return _lines(sheet, lambda a, b, c, d: sheet.fill(a - 0.25, b - 0.25, c + 0.25, d + 0.25))


def _pieces(sheet: Sheet) -> Sheet:
    """Draw the border of each cell on its own, as thin rectangles that end at its corners."""
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            for a, b, c, d in (
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            ):
                sheet.fill(a - 0.24, b - 0.24, c + 0.24, d + 0.24)
    return sheet


def _rectangles(sheet: Sheet) -> Sheet:
    """Stroke a rectangle around each cell."""
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            sheet.raw(f"q 0.5 w {left} {HEIGHT - bottom} {right - left} {bottom - top} re S Q")
    return sheet


def _double(sheet: Sheet) -> Sheet:
    """Draw each line twice, a point and a half apart."""

    def draw(a: float, b: float, c: float, d: float) -> Sheet:
        dx, dy = (0.75, 0.0) if a == c else (0.0, 0.75)
        return sheet.rule(a - dx, b - dy, c - dx, d - dy).rule(a + dx, b + dy, c + dx, d + dy)

    return _lines(sheet, draw)


def _dashed(sheet: Sheet) -> Sheet:
    """Draw lines with the dash pattern of the file."""
    return _lines(sheet, lambda a, b, c, d: sheet.rule(a, b, c, d, dash="[2 2] 0 d"))


def _dashes(sheet: Sheet) -> Sheet:
    """Draw each dash as a line of its own."""

    def draw(a: float, b: float, c: float, d: float) -> Sheet:
        long = max(c - a, d - b)
        at = 0.0
        while at < long:
            end = min(at + 2.5, long)
            if a == c:
                sheet.rule(a, b + at, a, b + end)
            else:
                sheet.rule(a + at, b, a + end, b)
            at += 4.5
        return sheet

    return _lines(sheet, draw)


def _dots(sheet: Sheet) -> Sheet:
    """Draw each dot as a small filled square."""

    def draw(a: float, b: float, c: float, d: float) -> Sheet:
        long = int(max(c - a, d - b))
        for at in range(0, long + 1, 2):
            x, y = (a, b + at) if a == c else (a + at, b)
            sheet.fill(x - 0.25, y - 0.25, x + 0.25, y + 0.25)
        return sheet

    return _lines(sheet, draw)


def _in_grey(sheet: Sheet) -> Sheet:
    """Draw lines in light grey."""
    sheet.raw("0.75 G")
    return sheet.grid(XS, YS)


def _open(*sides: str) -> Callable[[Sheet], Sheet]:
    """Leave out the lines of some sides."""

    def draw(sheet: Sheet) -> Sheet:
        for at, y in enumerate(YS):
            if not (("top" in sides and at == 0) or ("bottom" in sides and at == len(YS) - 1)):
                sheet.rule(XS[0], y, XS[-1], y)
        for at, x in enumerate(XS):
            if not (("left" in sides and at == 0) or ("right" in sides and at == len(XS) - 1)):
                sheet.rule(x, YS[0], x, YS[-1])
        return sheet

    return draw


DRAWN = {
    "strokes": lambda sheet: sheet.grid(XS, YS),
    "thin boxes": _boxes,
    "the borders of each cell": _pieces,
    "a rectangle for each cell": _rectangles,
    "double": _double,
    "dashed": _dashed,
    "dashes": _dashes,
    "dots": _dots,
    "grey": _in_grey,
    "open at the top": _open("top"),
    "open at the bottom": _open("bottom"),
    "open at the left": _open("left"),
    "open at the right": _open("right"),
    "open at both sides": _open("left", "right"),
    "open all around": _open("top", "bottom", "left", "right"),
}


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_however_its_lines_are_drawn(draw: Callable[[Sheet], Sheet]) -> None:
    assert only_table(draw(Sheet()).cells(XS, YS, ROWS)) == ROWS


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_prose_around_it_stays_prose(draw: Callable[[Sheet], Sheet]) -> None:
    sheet = Sheet().text(50, 60, "The plan of the Council is this.")
    draw(sheet).cells(XS, YS, ROWS).text(50, 260, "It will be looked at again in May.")
    layout = layout_of(sheet)
    assert prose_of(layout) == ["The plan of the Council is this.", "It will be looked at again in May."]
    assert [rows_of(table) for table in tables_of(layout)] == [ROWS]


def test_shades_without_lines_are_the_rows_of_a_table() -> None:
    sheet = Sheet()
    for at, (top, bottom) in enumerate(pairwise(YS)):
        sheet.fill(XS[0], top, XS[-1], bottom, 0.7 if at == 0 else 0.95 - 0.05 * (at % 2))
    for left, label in zip(XS, ROWS[0], strict=False):
        sheet.text(left + 4, 114, label, font=BOLD)
    sheet.cells(XS, YS, [["", "", ""], *ROWS[1:]])
    assert only_table(sheet) == ROWS


def test_shaded_cells_between_white_gaps_are_a_table() -> None:
    sheet = Sheet()
    for at, (top, bottom) in enumerate(pairwise(YS)):
        for left, right in pairwise(XS):
            sheet.fill(left + 0.5, top + 0.5, right - 0.5, bottom - 0.5, 0.75 if at == 0 else 0.9)
    for left, label in zip(XS, ROWS[0], strict=False):
        sheet.text(left + 4, 114, label, font=BOLD)
    sheet.cells(XS, YS, [["", "", ""], *ROWS[1:]])
    assert only_table(sheet) == ROWS


def test_shades_inside_a_ruled_table_part_nothing() -> None:
    sheet = Sheet().fill(XS[0], YS[0], XS[-1], YS[1], 0.8).fill(XS[2], YS[1], XS[3], 145, 0.6)
    assert only_table(sheet.table(XS, YS, ROWS)) == ROWS


class TestCells:
    def test_a_cell_over_columns(self) -> None:
        sheet = Sheet()
        for y in YS:
            sheet.rule(XS[0], y, XS[-1], y)
        for x in XS:
            top = YS[1] if x in XS[1:-1] else YS[0]
            sheet.rule(x, top, x, YS[-1])
        sheet.cells(XS, YS, [["Theme 1: Parks", "", ""], *ROWS[1:]])
        (table,) = tables_of(layout_of(sheet))
        first = table.cells[0]
        assert (first.row, first.column, first.row_span, first.col_span) == (0, 0, 1, 3)
        assert rows_of(table) == [["Theme 1: Parks"] * 3, *ROWS[1:]]

    def test_a_cell_over_rows(self) -> None:
        sheet = Sheet()
        for x in XS:
            sheet.rule(x, YS[0], x, YS[-1])
        for y in YS:
            sheet.rule(XS[0], y, XS[2] if y == YS[2] else XS[-1], y)
        sheet.cells(XS, YS, [*ROWS[:2], ["2", "Plant trees.", ""]])
        (table,) = tables_of(layout_of(sheet))
        spans = {(cell.row, cell.column): (cell.row_span, cell.col_span) for cell in table.cells}
        assert spans[1, 2] == (2, 1)
        assert (2, 2) not in spans
        assert rows_of(table) == [*ROWS[:2], ["2", "Plant trees.", "Ann Osei"]]

    def test_a_cell_over_rows_and_columns(self) -> None:
        xs, ys = [50, 150, 250, 350], [100, 130, 160, 190]
        sheet = Sheet()
        for y in ys:
            sheet.rule(xs[2] if y == ys[1] else xs[0], y, xs[-1], y)
        for x in xs:
            sheet.rule(x, ys[2] if x == xs[1] else ys[0], x, ys[-1])
        sheet.cells(xs, ys, [["Both", "", "One"], ["", "", "Two"], ["Three", "Four", "Five"]])
        (table,) = tables_of(layout_of(sheet))
        first = table.cells[0]
        assert (first.row_span, first.col_span) == (2, 2)
        assert rows_of(table) == [["Both", "Both", "One"], ["Both", "Both", "Two"], ["Three", "Four", "Five"]]

    def test_empty_columns_and_rows_are_kept(self) -> None:
        xs, ys = [50, 110, 200, 330, 500], [100, 125, 165, 205]
        rows = [["Ref", "", "Agreed action", ""], ["1", "", "Mow the grass.", ""], ["", "", "", ""]]
        assert only_table(Sheet().table(xs, ys, rows)) == rows

    def test_an_empty_cell_stands_on_the_page_too(self) -> None:
        (table,) = tables_of(layout_of(Sheet().table(XS, YS, [*ROWS[:2], ["2", "Plant trees.", ""]])))
        last = table.cells[-1]
        assert str(last.text) == ""
        assert last.place is not None
        assert last.place.bbox == pytest.approx((330, 165, 500, 205), abs=1)

    def test_the_words_of_a_nested_table_are_those_of_its_cell(self) -> None:
        sheet = Sheet().table(XS, [100, 125, 240], [ROWS[0], ["1", "Mow these:", "Ann Osei"]])
        sheet.table([120, 200, 320], [160, 185, 210], [["Park", "Weeks"], ["North", "12"]])
        (table,) = tables_of(layout_of(sheet))
        assert (table.rows, table.columns) == (2, 3)
        assert rows_of(table)[1][1].split() == ["Mow", "these:", "Park", "Weeks", "North", "12"]

    @pytest.mark.parametrize("angle", [90, 270])
    def test_words_that_run_along_a_column(self, angle: int) -> None:
        sheet = Sheet().table(
            XS, [100, 200, 230], [["", "Agreed action", "Lead officer"], ["1", "Plant trees.", "Ben Lee"]]
        )
        if angle == 90:
            sheet.text(75, 190, "Reference no.", angle=90).text(87, 190, "of the row", angle=90)
        else:
            sheet.text(95, 110, "Reference no.", angle=270).text(83, 110, "of the row", angle=270)
        rows = only_table(sheet)
        assert rows[0][0].split() == ["Reference", "no.", "of", "the", "row"]
        assert rows[1] == ["1", "Plant trees.", "Ben Lee"]

    def test_figures_set_to_the_right_stay_in_their_columns(self) -> None:
        rows = [["Ward", "2022", "2023"], ["North", "1,204", "98"], ["South", "7", "12,000"]]
        sheet = Sheet().grid(XS, YS)
        for top, row in zip(YS, rows, strict=False):
            sheet.text(XS[0] + 4, top + 14, row[0])
            for right, text in zip(XS[2:], row[1:], strict=True):
                sheet.text(right - 4 - width_of(text), top + 14, text)
        assert only_table(sheet) == rows


class TestOverTheTable:
    @pytest.mark.parametrize("degrees", [30, 45, 54])
    def test_a_watermark_is_no_part_of_a_cell(self, degrees: int) -> None:
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        matrix = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} 200 630 Tm"
        sheet = Sheet().table(XS, YS, ROWS).raw(f"BT 0.8 g /F1 60 Tf {matrix} (DRAFT) Tj ET 0 g")
        layout = layout_of(sheet)
        assert [rows_of(table) for table in tables_of(layout)] == [ROWS]
        letters = "".join(word.text for word in layout.words())
        assert Counter(letters) == Counter(
            "".join("".join(row) for row in ROWS).replace(" ", "").replace("\n", "") + "DRAFT"
        )

    def test_a_line_under_words_of_a_cell_parts_nothing(self) -> None:
        sheet = Sheet().table(XS, YS, ROWS).rule(334, 140.5, 334 + width_of("Ann Osei"), 140.5)
        assert only_table(sheet) == ROWS


class TestSeveralTables:
    def test_two_under_each_other(self) -> None:
        low = [y + 200 for y in YS]
        sheet = Sheet().table(XS, YS, ROWS).text(50, 270, "And this one.").table(XS, low, ROWS)
        layout = layout_of(sheet)
        assert [rows_of(table) for table in tables_of(layout)] == [ROWS, ROWS]
        assert prose_of(layout) == ["And this one."]
        assert [type(block).__name__ for block in layout.blocks] == ["Table", "Paragraph", "Table"]

    def test_two_beside_each_other(self) -> None:
        left, right = [50.0, 100.0, 250.0], [320.0, 370.0, 540.0]
        rows = [["Ref", "Action"], ["1", "Mow."], ["2", "Plant."]]
        other = [["Ref", "Action"], ["3", "Water."], ["4", "Prune."]]
        sheet = Sheet().table(left, YS, rows).table(right, YS, other)
        assert [rows_of(table) for table in tables_of(layout_of(sheet))] == [rows, other]

    def test_tables_are_numbered_through_the_paper(self) -> None:
        layout = layout_of(Sheet().table(XS, YS, ROWS), Sheet().table(XS, YS, ROWS))
        assert [(table.number, table.place.page) for table in tables_of(layout)] == [(1, 1), (2, 2)]


class TestNoTables:
    def test_a_frame_around_prose(self) -> None:
        text = "This paper is for decision."
        layout = layout_of(Sheet().grid([50, 500], [100, 140]).text(60, 120, text))
        assert tables_of(layout) == []
        assert prose_of(layout) == [text]

    def test_an_underlined_heading_and_a_line_over_the_footer(self) -> None:
        sheet = Sheet().text(50, 100, "Conclusions").rule(50, 102, 110, 102)
        sheet.rule(50, 780, 545, 780).text(50, 795, "Anytown Council")
        layout = layout_of(sheet)
        assert tables_of(layout) == []
        assert prose_of(layout) == ["Conclusions", "Anytown Council"]

    def test_a_chart_of_bars(self) -> None:
        sheet = Sheet().rule(100, 100, 100, 300).rule(100, 300, 400, 300)
        for at, high in enumerate((120, 80, 160)):
            sheet.fill(120 + 60 * at, 300 - high, 150 + 60 * at, 300, 0.5)
            sheet.text(125 + 60 * at, 315, f"20{20 + at}")
        layout = layout_of(sheet)
        assert tables_of(layout) == []
        assert sorted(word.text for word in layout.words()) == ["2020", "2021", "2022"]
