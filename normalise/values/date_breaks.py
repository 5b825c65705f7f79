"""Dates cut by the end of a row or page: does a text stop inside a date, does the next go on with it."""

from __future__ import annotations

import re

from normalise.values import date_words as words
from normalise.values.date_grammar import find_dates
from normalise.values.date_items import items_of
from normalise.values.date_joins import Found

_KINDS = frozenset({"by", "from", "start", "end", "week", "week_ending", "part"})
_CUES = [phrase for phrase, kind in words.BEFORE.items() if kind in _KINDS]
_ENDS_IN_CUE = re.compile(
    rf"(?<![\w{words.DASH}])(?:{words.alternation(_CUES)})(?:\s+the)?\s*$", re.IGNORECASE
)
_ENDS_IN_DAY = re.compile(
    rf"(?:^|\b(?:{words.alternation(words.WEEKDAYS)}|by|on|the|from|before|until|of)\s+)\d{{1,2}}\s*$"
    r"|\b\d{1,2}\s?(?:st|nd|rd|th)(?:\s+of)?\s*$",
    re.IGNORECASE,
)
_ENDS_IN_FIGURES = re.compile(r"(?:^|\s)\d{1,2}[./]\d{1,2}[./]\s*$|(?:19|20)\d\d\s*/\s*$")
_GOES_ON = re.compile(rf"\s*(?:[{words.DASH}/&,]|and|to|or)\s*$", re.IGNORECASE)


def stops_unfinished(text: str) -> bool:
    """Whether the words of a date cell end inside a date, or may: "31 October", "and 5 by", "April", "31st".

    A date with its year is finished; a date without may go on with one.
    """
    stripped = text.rstrip()
    if not stripped:
        return False
    if any(pattern.search(stripped) for pattern in (_ENDS_IN_CUE, _ENDS_IN_DAY, _ENDS_IN_FIGURES)):
        return True
    found = find_dates(stripped)
    if not found:
        return False
    rest = stripped[found[-1].end :]
    return not (rest.strip(" .") or found[-1].dated) or bool(rest and _GOES_ON.fullmatch(rest))


def continues_date(above: str, below: str) -> bool:
    """Whether `below` goes on with the date that `above` stops in.

    True where a date of the joined text, with its cue words, lies on both sides: "31 October" + "2021", "and
    minimum of 5 by" + "April 2023". Two whole dates ("April 2022" + "October 2022") stay apart.
    """
    if not above.strip() or not below.strip() or not (stops_unfinished(above) or _starts_inside(below)):
        return False
    joined = f"{above.rstrip()}{' ' if _starts_inside(below) else chr(10)}{below.lstrip()}"
    cut = len(above.rstrip())
    items = items_of(joined, find_dates(joined), ())
    return any(item.start < cut < item.end and item.found and _has_value(item.found) for item in items)


def _has_value(found: Found) -> bool:
    return found.dated and found.real


def _starts_inside(below: str) -> bool:
    return bool(re.match(rf"\s*(?:[{words.DASH}/]|to\b|until\b|onwards\b)", below, re.IGNORECASE))
