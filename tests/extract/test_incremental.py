"""Runs after runs: what is the same is not read again, and the folder is that of one whole run."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from extract.writers.notes import NOTES
from tests.support.command import COMMAND, run
from tests.support.places import RENDERED, SAMPLE_PAPERS, SAMPLES

PLAN = SAMPLES / "004-stockton-action-plan.txt"


def extract(papers: Path, output: Path, *options: str) -> dict[str, Any]:
    """Run the command and return what the manifest says of each input."""
    done = run("extract", papers, "--output", output, "--workers", "2", *options)
    assert done.returncode in (0, 1), done.stderr.decode()
    inputs = json.loads((output / "manifest.json").read_bytes())["inputs"]
    return {given["name"]: given["outcome"] for given in inputs}


def contents(output: Path) -> dict[str, bytes]:
    """Read all results but the manifest, which tells seconds and what is unchanged."""
    files = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != "manifest.json"}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Copy the samples into a folder."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for path in SAMPLE_PAPERS:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_unchanged_papers_are_not_read_again_and_all_else_is_as_in_a_whole_run(
    papers: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    assert set(extract(papers, output).values()) == {"extracted"}
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*.csv")}
    assert set(extract(papers, output).values()) == {"unchanged"}
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*.csv")} == before

    changed, removed, *_ = sorted(papers.iterdir())
    changed.write_bytes(changed.read_bytes() + b"\nOne more line.\n")
    removed.unlink()
    (papers / "added.txt").write_bytes(PLAN.read_bytes() + b"\nOne line more.\n")
    outcomes = extract(papers, output)
    assert outcomes.pop("added.txt") == outcomes.pop(changed.name) == "extracted"
    assert set(outcomes.values()) == {"unchanged"}

    extract(papers, tmp_path / "whole")
    assert contents(output) == contents(tmp_path / "whole")


@pytest.mark.parametrize(
    "options",
    [("--council", "Anytown Council"), ("--meeting-date", "2021-01-02"), ("--password", "x")],
    ids=" ".join,
)
def test_other_options_are_another_reading(papers: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    extract(papers, tmp_path / "out")
    assert set(extract(papers, tmp_path / "out", *options).values()) == {"extracted"}


def test_a_new_sidecar_is_another_reading_of_its_paper(papers: Path, tmp_path: Path) -> None:
    extract(papers, tmp_path / "out")
    (papers / PLAN.with_suffix(".toml").name).write_text('council = "Otherton Council"')
    outcomes = extract(papers, tmp_path / "out")
    assert outcomes.pop(PLAN.name) == "extracted"
    assert set(outcomes.values()) == {"unchanged"}


def test_a_password_is_kept_nowhere(papers: Path, tmp_path: Path) -> None:
    extract(papers, tmp_path / "out", "--password", "open sesame 123")
    assert not any(b"sesame" in data for data in contents(tmp_path / "out").values())


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_damaged_notes_and_results_are_made_anew(papers: Path, tmp_path: Path, damage: bytes | None) -> None:
    output = tmp_path / "out"
    extract(papers, output)
    whole = contents(output)
    notes = sorted((output / NOTES / "readings").iterdir())
    for path in (notes[0], output / NOTES / "run.json", next((output / "papers").iterdir())):
        path.write_bytes(path.read_bytes()[:-40] if damage is None else damage)
    (output / "actions.csv").write_bytes(b"edited")
    notes[1].write_bytes(notes[2].read_bytes())  # a note of another paper
    outcomes = list(extract(papers, output).values())
    assert (outcomes.count("extracted"), outcomes.count("unchanged")) == (2, len(outcomes) - 2)
    assert contents(output) == whole


def test_only_what_earlier_runs_wrote_is_removed(papers: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    extract(papers, output)
    kept = [output / "papers" / "mine-01234567.json", output / "notes.txt", output / "mine.csv"]
    for path in kept:
        path.write_text("x")
    for path in papers.iterdir():
        if path.name != PLAN.name:
            path.unlink()
    extract(papers, output, "--format", "json")
    left = {path.name for path in output.rglob("*") if path.is_file() and NOTES not in path.parts}
    record = "004-stockton-action-plan-8e6aa4af.json"
    written = {record, "history.json", "schema.json", "datapackage.json", "manifest.json"}
    assert left == written | {path.name for path in kept}


def test_same_bytes_are_read_once_and_listed_twice(tmp_path: Path) -> None:
    papers, output = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    for name in ("b.txt", "a.txt"):
        (papers / name).write_bytes(PLAN.read_bytes())
    extract(papers, output)
    inputs = json.loads((output / "manifest.json").read_bytes())["inputs"]
    assert [(given["name"], given["papers"]) for given in inputs] == [
        ("a.txt", ["a-8e6aa4af"]),
        ("b.txt", ["a-8e6aa4af"]),
    ]
    assert [path.name for path in (output / "papers").iterdir()] == ["a-8e6aa4af.json"]


def test_the_results_are_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    for workers in ("1", "3"):
        done = run("extract", SAMPLES, RENDERED, "--output", tmp_path / workers, "--workers", workers)
        assert done.returncode == 0
    assert contents(tmp_path / "1") == contents(tmp_path / "3")


def start(papers: Path, output: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [COMMAND, "extract", papers, "--output", output, "--workers", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def test_a_run_that_is_killed_at_any_time_goes_on_and_comes_to_the_same(papers: Path, tmp_path: Path) -> None:
    for number in range(8):
        (papers / f"copy-{number}.pdf").write_bytes((RENDERED / "004.pdf").read_bytes() + b"\n" * number)
    whole, output = tmp_path / "whole", tmp_path / "out"
    extract(papers, whole)
    chance = random.Random(5)  # noqa: S311 - the times of a test
    for _ in range(6):
        process = start(papers, output)
        sleep(chance.uniform(0.3, 2.5))
        process.kill()
        process.communicate()
    extract(papers, output)
    assert contents(output) == contents(whole)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_asked_to_end_ends_in_order(
    papers: Path, tmp_path: Path, number: signal.Signals
) -> None:
    for copy in range(30):
        (papers / f"copy-{copy}.pdf").write_bytes((RENDERED / "000.pdf").read_bytes() + b"\n" * copy)
    output = tmp_path / "out"
    process = start(papers, output)
    while not list(output.glob("papers/*.json")):
        sleep(0.05)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert said.decode().splitlines()[-1] == (
        f"Stopped by {number.name}. The same command goes on from here."
    )
    assert not list(output.rglob("*.part"))
    assert not (output / "manifest.json").exists()
    assert "unchanged" in extract(papers, output).values()
