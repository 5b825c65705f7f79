"""Words that a line end cut in two, made whole again, for readers of pages.

A reader marks with `WRAP` where a line only ran out of room and a word may be
cut; the paper's own words and an English word list say what the word was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import pairwise

from normalise.text import vocabulary_of, whole_word
from normalise.unfinished import open_words
from normalise.wordlist import frequency, is_english
from parsers.model import Block, Layout, Table, Text, Word
from parsers.model.words import WRAP, join

# Words shorter than this fit into the narrowest columns; two of them are two words,
MIN_CUT = 9
# unless the whole is so many times as common as its end by itself: "accept" over "ed".
COMMONER = 2
_FIRST = re.compile(r"[a-z]+")
_LAST = re.compile(r"[A-Za-z]+$")
# Printers end lines behind the signs of dates, numbers and addresses: "31/10/" over "2021".
_CUT_AT_SIGN = re.compile(
    r"\d/\v\d|\d,\v\d{3}\b|\b\d{1,2}([/.])\d{1,2}\1(?:\d\v\d|\d{3}\v\d|\d\v\d{3}|20\v\d\d)(?!\d)|(?:www\.|://|@)\S*[/.@?=&-]\v\w|(?:www\.|://|@)\S*\v[./@?=&]\w"
)
# A reference that fills its cell and is cut at its slashes: "HSG/2024/" over "07".
_CUT_CODE = re.compile(r"(?=[^a-z]*\d)[A-Z0-9]+(?:(?:/\v?|\v/\v?)[A-Z0-9]+)+")
_HYPHENS = ("-", "‐", "‑")


def mended(layout: Layout) -> Layout:
    """Return a layout in which no line end stands inside a word."""
    if not any(word.before == WRAP for word in layout.words()):
        return layout
    vocabulary = vocabulary_of(layout.words()) | _hyphenated(layout)
    return replace(layout, blocks=tuple(_block(block, vocabulary) for block in layout.blocks))


def _hyphenated(layout: Layout) -> Set[str]:
    """Return the words that the printer of a paper cut at line ends, where it did so at all.

    "accom-" is no word: a hyphen behind it is the printer's, and so may others be.
    """
    words = list(layout.words())
    pairs = [
        (begin.group().casefold(), end.group())
        for first, second in pairwise(words)
        if second.before == WRAP and first.text[-1:] in _HYPHENS
        if (begin := _LAST.search(first.text[:-1])) and (end := _FIRST.match(second.text))
    ]
    whole = {begin + end for begin, end in pairs if is_english(begin + end)}
    cut = any(begin + end in whole and not is_english(begin) for begin, end in pairs)
    return frozenset(whole) if cut else frozenset()


def _block(block: Block, vocabulary: Set[str]) -> Block:
    if isinstance(block, Table):
        return replace(
            block,
            cells=tuple(replace(cell, text=_text(cell.text, vocabulary)) for cell in block.cells),
        )
    return replace(block, text=_text(block.text, vocabulary))


def _text(text: Text, vocabulary: Set[str]) -> Text:
    if not any(word.before == WRAP for word in text.words):
        return text
    if _CUT_CODE.fullmatch(
        "".join((word.before if at else "") + word.text for at, word in enumerate(text.words))
    ):
        return join((Text((word,)) for word in text.words), "")
    return Text(tuple(_words(text, vocabulary)))


def _words(text: Text, vocabulary: Set[str]) -> Iterator[Word]:
    held: Word | None = None
    for word in text.words:
        if held is not None:
            if word.before == WRAP:
                first = _first_part(held.text, word.text, vocabulary)
                word = word._replace(before=" " if first is None else "")
                held = held if first is None else held._replace(text=first)
            yield held
        held = word
    if held is not None:
        yield held


def _first_part(first: str, second: str, vocabulary: Set[str]) -> str | None:
    """Return the part before a line end as it is glued to the next, None where two words stand there."""
    found = whole_word(first, second, vocabulary)
    if found:
        return found[0]
    if first[-1:] in _HYPHENS:  # "2020-" / "21": a hyphen holds what it joins; alone it is a dash
        return first if len(first) > 1 else None
    if _CUT_AT_SIGN.search(f"{first}\v{second}"):
        return first
    begin, end = _LAST.search(first), _FIRST.match(second)
    if not begin or not end:
        return None
    return first if _is_whole(begin.group().casefold(), end.group()) else None


def _is_whole(begin: str, end: str) -> bool:
    """Tell whether two parts are one English word; "ineducation" is rare beside the word after "in"."""
    whole = begin + end
    if not is_english(whole):
        return False
    if len(whole) < MIN_CUT:
        return begin not in open_words() and frequency(whole) >= COMMONER * frequency(end)
    return begin not in open_words() or frequency(whole) >= frequency(end)
