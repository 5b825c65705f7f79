"""Recommendations drawn by lot: what a table or block prints of them, and the record they stand for."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.support.generator import cells, dates, grades, places, words
from tests.support.generator.date_forms import month_of
from tests.support.generator.grades import Scale
from tests.support.generator.said import Truth
from tests.support.generator.sketch import Rec, Sketch

_UPDATES_APPENDED = 0.3
_LED = 0.25  # share of updates that a word of progress leads, where no column gives a status
_LISTED = 0.3  # share of recommendations in marked parts, in a paper that has such
_SILENT = 0.1  # share of blank updates


def recommendation(lot: Random, sketch: Sketch, ref: str | None, count: int) -> Rec:
    """Draw a recommendation with so many actions."""
    truth: Truth = {"ref": ref.rstrip(".") if ref else None, "text": "", "decision": None, "progress": []}
    rec = Rec({}, truth, [])
    if "ref" in sketch.roles:
        rec.cells["ref"] = ref or ""
    if "theme" in sketch.roles:
        rec.cells["theme"] = truth["theme"] = places.theme(lot)
    if "recommendation" in sketch.roles:
        _text(lot, sketch, rec)
    if "decision" in sketch.roles:
        rec.cells["decision"], truth["decision"] = _decision(lot, sketch)
    if "reason" in sketch.roles:
        rec.cells["reason"] = truth["decision"]["reason"] = words.reason(lot)
    if "scrutiny_comments" in sketch.roles:
        rec.cells["scrutiny_comments"] = truth["comments"] = words.comment(lot)
    rec.acts = [cells.act(lot, sketch) for _ in range(count)]
    _updates(lot, sketch, rec)
    if sketch.nuisances.two_level and ref and "action_ref" in sketch.roles:
        for at, act in enumerate(rec.acts, 1):
            act.cells["action_ref"] = act.truth["ref"] = f"{truth['ref']}.{at}"
    return rec


def _text(lot: Random, sketch: Sketch, rec: Rec) -> None:
    """Draw what is recommended, in one sentence or in marked parts."""
    if sketch.nuisances.listed and not sketch.stacked and lot.random() < _LISTED:
        text, items = words.marked_recommendation(lot, lines=sketch.nuisances.lines)
    else:
        text, items = words.recommendation(lot, long=lot.random() < cells.LONG), []
    rec.cells["recommendation"] = rec.truth["text"] = text
    rec.truth["sub_items"] = items


def slip(lot: Random, sketch: Sketch, rec: Rec) -> str | None:
    """Let a recommendation contradict itself, or its date the paper's; return the finding on it."""
    act = rec.acts[0]
    if not {"action", "due"} <= act.cells.keys() or sketch.stacked:
        return None
    if sketch.dated and lot.random() < 0.5:
        said, code = dates.past(lot, sketch.meeting), "past-due-when-agreed"
    else:
        later, said = dates.conflicting(lot, sketch.meeting)
        code = "date-conflict"
        act.truth["text"] = act.cells["action"] = f"{words.action(lot).rstrip('.')} by {later}."
    act.cells["due"], act.truth["due"] = said.text, list(said.truth)
    if not sketch.tells_status:
        act.truth.pop("status", None)
    return code


def _decision(lot: Random, sketch: Sketch) -> tuple[str, Truth]:
    text, meaning = grades.decision(lot)
    reason = words.reason(lot) if "reason" not in sketch.roles and lot.random() < 0.5 else None
    cell = f"{text}{lot.choice(('. ', ' - ', ' – ', ': '))}{reason}" if reason else text
    return cell, {"status": meaning, "raw": cell, "reason": reason}


def _updates(lot: Random, sketch: Sketch, rec: Rec) -> None:
    """Draw what was done: a column, several by month, a column with its grade or status."""
    if "earlier" in sketch.roles:
        rec.cells["earlier"] = text = words.update(lot)
        rec.truth["progress"].append({"period": sketch.earlier, "evidence": text})
    if "progress" in sketch.roles:
        rec.cells["progress"], entries = _progress(lot, sketch, rec)
        rec.truth["progress"] += entries
    if "progress_and_status" in sketch.roles:
        said = grades.led(lot, words.update(lot))
        rec.cells["progress_and_status"] = said.text
        rec.truth["progress"] = [{"period": None, "evidence": said.text}]
        rec.acts[0].truth["status"] = {"status": said.status}
    if "grade" in sketch.roles and sketch.scale:
        _grade(lot, sketch, sketch.scale, rec)


def _progress(lot: Random, sketch: Sketch, rec: Rec) -> tuple[str, list[Truth]]:
    """Draw the narrative of what was done: one, or several with dated heads."""
    graded = "grade" in sketch.roles or "earlier" in sketch.roles
    if sketch.period is None and sketch.nuisances.lines and lot.random() < _UPDATES_APPENDED:
        return _appended(lot, sketch)
    if lot.random() < _SILENT and not graded:
        return "", []
    text = words.update(lot, long=lot.random() < cells.LONG)
    if not sketch.tells_status and not graded and len(rec.acts) == 1 and lot.random() < _LED:
        said = grades.led(lot, text)
        text = said.text
        one = rec.acts[0].truth
        if "status" in one:
            one.pop("status")  # which of two cells wins that both tell a status, is open
        else:
            one["status"] = {"status": said.status}
    return text, [{"period": sketch.period, "evidence": text}]


def _appended(lot: Random, sketch: Sketch) -> tuple[str, list[Truth]]:
    year, month = sketch.meeting.year, sketch.meeting.month
    days = [date(year - 1, month, 1), date(year, month, 1)]
    head = lot.choice(("Update {0}: ", "{0}: ", "{0} – ", "Update {0} - "))
    entries = [(head.format(month_of(day)[0]), words.update(lot), f"{day:%Y-%m}") for day in days]
    truth: list[Truth] = [{"period": period, "evidence": text} for _, text, period in entries]
    if lot.random() < 0.3:  # newest first, as trackers that grow at the top
        entries.reverse()
    return "\n".join(start + text for start, text, _ in entries), truth


def _grade(lot: Random, sketch: Sketch, scale: Scale, rec: Rec) -> None:
    """Draw the grade of a progress update, by the paper's own scale."""
    grade, label, meaning = lot.choice(scale.steps)
    rec.cells["grade"] = f"{grade}{lot.choice(('. ', ' - ', ' – ', ' '))}{label}"
    rec.truth["progress"][-1] |= {"grade": grade, "status": meaning}
