"""The command: the record over time, forms, contacts and what may be asked of both."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.support.command import run
from tests.support.frictionless import is_valid
from tests.support.places import RENDERED, ROUNDS, SAMPLES
from tests.support.postgres import postgres
from tests.support.rounds import OTHER_PLAN, PLAN

ALL_FORMS = "json,csv,xlsx,sqlite,parquet"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_run_writes_every_form_and_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("a", "b"):
        done = run("extract", ROUNDS, "--output", tmp_path / name, "--format", ALL_FORMS)
        assert done.returncode == 0, done.stderr.decode()
    assert is_valid(tmp_path / "a" / "datapackage.json")
    files = [path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()]
    named = {path.as_posix() for path in files if not path.as_posix().startswith(".")}
    assert {"council-papers.xlsx", "council-papers.sqlite", "datasette.json", "history.json"} <= named
    assert "parquet/slippage.parquet" in named
    for path in named - {"manifest.json"}:
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes(), path


def test_a_form_that_is_no_longer_asked_for_goes(tmp_path: Path) -> None:
    run("extract", ROUNDS, "--output", tmp_path, "--format", ALL_FORMS)
    run("extract", ROUNDS, "--output", tmp_path, "--format", "csv")
    assert not (tmp_path / "council-papers.xlsx").exists()
    assert not (tmp_path / "parquet" / "actions.parquet").exists()
    assert not (tmp_path / "history.json").exists()
    assert (tmp_path / "slippage.csv").exists()


def test_a_new_paper_changes_what_all_papers_tell(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "plan.md").write_text(PLAN, encoding="utf-8")
    run("extract", papers, "--output", tmp_path / "out")
    assert rows(tmp_path / "out", "silence") == []
    update = (ROUNDS / "allotments-update-2.md").read_bytes()
    (papers / "update.md").write_bytes(update)
    run("extract", papers, "--output", tmp_path / "out")
    silent = [row["recommendation_id"] for row in rows(tmp_path / "out", "silence")]
    assert silent == ["allotments/3", "allotments/4"]
    (papers / "update.md").unlink()
    run("extract", papers, "--output", tmp_path / "out")
    assert rows(tmp_path / "out", "silence") == []


def test_one_paper_in_two_forms_is_counted_once(tmp_path: Path) -> None:
    done = run("extract", RENDERED / "004.pdf", RENDERED / "004.docx", "--output", tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert len(rows(tmp_path, "recommendations")) == 7
    assert [row["code"] for row in rows(tmp_path, "findings")].count("copy-of") == 1
    for record in (tmp_path / "papers").iterdir():
        assert "copy-of" not in record.read_text(encoding="utf-8")


def test_titles_that_are_only_alike_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(OTHER_PLAN.replace("Litter", "Home Care Services"), encoding="utf-8")
    (tmp_path / "b.md").write_text(PLAN.replace("Allotments", "Day Care Services"), encoding="utf-8")
    run("extract", tmp_path / "a.md", tmp_path / "b.md", "--output", tmp_path / "out")
    assert "possible-review" in [row["code"] for row in rows(tmp_path / "out", "findings")]


def test_the_day_that_counts_as_today_is_asked_for_and_noted(tmp_path: Path) -> None:
    run("extract", ROUNDS, "--output", tmp_path, "--as-of", "2023-08-01")
    assert json.loads((tmp_path / "manifest.json").read_bytes())["options"]["as_of"] == "2023-08-01"
    assert json.loads((tmp_path / "history.json").read_bytes())["as_of"] == {
        "date": "2023-08-01",
        "basis": "given",
    }
    overdue = [row["recommendation_id"] for row in rows(tmp_path, "slippage") if row["overdue"] == "true"]
    assert overdue == ["allotments/1", "litter/1", "litter/2"]


@pytest.mark.parametrize("command", [["extract", str(ROUNDS), "--output", "out"], ["report", str(ROUNDS)]])
def test_a_day_that_is_none_is_refused(command: list[str], tmp_path: Path) -> None:
    done = run(*command, "--as-of", "1/8/2023", cwd=tmp_path)
    assert done.returncode == 2
    assert b"2024-03-31" in done.stderr


def test_contacts_stay_out_of_tables_and_in_records(tmp_path: Path) -> None:
    told = "Write to ann.carr@northmere.gov.uk or ring 01632 960 001."
    (tmp_path / "plan.md").write_text(
        PLAN.replace("Write to holders of untilled plots.", told), encoding="utf-8"
    )
    run("extract", tmp_path / "plan.md", "--output", tmp_path / "out", "--format", ALL_FORMS)
    (action,) = (
        row["action"] for row in rows(tmp_path / "out", "actions") if row["recommendation_ref"] == "3"
    )
    assert action == "Write to [e-mail] or ring [telephone]."
    with closing(sqlite3.connect(tmp_path / "out" / "council-papers.sqlite")) as connection:
        assert "northmere.gov" not in "".join(connection.iterdump())
    (record,) = (tmp_path / "out" / "papers").iterdir()
    assert told in record.read_text(encoding="utf-8")
    run("extract", tmp_path / "plan.md", "--output", tmp_path / "out", "--contacts")
    assert told in [row["action"] for row in rows(tmp_path / "out", "actions")]


def test_the_report_and_the_differences_come_from_the_command(tmp_path: Path) -> None:
    run("extract", ROUNDS / "allotments-plan.md", "--output", tmp_path / "old")
    run("extract", ROUNDS, "--output", tmp_path / "new")
    done = run("report", tmp_path / "new", "-o", tmp_path / "report", "--papers", ROUNDS)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "report" / "index.html").is_file()
    done = run("diff", tmp_path / "old", tmp_path / "new", "--json")
    assert done.returncode == 0, done.stderr.decode()
    kinds = [change["kind"] for change in json.loads(done.stdout)]
    assert kinds.count("moved_date") == 1 and kinds.count("new") == 2
    done = run("diff", ROUNDS / "allotments-plan.md", ROUNDS / "allotments-update-1.md")
    assert "September 2022" in done.stdout.decode()
    assert run("diff", tmp_path / "old", ROUNDS / "litter.md").returncode == 2


def test_a_report_on_no_results_is_refused(tmp_path: Path) -> None:
    done = run("report", SAMPLES, "-o", tmp_path / "report")
    assert done.returncode == 4
    assert b"no-results" in done.stderr


def test_the_tables_go_to_a_database_and_the_address_nowhere(tmp_path: Path) -> None:
    with postgres() as url:
        for _ in range(2):
            done = run("extract", ROUNDS, "--output", tmp_path, "--to", url)
            assert done.returncode == 0, done.stderr.decode()
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT count(*) FROM council_papers.slippage").fetchall() == [(5,)]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"127.0.0.1" in path.read_bytes() for path in files)
    done = run("extract", ROUNDS, "--output", tmp_path, "--to", url)
    assert done.returncode == 1
    assert b"database-failed" in done.stderr
    assert run("extract", ROUNDS, "--output", tmp_path, "--to", "mysql://x").returncode == 2
