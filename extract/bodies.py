"""Names of councils and committees as letterheads and titles print them."""

from __future__ import annotations

import re

from normalise.lexicon import load
from normalise.text import fold

# A letterhead line is short; a longer one that names a committee is prose.
MAX_LETTERHEAD_WORDS = 12
_NO_COMMITTEE = re.compile(
    r"\b(?:action plan|review of|report|update|response|tracker|log|recommendations?|minutes|progress"
    r"|monitoring|inquiry|task|summary|actions?|action points?|meetings|schedule)\b"
)
_NO_COUNCIL = re.compile(
    r"\b(?:meeting|report|committee|cabinet|panel|plan|actions?|reviews?|motions?|tracker|update|log|response)\b"
)
# "Cyngor Sir Dyffryn Teifi" is the name of a council in Welsh, "cyngor i rieni" advice.
_WELSH_COUNCIL = re.compile(r"(?:Cyngor|CYNGOR)(?:\s+(?:[^\W\da-z][\w'’-]*|yr?|ar|a)){1,6}")
_WELSH_BODY = re.compile(r"cyngor\b|pwyllgor\b")
# Words of English and Welsh names that keep their small letter: Stoke-on-Trent, Llanfair-ym-Muallt.
_SMALL = frozenset(
    {"of", "on", "upon", "the", "and", "in", "by", "le", "under", "with", "y", "yr", "yn", "ym", "ar", "a"}
)


def council_name(text: str) -> str:
    """Join the lines of a name; one in capitals is title-cased, of two languages the English half stays."""
    text = _english_half(text)
    words = text.split()
    if not text.isupper():
        return " ".join(words)
    return " ".join(_cased(word, first=at == 0) for at, word in enumerate(words))


def _english_half(text: str) -> str:
    """Return the English half of a name in two languages: "Cyngor Sir Môn / Anglesey County Council"."""
    halves = [half.strip() for half in re.split(r"\s[/|–—-]\s", text)]
    english = [half for half in halves if not fold(half).startswith("cyngor")]
    return english[0] if len(halves) == 2 and len(english) == 1 else text


def _cased(word: str, *, first: bool) -> str:
    parts = re.split(r"(-|')", word.lower())
    cased = [
        part if part in _SMALL and not (first and at == 0) else part.capitalize()
        for at, part in enumerate(parts)
    ]
    return re.sub(r"'S\b", "'s", "".join(cased))


def in_welsh(name: str) -> bool:
    """Tell whether the name of a council or committee is a Welsh one."""
    return _WELSH_BODY.match(fold(name)) is not None


def is_council(text: str) -> bool:
    """Tell whether a line is the name of a council."""
    text = _english_half(text)
    if _WELSH_COUNCIL.fullmatch(text.strip()):
        return True
    lexicon, words = load("cover")["council"], fold(text)
    if len(words.split()) > 8 or any(other in words for other in lexicon["not_council"]):
        return False
    named = words.endswith(
        (" council", " authority", " corporation", " metropolitan borough", " london borough")
    )
    borough = re.match(r"(?:(?:(?:london|royal|metropolitan) )?borough|city|county) of \w+", words)
    placed = set(words.split()) - set(lexicon["called"].split())
    return bool(placed) and (named or bool(borough)) and not _NO_COUNCIL.search(words)


def is_committee(text: str) -> bool:
    """Tell whether a line is the name of a committee."""
    words = fold(text)
    if len(words.split()) > MAX_LETTERHEAD_WORDS or re.search(r"[.:;!?]$", words):
        return False
    if _NO_COMMITTEE.search(words) or words.count("(") != words.count(")"):
        return False
    names = "|".join(map(re.escape, load("cover")["council"]["committee_words"]))
    return bool(re.search(rf"\b(?:{names})$|^(?:{names})\b", words))
