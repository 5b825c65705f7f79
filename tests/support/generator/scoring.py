"""Drawn papers read back and judged by their truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from extract.check.compare import Judgement, Way, compare
from extract.check.floors import Figures, figures_of
from extract.check.score import PaperCheck, Words, by_field
from extract.pipeline import extract_file
from extract.schema import Paper
from tests.support.generator.findings import FREE, folded, open_of
from tests.support.generator.papers import Drawn, draw
from tests.support.generator.printing import Form, Printed, printed

COUNT = 200
_SEEDS = range(COUNT)
_FLOORS = Path(__file__).with_name("floors")


@cache
def drawn_papers() -> tuple[Drawn, ...]:
    """Draw the papers that the tests score."""
    return tuple(map(draw, _SEEDS))


@cache
def read_papers(form: Form) -> tuple[tuple[Printed, Paper | None], ...]:
    """Print those papers in one form and read each back; None where the file gave no paper, or several."""
    return tuple(_read(printed(drawn_papers(), form)))


def _read(papers: Iterable[Printed]) -> Iterator[tuple[Printed, Paper | None]]:
    for paper in papers:
        records = extract_file(paper.data, paper.name)
        yield paper, records[0] if len(records) == 1 else None


@cache
def checks(form: Form) -> tuple[PaperCheck, ...]:
    """Judge each paper of a form by its truth."""
    return tuple(_check(paper, record) for paper, record in read_papers(form))


def _check(paper: Printed, record: Paper | None) -> PaperCheck:
    if record is None:
        judgements = tuple(compare(paper.truth, {}))
        return PaperCheck(paper.name, judgements, (None,) * len(judgements))
    held = record.accounting
    words = Words(held.words, held.placed, held.furniture)
    found = record.model_dump(mode="json")
    judgements = (*compare(paper.truth, found), *_findings(paper, record))
    return PaperCheck(paper.name, judgements, (None,) * len(judgements), words)


def _findings(paper: Printed, record: Paper) -> Iterator[Judgement]:
    """Judge the findings on a record: those that its paper calls for, and none other."""
    wanted = paper.findings
    found = {folded(one.code, one.recommendation_ref) for one in record.findings if one.code not in FREE}
    unsure = open_of(paper.truth)
    for one in sorted(wanted | found, key=str):
        code, ref = one
        if one in wanted and one in found:
            yield Judgement(Way((0, "findings"), (0, "findings")), "right", one, one)
        elif one in wanted:
            yield Judgement(Way((0, "findings"), (None, "findings")), "missing", one, None)
        elif not (code.startswith("missing-") and ref in unsure):
            yield Judgement(Way((None, "findings"), (0, "findings")), "invented", None, one)


def figures(form: Form) -> Figures:
    """Sum a form up.  What is invented in a field that the truth never gives counts where the truth does."""
    found = figures_of(checks(form))
    fields = by_field(one for check in checks(form) for one in check.judgements)
    given = {name for name, one in fields.items() if one.right + one.wrong + one.missing + one.blank}
    return replace(found, f1={name: value for name, value in found.f1.items() if name in given})


def floors_file(form: Form) -> Path:
    """Return where the accepted figures of a form are kept."""
    return _FLOORS / f"{form}.toml"
