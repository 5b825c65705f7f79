"""Bad input through the command: a named error or finding, one line of advice, never a traceback."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from extract.writers.notes import NOTES
from tests.support.command import run

GOOD = (
    "Action Plan: Review of Parks\n\n| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"
    "| 1 | That parks are kept. | Mow. | Ann Osei | May 2023 |\n"
)
NO_TEXT = {
    "plan.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "plan.docx": b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(100),
    "plan.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100),
    "named-wrong.txt": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
    "page.html": b"<!DOCTYPE html><html><body>Plan</body></html>",
}
ERRORS = {name: "unknown-type" for name in NO_TEXT} | {
    "plan.pdf": "broken-file",
    "named-wrong.txt": "broken-file",
    "empty.txt": "empty-file",
    "blank.txt": "empty-file",
    "rubbish.txt": "broken-text",
    "long.txt": "too-large",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder of bad papers with one good paper among them."""
    made = tmp_path_factory.mktemp("bad")
    for name, data in NO_TEXT.items():
        (made / name).write_bytes(data)
    (made / "empty.txt").write_bytes(b"")
    (made / "blank.txt").write_bytes(b"\xef\xbb\xbf \r\n\t\r\n")
    (made / "rubbish.txt").write_bytes(bytes(range(1, 32)) * 400)
    (made / "long.txt").write_bytes(b"| a " * 300_000)
    (made / "good.txt").write_text(GOOD, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def done(folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Read the folder once."""
    return run("extract", folder, "--output", folder.parent / "out")


def manifest(folder: Path) -> dict[str, dict[str, Any]]:
    entries = json.loads((folder.parent / "out" / "manifest.json").read_bytes())["inputs"]
    return {entry["name"]: entry for entry in entries}


def test_the_run_fails_and_says_so(done: subprocess.CompletedProcess[bytes]) -> None:
    assert done.returncode == 1
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(("name", "code"), ERRORS.items())
def test_each_bad_paper_has_its_error_in_one_line(
    folder: Path, done: subprocess.CompletedProcess[bytes], name: str, code: str
) -> None:
    entry = manifest(folder)[name]
    assert entry["outcome"] == ("empty" if code == "empty-file" else "failed")
    assert entry["error"].startswith(f"{code}: ")
    assert entry["error"].endswith(".")
    assert entry["papers"] == []
    lines = [line for line in done.stderr.decode().splitlines() if line.startswith(f"{name}: {code}")]
    assert lines == [f"{name}: {entry['error']}"]


def test_the_good_paper_is_still_written(folder: Path, done: subprocess.CompletedProcess[bytes]) -> None:
    entry = manifest(folder)["good.txt"]
    assert (entry["outcome"], entry["error"]) == ("extracted", None)
    (record,) = (folder.parent / "out" / "papers").iterdir()
    assert record.stem == entry["papers"][0]
    assert json.loads(record.read_bytes())["recommendations"][0]["text"] == "That parks are kept."


def test_no_half_written_file_is_left(folder: Path, done: subprocess.CompletedProcess[bytes]) -> None:
    names = {path.name for path in (folder.parent / "out").iterdir()} - {"papers", NOTES}
    assert all(name.endswith((".json", ".csv")) for name in names)
    assert not list((folder.parent / "out").rglob("*.part"))


def test_where_nothing_is_readable_the_run_ends_with_4(folder: Path, tmp_path: Path) -> None:
    bad = [folder / name for name in ERRORS]
    ended = run("extract", *bad, folder / "missing.txt", "--output", tmp_path)
    assert ended.returncode == 4
    assert len(ended.stderr.decode().strip().splitlines()) >= len(bad) + 1
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["explain", "tables"])
def test_the_other_commands_name_it_too(folder: Path, command: str) -> None:
    ended = run(command, folder / "plan.pdf")
    assert ended.returncode == 4
    assert b"broken-file: PDFium cannot open it." in ended.stderr
    assert b"Traceback" not in ended.stderr


FINDINGS = {
    "no-table": ("The Committee met on Tuesday.\n\nIt thanked the witnesses.\n", 0),
    "unknown-columns": (
        (
            "Plan\n\n| Parish | Electors | Seats |\n|---|---|---|\n| Ashby "
            "| 1,204 | 7 |\n| Barton | 655 | 5 |\n"
        ),
        0,
    ),
    "welsh-text": (
        (
            "Cynllun\n\n| Cyf | Argymhelliad | Swyddog |\n|---|---|---|\n| 1 "
            "| Bod parciau yn cael eu cadw | Ann |\n"
        ),
        0,
    ),
    "unreadable-layout": (
        "Anytown\n\nRecommendation\n\nAction\n\nLead officer\n\nTarget date\n\nThat bins are emptied.\n",
        1,
    ),
}


@pytest.mark.parametrize(("code", "given"), FINDINGS.items(), ids=FINDINGS)
def test_a_paper_without_records_is_written_with_its_finding(
    tmp_path: Path, code: str, given: tuple[str, int]
) -> None:
    printed, ends = given
    (tmp_path / "in.txt").write_text(printed, encoding="utf-8")
    ended = run("extract", tmp_path / "in.txt", "--output", tmp_path / "out")
    assert ended.returncode == ends
    (record,) = (tmp_path / "out" / "papers").iterdir()
    made = json.loads(record.read_bytes())
    assert [one["code"] for one in made["findings"]] == [code]
    assert made["recommendations"] == []
    accounting = made["accounting"]
    assert accounting["unplaced"] == []
    assert (
        accounting["words"]
        == accounting["placed"] + accounting["furniture"]
        == len([word for word in printed.split() if set(word) - set("|-")])
    )


def test_a_warning_ends_the_run_only_where_it_was_asked_to(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("The Committee met.\n", encoding="utf-8")
    ended = run("extract", tmp_path / "in.txt", "--output", tmp_path / "out", "--fail-on", "warning")
    assert ended.returncode == 1
