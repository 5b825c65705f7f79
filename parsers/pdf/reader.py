"""PDF -> layout: page by page, tables first, then the prose around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

import pypdfium2.raw as pdfium

from parsers.model import Block, Layout, Place, Remark, Text
from parsers.options import AS_THEY_ARE, ReadOptions
from parsers.pdf.content import Box, Drawing, PageContent, Token, union
from parsers.pdf.document import bookmarks, comments_on, is_truncated, opened, page_of
from parsers.pdf.drawing import Pen
from parsers.pdf.geometry import View, view_of
from parsers.pdf.glyphs import Style, TextPage, is_hidden
from parsers.pdf.grids import FilledGrid, Grid
from parsers.pdf.line_numbers import LineNumbers
from parsers.pdf.lines import Line, Setter, lines_of
from parsers.pdf.prose import Body, blocks_of, measure_of
from parsers.pdf.prose_pages import is_prose
from parsers.pdf.regions import HEAD_LINES
from parsers.pdf.scanned import is_scan, recognised
from parsers.pdf.strikes import Lines, with_strikes
from parsers.pdf.tables import find_tables, find_unruled, set_table, tables_across
from parsers.pdf.turns import upright
from parsers.pdf.zones import zones

_INFERRED = "table {} on page {} has no rules around its cells: the white between words tells them"
# The smallest print puts some 1,500 words on a page; one with far more is searched for ruled tables only.
MAX_TOKENS = 5_000
# A page ends with a table where no more lines than these stand under it.
MAX_FOOTER = 3
# A line over more of the width of a table than this, with another under it, is one of a paragraph.
RUNS_ON = 0.8


def read_pdf(data: bytes, media_type: str, options: ReadOptions = AS_THEY_ARE) -> Layout:
    """Read a PDF.

    Raises:
        Encrypted: it wants a password.
        BrokenFile: it cannot be opened, or has no page.
        TooLarge: it has too many pages.
        OcrMissing: pages are to be recognised and the engine is not installed.
    """
    paper = _Paper(options)
    with opened(data, options) as document:
        count = len(document)
        for at in range(count):
            with page_of(document, at) as page:
                paper.take(page, at + 1)
        marks = tuple(bookmarks(document))
    if is_truncated(data):
        paper.remark("truncated-input", "the end of the file is missing; what is left of it was read", 1)
    furniture, remarks = tuple(paper.furniture), tuple(paper.remarks)
    return Layout(media_type, tuple(paper.blocks), count, furniture, remarks, marks)


@dataclass(slots=True)
class _Paper:
    """The blocks of a paper as its pages are read."""

    options: ReadOptions
    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    furniture: list[Text] = field(default_factory=list)
    _setter: Setter = field(default_factory=Setter)
    _numbers: LineNumbers = field(default_factory=LineNumbers)
    _body: Body = field(default_factory=Body)
    _last: Grid | None = None
    _open: Grid | None = None
    _tables: int = 0

    def remark(self, code: str, message: str, page: int) -> None:
        """Note what a reader of the record should know of a page."""
        self.remarks.append(Remark(code, message, place=Place(page=page)))

    def take(self, page: pdfium.FPDF_PAGE | None, number: int) -> None:
        """Read one page."""
        if page is None:
            self.remark("truncated-input", f"page {number} is damaged and cannot be read", number)
            return
        for words in comments_on(page):
            self.remark("comment", f"a comment on page {number}: “{words}”", number)
        content = read_page(page, number, self.options.limits.page_characters)
        if content.cut:
            message = f"page {number} has {content.cut:,} characters over the limit, which were not read"
            self.remark("truncated-input", message, number)
        if is_scan(content):
            content = self._scan(page, content)
        for words in content.hidden:
            self.remark("hidden-text", f"“{words}” is on the page and cannot be seen", number)
        self.blocks += self._blocks(self._without_line_numbers(content))

    def _without_line_numbers(self, content: PageContent) -> PageContent:
        found = self._numbers.of(content.tokens)
        if not found:
            return content
        place = Place(page=content.number)
        self.furniture += [self._setter.text([line], place, line.box[2], 0.0) for line in lines_of(found)]
        numbers = set(found)
        return replace(content, tokens=tuple(one for one in content.tokens if one not in numbers))

    def _scan(self, page: pdfium.FPDF_PAGE, content: PageContent) -> PageContent:
        """Say that a page is a picture; read it where that is asked for."""
        if not self.options.ocr:
            self.remark(
                "scanned-page",
                f"page {content.number} is a picture without text: --ocr reads it",
                content.number,
            )
            return content
        read, doubtful = recognised(page, content)
        self.remark("scanned-page", f"page {content.number} was read from a picture", content.number)
        if doubtful:
            words = "”, “".join(doubtful)
            self.remark("doubtful-words", f"look again at “{words}” on page {content.number}", content.number)
        return read

    def _blocks(self, content: PageContent) -> Iterator[Block]:
        """Make the blocks of a page: its ruled tables, and zone by zone what stands around them."""
        self._setter.turn = content.turn
        if content.plain and not self._open:
            yield from self._zone(content, lines_of(content.tokens), [], 1)
            return
        ruled, left = find_tables(content, self._last)
        crowded = len(left) > MAX_TOKENS
        lines = lines_of(left)
        whole = crowded or self._open
        parts = [left] if whole else zones(lines, tables_across(lines, content, ruled))
        homes = [_home(table, parts) for table in ruled]
        first_line = 1
        for at, zone in enumerate(parts):
            above = self._open if _leads(lines, ruled) else None
            held = lines if len(parts) == 1 else lines_of(zone)
            unruled, rest = ([], held) if crowded else find_unruled(held, content, ruled, above)
            tables = [table for table, home in zip(ruled, homes, strict=True) if home == at] + unruled
            yield from self._zone(content, rest, tables, first_line)
            first_line += len(rest)
            self._open = _open_at_end(unruled, rest)
        self._last = max((one.grid for one in ruled), key=lambda grid: grid.ys[-1], default=self._last)

    def _zone(
        self, content: PageContent, lines: list[Line], tables: list[FilledGrid], first_line: int
    ) -> Iterator[Block]:
        """Make blocks of the lines and the tables of a zone, from the top."""
        at, page = 0, content.number
        self._body.note(lines)
        measure = measure_of(lines, content.width)
        for table in [*sorted(tables, key=lambda one: one.top), None]:
            above = _above(lines[at:], table)
            place = Place(page=page, line=first_line + at)
            yield from blocks_of(above, place, measure, self._setter, self._body)
            at += len(above)
            if table:
                self._tables += 1
                made = set_table(table, self._tables, content, self._setter, self._last)
                if not table.ruled:
                    message = _INFERRED.format(self._tables, page)
                    self.remarks.append(Remark("inferred-table", message, place=made.place))
                yield made


def _home(table: FilledGrid, parts: list[list[Token]]) -> int:
    """Return the zone in which a ruled table stands: the last one with words above it and on its side."""
    x0, top, x1, _ = table.grid.box
    beside = [
        at
        for at, zone in enumerate(parts)
        if any(token.top < top and token.x0 < x1 and token.x1 > x0 for token in zone)
    ]
    return beside[-1] if beside else 0


def _open_at_end(tables: list[FilledGrid], lines: list[Line]) -> Grid | None:
    """Return the table with which a page ends, if nothing but a footer stands below it."""
    last = max((table.grid for table in tables), key=lambda grid: grid.ys[-1], default=None)
    below = [line for line in lines if last and line.base > last.ys[-1]]
    return last if last and len(below) <= MAX_FOOTER and not _is_paragraph(below, last) else None


def _is_paragraph(lines: list[Line], table: Grid) -> bool:
    """Tell lines under a table that run on over its width from those of a footer."""
    width = table.xs[-1] - table.xs[0]
    return any(
        upper.box[2] - upper.box[0] > RUNS_ON * width and lower.base - upper.base < 2 * lower.size
        for upper, lower in pairwise(lines)
    )


def _leads(lines: list[Line], ruled: list[FilledGrid]) -> bool:
    """Tell whether what a page begins with may go on with the page before: no ruled table stands near."""
    first = min((table.top for table in ruled), default=None)
    return first is None or sum(line.base < first for line in lines) > HEAD_LINES


def _above(lines: list[Line], table: FilledGrid | None) -> list[Line]:
    """Return the first lines that stand above a table, all of them where there is none."""
    return [line for line in lines if table is None or line.base <= table.top + line.size / 2]


def read_page(page: pdfium.FPDF_PAGE, number: int, most: int) -> PageContent:
    """Read what stands on a page, by lines where nothing on it may be a table; `most` of its characters."""
    view = view_of(page)
    drawing = Pen(view).drawing(page)
    lines = Lines(drawing)
    text = TextPage(page, view, most)
    try:
        plain = not (text.scattered or drawing.shades) and _is_prose(text.rectangles(), drawing, lines)
        tokens, hidden = _seen(text.lines() if plain else text.runs(lines), view, drawing)
    finally:
        text.close()
    found = PageContent(
        number, view.width, view.height, tuple(tokens), drawing, tuple(hidden), plain, cut=text.cut
    )
    return with_strikes(upright(found))


def _is_prose(runs: list[Box], drawing: Drawing, lines: Lines) -> bool:
    """Tell whether a page can be read by lines: it is prose, and no words of it are struck through."""
    return is_prose(runs, drawing) and not (lines and any(map(lines.through, runs)))


def _seen(
    found: Iterator[tuple[Token, Style]], view: View, drawing: Drawing
) -> tuple[list[Token], list[str]]:
    """Part the tokens of a page from those that nobody sees."""
    seen: list[Token] = []
    hidden: list[str] = []
    aslant: list[Token] = []
    for token, style in found:
        if not token.text.strip():
            continue
        if is_hidden(token, style, drawing.shades, width=view.width, height=view.height):
            hidden.append(token.text)
        elif token.angle % 90:
            aslant.append(token)
        else:
            seen.append(token)
    return [*seen, *_watermarks(aslant)], [" ".join(hidden)] if hidden else []


def _watermarks(tokens: list[Token]) -> Iterator[Token]:
    """Put the letters of words set aslant together: PDFium takes each for a line."""
    for angle, run in groupby(tokens, key=lambda token: token.angle):
        parts = list(run)
        x0, top, x1, bottom = union([part.box for part in parts])
        glue = "" if all(len(part.text) == 1 for part in parts) else " "
        text = glue.join(part.text for part in parts)
        yield parts[0]._replace(text=text, x0=x0, top=top, x1=x1, bottom=bottom, angle=angle)
