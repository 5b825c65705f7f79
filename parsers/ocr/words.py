"""The letters of a line and its ink -> words with tight boxes; the ink gives back lost blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import NamedTuple

import numpy as np

from parsers.ocr.engine import Letter, Span
from parsers.ocr.picture import Greys, Mask

# Ink is nearer to the darkest of a line than to its paper by this share of the way.
_INKED = 0.45
# A row or column of a line with fewer dark pixels holds noise alone.
_MIN_ROW, _MIN_COLUMN = 2, 1
# Blanks leave a quarter of the size white or more, letters of one word no more than a fifth.
_BLANK = 0.23
# A scanner spreads ink by half a pixel on each side.
_SPREAD = 1
# How far letters reach over and under the baseline, in parts of the size: between Arial, the highest
# of the usual fonts, and Calibri, the lowest.
_CAPITAL, _T, _SMALL, _DEEP, _TAIL = 0.68, 0.62, 0.49, 0.21, 0.14
_TALL_SMALL = frozenset("bdfhijkl£€$&%?!")
_DEEP_LETTERS = frozenset("gjpqy()[]{}@|")
_TAILED = frozenset(",;")


@dataclass(frozen=True, slots=True)
class Print:
    """A word as it stands in the picture, in pixels.

    Attributes:
        text: its letters.
        span: the box of its ink.
        base: where its line stands.
        size: of the font of its line.
        confidence: that of its least certain letter.
        restored: whether ink alone parts it from the word before or behind it.
    """

    text: str
    span: Span
    base: float
    size: float
    confidence: float
    restored: bool

    def moved(self, x: int, y: int) -> Print:
        """Return the word in the picture that its line was cut out of."""
        span = Span(self.span.x0 + x, self.span.top + y, self.span.x1 + x, self.span.bottom + y)
        return replace(self, span=span, base=self.base + y)


class _Piece(NamedTuple):
    """Letters and the columns of ink that they fill; `joined` where the engine saw no blank before."""

    letters: tuple[Letter, ...]
    start: int
    end: int
    joined: bool


def words_of(letters: Sequence[Letter], line: Greys) -> list[Print]:
    """Make the words of the picture of a line; places are those in it."""
    ink = inked(line)
    rows = _band(ink)
    ink = ink[rows]
    if not letters or not ink.any():
        return []
    pieces = _pieces(letters, _islands(ink, _gap(ink, letters)), ink)
    boxes = [_tight(piece, ink) for piece in pieces]
    size, base = _measured(pieces, boxes)
    words = []
    for at, (piece, (top, bottom)) in enumerate(zip(pieces, boxes, strict=True)):
        text = "".join(letter.text for letter in piece.letters)
        certain = min(letter.confidence for letter in piece.letters)
        restored = piece.joined or (at + 1 < len(pieces) and pieces[at + 1].joined)
        span = Span(piece.start, top, piece.end, bottom)
        words.append(Print(text, span, base, size, certain, restored).moved(0, rows.start))
    return words


def inked(line: Greys) -> Mask:
    """Tell the ink of a line from its paper, which may be dark and the ink white."""
    paper, darkest, lightest = (float(value) for value in np.percentile(line, (50, 1, 99)))
    if lightest - paper > paper - darkest:
        return line > paper + _INKED * (lightest - paper)
    return line < paper - _INKED * (paper - darkest)


def _band(ink: Mask) -> slice:
    """Return the rows of a line: the block of rows around the fullest, without what hangs in from others."""
    full = ink.sum(axis=1)
    peak = int(full.argmax())
    empty = np.nonzero(full < _MIN_ROW)[0]
    above, below = empty[empty < peak], empty[empty > peak]
    top = int(above[-1]) + 1 if len(above) else 0
    bottom = int(below[0]) if len(below) else len(full)
    return slice(top, bottom)


def _gap(ink: Mask, letters: Sequence[Letter]) -> int:
    """Return how many white columns letters of one word may leave between them."""
    return max(int(_BLANK * len(ink) / _reach("".join(letter.text for letter in letters))), 2)


def _islands(ink: Mask, gap: int) -> list[tuple[int, int]]:
    """Return the runs of columns that hold ink, joined over gaps up to `gap`."""
    columns = np.nonzero(ink.sum(axis=0) >= _MIN_COLUMN)[0]
    breaks = np.nonzero(np.diff(columns) - 1 > gap)[0]
    starts, ends = columns[np.r_[0, breaks + 1]], columns[np.r_[breaks, len(columns) - 1]] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _pieces(letters: Sequence[Letter], islands: list[tuple[int, int]], ink: Mask) -> list[_Piece]:
    """Part letters where the engine saw a blank, and where the ink leaves one."""
    wide = ink.shape[1]
    at = _settled(letters, [_nearest(letter.x * wide, islands) for letter in letters])
    groups: list[list[int]] = []
    for number, letter in enumerate(letters):
        if number == 0 or letter.parted or at[number] != at[number - 1]:
            groups.append([])
        groups[-1].append(number)
    pieces = []
    for group in groups:
        start, end = islands[at[group[0]]]
        if group[0] and at[group[0] - 1] == at[group[0]]:
            start = _white(ink, letters[group[0] - 1].x * wide, letters[group[0]].x * wide, 1)
        if group[-1] + 1 < len(letters) and at[group[-1] + 1] == at[group[-1]]:
            end = _white(ink, letters[group[-1]].x * wide, letters[group[-1] + 1].x * wide, 0)
        joined = bool(group[0]) and not letters[group[0]].parted
        pieces.append(_Piece(tuple(letters[number] for number in group), start, max(end, start + 1), joined))
    return pieces


def _nearest(x: float, islands: list[tuple[int, int]]) -> int:
    return min(range(len(islands)), key=lambda at: max(islands[at][0] - x, x - islands[at][1], 0.0))


def _settled(letters: Sequence[Letter], at: list[int]) -> list[int]:
    """Put whole words where most of their letters stand, if blanks and islands are as many."""
    words = sum(letter.parted for letter in letters) + 1
    if words != max(at) + 1 or len(set(at)) != words:
        return at
    found, word = [], 0
    for letter in letters:
        word += letter.parted
        found.append(word)
    return found


def _white(ink: Mask, left: float, right: float, side: int) -> int:
    """Return where the widest white between two letters begins, or with `side` 1 where it ends."""
    start, end = int(left), max(int(right), int(left) + 1)
    empty = np.nonzero(~ink[:, start:end].any(axis=0))[0]
    if len(empty) == 0:
        return (start + end) // 2 + side
    runs = np.split(empty, np.nonzero(np.diff(empty) > 1)[0] + 1)
    widest = max(runs, key=len)
    return start + int(widest[-1]) + 1 if side else start + int(widest[0])


def _tight(piece: _Piece, ink: Mask) -> tuple[int, int]:
    """Return the first row of a piece's ink and the one behind its last."""
    rows = np.nonzero(ink[:, piece.start : piece.end].any(axis=1))[0]
    return (int(rows[0]), int(rows[-1]) + 1) if len(rows) else (0, len(ink))


def _measured(pieces: Sequence[_Piece], boxes: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Return size and baseline of a line, as most of its words tell them."""
    sizes, bases = [], []
    for piece, (top, bottom) in zip(pieces, boxes, strict=True):
        text = "".join(letter.text for letter in piece.letters)
        if any(map(str.isalnum, text)):
            size = (bottom - top - _SPREAD) / _reach(text)
            sizes.append(size)
            bases.append(bottom - _SPREAD / 2 - size * _depth(text))
    if not sizes:
        return float(boxes[0][1] - boxes[0][0]), float(boxes[0][1])
    return median(sizes), median(bases)


def _reach(text: str) -> float:
    """Return how high the ink of a text is, in parts of its size."""
    tall = any(one.isupper() or one.isdigit() or one in _TALL_SMALL for one in text)
    high = _CAPITAL if tall else _T if "t" in text else _SMALL
    return high + _depth(text)


def _depth(text: str) -> float:
    """Return how far the ink of a text hangs under its baseline."""
    if _DEEP_LETTERS & set(text):
        return _DEEP
    return _TAIL if _TAILED & set(text) else 0.0
