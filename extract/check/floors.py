"""`floors.toml`: the figures that were accepted, below which a check fails.

They may rise. One falls only with a reason, which stays in the file:

    row_exact = 1.0
    words = 1.0

    [f1]
    "recommendations.text" = 1.0

    [[regression]]
    figure = "f1 recommendations.text"
    from = 1.0
    to = 0.98
    reason = "the council changed its template; rule to follow"
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from extract.check.errors import BrokenExpectation, LoweredFloor
from extract.check.score import PaperCheck, by_field, total_words

FLOORS = "floors.toml"
# Figures are kept to four places and compared so: a floor is what a person reads.
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Figures:
    """What a check came to, or the floors of one: shares from 0 to 1.

    Attributes:
        row_exact: recommendations that are right throughout.
        words: words that are accounted for.
        f1: F1 by field.
    """

    row_exact: float = 1.0
    words: float = 1.0
    f1: Mapping[str, float] = field(default_factory=dict)

    def items(self) -> Iterator[tuple[str, float]]:
        """Give each figure with its name."""
        yield "row_exact", self.row_exact
        yield "words", self.words
        for name, value in self.f1.items():
            yield f"f1 {name}", value


@dataclass(frozen=True, slots=True)
class Floors:
    """The figures that were accepted, and why any of them once fell."""

    figures: Figures
    regressions: tuple[Mapping[str, Any], ...] = ()

    def below(self, figures: Figures) -> list[tuple[str, float, float]]:
        """List the figures that are under their floor: name, floor and figure.

        A field that no floor names has the floor 1; one that no paper has any more is at 0.
        """
        floors, found = dict(self.figures.items()), dict(figures.items())
        names = dict.fromkeys((*floors, *found))
        pairs = [(name, floors.get(name, 1.0), found.get(name, 0.0)) for name in names]
        return [(name, floor, figure) for name, floor, figure in pairs if figure < floor]


STRICT = Floors(Figures())


def figures_of(checks: Sequence[PaperCheck]) -> Figures:
    """Sum up the checks of a run, rounded down, so that no figure looks whole that is not."""
    right, rows = (sum(counts) for counts in zip((0, 0), *(check.rows for check in checks), strict=True))
    fields = by_field(one for check in checks for one in check.judgements)
    return Figures(
        row_exact=_down(right / rows if rows else 1.0),
        words=_down(total_words(checks).share),
        f1={name: _down(tally.f1) for name, tally in sorted(fields.items())},
    )


def _down(share: float) -> float:
    scale: int = 10**_PLACES
    return math.floor(share * scale) / scale


def read_floors(path: Path) -> Floors:
    """Read the floors; without a file every figure must be 1.

    Raises:
        BrokenExpectation: the file is no TOML of that shape.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return STRICT
    except (OSError, ValueError) as error:
        raise BrokenExpectation(f"{path.name}: {error}") from error
    fields: Any = held.get("f1", {})
    floors: list[Any] = [held.get("row_exact", 1.0), held.get("words", 1.0)]
    floors += fields.values() if isinstance(fields, dict) else [None]
    if not all(isinstance(floor, int | float) and 0 <= floor <= 1 for floor in floors):
        raise BrokenExpectation(f"{path.name}: every floor is a number from 0 to 1")
    return Floors(Figures(floors[0], floors[1], fields), tuple(held.get("regression", ())))


def pinned(floors: Floors, figures: Figures, reason: str | None) -> Floors:
    """Return the floors that the figures of a run give; reasons that were given before stay.

    Raises:
        LoweredFloor: a floor would fall, and no reason is given.
    """
    lowered = floors.below(figures)
    if lowered and not reason:
        listed = ", ".join(f"{name} from {floor} to {figure}" for name, floor, figure in lowered)
        raise LoweredFloor(f"this would lower {listed}")
    noted = [
        {"figure": name, "from": floor, "to": figure, "reason": reason} for name, floor, figure in lowered
    ]
    return Floors(figures, (*floors.regressions, *noted))


def floors_bytes(floors: Floors) -> bytes:
    """Write floors as TOML."""
    figures = floors.figures
    held: dict[str, Any] = {"row_exact": figures.row_exact, "words": figures.words, "f1": dict(figures.f1)}
    if floors.regressions:
        held["regression"] = list(floors.regressions)
    return tomli_w.dumps(held).encode("utf-8")
