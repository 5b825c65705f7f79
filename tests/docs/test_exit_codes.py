"""Every exit code of every command, and every error, comes of real files: typed, and seen to come."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.schema import Paper
from parsers.errors import PaperError
from tests.support.codes import every_error
from tests.support.command_lines import Line, Ran, run_all
from tests.support.documents import names, rows, section
from tests.support.hostile_zips import nested
from tests.support.places import ROOT
from tests.support.seeded import Fault

TO = "--output out"
BARE = f"council-papers extract bare.txt {TO}"
EXPECTED = "samples/expected/003-stockton-progress-update.json"
OTHER_TITLE = ((EXPECTED, b'{"title": "Another"}'),)
# Words that are read and kept nowhere: only a fault of the program leaves any.
LOSES_WORDS = Fault("extract/ledger.py", "place", "return str(text)")
# The pack takes a second at least after the first paper was told.
STOPPED = (
    f"council-papers extract bare.txt tests/rendered/pack100.pdf {TO} --workers 1 2> log & "
    "until [ -s log ]; do sleep 0.05; done; kill -{} $!; wait $!"
)

CODES: dict[tuple[str, int], Line] = {
    ("extract", 0): Line(BARE),
    ("extract", 1): Line(f"council-papers extract bare.txt lost.txt {TO}"),
    ("extract", 2): Line("council-papers extract"),
    ("extract", 3): Line(f"{BARE} --strict", fault=LOSES_WORDS),
    ("extract", 4): Line(f"council-papers extract lost.txt {TO}"),
    ("extract", 130): Line(STOPPED.format("INT")),
    ("extract", 143): Line(STOPPED.format("TERM")),
    ("explain", 0): Line("council-papers explain bare.txt"),
    ("explain", 1): Line("council-papers explain nowhere://bare.txt"),
    ("explain", 2): Line("council-papers explain bare.txt plan.txt"),
    ("explain", 4): Line("council-papers explain lost.txt"),
    ("tables", 0): Line("council-papers tables bare.txt"),
    ("tables", 1): Line("council-papers tables bare.txt lost.txt"),
    ("tables", 2): Line("council-papers tables bare.txt --limit lines=9"),
    ("tables", 4): Line("council-papers tables lost.txt"),
    ("schema", 0): Line("council-papers schema"),
    ("schema", 2): Line("council-papers schema bare.txt"),
    ("report", 0): Line("council-papers report results-june"),
    ("report", 1): Line("council-papers report results-june -o bare.txt/report"),
    ("report", 2): Line("council-papers report results-june --as-of 1/8/2023"),
    ("report", 4): Line("council-papers report samples"),
    ("diff", 0): Line("council-papers diff results-march results-june"),
    ("diff", 2): Line("council-papers diff results-march plan.txt"),
    ("diff", 4): Line("council-papers diff results-march samples"),
    ("check", 0): Line("council-papers check samples"),
    ("check", 1): Line("council-papers check samples", files=OTHER_TITLE),
    ("check", 2): Line("council-papers check lost"),
}

# Each error by its code, as `PaperError` has it.
ERRORS: dict[str, Line] = {
    "missing-file": Line("council-papers explain lost.txt"),
    "unreadable-file": Line("council-papers explain samples"),
    "empty-file": Line("council-papers explain empty.txt", files=(("empty.txt", b" \n"),)),
    "unknown-type": Line(
        "council-papers explain picture.pdf", files=(("picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(64)),)
    ),
    "broken-text": Line("council-papers explain a.txt", files=(("a.txt", bytes(range(256)) * 40),)),
    "broken-file": Line("council-papers explain a.pdf", files=(("a.pdf", b"%PDF-1.7\n"),)),
    "encrypted": Line("council-papers explain locked.pdf"),
    "too-large": Line("council-papers explain bare.txt --limit file-bytes=9"),
    "ocr-missing": Line("council-papers explain scans/plan.pdf --ocr", lacking=("rapidocr",)),
    "no-papers": Line(f"mkdir void; council-papers extract void {TO}"),
    "link-refused": Line(
        f"mkdir linked; ln -s $(mktemp) linked/plan.txt; council-papers extract linked {TO}"
    ),
    "nested-archive": Line(
        f"council-papers extract a.zip {TO}", files=(("a.zip", nested(2, b"All parks are kept.")),)
    ),
    "broken-sidecar": Line(BARE, files=(("bare.toml", b"council = 3\n"),)),
    "broken-officers-file": Line(
        f"{BARE} --officers who.toml", files=(("who.toml", b'different = [{ names = ["Ann Carr"] }]\n'),)
    ),
    "internal-error": Line(BARE, fault=Fault("extract/ledger.py", "close", "raise AttributeError")),
    "over-time": Line(f"council-papers extract tests/rendered/pack100.pdf {TO} --timeout 0.1"),
    "over-memory": Line(f"council-papers extract large.docx {TO} --limit zip-ratio=1000 --memory 256"),
    "crashed": Line(BARE, fault=Fault("extract/ledger.py", "close", "import os; os.abort()")),
    "no-cluster": Line(f"{BARE} --cluster nowhere"),
    "no-results": Line("council-papers report samples"),
    "missing-extra": Line(f"{BARE} --format parquet", lacking=("pyarrow",)),
    "database-failed": Line(f"{BARE} --to postgresql://nobody@127.0.0.1:1/none"),
    "broken-expectation": Line("council-papers check samples", files=((EXPECTED, b"{"),)),
    "not-among-papers": Line("council-papers check samples --accept lost.txt"),
    "lowered-floor": Line("council-papers check samples --pin", files=OTHER_TITLE),
    "no-store": Line("council-papers explain nowhere://bare.txt"),
    "unwritable-output": Line("council-papers extract bare.txt --output bare.txt/out"),
}


@pytest.fixture(scope="module")
def ran(workplace: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Line, Ran]:
    """Run every line."""
    return run_all([*CODES.values(), *ERRORS.values()], workplace, tmp_path_factory.mktemp("codes"))


def test_every_exit_code_of_every_command_has_its_line() -> None:
    told = section((ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), "Exit codes")
    _, by_command = told.split("\nA run that is stopped")
    documented = {
        (*names(command), int(code)) for command, codes in rows(by_command) for code in names(codes)
    }
    assert set(CODES) == documented


@pytest.mark.parametrize(("command", "code"), CODES)
def test_a_command_ends_with(command: str, code: int, ran: dict[Line, Ran]) -> None:
    line = CODES[command, code]
    done = ran[line]
    assert f"council-papers {command}" in line.typed
    assert done.code == code, done.out + done.err
    assert "Traceback" not in done.err


def test_words_that_reach_no_field_are_listed_and_told(ran: dict[Line, Ran]) -> None:
    (record,) = (ran[CODES["extract", 3]].folder / "out" / "papers").iterdir()
    paper = Paper.model_validate_json(record.read_bytes())
    assert paper.accounting.placed == 0
    assert paper.accounting.unplaced[0].text == "Action plan"
    assert paper.accounting.unplaced[0].location.line == 1
    assert [one.severity for one in paper.findings if one.code == "unplaced-text"][:1] == ["warning"]


def test_every_error_has_its_line() -> None:
    assert set(ERRORS) == {error.code for error in every_error()}


@pytest.mark.parametrize("error", every_error(), ids=lambda error: error.code)
def test_an_error_comes_with_its_advice_and_exit_code(error: type[PaperError], ran: dict[Line, Ran]) -> None:
    done = ran[ERRORS[error.code]]
    assert f"{error.code}: " in done.err, done.out + done.err
    assert done.err.splitlines()[-1].endswith(error.advice)
    assert done.code == error.exit_code
    assert "Traceback" not in done.err
