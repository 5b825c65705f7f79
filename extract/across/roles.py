"""Job titles as sets of words: whether two are one post, or posts of one team."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Literal

from extract.across.names import plain
from normalise.lexicon import load
from normalise.text import fold_label

Agreement = Literal["the same post", "titles that agree", "the same team"]
Words = frozenset[str]

# A title of one word inside a longer one says too little: Manager, and Team Manager of Futures.
FEWEST_WORDS = 2
# The "s" of a shorter word may be its own: "bus", "news".
SHORTEST_PLURAL = 5
KEPT_ROLES = 8192

_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")


@lru_cache(maxsize=KEPT_ROLES)
def role_words(printed: str) -> Words:
    """Return the words of a title that tell the post, each once, abbreviations written out.

    >>> sorted(role_words("Asst. Director for Children's Services"))
    ['assistant', 'children', 'director', 'service']
    """
    words = fold_label(_HYPHEN.sub("", printed).replace("/", " ")).split()
    long = [part for word in words for part in _vocabulary()["short"].get(word, word).split()]
    return frozenset(
        _singular(plain(word)) for word in long if word not in _listed("skipped") and word != "s"
    )


def agreement(one: Words, other: Words) -> Agreement | None:
    """Say how two titles agree; None where they do not, or one is not printed."""
    if not one or not other:
        return None
    if one == other:
        return "the same post" if unit(one) and one & _listed("sole") else "titles that agree"
    less, more = sorted((one, other), key=len)
    if less < more and len(less) >= FEWEST_WORDS:
        return "titles that agree"
    less, more = sorted((unit(one), unit(other)), key=len)
    return "the same team" if less and less <= more else None


def unit(words: Words) -> Words:
    """Return the words of a title that name what it is for, ranks left out."""
    return words - _listed("ranks")


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) >= SHORTEST_PLURAL and word[-2] != "s" else word


@cache
def _vocabulary() -> dict[str, Any]:
    roles: dict[str, Any] = load("identity")["roles"]
    return roles


@cache
def _listed(name: str) -> frozenset[str]:
    """Return a list of words, as titles have them."""
    return frozenset(form for word in _vocabulary()[name].split() for form in (word, _singular(plain(word))))
