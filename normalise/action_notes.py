"""Actions noted in brackets behind what was said, in minutes: "… was leaking. (Action: Clerk, by 3 May)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from normalise.action_lines import MIN_WORDS, asks_meeting, owner_in
from normalise.columns import Label, Role
from normalise.elements import BlockTable, Entry
from normalise.values.dates import looks_like_date_cell, read_action_dates
from normalise.values.officers import looks_like_officer_cell
from parsers.model import Block, Item, Paragraph, Text
from parsers.model.words import EMPTY

_NOTE = re.compile(
    r"[(\[]\s*(?:(?:agreed|new)\s+)?actions?(?:\s+(?:point|for|by))?(?:\s+\d{1,3})?\s*(?:[:–—-]|(?<=\bfor)|(?<=\bby))\s*"
    r"(?P<said>[^()\[\]]{2,240}?)\s*[)\]]\.?",
    re.IGNORECASE,
)
# Where a note "Martin Eastick, by end of May 2024" may part into who and when.
_PARTING = re.compile(
    r"\s*[,;–—-]\s+|\s+(?=(?:by|before|for|from|until|due|end|asap|immediately|next|\d)\b)", re.IGNORECASE
)
_SOON = re.compile(
    r"(?:asap|a\.s\.a\.p\.?|immediately|(?:for|by|at)?\s*(?:the\s+)?next meeting)", re.IGNORECASE
)


_FACTS = (Role.OFFICER, Role.DUE)


class _Note(NamedTuple):
    """The action of a note; `whole` where its text is all that stands before the note."""

    entries: list[Entry]
    whole: bool


def read_notes(block: Block) -> list[Item | Paragraph | BlockTable] | None:
    """Read the actions noted in brackets in a paragraph or item.

    A note that says what is to be done is an action of its own, and what stands before
    it stays prose; one that names only who and when makes an action of what it follows.

    Returns:
        The prose and each action as labels and values; None where no note is told.
    """
    if not isinstance(block, Item | Paragraph) or "action" not in str(block.text).casefold():
        return None
    notes: list[BlockTable] = []
    prose, start = False, 0
    for found in _NOTE.finditer(str(block.text)):
        note = _note(block.text, found, start)
        if note is None:
            prose = True
            continue
        prose = prose or not note.whole
        notes.append(BlockTable((*_numbered(block), *note.entries)))
        start = found.end()
    if not notes:
        return None
    return [block, *notes] if prose or block.text.cut(start) else [*notes]


def _numbered(block: Item | Paragraph) -> Iterator[Entry]:
    """Yield the printed number of an item as the reference of its action."""
    if isinstance(block, Item) and any(map(str.isdecimal, str(block.mark))):
        yield Entry(EMPTY, block.mark, Label(Role.REF))


def _note(text: Text, found: re.Match[str], start: int) -> _Note | None:
    """Read a note behind the text from `start` on; None where it tells neither who nor what and when."""
    label, said = text.cut(found.start(), found.start("said")), text.cut(*found.span("said"))
    if not (found.group().lstrip("([ ")[0].isupper() and str(said)[0].isupper()):
        return None
    parted = _who_and_when(said)
    if parted and text.cut(start, found.start()):
        who, when = (Entry(label, one, Label(role)) for one, role in zip(parted, _FACTS, strict=True))
        action = Entry(label, text.cut(start, found.end()), Label(Role.ACTION))
        return _Note([action, who, *([when] if when.value else [])], whole=True)
    owner = owner_in(said)
    dated = bool(read_action_dates(str(said), combined=False).dates)
    if len(said.words) < MIN_WORDS or asks_meeting(str(said)) or not (owner or dated):
        return None
    owners = [Entry(label, owner, Label(Role.OFFICER))] if owner else []
    return _Note([Entry(label, said, Label(Role.ACTION)), *owners], whole=False)


def _who_and_when(said: Text) -> tuple[Text, Text] | None:
    """Part a note into its owner and its date, which may be missing; None where it says more."""
    string = str(said)
    if looks_like_officer_cell(string):
        return said, EMPTY
    for found in _PARTING.finditer(string):
        who, when = string[: found.start()], string[found.end() :]
        if looks_like_officer_cell(who) and (looks_like_date_cell(when) or _SOON.fullmatch(when)):
            return said.cut(0, found.start()), said.cut(found.end())
    return None
