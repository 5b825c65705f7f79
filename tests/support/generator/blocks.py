"""Progress reports made of blocks: a small table of labels and values for each recommendation."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.support.generator import words
from tests.support.generator.date_forms import month_of
from tests.support.generator.grades import Scale
from tests.support.generator.records import recommendation
from tests.support.generator.said import Truth
from tests.support.generator.sketch import Rec, Sketch
from tests.support.paper_builder import Column, MadeCell, MadeTable

_LABELS = {
    "officer": ("Responsibility:", "Lead Officer:", "Responsible Officer:"),
    "due": ("Date:", "Target Date:", "Timescale:"),
    "action": ("Agreed Action:", "Action:", "Action to be taken:"),
    "success": ("Agreed Success Measure:", "Success Measure:", "Success Criteria:"),
}
BLOCK_ROLES = ("recommendation", *_LABELS)
_COLUMNS = (Column("", 1.3), Column("", 3.4))


def blocks(lot: Random, sketch: Sketch, scale: Scale, count: int) -> tuple[list[MadeTable], list[Truth]]:
    """Draw so many recommendations as blocks, with one to three rounds of progress each."""
    labels = {role: lot.choice(choices) for role, choices in _LABELS.items()}
    rounds = _rounds(lot, sketch.meeting)
    tables, truth = [], []
    for at in range(count):
        rec = recommendation(lot, sketch, str(at + 1), 1)
        rows = [(f"Recommendation {at + 1}:", rec.cells["recommendation"])]
        rows += [(label, rec.acts[0].cells[role]) for role, label in labels.items()]
        for day in rounds[: lot.randint(1, len(rounds))]:
            rows += _round(lot, scale, day, rec)
        tables.append(MadeTable(_COLUMNS, tuple((MadeCell(label), MadeCell(value)) for label, value in rows)))
        truth.append(rec.record())
    return tables, truth


def _rounds(lot: Random, last: date) -> list[date]:
    """Return the months of the rounds, half a year apart, the first one first."""
    count = lot.randint(1, 3)
    months = [last.year * 12 + last.month - 1 - 6 * back for back in range(count)]
    return [date(month // 12, month % 12 + 1, 1) for month in reversed(months)]


def _round(lot: Random, scale: Scale, day: date, rec: Rec) -> list[tuple[str, str]]:
    """Draw a round, add it to the record, and return its rows."""
    month, period = month_of(day)
    grade, label, meaning = lot.choice(scale.steps)
    evidence = words.update(lot)
    explanation = words.reason(lot) if lot.random() < 0.3 else ""
    impact = words.measure(lot) if lot.random() < 0.7 else ""
    rec.truth["progress"].append(
        {
            "period": period,
            "evidence": evidence,
            "grade": grade,
            "status": meaning,
            "explanation": explanation,
            "impact": impact,
        }
    )
    return [
        (f"Evidence of Progress ({month}):", evidence),
        (f"Assessment of Progress ({month}):", f"{grade}. {label} {explanation}".strip()),
        (f"Evidence of Impact ({month}):", impact),
    ]
