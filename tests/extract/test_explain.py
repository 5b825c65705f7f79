"""What a person is shown of how a paper was read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from extract.explain import explain
from extract.explain.page import counted, quoted, short, where
from parsers.errors import PaperError
from parsers.model import Place
from tests.support.command import run
from tests.support.places import ROOT, SAMPLE_PAPERS, SAMPLES

PARKS = """\
ACTION PLAN: Review of Parks

| Ref | Recommendation | Action and date | Lead Officer | Target Date | Mood | |
|---|---|---|---|---|---|---|
| Playgrounds | | | | | | |
| 1 | Mend the swings. | Inspect every swing in the borough and | Ada Pike | June 2024 | glad | On track |

ACTION PLAN: Review of Parks

| Ref | Recommendation | Action and date | Lead Officer | Target Date | Mood | |
|---|---|---|---|---|---|---|
| | | mend those that are broken. | | | | |
| 2 | Plant more trees. | Survey the parks. | Head of Parks | 31 February 2024 | sad | On track |
| | | Plant forty trees. | Parks Team | by spring 2025 | | |

Grading: 1 = Fully achieved; 2 = On track; 3 = Slipped
"""


def shown(path: Path, width: int = 80) -> str:
    """Explain a paper on a console of a width."""
    screen = io.StringIO()
    explain(path, Console(file=screen, width=width, markup=False, emoji=False, highlight=False))
    return screen.getvalue()


def folded(text: str) -> str:
    """Undo the wrapping of lines."""
    return " ".join(text.split())


@pytest.fixture
def parks(tmp_path: Path) -> str:
    path = tmp_path / "parks.txt"
    path.write_text(PARKS, encoding="utf-8")
    return folded(shown(path))


@pytest.mark.parametrize("path", SAMPLE_PAPERS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_line_fits(path: Path, width: int) -> None:
    lines = shown(path, width).splitlines()
    assert folded("".join(lines[:2])).startswith(path.name[:30])
    assert max(map(len, lines)) <= min(width, 80)


@pytest.mark.parametrize(
    "line",
    [
        "read as text/markdown; kind action_plan",
        "title: ACTION PLAN: Review of Parks review: Review of Parks (key parks) council: none found",
        "“ACTION PLAN: Review of Parks” line 8",
        "joined of printed tables 1 (line 3), 2 (line 12)",
        "column 1 “Ref” -> ref",
        "column 3 “Action and date” -> action, and due",
        "column 6 “Mood” -> extra",
        "band: “Playgrounds” (line 5)",
        "row joined of 2 parts: “1”, “Mend the swings.” (line 6) + “mend those that are broken.” (line 12)",
        "further action of the record above: “Plant forty trees.”, “Parks Team” (line 14)",
        "Table 2: the paper's own grading scale",
        "printed in the prose 1: “Fully achieved” -> completed",
        "theme: “Playgrounds”",
        "officer “Ada Pike” -> person: Ada Pike (responsible)",
        "officer “Head of Parks” -> post: Head of Parks (responsible)",
        "date “June 2024” -> 2024-06, deadline (read in: due_column)",
        "date “by spring 2025” -> 2025-21, deadline (read in: due_column)",
        "extra “Mood”: “glad”",
        "warning unparsed-date: 2: “31 February 2024” is no date that exists (line 13)",
    ],
)
def test_a_paper_is_told_step_by_step(parks: str, line: str) -> None:
    assert line.casefold() in parks.casefold()


def test_shared_cells_and_joined_rows_of_a_sample() -> None:
    told = folded(shown(SAMPLES / "000-st-helens-action-plan.txt"))
    assert "cell “By when” shared with the row above: “C”" in told
    assert "its reference is blank and its recommendation cell goes on" in told
    assert "date “from July 2021” -> 2021-07, start (read in: action_text)" in told
    assert "1266 words = 1216 placed + 50 furniture + 0 unplaced" in told


def test_rounds_labels_and_targets_of_a_sample() -> None:
    told = folded(shown(SAMPLES / "003-stockton-progress-update.txt"))
    assert "“Evidence of Impact (July 2024):” -> impact (period 2024-07)" in told
    assert "goes on with the value above: its label is blank, at the head of a page" in told
    assert "“Link Officer/s:” -> link_officers: “David Willingham”" in told
    assert "-> 2023-04, milestone, target “minimum of 5” = >=5 (read in: due_column)" in told
    assert "grade “3. Slipped” -> 3, delayed" in told


def test_a_cover_report_shows_priorities_and_sections() -> None:
    told = folded(shown(SAMPLES / "002-st-helens-cabinet-response.txt"))
    assert "[x] “Ensure children and young … a positive start in life”" in told
    assert "“Contact Officer” -> contacts: “Linda Evans" in told
    assert "3 Purpose of this Report (2 paragraphs)" in told
    assert "decisions sought: 1" in told


def test_an_open_join_a_reprint_and_a_word_cut_in_two(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    header = "| Ref | Recommendation | Action | Owner | Due |\n|---|---|---|---|---|\n"
    path.write_text(
        f"{header}| 1 | Offer advice. | Find accommo- | Ada Pike | May 2024 |\n\n"
        f"{header}| | | dation for all who ask for it in time. | | |\n"
        "| 2 | Offer help. | Ring all who ask for it in time. | Ada Pike | |\n\n"
        f"{header}| | | Ring all who ask for it in time. Then write to them. | | |\n",
        encoding="utf-8",
    )
    told = folded(shown(path))
    assert "word made whole at the break: “accommo-|dation”" in told
    assert "printed twice by the break, kept once: “Ring all who ask for it in time.”" in told


@pytest.mark.parametrize(
    "text",
    [
        "Nothing here is a table.\n",
        "| |\n|---|\n| x |\n",
        "a\tb\n\tc\n\n\td\n",
        "|" * 3000 + "\n",
        "x" * 50_000 + "\n",
        "| Recommendation | Owner |\n|---|---|\n",
        "| Risk | Owner | Score |\n|---|---|---|\n| Flood | Ada | 9 |\n",
        "1.\n\n(a)\n\n- \n\n###\nend\n",
    ],
    ids=["prose", "one cell", "tabs", "pipes", "long word", "header alone", "no records", "marks alone"],
)
def test_odd_papers_are_explained_or_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    try:
        told = shown(path)
    except PaperError as error:
        assert error.code == "empty-file"
    else:
        assert "Word ledger" in told
        assert len(told) < 20_000


def test_a_sidecar_counts_as_in_an_extraction(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PARKS, encoding="utf-8")
    (tmp_path / "plan.toml").write_text('council = "Anytown Council"\n', encoding="utf-8")
    assert "council: Anytown Council" in shown(tmp_path / "plan.txt")


def test_the_command_shows_it_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    done = run("explain", SAMPLES / "004-stockton-action-plan.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("004-stockton-action-plan.txt\n")
    (tmp_path / "void.txt").write_bytes(b"")
    for name, code in (("void.txt", "empty-file"), ("lost.txt", "missing-file"), (".", "unreadable-file")):
        done = run("explain", tmp_path / name)
        assert done.returncode == 4
        assert done.stderr.decode().startswith(f"{code}: ")
        assert b"Traceback" not in done.stderr


def test_a_paper_cannot_command_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "plan\x1b[31m.txt"
    path.write_text(
        PARKS.replace("Mend the", "Mend\x9b31m \u2066the [bold]").replace("glad", "g\x85lad"),
        encoding="utf-8",
    )
    done = run("explain", path)
    assert done.returncode == 0
    assert not {"\x1b", "\x9b", "\u2066", "\x85"} & set(done.stdout.decode())
    assert "[bold]" in done.stdout.decode()


def test_long_text_is_cut_between_words() -> None:
    assert short("a cell that goes on and on and on", 20) == "a cell … and on"
    assert quoted("short\n text") == "“short text”"
    assert quoted("x" * 100, 20) == f"“{'x' * 8} … {'x' * 8}”"


def test_places_and_counts_in_words() -> None:
    assert where(Place(page=3, line=12)) == "page 3, line 12"
    assert (where(Place()), where(None)) == ("", "")
    assert (counted(1, "row"), counted(2, "row")) == ("1 row", "2 rows")


def test_rows_set_aside_are_shown() -> None:
    told = folded(shown(ROOT / "tests" / "papers" / "oxenhope-template.txt"))
    assert "row set aside, no record: “4” | “Recommendation 4” | “Action 1”" in told
