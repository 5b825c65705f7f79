"""The cells of an action, one function a column: what is printed, and what it adds to the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from tests.support.generator import dates, grades, people, words
from tests.support.generator.said import Said
from tests.support.generator.sketch import Act, Sketch
from tests.support.paper_builder import BULLET

LONG = 0.12  # share of texts long enough to reach over a page end
_LISTED = 0.3  # share of actions that are lists, in a paper that has such
_GAP = 0.25  # share of blank owners and dates in a paper that has gaps
_YEARLESS = 0.06
_OTHER = ("Castle and Mill wards", "Priority 3", "Neutral", "All wards")
_RESOURCES = ("Within existing budgets", "£5,000", "Officer time", "£12,500 one-off")


def act(lot: Random, sketch: Sketch) -> Act:
    """Draw an action with a cell for each column that is its own."""
    made = Act(truth={"ref": None, "text": "", "officers": [], "due": []})
    for role in sketch.roles:
        if role in _DRAWN:
            _DRAWN[role](lot, sketch, made)
    if "rag" in made.cells and any(one.get("role") == "completed" for one in made.truth["due"]):
        made.truth.pop("status", None)  # which of a colour and a date cell wins, is open
    return made


def _action(lot: Random, sketch: Sketch, made: Act) -> None:
    listed = sketch.nuisances.listed and sketch.nuisances.lines and not sketch.stacked
    if listed and lot.random() < _LISTED:
        text = lot.choice((words.bulleted, words.bulleted, words.paragraphs))(lot)
    else:
        text = words.action(lot, long=lot.random() < LONG)
    made.cells["action"] = text
    made.truth["text"] = {"any_of": [text, text.replace(BULLET, "")]} if BULLET in text else text


def _action_and_date(lot: Random, sketch: Sketch, made: Act) -> None:
    """Put a date at the end of the action, as a column of both facts does."""
    dated = dates.plain(lot, sketch.meeting)
    text = f"{words.action(lot)} {dated.text}"
    made.cells["action_and_date"] = made.truth["text"] = text
    made.truth["due"] = [{"edtf": one["edtf"], "basis": "action_text"} for one in dated.truth]


def _officer(lot: Random, sketch: Sketch, made: Act) -> None:
    if sketch.stacked:
        said = people.alone(lot)
    elif sketch.nuisances.gaps and lot.random() < _GAP:
        said = people.nobody(lot)
    else:
        said = _fitting(sketch, lambda: people.officers(lot))
    _take_officers(made, "officer", said)


def _officer_and_member(lot: Random, _sketch: Sketch, made: Act) -> None:
    _take_officers(made, "officer_and_member", people.officer_and_member(lot))


def _officer_and_date(lot: Random, sketch: Sketch, made: Act) -> None:
    """Put owner and date into one cell."""
    who, when = people.alone(lot), dates.plain(lot, sketch.meeting)
    marks = ("\n", " – ", " - ", ", ") if sketch.nuisances.lines else (" – ", " - ", ", ")
    _take_officers(made, "officer_and_date", Said(f"{who.text}{lot.choice(marks)}{when.text}", who.truth))
    made.truth["due"] = [{"edtf": one["edtf"], "role": one["role"]} for one in when.truth]


def _lead(lot: Random, sketch: Sketch, made: Act) -> None:
    _take_officers(made, "lead", _fitting(sketch, lambda: people.officers(lot)), "lead")


def _support(lot: Random, sketch: Sketch, made: Act) -> None:
    _take_officers(made, "support", _fitting(sketch, lambda: people.officers(lot)), "support")


def _member(lot: Random, _sketch: Sketch, made: Act) -> None:
    _take_officers(made, "member", people.member(lot), "portfolio_holder")


def _fitting(sketch: Sketch, draw: Callable[[], Said]) -> Said:
    """Draw until the cell is one line, in a paper whose cells are."""
    said = draw()
    while "\n" in said.text and not sketch.nuisances.lines:
        said = draw()
    return said


def _take_officers(made: Act, role: str, said: Said, relation: str | None = None) -> None:
    made.cells[role] = said.text
    made.truth["officers"] += [
        {**one, "relation": relation} if relation and one.get("relation") != "facilitator" else one
        for one in said.truth
    ]


def _due(lot: Random, sketch: Sketch, made: Act) -> None:
    if sketch.stacked:
        said = dates.plain(lot, sketch.meeting)
    elif sketch.nuisances.gaps and lot.random() < _GAP:
        said = dates.undated(lot)
    elif sketch.dated and "meeting" not in sketch.roles and lot.random() < _YEARLESS:
        said = dates.yearless(lot, sketch.meeting)
    else:
        said = _fitting(sketch, lambda: dates.due(lot, sketch.meeting))
    made.cells["due"] = said.text
    made.truth["due"] = list(said.truth)
    if said.status and not sketch.tells_status:
        made.truth["status"] = {"status": said.status}


def _moved(lot: Random, sketch: Sketch, made: Act) -> None:
    original, revised = dates.moved(lot, sketch.meeting)
    made.cells |= {"original": original.text, "revised": revised.text}
    made.truth["due"] = [*original.truth, *revised.truth]


def _started(lot: Random, sketch: Sketch, made: Act) -> None:
    start, end = dates.started(lot, sketch.meeting)
    made.cells |= {"start": start.text, "end": end.text}
    made.truth["due"] = [*start.truth, *end.truth]


def _status(lot: Random, _sketch: Sketch, made: Act) -> None:
    said = grades.status(lot)
    made.cells["status"] = said.text
    made.truth["status"] = {"status": said.status, "raw": said.text}


def _status_and_comment(lot: Random, _sketch: Sketch, made: Act) -> None:
    said = grades.led(lot, words.update(lot))
    made.cells["status_and_comment"] = said.text
    made.truth["status"] = {"status": said.status, "raw": said.text}


def _rag(lot: Random, sketch: Sketch, made: Act) -> None:
    """Draw a colour, which is a status only where the paper has a legend."""
    if sketch.scale and sketch.scale.colours:
        colour, _, meaning = lot.choice(sketch.scale.steps)
    else:
        colour, meaning = grades.colour(lot), None
    made.cells["rag"] = colour
    made.truth["rag"] = colour.lower()
    made.truth["status"] = {"status": meaning} if meaning else None


def _success(lot: Random, _sketch: Sketch, made: Act) -> None:
    made.cells["success"] = made.truth["success_measures"] = words.measure(lot)


def _resources(lot: Random, _sketch: Sketch, made: Act) -> None:
    made.cells["resources"] = made.truth["resources"] = lot.choice(_RESOURCES)


def _priority(lot: Random, _sketch: Sketch, made: Act) -> None:
    made.cells["priority"] = made.truth["priority"] = lot.choice(("High", "Medium", "Low"))


def _comments(lot: Random, _sketch: Sketch, made: Act) -> None:
    made.cells["comments"] = made.truth["comments"] = words.comment(lot)


def _meeting(lot: Random, sketch: Sketch, made: Act) -> None:
    """Draw when an action was asked for, which is no due date."""
    day = sketch.meeting - timedelta(days=lot.randint(30, 200))
    _keep(made, "meeting", f"{day:%d/%m/%Y}")


def _other(lot: Random, _sketch: Sketch, made: Act) -> None:
    """Draw what fits no field."""
    _keep(made, "other", lot.choice(_OTHER))


def _keep(made: Act, role: str, text: str) -> None:
    made.cells[role] = text
    made.truth.setdefault("extra", []).append({"label": role, "value": text})


_DRAWN: dict[str, Callable[[Random, Sketch, Act], None]] = {
    "action": _action,
    "action_and_date": _action_and_date,
    "officer": _officer,
    "officer_and_member": _officer_and_member,
    "officer_and_date": _officer_and_date,
    "lead": _lead,
    "support": _support,
    "member": _member,
    "due": _due,
    "original": _moved,
    "start": _started,
    "status": _status,
    "status_and_comment": _status_and_comment,
    "rag": _rag,
    "success": _success,
    "resources": _resources,
    "priority": _priority,
    "comments": _comments,
    "meeting": _meeting,
    "other": _other,
}
