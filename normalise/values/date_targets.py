"""Targets and stages that stand with a date: "minimum of 5 by April 2023", "1st draft June 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalise.values import date_words as words


@dataclass(frozen=True, slots=True)
class Target:
    """A printed target: its words, and of them only what is printed.

    Attributes:
        text: The words, without the date.
        quantity: The number; None where it is none that can be read.
        comparator: ">=", ">", "<=" or "<" where words or a sign say so.
        unit: "%", "£", or the word or two that the number counts.
    """

    text: str
    quantity: float | int | None
    comparator: str | None
    unit: str | None


_COMPARATOR = words.alternation(words.COMPARATORS)
_QUANTITY = re.compile(
    rf"(?<!\w)(?:(?P<sign>{_COMPARATOR})\s*)?(?<![\w.{words.DASH}/])(?P<money>£)?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{words.alternation(words.NUMBERS)})"
    rf"(?P<scale>m|k|bn)?(?![\w:)/{words.DASH}]|\.\d|\.\s)"
    r"(?P<percent>\s?%|\s?per\s?cent\b)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(  # "phase ", "phases 1 and "
    rf"\b(?:{words.alternation(words.LABELS)})s?\.?\s*(?:\d{{1,3}}\s*(?:[,&{words.DASH}]|and\b|to\b)\s*)*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# A line that begins with "by" goes on with the one above it.
_CLAUSE = re.compile(r";|\n(?!\s*by\b)|[.!?](?=\s)")
_LEAD = re.compile(r"(?:and|then|plus|,|\s|&)+", re.IGNORECASE)
_STAGE = re.compile(rf"\b(?:{words.alternation(words.STAGES)})\b", re.IGNORECASE)
_STAGE_AFTER = re.compile(
    rf"[ \t]*[({words.DASH}][^)\n;,]*\b(?:{words.alternation(words.STAGES)})\b[^)\n;,]*\)?", re.IGNORECASE
)
_UNIT_WORDS = 2
_TIGHT_WINDOW = 40  # characters of a quantity right before a date, its comparator among them


def clause_start(text: str, floor: int, end: int) -> int:
    """Where the last clause of `text[floor:end]` starts, after blanks and a joining "and"."""
    start = floor
    for match in _CLAUSE.finditer(text, floor):  # what stands behind the end tells whether a line goes on
        if match.end() > end:
            break
        start = match.end()
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def find_target(text: str, start: int, end: int, *, tight: bool) -> tuple[int, Target] | None:
    """Find the target in the clause `text[start:end]` that leads up to a date.

    Args:
        text: The whole cell.
        start: Where the clause starts.
        end: Where the date or its "by" starts.
        tight: Whether the quantity must stand right before `end`, as in running text.

    Returns:
        Where the target starts, and the target; None where the clause counts nothing.
    """
    if tight:
        start = max(start, end - _TIGHT_WINDOW)
    for match in _QUANTITY.finditer(text, start, end):
        number = match["number"].lower()
        if (tight and text[match.end() : end].strip()) or _YEAR.fullmatch(number):
            continue
        if _LABELLED.search(text, max(start, match.start() - _TIGHT_WINDOW), match.start()):
            continue
        return match.start(), _target(match, number, text[match.end() : end])
    return None


def _target(match: re.Match[str], number: str, rest: str) -> Target:
    sign = words.COMPARATORS.get(" ".join((match["sign"] or "").lower().split()))
    digits = number.replace(",", "")
    quantity: float | int | None = (
        words.NUMBERS[number] if number in words.NUMBERS else float(digits) if "." in digits else int(digits)
    )
    if match["scale"]:
        quantity = None  # "£1.5m"
    unit = "%" if match["percent"] else match["money"] or _counted(rest)
    return Target(" ".join((match.group() + rest).split()).rstrip(" ,:-–("), quantity, sign, unit)


def _counted(rest: str) -> str | None:
    counted = rest.strip(" \t,:-–(")
    return counted if counted and counted[0].isalpha() and len(counted.split()) <= _UNIT_WORDS else None


def find_stage(text: str, start: int, end: int) -> int | None:
    """Where the clause that names a stage ("1st draft") before a date starts; None where it names none."""
    return start if _STAGE.search(text, start, end) else None


def stage_after(text: str, end: int, ceiling: int) -> int | None:
    """Where a stage in brackets or after a dash behind a date ends: "June 2023 (draft)"."""
    match = _STAGE_AFTER.match(text, end, ceiling)
    return match.end() if match else None
