"""Phrases of the lexicon looked up at the head of a text, the longest first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from normalise.text import fold

_WORD = re.compile(r"[\w%]+")
_GAP = re.compile(r"[^\w.;:!?]*")


class Lead(NamedTuple):
    """What the words that lead a text mean, and the offset behind them."""

    status: str
    end: int


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are compared, whatever stands between them."""
    return tuple(_WORD.findall(fold(phrase)))


class Phrases:
    """Phrases and what each of them means.

    Args:
        meanings: phrase -> meaning.
        fillers: words that are passed over inside a phrase, such as "now".
    """

    def __init__(self, meanings: Mapping[str, str], fillers: Collection[str] = ()) -> None:
        """See the class."""
        self._meanings = {words_of(phrase): meaning for phrase, meaning in meanings.items()}
        self._openers = {words[0] for words in self._meanings}
        self._longest = max(map(len, self._meanings))
        self._fillers = frozenset(fillers)

    def lead(self, text: str, start: int = 0) -> Lead | None:
        """Return what the phrase at an offset means; a sentence end parts what no phrase joins."""
        run = list(islice(self._run(text, start), self._longest))
        if not run or run[0][0] not in self._openers:
            return None
        for size in range(len(run), 0, -1):
            meaning = self._meanings.get(tuple(word for word, _ in run[:size]))
            if meaning:
                return Lead(meaning, run[size - 1][1])
        return None

    def _run(self, text: str, start: int) -> Iterator[tuple[str, int]]:
        """Yield the words of one clause, each with the offset behind it."""
        at = None
        for found in _WORD.finditer(text, start):
            if at is not None and not _GAP.fullmatch(text, at, found.start()):
                return
            at = found.end()
            word = fold(found.group())
            if word not in self._fillers:
                yield word, at
