"""Lines that begin with a label: "Lead officer: …", a label alone, a numbered line with labels under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from normalise.columns import Label, Role, is_exact_label, read_label
from normalise.elements import Entry
from normalise.furniture import kinds_of_paper
from normalise.kinds import is_resolved
from normalise.text import fold
from normalise.values.references import named_reference
from parsers.model import Block, Heading, Item, Paragraph, Table, Text
from parsers.model.words import EMPTY, join

# A label before a colon is short; longer is a sentence.
MAX_LABEL_WORDS = 8
# A dash behind words is as often part of a sentence: "Progress on the plan – a summary".
MAX_DASHED_WORDS = 3
# Lines that a numbered line is searched for labels in: the longest recommendation read has 30.
MAX_LINES = 30
# Facts wanted of a numbered line that nothing calls a recommendation.
MIN_NUMBERED_FACTS = 2
_LABEL = re.compile(r"[A-Z][^:\n]{1,80}?:(?=\s|$)\s*")
_DASHED = re.compile(r"[A-Z][^:\n–—]{1,40}?\s+[–—-]\s+(?=\S)")
OPENS = frozenset({Role.RECOMMENDATION, Role.REF})
# What only a plan, an answer or an update says; an agenda has owners and dates too.
_OF_A_PLAN = frozenset({Role.ACTION, Role.DECISION, Role.STATUS, Role.PROGRESS, Role.RAG})
_BLANK = read_label("")


def entries_of(block: Block) -> list[Entry]:
    """Return the lines of a block as entries; a line without a label has a blank one."""
    if isinstance(block, Table):
        return []
    if isinstance(block, Item) and block.mark:
        head, *labelled = numbered_entries(block, Role.EXTRA)
        return [Entry(EMPTY, join((block.mark, head.value), " "), _BLANK), *labelled]
    if is_bare_label(block):
        return [Entry(block.text, EMPTY, read_label(str(block.text)))]
    return [entry_of(line) for line in block.text.lines()]


def entry_of(line: Text) -> Entry:
    """Part a line into its label and its value; "That officers: (a) …" opens what is recommended."""
    string = str(line)
    named = named_reference(string)
    label = read_label(string[: named.end]) if named else None
    if named and label and label.role in OPENS and not _goes_on_from_colon(string[: named.end]):
        return Entry(line.cut(0, named.end), line.cut(named.end), label)
    for pattern, words in ((_LABEL, MAX_LABEL_WORDS), (_DASHED, MAX_DASHED_WORDS + 1)):
        found = pattern.match(string)
        if found and len(found.group().split()) <= words and not is_resolved(string):
            reading = read_label(found.group())
            if _is_title(found.group()):
                continue
            if reading.known and (pattern is _LABEL or is_exact_label(found.group())):
                return Entry(line.cut(0, found.end()), line.cut(found.end()), reading)
    return Entry(EMPTY, line, _BLANK)


def _is_title(label: str) -> bool:
    """Tell whether what looks like a label titles a paper: "Tracker of recommendations: Review of Ponds"."""
    words = fold(label)
    return "recommendations" in words and any(
        re.search(rf"\b{re.escape(kind)}\b", words) for kind in kinds_of_paper()
    )


def pair_of(line: Text) -> Entry:
    """Part a line at the colon of any short label; a line without one has a blank label."""
    found = _LABEL.match(str(line))
    if not found or len(found.group().split()) > MAX_LABEL_WORDS:
        return Entry(EMPTY, line, _BLANK)
    return Entry(line.cut(0, found.end()), line.cut(found.end()), read_label(found.group()))


def _goes_on_from_colon(named: str) -> bool:
    """Tell whether what looks like a reference is the first word behind a colon: "Action: A survey …"."""
    word = named.partition(":")[2].strip()
    return word.isalpha()


def is_bare_label(block: Block) -> bool:
    """Tell whether a heading or bold line is a label and nothing else: "Lead officer" over its value."""
    marked = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong)
    return marked and not isinstance(block, Table) and is_exact_label(str(block.text))


def numbered_entries(item: Item, role: Role) -> list[Entry]:
    """Return a numbered line as an entry of that role, labelled by its mark, and the labels in it."""
    lines = [entry_of(line) for line in item.text.lines()]
    head = list(takewhile(lambda entry: not entry.label, lines))
    text = join((entry.value for entry in head), "\n")
    return [Entry(item.mark, text, Label(role)), *lines[len(head) :]]


def is_numbered(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether labels of a plan stand under a numbered line, before the next one of its kind."""
    roles = roles_below(blocks, at)
    return len(roles) >= MIN_NUMBERED_FACTS and bool(roles & _OF_A_PLAN)


def roles_below(blocks: Sequence[Block], at: int) -> set[Role]:
    """Return what the labels under a numbered line name; none where the line has no mark that counts."""
    item = blocks[at]
    if not isinstance(item, Item) or kind_of_mark(item) is None:
        return set()
    return {entry.reading.role for entry in _below(blocks, at) if entry.reading.known}


def _below(blocks: Sequence[Block], at: int) -> Iterator[Entry]:
    """Yield the lines of a numbered line and those under it."""
    item = blocks[at]
    for place in range(at, min(at + MAX_LINES, len(blocks))):
        block = blocks[place]
        if isinstance(block, Table) or (place > at and _opens_anew(block, item)):
            return
        for line in block.text.lines():
            entry = entry_of(line)
            if entry.reading.role in OPENS:
                return
            yield entry


def _opens_anew(block: Block, item: Block) -> bool:
    """Tell whether a block ends what stands under a numbered line: a heading, or the next number."""
    if isinstance(block, Heading):
        return not is_bare_label(block)
    return isinstance(block, Item) and isinstance(item, Item) and kind_of_mark(block) == kind_of_mark(item)


def kind_of_mark(item: Item) -> str | None:
    """Return what counts in a mark, a number or a letter; None for a bullet."""
    mark = str(item.mark)
    if any(map(str.isdecimal, mark)):
        return "number"
    return "letter" if any(map(str.isalpha, mark)) else None
