"""Papers without a table of records: labelled lines under each recommendation, or a small table under it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.support.generator.labels import labels
from tests.support.generator.layout import lay_out
from tests.support.generator.records import recommendation
from tests.support.generator.said import Truth
from tests.support.generator.sketch import Rec, Sketch
from tests.support.paper_builder import Column, MadeTable, Prose

LINE_ROLES = ("recommendation", "decision", "action", "officer", "due")
UNDER_ROLES = ("recommendation", "action", "officer", "due")
_LABELS = {
    "decision": ("Response", "Cabinet response", "Decision"),
    "action": ("Action", "Agreed action", "Proposed action"),
    "officer": ("Lead officer", "Responsible officer", "Lead"),
    "due": ("Timescale", "Target date", "By when", "Deadline"),
}
_WIDTHS = {"action": 4.0, "officer": 2.0, "due": 2.0}
# How a recommendation is headed, and whether its text stands on the same line.
_HEADS: tuple[tuple[str, bool], ...] = (
    ("Recommendation {0}: ", True),
    ("{0}. ", True),
    ("Recommendation {0}", False),
)
Made = tuple[list[Prose | MadeTable], list[Truth]]


def lines(lot: Random, sketch: Sketch, count: int) -> Made:
    """Draw recommendations with their facts as labelled lines below."""
    named = {role: lot.choice(choices) for role, choices in _LABELS.items()}

    def below(rec: Rec) -> list[Prose | MadeTable]:
        cells = rec.cells | rec.acts[0].cells
        return [Prose(f"{label}: {cells[role]}") for role, label in named.items()]

    return _headed(lot, sketch, count, lot.choice(_HEADS), below)


def small_tables(lot: Random, sketch: Sketch, count: int) -> Made:
    """Draw recommendations with a small table of their actions below each."""
    roles = sketch.roles[1:]
    named = labels(lot, sketch, {})
    columns = tuple(Column(named[role], _WIDTHS[role]) for role in roles)
    of_actions = Sketch(sketch.meeting, roles, sketch.nuisances, None, sketch.dated)

    def below(rec: Rec) -> list[Prose | MadeTable]:
        return [MadeTable(columns, tuple(lay_out(lot, of_actions, [rec]).rows))]

    return _headed(lot, sketch, count, lot.choice((_HEADS[0], _HEADS[2])), below)


def _headed(
    lot: Random,
    sketch: Sketch,
    count: int,
    head: tuple[str, bool],
    below: Callable[[Rec], list[Prose | MadeTable]],
) -> Made:
    form, joined = head
    blocks: list[Prose | MadeTable] = []
    truth = []
    for at in range(1, count + 1):
        actions = lot.randint(1, 3) if sketch.roles == UNDER_ROLES else 1
        rec = recommendation(lot, sketch, str(at), actions)
        opening, text = form.format(at), rec.cells["recommendation"]
        blocks += (
            [Prose(opening + text, strong=True)] if joined else [Prose(opening, strong=True), Prose(text)]
        )
        blocks += below(rec)
        truth.append(rec.record())
    return blocks, truth
