"""The command: what it writes, what it says and what it ends with."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

from extract.results import Outcome, Reading
from extract.running import FailOn, exit_code
from extract.schema import Accounting, Finding, Location, Severity, UnplacedText, json_schema
from extract.terminal import printable
from tests.support.command import COMMAND, run
from tests.support.frictionless import is_valid
from tests.support.pdf_writer import Sheet, pdf
from tests.support.places import SAMPLE_PAPERS, SAMPLES
from tests.support.readings import reading
from tests.support.records import paper

PLAN = SAMPLES / "004-stockton-action-plan.txt"


def files(folder: Path) -> dict[str, bytes]:
    """Read all files of an output directory but the manifest, which tells seconds."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_samples_become_valid_files(tmp_path: Path) -> None:
    done = run("extract", SAMPLES, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    records = sorted((tmp_path / "out" / "papers").glob("*.json"))
    assert len(records) == len(SAMPLE_PAPERS)
    for record in records:
        jsonschema.validate(json.loads(record.read_bytes()), json_schema())
    assert is_valid(tmp_path / "out" / "datapackage.json")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert [entry["name"] for entry in manifest["inputs"]] == [path.name for path in SAMPLE_PAPERS]
    assert manifest["version"] == version("council-papers")
    for path in SAMPLE_PAPERS:
        assert f"{path.name}: extracted" in done.stderr.decode()
        assert path.name in done.stdout.decode()


def test_the_same_papers_give_the_same_bytes(tmp_path: Path) -> None:
    for output, seed in (("a", "1"), ("b", "2")):
        run("extract", SAMPLES, "--output", tmp_path / output, PYTHONHASHSEED=seed)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert len(files(tmp_path / "a")) > len(SAMPLE_PAPERS)


def test_the_results_go_to_output_unless_told_otherwise(tmp_path: Path) -> None:
    done = run("extract", PLAN, cwd=tmp_path)
    assert (tmp_path / "output" / "manifest.json").exists()
    assert "The results are in output" in done.stdout.decode()


def test_formats_and_excel(tmp_path: Path) -> None:
    run("extract", PLAN, "--output", tmp_path / "csv", "--format", "csv", "--excel")
    assert not (tmp_path / "csv" / "papers").exists()
    assert (tmp_path / "csv" / "actions.csv").read_bytes().startswith(b"\xef\xbb\xbfpaper_id,")
    run("extract", PLAN, "--output", tmp_path / "json", "--format", "json")
    assert not list((tmp_path / "json").glob("*.csv"))
    assert len(list((tmp_path / "json" / "papers").glob("*.json"))) == 1


def test_facts_reach_the_records_and_the_manifest(tmp_path: Path) -> None:
    options = ["--council", "Anytown Council", "--meeting-date", "2021-09-14", "--source-url", "urn:x"]
    run("extract", PLAN, "--output", tmp_path, *options)
    (record,) = (json.loads(path.read_bytes()) for path in (tmp_path / "papers").iterdir())
    assert (record["council"], record["meeting_date"], record["source"]["url"]) == (
        "Anytown Council",
        "2021-09-14",
        "urn:x",
    )
    options_used = json.loads((tmp_path / "manifest.json").read_bytes())["options"]
    assert options_used["council"] == "Anytown Council"
    assert str(tmp_path) not in (tmp_path / "manifest.json").read_text()


def test_a_password_opens_a_file_and_is_written_nowhere(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(
        pdf(Sheet().text(50, 100, "All parks."), user="open sesame", owner="x")
    )
    commands: list[list[str | Path]] = [["extract", "--output", tmp_path / "out"], ["explain"], ["tables"]]
    for command in commands:
        closed = run(*command, tmp_path / "plan.pdf")
        assert (closed.returncode, b"encrypted: it wants a password" in closed.stderr) == (4, True)
        opened = run(*command, tmp_path / "plan.pdf", "--password", "open sesame")
        assert opened.returncode == 0, opened.stderr.decode()
    written = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"sesame" not in written


def test_whether_pictures_were_read_is_in_the_manifest(tmp_path: Path) -> None:
    for options, told in (([], False), (["--ocr"], True)):
        assert run("extract", PLAN, "--output", tmp_path, *options).returncode == 0
        assert json.loads((tmp_path / "manifest.json").read_bytes())["options"]["ocr"] is told


def test_a_failed_input_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    done = run("extract", tmp_path / "lost.txt", PLAN, "--output", tmp_path / "out")
    assert done.returncode == 1
    assert "lost.txt: missing-file: there is no such file. Check the path" in done.stderr.decode()
    assert len(list((tmp_path / "out" / "papers").glob("*.json"))) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty-file"), (bytes(range(256)) * 40, "broken-text"), (None, "missing-file")],
)
def test_nothing_readable_ends_with_4_and_says_why(tmp_path: Path, content: bytes | None, code: str) -> None:
    if content is not None:
        (tmp_path / "in.txt").write_bytes(content)
    done = run("extract", tmp_path / "in.txt", "--output", tmp_path / "out")
    assert done.returncode == 4
    assert code in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    (entry,) = json.loads((tmp_path / "out" / "manifest.json").read_bytes())["inputs"]
    assert entry["error"] in done.stderr.decode()
    assert is_valid(tmp_path / "out" / "datapackage.json")


def test_a_folder_without_papers_ends_with_4(tmp_path: Path) -> None:
    done = run("extract", tmp_path, "--output", tmp_path / "out")
    assert (done.returncode, b"no-papers" in done.stderr) == (4, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", PLAN, "--format", "xml"],
        ["extract", PLAN, "--format", ""],
        ["extract", PLAN, "--meeting-date", "12/06/2023"],
        ["extract", PLAN, "--fail-on", "info"],
        ["extract", PLAN, "--output", PLAN],
        ["extract", PLAN, "--council", os.fsdecode(b"caf\xe9")],
        ["extrakt"],
        [],
    ],
    ids=str,
)
def test_what_is_not_understood_ends_with_2(tmp_path: Path, arguments: list[str | Path]) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("extract", PLAN, "--output", tmp_path / "file" / "out")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("unwritable-output: ")


def made(
    *severities: Severity, unplaced: bool = False, outcome: Outcome = "extracted", error: str | None = None
) -> Reading:
    """Make what a run could have made of an input."""
    words = [UnplacedText(text="x", location=Location(line=1))] if unplaced else []
    one = paper(
        findings=[Finding(code="made-up", severity=severity, message="m") for severity in severities],
        accounting=Accounting(words=1, placed=1 - len(words), furniture=0, unplaced=words),
    )
    return reading("a.txt", *(() if error else (one,)), outcome=outcome, error=error)


FAILED = made(outcome="failed", error="missing-file")
NO_WORDS = made(outcome="empty", error="empty-file")


@pytest.mark.parametrize(
    ("readings", "fail_on", "strict", "code"),
    [
        ([made()], "error", True, 0),
        ([made("info", "warning")], "error", False, 0),
        ([made("info", "warning")], "warning", False, 1),
        ([made("info")], "warning", False, 0),
        ([made("error")], "error", False, 1),
        ([made("error")], "warning", False, 1),
        ([made("error")], "never", False, 0),
        ([made(unplaced=True)], "error", False, 0),
        ([made(unplaced=True)], "error", True, 3),
        ([made("error", unplaced=True)], "error", True, 1),
        ([made("error", unplaced=True)], "never", True, 3),
        ([made(), FAILED], "never", False, 1),
        ([made(), NO_WORDS], "error", False, 1),
        ([made(), NO_WORDS], "never", False, 0),
        ([FAILED], "never", False, 4),
        ([NO_WORDS, FAILED], "error", True, 4),
        ([], "error", False, 4),
    ],
)
def test_exit_codes_in_their_order(readings: list[Reading], fail_on: str, strict: bool, code: int) -> None:
    assert exit_code(readings, strict=strict, fail_on=FailOn(fail_on)) == code


def test_quiet_shows_errors_only(tmp_path: Path) -> None:
    done = run("extract", PLAN, "--quiet", "--output", tmp_path / "a")
    assert (done.stdout, done.stderr) == (b"", b"")
    done = run("extract", PLAN, tmp_path / "lost.txt", "--quiet", "--output", tmp_path / "b")
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1


def test_a_file_name_cannot_command_the_terminal(tmp_path: Path) -> None:
    name = "\x1b]0;gone\x07\x9b31m[bold]\u202etxt.exe[/bold]\nplan.txt"
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(PLAN.read_bytes())
    (tmp_path / f"{name} empty").write_bytes(b"")
    done = run("extract", tmp_path, "--output", tmp_path / "out")
    shown = (done.stdout + done.stderr).decode()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "[bold]" in done.stderr.decode()
    assert "[/bold]?plan.txt" in done.stderr.decode()


def test_printable_keeps_words_and_signs() -> None:
    assert printable("Café – £5 “now” 漢字") == "Café – £5 “now” 漢字"
    assert printable("a\r\nb\tc\x00\x85\u200b\ud800") == "a  b c����"


def test_a_terminal_without_unicode_is_no_failure(tmp_path: Path) -> None:
    paper_path = tmp_path / "café – plan.txt"
    paper_path.write_bytes(PLAN.read_bytes())
    done = run("extract", paper_path, "--output", tmp_path / "out", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    done = run("schema", PYTHONIOENCODING="ascii", LC_ALL="C")
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


def test_a_terminal_sees_a_bar(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [str(COMMAND), "extract", str(SAMPLES), "--output", str(tmp_path / "out")]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert process.wait() == 0
    assert b"Reading papers" in shown
    assert f"{len(SAMPLE_PAPERS)}/{len(SAMPLE_PAPERS)}".encode() in shown


def _read(terminal: int) -> bytes:
    """Read from a terminal; its end is an error on Linux and nothing elsewhere."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_reader_that_stops_early_sees_no_traceback() -> None:
    process = subprocess.Popen([COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    shown = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in shown


def test_the_schema_is_printed_as_a_run_writes_it(tmp_path: Path) -> None:
    run("extract", PLAN, "--output", tmp_path)
    assert run("schema").stdout == (tmp_path / "schema.json").read_bytes()


def test_version_and_help() -> None:
    assert run("--version").stdout.decode().strip() == f"council-papers {version('council-papers')}"
    assert b"extract samples" in run("--help").stdout
    for command in ("extract", "explain", "tables", "schema"):
        done = run(command, "--help")
        assert done.returncode == 0
        assert f"  council-papers {command}" in done.stdout.decode()


def test_help_waits_for_nothing_heavy() -> None:
    code = "import sys, extract.cli; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {module.partition(".")[0] for module in done.stdout.split()}
    assert "typer" in loaded
    assert not loaded & {"pydantic", "rich", "pandas", "pdfplumber", "docx", "normalise"}
