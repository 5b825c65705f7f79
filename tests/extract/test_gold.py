"""Every field that a reading by hand settles, on the sample papers and on invented ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.pipeline import extract_file
from tests.support.places import ROOT
from tests.support.scoring import differences

PAPERS = ROOT / "tests" / "papers"


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.stem)
def test_an_invented_paper_holds_every_field_of_its_reading(paper: Path) -> None:
    record = extract_file(paper.read_bytes(), paper.name)[0].model_dump(mode="json")
    assert differences(json.loads(paper.with_suffix(".json").read_text(encoding="utf-8")), record) == []


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_word_of_an_invented_paper_is_lost(paper: Path) -> None:
    accounting = extract_file(paper.read_bytes(), paper.name)[0].accounting
    assert accounting.unplaced == []
    assert accounting.words == accounting.placed + accounting.furniture
