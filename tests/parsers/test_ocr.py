"""Scanned pages: what a picture says, told from paper that was printed and scanned for the test."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from pypdfium2 import PdfDocument

from parsers.ocr import Scan, read_scan
from parsers.ocr.engine import Span
from parsers.ocr.opinion import Seen, disagrees
from parsers.pdf.content import PageContent
from parsers.pdf.lines import Setter, lines_of
from parsers.pdf.tables import find_tables, set_table
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Prose, band, slots
from tests.support.scans import DPI, blank_page, pictures_pdf, scanned

_LABELS = ("Recommendation", "Action", "Lead officer", "By when", "Status")
_WIDTHS = (3.0, 3.0, 1.8, 1.5, 1.2)
_ROWS = (
    band("Theme 1: Access to services", len(_LABELS)),
    (
        MadeCell("1. That the Cabinet Member reviews the opening hours of all four service centres."),
        MadeCell("Survey of residents at Hexley Road and Market Square; report to Committee in July."),
        MadeCell("Nora Pellow, Head of Service"),
        MadeCell("31 March 2024"),
        MadeCell("Green"),
    ),
    (
        MadeCell("2. That officers publish a guide to council tax support.", row_span=2),
        MadeCell("• Draft guide written\n• Tested with 12 residents"),
        MadeCell("S. O'Hara"),
        MadeCell("Q2 2023/24"),
        MadeCell("Amber"),
    ),
    (
        MadeCell("Guide printed in 5,000 copies at a cost of £1,250.50"),
        MadeCell("Press team"),
        MadeCell("TBC"),
        MadeCell("Red"),
    ),
)
_TABLE = MadeTable(tuple(map(Column, _LABELS, _WIDTHS)), _ROWS)
PLAN = MadePaper(("Scrutiny Review of Customer Services: Action Plan",), (_TABLE,))
MINUTES = MadePaper(
    ("Minutes of the Housing Select Committee",),
    (
        Prose("1. Progress on recommendations", strong=True),
        Prose(
            "The Committee considered the report of the Assistant Director on the progress made against "
            "the recommendations agreed by Cabinet on 9 November 2022. Members noted that 17 of the 23 "
            "recommendations (74%) had been completed, four were on track and two had slipped because of "
            "vacancies in the housing options team."
        ),
        Prose(
            "Councillor Ms A. Whitfield asked whether the £2.4m set aside for temporary accommodation was "
            "sufficient; consultation with registered providers had closed on 30/04/2023."
        ),
        Prose("Contact officer: Jane Doe, 01234 567890, jane.doe@aldermoor.example"),
    ),
    font="Liberation Serif",
    size=11.0,
)


class NetworkUsed(Exception):
    """Recognition asked for the network."""


def _refuse(*_: object, **__: object) -> None:
    raise NetworkUsed


@pytest.fixture(scope="module", autouse=True)
def offline() -> Iterator[None]:
    """Refuse every connection: whoever asks for one fails."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


def _read(pdf: bytes) -> tuple[Scan, PageContent]:
    with PdfDocument(pdf) as document:
        page = document[0]
        width, height = page.get_size()
        assert page.get_textpage().count_chars() == 0
        scan = read_scan(page.raw, width, height)
        page.close()
    return scan, PageContent(1, width, height, scan.tokens, scan.drawing)


@pytest.fixture(scope="module")
def plan() -> tuple[Scan, PageContent]:
    return _read(scanned(PLAN))


@pytest.fixture(scope="module")
def minutes() -> tuple[Scan, PageContent]:
    return _read(scanned(MINUTES, skew=-1.2))


def _turned(pdf: bytes, degrees: int) -> bytes:
    """Put each sheet into the feeder in another way; clockwise."""
    with PdfDocument(pdf) as document:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    return pictures_pdf([page.convert("L").rotate(-degrees, expand=True) for page in pages])


def _recall(scan: Scan, text: str) -> float:
    expected = Counter(text.split())
    missing = expected - Counter(token.text for token in scan.tokens)
    return 1 - missing.total() / expected.total()


def _printed(paper: MadePaper) -> str:
    prose = (block.text for block in paper.blocks if isinstance(block, Prose))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row)
    labels = (column.label for table in paper.tables for column in table.columns)
    return " ".join([*paper.title, *prose, *labels, *cells])


class TestProse:
    def test_words_are_read(self, minutes: tuple[Scan, PageContent]) -> None:
        assert _recall(minutes[0], _printed(MINUTES)) >= 0.97

    def test_words_stand_on_lines_in_their_order(self, minutes: tuple[Scan, PageContent]) -> None:
        lines = [line.text for line in lines_of(minutes[0].tokens)]
        assert lines[:2] == ["Minutes of the Housing Select Committee", "1. Progress on recommendations"]
        assert lines[2].startswith("The Committee considered the report of the Assistant Director")

    def test_no_line_of_print_is_a_ruling(self, minutes: tuple[Scan, PageContent]) -> None:
        drawing = minutes[0].drawing
        assert (drawing.across, drawing.down) == ((), ())

    def test_the_size_is_that_of_the_font(self, minutes: tuple[Scan, PageContent]) -> None:
        assert {10.0 <= token.size <= 12.0 for token in minutes[0].tokens} == {True}


class TestTable:
    def test_words_are_read(self, plan: tuple[Scan, PageContent]) -> None:
        assert _recall(plan[0], _printed(PLAN)) >= 0.97

    def test_the_table_has_its_rows_columns_and_spans(self, plan: tuple[Scan, PageContent]) -> None:
        tables, _ = find_tables(plan[1], None)
        assert [(len(one.grid.ys) - 1, len(one.grid.xs) - 1) for one in tables] == [(5, 5)]
        spans = {(cell.row, cell.column, cell.row_span, cell.col_span) for cell in tables[0].grid.cells}
        assert {(1, 0, 1, 5), (3, 0, 2, 1)} <= spans

    def test_words_stand_in_their_cells(self, plan: tuple[Scan, PageContent]) -> None:
        tables, left = find_tables(plan[1], None)
        cells = set_table(tables[0], 1, plan[1], Setter()).cells
        truth = slots(_TABLE)
        assert {(cell.row, cell.column): " ".join(cell.text.string.split()) for cell in cells} == {
            (cell.row, cell.column): " ".join(truth[cell.row][cell.column].split()) for cell in cells
        }
        assert " ".join(token.text for token in left) == PLAN.title[0]


class TestDoubt:
    def test_each_word_has_a_confidence(self, plan: tuple[Scan, PageContent]) -> None:
        scan, _ = plan
        assert len(scan.confidence) == len(scan.tokens)
        assert all(0 <= one <= 1 for one in scan.confidence)

    def test_few_words_of_a_clean_scan_are_doubtful(self, plan: tuple[Scan, PageContent]) -> None:
        scan, _ = plan
        assert len(scan.doubtful) < 0.1 * len(scan.tokens)
        assert set(scan.doubtful) <= set(range(len(scan.tokens)))

    @pytest.mark.parametrize(
        ("text", "read", "doubtful"),
        [
            ("Hall", ["Hall"], False),
            ("Hall", ["Hail"], True),
            ("TownHall", ["Town", "Hall"], True),
            ("’s", ["'s"], False),
            ("Hall", [], False),
        ],
    )
    def test_a_word_is_doubtful_where_tesseract_reads_another(
        self, text: str, read: list[str], *, doubtful: bool
    ) -> None:
        seen = [Seen(word, Span(50 * at, 0, 50 * at + 45, 20), 95.0) for at, word in enumerate(read)]
        assert disagrees(text, Span(0, 0, 95, 20) if len(read) > 1 else Span(0, 0, 45, 20), seen) is doubtful

    def test_what_tesseract_is_not_certain_of_is_no_opinion(self) -> None:
        assert not disagrees("Hall", Span(0, 0, 45, 20), [Seen("Hail", Span(0, 0, 45, 20), 30.0)])


class TestTurned:
    @pytest.mark.parametrize(("degrees", "turn"), [(90, 270), (180, 180), (270, 90)])
    def test_a_page_on_its_side_or_head_is_turned(self, degrees: int, turn: int) -> None:
        scan, _ = _read(_turned(scanned(PLAN), degrees))
        assert scan.turn == turn
        assert scan.height > scan.width
        assert _recall(scan, _printed(PLAN)) >= 0.97

    def test_a_label_along_its_column_is_read(self) -> None:
        labels = (
            MadeCell("Status", turned=True),
            MadeCell("Action taken\nso far\nby the service\nor by others"),
        )
        rows = ((MadeCell("Green"), MadeCell("Leaflets were sent to every household in the ward.")),)
        columns = (Column("", 1.0), Column("", 5.0))
        paper = MadePaper(("Progress by the end of March",), (MadeTable(columns, rows, heads=(labels,)),))
        scan, _ = _read(scanned(paper))
        assert {(token.text, token.angle) for token in scan.tokens} >= {("Status", 270), ("Action", 0)}


class TestNothingToRead:
    def test_a_blank_page_holds_no_words(self) -> None:
        scan, _ = _read(blank_page())
        assert (scan.tokens, scan.confidence, scan.doubtful) == ((), (), ())
        assert (scan.drawing.across, scan.drawing.down) == ((), ())

    @pytest.mark.parametrize("package", ["rapidocr", "onnxruntime"])
    def test_a_missing_package_is_named_with_what_to_install(self, package: str) -> None:
        program = (
            "import sys\n"
            f"sys.modules[{package!r}] = None\n"
            "from pypdfium2 import PdfDocument\n"
            "from parsers.ocr import OcrMissing, read_scan\n"
            "page = PdfDocument.new().new_page(200, 200)\n"
            "try:\n"
            "    read_scan(page.raw, 200, 200)\n"
            "except OcrMissing as error:\n"
            "    print(error)\n"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout == (f"ocr-missing: {package} cannot be imported. Install council-papers[ocr].\n")
