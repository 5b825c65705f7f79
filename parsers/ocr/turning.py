"""Which way up: pages scanned on their side or head, and labels that are printed along a column."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

import numpy as np

from parsers.ocr.engine import Letter, Span, letters_in
from parsers.ocr.picture import Greys

# A line this much higher than wide may be turned; a single figure is as well.
_TALL = 1.5
# The longest lines tell which way up a page is, so many of them.
_ASKED = 3
# Lines the right way up are read with more confidence than this, most others with less.
_CERTAIN = 0.85


def turned(greys: Greys, degrees: int) -> Greys:
    """Turn a picture clockwise."""
    return np.ascontiguousarray(np.rot90(greys, -degrees // 90))


def turn_of(greys: Greys, lines: Sequence[Span]) -> int:
    """Return by how much a page has to be turned clockwise to be read: 0, 90, 180 or 270."""
    if not lines:
        return 0
    tall = [line for line in lines if _is_tall(line)]
    sideways = sum(map(_length, tall)) > sum(map(_length, lines)) / 2
    asked = sorted(tall if sideways else lines, key=_length, reverse=True)[:_ASKED]
    usual, other = (90, 270) if sideways else (0, 180)
    certain = _certainty(greys, asked, usual)
    return usual if certain >= _CERTAIN or certain >= _certainty(greys, asked, other) else other


def upright(line: Greys) -> tuple[int, list[Letter]]:
    """Read a line; return by how much it had to be turned clockwise for it: 0, 90 or 270."""
    letters = letters_in(line)
    high, wide = line.shape
    if high < _TALL * wide or confidence(letters) >= _CERTAIN:
        return 0, letters
    read = [(0, letters), *((turn, letters_in(turned(line, turn))) for turn in (90, 270))]
    return max(read, key=lambda one: confidence(one[1]))


def confidence(letters: Sequence[Letter]) -> float:
    """Return the confidence in a line; 0 where nothing is read."""
    return fmean(letter.confidence for letter in letters) if letters else 0.0


def _certainty(greys: Greys, lines: Sequence[Span], turn: int) -> float:
    return fmean(confidence(letters_in(turned(line.of(greys), turn))) for line in lines)


def _is_tall(line: Span) -> bool:
    return line.bottom - line.top >= _TALL * (line.x1 - line.x0)


def _length(line: Span) -> int:
    return max(line.x1 - line.x0, line.bottom - line.top)
