"""Whole papers: head, cover, records and legend of each kind, with the truth of all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.support.generator import places
from tests.support.generator.blocks import BLOCK_ROLES, blocks
from tests.support.generator.dates import month_of, printed_day
from tests.support.generator.grades import SCALES, Scale
from tests.support.generator.nuisances import Nuisances, nuisances
from tests.support.generator.records import Sketch
from tests.support.generator.said import Truth
from tests.support.generator.tables import record_table
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
    """

    seed: int
    kind: str
    paper: MadePaper
    truth: Truth
    nuisances: Nuisances

    @property
    def tabular(self) -> bool:
        """Whether a form with one line a row shows all that the paper says."""
        return not any("\n" in cell.text for table in self.paper.tables for row in table.rows for cell in row)

    @property
    def spanned(self) -> bool:
        """Whether cells span rows, which text forms do not say."""
        return any(cell.row_span > 1 for table in self.paper.tables for row in table.rows for cell in row)


@dataclass(frozen=True, slots=True)
class _Plot:
    """What a kind of paper is made from."""

    lot: Random
    meeting: date
    subject: str
    nuisances: Nuisances
    dated: bool


@dataclass(frozen=True, slots=True)
class _Body:
    """Title, tables and records of a kind of paper, and the scale to explain."""

    title: str
    tables: Sequence[MadeTable]
    truth: Truth
    scale: Scale | None = None


def draw(seed: int) -> Drawn:
    """Draw a paper and its truth; the same seed gives the same."""
    lot = Random(seed)  # noqa: S311 - no secret
    council = places.council(lot)
    committee = places.committee(lot, council.nation)
    meeting = _FIRST_DAY + timedelta(days=lot.randrange(_DAYS))
    plot = _Plot(lot, meeting, places.subject(lot), nuisances(lot), dated=lot.random() < 0.7)
    kind = lot.choices(list(_KINDS), [4, 3, 2, 3, 3, 2, 3])[0]
    body = _KINDS[kind](plot)
    cover, facts = _cover(plot, committee)
    legend = _legend(lot, body.scale) if body.scale else []
    blocks = [*cover, *(legend if plot.nuisances.legend_first else ()), *body.tables]
    blocks += [] if plot.nuisances.legend_first else legend
    wide = max(len(table.columns) for table in body.tables) >= _LANDSCAPE_FROM
    lettered = lot.random() < 0.6
    paper = MadePaper(
        title=(council.name, body.title) if lettered else (body.title,),
        blocks=tuple(blocks),
        page=Page(297.0, 210.0) if wide else Page(),
        footer=lot.choice(("", "Page {page}", "{page}")),
        size=lot.choice((9.0, 10.0)),
    )
    truth = {"title": body.title, "council": council.name if lettered else None, **facts, **body.truth}
    truth["grading_scale"] = body.scale.truth if body.scale else []
    return Drawn(seed, kind, paper, truth, plot.nuisances)


def _cover(plot: _Plot, committee: str) -> tuple[list[Prose | MadeTable], Truth]:
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


def _review(subject: str) -> Truth:
    return {"title": f"Review of {subject}", "key": places.slug(subject)}


def _table(
    plot: _Plot,
    roles: Sequence[str],
    scale: Scale | None = None,
    labels: Mapping[str, str] | None = None,
    period: str | None = None,
) -> tuple[list[MadeTable], Truth]:
    """Draw the one table of a paper."""
    kept = tuple(role for role in roles if role)
    sketch = Sketch(plot.meeting, kept, plot.nuisances, scale, plot.dated, period)
    table, records = record_table(plot.lot, sketch, plot.lot.randint(4, 10), labels or {})
    return [table], {"recommendations": records}


def _ref(plot: _Plot) -> str:
    return "" if plot.nuisances.unreferenced else "ref"


def _some(lot: Random, role: str, share: float) -> str:
    return role if lot.random() < share else ""


def _plan(plot: _Plot) -> _Body:
    """Draw an action plan."""
    lot, odd = plot.lot, plot.nuisances
    action, due = ("action_and_date", "") if odd.two_facts else ("action", "due")
    numbered = odd.two_level and not odd.unreferenced and action == "action"
    officer = (
        ("officer_and_member",) if odd.two_facts else lot.choice((("officer",),) * 4 + (("lead", "support"),))
    )
    dates = ("original", "revised") if odd.moved_dates and due else (due,)
    rest = (
        _some(lot, "success", 0.3),
        *officer,
        *dates,
        _some(lot, "resources", 0.12),
        _some(lot, "priority", 0.1),
    )
    number = "action_ref" if numbered and not odd.bands else ""
    tables, truth = _table(plot, (_ref(plot), "recommendation", number, action, *rest))
    form = lot.choice(("Action Plan: Review of {0}", "Action Plan – Review of {0}"))
    facts = {"kind": "action_plan", "review": _review(plot.subject)}
    return _Body(form.format(plot.subject), tables, facts | truth)


def _tracker(plot: _Plot) -> _Body:
    """Draw a tracker of the recommendations of several reviews."""
    lot = plot.lot
    told = lot.choice(("status", "rag", "rag", ""))
    scale = lot.choice(SCALES[1:]) if told == "rag" and lot.random() < 0.5 else None
    roles = (_ref(plot), "recommendation", "officer", _some(lot, "member", 0.3), "due", "progress", told)
    tables, truth = _table(plot, roles, scale=scale)
    title = lot.choice(
        ("Scrutiny Recommendation Tracker", "Recommendations Tracker", "Recommendation Tracker")
    )
    return _Body(title, tables, {"kind": "progress_update", "review": None} | truth, scale)


def _progress_table(plot: _Plot) -> _Body:
    """Draw a progress report as a table whose label tells the month, with grades."""
    scale = SCALES[0]
    month, period = month_of(plot.meeting)
    update = plot.lot.choice(("Progress ({0})", "Evidence of Progress ({0})", "Update {0}"))
    labels = {"progress": update.format(month), "grade": f"Assessment of Progress ({month})"}
    roles = (
        _ref(plot),
        "recommendation",
        _some(plot.lot, "action", 0.6),
        "officer",
        "due",
        "progress",
        "grade",
    )
    odd = replace(plot, nuisances=replace(plot.nuisances, several_actions=False, stacked=False))
    tables, truth = _table(odd, roles, scale=scale, labels=labels, period=period)
    facts = {"kind": "progress_update", "review": _review(plot.subject)}
    return _Body(f"Progress Update: Review of {plot.subject}", tables, facts | truth, scale)


def _progress_blocks(plot: _Plot) -> _Body:
    """Draw a progress report as blocks with rounds."""
    sketch = Sketch(plot.meeting, BLOCK_ROLES, plot.nuisances, None, plot.dated)
    tables, records = blocks(plot.lot, sketch, SCALES[0], plot.lot.randint(2, 5))
    facts: Truth = {"kind": "progress_update", "review": _review(plot.subject), "recommendations": records}
    return _Body(f"Progress Update: Review of {plot.subject}", tables, facts, SCALES[0])


def _response(plot: _Plot) -> _Body:
    """Draw the answer of an executive."""
    lot = plot.lot
    rest = (_some(lot, "reason", 0.3), "action", "officer", "due")
    tables, truth = _table(plot, (_ref(plot), "recommendation", "decision", *rest))
    form = lot.choice(("Cabinet Response to the Review of {0}", "Executive Response to the Review of {0}"))
    key = {"review": {"key": places.slug(plot.subject)}}
    return _Body(form.format(plot.subject), tables, {"kind": "action_plan"} | key | truth)


def _audit(plot: _Plot) -> _Body:
    """Draw a follow-up of audit recommendations."""
    odd = plot.nuisances
    dates = ("original", "revised") if odd.moved_dates else ("due",)
    roles = (
        _ref(plot),
        "recommendation",
        _some(plot.lot, "priority", 0.6),
        "action",
        "officer",
        *dates,
        "status",
    )
    tables, truth = _table(plot, roles)
    return _Body(f"Internal Audit Follow-up: {plot.subject}", tables, {"kind": "progress_update"} | truth)


def _log(plot: _Plot) -> _Body:
    """Draw the log of what meetings asked for."""
    lot = plot.lot
    last = lot.choice(("status", "progress", "status"))
    tables, truth = _table(plot, (_ref(plot), _some(lot, "meeting", 0.6), "action", "officer", "due", last))
    return _Body(lot.choice(("Action Log", "Committee Action Log")), tables, {"kind": "action_log"} | truth)


_KINDS: dict[str, Callable[[_Plot], _Body]] = {
    "plan": _plan,
    "tracker": _tracker,
    "progress-table": _progress_table,
    "progress-blocks": _progress_blocks,
    "response": _response,
    "audit": _audit,
    "log": _log,
}
