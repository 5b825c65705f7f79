"""Rows that page ends of a PDF cut: whole again, whatever the end cut through."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from extract.grids import logical_tables
from extract.pipeline import extract_file, read
from tests.support.comparing import refs_of
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Page, Prose
from tests.support.paper_docx import to_docx
from tests.support.pdf_reading import rows_of
from tests.support.pdf_writer import Sheet, pdf
from tests.support.printed_plans import rows_read, true_heads, true_rows
from tests.support.random_words import sentences
from tests.support.rendering import libreoffice_pdfs

XS = [50.0, 95.0, 270.0, 430.0, 540.0]
HEAD = ["Ref", "Recommendation", "Agreed action", "By when"]
FIRST = ["1", "That the parks are kept open.", "Mow the grass.", "May 2024"]
LAST = ["3", "That the bins are emptied.", "Ask the contractor.", "July 2024"]
BOTTOM = 790.0


def _heights(rows: Sequence[Sequence[str]], top: float) -> list[float]:
    """Return the lines between rows: each as high as its longest cell."""
    ys = [top]
    for row in rows:
        ys.append(ys[-1] + 10 + 12 * max(text.count("\n") + 1 for text in row))
    return ys


def _fragment(rows: Sequence[Sequence[str]], *, closed: tuple[bool, bool], xs: Sequence[float] = XS) -> Sheet:
    """Draw the part of a table on one page; `closed` says whether a line closes it above and below."""
    ys = _heights(rows, 50.0)
    sheet = Sheet()
    for at, y in enumerate(ys):
        if (at or closed[0]) and (at < len(ys) - 1 or closed[1]):
            sheet.rule(xs[0], y, xs[-1], y)
    for x in xs:
        sheet.rule(x, ys[0], x, ys[-1])
    return sheet.cells(xs, ys, rows)


def _pages(*parts: Sequence[Sequence[str]], closed: bool, xs: Sequence[float] = XS) -> bytes:
    """Print parts of a table on pages of their own, its ends always closed."""
    last = len(parts) - 1
    return pdf(
        *(
            _fragment(part, closed=(closed or at == 0, closed or at == last), xs=xs)
            for at, part in enumerate(parts)
        )
    )


def _logical(data: bytes) -> list[list[str]]:
    (table,) = logical_tables(read(data))
    return [[" ".join(text.split()) for text in row] for row in rows_of(table)]


CUTS = {
    "in a span of years": (
        ["2", "That there is a plan for 2021-", "Plant trees.", "June 2024"],
        ["", "25 that says so.", "", ""],
        ["2", "That there is a plan for 2021-25 that says so.", "Plant trees.", "June 2024"],
    ),
    "in mid-sentence": (
        ["2", "That the trees of the borough are", "Plant trees.", "June 2024"],
        ["", "watered in the summer.", "", ""],
        ["2", "That the trees of the borough are watered in the summer.", "Plant trees.", "June 2024"],
    ),
    "in mid-word": (
        ["2", "That there is a report on accom-", "Plant trees.", "June 2024"],
        ["", "modation in the summer.", "", ""],
        ["2", "That there is a report on accommodation in the summer.", "Plant trees.", "June 2024"],
    ),
    "at a hyphen": (
        ["2", "That the council builds stand-", "Plant trees.", "June 2024"],
        ["", "alone homes in the summer.", "", ""],
        ["2", "That the council builds stand-alone homes in the summer.", "Plant trees.", "June 2024"],
    ),
    "in several columns": (
        ["2", "That the trees of the borough are", "Plant trees along the roads and", "By the end of"],
        ["", "watered in the summer.", "paths of all twenty wards.", "June 2024"],
        [
            "2",
            "That the trees of the borough are watered in the summer.",
            "Plant trees along the roads and paths of all twenty wards.",
            "By the end of June 2024",
        ],
    ),
    "after one thin line": (
        ["2", "That the trees", "Plant", "June 2024"],
        ["", "of the borough are watered in\nthe summer, and in the spring\nwhere it is dry.", "trees.", ""],
        [
            "2",
            "That the trees of the borough are watered in the summer, and in the spring where it is dry.",
            "Plant trees.",
            "June 2024",
        ],
    ),
    "before the last line": (
        [
            "2",
            "That the trees of the borough are\nwatered in the summer, and in the",
            "Plant trees.",
            "June 2024",
        ],
        ["", "spring.", "", ""],
        [
            "2",
            "That the trees of the borough are watered in the summer, and in the spring.",
            "Plant trees.",
            "June 2024",
        ],
    ),
}


@pytest.mark.parametrize("closed", [True, False], ids=["closed by lines", "open at the page end"])
@pytest.mark.parametrize(("above", "below", "whole"), CUTS.values(), ids=CUTS)
class TestTwoPages:
    def test_it_is_one_row(
        self, above: list[str], below: list[str], whole: list[str], *, closed: bool
    ) -> None:
        data = _pages([HEAD, FIRST, above], [below, LAST], closed=closed)
        assert _logical(data) == [HEAD, FIRST, whole, LAST]

    def test_a_header_that_is_printed_again_is_no_row(
        self, above: list[str], below: list[str], whole: list[str], *, closed: bool
    ) -> None:
        data = pdf(
            _fragment([HEAD, FIRST, above], closed=(True, closed)),
            _fragment([HEAD, below, LAST], closed=(True, True)),
        )
        assert _logical(data) == [HEAD, FIRST, whole, LAST]

    def test_the_record_says_that_it_was_joined(
        self, above: list[str], below: list[str], whole: list[str], *, closed: bool
    ) -> None:
        data = _pages([HEAD, FIRST, above], [below, LAST], closed=closed)
        (record,) = extract_file(data, "plan.pdf")
        assert [one.ref for one in record.recommendations] == ["1", "2", "3"]
        assert " ".join(record.recommendations[1].text.split()) == whole[1]
        assert refs_of(record, "row-continued") == ["2"]


@pytest.mark.parametrize("closed", [True, False], ids=["closed by lines", "open at the page end"])
def test_a_row_over_three_pages(*, closed: bool) -> None:
    data = _pages(
        [HEAD, FIRST, ["2", "That the trees of the borough are", "Plant trees.", "June 2024"]],
        [["", "watered in the summer, and that the\ncouncil tells the residents of every", "", ""]],
        [["", "ward how they can help.", "", ""], LAST],
        closed=closed,
    )
    whole = (
        "That the trees of the borough are watered in the summer, and that the council tells the "
        "residents of every ward how they can help."
    )
    assert _logical(data) == [HEAD, FIRST, ["2", whole, "Plant trees.", "June 2024"], LAST]


def test_a_row_that_ends_with_its_page_is_not_joined() -> None:
    second = ["2", "That the trees are watered.", "Plant trees.", "June 2024"]
    ends = (True, True)
    data = pdf(_fragment([HEAD, FIRST, second], closed=ends), _fragment([HEAD, LAST], closed=ends))
    assert _logical(data) == [HEAD, FIRST, second, LAST]
    (record,) = extract_file(data, "plan.pdf")
    assert refs_of(record, "row-continued") == []


def test_running_titles_between_the_parts_are_no_rows() -> None:
    data_parts = (
        [HEAD, FIRST, ["2", "That the trees of the borough are", "Plant trees.", "June 2024"]],
        [["", "watered in the summer.", "", ""], LAST],
        [["4", "That paths are swept.", "Buy brooms.", "May 2025"]],
    )
    sheets = [_fragment(part, closed=(True, True)) for part in data_parts]
    for at, sheet in enumerate(sheets, start=1):
        sheet.text(50, 30, "Scrutiny Review of Parks").text(290, 820, f"Page {at}")
    assert _logical(pdf(*sheets)) == [
        HEAD,
        FIRST,
        ["2", "That the trees of the borough are watered in the summer.", "Plant trees.", "June 2024"],
        LAST,
        ["4", "That paths are swept.", "Buy brooms.", "May 2025"],
    ]


class TestBlocks:
    XS = (50.0, 230.0, 540.0)
    TOP = (
        ["Recommendation 4:", "That the trees of the borough are watered."],
        ["Responsibility:", "Ann Osei"],
        ["Date:", "June 2024"],
        ["Agreed Action:", "Plant trees in every ward."],
        ["Evidence of Progress (May 2024):", "Trees stand in eight wards."],
    )
    BOTTOM = (
        ["Evidence of Impact (May 2024):", "Residents say that the streets are cooler."],
        ["Evidence of Progress (May 2025):", "Trees stand in all wards."],
        ["Assessment of Progress (May 2025):", "1. Fully Achieved"],
    )

    @pytest.mark.parametrize("closed", [True, False], ids=["closed by lines", "open at the page end"])
    def test_a_page_end_inside_a_label(self, *, closed: bool) -> None:
        data = _pages(
            [
                *self.TOP,
                ["Assessment of Progress (May\n2024): (include", "2. On Track. The team is new,\nand learns"],
            ],
            [["explanation if required)", "quickly."], *self.BOTTOM],
            closed=closed,
            xs=self.XS,
        )
        rows = _logical(data)
        label = "Assessment of Progress (May 2024): (include explanation if required)"
        assert [label, "2. On Track. The team is new, and learns quickly."] in rows
        assert len(rows) == len(self.TOP) + 1 + len(self.BOTTOM)
        (record,) = extract_file(data, "update.pdf")
        (recommendation,) = record.recommendations
        first = (recommendation.progress or recommendation.actions[0].progress)[0]
        assert (first.period, first.status) == ("2024-05", "on_track")
        assert " ".join(first.explanation.split()) == "The team is new, and learns quickly."

    @pytest.mark.parametrize("closed", [True, False], ids=["closed by lines", "open at the page end"])
    def test_a_page_end_inside_a_value(self, *, closed: bool) -> None:
        data = _pages(
            [*self.TOP, ["Assessment of Progress (May\n2024):", "2. On Track. The team is new,\nand learns"]],
            [["", "quickly."], *self.BOTTOM],
            closed=closed,
            xs=self.XS,
        )
        rows = _logical(data)
        assert [
            "Assessment of Progress (May 2024):",
            "2. On Track. The team is new, and learns quickly.",
        ] in rows
        (record,) = extract_file(data, "update.pdf")
        (recommendation,) = record.recommendations
        assert recommendation.ref == "4"
        assert refs_of(record, "row-continued") == ["4"]


def _paper(cells: tuple[str, str, str, str], *, repeated: bool) -> MadePaper:
    rows = tuple(
        tuple(MadeCell(text) for text in row)
        for row in (
            tuple(FIRST),
            cells,
            tuple(LAST),
            ("4", "That paths are swept.", "Buy brooms for all the parks.", "May 2025"),
        )
    )
    columns = tuple(Column(label, width) for label, width in zip(HEAD, (1.0, 4.0, 3.6, 1.8), strict=True))
    table = MadeTable(columns, rows, header_repeated=repeated)
    return MadePaper(
        ("Action Plan: Review of Trees",), (table, Prose("The end.")), Page(210.0, 148.0), footer="{page}"
    )


def _long(seed: int, words: int) -> str:
    return sentences(Random(seed), words)  # noqa: S311 - no secret


PRINTED = {
    "over three pages": ("2", _long(1, 420), "Plant trees.", "June 2024"),
    "in two columns": ("2", _long(2, 300), _long(3, 380), "June 2024"),
    "in the action": ("2", "That the trees are watered.", _long(4, 300), "June 2024"),
}


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, bool], tuple[MadePaper, bytes]]:
    """Print the papers through LibreOffice, with and without headers on every page."""
    papers = {
        (name, repeated): _paper(cells, repeated=repeated)
        for name, cells in PRINTED.items()
        for repeated in (True, False)
    }
    names = {key: f"{at}.docx" for at, key in enumerate(papers)}
    made = libreoffice_pdfs({names[key]: to_docx(paper) for key, paper in papers.items()})
    return {key: (paper, made[names[key]]) for key, paper in papers.items()}


@pytest.mark.parametrize("repeated", [True, False], ids=["header repeated", "header once"])
@pytest.mark.parametrize("name", PRINTED)
def test_a_row_that_a_printer_cut(
    printed: dict[tuple[str, bool], tuple[MadePaper, bytes]], name: str, *, repeated: bool
) -> None:
    paper, data = printed[name, repeated]
    layout = read(data)
    assert (layout.page_count or 0) >= 3
    rows, headed = rows_read(layout, true_heads(paper))
    assert rows == true_rows(paper)
    assert headed
    (record,) = extract_file(data, "plan.pdf")
    assert set(refs_of(record, "row-continued")) == {"2"}


class TestOpenEnds:
    """Where no line closes a row at a page end, on neither page, the row is cut, whatever its words say."""

    ABOVE = ("2", "That trees are planted.", "Plant forty trees.", "June 2024")
    BELOW = ("", "", "Water them in the summer.", "")

    def _record(self, *, closed: bool) -> tuple[list[str], list[str]]:
        data = _pages([HEAD, FIRST, list(self.ABOVE)], [list(self.BELOW), LAST], closed=closed)
        (record,) = extract_file(data, "plan.pdf")
        actions = [action.text for one in record.recommendations for action in one.actions]
        joins = [str(one.severity) for one in record.findings if one.code == "row-continued"]
        return actions, joins

    def test_the_row_is_joined_and_nothing_is_left_open(self) -> None:
        actions, joins = self._record(closed=False)
        assert actions[1] == "Plant forty trees.\nWater them in the summer."
        assert joins == ["info"]

    def test_closed_ends_leave_another_reading_open(self) -> None:
        actions, joins = self._record(closed=True)
        assert actions[1] == "Plant forty trees.\nWater them in the summer."
        assert joins == ["warning"]
