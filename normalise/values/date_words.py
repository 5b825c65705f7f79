"""The date vocabulary of `lexicon/dates.toml`, shaped for the grammar and the readers. Loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from normalise.lexicon import load

_RAW: dict[str, Any] = load("dates")

DASH = r"\-‐‑‒–—−"  # the inside of a character class: hyphens, dashes, minus


def alternation(words: Iterable[str]) -> str:
    """A regex body that matches any of the words, the longest first, blanks stretching."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _kinds(section: str) -> dict[str, str]:
    return {word: kind for kind, words in _RAW[section].items() for word in words}


_TEXT: dict[str, list[str]] = _RAW["text"]

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_RAW["months"]["names"], start=1) for name in names
}
NEEDS_NUMBER = frozenset(_RAW["months"]["needs_number"])
ALSO_VERBS = frozenset(_RAW["months"]["also_verbs"])
NEVER_BARE = frozenset(_RAW["months"]["never_bare"])
WEEKDAYS: list[str] = _RAW["weekdays"]["names"]
SEASONS: dict[str, list[int]] = _RAW["seasons"]
TERMS: dict[str, list[int]] = _RAW["terms"]
NUMBERS: dict[str, int] = _RAW["numbers"]
ORDINALS: dict[str, int] = _RAW["ordinals"]
BEFORE = _kinds("before")
AFTER = _kinds("after")
MOVES = [phrase for phrase, kind in BEFORE.items() if kind == "superseded" and phrase.endswith(" from")]
MARKS = _kinds("marks")
RECURRENCES: dict[str, str] = _RAW["recurrences"]
UNITS: dict[str, str] = _RAW["units"]
COMPARATORS = {word: sign for sign, words in _RAW["comparators"].items() for word in words}
STAGES: list[str] = _RAW["stages"]["words"]
LABELS: list[str] = _RAW["labels"]["words"]
NUMBERED: list[str] = _RAW["labels"]["numbered"]
NEVER_PAIRS = frozenset(_RAW["labels"]["never_pairs"])
FEASTS: list[str] = _RAW["events"]["feasts"]
OF_SEASONS: list[str] = _RAW["events"]["of_seasons"]
MAY_FOLLOW = frozenset(_TEXT["may_follow"]) | MONTHS.keys()
LEAD_YEAR = frozenset(_TEXT["lead_year"])
NOTHING = frozenset(_TEXT["nothing"])
STATUS: list[str] = _TEXT["status"]
EVENT: list[str] = _TEXT["event"]
HEAD_WORDS: list[str] = _TEXT["head_words"]
PAST_VERBS: list[str] = _TEXT["past_verbs"]
PAST_IRREGULAR: list[str] = _TEXT["past_irregular"]
TOLD_VERBS: list[str] = _TEXT["told_verbs"]
FUTURE_VERBS: list[str] = _TEXT["future_verbs"]
ACTION_CUES = frozenset(_TEXT["action_cues"])
DANGLING: list[str] = _TEXT["dangling"]
