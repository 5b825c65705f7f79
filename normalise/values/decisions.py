"""The executive's answer to a recommendation: decision word and reason."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from normalise.lexicon import load
from normalise.text import fold

# A decision word stands in the first few words of the answer, or the answer is prose.
MAX_LEAD_WORDS = 4


class DecisionReading(NamedTuple):
    """A decision and the offset of what follows it."""

    status: str
    end: int


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    lexicon = load("decisions")
    names = {_spelled(p): name for name, phrases in lexicon["decision"].items() for p in phrases}
    phrases = "|".join(
        r"[^a-z]+".join(map(re.escape, phrase.split())) for phrase in sorted(names, key=len, reverse=True)
    )
    lead = "|".join(map(re.escape, lexicon["lead"]["words"]))
    opening = rf"\W*(?:(?:{lead})\b[^\w]*){{0,{MAX_LEAD_WORDS}}}"
    return re.compile(rf"{opening}({phrases})(?![\w-])", re.IGNORECASE), names


def read_decision(text: str) -> DecisionReading | None:
    """Read the decision word at the head of an answer; None where there is none."""
    pattern, names = _pattern()
    found = pattern.match(text)
    return DecisionReading(names[_spelled(found.group(1))], found.end()) if found else None


def _spelled(words: str) -> str:
    """Return the words of a phrase as the lexicon spells them, whatever stands between them."""
    return " ".join(re.findall(r"[a-z]+", fold(words)))


def reason_of(text: str, end: int) -> str | None:
    """Return what follows the decision word, its separator cut off."""
    reason = re.sub(r"^[\s.,:;–—-]+", "", text[end:])
    return reason.strip() or None
