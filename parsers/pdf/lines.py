"""Tokens -> lines -> texts: reading order, and which line ends are the printer's alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise, repeat
from statistics import median
from sys import intern

from parsers.model import Place, Text, Word
from parsers.model.words import WRAP
from parsers.pdf.content import Box, Token, union
from parsers.pdf.turns import page_box, turned

# Tokens stand on one line where their baselines differ by less than this part of their size,
# a superscript beside larger print by less than the second.
LEVEL = 0.45
RAISED = 0.65
# What is this much nearer than a blank, in parts of the size, is set onto the token before it.
GLUED = 0.12
# A line end is the writer's where the next word would have fitted with this much to spare, in
# parts of its size: ink is narrower than the room that a printer counts.
SPARE = 0.3
# A gap between lines this much over the usual one parts paragraphs, in parts of the size.
PARAGRAPH_GAP = 0.2
BLANK = 0.25
# A word is cut where it fills its line but for less than a letter.
CUT = 0.8
# A bullet stands apart from its text and belongs to it.
BULLETS = frozenset("•●▪◦·‣➢➤✓\uf0b7\uf0a7")
# A line that ends so ends a sentence or a clause of a list.
CLAUSE_END = re.compile(r"[.!?:;][\"'’”)]*$")
# A line that begins so behind a whole sentence begins anew: "Lead officer: …".
_LABEL = re.compile(r"[A-Z][^:.;!?]{1,48}:(?:\s|$)")
_ENDS = re.compile(r"[.!?][\"'’”)]*$")
_MARK = re.compile(
    r"(?:[•●▪◦·‣➢➤✓\uf0b7\uf0a7–o-]|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$"
)


# What `Word._make` does, without a call of Python's own for each word of a pack; each text is kept
# once, however often it is printed.
_as_word: Callable[[tuple[str, int, str, Place, bool]], Word] = partial(tuple.__new__, Word)


@dataclass(slots=True)
class Line:
    """Tokens on one baseline, from the left.

    `base` is the bottom of its largest tokens; `bold` says whether all of it is.
    """

    tokens: list[Token]
    base: float = field(init=False)
    size: float = field(init=False)
    box: Box = field(init=False)
    text: str = field(init=False)
    bold: bool = field(init=False)

    def __post_init__(self) -> None:
        """Measure the line once; most lines of prose are one token."""
        if len(self.tokens) == 1:
            only = self.tokens[0]
            self.size, self.base, self.box = only.size, only.bottom, only[1:5]
            self.text, self.bold = only.text, only.bold
            return
        self.tokens.sort(key=lambda token: token.x0)
        self.size = max(token.size for token in self.tokens)
        self.base = median(token.bottom for token in self.tokens if token.size >= 0.8 * self.size)
        self.box = union([token[1:5] for token in self.tokens])
        self.text = " ".join([token.text for token in self.tokens])
        self.bold = all(token.bold for token in self.tokens if any(map(str.isalnum, token.text)))


def lines_of(tokens: Iterable[Token]) -> list[Line]:
    """Gather tokens to lines: upright ones from the top, then those that are turned, as they are read."""
    by_angle: dict[int, list[Token]] = {}
    for token in tokens:
        by_angle.setdefault(token.angle, []).append(_as_read(token))
    return [line for angle in sorted(by_angle) for line in _level_lines(by_angle[angle])]


def tokens_of(lines: Iterable[Line]) -> list[Token]:
    """Return the tokens of lines as they stand among upright ones; the way back from `lines_of`."""
    return [_back(token) if token.angle else token for line in lines for token in line.tokens]


def _back(token: Token) -> Token:
    x0, top, x1, bottom = on_page(token)
    return token._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def upright_only(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are not turned against their page."""
    return [line for line in lines if not line.tokens[0].angle]


def _as_read(token: Token) -> Token:
    """Return a turned token as its reader sees it; it keeps its angle, which leads back to the page."""
    return turned(token, token.angle)._replace(angle=token.angle) if token.angle else token


def on_page(token: Token) -> Box:
    """Return where a token of a line stands among upright ones."""
    return page_box(token.box, token.angle)


def _level_lines(tokens: Iterable[Token]) -> list[Line]:
    rows: list[list[Token]] = []
    levels: list[tuple[float, float]] = []
    for token in sorted(tokens, key=lambda one: (round(one.bottom, 1), one.x0)):
        at = _row_of(token, levels)
        if at is None:
            rows.append([token])
            levels.append((token.bottom, token.size))
        else:
            rows[at].append(token)
            if token.size > levels[at][1]:
                levels[at] = (token.bottom, token.size)
    return sorted((Line(row) for row in rows), key=lambda line: (line.base, line.box[0]))


def _row_of(token: Token, levels: Sequence[tuple[float, float]]) -> int | None:
    """Return the newest row on whose level a token stands."""
    for at in range(len(levels) - 1, max(len(levels) - 4, -1), -1):
        bottom, size = levels[at]
        low, high = sorted((size, token.size))
        if abs(token.bottom - bottom) < (RAISED if low < 0.8 * high else LEVEL) * high:
            return at
    return None


class Setter:
    """Makes texts of lines; numbers the words of the paper.

    A line end is kept where the writer made it; where the printer only ran out of
    room the words are parted by a blank, or by `WRAP` where a word may be cut in two.
    `turn` is how far the page is turned that is being read.
    """

    def __init__(self) -> None:
        """Begin with the first word."""
        self.turn = 0
        self._number = 0

    def text(self, lines: Sequence[Line], place: Place, right: float, gap: float) -> Text:
        """Return the text of lines that may reach to `right` and stand `gap` apart inside a paragraph.

        Its words stand in `place`.
        """
        words: list[Word] = []
        for at, line in enumerate(lines):
            before = line_end(lines[at - 1], line, right, gap) if at else " "
            there = place if place.line is None else place._replace(line=place.line + at)
            for token, separator in zip(line.tokens, _separators(line, before), strict=True):
                words += self._words(token, separator, there._replace(bbox=self.placed(on_page(token))))
        return Text(tuple(words))

    def placed(self, box: Box) -> Box:
        """Return where a box stands on the visible page, in hundredths of a point."""
        x0, top, x1, bottom = page_box(box, self.turn)
        return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)

    def _words(self, token: Token, before: str, place: Place) -> list[Word]:
        """Make the words of a token; those of a whole line stand in the place of the line."""
        texts = list(map(intern, token.text.split()))
        numbers = range(self._number, self._number + len(texts))
        self._number += len(texts)
        return list(
            map(
                _as_word,
                zip(texts, numbers, chain((before,), repeat(" ")), repeat(place), repeat(token.struck)),
            )
        )


def _separators(line: Line, before: str) -> list[str]:
    """Return what stands before each token: `before` the line, blanks, nothing before a superscript."""
    found = [before]
    for left, token in zip(line.tokens, line.tokens[1:], strict=False):
        found.append("" if _is_glued(left, token) else " ")
    return found


def _is_glued(left: Token, token: Token) -> bool:
    """Tell whether a token is set onto the one before it: an ordinal's superscript, a change of font.

    What is struck out and what replaces it are two words.
    """
    gap = token.x0 - left.x1
    if gap > GLUED * max(left.size, token.size) or gap < -0.5 * token.size or left.struck != token.struck:
        return False
    note = token.size < 0.8 * left.size and token.text.isdecimal() and left.text[-1:].isalpha()
    return not note


def usual_gap(lines: Sequence[Line]) -> float:
    """Return the distance between baselines that most lines keep, in parts of their size; 0 for one line."""
    gaps = [(below.base - above.base) / max(below.size, 1.0) for above, below in pairwise(lines)]
    return min((gap for gap in gaps if gap > 0.5), default=0.0)


def line_end(above: Line, below: Line, right: float, gap: float) -> str:
    """Tell what parts two lines: a line end of the writer's, a blank, or `WRAP`."""
    if (below.base - above.base) / max(below.size, 1.0) > gap + PARAGRAPH_GAP:
        return "\n"
    last, first = above.tokens[-1], below.tokens[0]
    if last.text.endswith(("-", "‐")) and len(last.text) > 1:
        return WRAP
    if _LABEL.match(below.text) and _ENDS.search(above.text):
        return "\n"
    if _MARK.match(below.tokens[0].text) and len(below.tokens) > 1:
        return "\n"
    if fits(above, first, right):
        return "\n"
    if not last.text[-1:].isalnum() or first.text[:1] in "./@":
        return WRAP
    alone = len(above.tokens) == 1 and right - last.x1 < CUT * last.size
    return WRAP if alone and last.text[-1:].isalnum() else " "


def fits(above: Line, word: Token, right: float) -> bool:
    """Tell whether a word would have fitted on the line above it."""
    room = right - above.box[2]
    wide = word.x1 - word.x0
    return room > (BLANK + SPARE) * word.size + wide
