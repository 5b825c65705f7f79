"""Lines through words: words that a paper strikes out, told from words under or between rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from parsers.pdf.content import Box, Drawing, PageContent, Ruling, Token

# A line through words stands this far down their box, in parts of its height; an underline stands lower.
HIGHEST, LOWEST = 0.35, 0.68
# It reaches no further beyond its words than a blank or two, in parts of their size,
OVERHANG = 0.6
# and the words fill this much of it: a rule of a table runs over white.
FILLED = 0.6
# A word is struck where the line covers as much of it.
COVERED = 0.5
# A line that meets one down the page is part of a table.
MEETS = 1.0
# The line ends in a word where it leaves this much of it open on either side, in points.
INSIDE = 1.0


class Lines:
    """The lines across a page that are no part of a grid, by their height."""

    def __init__(self, drawing: Drawing) -> None:
        """Sort the lines once for all words of the page."""
        down = sorted(drawing.down)
        at = [line.at for line in down]
        self._lines = sorted(line for line in drawing.across if not _meets(line, down, at))
        self._levels = [line.at for line in self._lines]

    def __bool__(self) -> bool:
        """Tell whether there are any: few pages have them."""
        return bool(self._lines)

    def through(self, box: Box) -> Sequence[Ruling]:
        """Return the lines that run through the middle of a box, or over some of it."""
        x0, top, x1, bottom = box
        high = bottom - top
        first = bisect_left(self._levels, top + HIGHEST * high)
        last = bisect_right(self._levels, top + LOWEST * high)
        return [line for line in self._lines[first:last] if line.start < x1 and line.end > x0]

    def ends_in(self, token: Token) -> list[float]:
        """Return where a line through a run of characters begins or ends inside it."""
        if not self._lines:
            return []
        ends = (end for line in self.through(token.box) for end in (line.start, line.end))
        return [end for end in ends if token.x0 + INSIDE < end < token.x1 - INSIDE]


def with_strikes(page: PageContent) -> PageContent:
    """Mark the words of a page that are struck through; the lines through them are no rules of a table."""
    lines = Lines(page.drawing)
    if not lines:
        return page
    crossed: dict[Ruling, list[Token]] = {}
    for token in page.tokens:
        for line in () if token.angle else lines.through(token.box):
            crossed.setdefault(line, []).append(token)
    strikes = {line for line, tokens in crossed.items() if _is_strike(line, tokens)}
    if not strikes:
        return page
    struck = {
        token
        for line in strikes
        for token in crossed[line]
        if _covered(line, token) >= COVERED * (token.x1 - token.x0)
    }
    tokens = tuple(token._replace(struck=token in struck) for token in page.tokens)
    across = tuple(line for line in page.drawing.across if line not in strikes)
    return replace(page, tokens=tokens, drawing=replace(page.drawing, across=across))


def _is_strike(line: Ruling, tokens: Sequence[Token]) -> bool:
    """Tell whether a line was drawn for the words that it runs through, and for nothing beside them."""
    over = OVERHANG * max(token.size for token in tokens)
    left, right = min(token.x0 for token in tokens), max(token.x1 for token in tokens)
    if line.start < left - over or line.end > right + over:
        return False
    return sum(_covered(line, token) for token in tokens) >= FILLED * (line.end - line.start)


def _covered(line: Ruling, token: Token) -> float:
    return max(min(line.end, token.x1) - max(line.start, token.x0), 0.0)


def _meets(across: Ruling, down: Sequence[Ruling], at: Sequence[float]) -> bool:
    """Tell whether a line across meets one down the page; `at` says where these, sorted, stand."""
    between = down[bisect_left(at, across.start - MEETS) : bisect_right(at, across.end + MEETS)]
    return any(one.start - MEETS <= across.at <= one.end + MEETS for one in between)
