"""Dates and marks of a text on their way to values: in print order, with their cue words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from normalise.values.date_cues import cues_around
from normalise.values.date_joins import Found
from normalise.values.date_marks import Mark
from normalise.values.date_targets import Target

Spans = Sequence[tuple[int, int]]  # stretches of a text, from where to where


@dataclass(slots=True)
class Item:
    """A date or a mark on its way to a DateValue; `start` and `end` grow with the words that belong to it."""

    start: int
    end: int
    found: Found | None = None
    mark: Mark | None = None
    kinds: set[str] = field(default_factory=set)
    role: str | None = None
    target: Target | None = None
    open: bool = False

    @property
    def yearless(self) -> bool:
        """Whether it is a date whose year is not printed."""
        return self.found is not None and not self.found.dated


@dataclass(frozen=True, slots=True)
class Reading:
    """Text, the paper's date, the role, basis; `tight` in running text; what is struck."""

    text: str
    known: date | None
    role: str | None
    basis: str
    tight: bool = False
    struck: Spans = ()


def items_of(text: str, found: Iterable[Found], marks: Iterable[Mark]) -> list[Item]:
    """Put dates and marks in print order, without marks inside dates, and read the cue words of each date."""
    dates = [Item(one.start, one.end, found=one) for one in found]
    items = dates + [
        Item(mark.start, mark.end, mark=mark)
        for mark in marks
        if not any(one.start < mark.end and mark.start < one.end for one in dates)
    ]
    items.sort(key=lambda item: item.start)
    for index in reversed(
        range(len(items))
    ):  # words between two dates belong to the second, so it comes first
        item = items[index]
        if item.found is None:
            continue
        after = items[index + 1] if index + 1 < len(items) else None
        floor = items[index - 1].end if index else 0
        ceiling = after.start if after and after.found else len(text)
        cues = cues_around(text, (item.start, item.end), floor, ceiling)
        item.start, item.end, item.kinds = cues.start, cues.end, cues.kinds
        if "from" in item.kinds and item.found.last is None:
            item.kinds.add("start")  # "from April to June 2022" is a span and starts nothing else
    return [item for item in items if item.found or not _swallowed(item, items)]


def _swallowed(item: Item, items: list[Item]) -> bool:
    """Whether a mark's words became the cue words of a date: "March 2025 and ongoing"."""
    return any(other.found and other.start <= item.start < other.end for other in items)
