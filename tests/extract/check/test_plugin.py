"""The pytest plugin: one test for each paper and group of fields, in anybody's repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.rounds import PLAN

EXPECTED = {
    "title": "Action Plan: Review of Allotments",
    "recommendations": [
        {"ref": "1", "actions": [{"officers": [{"name": "Ann Carr"}], "due": [{"edtf": "2022-09"}]}]},
        {"ref": "2"},
        {"ref": "3"},
        {"ref": "4"},
    ],
}


def run_pytest(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run pytest as a council would, in a folder without tests of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def write(folder: Path, expected: object) -> None:
    (folder / "samples" / "expected").mkdir(parents=True)
    (folder / "samples" / "plan.md").write_text(PLAN, encoding="utf-8")
    if expected:
        (folder / "samples" / "expected" / "plan.json").write_text(json.dumps(expected), encoding="utf-8")


def test_each_group_of_a_paper_is_a_test(tmp_path: Path) -> None:
    write(tmp_path, EXPECTED)
    code, told = run_pytest(tmp_path, "--council-papers", "samples", "-v")
    assert code == 0, told
    for group in ("head", "recommendations", "officers", "dates"):
        assert f"plan.md::{group} PASSED" in told
    assert "4 passed" in told


def test_a_failure_shows_the_values_and_the_place(tmp_path: Path) -> None:
    write(tmp_path, json.loads(json.dumps(EXPECTED).replace("Ann Carr", "Anne Carr")))
    code, told = run_pytest(tmp_path, "--council-papers", "samples")
    assert code == 1, told
    assert "1 failed, 3 passed" in told
    assert "expected “Anne Carr”, found “Ann Carr” (line 11" in told
    assert "Traceback" not in told


def test_tests_are_selected_as_others_are(tmp_path: Path) -> None:
    write(tmp_path, EXPECTED)
    code, told = run_pytest(tmp_path, "--council-papers", "samples", "-k", "dates")
    assert code == 0, told
    assert "1 passed, 3 deselected" in told


def test_a_paper_without_expected_record_fails(tmp_path: Path) -> None:
    write(tmp_path, None)
    code, told = run_pytest(tmp_path, "--council-papers", "samples")
    assert code == 1, told
    assert "nothing is expected of it yet" in told


def test_without_the_option_nothing_is_added(tmp_path: Path) -> None:
    write(tmp_path, EXPECTED)
    code, told = run_pytest(tmp_path)
    assert code == 5, told
    assert "no tests ran" in told
