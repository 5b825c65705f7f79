"""Neighbouring date expressions joined: ranges, lists that share a year, dates told twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from normalise.values import date_words as words
from normalise.values.periods import Point, exists, period_of, starts


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression in a text: its place, its form, its point or the two ends of its span."""

    start: int
    end: int
    form: str
    first: Point
    last: Point | None = None

    @property
    def dated(self) -> bool:
        """Whether the words name the year."""
        return (self.last or self.first).year is not None

    @property
    def real(self) -> bool:
        """Whether the calendar has it: "31 April 2022" is found, and not real."""
        real = exists(self.first) and (self.last is None or exists(self.last))
        return real and not (self.dated and self.last and period_of(self.first, self.last) is None)


_RANGE = re.compile(
    rf"\s*[{words.DASH}]\s*|\s+(?:to|until|till|through)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?", re.IGNORECASE
)
_LIST = re.compile(
    rf"(?:\s*[,&/]\s*(?:and\s+)?|\s+(?:and|or)\s+)(?:by\s+)?(?:(?:early|mid|late|end)[\s{words.DASH}]+(?:of\s+)?)?",
    re.IGNORECASE,
)
_ABSORB = re.compile(rf"\s*[{words.DASH}:(,]\s*(?:of\s+)?|\s+")
_TERM_OF_SEASON = {words.SEASONS[name][0]: term for name, term in words.TERMS.items()}
# "Slipped from June to September 2023" is an old date and a new one.
_MOVED = re.compile(
    rf"\b(?:{words.alternation(words.MOVES)})\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?$", re.IGNORECASE
)
_LONGEST_MOVE = 40  # characters of "rescheduled from the end of"
_LONGEST_MONTH = 31
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


def join(text: str, found: list[Found]) -> list[Found]:
    """Join neighbours, from the right: the year of "April, July and October 2022" reaches the first."""
    joined = [found[-1]]
    for left in reversed(found[:-1]):
        right = joined[-1]
        glue = text[left.end : right.start]
        pair = _absorbed(glue, left, right) or _ranged(text, glue, left, right) or _listed(glue, left, right)
        if pair:
            joined.pop()
            joined.extend(reversed(pair))
        else:
            joined.append(left)
    return joined[::-1]


def _absorbed(glue: str, left: Found, right: Found) -> list[Found] | None:
    """Make one of a date told twice: "4th Quarter - January to March 2018"."""
    if (
        left.first.unit not in ("quarter", "term")
        or right.first.unit != "month"
        or not _ABSORB.fullmatch(glue)
    ):
        return None
    if not (left.dated or right.dated) and not _agree(left, right):
        return None
    told = right if right.dated else left
    return [replace(told, start=left.start, end=right.end)]


def _agree(left: Found, right: Found) -> bool:
    """Whether the months are those of the quarter: "Q3 (October to December)"."""
    last = right.last or right.first
    months = (right.first.month - 1, last.month - right.first.month + last.length)
    return months == ((left.first.month - 1) % 12, left.first.length)


def _ranged(text: str, glue: str, left: Found, right: Found) -> list[Found] | None:
    between = glue.strip().lower() == "and" and _BETWEEN.search(text, max(0, left.start - 12), left.start)
    if left.last or right.last or not (between or _RANGE.fullmatch(glue) or _neighbours(glue, left, right)):
        return None
    first, last = _with_years(left.first, right.first)
    if _MOVED.search(text, max(0, left.start - _LONGEST_MOVE), left.start):
        return [replace(left, first=first), replace(right, first=last)]
    begin, end = starts(first), starts(last)
    if (first.year is None) != (last.year is None) or (begin and end and begin >= end):
        return None
    return [Found(left.start, right.end, right.form, first, last)]


def _neighbours(glue: str, left: Found, right: Found) -> bool:
    """Whether a slash stands between two months that follow each other: "Dec 24/Jan 25"."""
    begin, end = starts(left.first), starts(right.first)
    months = left.first.unit == right.first.unit == "month" and begin is not None and end is not None
    return bool(glue.strip() == "/" and months and begin and end and 0 < (end - begin).days <= _LONGEST_MONTH)


def _with_years(first: Point, last: Point) -> tuple[Point, Point]:
    """Both ends of a range with the year that is printed at one of them."""
    later = (last.month, last.day) < (first.month, first.day)
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - later), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + later)
    return first, last


def _listed(glue: str, left: Found, right: Found) -> list[Found] | None:
    """Share the year of a list: "May/June 2025" is a span, "April and October 2022" two dates."""
    unit, first, later = right.first.unit, left.first, right.last or right.first
    if unit == "term" and first.code in _TERM_OF_SEASON:
        month, length, _ = _TERM_OF_SEASON[first.code]  # "Summer/Autumn term 2023"
        first = Point(unit, first.year, month, length)
    if left.dated or left.last or first.unit != unit or not _LIST.fullmatch(glue):
        return None
    gap = right.first.month - first.month - first.length
    if (unit != "day" and gap == 0) or (unit == "term" and gap == 1):  # August lies between two terms
        return [Found(left.start, right.end, right.form, replace(first, year=right.first.year), later)]
    if right.first.year is not None and (first.month, first.day) < (right.first.month, right.first.day):
        return [replace(left, first=replace(first, year=right.first.year)), right]
    return None
