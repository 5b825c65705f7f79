"""Recommendations and actions drawn by lot: what a table or block prints, and the record it stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.support.generator import dates, grades, people, words
from tests.support.generator.grades import Scale
from tests.support.generator.nuisances import Nuisances
from tests.support.generator.said import Said, Truth

_LONG = 0.12  # share of texts long enough to reach over a page end
_GAP = 0.25  # share of blank owners and dates in a paper that has gaps
_UPDATES_APPENDED = 0.3
_YEARLESS = 0.06
_STACKED = {"ref", "recommendation", "action", "officer", "due"}


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is settled of a paper before its rows are drawn.

    Attributes:
        meeting: the paper's own date.
        roles: the columns of its table, from left to right.
        nuisances: what makes it hard to read.
        scale: its scale, where it has a legend.
        dated: whether the paper prints its own date.
        period: month of the updates where their label tells it, in EDTF.
    """

    meeting: date
    roles: tuple[str, ...]
    nuisances: Nuisances
    scale: Scale | None = None
    dated: bool = True
    period: str | None = None

    @property
    def tells_status(self) -> bool:
        """Whether a column tells the status of actions."""
        return bool({"status", "grade", "rag"} & set(self.roles))

    @property
    def stacked(self) -> bool:
        """Whether actions, owners and dates of a row are lists, paired by their order."""
        return self.nuisances.stacked and set(self.roles) == _STACKED


@dataclass(slots=True)
class Act:
    """An action: the texts of its cells by role, and its record."""

    cells: dict[str, str] = field(default_factory=dict)
    truth: Truth = field(default_factory=dict)


@dataclass(slots=True)
class Rec:
    """A recommendation: the texts of its cells by role, its actions, and its record."""

    cells: dict[str, str]
    truth: Truth
    acts: list[Act]

    def record(self) -> Truth:
        """Return the record, its actions in it."""
        blank = {"text": "", "officers": [], "due": []}
        if all(act.truth | blank == act.truth and not act.truth.get("status") for act in self.acts):
            return dict(self.truth)  # whether such a row has an action at all is open
        return {**self.truth, "actions": [act.truth for act in self.acts]}


def recommendation(lot: Random, sketch: Sketch, ref: str | None, count: int) -> Rec:
    """Draw a recommendation with so many actions."""
    cells: dict[str, str] = {}
    truth: Truth = {"ref": ref.rstrip(".") if ref else None, "text": "", "decision": None, "progress": []}
    if "ref" in sketch.roles:
        cells["ref"] = ref or ""
    if "recommendation" in sketch.roles:
        cells["recommendation"] = truth["text"] = words.recommendation(lot, long=lot.random() < _LONG)
    if "decision" in sketch.roles:
        cells["decision"], truth["decision"] = _decision(lot, sketch)
    if "reason" in sketch.roles:
        cells["reason"] = truth["decision"]["reason"] = words.reason(lot)
    if "progress" in sketch.roles:
        cells["progress"], truth["progress"] = _progress(lot, sketch)
    rec = Rec(cells, truth, [_act(lot, sketch) for _ in range(count)])
    if sketch.nuisances.two_level and ref and "action_ref" in sketch.roles:
        for at, act in enumerate(rec.acts, 1):
            act.cells["action_ref"] = act.truth["ref"] = f"{truth['ref']}.{at}"
    if "grade" in sketch.roles and sketch.scale:
        _grade(lot, sketch, sketch.scale, rec)
    return rec


def _act(lot: Random, sketch: Sketch) -> Act:
    act = Act(truth={"ref": None, "text": "", "officers": [], "due": []})
    for role in sketch.roles:
        if role in _DRAWN:
            _DRAWN[role](lot, sketch, act)
    if "rag" in act.cells and any(one.get("role") == "completed" for one in act.truth["due"]):
        act.truth.pop("status", None)  # which of a colour and a date cell wins, is open
    return act


def _action(lot: Random, _sketch: Sketch, act: Act) -> None:
    act.cells["action"] = act.truth["text"] = words.action(lot, long=lot.random() < _LONG)


def _action_and_date(lot: Random, sketch: Sketch, act: Act) -> None:
    """Put a date at the end of the action, as a column of both facts does."""
    dated = dates.plain(lot, sketch.meeting)
    text = f"{words.action(lot)} {dated.text}"
    act.cells["action_and_date"] = act.truth["text"] = text
    act.truth["due"] = [{"edtf": one["edtf"], "basis": "action_text"} for one in dated.truth]


def _officer(lot: Random, sketch: Sketch, act: Act) -> None:
    if sketch.stacked:
        said = people.alone(lot)
    elif sketch.nuisances.gaps and lot.random() < _GAP:
        said = people.nobody(lot)
    else:
        said = _fitting(sketch, lambda: people.officers(lot))
    _take_officers(act, "officer", said)


def _officer_and_member(lot: Random, _sketch: Sketch, act: Act) -> None:
    _take_officers(act, "officer_and_member", people.officer_and_member(lot))


def _lead(lot: Random, sketch: Sketch, act: Act) -> None:
    _take_officers(act, "lead", _fitting(sketch, lambda: people.officers(lot)), "lead")


def _support(lot: Random, sketch: Sketch, act: Act) -> None:
    _take_officers(act, "support", _fitting(sketch, lambda: people.officers(lot)), "support")


def _member(lot: Random, _sketch: Sketch, act: Act) -> None:
    _take_officers(act, "member", people.member(lot), "portfolio_holder")


def _fitting(sketch: Sketch, draw: Callable[[], Said]) -> Said:
    """Draw until the cell is one line, in a paper whose cells are."""
    said = draw()
    while "\n" in said.text and not sketch.nuisances.lines:
        said = draw()
    return said


def _take_officers(act: Act, role: str, said: Said, relation: str | None = None) -> None:
    act.cells[role] = said.text
    act.truth["officers"] += [{**one, "relation": relation} if relation else one for one in said.truth]


def _due(lot: Random, sketch: Sketch, act: Act) -> None:
    if sketch.stacked:
        said = dates.plain(lot, sketch.meeting)
    elif sketch.nuisances.gaps and lot.random() < _GAP:
        said = dates.undated(lot)
    elif sketch.dated and "meeting" not in sketch.roles and lot.random() < _YEARLESS:
        said = dates.yearless(lot, sketch.meeting)
    else:
        said = _fitting(sketch, lambda: dates.due(lot, sketch.meeting))
    act.cells["due"] = said.text
    act.truth["due"] = list(said.truth)
    if said.status and not sketch.tells_status:
        act.truth["status"] = {"status": said.status}


def _moved(lot: Random, sketch: Sketch, act: Act) -> None:
    original, revised = dates.moved(lot, sketch.meeting)
    act.cells |= {"original": original.text, "revised": revised.text}
    act.truth["due"] = [*original.truth, *revised.truth]


def _status(lot: Random, _sketch: Sketch, act: Act) -> None:
    said = grades.status(lot)
    act.cells["status"] = said.text
    act.truth["status"] = {"status": said.status, "raw": said.text}


def _rag(lot: Random, sketch: Sketch, act: Act) -> None:
    """Draw a colour, which is a status only where the paper has a legend."""
    if sketch.scale and sketch.scale.colours:
        colour, _, meaning = lot.choice(sketch.scale.steps)
    else:
        colour, meaning = grades.colour(lot), None
    act.cells["rag"] = colour
    act.truth["rag"] = colour.lower()
    act.truth["status"] = {"status": meaning} if meaning else None


def _success(lot: Random, _sketch: Sketch, act: Act) -> None:
    act.cells["success"] = act.truth["success_measures"] = words.measure(lot)


def _resources(lot: Random, _sketch: Sketch, act: Act) -> None:
    text = lot.choice(("Within existing budgets", "£5,000", "Officer time", "£12,500 one-off"))
    act.cells["resources"] = act.truth["resources"] = text


def _priority(lot: Random, _sketch: Sketch, act: Act) -> None:
    act.cells["priority"] = act.truth["priority"] = lot.choice(("High", "Medium", "Low"))


def _meeting(lot: Random, sketch: Sketch, act: Act) -> None:
    """Draw when an action was asked for, which is no due date."""
    day = sketch.meeting - timedelta(days=lot.randint(30, 200))
    act.cells["meeting"] = text = f"{day:%d/%m/%Y}"
    act.truth["extra"] = [{"value": text}]


_DRAWN: dict[str, Callable[[Random, Sketch, Act], None]] = {
    "action": _action,
    "officer": _officer,
    "officer_and_member": _officer_and_member,
    "lead": _lead,
    "support": _support,
    "member": _member,
    "due": _due,
    "original": _moved,
    "status": _status,
    "rag": _rag,
    "success": _success,
    "resources": _resources,
    "priority": _priority,
    "meeting": _meeting,
    "action_and_date": _action_and_date,
}


def _decision(lot: Random, sketch: Sketch) -> tuple[str, Truth]:
    text, meaning = grades.decision(lot)
    reason = words.reason(lot) if "reason" not in sketch.roles and lot.random() < 0.5 else None
    cell = f"{text}. {reason}" if reason else text
    return cell, {"status": meaning, "raw": cell, "reason": reason}


def _progress(lot: Random, sketch: Sketch) -> tuple[str, list[Truth]]:
    """Draw the narrative of what was done: one, or several with dated heads."""
    if sketch.period is None and sketch.nuisances.lines and lot.random() < _UPDATES_APPENDED:
        return _appended(lot, sketch)
    if lot.random() < 0.1:
        return "", []
    text = words.update(lot, long=lot.random() < _LONG)
    return text, [{"period": sketch.period, "evidence": text}]


def _appended(lot: Random, sketch: Sketch) -> tuple[str, list[Truth]]:
    year, month = sketch.meeting.year, sketch.meeting.month
    days = [date(year - 1, month, 1), date(year, month, 1)]
    head = lot.choice(("Update {0}: ", "{0}: "))
    entries = [(head.format(dates.month_of(day)[0]), words.update(lot), f"{day:%Y-%m}") for day in days]
    truth: list[Truth] = [{"period": period, "evidence": text} for _, text, period in entries]
    if lot.random() < 0.3:  # newest first, as trackers that grow at the top
        entries.reverse()
    return "\n".join(start + text for start, text, _ in entries), truth


def _grade(lot: Random, sketch: Sketch, scale: Scale, rec: Rec) -> None:
    """Draw the grade of a progress update, by the paper's own scale."""
    if not rec.truth["progress"] or len(rec.truth["progress"]) > 1:
        rec.cells["progress"] = text = words.update(lot)
        rec.truth["progress"] = [{"period": sketch.period, "evidence": text}]
    grade, label, meaning = lot.choice(scale.steps)
    rec.cells["grade"] = f"{grade}{lot.choice(('. ', ' - ', ' – '))}{label}"
    rec.truth["progress"][0] |= {"grade": grade, "status": meaning}
