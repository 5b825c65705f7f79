"""The full record of each sample paper, read through by eye, comes back byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from extract.pipeline import extract_file
from extract.schema import json_schema
from extract.writers.json_records import record_bytes
from tests.support.places import SAMPLE_PAPERS, SAMPLES
from tests.support.scoring import differences

EXPECTED = SAMPLES / "expected"


@pytest.mark.parametrize("paper", SAMPLE_PAPERS, ids=lambda path: path.stem)
def test_a_sample_paper_gives_its_expected_record(paper: Path) -> None:
    expected = (EXPECTED / f"{paper.stem}.json").read_bytes()
    found = record_bytes(extract_file(paper.read_bytes(), paper.name)[0])
    assert differences(json.loads(expected), json.loads(found)) == []
    assert found == expected


@pytest.mark.parametrize("paper", SAMPLE_PAPERS, ids=lambda path: path.stem)
def test_an_expected_record_fits_the_schema(paper: Path) -> None:
    record = json.loads((EXPECTED / f"{paper.stem}.json").read_bytes())
    Draft202012Validator(json_schema()).validate(record)


def test_every_expected_record_has_its_paper() -> None:
    assert {path.stem for path in EXPECTED.glob("*.json")} == {path.stem for path in SAMPLE_PAPERS}
