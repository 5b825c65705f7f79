"""What papers and their names cannot do: steer a terminal, fill in a formula, write anywhere else."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import resource
import subprocess
from pathlib import Path

import pytest

from extract.pipeline import paper_identity
from extract.writers.csv_tables import FORMULA_STARTS
from extract.writers.notes import NOTES
from tests.support.command import COMMAND, run
from tests.support.docx_files import p, r, tbl, tr, word
from tests.support.records import SHA256

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# Red, the same in one character, right to left, an isolate, a link, a bell, a title for the window.
EVIL = "\x1b[31mA\x9b31mB\u202eC\u2066D\x1b]8;;http://x\x07E\u061cF\x1b]0;title\x1b\\G\x7f"
PLAIN = "Plain words that go on and on to the end of the page. "


def plan(evil: str) -> str:
    """Write a plan with something in every place that is read."""
    return (
        f"# Action Plan: Review {evil} of parks\n\nCouncil: {evil} Anytown\n\nOfficers {evil}: Ann Osei\n\n"
        f"Some {evil} prose. {PLAIN * 80}\n\n"
        f"| Ref | Recommendation | Action | Lead {evil} | Due | Progress | Status | Odd {evil} |\n"
        "|---|---|---|---|---|---|---|---|\n"
        f"| 1 | {evil} That parks | {evil} mow | {evil} Ann Osei | {evil} May 2023 | {evil} done | {evil} "
        f"| {evil} |\n"
        f"| {evil} | That trees | plant | Head of {evil} | June | June 2023: {evil} | Complete | x |\n"
    )


def results(output: Path) -> list[Path]:
    """List the files of a run; its own notes, which are packed, are none."""
    return [path for path in output.rglob("*") if path.is_file() and NOTES not in path.parts]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / f"a{EVIL.replace('/', '')}\n.txt").write_text(plan(EVIL), encoding="utf-8")
    seen = re.sub("[\x00-\x1f]", "", EVIL)  # no XML may hold the others
    (folder / f"b{seen.replace('/', '')}.docx").write_bytes(word(p(r(seen)), tbl(tr(seen, "That parks"))))
    (folder / "c\x9b.txt").write_text(PLAIN)
    (folder / "c\x9b.toml").write_text(f"{'x' * 9}\x9b = ")
    (folder / "d\u202efdp.pdf").write_bytes(b"%PDF-1.7\n")
    return folder


@pytest.mark.parametrize("command", ["extract", "tables", "tables --logical", "explain"])
def test_no_control_code_reaches_a_terminal(papers: Path, tmp_path: Path, command: str) -> None:
    name, *options = command.split()
    given = sorted(papers.glob("[abd]*")) if name == "explain" else [papers]
    options += ["--output", str(tmp_path / "out")] if name == "extract" else []
    for path in given:
        done = run(name, path, *options)
        assert done.stdout or done.stderr
        assert STEERING.findall((done.stdout + done.stderr).decode("utf-8")) == []


def test_no_control_code_stands_in_any_file(papers: Path, tmp_path: Path) -> None:
    run("extract", papers, "--output", tmp_path / "out")
    files = results(tmp_path / "out")
    assert len(files) > 9
    for path in files:
        assert STEERING.findall(path.read_bytes().decode("utf-8").replace("\r\n", "\n")) == [], path.name


@pytest.mark.parametrize("option", ["--format", "--limit", "--meeting-date", "--fail-on", "--\x1b[31m"])
def test_what_a_user_types_is_shown_plainly_too(option: str) -> None:
    done = run("extract", "none", option, EVIL.replace("\x00", ""))
    assert done.returncode == 2
    assert STEERING.findall((done.stdout + done.stderr).decode("utf-8")) == []


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r=", " \n=", "=\t", "\u00a0=", "\ufeff=", "\u200b="]
)
def test_no_cell_of_any_table_is_a_formula(tmp_path: Path, start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    name = re.sub(r"\s", "", f"{evil}.txt")
    (tmp_path / name).write_text(plan(evil).replace("\n=", "="), encoding="utf-8")
    facts = [f"--{fact}={evil}" for fact in ("council", "committee", "source-url")]
    assert run("extract", tmp_path / name, "--output", tmp_path / "out", *facts).returncode == 0
    seen = 0
    for path in (tmp_path / "out").glob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")):
            for cell in row:
                seen += "HYPERLINK" in cell
                assert not cell.startswith((*FORMULA_STARTS, "\r")) or re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)
    assert seen > 5


NAMES = [
    "..", "...", "../x", "/etc/passwd", "a/../../b", "con", "NUL.txt", "aux.pdf", ".hidden", "-rf",
    "x" * 300, "é" * 300, "a\nb", "\u202etxt.exe", "\x00", "%2e%2e%2f", "~", "$(id)", "`id`", "a;b",
    "..\\..\\b", "C:\\x", "", " ", "日本語", "ﷺ" * 100, "😀",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_identity_of_a_paper_is_a_plain_file_name(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}", identity := paper_identity(name, SHA256))
    assert len(identity) <= 69


def test_nothing_is_written_outside_the_output(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        if name.strip(".") and len(name.encode()) <= 255 and not set(name) & set("/\x00"):
            (folder / name).write_text(f"{PLAIN}{name!a}", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    done = run("extract", folder, "--output", tmp_path / "out", cwd=folder)
    assert b"Traceback" not in done.stderr
    assert (
        sorted(path for path in tmp_path.rglob("*") if tmp_path / "out" not in (path, *path.parents))
        == before
    )
    made = [path.name for path in (tmp_path / "out" / "papers").iterdir()]
    assert len(made) > 12
    assert all(re.fullmatch(r"[a-z0-9-]+\.json", name) for name in made)


# The disk


def bound(*arguments: str | Path, most: int | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command without the rights by which root overrides modes, and with files of so many bytes."""
    # A Unix tool: modes and limits of this kind are Unix's.
    powerless = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all"] if os.getuid() == 0 else []

    def limited() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    # What coverage keeps of a process is a file too, and would not fit on the disk.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return subprocess.run(
        [*powerless, str(COMMAND), *map(str, arguments)],
        capture_output=True,
        check=False,
        preexec_fn=limited,
        env=unmeasured | {"PYTHONDONTWRITEBYTECODE": "1"},
    )


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(plan(""), encoding="utf-8")
    return path


def test_a_folder_that_may_not_be_written_is_a_named_error(paper: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    for output in (closed, closed / "out"):
        done = bound("extract", paper, "--output", output)
        assert done.returncode in (1, 2)
        assert b"Traceback" not in done.stderr
        told = (b"no folder that can be written to", b"unwritable-output")
        assert any(words in done.stderr for words in told), done.stderr.decode()
    assert list(closed.iterdir()) == []


def test_a_full_disk_is_a_named_error_and_leaves_no_half_file(paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bound("extract", paper, "--output", out).returncode in (0, 1)
    before = {path: path.read_bytes() for path in results(out)}
    paper.write_text(plan("") + PLAIN * 200, encoding="utf-8")
    done = bound("extract", paper, "--output", out, most=4096)
    assert done.returncode == 1
    assert b"unwritable-output: " in done.stderr
    assert b"Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in results(out)} == before


def test_files_that_may_not_be_read_are_told_and_cost_nothing_else(paper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    paper.rename(folder / "plan.txt")
    (folder / "closed.txt").write_text(PLAIN)
    (folder / "closed.txt").chmod(0)
    (folder / "cellar").mkdir()
    (folder / "cellar" / "x.txt").write_text(PLAIN)
    (folder / "cellar").chmod(0)
    os.mkfifo(folder / "pipe.txt")
    (folder / "socket.txt").symlink_to("/dev/zero")
    try:
        done = bound("extract", folder, "--output", tmp_path / "out")
    finally:
        (folder / "cellar").chmod(0o700)
    assert done.returncode == 1
    inputs = json.loads((tmp_path / "out" / "manifest.json").read_bytes())["inputs"]
    told = {one["name"]: (one["error"] or "extracted").partition(":")[0] for one in inputs}
    assert told == {
        "plan.txt": "extracted",
        "closed.txt": "unreadable-file",
        "cellar": "unreadable-file",
        "pipe.txt": "unreadable-file",
        "socket.txt": "link-refused",
    }
