"""The head of a paper: its letterhead, title and cover tables, read before the rest.

They name and date the paper; officers and dates further on are read by them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeGuard

from extract.block_entries import opening
from extract.cover import Cover, field_of, is_cover_field, split_pair, take_pair
from extract.ledger import Ledger
from extract.letterhead import take_letterhead
from extract.schema import Labelled
from extract.title_facts import take_title_facts
from extract.titles import agreed_in, is_title, kind_of, without_appendix
from normalise.elements import BlockTable, Element, Entry, OtherTable, PairTable, RecordTable
from normalise.preambles import meeting_lines
from normalise.text import fold
from normalise.unfinished import open_words
from normalise.values.dates import read_whole_date
from parsers.model import Heading, Paragraph, Text
from parsers.model.words import join

_REVIEW = re.compile(r"\b(?:review of|inquiry into|response to|scrutiny of)\b", re.IGNORECASE)
_ITEM = re.compile(
    r"(?P<label>(?:agenda )?item)\s+(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*:\s*", re.IGNORECASE
)
# A letterhead stands above the title, within the first blocks.
LETTERHEAD_BLOCKS = 12
# A running head has this part of its words from the title, or more: it may be a shorter form of it.
SAID_AGAIN = 0.7
# Words of a line with a full stop that is a sentence under a title; shorter ones end a title that has one.
MIN_SENTENCE = 6


class _Line(NamedTuple):
    """A line of the head and the place of the element that holds it."""

    element: int
    text: Text


class HeadReader:
    """Reads the head of a paper into its cover."""

    def __init__(self, cover: Cover, ledger: Ledger) -> None:
        """See the class."""
        self._cover = cover
        self._ledger = ledger
        self._reviewed: str | None = None

    def read(self, elements: Sequence[Element]) -> list[Element]:
        """Fill the cover; return the elements that are left for the body of the record."""
        elements = self._without_letterhead_rows(elements)
        top = _top(elements)
        lines = [_Line(at, line) for at, element in enumerate(elements[:top]) for line in _lines(element)]
        left = self._letterhead(self._labelled(lines))
        for element in elements:
            if isinstance(element, PairTable):
                self._pairs(element.entries)
            elif isinstance(element, BlockTable):
                self._pairs(element.entries[: opening(element.entries)])
        rest = self._rest(elements[:top], left)
        self._title_in_tables(elements)
        self._cover.title = self._cover.title or self._reviewed
        take_title_facts(self._cover)
        return [*rest, *elements[top:]]

    def _without_letterhead_rows(self, elements: Sequence[Element]) -> list[Element]:
        """Take tables of one row that are a line of the letterhead: "Audit Committee", a tab, its day."""
        left: list[Element] = []
        for at, element in enumerate(elements):
            line = join(element.rows[0], " ") if _is_row(element) else Text()
            if at < LETTERHEAD_BLOCKS and line and take_letterhead(self._cover, [line]):
                self._ledger.place(line)
            else:
                left.append(element)
        return left

    def _pairs(self, entries: Sequence[Entry]) -> None:
        label = ""
        for entry in entries:
            if entry.value and entry.label:
                label = self._ledger.place(entry.label)
                self._take(label, entry.value)
            elif entry.value and field_of(label) == "contacts":
                self._take(label, entry.value)
            elif entry.label and take_letterhead(self._cover, [entry.label]):
                self._ledger.place(entry.label)

    def _take(self, label: str, value: Text) -> None:
        string = self._ledger.place(value)
        if field_of(label) == "title" and self._cover.title is None:
            self._cover.title = " ".join(string.split())
        else:
            take_pair(self._cover, label, string)

    def _labelled(self, lines: Sequence[_Line]) -> list[_Line]:
        """Take "Label: value" lines with the lines that wrap under them; return the others."""
        rest: list[_Line] = []
        label: str | None = None
        value = Text()
        for line in lines:
            wraps = label is not None and _is_below(line.text, value) and not _is_date(value)
            pair = split_pair(line.text)
            if pair and (item := _ITEM.fullmatch(str(pair[0]))) and kind_of(str(pair[1])):
                self._ledger.place(pair[0])
                self._cover.metadata.append(Labelled(label=item["label"], value=item["number"]))
                line, pair = line._replace(text=pair[1]), None  # "Agenda item 9: Action tracker"
            known = pair is not None and (_is_label(*map(str, pair)) or wraps)
            if label is not None and (known or not wraps):
                self._take_line(label, value)
                label = None
            if known and pair:
                label, value = self._ledger.place(pair[0]), pair[1]
            elif label is not None:
                value = join((value, line.text), "\n") if value else line.text
            else:
                rest.append(line)
        if label is not None:
            self._take_line(label, value)
        return rest

    def _take_line(self, label: str, value: Text) -> None:
        """Take a labelled line; one that names the review is the title where no other line is."""
        self._take(label, value)
        if field_of(label) == "review" and self._reviewed is None:
            self._reviewed = " ".join(f"{label} {value}".split())

    def _letterhead(self, lines: Sequence[_Line]) -> list[_Line]:
        """Take council, committee and date; return the lines that are none of these."""
        left: list[_Line] = []
        at = 0
        while at < len(lines):
            taken = take_letterhead(self._cover, [line.text for line in lines[at:]])
            for line in lines[at : at + taken]:
                self._ledger.place(line.text)
            if not taken:
                left.append(lines[at])
            at += taken or 1
        return left

    def _rest(self, elements: Sequence[Element], left: Sequence[_Line]) -> list[Element]:
        """Take the first title that is no letterhead; keep other lines for the sections."""
        kept: list[Element] = []
        titled = self._titled(left, elements)
        for at, element in enumerate(elements):
            text = join((line.text for line in left if line.element == at), "\n")
            if not isinstance(element, Heading | Paragraph):
                kept.append(element)
            else:
                rest = [text] if at < titled else self._beside_title(text)
                kept += [replace(element, text=part) for part in rest if part]
        return kept

    def _beside_title(self, text: Text) -> list[Text]:
        """Take the title out of a heading or paragraph; return the lines that are left over and under it."""
        before, title, after = _title_lines(text) if self._cover.title is None else ([], [text], [])
        if title and self._is_title(join(title, "\n")):
            return [join(before, "\n"), join(after, "\n")]
        return [text]

    def _titled(self, left: Sequence[_Line], elements: Sequence[Element]) -> int:
        """Return the element of the title: the first that names a kind of paper, else the first.

        A line above it that is no letterhead of one council is that of a partnership. A
        heading that says again what a plain line over it says is the title, and the line
        a running head.
        """
        named = [line for line in left if kind_of(str(line.text)) or _REVIEW.search(str(line.text))]
        if not named:
            return 0
        first = named[0]
        headings = (line for line in named[1:] if isinstance(elements[line.element], Heading))
        again = next((line for line in headings if _says_again(line.text, first.text)), first)
        return first.element if isinstance(elements[first.element], Heading) else again.element

    def _title_in_tables(self, elements: Sequence[Element]) -> None:
        """Take the title that stands in the first row of a table, where nothing above gives one."""
        for element in elements:
            for text in element.titles if isinstance(element, RecordTable) else _lone_cells(element):
                if self._cover.title is not None:
                    return
                if isinstance(element, RecordTable) and take_letterhead(self._cover, [text]):
                    self._ledger.place(text)
                else:
                    self._is_title(text)

    def _is_title(self, text: Text) -> bool:
        """Take a title; the same title once more is furniture."""
        string = " ".join(str(text).split())
        if self._cover.title is None and is_title(string):
            self._cover.title = " ".join(self._ledger.place(text).split())
            self._cover.plan_agreed = self._cover.plan_agreed or agreed_in(self._cover.title)
            return True
        if self._cover.title is not None and fold(string) == fold(self._cover.title):
            self._ledger.furnish([text])
            return True
        return False


def _title_lines(text: Text) -> tuple[list[Text], list[Text], list[Text]]:
    """Part the lines of a title from a mark such as "Appendix 1" over it and from sentences under it."""
    lines = list(text.lines())
    first = next((at for at, line in enumerate(lines) if is_title(str(line))), 0)
    end = next(
        (at for at in range(first + 1, len(lines)) if _begins_sentence(lines[at - 1], lines[at])), len(lines)
    )
    return lines[:first], lines[first:end], lines[end:]


def _begins_sentence(above: Text, line: Text) -> bool:
    """Tell whether a line under one that may end is no part of a title.

    It is a whole sentence, or begins in small letters what stands under capitals.
    """
    if not str(line)[:1].isupper() or fold(str(above.words[-1])) in open_words():
        return False
    is_sentence = str(line).endswith(".") and len(line.words) >= MIN_SENTENCE
    return is_sentence or (str(above).isupper() and not str(line).isupper() and len(above.words) > 1)


def _says_again(line: Text, above: Text) -> bool:
    """Tell whether a line has most of the words of one above it, what numbers an appendix aside."""
    words, others = (set(re.findall(r"\w+", fold(without_appendix(str(one))))) for one in (line, above))
    return len(words & others) >= SAID_AGAIN * len(others)


def _lines(element: Element) -> tuple[Text, ...]:
    return element.text.lines() if isinstance(element, Heading | Paragraph) else ()


def _is_row(element: Element) -> TypeGuard[OtherTable]:
    return isinstance(element, OtherTable) and len(element.rows) == 1


def _lone_cells(element: Element) -> Sequence[Text]:
    """Return the cells of a head table that stand alone in their row."""
    entries = element.entries if isinstance(element, PairTable) else ()
    return [entry.label for entry in entries if entry.label and not entry.value]


def _is_label(label: str, value: str) -> bool:
    """Tell a label of a cover from a title with a colon.

    "Cabinet Member Response to the Inquiry: Meals", "Scrutiny Review: Meals – Action Plan".
    """
    if field_of(label) == "review":
        return kind_of(value) is None
    return field_of(label) is not None or (is_cover_field(label) and not _REVIEW.search(label))


def _is_date(value: Text) -> bool:
    """Tell whether a value is one date, which no line wraps on from."""
    return bool(value) and read_whole_date(str(value)) is not None


def _is_below(line: Text, value: Text) -> bool:
    """Tell whether a line stands right under the value above it, or the value is still to come."""
    return not value or line.words[0].before == "\n"


def _top(elements: Sequence[Element]) -> int:
    """Return where the head of the paper ends: at a table, an item or a numbered heading."""
    meetings = meeting_lines(elements)
    for at, element in enumerate(elements[:LETTERHEAD_BLOCKS]):
        if not isinstance(element, Heading | Paragraph) or at in meetings:
            return at
        if at and str(element.text)[:1].isdecimal() and read_whole_date(str(element.text)) is None:
            return at
    return min(len(elements), LETTERHEAD_BLOCKS)
