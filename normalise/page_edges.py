"""Running heads and feet of printed pages, told by where they stand: the same line at the same height."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from normalise.text import fold
from normalise.values.references import is_named
from parsers.model import Block, Heading, Paragraph, Text
from parsers.model.layout import block_texts

# A running line stands at one height on all pages but for what rounding makes of it, in points.
NEAR = 3.0
# So many texts may stand outside a running line: a second line of it, a page number, a note.
OUTSIDE = 2
# A number behind fewer words than these may count recommendations: "Theme 2", "Improving attendance 3".
MIN_STEM = 3
# A sheet prints the name of its file before the number of the page: "plan.xlsx 2".
_FILE_NAME = re.compile(r"\w\.(?:xls[xmb]?|ods|docx?|odt|pdf|csv)$")
# A running line is a line; what is longer is prose.
MAX_WORDS = 30
MAX_LINE = 400
# The number of a page and the count of pages take no more characters at the end of a line.
TAIL = 24
_NUMBERED = re.compile(r"[\s|(\[–—-](?P<number>\d{1,4})(?P<of>\s?(?:/|of)\s?\d{1,4})?[\s\])|.–—-]*$")


class _Edge(NamedTuple):
    """A line at the head or the foot of a page: where it stands, and what stays the same of it.

    `offset` is what its number leaves of the page's: of page numbers it is the same on each page.
    """

    page: int
    top: float
    number: int
    head: bool
    key: str
    offset: int | None = None


def running_lines(blocks: Sequence[Block]) -> set[int]:
    """Find the lines that half of the pages or more print at their head or foot, at one height.

    They are the same on each page, or but for a number that counts with the pages. A head
    is no running line where it first stands: it may be the title.

    Returns:
        The number of the first word of each.
    """
    extents = _extents(blocks)
    enough = max(2, (len(extents) + 1) // 2)
    found: set[int] = set()
    for group in _alike(_edges(blocks, extents)):
        if len({edge.page for edge in group}) >= enough:
            found |= {edge.number for edge in group[1 if group[0].head else 0 :]}
    return found


def _extents(blocks: Sequence[Block]) -> dict[int, tuple[list[float], list[float]]]:
    """Return where the texts of each page begin and where they end, each from the top."""
    extents: dict[int, tuple[list[float], list[float]]] = {}
    for text in (text for block in blocks for text in block_texts(block) if text):
        for place in (text.words[0].place, text.words[-1].place):
            if place.page and place.bbox:
                tops, bottoms = extents.setdefault(place.page, ([], []))
                tops.append(place.bbox[1])
                bottoms.append(place.bbox[3])
    for tops, bottoms in extents.values():
        tops.sort()
        bottoms.sort()
    return extents


def _edges(blocks: Sequence[Block], extents: dict[int, tuple[list[float], list[float]]]) -> Iterator[_Edge]:
    for block in blocks:
        for line in block.text.lines() if isinstance(block, Heading | Paragraph) else ():
            place = line.words[0].place
            if not place.page or not place.bbox or len(line.words) > MAX_WORDS or len(str(line)) > MAX_LINE:
                continue
            tops, bottoms = extents[place.page]
            head = bisect_left(tops, place.bbox[1] - NEAR) <= OUTSIDE
            foot = len(bottoms) - bisect_right(bottoms, place.bbox[3] + NEAR) <= OUTSIDE
            if head or foot:
                yield from _readings(line, place.page, place.bbox[1], head=head)


def _readings(line: Text, page: int, top: float, *, head: bool) -> Iterator[_Edge]:
    """Yield a line as it stands, and without the number that it ends with where that may be the page's."""
    key = fold(str(line))
    yield _Edge(page, top, line.words[0].number, head, key)
    found = _NUMBERED.search(key[-TAIL:])
    if found is None:
        return
    stem = key[: len(key) - len(found.group())].rstrip(" |([–—-").split()
    if not stem or is_named(f"{stem[-1]} {found['number']}"):
        return
    if found["of"] or len(stem) >= MIN_STEM or _FILE_NAME.search(stem[-1]):
        yield _Edge(page, top, line.words[0].number, head, " ".join(stem), int(found["number"]) - page)


def _alike(edges: Iterable[_Edge]) -> Iterator[list[_Edge]]:
    """Group lines that are alike and stand at one height, in the order of their pages."""
    groups: dict[tuple[str, int | None, bool], list[list[_Edge]]] = {}
    for edge in sorted(edges, key=lambda one: one.top):
        known = groups.setdefault((edge.key, edge.offset, edge.head), [])
        if known and edge.top - known[-1][-1].top <= NEAR:
            known[-1].append(edge)
        else:
            known.append([edge])
    for runs in groups.values():
        yield from (sorted(run) for run in runs)
