"""Headers and footers: what page 1 prints at its top, and what pages print again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.docx.blocks import BlockReader
from parsers.docx.ooxml import Element, attribute, children, name_of, qualified, switch
from parsers.docx.package import Package, Part
from parsers.docx.reading import Reading, ReadParagraph
from parsers.docx.runs import TAB, Run
from parsers.docx.tables import cell_runs
from parsers.model import Block, Place, Text
from parsers.model.words import NOWHERE

# "Page 1 of 3": what stands around the numbers of a page number.
MAX_PAGE_WORDS = 3
_REFERENCES = {"w:headerReference": "header", "w:footerReference": "footer"}


@dataclass(slots=True)
class RunningParts:
    """The headers and footers that the pages of a paper print, each part once.

    Attributes:
        opening: the header of the first page.
        others: all others, in the order of the sections.
    """

    opening: Part | None = None
    others: list[Part] = field(default_factory=list)


def running_parts(package: Package, main: Part, even_pages: bool) -> RunningParts:
    """Find the headers and footers that are printed.

    Args:
        package: the file.
        main: its main part.
        even_pages: whether even pages have headers of their own.
    """
    found = RunningParts()
    names: set[str] = set()
    for at, section in enumerate(_sections(main.root)):
        first_page = bool(switch(section, "w:titlePg"))
        for side, kind, name in _printed(main, section, first_page, even_pages):
            part = package.part(name) if name not in names else None
            names.add(name)
            if part is None:
                continue
            if at == 0 and side == "header" and kind == ("first" if first_page else "default"):
                found.opening = part
            else:
                found.others.append(part)
    return found


def _sections(root: Element) -> list[Element]:
    """Return the properties of the sections; those that a tracked change replaced are none."""
    all_properties = root.iter(qualified("w:sectPr"))
    return [one for one in all_properties if name_of(one.getparent()) != "w:sectPrChange"]


def _printed(
    main: Part, section: Element, first_page: bool, even_pages: bool
) -> Iterator[tuple[str, str, str]]:
    """Yield the headers and footers that a section names and prints: side, kind of page, part name."""
    kinds = {"default"} | ({"first"} if first_page else set()) | ({"even"} if even_pages else set())
    for one in children(section):
        side = _REFERENCES.get(name_of(one))
        kind = attribute(one, "w:type") or "default"
        relation = main.relations.get(attribute(one, "r:id") or "")
        if side and relation and kind in kinds:
            yield side, kind, relation[1]


def opening_blocks(reader: BlockReader, part: Part, furniture: list[Text]) -> Iterator[Block]:
    """Yield the blocks of the header of page 1; page numbers in it go to `furniture`."""
    for one in reader.reading.content(part.root):
        if not isinstance(one, ReadParagraph):
            yield from reader.table(one, NOWHERE)
            continue
        runs = list(one.runs)
        if any(run.page_number for run in runs):
            runs = list(_without_page_number(reader.reading, runs, furniture))
        yield from reader.paragraph(ReadParagraph(one.properties, tuple(runs), one.mark), NOWHERE)
        for box in one.boxes:
            yield from reader.blocks(box, NOWHERE)


def _without_page_number(reading: Reading, runs: list[Run], furniture: list[Text]) -> Iterator[Run]:
    """Yield the parts of a line, as its tabs part it, that are no page number."""
    for part in _tabbed(runs):
        others = " ".join(run.text for run in part if run.shown and not run.page_number).split()
        if any(run.page_number for run in part) and len(others) <= MAX_PAGE_WORDS:
            furniture.append(reading.spell(part, NOWHERE).text)
        else:
            yield from part


def _tabbed(runs: list[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        if run.text == TAB:
            parts.append([])
        parts[-1].append(run)
    return parts


def furniture_texts(reading: Reading, part: Part) -> Iterator[Text]:
    """Yield what a header or footer prints, line by line."""
    text = reading.spell(cell_runs(reading, part.root), Place()).text
    yield from text.lines()
