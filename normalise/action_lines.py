"""Actions in lines of their own, under no recommendation: "ACTION: Clerk to …", "Action 1: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from normalise.columns import DATE_ROLES, OFFICER_ROLES, Label, Role, read_label
from normalise.elements import BlockTable, Entry
from normalise.label_lines import entry_of
from normalise.lexicon import load
from normalise.text import fold
from normalise.values.dates import read_action_dates
from normalise.values.officers import looks_like_officer_cell, read_officers
from normalise.values.references import is_reference
from parsers.model import Block, Heading, Item, Paragraph, Table, Text
from parsers.model.words import EMPTY, join

# What marks a line as an action; "Action Plan – Housing" and "Action required: note" do not.
_MARK = re.compile(
    r"[\[(]?(?:(?:agreed|new)\s+)?actions?(?:\s+(?:point|agreed))?"
    r"(?:\s+(?:no\.?\s*)?(?P<ref>[A-Z]{0,3}\d[\w./]{0,9}))?"
    r"(?:\s*\((?P<who>[^()\n]{1,60})\))?\s*(?::|\s[–—-](?=\s))\s*",
    re.IGNORECASE,
)
# "Head of Parks to write …" is for the head of parks, "Head of Parks to be invited" for nobody told.
_TO_DO = re.compile(r"(?P<who>[^.;:\n]{2,90}?)\s+(?:to|will)\s+(?!be\b)(?P<verb>[a-z-]+)")
_FACTS = OFFICER_ROLES | DATE_ROLES | {Role.STATUS, Role.PROGRESS, Role.RAG, Role.COMMENTS, Role.PRIORITY}
# Actions wanted of a run whose facts stand before each: one alone may be the cover of a paper.
MIN_BEFORE = 2
# An action says more than "Action: Noted" or the name of its owner.
MIN_WORDS = 3
# "Minutes of the Housing and Communities Overview and Scrutiny Committee held on 4 June 2024" has 14.
MAX_TITLE_WORDS = 20


def read_actions(blocks: Sequence[Block], at: int) -> tuple[list[Paragraph | BlockTable], int] | None:
    """Read the actions in lines that begin with block `at`.

    Args:
        blocks: the blocks of the paper.
        at: place of the first.

    Returns:
        Each action as a table of labels and values, with the prose that stands over it in its
        block, and the place behind them; None where no action is marked and told: of one at
        least the owner is named in the mark, as "Name to do …" or by a label, or the date is told.
    """
    prose, lines = _opening(blocks[at])
    if not lines:
        return None
    end = at + 1
    while end < len(blocks) and (more := _following(blocks[end])):
        lines += more
        end += 1
    actions = list(_grouped([line for line in lines if not line.is_aside]))
    said = sum(map(_says, actions))
    if not any(_is_told(action) and _says(action) for action in actions) or said * 2 <= len(actions):
        return None
    above = [Paragraph(join(prose, "\n"))] if prose else []
    asides = [Paragraph(line.entry.value) for line in lines if line.is_aside]
    return [*above, *map(_element, actions), *asides], end


def _element(action: _Action) -> Paragraph | BlockTable:
    """Return an action as labels and values; one that only asks the meeting to note stays prose."""
    if _says(action):
        return BlockTable(tuple(_entries(action)))
    entries = (action.line.entry, *action.facts)
    return Paragraph(join((join((entry.label, entry.value), " ") for entry in entries), "\n"))


@dataclass(slots=True)
class _Line:
    """A line under a label, or an action under its mark; `who` is named in the mark."""

    entry: Entry
    ref: Text = EMPTY
    who: Text = EMPTY

    @property
    def is_action(self) -> bool:
        return self.entry.reading.role is Role.ACTION

    @property
    def is_aside(self) -> bool:
        """Whether the line says what is no action nor a fact of one: "To note: …"."""
        return self.entry.reading.role is Role.EXTRA


@dataclass(slots=True)
class _Action:
    """An action with the labelled facts that stand beside it."""

    line: _Line
    facts: list[Entry] = field(default_factory=list)


def _opening(block: Block) -> tuple[list[Text], list[_Line]]:
    """Return the prose of a block over its first labelled line, and the lines from there on."""
    if isinstance(block, Table) or "action" not in str(block.text).casefold():
        return [], []
    texts = block.text.lines()
    first = next((at for at, text in enumerate(texts) if _MARK.match(str(text))), None)
    if first is None:
        return [], []
    first = 0 if _labelled(texts[0]) else first
    if first and isinstance(block, Item | Heading):
        return [], []
    return list(texts[:first]), _lines(block, texts[first:])


def _following(block: Block) -> list[_Line]:
    """Return the lines of a block that begins with a label or a marked action; none of any other."""
    if isinstance(block, Table) or not (texts := block.text.lines()):
        return []
    return _lines(block, texts) if _labelled(texts[0]) else []


def _lines(block: Block, texts: Sequence[Text]) -> list[_Line]:
    """Read labelled lines; a line without a label goes on with the one above it."""
    found: list[_Line] = []
    for text in texts:
        line = _labelled(text) or _aside(text)
        if line is None:
            above = found[-1]
            above.entry = Entry(above.entry.label, join((above.entry.value, text), " "), above.entry.reading)
            continue
        mark = block.mark if isinstance(block, Item) and not found else None
        if mark:
            label = join((mark, line.entry.label), " ")
            line.entry = Entry(label, line.entry.value, line.entry.reading)
        found.append(line)
    return found


def _labelled(text: Text) -> _Line | None:
    """Read a line that begins with the mark of an action or the label of a fact."""
    string = str(text)
    found = _MARK.match(string)
    if found:
        ref, who = (text.cut(*found.span(name)) if found[name] else EMPTY for name in ("ref", "who"))
        if who and not ref and is_reference(str(who)) and not _is_owner(str(who)):
            ref, who = who, EMPTY
        entry = Entry(text.cut(0, found.end()), text.cut(found.end()), Label(Role.ACTION))
        return _Line(entry, ref, who)
    entry = entry_of(text)
    return _Line(entry) if entry.label and entry.reading.role in _FACTS else None


def _aside(text: Text) -> _Line | None:
    """Read a line under a label that no action has: "To note: …", "Decision: …"."""
    label = str(text).partition(":")[0]
    if label == str(text) or fold(label) not in load("action_lines")["asides"]["labels"]:
        return None
    return _Line(Entry(EMPTY, text, Label(Role.EXTRA)))


def _grouped(lines: Sequence[_Line]) -> Iterator[_Action]:
    """Give each action its facts: those under it, or those over it where a fact opens the run."""
    if lines[0].is_action:
        starts = [at for at, line in enumerate(lines) if line.is_action]
    else:
        label = lines[0].entry.reading.role
        starts = [at for at, line in enumerate(lines) if line.entry.reading.role is label]
    groups = [lines[a:b] for a, b in pairwise([*starts, len(lines)])]
    heads = [[line for line in group if line.is_action] for group in groups]
    if any(len(head) != 1 for head in heads) or not (lines[0].is_action or len(heads) >= MIN_BEFORE):
        return
    for group, (head,) in zip(groups, heads, strict=True):
        yield _Action(head, [line.entry for line in group if not line.is_action])


def _says(action: _Action) -> bool:
    """Tell whether an action says what is to be done, and is more than a label of an agenda."""
    value = str(action.line.entry.value)
    dated = any(entry.reading.role in DATE_ROLES and entry.value for entry in action.facts)
    return len(value.split()) >= MIN_WORDS and (dated or not asks_meeting(value))


def _is_told(action: _Action) -> bool:
    """Tell whether the paper says whose an action is, or until when."""
    value, who = action.line.entry.value, action.line.who
    labelled = any(entry.reading.role in OFFICER_ROLES | DATE_ROLES and entry.value for entry in action.facts)
    named = bool(who and _is_owner(str(who))) or bool(owner_in(value))
    return labelled or named or bool(read_action_dates(str(value), combined=False).dates)


def asks_meeting(value: str) -> bool:
    """Tell what a meeting is asked from an action: "For decision", "Members to note the report"."""
    words, asked = fold(value), load("action_lines")["asked"]
    if any(words.startswith(phrase) for phrase in asked["phrases"]):
        return True
    found = _TO_DO.match(value)
    verb = found["verb"] if found else words.removeprefix("to ").split(" ")[0].strip(".")
    if verb not in asked["verbs"]:
        return False
    if found is None or fold(found["who"]).removeprefix("the ") in asked["who"]:
        return True
    return not any(
        one.kind in {"person", "post", "team"} or (one.kind == "councillor" and one.name)
        for one in read_officers(found["who"]).officers
    )


def owner_in(value: Text) -> Text:
    """Return the words for the owner at the head of "Head of Parks to write …"; blank where none is told."""
    found = _TO_DO.match(str(value))
    if not found or not _is_owner(found["who"]):
        return EMPTY
    return value.cut(*found.span("who"))


def _is_owner(words: str) -> bool:
    """Tell whether words are owners and nothing else."""
    return looks_like_officer_cell(words)


def _entries(action: _Action) -> Iterator[Entry]:
    """Yield what the reader of blocks takes: reference, action, owner, then the facts in their order."""
    line = action.line
    if line.ref:
        yield Entry(EMPTY, line.ref, Label(Role.REF))
    yield Entry(line.entry.label, line.entry.value, line.entry.reading)
    given = any(entry.reading.role in OFFICER_ROLES and entry.value for entry in action.facts)
    owner = line.who if line.who and _is_owner(str(line.who)) else owner_in(line.entry.value)
    if owner and not given:
        yield Entry(line.entry.label, owner, read_label("Owner"))
    yield from action.facts


def is_of_minutes(line: str) -> bool:
    """Tell whether a short line, folded, says that it stands over minutes or notes of a meeting."""
    words = line.split()
    return len(words) <= MAX_TITLE_WORDS and any(
        re.search(rf"\b{phrase}\b", line) for phrase in load("action_lines")["minutes"]["words"]
    )
