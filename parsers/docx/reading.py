"""The state of reading one paper: its styles and counts, and what has been seen on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parsers.docx.changes import change_remarks
from parsers.docx.inline import RunReader
from parsers.docx.numbering import ListMark, Numbering
from parsers.docx.ooxml import Element, child, children, chosen, name_of
from parsers.docx.runs import Anchors, NoteReference, Run
from parsers.docx.styles import Styles
from parsers.docx.words import Spelled, WordCounter
from parsers.errors import TooLarge
from parsers.model import Place, Remark, Word

# Tables and boxes in one another: papers go three deep.
MAX_NESTING = 20
_ENTERED = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"})


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph: its properties, runs, mark in a list, and the boxes that it anchors."""

    properties: Element | None
    runs: tuple[Run, ...]
    mark: ListMark | None = None
    boxes: tuple[Element, ...] = ()

    def printed(self) -> list[Run]:
        """Return the runs with the mark before them, as one line shows them."""
        mark = [Run(f"{self.mark.printed} ")] if self.mark and self.mark.printed else []
        return [*mark, *self.runs]


@dataclass(slots=True)
class Reading:
    """Reads the paragraphs of one paper and turns runs into numbered words.

    Attributes:
        styles: the styles of the paper.
        numbering: its lists, counted as they are read.
        note_number: the number of the note that is read, if any.
        tables: how many tables have been numbered.
        notes: references to notes in their order, with where they stand.
        commented: the words that each comment is about.
        remarks: what was seen and no block can say.
    """

    styles: Styles
    numbering: Numbering
    note_number: str = ""
    tables: int = 0
    notes: list[tuple[NoteReference, Place]] = field(default_factory=list)
    commented: dict[str, list[Word]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    _anchors: Anchors = field(default_factory=Anchors)
    _words: WordCounter = field(default_factory=WordCounter)
    _hidden: list[str] = field(default_factory=list)
    _depth: int = 0

    def content(self, container: Element) -> Iterator[ReadParagraph | Element]:
        """Yield the paragraphs and tables of a body, cell, box or note, in their order.

        Raises:
            TooLarge: tables or boxes stand in one another deeper than in any paper.
        """
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise TooLarge(f"tables or boxes over {MAX_NESTING} deep in one another")
        open_end: ReadParagraph | None = None
        for element in flow(container):
            if name_of(element) == "w:tbl":
                if open_end:
                    yield self._ended(open_end)
                    open_end = None
                yield element
                continue
            paragraph = self._paragraph(element, open_end)
            open_end = paragraph if _end_is_deleted(paragraph.properties) else None
            if open_end is None:
                yield self._ended(paragraph)
        if open_end:
            yield self._ended(open_end)
        self._depth -= 1

    def _paragraph(self, element: Element, before: ReadParagraph | None) -> ReadParagraph:
        """Read a paragraph, behind the one before it whose end was deleted."""
        properties = child(element, "w:pPr")
        reader = RunReader(self.styles, self._anchors, self.styles.of_paragraph(properties), self.note_number)
        reader.read(element)
        self._hidden += reader.hidden
        runs, boxes = tuple(reader.runs), tuple(reader.boxes)
        if before is None:
            return ReadParagraph(properties, runs, None, boxes)
        return ReadParagraph(properties, before.runs + runs, None, before.boxes + boxes)

    def _ended(self, paragraph: ReadParagraph) -> ReadParagraph:
        """Count the paragraph in its list, now that it is known to be one."""
        place = self.styles.list_place(paragraph.properties)
        mark = self.numbering.mark(place) if place else None
        return ReadParagraph(paragraph.properties, paragraph.runs, mark, paragraph.boxes)

    def spell(self, runs: Sequence[Run], place: Place) -> Spelled:
        """Give the shown words of some runs their numbers, and note what is told of them."""
        spelled = self._words.spell(runs, place)
        self.remarks += change_remarks(runs, spelled, place)
        self._note_comments(spelled)
        self.notes += [(note, place) for note in self._anchors.notes]
        self._anchors.notes.clear()
        if any(text.strip() for text in self._hidden):
            self.hide("".join(self._hidden), place)
        self._hidden.clear()
        return spelled

    def hide(self, text: str, place: Place) -> None:
        """Note that text in the file is not printed and therefore not read."""
        words = " ".join(text.split())
        self.remarks.append(Remark("hidden-text", f"hidden text was left out: “{words}”", place=place))

    def _note_comments(self, spelled: Spelled) -> None:
        for start, run in spelled.runs:
            for comment in run.comments:
                known = self.commented.setdefault(comment, [])
                numbers = {word.number for word in known}
                words = spelled.words(start, start + len(run.text)).words
                known += [word for word in words if word.number not in numbers]

    def table_number(self) -> int:
        """Return the number of the next table, from 1."""
        self.tables += 1
        return self.tables


def flow(container: Element) -> Iterator[Element]:
    """Yield the `w:p` and `w:tbl` elements of a container, out of what wraps them."""
    for element in children(container):
        name = name_of(element)
        if name in ("w:p", "w:tbl"):
            yield element
        elif name in _ENTERED:
            yield from flow(element)
        elif name == "mc:AlternateContent":
            one = chosen(element)
            if one is not None:
                yield from flow(one)


def _end_is_deleted(properties: Element | None) -> bool:
    """Tell whether the end of a paragraph was deleted, so that it runs on into the next."""
    mark = child(properties, "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
