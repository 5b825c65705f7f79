"""Runs: stretches of characters as they are shown, with what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.docx.ooxml import Element, attribute, name_of

LINE_END = "\n"
TAB = "\t"
# Stands between two words that are set together, as "31" and a raised "st" behind a blank.
GLUE = "\x00"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: "ins", "del", "moveTo" or "moveFrom", by whom and when where known."""

    kind: str
    author: str = ""
    time: str = ""

    @property
    def deletes(self) -> bool:
        """Whether the accepted text lacks what is marked so."""
        return self.kind in ("del", "moveFrom")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters, blanks and line ends with one state throughout.

    Attributes:
        text: the characters, blanks and line ends as shown.
        bold: whether they are bold.
        struck: whether they are struck through.
        change: the tracked change that they are part of.
        comments: the comments whose anchor they are in.
        page_number: whether a field counts them: the number or the count of pages.
    """

    text: str
    bold: bool = False
    struck: bool = False
    change: Change | None = None
    comments: frozenset[str] = frozenset()
    page_number: bool = False

    @property
    def shown(self) -> bool:
        """Whether the accepted text has it."""
        return self.change is None or not self.change.deletes


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a note: "footnote" or "endnote", its id, whether Word numbers it."""

    kind: str
    id: str
    numbered: bool = True


@dataclass(slots=True)
class Anchors:
    """What is anchored in the text and told elsewhere.

    Attributes:
        notes: the notes referred to since the last paragraph was placed.
        comments: ids of the comments that are open where the reader stands.
    """

    notes: list[NoteReference] = field(default_factory=list)
    comments: set[str] = field(default_factory=set)


def change_of(element: Element) -> Change:
    """Read the kind, author and time of a tracked change."""
    return Change(
        name_of(element).removeprefix("w:"),
        attribute(element, "w:author") or "",
        attribute(element, "w:date") or "",
    )
