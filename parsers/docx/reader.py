"""Word file -> layout."""

from __future__ import annotations

from parsers.docx.blocks import BlockReader
from parsers.docx.headers import furniture_texts, opening_blocks, running_parts
from parsers.docx.notes import Notes, comment_remarks, note_parts
from parsers.docx.numbering import Numbering
from parsers.docx.ooxml import child, switch
from parsers.docx.package import Package, Part
from parsers.docx.reading import Reading
from parsers.docx.styles import Styles
from parsers.docx.unread import unread_remarks
from parsers.errors import BrokenFile
from parsers.limits import LIMITS, Limits
from parsers.model import Block, Layout, Text


def read_docx(data: bytes, media_type: str, limits: Limits = LIMITS) -> Layout:
    """Read a Word file as it prints: tracked changes accepted, hidden text left out.

    Raises:
        BrokenFile: the file is damaged or holds no document.
        TooLarge: it unpacks to more than any paper.
    """
    package = Package(data, limits)
    main = package.main()
    body = child(main.root, "w:body")
    if body is None:
        raise BrokenFile("it holds no body of text")
    reading = _reading(package, main)
    reader = BlockReader(reading)
    settings = package.related(main, "settings")
    running = running_parts(package, main, bool(settings and switch(settings.root, "w:evenAndOddHeaders")))
    blocks: list[Block] = []
    furniture: list[Text] = []
    if running.opening:
        blocks += opening_blocks(reader, running.opening, furniture)
    blocks += reader.blocks(body)
    numbered_by = [
        one for one in (child(body, "w:sectPr"), settings.root if settings else None) if one is not None
    ]
    blocks += Notes(reader, note_parts(package, main), numbered_by).blocks()
    for part in running.others:
        furniture += furniture_texts(reading, part)
    reading.remarks += unread_remarks(main.root)
    reading.remarks += comment_remarks(reading, package.related(main, "comments"))
    return Layout(media_type, tuple(blocks), None, tuple(furniture), tuple(reading.remarks))


def _reading(package: Package, main: Part) -> Reading:
    """Read the styles and lists of a paper; without them it is read plainly."""
    styles = package.related(main, "styles")
    numbering = package.related(main, "numbering")
    known = Styles(styles.root if styles else None)
    return Reading(known, Numbering(numbering.root if numbering else None, known))
