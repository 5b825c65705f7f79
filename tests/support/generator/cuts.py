"""Rows cut by a page end: in one cell or in several, in mid-sentence."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_MIN_CUT = 14  # words of a cell that a page end may cut


def cut(row: Sequence[str], lot: Random, *, several: bool) -> tuple[list[str], list[str]] | None:
    """Cut a row in its longest cell, or in each long cell; the rest has no reference."""
    longest = sorted(range(len(row)), key=lambda at: -len(row[at]))
    first, rest = list(row), [""] * len(row)
    for column in longest[: len(row) if several else 1]:
        places = _places(row[column])
        if places:
            words, at = row[column].split(" "), lot.choice(places)
            first[column], rest[column] = " ".join(words[:at]), " ".join(words[at:])
    return (first, rest) if any(rest) else None


def _places(text: str) -> list[int]:
    """Return before which words of a cell a page may end: inside its sentences."""
    words = text.split(" ")
    if len(words) < _MIN_CUT or "\n" in text:
        return []
    return [at for at in range(4, len(words) - 4) if words[at - 1][-1:].isalpha() and words[at][:1].islower()]
