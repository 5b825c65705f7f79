"""Bullets: dots and dashes before a line, which the engine takes for no print."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from parsers.ocr.engine import Span
from parsers.ocr.picture import Greys, Mask
from parsers.ocr.words import Print, inked

DOT, DASH = "•", "–"
# Where a bullet stands, in parts of the size: before the line, and over its baseline.
_FARTHEST, _NEAREST = 2.6, 0.2
_HIGHEST, _LOWEST = 0.7, 0.02
# How large a dot is, and how round; a disc fills three quarters of its box, a square all of it.
_DOT_SIDES = (0.14, 0.5)
_MAX_OBLONG = 1.5
_MIN_FILLED = 0.65
# How wide and how thick a dash is.
_DASH_WIDE, _DASH_HIGH = (0.25, 1.1), 0.15
# The grain of paper and what is left of a ruling are lighter than ink by this many greys.
_MIN_CONTRAST = 60
# There is no model behind it that could say.
_CONFIDENCE = 0.9


def bullet_before(word: Print, greys: Greys, others: Sequence[Span]) -> Print | None:
    """Return the bullet before the first word of a line; `others` are where other lines stand."""
    size, base = word.size, word.base
    x0, x1 = round(word.span.x0 - _FARTHEST * size), round(word.span.x0 - _NEAREST * size)
    top, bottom = round(base - _HIGHEST * size), round(base - _LOWEST * size)
    room = Span(max(x0, 0), max(top, 0), max(x1, 0), max(bottom, 0))
    around = room.of(greys)
    if around.size == 0 or int(np.median(around)) - int(around.min()) < _MIN_CONTRAST:
        return None
    left, high, right, low = _last_mark(inked(around), round(_NEAREST * size))
    span = Span(room.x0 + left, room.top + high, room.x0 + right, room.top + low)
    filled = float(inked(around)[high:low, left:right].mean())
    text = _shape(filled, (low - high) / size, (right - left) / size)
    if not text or any(_meet(span, other) for other in others):
        return None
    return Print(text, span, base, size, _CONFIDENCE, restored=False)


def _last_mark(ink: Mask, gap: int) -> Span:
    """Return the box of the last ink before a line, with no more than `gap` white columns in it."""
    columns = np.nonzero(ink.any(axis=0))[0]
    breaks = np.nonzero(np.diff(columns) > gap)[0]
    left, right = int(columns[breaks[-1] + 1 if len(breaks) else 0]), int(columns[-1]) + 1
    rows = np.nonzero(ink[:, left:right].any(axis=1))[0]
    return Span(left, int(rows[0]), right, int(rows[-1]) + 1)


def _shape(filled: float, high: float, wide: float) -> str:
    """Name a shape whose sides are given in parts of the size; empty where it is no bullet."""
    least, most = _DOT_SIDES
    if least <= min(high, wide) and max(high, wide) <= most:
        return DOT if max(high, wide) <= _MAX_OBLONG * min(high, wide) and filled >= _MIN_FILLED else ""
    return DASH if high <= _DASH_HIGH and _DASH_WIDE[0] <= wide <= _DASH_WIDE[1] else ""


def _meet(one: Span, other: Span) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom
