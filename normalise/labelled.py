"""Vertical blocks without a table: "Label: value" lines under "Recommendation 1 …" or "1. …"."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.action_lines import asks_meeting
from normalise.columns import DATE_ROLES, OFFICER_ROLES, Role
from normalise.elements import BlockTable, Entry
from normalise.label_lines import OPENS, entries_of, is_numbered, kind_of_mark, numbered_entries, roles_below
from normalise.settle_blocks import settled
from normalise.text import is_finished
from normalise.under_labels import read_under
from normalise.values.decisions import read_answer
from normalise.values.references import is_reference
from parsers.model import Block, Heading, Item, Table, Text
from parsers.model.words import join

MIN_FACTS = 3
# Recommendations wanted of numbered lines that nothing calls recommendations.
MIN_NUMBERED = 2
# Lines among which a run has named its facts, or it is none: the longest recommendation read has 30.
MAX_OPENING = 60


def read_labelled(blocks: Sequence[Block], at: int) -> tuple[BlockTable, int] | None:
    """Read the run of labelled lines that begins at block `at`.

    Args:
        blocks: the blocks of the paper.
        at: place of the block that opens the run.

    Returns:
        The blocks as a table and the place behind the run; None where it is none:
        three facts at least are wanted, the first a recommendation.
    """
    run = _Run(blocks, at)
    return (run.table(), run.end) if run.read() else None


class _Run:
    """Labelled lines that belong together, with the tables of actions that stand under them."""

    def __init__(self, blocks: Sequence[Block], at: int) -> None:
        self._blocks = blocks
        self._kind = _kind_of_opening(blocks, at)
        self.entries: list[Entry] = []
        self.numbers: list[int] = []
        self.repeated: list[Text] = []
        self.end = at

    def table(self) -> BlockTable:
        """Return the run as blocks of labels and values."""
        return BlockTable(settled(_folded(self.entries)), tuple(self.repeated), tuple(self.numbers))

    def read(self) -> bool:
        """Gather the run; tell whether it is one."""
        if not self._opens():
            return False
        while self.end < len(self._blocks) and self._take():
            if len(self.entries) > MAX_OPENING and not _names_facts(self.entries[:MAX_OPENING]):
                return False
        opened = sum(entry.reading.role in OPENS for entry in self.entries)
        return _names_facts(self.entries) and (self._kind is None or opened >= MIN_NUMBERED)

    def _opens(self) -> bool:
        first = self._lines(self.end)
        return bool(first) and first[0].reading.role in OPENS

    def _take(self) -> bool:
        """Take one block, or a table under the labels; tell whether the run goes on with it."""
        if isinstance(self._blocks[self.end], Table):
            return self._take_table()
        found = self._lines(self.end)
        if self._heads_next(found):
            return False
        if not any(entry.label for entry in found) and not self._goes_on(found):
            return False
        self.entries += found
        self.end += 1
        return True

    def _heads_next(self, found: Sequence[Entry]) -> bool:
        """Tell whether a line is a theme over the next recommendation: "Theme 2: Schools"."""
        if not found or found[0].reading.role is not Role.THEME or self.end + 1 == len(self._blocks):
            return False
        below = self._lines(self.end + 1)
        return bool(below) and below[0].reading.role in OPENS

    def _take_table(self) -> bool:
        """Take a table that holds no more than what belongs to the recommendation above it."""
        found = read_under(self._blocks, self.end)
        if found is None:
            return False
        under, self.end = found
        self.entries += under.entries
        self.numbers += under.numbers
        self.repeated += under.repeated
        return True

    def _lines(self, at: int) -> list[Entry]:
        """Return the lines of a block; a numbered one opens what its kind opened before it."""
        block = self._blocks[at]
        if isinstance(block, Item) and kind_of_mark(block):
            if kind_of_mark(block) == self._kind and is_numbered(self._blocks, at):
                return numbered_entries(block, Role.RECOMMENDATION)
            if self._lists_actions() and roles_below(self._blocks, at) & (OFFICER_ROLES | DATE_ROLES):
                return numbered_entries(block, Role.ACTION)
        return entries_of(block)

    def _lists_actions(self) -> bool:
        """Tell whether "Actions:" heads a list, so that a numbered line with labels is an action."""
        heads = [entry for entry in self.entries if entry.reading.role is Role.ACTION and entry.label]
        return bool(heads) and (not heads[-1].value or is_reference(str(heads[-1].label)))

    def _goes_on(self, found: Sequence[Entry]) -> bool:
        """Tell whether a paragraph without a label belongs to the value above it; none to a table's cell."""
        over = self._blocks[self.end - 1]
        if not found or not self.entries or isinstance(self._blocks[self.end], Heading):
            return False
        if isinstance(over, Table) or self._is_next_sentence(found):
            return False
        above = self.entries[-1]
        if not above.value or not is_finished(str(above.value)):
            return True
        if self.end + 1 == len(self._blocks):
            return False
        below = self._lines(self.end + 1)
        return bool(below) and bool(below[0].label) and below[0].reading.role not in OPENS

    def _is_next_sentence(self, found: Sequence[Entry]) -> bool:
        """Tell a sentence that stands below an owner or a date from the rest of that."""
        role, text = self.entries[-1].reading.role, str(found[0].value)
        return role in OFFICER_ROLES | DATE_ROLES and is_finished(text) and text[:1].isupper()


def _kind_of_opening(blocks: Sequence[Block], at: int) -> str | None:
    """Return the kind of mark that opens recommendations, None where a word does."""
    block = blocks[at]
    return kind_of_mark(block) if isinstance(block, Item) and is_numbered(blocks, at) else None


def _names_facts(entries: Sequence[Entry]) -> bool:
    """Tell whether lines name a recommendation and two facts more, or answer several recommendations."""
    facts = {entry.reading.role for entry in entries if entry.reading.known and not _asks(entry)}
    answers = [str(entry.value) for entry in entries if entry.reading.role is Role.DECISION]
    answered = sum(read_answer(answer) is not None for answer in answers)
    return bool(facts & OPENS) and (len(facts) >= MIN_FACTS or answered > 1)


def _asks(entry: Entry) -> bool:
    """Tell whether an item of an agenda says what it is for: "Action: For decision"."""
    return entry.reading.role is Role.ACTION and bool(entry.value) and asks_meeting(str(entry.value))


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
