"""Tables of every shape through real printers: what LibreOffice and Chromium make of them is read back."""

from __future__ import annotations

import pytest

from extract.pipeline import read
from tests.support.paper_builder import (
    BULLET,
    Column,
    MadeCell,
    MadePaper,
    MadeTable,
    Page,
    Prose,
    Row,
    band,
    slots,
)
from tests.support.paper_docx import to_docx
from tests.support.paper_html import to_html
from tests.support.pdf_reading import rows_of, tables_of
from tests.support.rendering import chromium_pdfs, libreoffice_pdfs
from tests.support.second_engine import chars_by_page, layout_chars_by_page

LABELS = ("Ref", "Recommendation", "Agreed action", "Lead officer", "Due date")
WIDTHS = (0.8, 3.0, 3.0, 2.0, 1.6)


def _row(*texts: str) -> Row:
    return tuple(map(MadeCell, texts))


ROWS = (
    _row("1", "That the parks are kept open.", "Mow the grass in all of the parks.", "Ann Osei", "May 2024"),
    _row("2", "That trees are planted.", "Plant trees along the roads.", "Ben Lee", "31/03/2025"),
)
COLUMNS = tuple(map(Column, LABELS, WIDTHS))


def _table(*rows: Row, heads: tuple[Row, ...] = ()) -> MadeTable:
    return MadeTable(COLUMNS, rows, heads=heads)


NESTED = MadeTable((Column("Park"), Column("Weeks")), (_row("North", "12"), _row("South", "14")))
TABLES = {
    "plain": _table(*ROWS),
    "a band over all columns": _table(band("Theme 1: Parks", 5), *ROWS),
    "a cell over rows": _table(
        (*ROWS[0][:3], MadeCell("Ann Osei\nBen Lee", row_span=2), ROWS[0][4]), (*ROWS[1][:3], ROWS[1][4])
    ),
    "a cell over rows and columns": _table(
        (*ROWS[0][:1], MadeCell("Both of these", row_span=2, col_span=2), *ROWS[0][3:]),
        (*ROWS[1][:1], *ROWS[1][3:]),
    ),
    "a header of two rows": _table(
        *ROWS,
        heads=(
            (
                MadeCell("Ref", row_span=2),
                MadeCell("What was agreed", col_span=2),
                MadeCell("By whom and by when", col_span=2),
            ),
            _row(*LABELS[1:]),
        ),
    ),
    "a shaded header": _table(*ROWS, heads=(tuple(MadeCell(label, shade="D9E2F3") for label in LABELS),)),
    "shaded cells": _table(
        (*ROWS[0][:4], MadeCell("May 2024", shade="92D050")),
        (*ROWS[1][:4], MadeCell("Overdue", shade="FF0000")),
    ),
    "an empty column": _table(*((*row[:3], MadeCell(), row[4]) for row in ROWS)),
    "an empty row": _table(ROWS[0], _row("", "", "", "", ""), ROWS[1]),
    "figures on the right": _table(
        *((*row[:4], MadeCell(figure, right=True)) for row, figure in zip(ROWS, ("1,204", "98"), strict=True))
    ),
    "a list in a cell": _table(
        (
            *ROWS[0][:2],
            MadeCell(f"The Council will:\n{BULLET}mow the grass\n{BULLET}plant trees"),
            *ROWS[0][3:],
        ),
        ROWS[1],
    ),
    "long words in a narrow column": MadeTable(
        (Column("Theme", 0.75), Column("Recommendation", 4.0), Column("Due date", 1.0)),
        (
            _row("Apprenticeships", "That the Apprenticeships are kept.", "May 2024"),
            _row("Accommodation", "That Accommodation is found.", "June 2024"),
        ),
    ),
}
BEFORE = (
    "The Committee heard that the parks of the borough are used by more people than ever before, and that "
    "the grass in most of them is mown once a fortnight. Members asked why the work had been put out to "
    "contract in three wards alone, and were told that the others would follow in the spring. The Committee "
    "agreed this plan in April."
)
PRINTERS = ("office", "browser")


def _paper(table: MadeTable) -> MadePaper:
    blocks = (Prose(BEFORE), table, Prose("It will return to it in May."))
    return MadePaper(("Action Plan: Review of Parks",), blocks, page=Page(297.0, 210.0))


NESTING = _paper(_table((*ROWS[0][:2], MadeCell("Mow these:", nested=NESTED), *ROWS[0][3:]), ROWS[1]))
# The label beside a turned one is as high as that is long.
HIGH = "What the\nCommittee\nasked for\nat its last\nmeeting"
# PDFium takes the writing of a page with so few words for vertical.
SPARSE = MadePaper(
    ("Action Plan: Review of Parks",),
    (Prose("The Committee agreed this plan in April."), TABLES["a cell over rows and columns"]),
    page=Page(297.0, 210.0),
)
TURNED = _paper(
    _table(
        *ROWS,
        heads=((MadeCell("Reference", turned=True), MadeCell(HIGH), *map(MadeCell, LABELS[2:])),),
    )
)


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, str], bytes]:
    """Print all papers once through both printers."""
    papers = {name: _paper(table) for name, table in TABLES.items()}
    papers |= {"nested": NESTING, "turned": TURNED, "sparse": SPARSE}
    names = list(papers)
    office = libreoffice_pdfs({f"{at}.docx": to_docx(papers[name]) for at, name in enumerate(names)})
    browser = chromium_pdfs([to_html(papers[name]) for name in names])
    return {("office", name): office[f"{at}.docx"] for at, name in enumerate(names)} | {
        ("browser", name): browser[at] for at, name in enumerate(names)
    }


def _folded(rows: list[list[str]]) -> list[list[str]]:
    """Fold line ends, and bullets, which a browser draws as shapes."""
    return [[" ".join(text.replace(BULLET, "").split()) for text in row] for row in rows]


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("name", TABLES)
class TestShapes:
    def test_the_table_comes_back(
        self, printed: dict[tuple[str, str], bytes], name: str, printer: str
    ) -> None:
        (table,) = tables_of(read(printed[printer, name]))
        assert _folded(rows_of(table)) == _folded(slots(TABLES[name]))

    def test_what_stands_around_it_does_too(
        self, printed: dict[tuple[str, str], bytes], name: str, printer: str
    ) -> None:
        layout = read(printed[printer, name])
        kinds = [type(block).__name__ for block in layout.blocks]
        assert kinds.count("Table") == 1
        words = [word.text for word in layout.words()]
        assert words[:5] == ["Action", "Plan:", "Review", "of", "Parks"]
        assert words[-7:] == ["It", "will", "return", "to", "it", "in", "May."]

    def test_no_character_is_lost(
        self, printed: dict[tuple[str, str], bytes], name: str, printer: str
    ) -> None:
        data = printed[printer, name]
        known, found = chars_by_page(data), layout_chars_by_page(read(data))
        if name == "long words in a narrow column":
            for page in known:  # a hyphen that a printer put in is gone from the word made whole
                known[page]["-"] = found[page]["-"]
        assert {page: +chars for page, chars in known.items()} == {
            page: +chars for page, chars in found.items()
        }


@pytest.mark.parametrize("printer", PRINTERS)
def test_the_words_of_a_nested_table_are_in_its_cell(
    printed: dict[tuple[str, str], bytes], printer: str
) -> None:
    (table,) = tables_of(read(printed[printer, "nested"]))
    rows = rows_of(table)
    assert rows[1][2].split() == ["Mow", "these:", "Park", "Weeks", "North", "12", "South", "14"]
    assert _folded([rows[0], rows[2]]) == [list(LABELS), [cell.text for cell in ROWS[1]]]


@pytest.mark.parametrize("printer", PRINTERS)
def test_a_label_that_runs_up_its_column_is_read(printed: dict[tuple[str, str], bytes], printer: str) -> None:
    (table,) = tables_of(read(printed[printer, "turned"]))
    assert _folded(rows_of(table))[0] == ["Reference", " ".join(HIGH.split()), *LABELS[2:]]


@pytest.mark.parametrize("printer", PRINTERS)
def test_a_page_of_few_words_is_read_by_words(printed: dict[tuple[str, str], bytes], printer: str) -> None:
    layout = read(printed[printer, "sparse"])
    (table,) = tables_of(layout)
    assert _folded(rows_of(table)) == _folded(slots(SPARSE.tables[0]))
    words = [word.text for word in layout.words()]
    assert " ".join(words[:12]) == "Action Plan: Review of Parks The Committee agreed this plan in April."
