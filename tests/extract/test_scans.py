"""Scanned papers: their record with --ocr, and what is said of them without it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

import parsers.ocr.scans
from extract.batch import extract_papers
from extract.pipeline import extract_file
from extract.schema import Paper
from parsers.options import ReadOptions
from tests.support.command import run
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Prose
from tests.support.paper_docx import to_docx
from tests.support.rendering import libreoffice_pdf
from tests.support.scans import scanned

_COLUMNS = tuple(
    map(Column, ("Ref", "Recommendation", "Action", "Lead officer", "By when"), (0.6, 3, 3, 2, 1.6))
)
_ROWS = (
    (
        "1",
        "Open the libraries on Sundays.",
        "Ask the staff and publish a rota.",
        "Nora Pellow, Head of Libraries",
        "31 March 2024",
    ),
    (
        "2",
        "Publish a guide to council tax support.",
        "Print 500 copies of the guide.",
        "Head of Revenues",
        "June 2024",
    ),
)
_PLAN = MadePaper(
    ("Action Plan: Scrutiny Review of Libraries",),
    (MadeTable(_COLUMNS, tuple(tuple(map(MadeCell, row)) for row in _ROWS)),),
)
_REPORT = MadePaper(
    ("Report of the Head of Libraries",),
    (Prose("1. Introduction", strong=True), Prose("The action plan of the review is appended.")),
)
_DOUBTED = "Sundays."


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scan a plan of one page."""
    path = tmp_path_factory.mktemp("scan") / "plan.pdf"
    path.write_bytes(scanned(_PLAN))
    return path


@pytest.fixture(scope="module")
def with_appendix(scan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Append the scanned plan to a printed report."""
    path = tmp_path_factory.mktemp("report") / "report.pdf"
    with PdfDocument(libreoffice_pdf(to_docx(_REPORT), ".docx")) as report, PdfDocument(scan) as plan:
        report.import_pages(plan)
        report.save(path)
    return path


@pytest.fixture(scope="module")
def doubting() -> Iterator[None]:
    """Let the second opinion differ at one word, whether or not its program is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsers.ocr.scans, "second_reading", lambda _: [])
        patch.setattr(parsers.ocr.scans, "disagrees", lambda text, *_: text == _DOUBTED)
        yield


@pytest.fixture(scope="module")
def paper(with_appendix: Path, doubting: None) -> Paper:
    (found,) = extract_file(with_appendix.read_bytes(), with_appendix.name, options=ReadOptions(ocr=True))
    return found


class TestWithOcr:
    def test_the_record_has_the_recommendations(self, paper: Paper) -> None:
        found = [
            (one.ref, one.text, action.text, action.officers[0].raw, action.due[0].raw)
            for one in paper.recommendations
            for action in one.actions
        ]
        assert found == list(_ROWS)

    def test_fields_stand_on_the_page(self, paper: Paper) -> None:
        (where,) = paper.recommendations[0].provenance["text"]
        assert where.page == 2
        assert where.bbox is not None

    def test_the_record_says_which_page_was_recognised(self, paper: Paper) -> None:
        (told,) = (finding for finding in paper.findings if finding.code == "scanned-page")
        assert told.location is not None
        assert (told.severity, told.location.page) == ("warning", 2)
        assert "was read from a picture" in told.message

    def test_a_word_that_is_read_in_two_ways_is_doubtful(self, paper: Paper) -> None:
        (told,) = (finding for finding in paper.findings if finding.code == "doubtful-words")
        assert f"“{_DOUBTED}”" in told.message
        assert "“Revenues”" not in told.message

    def test_cells_of_the_table_layer_say_how_sure_they_are(self, scan: Path) -> None:
        done = run("tables", "--ocr", scan)
        assert done.returncode == 0, done.stderr.decode()
        ((table,),) = (document["tables"] for document in json.loads(done.stdout))
        texts = [[cell["text"] for cell in table["cells"] if cell["row"] == row] for row in (2, 3)]
        assert texts == [list(row) for row in _ROWS]
        sure = [cell["confidence"] for cell in table["cells"] if "confidence" in cell]
        assert sure
        assert all(0 < one < 1 for one in sure)


class TestWithoutOcr:
    def test_a_scanned_page_is_told_and_left_out(self, with_appendix: Path) -> None:
        (paper,) = extract_file(with_appendix.read_bytes(), with_appendix.name)
        assert not paper.recommendations
        (told,) = (finding for finding in paper.findings if finding.code == "scanned-page")
        assert told.location is not None
        assert told.location.page == 2
        assert "is a picture without text" in told.message

    def test_a_paper_of_scanned_pages_alone_is_empty(self, scan: Path) -> None:
        (extraction,) = extract_papers(scan)
        assert extraction.outcome == "empty"
        assert not any(paper.recommendations for paper in extraction.papers)
