"""Every option of every command does what it says: typed, its effect is there, left out, it is not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command import COMMANDS
from tests.support.command_lines import (
    Effect,
    Line,
    Ran,
    complains,
    ends,
    run_all,
    says,
    writes,
)
from tests.support.seeded import Fault
from tests.support.workplace import CONTACT, PASSWORD

EXTRACT = "council-papers extract"
BARE = f"{EXTRACT} bare.txt --output out"
REPORT = "council-papers report results-june"
CHECK = "council-papers check samples"
HELP = says(r"^Usage: council-papers ")
# Two posts that no rule would take for one.
SAME = (("same.toml", b'same = [{ names = ["Head of Property", "Senior Warden"] }]\n'),)
_CORES = len(os.sched_getaffinity(0))
OTHER = (("other/003-stockton-progress-update.json", b'{"title": "Another"}'),)
RIGHT = (("other/003-stockton-progress-update.json", b'{"kind": "progress_update"}'),)
WRONG = (("samples/expected/003-stockton-progress-update.json", b'{"title": "Another"}'),)


# Each option of each command: a line that has it in braces, and what it does.
OPTIONS: dict[str, tuple[Line, Effect]] = {
    " --version": (Line("council-papers {--version}"), says(r"^council-papers \d+\.\d+")),
    " --help": (Line("council-papers {--help}"), ends(0)),
    "extract --help": (Line(f"{BARE} {{--help}}"), HELP),
    "extract --output": (Line(f"{EXTRACT} bare.txt {{--output out}}"), writes("out/papers.csv")),
    "extract --format": (Line(f"{BARE} {{--format xlsx}}"), writes("out/council-papers.xlsx")),
    "extract --council": (
        Line(f"{BARE} {{--council 'Anytown Council'}}"),
        writes("out/papers.csv", ",Anytown Council,"),
    ),
    "extract --committee": (
        Line(f"{BARE} {{--committee 'Place Panel'}}"),
        writes("out/papers.csv", ",Place Panel,"),
    ),
    "extract --meeting-date": (
        Line(f"{BARE} {{--meeting-date 2023-06-12}}"),
        writes("out/papers.csv", ",2023-06-12,"),
    ),
    "extract --source-url": (
        Line(f"{BARE} {{--source-url https://anytown.example/plan}}"),
        writes("out/papers/bare-*.json", '"url": "https://anytown.example/plan"'),
    ),
    "extract --password": (Line(f"{EXTRACT} locked.pdf --output out {{--password '{PASSWORD}'}}"), ends(0)),
    "extract --ocr": (
        Line(f"{EXTRACT} scans/plan.pdf --output out {{--ocr}}"),
        writes("out/papers/plan-*.json", "Review of Parks"),
    ),
    "extract --limit": (Line(f"{BARE} {{--limit line-length=9}}"), complains("^bare.txt: too-large: ")),
    "extract --officers": (
        Line(f"{EXTRACT} tests/rounds --output out {{--officers same.toml}}", files=SAME),
        writes("out/officers.csv", "Head of Property; Senior Warden"),
    ),
    "extract --strict": (
        Line(f"{BARE} {{--strict}}", fault=Fault("extract/ledger.py", "place", "return str(text)")),
        ends(3),
    ),
    "extract --fail-on": (Line(f"{BARE} {{--fail-on warning}}"), ends(1)),
    "extract --excel": (Line(f"{BARE} {{--excel}}"), writes("out/actions.csv", r"\A\ufeffpaper_id,")),
    "extract --contacts": (
        Line(f"{EXTRACT} contacts --output out {{--contacts}}"),
        writes("out/actions.csv", CONTACT),
    ),
    "extract --as-of": (
        Line(f"{EXTRACT} tests/rounds --output out {{--as-of 2023-06-10}}"),
        writes("out/slippage.csv", r"^litter/1,.*,true,10,10,2023-05,"),
    ),
    # That a server gets the tables, tests/extract/test_run_over_time.py has on a real one.
    "extract --to": (
        Line(f"{BARE} {{--to postgresql://nobody@127.0.0.1:1/none}}"),
        complains("^database-failed: "),
    ),
    "extract --quiet": (Line(f"{BARE} {{--quiet}}"), says(r"\A\Z")),
    "extract --workers": (
        Line(f"{BARE} {{--workers {_CORES + 1}}}", watched=True),
        lambda ran: ran.workers == _CORES + 1,
    ),
    # That a cluster reads the papers, tests/docs/test_examples.py has on a real one.
    "extract --cluster": (Line(f"{BARE} {{--cluster nowhere}}"), complains("^no-cluster: ")),
    "extract --timeout": (
        Line(f"{EXTRACT} tests/rendered/pack100.pdf --output out {{--timeout 0.1}}"),
        complains("^pack100.pdf: over-time: "),
    ),
    "extract --memory": (
        Line(
            f"{EXTRACT} large.docx --output out --limit zip-ratio=1000 {{--memory 256}}",
        ),
        complains("^large.docx: over-memory: "),
    ),
    "extract --log-format": (Line(f"{BARE} {{--log-format json}}"), complains('^{"event": "input", ')),
    "explain --help": (Line("council-papers explain plan.txt {--help}"), HELP),
    "explain --password": (Line(f"council-papers explain locked.pdf {{--password '{PASSWORD}'}}"), ends(0)),
    "explain --ocr": (Line("council-papers explain scans/plan.pdf {--ocr}"), says("Review of Parks")),
    "explain --limit": (
        Line("council-papers explain plan.txt {--limit file-bytes=9}"),
        complains("^too-large: "),
    ),
    "tables --help": (Line("council-papers tables plan.txt {--help}"), HELP),
    "tables --logical": (Line("council-papers tables plan.txt {--logical}"), says(r'"pages": \[\]')),
    "tables --password": (Line(f"council-papers tables locked.pdf {{--password '{PASSWORD}'}}"), ends(0)),
    "tables --ocr": (Line("council-papers tables scans/plan.pdf {--ocr}"), says('"confidence": ')),
    "tables --limit": (Line("council-papers tables plan.txt {--limit text-bytes=9}"), says('"too-large: ')),
    "schema --help": (Line("council-papers schema {--help}"), HELP),
    "report --help": (Line(f"{REPORT} {{--help}}"), HELP),
    "report --output": (Line(f"{REPORT} {{--output site}}"), writes("site/index.html")),
    "report -o": (Line(f"{REPORT} {{-o site}}"), writes("site/index.html")),
    "report --papers": (
        Line(f"{REPORT} --pictures {{--papers tests/rendered}}"),
        writes("report/**/*.png", least=2),
    ),
    "report --pictures": (
        Line(f"{REPORT} --papers tests/rendered {{--pictures}}"),
        writes("report/**/*.png", least=20),
    ),
    "report --officers": (
        Line(f"{REPORT} {{--officers same.toml}}", files=SAME),
        writes("report/owners/*.html", "(?s)Head of Property.*Senior Warden"),
    ),
    "report --as-of": (
        Line(f"{REPORT} {{--as-of 2024-03-31}}"),
        writes("report/index.html", "As of 2024-03-31, as asked for"),
    ),
    "report --contacts": (Line(f"{REPORT} {{--contacts}}"), writes("report/**/*.html", CONTACT)),
    "diff --help": (Line("council-papers diff plan.txt 2023/update.txt {--help}"), HELP),
    "diff --json": (
        Line("council-papers diff plan.txt 2023/update.txt {--json}"),
        says(r'"kind": "moved_date"'),
    ),
    "check --help": (Line(f"{CHECK} {{--help}}"), HELP),
    "check --expected": (
        Line(f"{CHECK} {{--expected other}}", files=OTHER),
        says("Another"),
    ),
    "check --json": (Line(f"{CHECK} {{--json check.json}}"), writes("check.json", '"passed": true')),
    "check --junit": (Line(f"{CHECK} {{--junit check.xml}}"), writes("check.xml", "<testsuites")),
    "check --markdown": (
        Line(f"{CHECK} {{--markdown check.md}}"),
        writes("check.md", "^## council-papers check: passed"),
    ),
    "check --accept": (
        Line(f"{CHECK} {{--accept 003-stockton-progress-update.txt}}", files=WRONG),
        says(r'^-  "title": "Another"'),
    ),
    "check --pin": (Line(f"{CHECK} --expected other {{--pin}}", files=RIGHT), writes("other/floors.toml")),
    "check --allow-regression": (
        Line(f"{CHECK} --pin {{--allow-regression 'a slip of the paper'}}", files=WRONG),
        writes("samples/floors.toml", 'reason = "a slip of the paper"'),
    ),
}


def options() -> Iterator[str]:
    """Name every option that the command knows, with its command."""
    yield from (" --help", " --version")
    for command, made in COMMANDS.items():
        yield f"{command} --help"
        for param in made.params:
            yield from (f"{command} {name}" for name in param.opts if name.startswith("-"))


@pytest.fixture(scope="module")
def ran(workplace: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Line, Ran]:
    """Run every line with its option and without."""
    lines = [one for line, _ in OPTIONS.values() for one in (line.whole(), line.without())]
    return run_all(lines, workplace, tmp_path_factory.mktemp("options"))


def test_every_option_has_its_line() -> None:
    assert sorted(OPTIONS) == sorted(options())


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_does_what_it_says(option: str, ran: dict[Line, Ran]) -> None:
    line, effect = OPTIONS[option]
    command, _, name = option.partition(" ")
    assert line.marked.split(" ")[0] == name
    assert f"council-papers {command}".rstrip() in line.typed
    with_it, without = ran[line.whole()], ran[line.without()]
    assert effect(with_it), with_it.out + with_it.err
    assert not effect(without), without.out + without.err
    assert "Traceback" not in with_it.err + without.err
