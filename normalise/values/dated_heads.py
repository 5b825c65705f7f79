"""Periods of updates: dates in column labels, and dated heads inside an update cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from normalise.values import date_words as words
from normalise.values.date_forms import LOOSE_FORMS, SLIP_FORMS
from normalise.values.date_grammar import find_dates
from normalise.values.date_joins import Found
from normalise.values.periods import period_of


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
    before = text[: date_found.start].rstrip(_OPENING)
    while match := _DANGLING.search(before):
        before = before[: match.start()].rstrip(_OPENING)
    after = text[date_found.end :].lstrip(_CLOSING)
    label = _folded(f"{before} {after}").rstrip(_OPENING).lstrip(_CLOSING)
    return LabelPeriod(label, period.edtf, _folded(text[date_found.start : date_found.end]))


def _folded(text: str) -> str:
    return " ".join(text.split())


_WORDS = words.alternation(words.HEAD_WORDS)
_HEAD_START = re.compile(
    rf"(?P<edge>^|\n|(?<=[.!?;])[ \t]+)(?P<bullet>[ \t\n]*(?:[•*>+{words.DASH}][ \t]+)?[*_(\[]*)"
    rf"(?P<lead>(?:{_WORDS})(?:[ \t]*[:{words.DASH}(\[][ \t]*|[ \t]+)"
    r"(?:(?:on|at|as\s+at|as\s+of|for|in|to)[ \t]+)?)?$",
    re.IGNORECASE,
)
_HEAD_END = re.compile(
    rf"(?P<trail>[ \t]+(?:{_WORDS}))?(?P<closing>[)\]*_]*)[ \t]*"
    rf"(?:(?P<colon>:)[*_]*|(?P<dash>[{words.DASH}])(?=\s)|(?P<line>\r?\n|$)|(?=[ \t]))",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\s*[*_]*[A-Z\"'“‘\d]")
_HEAD_LENGTH = 60
_UNLIKELY_HEADS = LOOSE_FORMS - {"fy"}


def split_dated_entries(text: str, *, known: date | None = None) -> tuple[Entry, ...]:
    """Cut an update cell at its dated heads: "Update Mar 23: …", "13.09.2023: …", "March 2023 – …".

    A head stands at the start of the text or of a line; behind the end of a sentence only with a colon.

    Args:
        text: The cell.
        known: The paper's date, for the century of two-digit years. It fills no year: an update lies behind.

    Returns:
        The entries in print order, those without a head with period None; text without heads is one entry.
    """
    heads = [head for one in find_dates(text, known) if (head := _head(text, one)) is not None]
    if not heads:
        return (Entry(0, len(text), None, None),)
    entries = [Entry(0, heads[0][0], None, None)] if text[: heads[0][0]].strip() else []
    for index, (_, body, period, label) in enumerate(heads):
        end = heads[index + 1][0] if index + 1 < len(heads) else len(text)
        entries.append(Entry(min(body, end), end, period, label))
    return tuple(entries)


def _head(text: str, found: Found) -> tuple[int, int, str | None, str] | None:
    """The head around a date: its start, its body's start, its period, its words; None where it is none."""
    if (
        not found.real
        or found.form in SLIP_FORMS
        or (found.form in _UNLIKELY_HEADS and not (found.form == "year" and found.dated))
    ):
        return None
    window = max(0, found.start - _HEAD_LENGTH)
    opening = _HEAD_START.search(text[window : found.start])
    closing = _HEAD_END.match(text, found.end)
    if opening is None or closing is None or (window and opening.start() == 0 and not opening["edge"]):
        return None
    if not _unmistakable(text, opening, closing):
        return None
    start = window + opening.end("edge")
    period = period_of(found.first, found.last)
    words_from = window + opening.end("bullet")
    words_to = closing.end("trail") if closing["trail"] else found.end
    label = _folded(text[words_from:words_to])
    body = closing.end()
    body += len(text[body:]) - len(text[body:].lstrip())
    return start, body, period.edtf if period else None, label + _missing_bracket(label)


def _missing_bracket(label: str) -> str:
    return ")" * (label.count("(") - label.count(")")) + "]" * (label.count("[") - label.count("]"))


def _unmistakable(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    inside = opening["edge"] not in ("", "\n")
    if closing["colon"]:
        return True
    if inside:
        return bool(opening["lead"] and closing["dash"])
    if closing["dash"]:
        return True
    worded = opening["lead"] or closing["trail"] or closing["closing"]
    if closing["line"] is not None:
        return bool(text[closing.end() :].strip())
    return bool(worded and _CAPITAL.match(text, closing.end()))
