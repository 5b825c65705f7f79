"""Prose -> sections, decisions sought, background papers and appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.ledger import Ledger
from extract.schema import DecisionSought, Section, SectionParagraph
from normalise.elements import BlockTable, Element, PairTable, RecordTable
from normalise.lexicon import load
from normalise.text import fold_label
from normalise.values.references import clean
from parsers.model import Heading, Item, Paragraph, Text
from parsers.model.words import join

# The longest numbered heading read is ten words; longer lines are sentences.
MAX_HEADING_WORDS = 14
MAX_HEADING = 200
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?:[.)])?\s+(?=\S)")
_APPENDIX = re.compile(r"(?:appendix|annexe?)\s+[\w.]+\s*[:.–—-]*\s*", re.IGNORECASE)
# Headings and lines that ask the committee to decide, in their own words.
_ASKS = re.compile(
    r"what (?:is|are|we|you)\b.*\bask(?:ed|ing)?\b.*"
    r"|.*\b(?:is|are) (?:asked|recommended|invited|requested)(?: to.*)?"
    r"|(?:decisions?|recommendations?|resolutions?)(?: (?:for|to|that|required|sought|requested|needed).*)?"
)
_ASKED = re.compile(
    r"\b(?:is|are)\s+(?:therefore\s+)?(?:asked|recommended|invited|requested)\b[^.]*:$"
    r"|\brecommended\s+that\b.*:$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;,]\s*$")


@cache
def _part_of() -> dict[str, str]:
    return {words: part for part, names in load("cover")["headings"].items() for words in names}


def part_of(heading: str) -> str | None:
    """Return the part that a heading opens: decisions, background or appendices."""
    if len(heading) > MAX_HEADING:
        return None
    words = fold_label(re.sub(r"\(.*?\)", "", heading))
    found = _part_of().get(words) or _part_of().get(fold_label(heading))
    if found is None and _ASKS.fullmatch(words):
        return "decisions"
    return found if found in {"decisions", "background", "appendices"} else None


def is_nothing(text: str) -> bool:
    """Tell whether a line says that there is nothing under its heading."""
    return _part_of().get(fold_label(text)) == "nothing"


def _reference(mark: str) -> str | None:
    """Return the number or letter of a mark; a bullet has none."""
    return clean(mark) if any(map(str.isalnum, mark)) else None


def _top_number(number: str) -> int | None:
    """Return the number of a top section, "8" or "8.0"; None for a deeper one."""
    top = number.removesuffix(".0")
    return int(top) if top.isdecimal() else None


class Outline:
    """Builds the sections of a paper from its prose, in reading order."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin with no section."""
        self._ledger = ledger
        self._number = 0
        self._levels: list[int] = []
        self._part: str | None = None
        self._sections: list[tuple[str | None, str, int, list[SectionParagraph]]] = []
        self.decisions: list[DecisionSought] = []
        self.background: list[str] = []
        self.appendices: list[str] = []

    def sections(self) -> list[Section]:
        """Return the sections."""
        return [
            Section(number=number, heading=heading, level=level, paragraphs=paragraphs)
            for number, heading, level, paragraphs in self._sections
        ]

    def take(self, element: Heading | Paragraph | Item, following: Element | None) -> None:
        """Take one line of prose; what follows it tells whether it is a heading."""
        if isinstance(element, Heading):
            self._heading(element.text, element.level)
        elif isinstance(element, Item):
            self._item(element, following)
        elif self._is_heading(element, following):
            self._heading(element.text, None)
        else:
            self._lines(element.text)

    def _lines(self, text: Text) -> None:
        """Take a paragraph; its first line may be the heading of a list: "Appendices:"."""
        first, *rest = text.lines()
        if (
            rest
            and str(first).rstrip().endswith(":")
            and part_of(str(first).rstrip(": ")) in {"background", "appendices"}
        ):
            self._heading(first, None)
            text = join(rest, "\n")
        self._paragraph(text)

    def row(self, cells: Sequence[Text]) -> None:
        """Take a row of a table that holds no records: its cells parted by tabs."""
        words = "\t".join(self._ledger.place(cell) for cell in cells)
        if words:
            self._current().append(SectionParagraph(number=None, text=words))

    # Headings

    def _is_heading(self, element: Paragraph, following: Element | None) -> bool:
        string = " ".join(str(element.text).split())
        if len(string.split()) > MAX_HEADING_WORDS or _SENTENCE.search(string):
            return False
        if (part_of(string) and not string.endswith(":")) or (element.strong and not string.endswith(":")):
            return True
        appendix = _APPENDIX.match(string)
        if appendix and len(element.text.lines()) == 1:
            return appendix.end() == len(string) or isinstance(
                following, RecordTable | BlockTable | PairTable
            )
        numbered = _NUMBER.match(string)
        top = _top_number(numbered.group("number")) if numbered else None
        if top is not None:
            return self._follows_on(top) and following is not None
        return string.isupper() and len(string) > 3

    def _follows_on(self, number: int) -> bool:
        return self._number < number <= self._number + 3

    def _heading(self, text: Text, marked: int | None, number: str | None = None) -> None:
        found = _NUMBER.match(str(text)) if number is None else None
        if found:
            number = found.group("number")
            self._ledger.place(text.cut(0, found.end()))
            text = text.cut(found.end())
        heading = " ".join(self._ledger.place(text).split()).rstrip(":")
        self._sections.append((number, heading, self._level(number, marked), []))
        top = _top_number(number or "")
        if top is not None:
            self._number = top
        self._part = self._part if number and top is None and self._part else part_of(heading)

    def _level(self, number: str | None, marked: int | None) -> int:
        if number:
            return 1 if _top_number(number) is not None else number.count(".") + 1
        if marked is None:
            return 2 if self._number else 1
        self._levels = [level for level in self._levels if level < marked] + [marked]
        return len(self._levels)

    # Items and paragraphs

    def _item(self, item: Item, following: Element | None) -> None:
        mark = clean(str(item.mark))
        heading, below = self._split_heading(item.text)
        if self._is_numbered_heading(
            item, mark, " ".join(str(heading).split()), following, split=bool(below)
        ):
            self._ledger.place(item.mark)
            self._heading(heading, None, mark)
            if below:
                self._paragraph(below)
        elif self._part:
            self._part_line(item.mark, item.text)
        else:
            self._ledger.place(item.mark)
            self._current().append(
                SectionParagraph(number=mark or None, text=self._ledger.place(item.text.unwrapped()))
            )

    def _is_numbered_heading(
        self, item: Item, mark: str, string: str, following: Element | None, *, split: bool
    ) -> bool:
        if (
            not re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*", mark)
            or len(string.split()) > MAX_HEADING_WORDS
            or _SENTENCE.search(string)
        ):
            return False
        top = _top_number(mark)
        if item.strong or top is None:
            return item.strong
        below = clean(str(following.mark)) if isinstance(following, Item) else ""
        deeper, sibling = below.startswith(f"{top}."), _top_number(below) == top + 1
        if self._part == "decisions" and self.decisions and self.decisions[-1].ref == str(top - 1):
            return deeper
        named = split or part_of(string) is not None
        return deeper or (self._follows_on(top) and (named or (not sibling and following is not None)))

    def _paragraph(self, text: Text) -> None:
        if self._part:
            self._part_line(Text(), text)
            return
        string = self._ledger.place(text.unwrapped())
        self._current().append(SectionParagraph(number=None, text=string))
        if _ASKED.search(string):
            self._part = "decisions"

    def _split_heading(self, text: Text) -> tuple[Text, Text]:
        """Part the heading of a numbered section from what is printed on the very next line."""
        first, *rest = text.lines() or [text]
        if rest and (part_of(str(first)) or is_nothing(" ".join(map(str, rest)))):
            return first, join(rest, "\n")
        return text, Text()

    def _part_line(self, mark: Text, text: Text) -> None:
        """Take a line under a heading whose items have a field of their own."""
        ref = _reference(self._ledger.place(mark))
        string = self._ledger.place(text.unwrapped())
        if is_nothing(string) or (string.endswith(":") and self._part == "decisions") or not string:
            return
        if self._part == "decisions":
            self.decisions.append(DecisionSought(ref=ref, text=string))
        else:
            lines = [str(line) for line in text.lines()] if not mark else [string]
            for line in lines:
                background = self._part == "background" and not _APPENDIX.match(line)
                (self.background if background else self.appendices).append(line)

    def _current(self) -> list[SectionParagraph]:
        if not self._sections:
            self._sections.append((None, "", 1, []))
        return self._sections[-1][3]
