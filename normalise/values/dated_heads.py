"""Periods of updates: dates in column labels, and dated heads inside an update cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from normalise.values import date_words as words
from normalise.values.date_forms import LOOSE_FORMS, SLIP_FORMS
from normalise.values.date_grammar import find_dates
from normalise.values.date_joins import Found
from normalise.values.periods import Period, period_of


class LabelPeriod(NamedTuple):
    """A label without its date; the date as EDTF and as printed, None where the label has none."""

    label: str
    period: str | None
    period_label: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an update cell.

    Attributes:
        start: Where the body starts in the text, behind the head.
        end: Where the body ends.
        period: EDTF of the head's date; None without a head, or where the head has no year.
        period_label: The head as printed, without bullet, brackets and colon.
    """

    start: int
    end: int
    period: str | None
    period_label: str | None


_OPENING = f" \t\n:,({words.DASH}[".replace("\\", "")
_CLOSING = f" \t\n:,)]{words.DASH}".replace("\\", "")
_APRIL = 4  # where a financial year begins
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_DANGLING = re.compile(rf"(?:^|[\s(\[]+)(?:{words.alternation(words.DANGLING)})$", re.IGNORECASE)


def read_period(text: str, *, known: date | None = None) -> LabelPeriod:
    """Take the date out of a label: "Evidence of Progress (November 2023)", "Progress achieved in 08/09".

    Of several dates the last counts. A date without a year stays in the label.

    Args:
        text: The label.
        known: The paper's date, for the century of two-digit years.
    """
    found = [one for one in find_dates(text, known) if one.dated and one.real and one.form not in SLIP_FORMS]
    if not found or (period := period_of(found[-1].first, found[-1].last)) is None:
        return LabelPeriod(_folded(text), None, None)
    date_found = found[-1]
    if _SINCE.search(text, 0, date_found.start):
        return LabelPeriod(_folded(text), None, None)  # when the round began, not when it is told
    before = text[: date_found.start].rstrip(_OPENING)
    while match := _DANGLING.search(before):
        before = before[: match.start()].rstrip(_OPENING)
    after = text[date_found.end :].lstrip(_CLOSING)
    label = _folded(f"{before} {after}").rstrip(_OPENING).lstrip(_CLOSING)
    return LabelPeriod(label, period.edtf, _folded(text[date_found.start : date_found.end]))


def quarter_in(label: str, first_year: int) -> str | None:
    """Return the period of a label that names a quarter alone, "Q2", in a financial year."""
    found = find_dates(label)
    if len(found) != 1 or found[0].form != "quarter" or found[0].dated or found[0].last:
        return None
    point = found[0].first
    period = period_of(replace(point, year=first_year + (point.month < _APRIL)), None)
    return period.edtf if period else None


def _folded(text: str) -> str:
    return " ".join(text.split())


_KIND = (
    r"(?:(?:\w+[ \t-]months?|quarterly|annual|interim|final|first|second|third|previous|latest|last|next"
    r"|management|audit|auditor|scrutiny|service|manager|director|lead"
    r"|mid[ -]year|year[ -]end|end of year)[ \t]+)?"
)
_WORDS = rf"{_KIND}(?:{words.alternation(words.HEAD_WORDS)})"
_WEEKS = {word: kind for word, kind in words.BEFORE.items() if kind in ("week", "week_ending")}
# Initials of who wrote the entry, beside its date: "6/9/23 JS:", "JS 6/9/23:", "6.9.23 (JS) –".
_AUTHOR = r"(?-i:(?!B?RAG\b|KPI\b)(?:[A-Z]{2,4}|\([A-Z]{2,4}\)))"
_HEAD_START = re.compile(
    rf"(?P<edge>^|\n|(?<=[.!?;])[ \t]+)(?P<bullet>[ \t\n]*(?:[•*>+{words.DASH}][ \t]+)?[*_(\[]*)"
    rf"(?:at[ \t]+(?:the[ \t]+)?)?(?P<lead>{_WORDS}(?:[ \t]*[:{words.DASH}(\[][ \t]*|[ \t]+)"
    r"(?:(?:on|at|as\s+at|as\s+of|for|in|to)[ \t]+(?:the[ \t]+)?)?)?"
    rf"(?P<author>{_AUTHOR}[ \t]+)?(?:(?P<week>{words.alternation(_WEEKS)})[ \t]+(?:the[ \t]+)?)?$",
    re.IGNORECASE,
)
_HEAD_END = re.compile(
    rf"(?P<trail>[ \t]+(?:{_WORDS}|meeting|committee|{_AUTHOR}(?=[ \t]*[:{words.DASH}])))?"
    r"(?P<closing>[)\]*_]*)[ \t]*"
    rf"(?:(?P<colon>:)[*_]*|(?P<dash>[{words.DASH}])(?=\s)|(?P<stop>\.)(?=\s)|(?P<line>\r?\n|$)|(?=[ \t]))",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\s*[*_]*[A-Z\"'“‘\d]")
_HEAD_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _Head:
    """A date that may head an entry.

    Attributes:
        start: Where the head starts.
        body: Where its entry starts.
        period: EDTF of its date.
        label: Its words.
        shape: What closes it: colon, dash, bracket, stop, line or nothing.
        inside: Whether it stands behind a sentence and not at the start of a line.
        sure: Whether it is a head wherever it stands; else only in a series of its shape.
    """

    start: int
    body: int
    period: str | None
    label: str
    shape: str
    inside: bool
    sure: bool


def split_dated_entries(text: str, *, known: date | None = None) -> tuple[Entry, ...]:
    """Cut an update cell at its dated heads: "Update Mar 23: …", "13.09.2023: …", "March 2023 – …".

    A head stands at the start of the text or of a line; behind the end of a sentence only with a colon,
    or where the text opens with a head of the same shape: "[March 2023] … [October 2023] …".

    Args:
        text: The cell.
        known: The paper's date, for the century of two-digit years. It fills no year: an update lies behind.

    Returns:
        The entries in print order, those without a head with period None; text without heads is one entry.
    """
    found = (_head(text, one) for one in find_dates(text, known))
    heads = _in_series(text, [head for head in found if head is not None])
    if not heads:
        return (Entry(0, len(text), None, None),)
    entries = [Entry(0, heads[0].start, None, None)] if text[: heads[0].start].strip() else []
    for index, head in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else len(text)
        entries.append(Entry(min(head.body, end), end, head.period, head.label))
    return tuple(entries)


def _in_series(text: str, heads: list[_Head]) -> list[_Head]:
    """Keep the heads that are sure, and those of the shape of the one that opens the text.

    Dates with nothing behind them, "June 2023 Slates laid.", head entries where two lines begin so.
    """
    opening = heads[0] if heads and not text[: heads[0].start].strip() else None
    bare = [head for head in heads if head.shape == "nothing" and not head.inside]
    series = len(bare) > 1 and opening is bare[0]
    return [
        head
        for head in heads
        if head.sure
        or (series and head in bare)
        or (opening and opening.sure and head.inside and head.shape == opening.shape != "nothing")
    ]


def _head(text: str, found: Found) -> _Head | None:
    """The head around a date; None where it can be none."""
    if not found.real or found.form in SLIP_FORMS:
        return None
    window = max(0, found.start - _HEAD_LENGTH)
    opening = _HEAD_START.search(text[window : found.start])
    closing = _HEAD_END.match(text, found.end)
    if opening is None or closing is None or (window and opening.start() == 0 and not opening["edge"]):
        return None
    worded = bool(opening["lead"] or closing["trail"])
    shape = _shape(closing)
    if found.form in LOOSE_FORMS - {"fy"} and not (found.dated and _is_firm(found, shape, worded=worded)):
        return None
    inside = opening["edge"] not in ("", "\n")
    body = closing.end()
    body += len(text[body:]) - len(text[body:].lstrip())
    capital = _CAPITAL.match(text, closing.end()) is not None
    if shape not in ("colon", "dash", "line") and not capital:
        return None
    period = _period(found, opening["week"])
    label = _folded(
        text[window + opening.end("bullet") : closing.end("trail") if closing["trail"] else found.end]
    )
    return _Head(
        window + opening.end("edge"),
        body,
        period.edtf if period else None,
        label + _missing_bracket(label),
        shape,
        inside,
        _is_sure(shape, worded=worded, led=bool(opening["lead"]), inside=inside, more=body < len(text)),
    )


def _is_firm(found: Found, shape: str, *, worded: bool) -> bool:
    """Tell whether what may be no date is one at the head of an entry: a year, "Update 09/23", "09/23:"."""
    month = found.form == "pair" and found.first.unit == "month" and shape in ("colon", "dash")
    return worded or found.form == "year" or month


def _period(found: Found, cue: str | None) -> Period | None:
    """Return the period of the date of a head: a week where "w/c" or "week ending" stands before a day."""
    first = found.first
    if cue and first.unit == "day" and found.last is None:
        first = replace(first, unit=_WEEKS[" ".join(cue.lower().split())])
    return period_of(first, found.last)


def _shape(closing: re.Match[str]) -> str:
    """Return what closes a head."""
    if closing["colon"]:
        return "colon"
    if closing["dash"]:
        return "dash"
    if closing["closing"]:
        return "bracket"
    return "stop" if closing["stop"] else "line" if closing["line"] is not None else "nothing"


def _is_sure(shape: str, *, worded: bool, led: bool, inside: bool, more: bool) -> bool:
    """Tell whether a date so closed heads an entry wherever it stands."""
    if shape == "colon":
        return True
    if inside:
        return led and shape == "dash"
    if shape in ("dash", "bracket"):
        return shape == "dash" or more
    return worded if shape in ("stop", "nothing") else more


def _missing_bracket(label: str) -> str:
    return ")" * (label.count("(") - label.count(")")) + "]" * (label.count("[") - label.count("]"))
