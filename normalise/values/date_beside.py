"""What stands beside a date and is one with it: "Completed July 2023", "each April", "6 months from May".

Steps of `date_roles`: they join items, or give a date the role of the words beside it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from normalise.values import date_words as words
from normalise.values.date_items import Item, Reading
from normalise.values.date_marks import Mark
from normalise.values.periods import shifted

_BESIDE = re.compile(  # a line may end behind a mark, and before a bracket or dash
    rf"(?:[ \t]*|\s*(?=[({words.DASH}]))(?:[{words.DASH}:,(]\s*)*"
    r"(?:(?:and|in|on|at|as\s+at|as\s+of|until|till|to|date|likely|probably|expected|provisionally)\b[ \t]*)?"
    r"(?:[(:][ \t]*)?",
    re.IGNORECASE,
)
_LISTED_BY_DASH = re.compile(rf"\s*[{words.DASH}]")
_RIGHT_BEFORE = re.compile(r"[ \t]+(?:in[ \t]+|on[ \t]+)?", re.IGNORECASE)
_THEN = re.compile(r"\b(?:and|then)\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*[,/&(]\s*(?:and\s+)?|\s+and\s+|\s+", re.IGNORECASE)
# What a duration counts from, in a few words and with its date: "of agreement (March 2022)", "from May 2022".
_ANCHORED = re.compile(
    r"\s+(?:of|from|after|following)(?:\s+(?!(?:by|before|until|till|with|and|or|now)\b)[^\W\d_][\w'’-]*){0,6}?"
    r"\s+(?:\((?:(?:on|in|expected|due|dated|agreed)\s+)*)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:days?|weeks?|months?|years?)['’]?\s+(?:of|from|after|following)\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\s+(?:of|from|after|following|before|prior\s+to)\b[^,;.()\n]*[^\s,;.()\n]", re.IGNORECASE
)
_TOLD_KINDS = frozenset({"start", "by", "review", "revised"})


def open_ends(items: list[Item], reading: Reading) -> list[Item]:
    """Leave the end open where the words say that it goes on: "onwards", "and ongoing"."""
    for item in items:
        item.open = bool(item.kinds & {"open", "open_ongoing"})
        if item.open:
            item.role = "start" if item.kinds & {"open", "start"} else "ongoing"
    return items


def repeats(items: list[Item], reading: Reading) -> list[Item]:
    """Make one recurrence of days and months that come each year: "annually each April", "31 July each year".

    Such a day names every one of its years, so it has no date of its own.
    """
    kept: list[Item] = []
    for item in items:
        above = kept[-1] if kept else None
        if above and _comes_again(above, item, reading.text):
            above.end = item.end
            if above.mark and "each" in above.kinds:
                above.mark = replace(above.mark, recurrence=None)  # "each March and September"
            continue
        if "each" in item.kinds and item.yearless:
            item.found, item.mark = (
                None,
                Mark(item.start, item.end, "recurring", recurrence="R/P1Y", timed=True),
            )
        kept.append(item)
    return kept


def _comes_again(above: Item, item: Item, text: str) -> bool:
    """Whether a date without a year goes on with the recurrence above it."""
    if above.mark is None or above.mark.role != "recurring" or not item.yearless:
        return False
    glue = text[above.end : item.start]
    return not item.kinds & _TOLD_KINDS and bool(_BESIDE.fullmatch(glue) or _LISTED.fullmatch(glue))


def marks_beside(items: list[Item], reading: Reading) -> list[Item]:
    """Join "Completed" and "July 2023", "May 2023" and "(exact date tbc)" to one value, on one line only.

    "Completed" over the only date of the cell is one with it too: a narrow column parts them.
    """
    if len(items) == 2 and _stands_over(items[0], items[1], reading.text):
        return items[:1] if _merge(items[0], items[1], reading.text.replace("\n", " ")) else items
    joined: list[Item] = []
    for item, below in zip_longest(items, items[1:]):
        above = joined[-1] if joined else None
        nearer = below is not None and _leads(item, below, reading.text)
        if above is None or (nearer and above.mark is None) or not _merge(above, item, reading.text):
            joined.append(item)
    return joined


def _leads(mark: Item, below: Item, text: str) -> bool:
    """Whether "completed" stands right before a date of its own: "Oct 2024, completed Sept 2024"."""
    done = mark.mark is not None and mark.found is None and mark.mark.role == "completed"
    return done and below.found is not None and bool(_RIGHT_BEFORE.fullmatch(text[mark.end : below.start]))


def _stands_over(mark: Item, below: Item, text: str) -> bool:
    """Whether "completed" is the line above a date that no words of its own explain."""
    over = text[mark.end : below.start] == "\n" and not below.kinds
    return over and _leads(mark, below, text.replace("\n", " "))


def counts_from(text: str) -> bool:
    """Whether a text may hold a duration with an anchor; most hold none, and are not searched for marks."""
    return bool(_COUNTED.search(text))


def count_from_anchors(items: list[Item], text: str) -> list[Item]:
    """Count the durations of running text that have an anchor, and drop the marks that have none."""
    kept: list[Item] = []
    for item in items:
        above = kept[-1] if kept else None
        anchored = above is not None and above.mark is not None and _anchor(above, item, text)
        if not anchored:
            kept.append(item)
    return [item for item in kept if item.found]


def events_of_durations(items: list[Item], reading: Reading) -> list[Item]:
    """Let a duration take the event that it counts from with it: "within 6 months of approval"."""
    for item, below in zip_longest(items, items[1:]):
        if item.mark and item.mark.relative and item.found is None:
            event = _EVENT.match(reading.text, item.end, below.start if below else len(reading.text))
            item.end = event.end() if event else item.end
    return items


def _merge(left: Item, right: Item, text: str) -> bool:
    mark, dated = (left.mark or right.mark), (left if left.found else right)
    if mark is None or dated.found is None or dated.mark or (left.mark and right.mark):
        return False
    glue = text[left.end : right.start]
    if "\n" in glue and _LISTED_BY_DASH.match(text):
        return False
    if mark.relative:
        return left.mark is mark and _anchor(left, right, text)
    if not _BESIDE.fullmatch(glue.replace(".", "") if mark.role == "completed" else glue):
        return False
    if mark.role == "recurring" and dated is left and _THEN.search(glue):
        return False  # "April 2024 and annually": the first, and then every year
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
    """Count a duration from its stated anchor: "6 months from April 2022".

    An anchor that it cannot be counted from ("10 working days after 6 May 2022", "6 weeks from Jan 2020") is
    part of its words, and no date of its own.
    """
    mark, found = left.mark, right.found
    if mark is None or found is None or not _ANCHORED.fullmatch(text[left.end : found.start]):
        return False
    point = None if found.last else shifted(found.first, mark.amount, mark.unit) if mark.amount else None
    left.found = replace(found, first=point) if point else None
    left.end, left.role = right.end, "deadline"
    return True
