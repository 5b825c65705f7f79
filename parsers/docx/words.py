"""Runs -> numbered words, and back from a stretch of characters to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.docx.runs import GLUE, LINE_END, Run
from parsers.model import Place, Text, Word
from parsers.model.words import EMPTY

_WORD = re.compile(rf"[^\s{GLUE}]+")


@dataclass(frozen=True, slots=True)
class Spelled:
    """The words of some runs.

    Attributes:
        text: the words.
        runs: the runs that are shown, each with the offset at which it begins.
        spans: where in the characters of those runs each word stands.
    """

    text: Text
    runs: tuple[tuple[int, Run], ...]
    spans: tuple[tuple[int, int], ...]

    def words(self, start: int, end: int) -> Text:
        """Return the words that hold any of the characters from `start` to `end`."""
        pairs = zip(self.text.words, self.spans, strict=True)
        return Text(tuple(word for word, (begins, ends) in pairs if begins < end and start < ends))

    def strong(self, skipped: int = 0) -> bool:
        """Tell whether all words behind the first `skipped` ones are bold."""
        start = self.spans[skipped][0] if skipped < len(self.spans) else 0
        rest = [run for begins, run in self.runs if run.text.strip() and begins + len(run.text) > start]
        return bool(rest) and all(run.bold for run in rest)


@dataclass(slots=True)
class WordCounter:
    """Gives each word of a paper its number."""

    count: int = 0

    def spell(self, runs: Sequence[Run], place: Place) -> Spelled:
        """Read the shown runs into words that stand at `place`."""
        shown = tuple(_offsets(runs))
        string = "".join(run.text for _, run in shown)
        words: list[Word] = []
        spans: list[tuple[int, int]] = []
        struck = [(at, at + len(run.text)) for at, run in shown if run.struck]
        for start, end in _spans(string, struck):
            before = _before(string[spans[-1][1] : start]) if spans else " "
            through = any(begin <= start < stop for begin, stop in struck)
            words.append(Word(string[start:end], self.count, before, place, through))
            spans.append((start, end))
            self.count += 1
        return Spelled(Text(tuple(words)) if words else EMPTY, shown, tuple(spans))


def _spans(string: str, struck: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where the words stand; what is struck out and what replaces it are two words."""
    ends = sorted({end for span in struck for end in span})
    for found in _WORD.finditer(string):
        start = found.start()
        for end in (*(one for one in ends if start < one < found.end()), found.end()):
            yield start, end
            start = end


def _offsets(runs: Sequence[Run]) -> Iterator[tuple[int, Run]]:
    at = 0
    for run in runs:
        if run.shown:
            yield at, run
            at += len(run.text)


def _before(gap: str) -> str:
    """Return what stands between two words: a line end, nothing where they are set together, a blank."""
    if LINE_END in gap:
        return LINE_END
    return "" if GLUE in gap else " "
