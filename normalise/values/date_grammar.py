"""The grammar of dates as council papers print them: text -> calendar points with their places.

The forms are in `date_forms`, what they mean in `date_points`. Here a text is searched for them, what only
looks like one is passed over, and neighbours are joined to ranges and lists ("September to December 2014",
"April and October 2022").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from normalise.values import date_words as words
from normalise.values.date_forms import DATE
from normalise.values.date_joins import Found, join
from normalise.values.date_points import BUILDERS, Parts
from normalise.values.month_slips import slipped_month
from normalise.values.periods import Point

_RUNS_ON = re.compile(r"\s+([a-z][\w'’]*)|\s?%")
_END_OF = re.compile(r"\bend\s+of\s+$", re.IGNORECASE)
_WEB_SIGNS = ("www.", "://", "@")
_WEB = re.compile(r"\S*(?:://|www\.|@)\S*")
# "Rec. 6" numbers a recommendation; "… the recommendation. 6 November" ends a sentence.
_NUMBERED = re.compile(
    rf"\b(?:{words.alternation(words.NUMBERED)})\b(?:(?<!\w{{5}})\.)?[\s:#]*(?:nos?\b[\s.:]*)?$",
    re.IGNORECASE,
)
_NUMBERED_FORMS = frozenset({"days", "dmy", "fy", "figures_my", "day_pair", "year"})
_FIRST_WORD = re.compile(r"\w+")

_LONGEST_LABEL = 24  # characters before a number that are searched for what it numbers
MOST_DATES = 300  # of one text; the fullest cell read has nine


def find_dates(text: str, known: date | None = None) -> list[Found]:
    """Find the date expressions of a text, in order, ranges and lists joined.

    Args:
        text: Any text; offsets of the result refer to it.
        known: The paper's date, for the century of two-digit years.

    Returns:
        Points and spans, yearless ones and days that no calendar has among them.
    """
    web = [match.span() for match in _WEB.finditer(text)] if any(sign in text for sign in _WEB_SIGNS) else []
    found: list[Found] = []
    for match in islice(_matches(text), MOST_DATES):
        if not any(start <= match.start() < end for start, end in web):
            found += _read(match, known)
    return join(text, found) if len(found) > 1 else found


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every match that stands as a date; behind one that does not, the search goes on in it."""
    at = 0
    while match := DATE.search(text, at):
        if _stands(match, text):
            yield match
            at = match.end()
        else:
            first = _FIRST_WORD.match(text, match.start())
            at = first.end() if first else match.end()


def _read(match: re.Match[str], known: date | None) -> list[Found]:
    parts = Parts(match, known)
    start, end, form = match.start(), match.end(), parts.form
    points = BUILDERS[form](parts)
    form = "pair" if form == "fy" and parts.get("f") else form
    if not points:
        return []
    if len(points) == 1:
        return [Found(start, end, form, points[0])]
    if form == "days" and not _is_span(parts.get("g") or "", points):
        cut = match.end("days_e")
        return [Found(start, cut, form, points[0]), Found(match.start("days_d"), end, form, points[1])]
    return [Found(start, end, form, points[0], points[1])]


def _is_span(glue: str, points: list[Point]) -> bool:
    return glue.strip() not in (",", "and", "&", "/") or points[1].day == points[0].day + 1


def _stands(match: re.Match[str], text: str) -> bool:
    """Whether the words are a date here: "may be", "2000 homes", "9/10 people", "minute 12/22" are none."""
    form, start, end = match.lastgroup, match.start(), match.end()
    if form == "month":
        return _month_stands(match, text)
    if form in ("slip", "day_slip"):
        return slipped_month(match[f"{form}_m"]) is not None
    if form == "season" and match.group().isalpha():
        return _runs_on(text, end) is None
    if form == "year_end":
        named = match["year_end_t"] or match["year_end_u"]
        return bool(named or _END_OF.search(text, max(0, start - 12), start))
    if form in _NUMBERED_FORMS and _NUMBERED.search(text, max(0, start - _LONGEST_LABEL), start):
        return False
    if form == "year":
        return _previous_word(text, start) in words.LEAD_YEAR or _runs_on(text, end) is None
    if (form == "fy" and match["fy_f"]) or form == "day_pair":
        return _runs_on(text, end) is None and match.group() not in words.NEVER_PAIRS
    return True


def _month_stands(match: re.Match[str], text: str) -> bool:
    printed = match.group()
    name = printed.lower()
    if name in words.NEVER_BARE or (printed.islower() and name in words.NEEDS_NUMBER | words.ALSO_VERBS):
        return False
    return name not in words.ALSO_VERBS or _runs_on(text, match.end()) is None


def _runs_on(text: str, end: int) -> re.Match[str] | None:
    """The lower-case word after `end` that makes the words before it a count, an adjective or a verb."""
    follows = _RUNS_ON.match(text, end)
    return follows if follows and (follows[1] or "") not in words.MAY_FOLLOW else None


def _previous_word(text: str, start: int) -> str:
    before = text[max(0, start - 20) : start].rstrip(" \t\n-–—").lower()
    return before[len(before.rstrip("abcdefghijklmnopqrstuvwxyz")) :]
