"""Whole papers: head, cover, records and legend of each kind, with the truth of all of it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.support.generator import lost, places, words
from tests.support.generator.dates import printed_day
from tests.support.generator.findings import Found
from tests.support.generator.grades import Scale
from tests.support.generator.kinds import KINDS, Body, Plot
from tests.support.generator.nuisances import Nuisances, nuisances
from tests.support.generator.said import Truth
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Page, Prose

_FIRST_DAY, _DAYS = date(2019, 1, 7), 2300
_LANDSCAPE_FROM = 6  # columns
_LEADS = ("Key:", "Key to progress gradings", "Grading of progress:", "Legend")
_LED = 0.7  # share of legends in lines that say what they are


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper drawn by lot.

    Attributes:
        seed, kind: what it was drawn from, and what kind of paper it is.
        paper: what is printed.
        truth: the partial record that it stands for.
        nuisances: what makes it hard to read.
        findings: those that its words call for, beside what the record itself shows.
        lost: role and place of the column whose cells a tab form lost.
    """

    seed: int
    kind: str
    paper: MadePaper
    truth: Truth
    nuisances: Nuisances
    findings: Set[Found] = field(default_factory=frozenset)
    lost: lost.Column | None = None

    @property
    def tabular(self) -> bool:
        """Whether a form with one line a row shows all that the paper says."""
        return not any("\n" in cell.text for table in self.paper.tables for row in table.rows for cell in row)

    @property
    def headed(self) -> bool:
        """Whether bold lines stand over its tables or recommendations."""
        return any(isinstance(block, Prose) and block.strong for block in self.paper.blocks)

    @property
    def spanned(self) -> bool:
        """Whether cells span rows, which text forms do not say."""
        return any(cell.row_span > 1 for table in self.paper.tables for row in table.rows for cell in row)


def draw(seed: int) -> Drawn:
    """Draw a paper and its truth; the same seed gives the same."""
    lot = Random(seed)  # noqa: S311 - no secret
    council = places.council(lot)
    committee = places.committee(lot, council.nation)
    meeting = _FIRST_DAY + timedelta(days=lot.randrange(_DAYS))
    plot = Plot(lot, meeting, places.subject(lot), nuisances(lot), dated=lot.random() < 0.7)
    if council.nation != "Wales":
        plot = plot.without(bilingual=False)
    kind = lot.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
    body = KINDS[kind][1](plot)
    cover, facts = _cover(plot, committee)
    lettered = lot.random() < 0.6
    wide = max((len(table.columns) for table in body.blocks if isinstance(table, MadeTable)), default=0)
    paper = MadePaper(
        title=(council.name, body.title) if lettered else (body.title,),
        blocks=(*cover, *_surrounded(plot, body)),
        page=Page(297.0, 210.0) if wide >= _LANDSCAPE_FROM else Page(),
        footer=lot.choice(("", "Page {page}", "{page}")),
        size=lot.choice((9.0, 10.0)),
        remark=words.comment(lot) if plot.nuisances.remarked else "",
    )
    truth = {"title": body.title, "council": council.name if lettered else None, **facts, **body.truth}
    truth["grading_scale"] = body.scale.truth if body.scale else []
    gone = lost.column(lot, body.roles) if plot.nuisances.lost_column else None
    return Drawn(seed, kind, paper, truth, plot.nuisances, frozenset(body.findings), gone)


def _surrounded(plot: Plot, body: Body) -> list[Prose | MadeTable]:
    """Put the legend and prose before and after the records."""
    odd = plot.nuisances
    legend = _legend(plot.lot, body.scale) if body.scale else []
    before, after = ([Prose(words.passage(plot.lot))] if odd.passages else [] for _ in range(2))
    first, last = (legend, []) if odd.legend_first else ([], legend)
    return [*before, *first, *body.blocks, *last, *after]


def _cover(plot: Plot, committee: str) -> tuple[list[Prose | MadeTable], Truth]:
    """Draw the facts under the title: a table of pairs, or lines of them."""
    pairs: list[tuple[str, str]] = []
    truth: Truth = {"committee": None, "meeting_date": None}
    if plot.dated or plot.lot.random() < 0.3:
        pairs.append(("Committee", committee))
        truth["committee"] = committee
    if plot.dated:
        pairs.append(
            (plot.lot.choice(("Meeting Date", "Date of Meeting")), printed_day(plot.lot, plot.meeting))
        )
        truth["meeting_date"] = plot.meeting.isoformat()
    if plot.lot.random() < 0.5:
        return [Prose(f"{label}: {value}") for label, value in pairs], truth
    rows = tuple((MadeCell(f"{label}:"), MadeCell(value)) for label, value in pairs)
    return [MadeTable((Column("", 1.0), Column("", 3.0)), rows)] if rows else [], truth


def _legend(lot: Random, scale: Scale) -> list[Prose | MadeTable]:
    """Explain a scale, as a table or in lines."""
    if lot.random() < 0.5:
        lead = [Prose(lot.choice(_LEADS))] if lot.random() < _LED else []
        return [*lead, *(Prose(f"{grade} – {label}") for grade, label, _ in scale.steps)]
    rows = tuple((MadeCell(grade), MadeCell(label)) for grade, label, _ in scale.steps)
    heads = ("RAG", "Meaning") if scale.colours else ("Grade", "Meaning")
    return [MadeTable((Column(heads[0], 1.0), Column(heads[1], 3.0)), rows)]
