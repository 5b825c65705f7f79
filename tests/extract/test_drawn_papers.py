"""Papers drawn by lot with their truth: read back from four forms, scored against floors, and compared."""

from __future__ import annotations

import json

import pytest

from extract.check.floors import read_floors
from extract.check.reports.words import fault_line
from extract.schema import Paper
from tests.support.comparing import reading
from tests.support.generator.papers import draw
from tests.support.generator.printing import FORMS, Form, Printed
from tests.support.generator.scoring import checks, figures, floors_file, read_papers
from tests.support.places import FAILURES

SHOWN = 5  # papers that a failure keeps and names
FAULTS_SHOWN = 3  # of each
FEWEST_COMPARED = 80


@pytest.mark.parametrize("form", FORMS)
def test_no_field_of_drawn_papers_is_read_worse_than_its_floor(form: Form) -> None:
    below = read_floors(floors_file(form)).below(figures(form))
    assert not below, "\n".join(
        [*(f"{name}: floor {floor}, now {now}" for name, floor, now in below), *_kept(form)]
    )


def _kept(form: Form) -> list[str]:
    """Keep the papers with most faults, with their truth, and say where and what is wrong."""
    pairs = [pair for pair in zip(read_papers(form), checks(form), strict=True) if pair[1].faults]
    lines = []
    for (paper, _), check in sorted(pairs, key=lambda pair: -len(pair[1].faults))[:SHOWN]:
        lines.append(str(paper.keep(FAILURES)))
        lines += [f"    {fault_line(one, None)}" for one, _ in check.faults[:FAULTS_SHOWN]]
    return lines


@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_drawn_papers_is_lost(form: Form) -> None:
    lost = [
        paper.keep(FAILURES) for paper, record in read_papers(form) if record and record.accounting.unplaced
    ]
    assert lost == []


@pytest.mark.parametrize("form", FORMS)
def test_no_drawn_paper_is_called_unreadable(form: Form) -> None:
    told = {
        paper.name: finding.code
        for paper, record in read_papers(form)
        for finding in (record.findings if record else ())
        if finding.severity == "error"
    }
    assert told == {}


# Papers whose print says less than their text, by seed: what is lost there.
_OPEN = "a unit over a team, each on a line of its own in pipes, may be two teams"
UNLIKE: dict[Form, dict[int, str]] = {
    "tabs": {173: _OPEN},
    "docx": {173: _OPEN},
    "pdf": {
        13: "the end of a label, where a page cuts its row, is a paragraph too",
        60: "a reference that a page end cuts in two",
        74: "a name that a narrow column breaks inside a word",
        109: "a name that a narrow column breaks inside a word",
        173: _OPEN,
    },
}


@pytest.mark.parametrize("form", UNLIKE)
def test_a_paper_says_the_same_in_every_form_that_shows_all_of_it(form: Form) -> None:
    pipes = {paper.drawn.seed: record for paper, record in read_papers("pipes")}
    pairs = [(paper, record) for paper, record in read_papers(form) if _shows_all(paper)]
    assert len(pairs) > FEWEST_COMPARED
    unlike = [paper for paper, record in pairs if not _alike(record, pipes[paper.drawn.seed])]
    unexpected = [str(paper.keep(FAILURES)) for paper in unlike if paper.drawn.seed not in UNLIKE[form]]
    assert unexpected == []
    assert {paper.drawn.seed for paper in unlike} == UNLIKE[form].keys()


def _alike(record: Paper | None, other: Paper | None) -> bool:
    """Tell whether two records are one, line ends taken for blanks: a page breaks lines where it likes."""
    if record is None or other is None:
        return False
    one, two = (json.dumps(reading(held), ensure_ascii=False).replace("\\n", " ") for held in (record, other))
    return one == two


def _shows_all(paper: Printed) -> bool:
    """Tell whether a form shows all that its paper says; a tab form has no bold lines and may lose cells."""
    if paper.form == "tabs" and (paper.drawn.lost or paper.drawn.headed):
        return False
    return paper.drawn.tabular and not paper.drawn.spanned


def test_a_seed_gives_the_same_paper_and_truth() -> None:
    assert draw(7) == draw(7)
    assert draw(7).truth != draw(8).truth
