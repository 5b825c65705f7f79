"""Running titles and page numbers: told by repetition and place, not by their words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from normalise.columns import is_exact_label, read_label
from normalise.lexicon import load
from normalise.page_edges import running_lines
from normalise.text import fold, fold_label
from normalise.values.statuses import lead_status
from parsers.model import Block, Heading, Paragraph, Table, Text
from parsers.model.words import join

# A running title is a line; what is longer is prose that happens to be repeated.
MAX_TITLE_WORDS = 30
MAX_TITLE = 400
# Letterhead and title stand in the first lines; a later line that comes again is a heading.
OPENING_LINES = 12
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\s]*\bpage\b\s*[|:]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*"
    r"|\d{1,4}\s*(?:of|/|\|)\s*(?:\d{1,4}|page)"
    r"|[-–—]\s*\d{1,4}\s*[-–—])",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_SAYS_PAGE = (
    r"[\s|–—-]*\bpage\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*$|[\s(\[–—-]*\bcont(?:inued|['’]?d|\.)?[\s)\].]*$"
)
_PAGE_TAIL = re.compile(rf"{_SAYS_PAGE}|[\s|–—-]*\b\d{{1,3}}\s+of\s+\d{{1,3}}\s*$", re.IGNORECASE)
_PAGE_NAMED = re.compile(_SAYS_PAGE, re.IGNORECASE)
_LONE_NUMBER = re.compile(r"^\d{1,3}\s+(?=\D)|(?<=\D)\s+\d{1,3}$")


def running_key(text: str) -> str:
    """Fold a line to what stays the same of it on every page; a long text is no line."""
    if len(text) > MAX_TITLE:
        return ""
    key = _PAGE_TAIL.sub("", fold(text))
    bare = _LONE_NUMBER.sub("", key)
    return (bare if len(bare.split()) > 2 else key).strip(" |-:")


def is_page_number(text: str) -> bool:
    """Tell whether a line is a page number and says so."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: the block it stands in, how many tables are above it, its key.

    `cells` says that it is a row of cells, as converters print a running title;
    `labels` that it is a label, or the value under one that stands alone.
    """

    block: int
    tables: int
    text: Text
    key: str
    cells: bool = False
    labels: bool = False

    @property
    def number(self) -> int:
        """The number of its first word."""
        return self.text.words[0].number

    def words(self) -> set[str]:
        return set(re.findall(r"\w+", self.key))


def without_furniture(blocks: Sequence[Block]) -> tuple[list[Block], list[Text]]:
    """Part the blocks of a paper from what every page prints again.

    A line is furniture where it is a page number, where it stands at the head or
    foot of most pages, where it repeats one of the paper's first lines, where it
    stands in most of the gaps between tables, or where it stands beside a table
    and holds only words of the first lines.

    Returns:
        The blocks that are left, and the furniture.
    """
    lines = list(_lines(blocks))
    running = running_lines(blocks)
    gone = {
        line.number: line
        for line in lines
        if is_page_number(str(line.text)) or (line.number in running and not line.labels)
    }
    for rule in (_counting_numbers, _opening_again, _in_most_gaps, _made_of_opening):
        gone |= {line.number: line for line in rule(lines, gone)}
    words = {word.number for line in gone.values() for word in line.text.words}
    touched = {line.block for line in gone.values()}
    kept = (_rest(block, words) if at in touched else block for at, block in enumerate(blocks))
    return [block for block in kept if block is not None], [line.text for _, line in sorted(gone.items())]


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    tables = 0
    bare = False
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            bare = False
            text = join((cell.text for cell in block.cells), " ") if block.rows == 1 and tables else Text()
            if text and len(str(text)) <= MAX_TITLE:
                yield _Line(at, tables, text, running_key(str(text)), cells=True)
            tables += 1
        elif isinstance(block, Heading | Paragraph):
            for line in block.text.lines():
                if len(line.words) <= MAX_TITLE_WORDS and len(str(line)) <= MAX_TITLE:
                    labels = bare or _is_labelled(str(line))
                    yield _Line(at, tables, line, running_key(str(line)), labels=labels)
                bare = _is_bare_label(str(line))


def _rest(block: Block, gone: set[int]) -> Block | None:
    """Return a block without its lines of furniture, None where nothing is left."""
    if not isinstance(block, Heading | Paragraph):
        return None
    left = [line for line in block.text.lines() if line.words[0].number not in gone]
    return replace(block, text=join(left, "\n")) if left else None


def _counting_numbers(lines: Sequence[_Line], gone: Container[int]) -> list[_Line]:
    """Find lines of one number that count up, as pages do."""
    lone = (line for line in lines if line.number not in gone and not line.cells)
    numbers = [line for line in lone if _BARE_NUMBER.fullmatch(str(line.text))]
    values = [int(str(line.text)) for line in numbers]
    counts_up = all(later == value + 1 for value, later in pairwise(values))
    if len(numbers) == 1:
        return [line for line in numbers if line.text.words[0].place.page == values[0]]
    return numbers if counts_up else []


def _opening(lines: Sequence[_Line], gone: Container[int]) -> list[_Line]:
    """Return the first lines of the paper, above its first table."""
    return [line for line in lines if line.number not in gone and not line.tables and not line.cells][
        :OPENING_LINES
    ]


def _opening_again(lines: Sequence[_Line], gone: Container[int]) -> list[_Line]:
    """Find later lines that print one of the first lines again, labels with values aside."""
    first: dict[str, _Line] = {}
    for line in _opening(lines, gone):
        if line.key and not line.labels:
            first.setdefault(line.key, line)
    return [line for line in lines if line.key in first and line is not first[line.key] and not line.labels]


def _is_labelled(text: str) -> bool:
    """Tell whether a line is a label, with its value or alone; "Action plan: …" is a title."""
    label, colon, _ = text.partition(":")
    return _is_bare_label(text) or (
        bool(colon) and read_label(label).known and fold_label(label) not in kinds_of_paper()
    )


def _is_bare_label(text: str) -> bool:
    return is_exact_label(text) and fold_label(text) not in kinds_of_paper()


@cache
def kinds_of_paper() -> frozenset[str]:
    """Return what titles call papers."""
    return frozenset(words for names in load("cover")["kinds"].values() for words in names)


def _in_most_gaps(lines: Sequence[_Line], gone: Container[int]) -> list[_Line]:
    """Find lines that stand in at least half, and two or more, of the gaps between tables."""
    last = max((line.tables for line in lines), default=0)
    between = [
        line for line in lines if not line.cells and (0 < line.tables < last or line.tables == last > 1)
    ]
    gaps = {line.tables for line in between}
    places: dict[str, set[int]] = {}
    for line in between:
        if line.key and not lead_status(line.key) and not line.labels:
            places.setdefault(line.key, set()).add(line.tables)
    often = {key for key, where in places.items() if len(where) >= max(2, len(gaps) / 2)}
    return [line for line in between if line.key in often]


def _made_of_opening(lines: Sequence[_Line], gone: Container[int]) -> list[_Line]:
    """Find lines behind a table, nothing else between, of the first lines' words or with a page number."""
    opening = set().union(*(line.words() for line in _opening(lines, gone)))
    found: list[_Line] = []
    behind = 0
    for line in lines:
        if line.tables > behind and line.number not in gone:
            words = line.words()
            if (len(words) > 2 and words <= opening) or (words and _PAGE_NAMED.search(fold(str(line.text)))):
                found.append(line)
            elif not line.cells:
                behind = line.tables
    return found
