"""Vertical blocks and cover tables: a label and its value a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise, takewhile

from normalise.cells import RawRow, value_column
from normalise.columns import Role, read_label
from normalise.elements import BlockTable, Entry, PairTable
from normalise.lexicon import load
from normalise.settle_blocks import settled
from normalise.text import fold_label
from parsers.model import Text
from parsers.model.words import EMPTY, join

# The longest cover label read is "Evidence of Progress (month year)"; longer is a sentence.
MAX_LABEL_WORDS = 14
# A recommendation with two facts of it; less is a chance likeness.
MIN_FACTS = 3
_OPENS = frozenset({Role.RECOMMENDATION, Role.REF})


@dataclass(slots=True)
class BlockFragments:
    """The printed fragments of vertical blocks, as they are gathered."""

    entries: list[Entry] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def add(self, rows: Sequence[RawRow], *, page_head: bool) -> None:
        """Add the rows of a fragment."""
        for at, row in enumerate(rows):
            if row.table not in self.numbers:
                self.numbers.append(row.table)
            entry = entry_of(row, page_head=row.page_head or (page_head and at == 0))
            cut = row.cut and bool(entry.label) and not entry.reading.known
            if self.entries and (cut or (entry.page_head and _is_cut(self.entries[-1].label, entry.label))):
                above, label = self.entries[-1], join((self.entries[-1].label, entry.label), " ")
                self.entries[-1] = replace(above, label=label, reading=read_label(str(label)))
                entry = replace(entry, label=EMPTY, reading=read_label(""))
            self.entries.append(entry)

    def table(self) -> BlockTable:
        """Return the blocks as one logical table."""
        return BlockTable(settled(recommendation_first(self.entries)), numbers=tuple(self.numbers))


def recommendation_first(entries: Sequence[Entry]) -> list[Entry]:
    """Put each recommendation before the facts that its block prints over it: its priority, the finding.

    A block begins with the label that opens the table. Labels of a cover are none of a block.
    """
    label = fold_label(str(entries[0].label))
    starts = [at for at, entry in enumerate(entries) if at == 0 or fold_label(str(entry.label)) == label]
    blocks = [list(entries[start:end]) for start, end in pairwise([*starts, len(entries)])]
    leads = [list(takewhile(lambda entry: entry.reading.role not in _OPENS, block)) for block in blocks]
    whole = all(len(lead) < len(block) for lead, block in zip(leads, blocks, strict=True))
    if not whole or any(_heads_paper(str(entry.label)) for lead in leads for entry in lead):
        return list(entries)
    return [
        entry
        for lead, block in zip(leads, blocks, strict=True)
        for entry in _headed_by(block[len(lead) :], lead)
    ]


def _headed_by(block: Sequence[Entry], lead: Sequence[Entry]) -> list[Entry]:
    """Return a block with what stood over its recommendation behind reference and text."""
    head = list(takewhile(lambda entry: entry.reading.role in _OPENS or not entry.label, block))
    return [*head, *lead, *block[len(head) :]]


def _is_cut(above: Text, below: Text) -> bool:
    """Tell whether a page end cut a label in two: "Evidence of Impact" over "(September 2022):"."""
    if not above or not below:
        return False
    if str(above).count("(") > str(above).count(")"):
        return True
    if read_label(str(below)).known:
        return False
    whole = read_label(f"{above} {below}")
    begins = str(below)[0] == "(" or str(below)[0].islower()
    dated = whole.period is not None and not str(above).rstrip().endswith(":")
    return whole.known and (begins or dated)


def entry_of(row: RawRow, *, page_head: bool = False) -> Entry:
    """Return a row as its label and its value."""
    label = row.cells[0] if row.cells else EMPTY
    return Entry(label, value_column(row), read_label(str(label)), page_head)


def _is_vertical(rows: Sequence[RawRow]) -> bool:
    """Tell whether rows hold a label and at most one value each."""
    return bool(rows) and 5 * sum(len(row.filled()) <= 2 for row in rows) >= 4 * len(rows)


def _is_label(text: Text) -> bool:
    return 0 < len(str(text).split()) <= MAX_LABEL_WORDS


def open_blocks(rows: Sequence[RawRow]) -> BlockFragments | None:
    """Gather vertical blocks; None where the labels are not those of a recommendation.

    Three or more labels, most of them known, two or more facts, among them a
    recommendation or an action; and no more labels of a cover than of a plan.
    """
    roles = _facts(rows)
    if not roles & {Role.RECOMMENDATION, Role.ACTION} or len(roles) < MIN_FACTS:
        return None
    fragments = BlockFragments()
    fragments.add(rows, page_head=False)
    return fragments


def open_facts(rows: Sequence[RawRow]) -> BlockFragments | None:
    """Gather vertical rows that stand under a recommendation printed above them; None where they are none."""
    roles = _facts(rows)
    if len(roles) < MIN_FACTS - 1 or roles & {Role.RECOMMENDATION, Role.REF}:
        return None
    fragments = BlockFragments()
    fragments.add(rows, page_head=False)
    return fragments


def _facts(rows: Sequence[RawRow]) -> set[Role]:
    """Return what the labels of vertical rows name; nothing where they are those of a cover, or not known."""
    if not _is_vertical(rows):
        return set()
    labels = [row.cells[0] for row in rows if row.cells and row.cells[0] and len(row.filled()) > 1]
    readings = [read_label(str(label)) for label in labels]
    known = sum(reading.known for reading in readings)
    covers = sum(is_cover_label(str(label)) for label in labels)
    if not all(map(_is_label, labels)) or 2 * known < len(readings) or covers >= known / 2:
        return set()
    return {reading.role for reading in readings if reading.known}


def continues_blocks(rows: Sequence[RawRow]) -> bool:
    """Tell whether rows go on with vertical blocks: known labels, or a blank one first."""
    if not _is_vertical(rows):
        return False
    labels = [row.cells[0] for row in rows if row.cells and row.cells[0]]
    known = sum(read_label(str(label)).known for label in labels)
    return all(map(_is_label, labels)) and 2 * known >= len(labels)


@cache
def _cover_labels() -> tuple[frozenset[str], tuple[str, ...]]:
    lexicon = load("cover")
    return frozenset(
        word
        for name, words in lexicon["labels"].items()
        for word in words
        if name not in ("review", "link_officers")
    ), tuple(lexicon["metadata"]["words"])


def _heads_paper(text: str) -> bool:
    """Tell whether a label is one of a cover, or names the review and its officers."""
    labels = load("cover")["labels"]
    return is_cover_label(text) or fold_label(text) in {*labels["review"], *labels["link_officers"]}


def is_cover_label(text: str) -> bool:
    """Tell whether a label is one that covers print."""
    exact, words = _cover_labels()
    label = fold_label(text)
    return label in exact - {
        "date",
        "agreed",
        "to",
        "responsible officer",
        "lead officer",
        "priority",
    } or any(word in label for word in words)


def read_pairs(rows: Sequence[RawRow]) -> PairTable | None:
    """Read a table of labels and values; None where first cells are no labels."""
    entries = [entry for row in rows for entry in _paired(row)]
    labels = [entry.label for entry in entries if entry.label and entry.value]
    if len(entries) < len(rows) or not labels or not all(map(_is_label, labels)):
        return None
    if not any(
        is_cover_label(str(label)) or str(label).rstrip().endswith(":") for label in labels
    ) and not _known_head(labels):
        return None
    return PairTable(tuple(entries))


def _paired(row: RawRow) -> list[Entry]:
    """Return the pairs of a row: one, or two side by side; none where it holds neither."""
    filled = [row.cells[at] for at in row.filled()]
    if len(filled) < 3:
        return [entry_of(row)]
    if len(filled) > 4 or not _is_side_label(filled[2]):
        return []
    second = filled[3] if len(filled) == 4 else EMPTY
    return [
        Entry(label, value, read_label(str(label)))
        for label, value in ((filled[0], filled[1]), (filled[2], second))
    ]


def _is_side_label(text: Text) -> bool:
    return _is_label(text) and (str(text).rstrip().endswith((":", "?")) or is_cover_label(str(text)))


def _known_head(labels: Sequence[Text]) -> bool:
    known = {word for words in load("cover")["labels"].values() for word in words}
    return any(fold_label(str(label)) in known for label in labels)
