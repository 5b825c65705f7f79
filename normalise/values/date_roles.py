"""What each date of a cell is for: an ordered list of small steps from found dates to `DateValue`s."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from normalise.values.date_beside import events_of_durations, marks_beside, open_ends, repeats
from normalise.values.date_items import Item, Reading
from normalise.values.date_targets import Target, clause_start, find_stage, find_target, stage_after
from normalise.values.periods import Period, next_after, period_of

_TRAILING = re.compile(r"[^;\n]*?(?=[;\n]|[.!?](?:\s|$)|,?\s+(?:and|then|&)\s*$|$)", re.IGNORECASE)
_IN_BRACKET = re.compile(r"\(\s*(?:[,&/]|and|then)+\s*", re.IGNORECASE)
_UNDATED_ROLES = frozenset({"completed", "ongoing", "recurring", "tbc", "immediate"})
_FIRST_KINDS = (
    "superseded",
    "completed",
    "review",
    "start",
    "since",
)  # the cue words that name a role, the stronger first


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

    @property
    def unplaced(self) -> bool:
        """Whether it ought to be a date, and no day can be told: "Easter 2024", "Q4 2022"."""
        return self.edtf is None and self.precision == "none" and self.role not in _UNDATED_ROLES


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
    for item in items:
        if item.mark and item.role is None:
            item.role = (reading.role if item.mark.relative else None) or item.mark.role
        for kind in _FIRST_KINDS:
            if item.role is None and kind in item.kinds and not (reading.tight and kind == "review"):
                item.role = "start" if kind == "since" else kind
        if item.found and any(start <= item.found.start < end for start, end in reading.struck):
            item.role = "superseded"
    return items


def _also_given_up(items: list[Item], reading: Reading) -> list[Item]:
    """Supersede what a bracket goes on with: "March 2025 (was Dec 24, Sept 24)"."""
    for above, item in pairwise(items):
        told = item.found and item.role is None and not item.kinds and above.role == "superseded"
        if told and _IN_BRACKET.fullmatch(
            reading.text[above.start - 1 : above.start] + reading.text[above.end : item.start]
        ):
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


_STEPS = (
    repeats,
    open_ends,
    marks_beside,
    events_of_durations,
    _targets,
    _cue_roles,
    _also_given_up,
    _revisions,
    _bare,
)


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
    return " ".join(printed.split())


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
