"""What stands over each of many small tables: the meeting, its date, a minute number, the topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from normalise.blocks import is_cover_label
from normalise.cells import RawRow
from normalise.columns import Role, is_exact_label, read_label
from normalise.elements import Element, Entry, PairTable, RecordTable
from normalise.headers import is_header
from normalise.label_lines import pair_of
from normalise.lexicon import load
from normalise.text import fold, fold_label
from normalise.values.date_grammar import find_dates
from normalise.values.dates import read_whole_date
from normalise.values.edtf import first_day
from parsers.model import Heading, Paragraph, Text
from parsers.model.words import EMPTY

# A preamble is said to be one where two tables have it; one alone is the cover of the paper.
MIN_TABLES = 2
# A preamble names committee, date, minute, topic and mover; what is longer is a table of its own.
MAX_ROWS = 6
# "Meeting of the Housing Policy Board held on 12 September 2023" is the longest such line.
MAX_LINE_WORDS = 14
# "May 2023".
MONTH_WORDS = 2


def with_preambles(elements: Sequence[Element]) -> list[Element]:
    """Give each small table the pairs that stand right over it, where several tables have such pairs.

    The day of its meeting is that of the pairs, or of a line over it where several
    tables have one: "Meeting of 12 September 2023".
    """
    over = {at: _pairs_over(elements, at) for at, one in enumerate(elements) if isinstance(one, RecordTable)}
    labels = Counter(label for places in over.values() for label in _labels(elements, places))
    shared = {label for label, tables in labels.items() if tables >= MIN_TABLES}
    given = {at: places for at, places in over.items() if _labels(elements, places) & shared}
    gone = {place for places in given.values() for place in places}
    kept: list[Element] = []
    for at, element in enumerate(elements):
        if isinstance(element, RecordTable) and at in given:
            kept.append(replace(element, preamble=tuple(_entries(elements, given[at]))))
        elif at not in gone:
            kept.append(element)
    return _of_meetings(kept)


def _pairs_over(elements: Sequence[Element], at: int) -> range:
    """Return the places of the pairs that stand right over a table."""
    first = at
    while first and _pairs_of(elements[first - 1]):
        first -= 1
    return range(first, at)


def _entries(elements: Sequence[Element], places: Iterable[int]) -> list[Entry]:
    return [entry for place in places for entry in _pairs_of(elements[place])]


def _labels(elements: Sequence[Element], places: Iterable[int]) -> set[str]:
    return {fold_label(str(entry.label)) for entry in _entries(elements, places)}


def _pairs_of(element: Element) -> list[Entry]:
    """Return the labels and values of a head table or of label lines; none where it is anything else."""
    if isinstance(element, PairTable):
        entries = list(element.entries)
    elif isinstance(element, Paragraph):
        entries = [pair_of(line) for line in element.text.lines()]
    else:
        return []
    return entries if len(entries) <= MAX_ROWS and all(one.label and one.value for one in entries) else []


# "Source (agenda title / item / date / action ref)" has eight; the rest of a sentence that a page end cut
# is longer, and may hold the words of a label.
MAX_LABEL_WORDS = 8


def is_preamble(rows: Sequence[RawRow]) -> bool:
    """Tell whether rows are no more than known labels with a value each."""
    return all(
        row.filled() == [0, 1]
        and len(str(row.cells[0]).split()) <= MAX_LABEL_WORDS
        and (is_cover_label(str(row.cells[0])) or is_exact_label(str(row.cells[0])))
        for row in rows
    )


def is_topic(entry: Entry) -> bool:
    """Tell whether a pair says what the rows under it are about, and not where they come from."""
    committees = load("cover")["labels"]["committee"]
    return entry.reading.role is Role.THEME and fold_label(str(entry.label)) not in committees


def preamble_rows(rows: Sequence[RawRow]) -> int:
    """Return how many rows of labels and values stand in a table over its header; 0 for none."""
    for at in range(1, min(MAX_ROWS + 1, len(rows))):
        if rows[at - 1].filled() != [0, 1]:
            return 0
        if read_label(str(rows[at - 1].cells[0])).role is Role.RECOMMENDATION:
            return 0
        if is_header(rows[at].cells) and len(rows[at].filled()) > 2:
            return at
    return 0


def _of_meetings(elements: Sequence[Element]) -> list[Element]:
    """Date each table by the pairs, or by the line, that stand over it."""
    dated = meeting_lines(elements)
    found = list(elements)
    for at, element in enumerate(elements):
        if isinstance(element, RecordTable):
            line = elements[at - 1] if at - 1 in dated else None
            text = line.text if isinstance(line, Heading | Paragraph) else EMPTY
            found[at] = replace(element, met=met(element.preamble, text))
    return found


def meeting_lines(elements: Sequence[Element]) -> set[int]:
    """Return the places of lines that date each of several tables: "Meeting of 12 September 2023"."""
    over = [at - 1 for at, one in enumerate(elements) if at and isinstance(one, RecordTable)]
    shapes: dict[str, list[int]] = {}
    for at in over:
        element = elements[at]
        if isinstance(element, Heading | Paragraph) and date_in(element.text) and names_meeting(element.text):
            shapes.setdefault(_shape(element.text), []).append(at)
    return {at for places in shapes.values() if len(places) >= MIN_TABLES for at in places}


def _shape(text: Text) -> str:
    """Return the first word of a line; the same for all that begin with a day."""
    first = fold(str(text)).split()[0]
    return first if first.isalpha() else ""


def date_in(text: Text) -> date | None:
    """Return the day that a short line names; None where it names none, or several."""
    string = str(text)
    if not 0 < len(string.split()) <= MAX_LINE_WORDS:
        return None
    found = [one for one in find_dates(string) if one.dated]
    edtf = read_whole_date(string[found[0].start : found[0].end]) if len(found) == 1 else None
    return first_day(edtf) if edtf and len(edtf) == len("2023-09-12") else None


def month_of(text: Text) -> date | None:
    """Return the first day of the month that a line names and nothing else: "May 2023"."""
    edtf = read_whole_date(str(text)) if 0 < len(text.words) <= MONTH_WORDS else None
    return first_day(edtf) if edtf and len(edtf) == len("2023-09") and edtf[5:] <= "12" else None


def names_meeting(text: Text) -> bool:
    """Tell whether a dated line says that it is of a meeting: no other words, or those of a committee."""
    words = fold(str(text))
    bare = read_whole_date(words) is not None
    return bare or any(re.search(rf"\b{word}\b", words) for word in _meeting_words())


@cache
def _meeting_words() -> tuple[str, ...]:
    lexicon = load("cover")["council"]
    return ("meeting", "minutes?", "council", *map(re.escape, lexicon["committee_words"]))


def met(preamble: Sequence[Entry], line: Text) -> date | None:
    """Return the day of the meeting that a preamble, or the line over a table, names."""
    for entry in preamble:
        role = entry.reading.role
        if role is Role.DECISION_DATE or (role is Role.DUE and fold_label(str(entry.label)) == "date"):
            return date_in(entry.value)
    return date_in(line) if line and names_meeting(line) else None
