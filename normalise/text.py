"""What the end and the beginning of a text tell, and how parts of one text are joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Set
from functools import cache
from typing import NamedTuple

from normalise.lexicon import load
from normalise.wordlist import frequency, is_english
from parsers.model import Text, Word
from parsers.model.words import join

_QUOTES = str.maketrans("‘’‚‛“”„‟–—‑‐−", "''''\"\"\"\"-----")
_NOT_WORD = re.compile(r"[^\w&%£#/+]+|_")
# A sentence is finished by a full stop, ! ? or a closing quote (contract, Rows).
_FINISHED = re.compile(r"(?:[.!?…][\"'’”)\]]*|[’”\"'])\s*$")
_POSSESSIVE = re.compile(r"[A-Za-z]s[’']\s*$")
_OPENING_QUOTE = re.compile(r"(?:^|[\s(])[‘'“\"]\w")
_MARK = re.compile(r"(?:[•●▪◦·‣➢*–-]|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)])\s")
_HYPHEN = re.compile(r"(?<=[A-Za-z])[-‐‑]$")
_NUMBER_HYPHEN = re.compile(r"\d[-‐‑]$")
# Two words that make a third are that word where it is so common: "within" has 180,000, "subregion" 50.
COMMON = 5000
# Fewer repeated words than this at a break are chance ("that that"), not a reprint.
MIN_REPRINT = 2


def fold(text: str) -> str:
    """Fold what does not matter when texts are compared: case, quotes, dashes, blanks, width."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(text.casefold().split())


def fold_label(text: str) -> str:
    """Fold a label to its words: lower case, punctuation gone, "&" read as "and"."""
    return " ".join(_NOT_WORD.sub(" ", fold(text).replace("&", " and ")).split())


def slug(text: str, length: int | None = None) -> str:
    """Return NFKD ASCII in lower case, other runs turned into "-"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].strip("-")


def is_finished(text: str) -> bool:
    """Tell whether text ends with a full stop, ! ? or a closing quote; "the schools'" is no quotation."""
    possessive = _POSSESSIVE.search(text)
    return bool(_FINISHED.search(text)) and not (possessive and not _OPENING_QUOTE.search(text))


def vocabulary_of(words: Iterable[Word]) -> Set[str]:
    """Return the folded words of a paper, each once."""
    printed = {word.text for word in words}
    return frozenset(text.casefold().strip(".,;:!?()'\"“”‘’") for text in printed)


class Joined(NamedTuple):
    """Two parts of one text joined.

    Attributes:
        text: the whole.
        reprinted: words of the second part that repeat the end of the first; left out.
        repaired: whether a word cut in two was made whole.
    """

    text: Text
    reprinted: Text = Text()
    repaired: bool = False


def join_parts(
    above: Text, below: Text, vocabulary: Set[str] = frozenset(), separator: str | None = None
) -> Joined:
    """Join the parts of a text that a page end cut.

    One blank where the first part stops in mid-sentence, else a new paragraph;
    a hyphen at the break is resolved; words printed twice by the break are kept
    once (contract, Rows).  `vocabulary` holds the folded words of the paper and
    decides what a word cut in two was; `separator` overrides the first rule.
    """
    if not above or not below:
        return Joined(above or below)
    overlap = _reprinted(above, below)
    if overlap:
        reprinted, below = Text(below.words[:overlap]), Text(below.words[overlap:])
        if not below:
            return Joined(above, reprinted)
        return Joined(join((above, below), " "), reprinted)
    glued = whole_word(above.words[-1].text, below.words[0].text, vocabulary)
    if glued is not None:
        first = above.words[-1]._replace(text=glued[0])
        return Joined(join((Text((*above.words[:-1], first)), below), ""), repaired=True)
    if separator is None:
        separator = "\n" if _opens_paragraph(str(above), str(below)) else " "
    return Joined(join((above, below), separator))


def _opens_paragraph(above: str, below: str) -> bool:
    return is_finished(above) or above.rstrip().endswith(":") or bool(_MARK.match(below))


def _reprinted(above: Text, below: Text) -> int:
    """Count the words at the head of `below` that print the end of `above` again.

    Words that stand in either part a second time are the paper's own repetition.
    """
    head = [fold(word.text) for word in below.words]
    tail = [fold(word.text) for word in above.words]
    if head == tail:
        return len(head)
    for count in range(min(len(head), len(tail)), MIN_REPRINT - 1, -1):
        again = head[:count]
        if tail[-count:] == again:
            return 0 if _holds(tail[:-1], again) or _holds(head[1:], again) else count
    return 0


def _holds(words: list[str], run: list[str]) -> bool:
    """Tell whether words hold a run of words."""
    return any(words[at : at + len(run)] == run for at in range(len(words) - len(run) + 1))


def whole_word(first: str, second: str, vocabulary: Set[str]) -> tuple[str] | None:
    """Return the first part of a word cut in two as it is to be glued on, None for two words.

    The paper's own words decide: the form it prints elsewhere is taken.  Where it
    prints neither, a hyphen stays.
    """
    if _NUMBER_HYPHEN.search(first) and second[:1].isdigit():
        return (first,)
    tail = re.match(r"[A-Za-z'’]+", second)
    if not tail:
        return None
    end = tail.group().casefold()
    hyphen = _HYPHEN.search(first)
    if hyphen:
        bare = first[: hyphen.start()]
        part = re.split(r"[^A-Za-z'’]", bare)[-1]
        begin, named = part.casefold(), part[:1].isupper()
        if f"{begin}-{end}" in vocabulary:
            return (first,)
        return (bare,) if is_one_word(begin, end, vocabulary, named=named) else (first,)
    begin = re.split(r"[^A-Za-z'’]", first)[-1].casefold()
    if not (first[-1:].isalpha() and second[:1].islower()) or _is_word(end):
        return None
    return (first,) if begin + end in vocabulary or is_english(begin + end) else None


def _is_word(text: str) -> bool:
    """Tell an English word; of single letters only "a" and "i" are."""
    return is_english(text) if len(text) > 1 else text in {"a", "i"}


def is_one_word(begin: str, end: str, vocabulary: Set[str], *, named: bool = False) -> bool:
    """Tell whether "begin-" / "end" at a line end is one word without its hyphen.

    The paper's own words first, then an English word list: "accom-" / "modation"
    is one of its words, "with-" / "in" a common one; what else is made of two words,
    "sub-" / "region", keeps its hyphen, unless it is `named` with a capital: "Den-" / "mark".
    A printer leaves no single letter behind: "e-" / "mail" prints its hyphen.
    """
    if len(begin) < 2:
        return False
    if begin + end in vocabulary:
        return True
    if begin in _hyphened():
        return False
    compound = not named and _is_word(begin) and _is_word(end)
    return frequency(begin + end) >= (COMMON if compound else 1)


@cache
def _hyphened() -> frozenset[str]:
    """Return the first parts that print a hyphen: "co-ordinate", "well-being"."""
    return frozenset(load("sentences")["hyphened"].split())
