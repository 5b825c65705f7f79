"""Ticked priorities on a cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from normalise.cells import RawRow, width_used
from normalise.elements import PriorityTable, Tick
from normalise.lexicon import load
from normalise.text import fold, fold_label
from parsers.model import Text
from parsers.model.words import EMPTY, join

_AIMS = re.compile(
    r"\b(?:priorit\w+|aims?|objectives?|ambitions?|outcomes?|themes?|pledges?|council plan|corporate plan)\b",
    re.IGNORECASE,
)

# A longer line is a paragraph and asks nothing.
MAX_QUESTION = 300


@cache
def _ticks() -> tuple[frozenset[str], frozenset[str]]:
    ticks = load("cover")["ticks"]
    return frozenset(map(fold, ticks["yes"])), frozenset(map(fold, ticks["no"]))


@cache
def _labels() -> frozenset[str]:
    return frozenset(load("cover")["labels"]["priorities"])


def is_priorities_label(text: str) -> bool:
    """Tell whether a label or heading announces the council's priorities."""
    words = fold_label(text)
    return words in _labels() or (
        len(words.split()) <= 8 and words.endswith(("priorities", "objectives", "priority"))
    )


def announces_priorities(text: str) -> bool:
    """Tell whether a line over a table asks which of the council's aims a report serves."""
    if len(text) > MAX_QUESTION:
        return False
    return is_priorities_label(text) or (len(text.split()) <= 25 and bool(_AIMS.search(text)))


def read_priorities(rows: Sequence[RawRow], heading: str = "") -> PriorityTable | None:
    """Read a table of priorities with a tick column; None where it is none.

    The label stands in the first cell or over the table; the ticks stand in the
    last column or the first.
    """
    width = width_used(rows)
    first = str(rows[0].cells[0]) if rows and rows[0].cells else ""
    if width not in (2, 3) or not (announces_priorities(first) or announces_priorities(heading)):
        return None
    labelled = announces_priorities(first) and (
        width == 3 or not rows[0].cells[1] or not _tick(rows[0].cells[1])
    )
    body = rows[1:] if labelled and (width == 2 or not rows[0].cells[1]) else rows
    columns = range(1 if labelled and width == 3 else 0, width)
    for tick in (columns[-1], columns[0]):
        texts = [at for at in columns if at != tick]
        if (
            len(texts) == 1
            and all(_tick(row.cells[tick]) for row in body)
            and any(row.cells[tick] for row in body)
        ):
            label = (
                join(filter(None, rows[0].cells if body is not rows else rows[0].cells[:1]), " ")
                if labelled
                else EMPTY
            )
            return PriorityTable(
                label, tuple(_read(row, texts[0], tick) for row in body if row.cells[texts[0]])
            )
    return None


def _tick(cell: Text) -> bool:
    yes, no = _ticks()
    return fold(str(cell)) in yes | no


def _read(row: RawRow, text: int, tick: int) -> Tick:
    return Tick(row.cells[text], row.cells[tick], fold(str(row.cells[tick])) in _ticks()[0])


def is_selected(mark: str) -> bool:
    """Tell whether a printed sign is a tick."""
    return fold(mark) in _ticks()[0]
