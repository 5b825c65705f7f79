"""Paragraphs and tables -> blocks of the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.docx.grid import grid_rows
from parsers.docx.nested import is_frame, spread
from parsers.docx.ooxml import Element
from parsers.docx.reading import Reading, ReadParagraph
from parsers.docx.runs import LINE_END, Run
from parsers.docx.tables import TableReader
from parsers.model import Block, Heading, Item, Paragraph, Place
from parsers.text.prose import mark_of

# Legal templates number their paragraphs with heading styles; a heading is no sentence of that length.
MAX_HEADING_WORDS = 15
_SENTENCE_ENDS = (".", ";", ":")


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of a body, box or note.

    Attributes:
        reading: the state of reading the paper.
        line: how many paragraphs of the body have been read.
    """

    reading: Reading
    line: int = 0

    def blocks(self, container: Element, place: Place | None = None) -> Iterator[Block]:
        """Yield the blocks of a container.

        Args:
            container: the body, a cell that frames a table, a box, a note.
            place: where all of it stands; None for the body, whose paragraphs are counted.
        """
        for one in self.reading.content(container):
            if isinstance(one, ReadParagraph):
                where = place or self._next_line()
                yield from self.paragraph(one, where)
                for box in one.boxes:
                    yield from self.blocks(box, where)
            else:
                yield from self.table(one, place)

    def _next_line(self) -> Place:
        self.line += 1
        return Place(line=self.line)

    def table(self, element: Element, place: Place | None) -> Iterator[Block]:
        """Read a table; of one that only frames others, what stands in it."""
        rows = grid_rows(element)
        if is_frame(rows):
            for row in rows:
                for cell in row.cells if row.printed else ():
                    yield from self.blocks(cell.element, place)
            return
        kept = any(row.printed for row in rows)
        number = self.reading.table_number() if kept else self.reading.tables + 1
        table = TableReader(self.reading, number).read(element, spread(rows))
        if kept:
            yield table

    def paragraph(self, paragraph: ReadParagraph, place: Place) -> Iterator[Block]:
        """Yield the heading, item or paragraph that a paragraph is; marked lines are items of their own."""
        level = self.reading.styles.heading_level(paragraph.properties)
        if level is not None and not _is_sentence(paragraph.runs):
            text = self.reading.spell(_unbroken(paragraph.printed()), place).text
            if text:
                yield Heading(text, level)
            return
        first, *others = _marked_lines(paragraph.runs)
        yield from self._item_or_paragraph(ReadParagraph(None, first, paragraph.mark), place)
        for line in others:
            yield from self._item_or_paragraph(ReadParagraph(None, line), place)

    def _item_or_paragraph(self, paragraph: ReadParagraph, place: Place) -> Iterator[Block]:
        mark, depth = paragraph.mark, paragraph.mark.level if paragraph.mark else 0
        if mark and " " in mark.printed:  # "Recommendation 1:" is a label, which a line begins with
            paragraph, mark = ReadParagraph(None, tuple(paragraph.printed())), None
        if mark and not mark.bullet:
            printed = self.reading.spell([Run(mark.printed)], place).text
            spelled = self.reading.spell(paragraph.runs, place)
            yield Item(printed, spelled.text, depth, spelled.strong())
            return
        spelled = self.reading.spell(paragraph.runs, place)
        typed = _typed_mark(str(spelled.text), bullet=mark is not None)
        text = spelled.text.cut(typed)
        if typed or (mark and text):
            printed = spelled.text.cut(0, typed)
            yield Item(printed, text, depth, spelled.strong(len(printed.words)))
        elif text:
            yield Paragraph(text, spelled.strong())


def _typed_mark(line: str, *, bullet: bool) -> int:
    """Return where the text begins behind a bullet and number typed at the head of a line."""
    found = mark_of(line, strict=not bullet)
    if found is None:
        return 0
    rest = mark_of(line[found.end() :])
    is_number = mark_of(line) is not None
    return found.end() if rest is None or is_number else found.end() + rest.end()


def _marked_lines(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """Part a paragraph where a line begins with a typed mark, if several do: each is an item."""
    lines = _lines(runs)
    marked = [mark_of("".join(run.text for run in line if run.shown), strict=True) for line in lines]
    if sum(mark is not None for mark in marked) < 2:
        return [tuple(runs)]
    parts: list[list[Run]] = []
    for line, mark in zip(lines, marked, strict=True):
        if mark is None and parts:
            parts[-1] += [Run(LINE_END), *line]
        else:
            parts.append(line)
    return [tuple(part) for part in parts]


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == LINE_END and run.shown:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _unbroken(runs: Sequence[Run]) -> list[Run]:
    """Return runs as one line: a heading is broken only to look well."""
    return [replace(run, text=run.text.replace(LINE_END, " ")) for run in runs]


def _is_sentence(runs: Sequence[Run]) -> bool:
    words = "".join(run.text for run in runs if run.shown).split()
    return len(words) > MAX_HEADING_WORDS and words[-1].endswith(_SENTENCE_ENDS)
