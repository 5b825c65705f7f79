"""References as papers write them: what is printed, and what the record has."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple


class Ref(NamedTuple):
    """A reference as its cell prints it, and as the record has it."""

    printed: str
    ref: str


Count = Callable[[int], Ref]


def _same(text: str) -> Ref:
    return Ref(text, text)


_COLUMN: tuple[Count, ...] = (
    lambda at: _same(str(at)),
    lambda at: _same(str(at)),
    lambda at: Ref(f"{at}.", str(at)),
    lambda at: _same(f"R{at}"),
    lambda at: _same(chr(ord("A") + at - 1)),
    lambda at: _same(f"SC{at + 17}"),
    lambda at: Ref(f"Recommendation {at}", str(at)),
    lambda at: Ref(f"{chr(ord('a') + at - 1)})", chr(ord("a") + at - 1)),
    lambda at: _same(f"21 BCFU {at + 6:02}"),
    lambda at: _same(f"H&S {at:02}"),
    lambda at: _same(f"SR (25/26) {at:02}"),
    lambda at: Ref(f"Rec {at}", str(at)),
)
_HEADS: tuple[Count, ...] = (
    lambda at: Ref(f"Recommendation {at}: ", str(at)),
    lambda at: Ref(f"{at}. ", str(at)),
    lambda at: Ref(f"R{at}: ", f"R{at}"),
    lambda at: Ref(f"{at}) ", str(at)),
)


def column(lot: Random) -> Count:
    """Draw how a column counts."""
    return lot.choice(_COLUMN)


def heads(lot: Random) -> Count:
    """Draw how recommendations count that begin with their references."""
    return lot.choice(_HEADS)
