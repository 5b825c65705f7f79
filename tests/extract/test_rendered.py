"""The samples as they were printed: PDF and Word files give the record of the text form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.grids import logical_tables
from extract.pipeline import extract_file, read
from tests.support.comparing import reading, record_of, refs_of, rendered_samples, sample_of
from tests.support.places import RENDERED
from tests.support.scoring import differences, folded, gold_of

SAMPLES = rendered_samples()
# The text form of this paper has lost a hyphen that the printed one shows.
ENTRY_LEVEL = ("entrylevel", "entry-level")
# The rows that a page end of the printed papers cuts, by the reference of their recommendation.
CUT = {"000": ["D", "F"], "000m": ["D", "F"], "001": ["6", "9"], "003": ["7"], "004": ["4", "7"]}
# Rows of the tables of records, headers included: 48 in all.
ROWS = {"000": 13, "001": 10, "003": 17, "004": 8}
PAGES = {"000": 4, "000m": 4, "001": 3, "003": 3, "004": 3}


def _printed(text: str) -> str:
    return text.replace(*ENTRY_LEVEL)


def _rows(path: Path) -> list[list[object]]:
    """Return the logical rows of the longest table: the one of recommendations."""
    tables = logical_tables(read(path.read_bytes()))
    longest = max(tables, key=lambda table: table.rows)
    return [[folded(_printed(str(cell.text))) for cell in row] for row in longest.grid()]


def test_every_sample_with_records_was_printed_in_both_forms() -> None:
    assert [path.name for path in SAMPLES] == [
        f"{stem}.{suffix}" for stem in CUT for suffix in ("docx", "pdf")
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
class TestRecord:
    def test_it_holds_every_field_of_its_gold(self, path: Path) -> None:
        gold = gold_of(path.stem)
        gold.pop("findings", None)
        assert differences(gold, record_of(path).model_dump(mode="json")) == []

    def test_it_is_that_of_the_text_form(self, path: Path) -> None:
        known = json.loads(_printed(json.dumps(reading(record_of(sample_of(path.stem))))))
        found = json.loads(json.dumps(reading(record_of(path))))
        assert differences(known, found) == []
        assert differences(found, known) == []

    def test_every_row_is_that_of_the_text_form(self, path: Path) -> None:
        rows = _rows(path)
        assert len(rows) == ROWS[path.stem[:3]]
        assert rows == _rows(sample_of(path.stem))

    def test_every_word_is_placed(self, path: Path) -> None:
        accounting = record_of(path).accounting
        assert accounting.unplaced == []
        assert accounting.words == accounting.placed + accounting.furniture

    def test_reading_it_again_gives_the_same_bytes(self, path: Path) -> None:
        (again,) = extract_file(path.read_bytes(), path.name)
        assert again.model_dump_json() == record_of(path).model_dump_json()


@pytest.mark.parametrize(("stem", "refs"), CUT.items(), ids=CUT)
def test_the_rows_that_page_ends_cut_are_told(stem: str, refs: list[str]) -> None:
    assert refs_of(record_of(RENDERED / f"{stem}.pdf"), "row-continued") == refs


@pytest.mark.parametrize("stem", CUT)
def test_no_row_of_a_word_file_is_cut(stem: str) -> None:
    assert refs_of(record_of(RENDERED / f"{stem}.docx"), "row-continued") == []


def test_the_hyphen_that_the_text_form_lost_is_printed() -> None:
    (recommendation,) = record_of(RENDERED / "003.pdf").recommendations
    (action,) = recommendation.actions
    rounds = [entry.explanation for entry in (*recommendation.progress, *action.progress)]
    assert any("more entry-level jobs" in text for text in rounds)
    assert "entrylevel" in sample_of("003").read_text(encoding="utf-8")


@pytest.mark.parametrize(("stem", "pages"), PAGES.items(), ids=PAGES)
def test_it_says_that_it_is_a_pdf_and_how_many_pages_it_has(stem: str, pages: int) -> None:
    source = record_of(RENDERED / f"{stem}.pdf").source
    assert (source.media_type, source.page_count, source.pages) == ("application/pdf", pages, None)
