"""Every field that a reading by hand settles, on the sample papers and on invented ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.pipeline import extract_file
from tests.support.places import ROOT
from tests.support.scoring import differences

GOLD = ROOT / "tests" / "gold"
PAPERS = ROOT / "tests" / "papers"


def _paper_of(gold: Path) -> Path:
    """Return the sample paper that a gold reads: the one whose name begins with its number."""
    return next((ROOT / "samples").glob(f"{gold.stem}-*.txt"))


def _unlike(paper: Path, gold: Path) -> list[str]:
    record = extract_file(paper.read_bytes(), paper.name)[0].model_dump(mode="json")
    return list(differences(json.loads(gold.read_text(encoding="utf-8")), record))


@pytest.mark.parametrize("gold", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_a_sample_paper_holds_every_field_of_its_gold(gold: Path) -> None:
    assert _unlike(_paper_of(gold), gold) == []


def test_every_sample_paper_has_its_gold() -> None:
    samples = {path.name[:3] for path in (ROOT / "samples").glob("*.txt")}
    assert samples == {path.stem for path in GOLD.glob("*.json")}


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.stem)
def test_an_invented_paper_holds_every_field_of_its_reading(paper: Path) -> None:
    assert _unlike(paper, paper.with_suffix(".json")) == []


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_word_of_an_invented_paper_is_lost(paper: Path) -> None:
    accounting = extract_file(paper.read_bytes(), paper.name)[0].accounting
    assert accounting.unplaced == []
    assert accounting.words == accounting.placed + accounting.furniture
