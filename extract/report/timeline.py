"""The timeline of a recommendation as inline SVG: due dates above the line, grades and statuses below.

Colours repeat what shapes and words say, never the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

WIDTH, HEIGHT = 720, 140
_LEFT, _RIGHT, _MIDDLE = 16, 16, 66
# The width of a letter of a label, in units of the picture, and how many labels stand over one another.
_LETTER = 6.2
_LEVELS = 4
Anchor = Literal["start", "middle", "end"]
MarkKind = Literal["due", "revised", "round", "today"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One point in time: what it is, and its label."""

    day: date
    kind: MarkKind
    label: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place: `x` from the left, `y` of its label, from the top."""

    mark: Mark
    x: float
    y: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline ready to be drawn, and the same in words."""

    marks: tuple[Placed, ...]
    years: tuple[tuple[int, float], ...]
    words: str
    width: int = WIDTH
    height: int = HEIGHT
    middle: int = _MIDDLE


def timeline(marks: Sequence[Mark]) -> Timeline | None:
    """Lay marks out on a line; None where fewer than two days are known."""
    ordered = sorted(marks, key=lambda mark: (mark.day, mark.kind))
    if len({mark.day for mark in ordered}) < 2:
        return None
    first, last = ordered[0].day, ordered[-1].day
    scale = (WIDTH - _LEFT - _RIGHT) / (last - first).days

    def across(day: date) -> float:
        return round(_LEFT + (day - first).days * scale, 1)

    years = range(first.year + 1, last.year + 1)
    return Timeline(
        marks=tuple(_placed(ordered, [across(mark.day) for mark in ordered])),
        years=tuple((year, across(date(year, 1, 1))) for year in years),
        words="; ".join(f"{mark.day.isoformat()}: {mark.label}" for mark in ordered),
    )


def _placed(marks: Sequence[Mark], places: Sequence[float]) -> list[Placed]:
    """Set labels above or below the line, each on the first level where no other label stands."""
    taken: dict[tuple[bool, int], float] = {}
    placed = []
    for mark, x in zip(marks, places, strict=True):
        above = mark.kind != "round"
        wide = len(mark.label) * _LETTER
        anchor, start = _anchored(x, wide)
        level = next((one for one in range(_LEVELS) if taken.get((above, one), 0.0) < start), _LEVELS - 1)
        taken[above, level] = start + wide + _LETTER
        y = _MIDDLE - 14 - 14 * level if above else _MIDDLE + 28 + 14 * level
        placed.append(Placed(mark, x, y, anchor))
    return placed


def _anchored(x: float, wide: float) -> tuple[Anchor, float]:
    """Return which end of a label stands at a place so that it stays in the picture, and where it starts."""
    if x - wide / 2 < 0:
        return "start", x
    if x + wide / 2 > WIDTH:
        return "end", x - wide
    return "middle", x - wide / 2
