"""Vertical blocks without a table: "Label: value" lines under "Recommendation 1 …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.columns import Role, read_label
from normalise.elements import BlockTable, Entry
from normalise.text import is_finished
from normalise.values.references import named_reference
from parsers.model import Block, Heading, Item, Paragraph, Table, Text
from parsers.model.words import EMPTY, join

# A label before a colon is short; longer is a sentence.
MAX_LABEL_WORDS = 8
MIN_FACTS = 3
# Lines among which a run has named its facts, or it is none: the longest recommendation read has 30.
MAX_OPENING = 60
_LABEL = re.compile(r"[A-Z][^:\n]{1,80}?:(?=\s|$)\s*")
_OPENS = {Role.RECOMMENDATION, Role.REF}


def read_labelled(blocks: Sequence[Block], at: int) -> tuple[BlockTable, int] | None:
    """Read the run of labelled lines that begins at block `at`.

    Args:
        blocks: the blocks of the paper.
        at: place of the block that opens the run.

    Returns:
        The blocks as a table and the place behind the run; None where it is none:
        three facts at least are wanted, the first a recommendation.
    """
    first = _entries(blocks[at])
    if not first or first[0].reading.role not in _OPENS:
        return None
    entries: list[Entry] = []
    end = at
    for place in range(at, len(blocks)):
        found = _entries(blocks[place]) if not isinstance(blocks[place], Table) else []
        labelled = any(entry.label for entry in found)
        if not labelled and not (found and _goes_on(blocks, place, entries)):
            break
        entries += found
        end = place + 1
        if len(entries) > MAX_OPENING and not _names_facts(entries[:MAX_OPENING]):
            return None
    if not _names_facts(entries):
        return None
    return BlockTable(tuple(_folded(entries))), end


def _names_facts(entries: Sequence[Entry]) -> bool:
    facts = {entry.reading.role for entry in entries if entry.reading.known}
    return len(facts) >= MIN_FACTS and bool(facts & _OPENS)


def lost_table(elements: Sequence[object]) -> list[Text]:
    """Find the header of a table whose cells were printed one a line, so that its rows are lost.

    Returns:
        The labels: three or more facts of a plan, each alone on a line, one below the
        other; empty where there is none.
    """
    run: list[Text] = []
    for line in (line for element in elements for line in _bare_lines(element)):
        is_short = 0 < len(line.words) <= MAX_LABEL_WORDS and ":" not in str(line)
        reading = read_label(str(line)) if is_short else None
        run = [*run[-MAX_OPENING:], line] if reading and reading.known else []
        if len({read_label(str(label)).role for label in run}) >= MIN_FACTS and _names_plan(run):
            return run
    return []


def _bare_lines(element: object) -> Sequence[Text]:
    """Return the lines of prose; a blank one where something else stands between."""
    return element.text.lines() if isinstance(element, Heading | Paragraph) else (EMPTY,)


def _names_plan(labels: Sequence[Text]) -> bool:
    return any(read_label(str(label)).role in {Role.RECOMMENDATION, Role.ACTION} for label in labels)


def _entries(block: Block) -> list[Entry]:
    """Return the lines of a block as entries; a line without a label has a blank one."""
    if isinstance(block, Table):
        return []
    if isinstance(block, Item) and block.mark:
        return [Entry(EMPTY, join((block.mark, block.text), " "), read_label(""))]
    return [_entry(line) for line in block.text.lines()]


def _entry(line: Text) -> Entry:
    string = str(line)
    named = named_reference(string)
    label = read_label(string[: named.end]) if named else None
    if named and label and label.role in _OPENS:
        return Entry(line.cut(0, named.end), line.cut(named.end), label)
    found = _LABEL.match(string)
    if found and len(found.group().split()) <= MAX_LABEL_WORDS:
        reading = read_label(found.group())
        if reading.known:
            return Entry(line.cut(0, found.end()), line.cut(found.end()), reading)
    return Entry(EMPTY, line, read_label(""))


def _goes_on(blocks: Sequence[Block], place: int, entries: Sequence[Entry]) -> bool:
    """Tell whether a paragraph without a label belongs to the value above it."""
    if not entries or not entries[-1].value or not is_finished(str(entries[-1].value)):
        return bool(entries) and not (isinstance(blocks[place], Heading))
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if following is None:
        return False
    below = _entries(following)
    return bool(below) and bool(below[0].label) and below[0].reading.role not in _OPENS


def _folded(entries: Sequence[Entry]) -> list[Entry]:
    """Join each line without a label to the value above it; a wrapped line is no new paragraph."""
    whole: list[Entry] = []
    for entry in entries:
        if entry.label or not whole:
            whole.append(entry)
            continue
        above = whole[-1]
        separator = (
            "\n"
            if above.value and is_finished(str(above.value)) and entry.value.words[0].before != "\n"
            else " "
        )
        value = join((above.value, entry.value), separator) if above.value else entry.value
        whole[-1] = Entry(above.label, value, above.reading)
    return whole
