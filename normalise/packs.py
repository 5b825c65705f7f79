"""Agenda packs: the papers in one file, told by their own page numbers, bookmarks and first lines.

A report and the appendices bound with it are one paper; only a pack of several is
split (contract, Kind).  A paper that stands inside another leaves a gap in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

from normalise.lexicon import load
from normalise.text import fold, fold_label
from parsers.model import Block, Heading, Layout, Paragraph, Table
from parsers.model.layout import block_texts

# A letterhead, a title and the first lines under it.
HEAD_LINES = 10
TITLE_LINES = 3
# Longer lines are prose, whatever they begin with.
MAX_TITLE_WORDS = 25
# Running titles and page numbers take no more lines than this at an edge of a page.
EDGE_LINES = 3
# Papers of a pack print page numbers of their own on at least this share of its pages.
NUMBERED = 0.5
_OWN_NUMBER = re.compile(
    r"(?:.*\bpage\s*)?[-–—\s]*(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """One paper of a file: its layout and its pages, from 1; None where it is the whole file."""

    layout: Layout
    pages: tuple[int, ...] | None = None

    @property
    def span(self) -> str | None:
        """Return the pages as they are written: "18-20", or "13-17, 21-22" where others stand between."""
        if self.pages is None:
            return None
        runs = [
            [page for _, page in run]
            for _, run in groupby(enumerate(self.pages), key=lambda pair: pair[1] - pair[0])
        ]
        return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


@dataclass(slots=True)
class _Page:
    """A page of a file: its lines at the top and at the bottom, and whether a paper may begin on it."""

    number: int
    blocks: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    own: int | None = None

    @property
    def title(self) -> list[str]:
        """Return the first lines, page numbers left out."""
        return [line for line in self.lines[:HEAD_LINES] if not _OWN_NUMBER.fullmatch(line)]

    @property
    def is_plan(self) -> bool:
        """Tell whether the first lines name a plan, an update or a log."""
        return any(_names_kind(line) for line in self.title[:TITLE_LINES])

    @property
    def is_appendix(self) -> bool:
        """Tell whether the first line is that of an appendix."""
        return any(_appendix().match(fold(line)) for line in self.title[:1])

    @property
    def is_report(self) -> bool:
        """Tell whether the first lines are those of a report, of minutes or of an agenda."""
        return any(_begins(line) for line in self.title)


def split(layout: Layout) -> list[Bundle]:
    """Part a pack into its papers, in the order of their first pages; any other file is one."""
    pages = _pages(layout)
    papers = _papers(pages, {page for page, _, _ in layout.bookmarks})
    if not _is_pack(papers):
        return [Bundle(layout)]
    return [_bundle(layout, paper) for paper in papers]


def _pages(layout: Layout) -> list[_Page]:
    """Gather the blocks of each page; pages without any are left out."""
    pages: dict[int, _Page] = {}
    for block in layout.blocks:
        number = _page_of(block)
        if number is not None:
            page = pages.setdefault(number, _Page(number))
            page.blocks.append(block)
            page.lines += _lines(block)
    ordered = [pages[number] for number in sorted(pages)]
    _number(ordered)
    return ordered


def _page_of(block: Block) -> int | None:
    if isinstance(block, Table):
        return block.place.page
    return next((text.place.page for text in block_texts(block) if text.place), None)


def _lines(block: Block) -> Iterator[str]:
    """Yield the lines of a block of prose, of a table its rows."""
    if isinstance(block, Table):
        for row in block.grid():
            yield " ".join(str(cell.text) for cell in dict.fromkeys(row) if cell.text)
    else:
        yield from (str(line) for text in block_texts(block) for line in text.lines())


# Page numbers


def _number(pages: Sequence[_Page]) -> None:
    """Read the papers' own page numbers; those that count through the whole file are the pack's."""
    for edge in (slice(-EDGE_LINES, None), slice(EDGE_LINES)):
        for at in range(EDGE_LINES):
            found = [_numbered(page.lines[edge], at) for page in pages]
            told = [(page, number) for page, number in zip(pages, found, strict=True) if number is not None]
            offsets = {number - page.number for page, number in told}
            starts = sum(number == 1 for _, number in told)
            if len(told) >= NUMBERED * len(pages) and len(offsets) > 1 and starts > 1:
                for page, number in told:
                    page.own = number
                return


def _numbered(lines: Sequence[str], at: int) -> int | None:
    """Return the page number in a line counted from the edge of the page."""
    if at >= len(lines):
        return None
    found = _OWN_NUMBER.fullmatch(lines[-1 - at])
    return int(found.group("number")) if found else None


# Papers


def _papers(pages: Sequence[_Page], marked: set[int]) -> list[list[_Page]]:
    """Part pages into papers: where their own numbers begin anew, else where first lines say so."""
    numbered = any(page.own for page in pages)
    papers: list[list[_Page]] = []
    for page in pages:
        paper = _goes_on(papers, page) if numbered else None
        if paper is not None:
            paper.append(page)
        elif not papers or (page.own == 1 if numbered else _opens(page, pages, marked)):
            papers.append([page])
        else:
            papers[-1].append(page)
    return sorted(papers, key=lambda paper: paper[0].number)


def _goes_on(papers: Sequence[list[_Page]], page: _Page) -> list[_Page] | None:
    """Return the paper whose page numbers a page goes on with: the nearest, others may stand between."""
    if page.own is None or page.own == 1:
        return None
    before = [paper for paper in papers if paper[-1].own == page.own - 1]
    return max(before, key=lambda paper: paper[-1].number, default=None)


def _opens(page: _Page, pages: Sequence[_Page], marked: set[int]) -> bool:
    """Tell whether a page without a number of its own begins a paper.

    It begins with a heading, which is that of a report or stands in the file's own
    contents, and is no running title: other pages do not print it too.
    """
    title = page.title[:TITLE_LINES]
    first = page.blocks[0]
    headed = isinstance(first, Heading) or (isinstance(first, Paragraph) and first.strong)
    if page.is_appendix or not title or not headed:
        return False
    if any(other is not page and title[0] in other.title for other in pages):
        return False
    return any(map(_begins, title)) or (page.number in marked and page.is_plan)


def _is_pack(papers: Sequence[Sequence[_Page]]) -> bool:
    """Tell a pack of several papers from a report with its appendices."""
    heads = [paper[0] for paper in papers]
    if len(heads) < 2:
        return False
    reports = sum(head.is_report and not head.is_plan and not head.is_appendix for head in heads)
    plans = {head.title[0] for head in heads if head.is_plan and head.title}
    return reports > 1 or (not reports and len(plans) > 1)


def _bundle(layout: Layout, pages: Sequence[_Page]) -> Bundle:
    numbers = {page.number for page in pages}
    own = replace(
        layout,
        blocks=tuple(block for page in pages for block in page.blocks),
        remarks=tuple(remark for remark in layout.remarks if remark.place.page in numbers),
    )
    return Bundle(own, tuple(sorted(numbers)))


# Words


@cache
def _appendix() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("packs")["begins"]["appendices"]))
    return re.compile(rf"(?:{words})\s+(?:\d{{1,2}}|[a-z])\b")


@cache
def _kind_words() -> re.Pattern[str]:
    kinds = load("cover")["kinds"]
    words = "|".join(re.escape(word) for names in kinds.values() for word in names)
    return re.compile(rf"\b(?:{words})s?\b")


def _names_kind(line: str) -> bool:
    return len(line.split()) <= MAX_TITLE_WORDS and bool(_kind_words().search(fold(line)))


def _begins(line: str) -> bool:
    """Tell whether a line begins a report, minutes or an agenda, or is the letterhead of a council."""
    words = fold_label(line)
    if len(words.split()) > MAX_TITLE_WORDS:
        return False
    begins = any(
        words == start or words.startswith(f"{start} ") for start in load("packs")["begins"]["lines"]
    )
    return begins or (line.isupper() and words.endswith(" council"))
