"""Many papers in one run: each with its outcome, none able to stop the rest."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

import extract
from extract import Extraction, extract_paper, extract_papers
from extract.batch import extract_inputs
from extract.inputs import Input
from extract.options import Facts
from extract.schema import Paper
from parsers.errors import EmptyFile, MissingFile, PaperError
from tests.support.places import SAMPLE_PAPERS, SAMPLES

PLAN = SAMPLES / "004-stockton-action-plan.txt"


def by_name(extractions: Iterator[Extraction]) -> dict[str, Extraction]:
    return {extraction.name: extraction for extraction in extractions}


def test_the_samples_are_all_extracted_and_nothing_beside_them() -> None:
    extractions = list(extract_papers(SAMPLES))
    assert [extraction.name for extraction in extractions] == [path.name for path in SAMPLE_PAPERS]
    for extraction, path in zip(extractions, SAMPLE_PAPERS, strict=True):
        assert (extraction.outcome, extraction.error) == ("extracted", None)
        assert extraction.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert [paper.source.name for paper in extraction.papers] == [path.name]


def test_one_paper_is_the_same_alone_and_in_a_run() -> None:
    (extraction,) = extract_papers([PLAN])
    assert extraction.papers == (extract_paper(PLAN),)
    assert extract_paper(str(PLAN)) == extract_paper(PLAN)


def test_facts_fill_what_the_paper_leaves_open() -> None:
    facts: dict[str, Any] = {
        "council": "Anytown Council",
        "committee": "Select Committee",
        "meeting_date": "2021-09-14",
        "source_url": "urn:example:1",
    }
    paper = extract_paper(PLAN, **facts)
    assert (paper.council, paper.committee) == ("Anytown Council", "Select Committee")
    assert (paper.meeting_date, paper.source.url) == ("2021-09-14", "urn:example:1")
    (extraction,) = extract_papers([PLAN], **facts)
    assert extraction.papers == (paper,)


def test_a_sidecar_speaks_for_its_paper_only(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(PLAN.read_bytes())
    (tmp_path / "a.toml").write_text('council = "Otherton Council"')
    found = by_name(extract_papers(tmp_path, council="Anytown Council"))
    assert [found[name].papers[0].council for name in ("a.txt", "b.txt")] == [
        "Otherton Council",
        "Anytown Council",
    ]
    assert extract_paper(tmp_path / "a.txt").council == "Otherton Council"


def test_a_date_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="meeting_date"):
        extract_papers([PLAN], meeting_date="14 September")


def test_papers_that_fail_do_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\r\n ")
    (tmp_path / "rubbish.bin").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "wrong.txt").write_bytes(PLAN.read_bytes())
    (tmp_path / "wrong.toml").write_text("counsel = 1")
    (tmp_path / "zz.txt").write_bytes(PLAN.read_bytes())
    found = by_name(extract_papers([tmp_path, tmp_path / "lost.txt"]))
    assert {name: extraction.outcome for name, extraction in found.items()} == {
        "blank.txt": "empty",
        "empty.txt": "empty",
        "lost.txt": "failed",
        "rubbish.bin": "failed",
        "wrong.txt": "failed",
        "zz.txt": "extracted",
    }
    for extraction in found.values():
        assert bool(extraction.error) != bool(extraction.papers)
        assert "\n" not in (extraction.error or "")
        assert str(tmp_path) not in (extraction.error or "")
    assert found["lost.txt"].sha256 is None
    assert found["empty.txt"].sha256 == hashlib.sha256(b"").hexdigest()


def test_a_fault_of_the_program_is_an_error_of_that_input_alone(caplog: pytest.LogCaptureFixture) -> None:
    no_path = cast(Path, None)
    with caplog.at_level(logging.DEBUG, logger="extract"):
        broken, whole = extract_inputs([Input("broken.txt", no_path), Input("whole.txt", PLAN)], Facts())
    assert broken.outcome == "failed"
    assert (broken.error or "").startswith("internal-error: AttributeError. Report it")
    assert whole.outcome == "extracted"
    assert "Traceback" in caplog.text


def test_one_paper_that_fails_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(EmptyFile):
        extract_paper(tmp_path / "empty.txt")
    with pytest.raises(MissingFile) as caught:
        extract_paper(tmp_path / "lost.txt")
    assert isinstance(caught.value, PaperError)


def test_the_package_gives_its_public_names() -> None:
    assert extract.Paper is Paper
    for name in extract.__all__:
        assert getattr(extract, name) is not None
    with pytest.raises(AttributeError, match="extract_everything"):
        extract.extract_everything  # noqa: B018 - reading it is the test
