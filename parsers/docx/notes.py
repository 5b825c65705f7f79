"""Footnotes and endnotes as paragraphs at the end, comments as remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.docx.blocks import BlockReader
from parsers.docx.numbering import spell
from parsers.docx.ooxml import Element, attribute, children, name_of, number, qualified, value
from parsers.docx.package import Package, Part
from parsers.docx.reading import Reading, ReadParagraph
from parsers.docx.runs import NoteReference
from parsers.model import Block, Paragraph, Place, Remark, Text

# What Word numbers notes with where the file does not say.
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class Notes:
    """Reads the notes of a paper in the order of their references.

    Attributes:
        reader: reads their paragraphs.
        parts: the parts that hold them, by kind.
        settings: elements that may say how notes are numbered: settings, section.
    """

    reader: BlockReader
    parts: dict[str, Part]
    settings: list[Element]
    _counts: dict[str, int] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of all notes that are referred to, each note once."""
        seen: set[tuple[str, str]] = set()
        reading = self.reader.reading
        at = 0
        while at < len(reading.notes):  # a note may refer to another
            reference, place = reading.notes[at]
            at += 1
            note = self._note(reference)
            if note is None or (reference.kind, reference.id) in seen:
                continue
            seen.add((reference.kind, reference.id))
            reading.note_number = self._number(reference)
            yield from self._paragraphs(note, place)
        reading.note_number = ""

    def _paragraphs(self, note: Element, place: Place) -> Iterator[Block]:
        """Yield the paragraphs of a note: what stands at their head is no mark of a list."""
        for one in self.reader.reading.content(note):
            if isinstance(one, ReadParagraph):
                spelled = self.reader.reading.spell(one.printed(), place)
                if spelled.text:
                    yield Paragraph(spelled.text, spelled.strong())
            else:
                yield from self.reader.table(one, place)

    def _note(self, reference: NoteReference) -> Element | None:
        part = self.parts.get(reference.kind)
        notes = children(part.root) if part else ()
        return next((one for one in notes if attribute(one, "w:id") == reference.id), None)

    def _number(self, reference: NoteReference) -> str:
        """Count a note and print its number; a note with a mark of its own is not counted."""
        kind = reference.kind
        if not reference.numbered:
            return ""
        first = number(self._stated(kind, "w:numStart")) or 1
        self._counts[kind] = self._counts.get(kind, first - 1) + 1
        return spell(self._counts[kind], self._stated(kind, "w:numFmt") or _FORMATS[kind])

    def _stated(self, kind: str, name: str) -> str | None:
        found = (value(one, f"w:{kind}Pr/{name}") for one in self.settings)
        return next((one for one in found if one is not None), None)


def note_parts(package: Package, main: Part) -> dict[str, Part]:
    """Return the parts that hold footnotes and endnotes."""
    found = {kind: package.related(main, f"{kind}s") for kind in _FORMATS}
    return {kind: part for kind, part in found.items() if part}


def comment_remarks(reading: Reading, comments: Part | None) -> Iterator[Remark]:
    """Yield a remark for each comment: who said what, when, on which words."""
    for one in children(comments.root) if comments else ():
        if name_of(one) != "w:comment":
            continue
        words = Text(tuple(reading.commented.get(attribute(one, "w:id") or "", ())))
        said = " ".join("".join(_characters(one)).split())
        signature = ", ".join(filter(None, (attribute(one, "w:author"), attribute(one, "w:date"))))
        by = f" of {signature}" if signature else ""
        yield Remark("comment", f"comment{by}: “{said}”", words, words.place or Place())


def _characters(comment: Element) -> Iterator[str]:
    for paragraph in comment.iter(qualified("w:p")):
        yield from (one.text or "" for one in paragraph.iter(qualified("w:t")))
        yield " "
