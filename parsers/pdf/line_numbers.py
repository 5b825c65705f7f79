"""Numbers of lines, which papers for consultation print in the margin: no words of the lines beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf.columns import COLUMN_GAP
from parsers.pdf.content import Token

# So many numbers in a margin that count up by one step are no chance.
FEWEST = 5
# They keep that step but where lines of a header are numbered too.
MOSTLY = 0.8
# Numbers of one margin end within so many points of each other.
ALIGNED = 2.0
# Numbers of one line are as level as this, in parts of their size.
LEVEL = 0.6


@dataclass(slots=True)
class LineNumbers:
    """Finds the numbers of lines page by page; a page may hold few, and go on with those before it."""

    _edge: float | None = None
    _last: int = 0

    def of(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens of a page that number its lines, from the top."""
        numbers = _in_margin(tokens)
        found = self._going_on(numbers) or self._begun(numbers, tokens)
        if found:
            self._edge, self._last = found[-1].x1, int(found[-1].text)
        return found

    def _going_on(self, numbers: Sequence[Token]) -> list[Token]:
        """Return numbers that stand where those before them do and count on, or from one again."""
        found = [one for one in numbers if self._edge is not None and abs(one.x1 - self._edge) < ALIGNED]
        return found if {"1", str(self._last + 1)} & {one.text for one in found} else []

    def _begun(self, numbers: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
        """Return numbers that are enough by themselves, those of a header beside them.

        References of rows count up as well; a line number stands before the middle of
        a sentence as often as not, unless only each fifth line has one.
        """
        for found in _aligned(numbers):
            steps = [int(below.text) - int(above.text) for above, below in pairwise(found)]
            step = max(set(steps), key=steps.count, default=0)
            told = step > 1 or any(_stands_in_sentence(one, tokens) for one in found)
            if step > 0 and told and steps.count(step) >= max(FEWEST - 1, MOSTLY * len(steps)):
                return found
        return []


def _aligned(numbers: Sequence[Token]) -> list[list[Token]]:
    """Gather numbers that end at one place, each from the top."""
    groups: list[list[Token]] = []
    for one in sorted(numbers, key=lambda token: token.x1):
        if not groups or one.x1 - groups[-1][0].x1 > ALIGNED:
            groups.append([])
        groups[-1].append(one)
    return [sorted(group, key=lambda token: token.bottom) for group in groups]


def _in_margin(tokens: Sequence[Token]) -> list[Token]:
    """Return the numbers left of all that is no number."""
    upright = [token for token in tokens if not token.angle]
    left = min((token.x0 for token in upright if not token.text.isdecimal()), default=0.0)
    numbers = (token for token in upright if token.text.isdecimal() and len(token.text) < 5)
    return sorted((one for one in numbers if one.x1 <= left), key=lambda one: one.bottom)


def _stands_in_sentence(number: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether the text beside a number begins in lower case and is one line, and no row of cells."""
    beside = sorted(
        (
            token
            for token in tokens
            if token.x0 > number.x1 and abs(token.bottom - number.bottom) < LEVEL * number.size
        ),
        key=lambda token: token.x0,
    )
    apart = (right.x0 - left.x1 > COLUMN_GAP * right.size for left, right in pairwise(beside))
    return bool(beside) and beside[0].text[:1].islower() and not any(apart)
