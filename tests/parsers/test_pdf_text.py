"""The text of a PDF: words made whole, in the order in which they are read, and only what is seen."""

from __future__ import annotations

import pytest

from extract.pipeline import read
from parsers.model import Heading, Item, Layout, Place
from tests.support.pdf_reading import layout_of, only_table, prose_of, remarks_of, rows_of, tables_of
from tests.support.pdf_writer import BOLD, Sheet, comment, free_text, pdf, text_field, width_of, wrapped
from tests.support.second_engine import chars_by_page, layout_chars_by_page

XS = [50.0, 110.0, 330.0, 500.0]
YS = [100.0, 125.0, 180.0, 235.0]
ROWS = [
    ["Ref", "Agreed action", "Lead officer"],
    ["1", "Mow the grass\nin all parks.", "Ann Osei"],
    ["2", "Plant trees.", "Ben Lee"],
]
LINE = "The Select Committee asked for a report on the parks of the borough by the end of the"
FOLLOWING = "and it will be told of the progress that has been made at its meeting in the autumn of"


def _cut(first: str, second: str) -> Sheet:
    """Set two lines of prose that run to the margin, with a word cut at the line end."""
    begin = _filled(first)
    return Sheet().lines(50, 100, [begin, f"{second} {FOLLOWING}", "the year that follows this one."])


def _filled(last: str) -> str:
    """Return a line of a usual width that ends with `last`."""
    words = LINE.split()
    while width_of(" ".join([*words, last])) > 420:
        words.pop()
    return " ".join([*words, last])


CUTS = {
    "a hyphen that belongs to the word": ("stand-", "alone", "stand-alone"),
    "a hyphen of the line end": ("accom-", "modation", "accommodation"),
    "a span of years": ("2020-", "21", "2020-21"),
    "a soft hyphen": ("accom\xad", "modation", "accommodation"),
    "two words": ("grass", "cutting", "grass cutting"),
}


class TestLineEnds:
    @pytest.mark.parametrize(("first", "second", "whole"), CUTS.values(), ids=CUTS)
    def test_in_prose(self, first: str, second: str, whole: str) -> None:
        (text,) = prose_of(layout_of(_cut(first, second)))
        assert (
            text == f"{_filled(first).removesuffix(first)}{whole} {FOLLOWING} the year that follows this one."
        )

    @pytest.mark.parametrize(("first", "second", "whole"), CUTS.values(), ids=CUTS)
    def test_in_a_cell(self, first: str, second: str, whole: str) -> None:
        begin = f"Make provision for {first}"
        xs = [50, 90, 90 + 8 + width_of(begin) + 2, 400]
        sheet = Sheet().table(
            xs, [100, 125, 160], [["Ref", "Action", "Lead"], ["1", f"{begin}\n{second} places", "Ann Osei"]]
        )
        assert only_table(sheet)[1] == ["1", f"Make provision for {whole} places", "Ann Osei"]

    def test_a_word_too_long_for_its_cell_is_made_whole(self) -> None:
        first, second = "Apprentice", "ships"
        xs = [50, 50 + 8 + width_of(first) + 1, 300]
        sheet = Sheet().table(
            xs, [100, 125, 160], [["Theme", "Action"], [f"{first}\n{second}", "Offer places."]]
        )
        assert only_table(sheet)[1] == ["Apprenticeships", "Offer places."]

    def test_a_line_end_of_the_writer_is_kept(self) -> None:
        sheet = Sheet().table(XS, YS, ROWS)
        assert only_table(sheet)[1][1] == "Mow the grass\nin all parks."

    def test_a_line_that_ran_out_of_room_goes_on(self) -> None:
        text = "The grass of all the parks in the borough is to be mown once a week from April to October."
        lines = wrapped(text, XS[2] - XS[1] - 8)
        assert len(lines) > 1
        rows = [ROWS[0], ["1", "\n".join(lines), "Ann Osei"]]
        assert only_table(Sheet().table(XS, YS[:3], rows))[1][1] == text

    def test_paragraphs_that_stand_apart_are_lines_of_their_own(self) -> None:
        text = "The grass of all the parks in the borough is to be mown once a week from April to October."
        xs = [50, 90, 290, 290 + 8 + width_of("Mark Okafor") + 3, 480]
        sheet = Sheet().grid(xs, [100, 125, 190]).cells(xs, [100], [["Ref", "Action", "Lead", "Due date"]])
        sheet.text(54, 139, "1").lines(94, 139, wrapped(text, 192)).text(xs[3] + 4, 139, "May 2024")
        sheet.text(294, 139, "Mark Okafor").text(294, 139 + 15, "Lewis Wood")  # other lines are 12 apart
        assert only_table(sheet)[1] == ["1", text, "Mark Okafor\nLewis Wood", "May 2024"]

    def test_the_items_of_a_list_stand_on_lines_of_their_own(self) -> None:
        rows = [ROWS[0], ["1", "• Mow the grass.\n• Plant trees.\n• Water both.", "Ann Osei"]]
        assert (
            only_table(Sheet().table(XS, YS[:3], rows))[1][1]
            == "• Mow the grass.\n• Plant trees.\n• Water both."
        )


class TestCharacters:
    def test_ligatures_are_spelled_out(self) -> None:
        assert prose_of(layout_of(Sheet().text(50, 100, "Ofﬁcers fund ﬂood defences"))) == [
            "Officers fund flood defences"
        ]

    def test_fake_bold_is_read_once(self) -> None:
        sheet = Sheet()
        for x, char in _placed(50, "Progress Update"):
            sheet.text(x, 100, char).text(x + 0.3, 100, char)
        assert prose_of(layout_of(sheet)) == ["Progress Update"]

    def test_fake_bold_in_a_cell_is_read_once(self) -> None:
        sheet = Sheet().table(XS, YS, [["", "", ""], *ROWS[1:]])
        for left, label in zip(XS, ROWS[0], strict=False):
            for x, char in _placed(left + 4, label):
                sheet.text(x, 114, char).text(x + 0.3, 114, char)
        assert only_table(sheet) == ROWS

    def test_a_text_printed_twice_as_a_whole_is_read_once(self) -> None:
        sheet = Sheet().text(50, 100, "Progress Update").text(50.3, 100, "Progress Update")
        assert prose_of(layout_of(sheet)) == ["Progress Update"]

    def test_letters_that_are_doubled_stay_doubled(self) -> None:
        assert prose_of(layout_of(Sheet().text(50, 100, "Committee access 2200 AABB"))) == [
            "Committee access 2200 AABB"
        ]

    def test_words_are_parted_where_the_file_has_no_blanks(self) -> None:
        text = "Words are set one by one at places of their own"
        assert prose_of(layout_of(Sheet().placed_words(50, 100, text))) == [text]

    def test_letters_set_one_by_one_are_words(self) -> None:
        sheet = Sheet()
        for x, char in _placed(50, "Progress Update"):
            if char != " ":
                sheet.text(x, 100, char)
        assert prose_of(layout_of(sheet)) == ["Progress Update"]

    def test_a_raised_ending_is_part_of_its_number(self) -> None:
        sheet = Sheet().text(50, 100, "By 31")
        x = 50 + width_of("By 31")
        sheet.text(x, 96.5, "st", 6.5).text(x + width_of("st", 6.5) + width_of(" "), 100, "October 2021")
        assert prose_of(layout_of(sheet)) == ["By 31st October 2021"]

    def test_a_raised_ending_in_a_cell_is_part_of_its_number(self) -> None:
        sheet = Sheet().table(XS, YS, [*ROWS[:2], ["2", "Plant trees.", "By 31"]])
        x = XS[2] + 4 + width_of("By 31")
        sheet.text(x, 194 - 3.5, "st", 6.5).text(x + width_of("st", 6.5) + width_of(" "), 194, "May 2024")
        assert only_table(sheet)[2] == ["2", "Plant trees.", "By 31st May 2024"]


def _placed(x: float, text: str) -> list[tuple[float, str]]:
    return [(x + width_of(text[:at]), char) for at, char in enumerate(text)]


def _page(rotate: int = 0, *, upright: bool = True) -> Sheet:
    sheet = Sheet(rotate=rotate, upright=upright)
    sheet.text(50, 60, "Action Plan: Review of Parks", 16, BOLD)
    return sheet.table(XS, YS, ROWS).lines(50, 300, ["The Committee will return to this in May."])


def _said(layout: Layout) -> list[tuple[str, str, Place]]:
    return [(word.text, word.before, word.place) for word in layout.words()]


class TestPages:
    @pytest.mark.parametrize("rotate", [90, 180, 270])
    def test_a_page_that_is_turned_to_be_read_is_that_of_an_upright_one(self, rotate: int) -> None:
        turned, upright = layout_of(_page(rotate)), layout_of(_page())
        assert _said(turned) == _said(upright)
        assert [type(block) for block in turned.blocks] == [type(block) for block in upright.blocks]
        assert rows_of(tables_of(turned)[0]) == ROWS

    @pytest.mark.parametrize("rotate", [90, 180, 270])
    def test_a_page_that_is_shown_on_its_side_keeps_its_words(self, rotate: int) -> None:
        sheet = _page(rotate, upright=False)
        layout = layout_of(sheet)
        assert layout_chars_by_page(layout) == chars_by_page(pdf(sheet))

    def test_a_landscape_page_among_portrait_ones(self) -> None:
        wide = Sheet(width=842, height=595, rotate=90, upright=True)
        xs = [50, 110, 500, 780]
        wide.table(xs, YS, ROWS)
        layout = layout_of(_page(), wide, _page())
        assert [rows_of(table) for table in tables_of(layout)] == [ROWS] * 3
        (table,) = [table for table in tables_of(layout) if table.place.page == 2]
        assert table.place.bbox == pytest.approx((50, 100, 780, 235), abs=1)

    def test_what_a_page_is_cropped_to_is_read(self) -> None:
        sheet = _page()
        sheet.crop = (40, 50, 520, 320)
        layout = layout_of(sheet.text(50, 700, "Printer's slug 12"))
        assert rows_of(tables_of(layout)[0]) == ROWS
        assert prose_of(layout) == [
            "Action Plan: Review of Parks",
            "The Committee will return to this in May.",
        ]
        assert remarks_of(layout) == ["hidden-text"]

    def test_places_count_from_the_corner_of_what_is_shown(self) -> None:
        sheet = _page()
        sheet.crop = (40, 50, 520, 320)
        (table,) = tables_of(layout_of(sheet))
        assert table.place.bbox == pytest.approx((10, 50, 460, 185), abs=1)

    def test_large_type_is_a_heading(self) -> None:
        first = layout_of(_page()).blocks[0]
        assert isinstance(first, Heading)
        assert str(first.text) == "Action Plan: Review of Parks"


LEFT = (
    "The Committee heard that the parks of the borough are used by more people than ever before, and "
    "that the grass in most of them is mown once a fortnight. Members asked why the work had been put "
    "out to contract in three wards alone, and were told that the others would follow in the spring. "
    "The Chair asked how complaints about litter are dealt with, and whether the bins are emptied daily."
)
RIGHT = (
    "Officers explained that a survey of residents had been sent to every household, and that two in "
    "five had answered it. Most of them would like to see more trees, and benches in the shade. The "
    "cost of both had been put to the Executive, which will decide on it at its meeting in November. "
    "The Committee thanked all those who had taken part and asked to be told of the outcome in writing."
)


class TestColumns:
    def _sheet(self) -> Sheet:
        sheet = Sheet().text(50, 60, "Scrutiny News", 16, BOLD)
        left, right = wrapped(LEFT, 235), wrapped(RIGHT, 235)
        for at in range(max(len(left), len(right))):  # line by line across both columns, as some files are
            for x, lines in ((50, left), (310, right)):
                if at < len(lines):
                    sheet.text(x, 100 + 12 * at, lines[at])
        return sheet

    def test_prose_is_read_column_by_column(self) -> None:
        assert " ".join(prose_of(layout_of(self._sheet()))) == f"Scrutiny News {LEFT} {RIGHT}"

    def test_columns_of_prose_are_no_table(self) -> None:
        assert tables_of(layout_of(self._sheet())) == []

    def test_a_list_is_no_table(self) -> None:
        sheet = Sheet()
        for at, text in enumerate(("mow the grass;", "plant trees;", "water both of them.")):
            sheet.text(50, 100 + 14 * at, f"({'abc'[at]})").text(80, 100 + 14 * at, text)
        layout = layout_of(sheet)
        assert tables_of(layout) == []
        assert [(str(one.mark), str(one.text)) for one in layout.blocks if isinstance(one, Item)] == [
            ("(a)", "mow the grass;"),
            ("(b)", "plant trees;"),
            ("(c)", "water both of them."),
        ]


HIDDEN = {
    "white on white": lambda sheet: sheet.text(50, 400, "Secret figure", grey=1.0),
    "over the page": lambda sheet: sheet.text(50, -30, "Secret figure"),
    "under the page": lambda sheet: sheet.text(50, 900, "Secret figure"),
    "left of the page": lambda sheet: sheet.text(-200, 400, "Secret figure"),
    "right of the page": lambda sheet: sheet.text(700, 400, "Secret figure"),
}


class TestHiddenText:
    @pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
    def test_it_is_left_out_and_told(self, hide: object) -> None:
        sheet = _page()
        assert callable(hide)
        hide(sheet)
        layout = layout_of(Sheet().text(50, 100, "The first page."), sheet)
        assert "Secret" not in " ".join(word.text for word in layout.words())
        (remark,) = layout.remarks
        assert remark.code == "hidden-text"
        assert "Secret figure" in remark.message
        assert remark.place.page == 2

    def test_words_that_were_blacked_out_are_left_out_and_told(self) -> None:
        sheet = Sheet().text(50, 100, "The tenant is").text(120, 100, "Jane Doe").fill(118, 90, 170, 104)
        layout = layout_of(sheet)
        assert prose_of(layout) == ["The tenant is"]
        assert remarks_of(layout) == ["hidden-text"]

    def test_white_text_on_a_dark_ground_is_seen(self) -> None:
        sheet = (
            Sheet()
            .fill(XS[0], YS[0], XS[-1], YS[1], 0.2)
            .grid(XS, YS)
            .cells(XS, YS, [["", "", ""], *ROWS[1:]])
        )
        for left, label in zip(XS, ROWS[0], strict=False):
            sheet.text(left + 4, 114, label, grey=1.0)
        layout = layout_of(sheet)
        assert rows_of(tables_of(layout)[0]) == ROWS
        assert remarks_of(layout) == []


class TestForms:
    def test_what_was_filled_in_is_read(self) -> None:
        sheet = Sheet().text(50, 105, "Name of the officer")
        data = pdf(sheet, fields=[text_field((160, 93, 300, 110), "Ann Osei")])
        assert _words(data) == "Name of the officer Ann Osei"

    def test_a_field_in_a_cell_is_part_of_it(self) -> None:
        sheet = Sheet().table(XS, YS, [*ROWS[:2], ["2", "Plant trees.", ""]])
        data = pdf(sheet, fields=[text_field((XS[2] + 3, 185, 480, 205), "Ben Lee")])
        assert rows_of(tables_of(read(data))[0]) == ROWS

    def test_a_note_that_is_printed_is_read(self) -> None:
        sheet = Sheet().text(50, 100, "Mow the grass.")
        sheet.notes.append(free_text((50, 200, 300, 220), "Agreed by Cabinet"))
        assert _words(pdf(sheet)) == "Mow the grass. Agreed by Cabinet"

    def test_a_comment_that_is_not_printed_is_no_part_of_the_paper(self) -> None:
        sheet = Sheet().text(50, 100, "Mow the grass.")
        sheet.notes.append(comment((400, 90, 420, 110), "Is this right?"))
        assert _words(pdf(sheet)) == "Mow the grass."


def _words(data: bytes) -> str:
    return " ".join(word.text for word in read(data).words())


def test_characters_that_print_nothing_make_no_words() -> None:
    sheet = Sheet().text(50, 100, "Mow the grass.").raw("BT /F1 10 Tf 50 600 Td <A0A0> Tj ET")
    assert prose_of(layout_of(sheet)) == ["Mow the grass."]
