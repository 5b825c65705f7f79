"""The sample papers: listed, unchanged, and none forgotten."""

from __future__ import annotations

import hashlib
import tomllib

import pytest

from tests.support.places import GOLD, SAMPLE_PAPERS, SAMPLES

SOURCES = tomllib.loads((SAMPLES / "SOURCES.toml").read_text(encoding="utf-8"))["paper"]


def test_every_sample_is_listed_once() -> None:
    assert [source["file"] for source in SOURCES] == [path.name for path in SAMPLE_PAPERS]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["file"][:3])
def test_a_sample_is_the_paper_that_was_published(source: dict[str, str]) -> None:
    assert set(source) == {"file", "council", "title", "form", "sha256"}
    assert hashlib.sha256((SAMPLES / source["file"]).read_bytes()).hexdigest() == source["sha256"]


def test_every_sample_has_its_reading_by_hand() -> None:
    assert [path.stem for path in sorted(GOLD.glob("*.json"))] == [path.stem for path in SAMPLE_PAPERS]
