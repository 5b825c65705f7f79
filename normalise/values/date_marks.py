"""Words of a date column that are no calendar date: durations, recurrences, "Ongoing", "TBC", "Complete"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalise.values import date_words as words


@dataclass(frozen=True, slots=True)
class Mark:
    """One such expression: its place, its role, and for durations the amount and unit letter of ISO 8601."""

    start: int
    end: int
    role: str
    duration: str | None = None
    recurrence: str | None = None
    amount: int = 0
    unit: str = ""
    timed: bool = False  # says when: a duration, a recurrence, "immediately"; a status word does not

    @property
    def relative(self) -> bool:
        """Whether it is a duration, which needs an anchor."""
        return self.timed and self.role == "deadline"


_COUNT = rf"(?:\d{{1,3}}|{words.alternation(words.NUMBERS)})"
_UNIT = r"hour|(?:working\s+|calendar\s+)?day|week|month|year"
_PATTERN = re.compile(
    r"(?<![\w£.-])(?<!\d/)(?:"
    rf"(?P<every>every|each)\s+(?P<en>{_COUNT})(?P<eto>\s*(?:[{words.DASH}]|to|or)\s*{_COUNT})?\s+(?P<eu>day|week|month|year)s?"
    rf"|(?P<tn>{_COUNT})(?:\s+times|\s?x)\s+(?:a|per|each|every)\s+(?:(?P<ty>year|annum)|term)"
    rf"|(?P<rn>{_COUNT})[\s{words.DASH}]*(?P<ru>week|month|year)ly"
    rf"|(?:(?:within|in|over)\s+)?(?:(?:the|a)\s+)?(?:(?:maximum|period)\s+of\s+)?(?:next\s+)?"
    rf"(?P<dn>{_COUNT})(?P<to>\s*(?:[{words.DASH}]|to|or)\s*{_COUNT})?\s+(?P<du>{_UNIT})(?P<plural>s?['’]?)(?:\s+time)?"
    rf"|within\s+an?\s+(?P<au>{_UNIT}|fortnight)"
    rf"|(?P<repeat>{words.alternation(words.RECURRENCES)})"
    rf"|(?P<mark>{words.alternation(words.MARKS)})"
    r")(?![\w'’])",
    re.IGNORECASE,
)
_AGE = re.compile(r"\s*(?:\+|olds?\b|of\s+age)", re.IGNORECASE)
_UNMARKED = re.compile(
    r"\b(?:not|be|when|once|until|if|yet|to|by|partially|partly|part|nearly|almost|mostly|largely|substantially)"
    r"[\s-]+(?:fully\s+)?$|%\s*$",
    re.IGNORECASE,
)
_VERB = re.compile(r"\s+(?!on\b|in\b|at\b|as\b|and\b|since\b|from\b|but\b|for\b|now\b)[a-z]")
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"\b(?:next|first|last|final)\s+$", re.IGNORECASE)  # "the next quarterly report"
_NOUN = re.compile(
    r"\s+(?!(?:and|or|from|in|to|at|until|via|with|by)\b|review|report|update|meeting|basis)[^\W\d_]",
    re.IGNORECASE,
)


def find_marks(text: str) -> list[Mark]:
    """Find the words of a date cell that are no calendar date, in order.

    "To be completed", "complete the review" and "annual plan" are none: a verb, an adjective.
    """
    return [mark for match in _PATTERN.finditer(text) if (mark := _mark(match, text))]


def _mark(match: re.Match[str], text: str) -> Mark | None:
    if match["repeat"]:
        return _repeat(match, text)
    if match["mark"]:
        return _word(match, text)
    if match["tn"]:
        return _times_a_year(match)
    if match["dn"] or match["au"]:
        return _duration(match, text)
    amount, unit = _count(match["en"] or match["rn"]), words.UNITS[(match["eu"] or match["ru"]).lower()]
    return Mark(
        *match.span(), "recurring", recurrence=None if match["eto"] else f"R/P{amount}{unit}", timed=True
    )


def _count(printed: str) -> int:
    return int(printed) if printed.isdecimal() else words.NUMBERS[printed.lower()]


def _fold(printed: str) -> str:
    return " ".join(printed.lower().split())


def _repeat(match: re.Match[str], text: str) -> Mark | None:
    printed = _fold(match["repeat"])
    if printed == "annual" and _NOUN.match(text, match.end()):
        return None
    if _ONE_OF_THEM.search(text, max(0, match.start() - 12), match.start()):
        return None
    return Mark(*match.span(), "recurring", recurrence=words.RECURRENCES[printed] or None, timed=True)


def _times_a_year(match: re.Match[str]) -> Mark:
    """How often in a year; five times has no even interval."""
    count = _count(match["tn"])
    recurrence = f"R/P{12 // count}M" if match["ty"] and count and 12 % count == 0 else None
    return Mark(*match.span(), "recurring", recurrence=recurrence, timed=True)


def _word(match: re.Match[str], text: str) -> Mark | None:
    role = words.MARKS[_fold(match["mark"])]
    if role == "completed":
        if _UNMARKED.search(text, max(0, match.start() - 24), match.start()) or _BY.match(text, match.end()):
            return None
        if _fold(match["mark"]) == "complete" and _VERB.match(text, match.end()):
            return None
    end = match.end() + (text[match.end() : match.end() + 1] == "." and match["mark"][1:2] == ".")
    return Mark(match.start(), end, role, timed=role == "immediate")


def _duration(match: re.Match[str], text: str) -> Mark | None:
    if match["au"]:
        return _amount(match, 1, match["au"])
    amount, unit = _count(match["dn"]), match["du"]
    if _AGE.match(text, match.end()) or (amount != 1 and not match["plural"]):
        return None  # an age; "a 5 year plan"
    if amount == 1 and not match["plural"] and match["dn"].isalpha() and _NOUN.match(text, match.end()):
        return None  # "one day conference"
    return _amount(match, 0 if match["to"] else amount, unit)


def _amount(match: re.Match[str], amount: int, unit: str) -> Mark:
    """The duration; working days, and one amount to another, have no ISO form and keep their words."""
    unit = unit.lower()
    if unit == "fortnight":
        amount, unit = 2, "week"
    letter = words.UNITS.get(unit.removeprefix("calendar").strip(), "")
    if not (amount and letter):
        return Mark(*match.span(), "deadline", timed=True)
    iso = f"PT{amount}H" if letter == "H" else f"P{amount}{letter}"
    return Mark(*match.span(), "deadline", iso, None, amount, letter, timed=True)
