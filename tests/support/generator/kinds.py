"""Kinds of papers: what each is called, the columns of its table, and how it explains its scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from tests.support.generator import places, prose_forms, tables
from tests.support.generator.blocks import BLOCK_ROLES, blocks
from tests.support.generator.date_forms import month_of
from tests.support.generator.findings import Found
from tests.support.generator.grades import SCALES, Scale
from tests.support.generator.nuisances import Nuisances
from tests.support.generator.said import Truth
from tests.support.generator.sketch import Sketch
from tests.support.paper_builder import MadeTable, Prose

_PLAN_TITLES = (
    "Action Plan: Review of {0}",
    "Action Plan – Review of {0}",
    "Review of {0} – Action Plan",
    "Scrutiny Review of {0}: Action Plan",
)


@dataclass(frozen=True, slots=True)
class Plot:
    """What a paper is made from."""

    lot: Random
    meeting: date
    subject: str
    nuisances: Nuisances
    dated: bool

    def without(self, **changes: bool) -> Plot:
        """Return the plot with other nuisances."""
        return replace(self, nuisances=replace(self.nuisances, **changes))


@dataclass(frozen=True, slots=True)
class Body:
    """Title, blocks and records of a paper, the scale to explain and the roles of its columns."""

    title: str
    blocks: Sequence[Prose | MadeTable]
    truth: Truth
    scale: Scale | None = None
    roles: tuple[str, ...] = ()
    findings: set[Found] = field(default_factory=set)


def _review(subject: str) -> Truth:
    return {"key": places.slug(subject)}


def _body(
    plot: Plot,
    title: str,
    roles: Sequence[str],
    facts: Truth,
    scale: Scale | None = None,
    labels: Mapping[str, str] | None = None,
    periods: tuple[str | None, str | None] = (None, None),
) -> Body:
    """Draw a paper of one table, or of several under headings."""
    kept = tuple(role for role in roles if role)
    sketch = Sketch(plot.meeting, kept, plot.nuisances, scale, plot.dated, *periods)
    made = tables.record_tables(plot.lot, sketch, plot.lot.randint(4, 10), labels or {})
    return Body(title, made.blocks, facts | {"recommendations": made.records}, scale, kept, made.findings)


def _ref(plot: Plot) -> str:
    return "" if plot.nuisances.unreferenced else "ref"


def _some(lot: Random, role: str, share: float) -> str:
    return role if lot.random() < share else ""


def _theme(plot: Plot) -> str:
    odd = plot.nuisances
    return "" if odd.bands or odd.parted or odd.several_actions else _some(plot.lot, "theme", 0.2)


def _plan(plot: Plot) -> Body:
    """Draw an action plan."""
    lot, odd = plot.lot, plot.nuisances
    numbered = odd.two_level and not odd.unreferenced and not odd.two_facts and not odd.bands
    roles = (
        _ref(plot),
        _theme(plot),
        "recommendation",
        "action_ref" if numbered else "",
        *_owned_and_dated(plot),
        _some(lot, "resources", 0.12),
        _some(lot, "priority", 0.1),
        _some(lot, "other", 0.05),
        _some(lot, "comments", 0.08),
        _some(lot, "scrutiny_comments", 0.06),
    )
    title = lot.choice(_PLAN_TITLES).format(plot.subject)
    return _body(plot, title, roles, {"kind": "action_plan", "review": _review(plot.subject)})


def _owned_and_dated(plot: Plot) -> tuple[str, ...]:
    """Draw the columns of what is done, by whom and when; some hold two facts."""
    lot, odd = plot.lot, plot.nuisances
    success = _some(lot, "success", 0.3)
    if odd.two_facts:
        return lot.choice(
            (
                ("action_and_date", success, "officer"),
                ("action_and_date", success, "officer_and_member"),
                ("action", success, "officer_and_date"),
                ("action", success, "officer_and_member", "due"),
            )
        )
    officer = lot.choice((("officer",),) * 4 + (("lead", "support"),))
    dates = (("original", "revised"), ("start", "end"))
    return ("action", success, *officer, *(lot.choice(dates) if odd.moved_dates else ("due",)))


def _tracker(plot: Plot) -> Body:
    """Draw a tracker of the recommendations of several reviews."""
    lot, odd = plot.lot, plot.nuisances
    told: tuple[str, ...] = ("progress", lot.choice(("status", "rag", "rag", "")))
    if odd.two_facts:
        told = (lot.choice(("progress_and_status", "status_and_comment")),)
    scale = lot.choice(SCALES[1:]) if "rag" in told and lot.random() < 0.5 else None
    roles = (
        _ref(plot),
        _theme(plot),
        "recommendation",
        "officer",
        _some(lot, "member", 0.3),
        "due",
        *told,
        _some(lot, "scrutiny_comments", 0.1),
    )
    titles = ("Scrutiny Recommendation Tracker", "Recommendations Tracker", "Recommendation Tracker")
    return _body(
        plot.without(slips=False),
        lot.choice(titles),
        roles,
        {"kind": "progress_update", "review": None},
        scale,
    )


def _progress_table(plot: Plot) -> Body:
    """Draw a progress report as a table whose labels tell the months, with grades."""
    lot = plot.lot
    month, period = month_of(plot.meeting)
    before, earlier = month_of(date(plot.meeting.year - 1, plot.meeting.month, 1))
    update = lot.choice(("Progress ({0})", "Evidence of Progress ({0})", "Update {0}", "Progress – {0}"))
    labels = {
        "earlier": update.format(before),
        "progress": update.format(month),
        "grade": f"Assessment of Progress ({month})",
    }
    rounds = lot.choice((("progress", "grade"), ("progress", "grade"), ("earlier", "progress")))
    roles = (_ref(plot), "recommendation", _some(lot, "action", 0.6), "officer", "due", *rounds)
    scale = SCALES[0] if "grade" in rounds else None
    odd = plot.without(several_actions=False, stacked=False, slips=False)
    given = {role: label for role, label in labels.items() if role in roles}
    title = lot.choice(("Progress Update: Review of {0}", "Review of {0} – Progress Report"))
    facts = {"kind": "progress_update", "review": _review(plot.subject)}
    return _body(odd, title.format(plot.subject), roles, facts, scale, given, (period, earlier))


def _progress_blocks(plot: Plot) -> Body:
    """Draw a progress report as blocks with rounds."""
    sketch = Sketch(plot.meeting, BLOCK_ROLES, plot.nuisances, None, plot.dated)
    made, records = blocks(plot.lot, sketch, SCALES[0], plot.lot.randint(2, 5))
    facts: Truth = {"kind": "progress_update", "review": _review(plot.subject), "recommendations": records}
    return Body(f"Progress Update: Review of {plot.subject}", made, facts, SCALES[0])


def _response(plot: Plot) -> Body:
    """Draw the answer of an executive."""
    lot = plot.lot
    roles = (
        _ref(plot),
        "recommendation",
        "decision",
        _some(lot, "reason", 0.3),
        _some(lot, "action", 0.8),
        "officer",
        "due",
    )
    form = lot.choice(("Cabinet Response to the Review of {0}", "Executive Response to the Review of {0}"))
    return _body(
        plot, form.format(plot.subject), roles, {"kind": "action_plan", "review": _review(plot.subject)}
    )


def _response_lines(plot: Plot) -> Body:
    """Draw the answer of an executive as labelled lines under each recommendation."""
    odd = plot.without(lines=False, stacked=False, several_actions=False)
    sketch = Sketch(plot.meeting, prose_forms.LINE_ROLES, odd.nuisances, None, plot.dated)
    made, records = prose_forms.lines(plot.lot, sketch, plot.lot.randint(3, 7))
    facts = {"kind": "action_plan", "review": _review(plot.subject), "recommendations": records}
    return Body(f"Cabinet Response to the Review of {plot.subject}", made, facts)


def _plan_tables(plot: Plot) -> Body:
    """Draw an action plan as a small table under each recommendation."""
    odd = plot.without(stacked=False)
    sketch = Sketch(plot.meeting, prose_forms.UNDER_ROLES, odd.nuisances, None, plot.dated)
    made, records = prose_forms.small_tables(plot.lot, sketch, plot.lot.randint(3, 6))
    facts = {"kind": "action_plan", "review": _review(plot.subject), "recommendations": records}
    return Body(plot.lot.choice(_PLAN_TITLES).format(plot.subject), made, facts)


def _audit(plot: Plot) -> Body:
    """Draw a follow-up of audit recommendations."""
    lot = plot.lot
    dates = ("original", "revised") if plot.nuisances.moved_dates else ("due",)
    priority = _some(lot, "priority", 0.6)
    roles = (_ref(plot), "recommendation", priority, "action", "officer", *dates, "status")
    title = f"Internal Audit Follow-up: {plot.subject}"
    return _body(plot.without(slips=False), title, roles, {"kind": "progress_update"})


def _log(plot: Plot) -> Body:
    """Draw the log of what meetings asked for."""
    lot = plot.lot
    last = lot.choice(("status", "progress", "status", "status_and_comment"))
    roles = (_ref(plot), _some(lot, "meeting", 0.6), "action", "officer", "due", last)
    title = lot.choice(("Action Log", "Committee Action Log", "Actions Log"))
    return _body(plot.without(slips=False), title, roles, {"kind": "action_log"})


# What is drawn, and how often of all.
KINDS: dict[str, tuple[int, Callable[[Plot], Body]]] = {
    "plan": (5, _plan),
    "tracker": (4, _tracker),
    "progress-table": (2, _progress_table),
    "progress-blocks": (2, _progress_blocks),
    "response": (3, _response),
    "response-lines": (1, _response_lines),
    "plan-tables": (1, _plan_tables),
    "audit": (2, _audit),
    "log": (3, _log),
}
