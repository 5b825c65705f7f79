"""Invented papers as councils print them, in Word and PDF, each with a reading by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.comparing import reading, record_of
from tests.support.places import PRINTED
from tests.support.scoring import differences

PAPERS = sorted(path for path in PRINTED.iterdir() if path.suffix in {".pdf", ".docx"})


def expected(stem: str) -> Any:
    return json.loads((PRINTED / f"{stem}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
class TestPaper:
    def test_it_holds_every_field_of_its_reading(self, path: Path) -> None:
        assert differences(expected(path.stem), record_of(path).model_dump(mode="json")) == []

    def test_it_holds_no_recommendation_beside_those_of_its_reading(self, path: Path) -> None:
        assert len(record_of(path).recommendations) == len(expected(path.stem)["recommendations"])

    def test_every_word_is_placed(self, path: Path) -> None:
        assert record_of(path).accounting.unplaced == []


def test_each_reading_has_its_paper() -> None:
    assert {path.stem for path in PRINTED.glob("*.json")} == {path.stem for path in PAPERS}


def test_both_forms_say_the_same() -> None:
    word, pdf = (reading(record_of(PRINTED / f"nested-tables.{form}")) for form in ("docx", "pdf"))
    assert differences(word, pdf) == []
    assert differences(pdf, word) == []


def test_a_date_that_word_tracks_as_deleted_is_struck_through_in_its_print() -> None:
    word, pdf = (
        [
            date.edtf
            for date in record_of(PRINTED / f"tracked-struck.{form}").recommendations[1].actions[0].due
        ]
        for form in ("docx", "pdf")
    )
    assert (word, pdf) == (["2025-07-18"], ["2025-04-30", "2025-07-18"])
