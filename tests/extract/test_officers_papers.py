"""Officers of whole papers: three years of one council and a paper of another, written by the command."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tests.support.command import run
from tests.support.frictionless import is_valid
from tests.support.places import ROOT

PAPERS = ROOT / "tests" / "papers" / "across"


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as a user's program would; papers by their names, without the digests of their files."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            {key: re.sub(r"(20\d\d-\w+)-[0-9a-f]{8}\b", r"\1", cell) for key, cell in row.items()}
            for row in csv.DictReader(stream)
        ]


def expected() -> list[dict[str, str]]:
    """Return the table as read by hand."""
    return rows(PAPERS / "officers.csv")


def officers(folder: Path) -> list[dict[str, str]]:
    """Return the table of a run, the columns that were read by hand."""
    return [{key: row[key] for key in expected()[0]} for row in rows(folder / "officers.csv")]


def variants(folder: Path) -> list[tuple[str, str, str]]:
    """Return where the run proposes to join, and the names."""
    found = [row for row in rows(folder / "findings.csv") if row["code"] == "name-variant"]
    names = [row["message"].partition("names = ")[2].partition("]")[0] for row in found]
    return [
        (row["paper_id"], row["recommendation_ref"], pair) for row, pair in zip(found, names, strict=True)
    ]


def test_the_table_is_that_read_by_hand(tmp_path: Path) -> None:
    done = run("extract", PAPERS, "--output", tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert officers(tmp_path) == expected()
    assert variants(tmp_path) == [
        ("2022-progress", "3", '["Ann Clark", "Ann Clarke"'),
        ("2023-libraries", "4", '["John Hansen", "John Hanson"'),
    ]
    assert is_valid(tmp_path / "datapackage.json")


def test_every_action_and_paper_that_is_listed_exists(tmp_path: Path) -> None:
    run("extract", PAPERS, "--output", tmp_path)
    known = {row["action_id"] for row in rows(tmp_path / "actions.csv")}
    listed = {one for row in rows(tmp_path / "officers.csv") for one in row["actions"].split("; ")}
    assert listed == known


def test_papers_added_later_keep_the_ids(tmp_path: Path) -> None:
    early = [PAPERS / "2021-plan.md", PAPERS / "2022-progress.md"]
    run("extract", *early, "--output", tmp_path / "early")
    run("extract", PAPERS, "--output", tmp_path / "all")
    ids = [{row["officer_id"] for row in officers(tmp_path / name)} for name in ("early", "all")]
    assert ids[0] < ids[1]


def test_the_users_file_settles_what_is_open(tmp_path: Path) -> None:
    file = tmp_path / "officers.toml"
    file.write_text(
        'same = [{ council = "Marshby Council", names = ["Ann Clark", "Ann Clarke"] }]\n'
        'different = [{ names = ["John Hansen", "John Hanson"] }, { names = ["D Vale", "Dominic Vale"] }]\n'
    )
    done = run("extract", PAPERS, "--output", tmp_path / "out", "--officers", file)
    assert done.returncode == 0, done.stderr.decode()
    found = {row["officer_id"]: row["aliases"] for row in officers(tmp_path / "out")}
    assert found["marshby/person/ann-clark"] == "Ann Clark; Ann Clarke"
    assert found["marshby/person/d-vale"] == "D Vale"
    assert variants(tmp_path / "out") == []
    assert '"officers": "' in (tmp_path / "out" / "manifest.json").read_text()


def test_a_broken_file_ends_the_run_before_anything_is_written(tmp_path: Path) -> None:
    file = tmp_path / "officers.toml"
    file.write_text("same = [")
    done = run("extract", PAPERS, "--output", tmp_path / "out", "--officers", file)
    assert done.returncode == 2
    assert "broken-officers-file: officers.toml" in done.stderr.decode()
    assert not (tmp_path / "out").exists()
