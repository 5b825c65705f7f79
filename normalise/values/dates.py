"""Dates of council papers: text -> values with EDTF, bounds, precision, role and basis; the raw words kept.

Readers of date columns and of action text. Labels and update cells with dated heads are in `dated_heads`,
dates cut by a row or page break in `date_breaks`; this module passes their functions on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from normalise.values import date_words as words
from normalise.values.date_beside import count_from_anchors, counts_from
from normalise.values.date_breaks import continues_date, stops_unfinished
from normalise.values.date_forms import LOOSE_FORMS, SLIP_FORMS, UNPLACED_FORMS
from normalise.values.date_grammar import find_dates
from normalise.values.date_items import Item, Reading, Spans, items_of
from normalise.values.date_joins import Found
from normalise.values.date_marks import find_marks
from normalise.values.date_roles import DateValue, values_of
from normalise.values.date_targets import Target
from normalise.values.date_tense import told_as_past
from normalise.values.dated_heads import Entry, LabelPeriod, quarter_in, read_period, split_dated_entries
from normalise.values.periods import period_of

__all__ = [
    "DateReading",
    "DateValue",
    "Entry",
    "LabelPeriod",
    "Target",
    "continues_date",
    "looks_like_date_cell",
    "quarter_in",
    "read_action_dates",
    "read_due_cell",
    "read_period",
    "read_whole_date",
    "split_dated_entries",
    "stops_unfinished",
]


@dataclass(frozen=True, slots=True)
class DateReading:
    """The dates of a text, in print order.

    Attributes:
        dates: The dates.
        unparsed: Words that look like a date and are none that exists.
        repaired: Misspelt months that were read all the same.
    """

    dates: tuple[DateValue, ...]
    unparsed: tuple[str, ...]
    repaired: tuple[str, ...] = ()


_STATUS_CELL = re.compile(rf"(?:\d\s*[.:-]?\s*)?(?:{words.alternation(words.STATUS)})\W*", re.IGNORECASE)
_EVENT = re.compile(rf"\b(?:{words.alternation(words.EVENT)})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS = re.compile(r"[^\W_]+")
_VERBS = frozenset({"was", "were", "has", "have", "had", "will", "is", "are", "been"})
_PLAIN = frozenset(word for phrase in (*words.BEFORE, *words.AFTER) for word in phrase.split()) | {"and"}
_TIME = r"(?:\s*(?:,|at|from|[-–—(])*\s*\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|noon|hrs|hours)?\)?)?"
_WHOLE_TAIL = re.compile(rf"{_TIME}\s*[.,]?\s*", re.IGNORECASE)
_LOOKS_FIGURES = frozenset({"figures", "dmy", "mdy", "days"})
_NEVER_WHOLE = SLIP_FORMS | {"pair"}
_NEVER_IN_TEXT = UNPLACED_FORMS | {"pair", "day_pair"}
_LONGEST_WORDED = 60  # characters of a cell without a figure: "to be completed by the end of the summer term"
_LONGEST_CELL = 240  # characters; the longest date cell read, of four targets, has 150
_MOST_OTHER_WORDS = 4  # "Overview and Scrutiny Committee – 12 October 2011"


def read_due_cell(
    text: str, *, known: date | None = None, role: str | None = None, struck: Spans = ()
) -> DateReading:
    """Read a date column's cell.

    Args:
        text: The cell, markup and entities decoded; line ends may stand for line breaks.
        known: The row's own meeting date, else the paper's meeting date or the day the plan was agreed: fills
            years that are not printed (basis "inferred") and centuries of two-digit years.
        role: What the column's label says of a bare date: "start", "review", "completed", "superseded";
            None for an ordinary due column.
        struck: Where words that are struck through stand: such a date was given up.

    Returns:
        The dates; words with no date ("next meeting") as one value with edtf None; nothing for a blank,
        "N/A", a grade or a status word, or a cell without letters that holds no date.
    """
    if " ".join(text.lower().split()).rstrip(".") in words.NOTHING:
        return DateReading((), ())
    found = find_dates(text, known)
    items = items_of(text, [one for one in found if one.real], find_marks(text))
    unparsed = _unparsed(text, found)
    if not items and not unparsed and _WORD.search(text) and not _STATUS_CELL.fullmatch(text.strip()):
        return DateReading((_undated(text, role),), ())
    values = values_of(items, Reading(text, known, role, "due_column", struck=struck))
    return DateReading(values, unparsed, _repaired(text, items))


def _repaired(text: str, items: list[Item]) -> tuple[str, ...]:
    """The words of dates whose month was misspelt."""
    founds = [item.found for item in items if item.found and item.found.form in SLIP_FORMS]
    return tuple(" ".join(text[one.start : one.end].split()) for one in founds)


def _unparsed(text: str, found: list[Found]) -> tuple[str, ...]:
    return tuple(" ".join(text[one.start : one.end].split()) for one in found if not one.real)


def _undated(text: str, role: str | None) -> DateValue:
    """The whole of a date cell that holds words and no date."""
    precision = "relative" if _EVENT.search(text) else "none"
    return DateValue(" ".join(text.split()), None, None, None, precision, role or "deadline", "due_column")


def read_action_dates(text: str, *, combined: bool, known: date | None = None) -> DateReading:
    """Read the dates inside action text, for a row that has none in a date column.

    Args:
        text: The action's whole text.
        combined: Whether the column is a combined "action and date" column. There every date with a year
            counts; in plain text only a date after "by", "before", "end of", "from" and the like.
        known: As in `read_due_cell`.

    Returns:
        The dates that are not told as past, basis "action_text", or "inferred" where the year is filled.
    """
    found = find_dates(text, known)
    if not found:
        return DateReading((), ())
    durations = [mark for mark in find_marks(text) if mark.relative] if counts_from(text) else []
    items = count_from_anchors(items_of(text, [one for one in found if one.real], durations), text)
    kept = [item for item in items if _counts(item, text, combined=combined)]
    unparsed = _unparsed(text, [one for one in found if one.form in _LOOKS_FIGURES and one.dated])
    values = values_of(kept, Reading(text, known, None, "action_text", tight=True))
    return DateReading(values, unparsed, _repaired(text, kept))


def _counts(item: Item, text: str, *, combined: bool) -> bool:
    found = item.found
    if found is None or found.form in _NEVER_IN_TEXT or item.kinds & {"past", "since", "superseded", "each"}:
        return False
    cued = item.mark is not None or bool(item.kinds & words.ACTION_CUES)
    if not found.dated and (not cued or _NAMED.match(text, found.end)):
        return False
    if not cued and (not combined or (found.form in LOOSE_FORMS and not _within(item, text))):
        return False
    return not told_as_past(text, item, cued=cued)


_NAMED = re.compile(r"[ \t]+[A-Z]")  # "by March Town Council"
_IN = re.compile(r"\b(?:in|during|throughout|implement)\s+(?:the\s+)?$", re.IGNORECASE)


def _within(item: Item, text: str) -> bool:
    """Whether a lone year or season in a sentence says when: "in 2023", not "the 2023 plan"."""
    form = item.found.form if item.found else ""
    return form == "season" or bool(_IN.search(text, max(0, item.start - 20), item.start))


def date_spans(text: str) -> list[tuple[int, int]]:
    """Return where the dates of a text stand that give their year, with words such as "by" before them."""
    dated = [one for one in find_dates(text) if one.dated and one.real]
    return [(item.start, item.end) for item in items_of(text, dated, ())]


def opens_with_part(raw: str, word: str) -> bool:
    """Whether a date begins with this word for a part of its period: "Late 2024"."""
    return words.BEFORE.get(word.lower()) == "part" and raw.lower().startswith(word.lower())


def read_whole_date(text: str) -> str | None:
    """Read a text that is one date with its year, perhaps with a weekday and a time, and nothing else.

    Returns:
        EDTF; None for any other text, for a date without its year and for one that no calendar has.
    """
    found = find_dates(text.strip(" \t\n*_:"))
    if len(found) != 1 or found[0].start or not found[0].dated or found[0].form in _NEVER_WHOLE:
        return None
    if not _WHOLE_TAIL.fullmatch(text.strip(" \t\n*_:"), found[0].end):
        return None
    period = period_of(found[0].first, found[0].last)
    return period.edtf if period else None


def is_only_dates(text: str) -> bool:
    """Tell whether a text is dates and nothing else: "by 30 April and end of June"."""
    found = find_dates(text)
    ends = [0, *(one.end for one in found)]
    between = (
        text[end:start] for end, start in zip(ends, [*(one.start for one in found), len(text)], strict=True)
    )
    rest = {word.lower() for part in between for word in _WORDS.findall(part)}
    return bool(found) and rest <= _PLAIN and not text.islower()


def looks_like_date_cell(text: str) -> bool:
    """Whether a cell reads as a value of a date column: a date, a duration or "quarterly", few words more.

    A status word or "TBC" alone is none, since it stands in other columns as well; nor is a sentence.
    """
    if len(text) > _LONGEST_CELL or (len(text) > _LONGEST_WORDED and not any(map(str.isdecimal, text))):
        return False
    found = find_dates(text)
    items = items_of(text, found, find_marks(text))
    if not any(item.found or (item.mark and item.mark.timed) for item in items):
        return False
    others: list[str] = []
    floor = 0
    values_of(items, Reading(text, None, None, "due_column"))  # lets the items grow over their targets
    for start, end in [(item.start, item.end) for item in items] + [(len(text), len(text))]:
        others += [word.lower() for word in _WORDS.findall(text, floor, max(floor, start))]
        floor = max(floor, end)
    return not _VERBS & {*others} and sum(word not in _PLAIN for word in others) <= _MOST_OTHER_WORDS
