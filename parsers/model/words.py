"""Words that know where they stand, and texts made of them.

A word keeps its number in the paper through every cut and join, so that the
word ledger can say of each occurrence where it went.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple


class Place(NamedTuple):
    """Where words stand in the source; positions count from 1.

    `bbox` is `(x0, top, x1, bottom)` in points from the top left of the visible page.
    """

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    bbox: tuple[float, float, float, float] | None = None


NOWHERE = Place()
# Stands before a word whose line only ran out of room: the word above may be cut in two.
WRAP = "\v"


class Word(NamedTuple):
    """One run of non-blank characters.

    Attributes:
        text: the characters, markup and entities decoded.
        number: place of the word in the paper, from 0; its identity in the ledger.
        before: what stands between it and the word before: a blank, a line end,
            `WRAP` where a page reader cannot tell more, or nothing where a
            superscript is set onto the word.
        place: where it stands.
        struck: whether it is struck through.
    """

    text: str
    number: int
    before: str
    place: Place
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words with its string; lines are parted by a line end.

    Two texts are equal when their words are: the same characters at the same
    places of the same paper.
    """

    words: tuple[Word, ...] = ()
    string: str = field(init=False, compare=False)
    offsets: tuple[int, ...] = field(init=False, compare=False, repr=False, default=())

    def __post_init__(self) -> None:
        """Spell the words out once; every reader asks for the string."""
        spelled = "".join([word.before + word.text for word in self.words])
        object.__setattr__(self, "string", spelled[len(self.words[0].before) :] if self.words else "")

    def __str__(self) -> str:
        """Give the words with their blanks and line ends."""
        return self.string

    def __bool__(self) -> bool:
        """Tell whether there is any word."""
        return bool(self.words)

    def cut(self, start: int, end: int | None = None) -> Text:
        """Return the part between two character offsets of the string.

        A word cut in two stands, with the same number, in both parts.
        """
        end = len(self.string) if end is None else end
        starts = self._starts()
        kept: list[Word] = []
        for at in range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)):
            word = self.words[at]
            low, high = max(start - starts[at], 0), min(end - starts[at], len(word.text))
            if low < high:
                kept.append(word if high - low == len(word.text) else word._replace(text=word.text[low:high]))
        return Text(tuple(kept))

    def _starts(self) -> tuple[int, ...]:
        """Return the offset at which each word begins, counted once."""
        if len(self.offsets) != len(self.words):
            lengths = [0, *(len(word.text) for word in self.words)]
            gaps = [0, *(len(word.before) for word in self.words[1:])]
            begins = tuple(accumulate(length + gap for length, gap in zip(lengths, gaps, strict=False)))
            object.__setattr__(self, "offsets", begins)
        return self.offsets

    def lines(self) -> tuple[Text, ...]:
        """Return the lines of the text, each a text of its own."""
        if self.words and "\n" not in self.string:
            return (self,)
        groups: list[list[Word]] = []
        for word in self.words:
            if not groups or word.before == "\n":
                groups.append([])
            groups[-1].append(word)
        return tuple(Text(tuple(group)) for group in groups)

    def unwrapped(self) -> Text:
        """Return the text as one line, line ends turned into blanks."""
        if "\n" not in self.string:
            return self
        return Text(tuple(w._replace(before=" ") if w.before == "\n" else w for w in self.words))

    def struck(self) -> tuple[tuple[int, int], ...]:
        """Return from where to where in the string each word that is struck through stands."""
        if not any(word.struck for word in self.words):
            return ()
        pairs = zip(self._starts(), self.words, strict=True)
        return tuple((start, start + len(word.text)) for start, word in pairs if word.struck)

    def standing(self) -> Text:
        """Return the text without words that are struck through; all of it where each of them is."""
        words = tuple(word for word in self.words if not word.struck)
        return self if len(words) in {0, len(self.words)} else Text(words)

    def places(self) -> tuple[Place, ...]:
        """Return the places of the words, each once, in order."""
        return tuple(dict.fromkeys(word.place for word in self.words))

    @property
    def place(self) -> Place | None:
        """Where the first word stands."""
        return self.words[0].place if self.words else None


EMPTY = Text()


def join(parts: Iterable[Text], separator: str) -> Text:
    """Join texts with `separator` (a blank, a line end or nothing) between them."""
    filled = [part for part in parts if part.words]
    if len(filled) == 1:
        return filled[0]
    words: list[Word] = []
    for part in filled:
        words += part.words
        if part is not filled[0]:
            first = len(words) - len(part.words)
            words[first] = words[first]._replace(before=separator)
    return Text(tuple(words))
