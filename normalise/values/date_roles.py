"""What each date of a cell is for: an ordered list of small steps from found dates to `DateValue`s."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from normalise.values import date_words as words
from normalise.values.date_cues import cues_around
from normalise.values.date_joins import Found
from normalise.values.date_marks import Mark
from normalise.values.date_targets import Target, clause_start, find_stage, find_target, stage_after
from normalise.values.periods import Period, next_after, period_of, shifted

_BESIDE = re.compile(
    rf"[ \t]*(?:[{words.DASH}:,(][ \t]*)*"
    r"(?:(?:and|in|on|at|as\s+at|as\s+of|until|till|to|date)\b[ \t]*)?(?:[(:][ \t]*)?",
    re.IGNORECASE,
)
_ANCHORED = re.compile(r"\s+(?:of|from|after|following)\s+(?:the\s+)?", re.IGNORECASE)
_TRAILING = re.compile(r"[^;\n]*?(?=[;\n]|[.!?](?:\s|$)|,?\s+(?:and|then)\s*$|$)", re.IGNORECASE)
_STRUCK = re.compile(r"~~.*?~~", re.DOTALL)
_FIRST_KINDS = (
    "superseded",
    "completed",
    "review",
    "start",
)  # the cue words that name a role, the stronger first
_TOLD_KINDS = frozenset({"start", "by", "review", "revised"})


@dataclass(frozen=True, slots=True)
class DateValue:
    """One date of an action, as the contract's DateRef without its place.

    Attributes:
        raw: The printed words of the date, of its cue words and of its target; blanks folded.
        edtf: ISO 8601-2 level 1; None for words with no date.
        earliest: First day that the words allow.
        latest: Last day that the words allow; None for an open end.
        precision: day, week, month, quarter, term, season, year, financial_year, academic_year, span,
            relative, none.
        role: deadline, milestone, start, review, completed, superseded, ongoing, recurring, tbc, immediate.
        basis: due_column, action_text, or inferred where the year is not printed.
        duration: ISO 8601 duration.
        recurrence: ISO 8601 recurrence, "R/P3M".
        target: What is to be reached by the date.
    """

    raw: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: str
    role: str
    basis: str
    duration: str | None = None
    recurrence: str | None = None
    target: Target | None = None


@dataclass(slots=True)
class Item:
    """A date or a mark on its way to a DateValue; `start` and `end` grow with the words that belong to it."""

    start: int
    end: int
    found: Found | None = None
    mark: Mark | None = None
    kinds: set[str] = field(default_factory=set)
    role: str | None = None
    target: Target | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What the steps need: text, paper's date, column's role, basis; `tight` in running text."""

    text: str
    known: date | None
    role: str | None
    basis: str
    tight: bool = False


def items_of(text: str, found: Iterable[Found], marks: Iterable[Mark]) -> list[Item]:
    """Put dates and marks in print order, without marks inside dates, and read the cue words of each date."""
    dates = [Item(one.start, one.end, found=one) for one in found]
    items = dates + [
        Item(mark.start, mark.end, mark=mark)
        for mark in marks
        if not any(one.start < mark.end and mark.start < one.end for one in dates)
    ]
    items.sort(key=lambda item: item.start)
    for index in reversed(
        range(len(items))
    ):  # words between two dates belong to the second, so it comes first
        item = items[index]
        if item.found is None:
            continue
        after = items[index + 1] if index + 1 < len(items) else None
        floor = items[index - 1].end if index else 0
        ceiling = after.start if after and after.found else len(text)
        cues = cues_around(text, (item.start, item.end), floor, ceiling)
        item.start, item.end, item.kinds = cues.start, cues.end, cues.kinds
        if "from" in item.kinds and item.found.last is None:
            item.kinds.add("start")  # "from April to June 2022" is a span and starts nothing else
    return [item for item in items if item.found or not _swallowed(item, items)]


def _swallowed(item: Item, items: list[Item]) -> bool:
    """Whether a mark's words became the cue words of a date: "March 2025 and ongoing"."""
    return any(other.found and other.start <= item.start < other.end for other in items)


def values_of(items: list[Item], reading: Reading) -> tuple[DateValue, ...]:
    """Settle the role of each item and turn the items into values; the same date in the same role once."""
    for step in _STEPS:
        items = step(items, reading)
    seen: dict[tuple[object, ...], DateValue] = {}
    for item in items:
        value = _value(item, reading)
        told = value.raw.lower() if value.role == "deadline" else None
        same = value.edtf or (value.duration, value.recurrence, told)
        seen.setdefault((same, value.role, value.target and value.target.text), value)
    return tuple(seen.values())


def _open_ends(items: list[Item], reading: Reading) -> list[Item]:
    for item in items:
        item.open = bool(item.kinds & {"open", "open_ongoing"})
        if item.open:
            item.role = "start" if item.kinds & {"open", "start"} else "ongoing"
    return items


def _marks_beside(items: list[Item], reading: Reading) -> list[Item]:
    """Join "Completed" and "July 2023", "May 2023" and "(exact date tbc)" to one value, on one line only."""
    joined: list[Item] = []
    for item in items:
        above = joined[-1] if joined else None
        if above is None or not _merge(above, item, reading.text):
            joined.append(item)
    return joined


def _merge(left: Item, right: Item, text: str) -> bool:
    mark, dated = (left.mark or right.mark), (left if left.found else right)
    if mark is None or dated.found is None or dated.mark or (left.mark and right.mark):
        return False
    glue = text[left.end : right.start]
    if mark.relative:
        return left.mark is mark and _anchor(left, right, text)
    if not _BESIDE.fullmatch(glue):
        return False
    ongoing_start = mark.role == "ongoing" and "start" in dated.kinds
    if not ongoing_start and _own_date(left, mark, dated):
        return False
    left.open = left.open or right.open or ongoing_start
    left.role = "start" if ongoing_start else mark.role
    left.found, left.mark, left.end, left.kinds = dated.found, mark, right.end, dated.kinds
    return True


def _own_date(left: Item, mark: Mark, dated: Item) -> bool:
    """Whether the date beside a mark is told for itself: "Ongoing – review March 2023"."""
    if mark.role == "recurring" and "start" in dated.kinds:
        return True
    return left.mark is mark and mark.role != "completed" and bool(dated.kinds & _TOLD_KINDS)


def _anchor(left: Item, right: Item, text: str) -> bool:
    """Count a duration from its stated anchor: "6 months from April 2022"."""
    mark, found = left.mark, right.found
    if mark is None or found is None or found.last or not mark.amount:
        return False
    if not _ANCHORED.fullmatch(text[left.end : found.start]):
        return False
    point = shifted(found.first, mark.amount, mark.unit)
    if point is None:
        return False
    left.found, left.end, left.role = replace(found, first=point), right.end, "deadline"
    return True


def _targets(items: list[Item], reading: Reading) -> list[Item]:
    """A date with its own target or stage is a milestone, and its words start with them."""
    floor = 0
    for item in items:
        if item.found and item.role is None and not item.kinds & {*_FIRST_KINDS}:
            start = clause_start(reading.text, floor, item.start)
            _targeted(item, reading, start)
        floor = item.end
    for index, item in enumerate(items):
        if item.target and not reading.tight:
            ceiling = items[index + 1].start if index + 1 < len(items) else len(reading.text)
            trailing = _TRAILING.match(reading.text, item.end, ceiling)
            item.end += len(trailing.group().rstrip(" ,\t")) if trailing else 0
    return items


def _targeted(item: Item, reading: Reading, start: int) -> None:
    text, found = reading.text, item.found
    if found is None:
        return
    percent = re.match(r"[^;\n.]*\d\s?%", text[start : item.start])
    target = None
    if "by" in item.kinds or percent:
        target = find_target(text, start, item.start, tight=reading.tight)
    if target:
        item.start, item.target, item.role = target[0], target[1], "milestone"
        return
    stage = None if reading.tight else find_stage(text, start, item.start)
    after = None if reading.tight else stage_after(text, item.end, len(text))
    if stage is not None or after is not None:
        item.start = item.start if stage is None else stage
        item.end, item.role = after or item.end, "milestone"


def _cue_roles(items: list[Item], reading: Reading) -> list[Item]:
    struck = [match.span() for match in _STRUCK.finditer(reading.text)]
    for item in items:
        if item.mark and item.role is None:
            item.role = item.mark.role
        for kind in _FIRST_KINDS:
            if item.role is None and kind in item.kinds and not (reading.tight and kind == "review"):
                item.role = kind
        if item.found and any(start <= item.found.start < end for start, end in struck):
            item.role = "superseded"
    return items


def _revisions(items: list[Item], reading: Reading) -> list[Item]:
    """Supersede what stands before a revision: "April 2022 revised to June 2022"."""
    last = max((index for index, item in enumerate(items) if "revised" in item.kinds), default=0)
    for item in items[:last]:
        if item.found and item.role is None:
            item.role = "superseded"
    return items


def _bare(items: list[Item], reading: Reading) -> list[Item]:
    """The column's role for bare dates; of several deadlines the last stands, the earlier are milestones."""
    bare = [item for item in items if item.role is None]
    for item in bare:
        item.role = reading.role or "deadline"
    if reading.role in (None, "deadline"):
        last = _place(bare[-1], reading) if bare else None
        for item in bare[:-1]:
            if _place(item, reading) != last:
                item.role = "milestone"
    return items


_STEPS = (_open_ends, _marks_beside, _targets, _cue_roles, _revisions, _bare)


def _place(item: Item, reading: Reading) -> str | None:
    period = _period(item, reading)[0]
    return period.edtf if period else reading.text[item.start : item.end]


def _period(item: Item, reading: Reading) -> tuple[Period | None, bool]:
    """The item's period and whether its year was filled from the paper's date."""
    found = item.found
    if found is None:
        return None, False
    first, last = found.first, found.last
    if first.unit == "day" and last is None and item.kinds & {"week", "week_ending"}:
        first = replace(first, unit="week" if "week" in item.kinds else "week_ending")
    if found.dated:
        return period_of(first, last), False
    if reading.known is None or item.role == "completed":  # what is done lies behind, what is due ahead
        return None, False
    filled = next_after(reading.known, first, last)
    return (period_of(*filled), True) if filled else (None, False)


def _raw(text: str, item: Item) -> str:
    printed = text[item.start : item.end]
    if printed.count("(") > printed.count(")") and text[item.end : item.end + 1] == ")":
        printed += ")"
    return " ".join(printed.replace("~~", " ").split())


def _value(item: Item, reading: Reading) -> DateValue:
    period, inferred = _period(item, reading)
    mark, role = item.mark, item.role or "deadline"
    raw = _raw(reading.text, item)
    basis = "inferred" if inferred else reading.basis
    duration, recurrence = (mark.duration, mark.recurrence) if mark else (None, None)
    if period is None:
        precision = "relative" if mark and mark.relative else "none"
        return DateValue(raw, None, None, None, precision, role, basis, duration, recurrence, item.target)
    edtf, earliest, latest = period.edtf, period.earliest, period.latest
    if item.open:
        edtf, latest = f"{edtf.split('/')[0]}/..", None
    elif "end" in item.kinds:
        earliest = latest or earliest
    precision = period.precision
    return DateValue(raw, edtf, earliest, latest, precision, role, basis, duration, recurrence, item.target)
