"""Sentences of council papers, put together by lot; none holds a date, an officer or a status of its row."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.support.generator.said import Truth
from tests.support.generator.vocabulary import load
from tests.support.paper_builder import BULLET

_WORDS = load("words")
_MARKS = ("{0})", "({0})", "{0}.")
_ROMAN = ("i", "ii", "iii", "iv")


class Parts(NamedTuple):
    """A text in marked parts: the whole of it, and the parts as the record has them."""

    text: str
    items: list[Truth]


def recommendation(lot: Random, *, long: bool = False) -> str:
    """Draw what a review recommends, a sentence of 8 to 60 words."""
    return _sentence(lot, lot.choice(_WORDS["subjects"]), 26 if long else lot.choice((0, 9, 16)))


def marked_recommendation(lot: Random, *, lines: bool) -> Parts:
    """Draw a recommendation of several lettered or numbered parts, one a line or in one run."""
    mark = lot.choice(_MARKS[: 3 if lines else 2])
    refs = lot.choice(("abcd", _ROMAN))[: lot.randint(2, 4)]
    ends = [lot.choice((";", "", ",")) if lines else ";"] * (len(refs) - 1) + ["."]
    texts = [f"{lot.choice(_WORDS['verbs'])} {lot.choice(_WORDS['objects'])}{end}" for end in ends]
    lead = f"{lot.choice(_WORDS['subjects'])}:"
    items = [f"{mark.format(ref)} {text}" for ref, text in zip(refs, texts, strict=True)]
    truth: list[Truth] = [
        {"ref": ref, "text": {"any_of": [text, text.rstrip(";,")]}}
        for ref, text in zip(refs, texts, strict=True)
    ]
    return Parts(("\n" if lines else " ").join((lead, *items)), truth)


def action(lot: Random, *, long: bool = False) -> str:
    """Draw what a service will do: one sentence, sometimes two or three."""
    count = 3 if long else lot.choice((1, 1, 1, 2))
    return " ".join(_sentence(lot, "", lot.choice((0, 8, 14))) for _ in range(count))


def bulleted(lot: Random) -> str:
    """Draw what a service will do as a list, one entry a line."""
    items = [f"{BULLET}{_sentence(lot, '', 0)}" for _ in range(lot.randint(2, 4))]
    lead = ["The service will:"] if lot.random() < 0.3 else []
    return "\n".join((*lead, *items))


def paragraphs(lot: Random) -> str:
    """Draw what a service will do in two paragraphs."""
    return f"{_sentence(lot, '', 8)}\n{_sentence(lot, '', 8)}"


def update(lot: Random, *, long: bool = False) -> str:
    """Draw what has been done so far."""
    return ". ".join(lot.sample(_WORDS["done"], 3 if long else lot.choice((1, 1, 2)))) + "."


def measure(lot: Random) -> str:
    """Draw how success will be told."""
    return str(lot.choice(_WORDS["measures"])) + lot.choice((".", ""))


def reason(lot: Random) -> str:
    """Draw why a recommendation was accepted, or not."""
    return str(lot.choice(_WORDS["reasons"]))


def comment(lot: Random) -> str:
    """Draw what members or a service remark."""
    return str(lot.choice(_WORDS["comments"]))


def passage(lot: Random) -> str:
    """Draw a paragraph of what stands around the table."""
    return " ".join(lot.sample(_WORDS["passages"], 2))


def _sentence(lot: Random, opener: str, words: int) -> str:
    verb = lot.choice(_WORDS["verbs"])
    parts = [opener, verb] if opener else [verb.capitalize()]
    parts.append(lot.choice(_WORDS["objects"]))
    tails = lot.sample(_WORDS["tails"], len(_WORDS["tails"]))
    while tails and len(" ".join(parts).split()) < words:
        parts.append(tails.pop())
    return " ".join(parts) + "."
