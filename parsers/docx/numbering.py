"""Automatic numbers: the mark of each list paragraph as Word prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from parsers.docx.ooxml import Element, attribute, child, children, name_of, number, switch, value
from parsers.docx.styles import ListPlace, Styles

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# Word counts in Roman numbers and letters up to 32,767 and repeats letters; nobody reads further.
MAX_SPELLED = 5000


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark of a list paragraph: empty for a bullet; `level` counts from 0."""

    printed: str
    level: int
    bullet: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level counts: number format, pattern, first number, what restarts it."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A numbering: the abstract one that counts, its levels, levels that start anew."""

    abstract: str
    levels: tuple[_Level, ...]
    restarts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts the lists of a paper.

    Lists of one abstract numbering count on from each other, as in Word, but
    where a list starts anew.
    """

    root: Element | None
    styles: Styles
    _lists: dict[str, _List | None] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, place: ListPlace) -> ListMark | None:
        """Count a paragraph and return its mark; None where its list prints none or is unknown."""
        found = self._list(place.numbering)
        if found is None:
            return None
        at = min(max(self._level_of(found, place), 0), LEVELS - 1)
        self._count(place.numbering, found, at)
        level = found.levels[at]
        if level.format == "bullet":
            return ListMark("", at, True)
        printed = self._printed(found, at).strip()
        return ListMark(printed, at, False) if printed else None

    def _level_of(self, found: _List, place: ListPlace) -> int:
        """Return the level of a paragraph: the one tied to its style where none is stated."""
        if place.style is not None:
            for at, level in enumerate(found.levels):
                if level.style == place.style:
                    return at
        return place.level or 0

    def _count(self, numbering: str, found: _List, at: int) -> None:
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        if at in found.restarts and (numbering, at) not in self._restarted:
            self._restarted.add((numbering, at))
            counts[at] = None
        before = counts[at]
        counts[at] = found.restarts.get(at, found.levels[at].start) if before is None else before + 1
        for above in range(at):
            if counts[above] is None:
                counts[above] = found.levels[above].start
        for deeper in range(at + 1, LEVELS):
            limit = found.levels[deeper].restart
            if limit is None or at < limit:
                counts[deeper] = None

    def _printed(self, found: _List, at: int) -> str:
        counts, own = self._counts[found.abstract], found.levels[at]

        def spelled(placeholder: re.Match[str]) -> str:
            level = int(placeholder.group(1)) - 1
            count = counts[level] if level <= at else None
            if count is None:
                return ""
            return spell(count, "decimal" if own.legal else found.levels[level].format)

        return _PLACEHOLDER.sub(spelled, own.pattern)

    def _list(self, numbering: str) -> _List | None:
        if numbering not in self._lists:
            self._lists[numbering] = self._defined(numbering)
        return self._lists[numbering]

    def _defined(self, numbering: str) -> _List | None:
        instance = self._find("w:num", "w:numId", numbering)
        abstract = self._abstract(value(instance, "w:abstractNumId"))
        if instance is None or abstract is None:
            return None
        levels = [_Level()] * LEVELS
        restarts: dict[int, int] = {}
        for at, level in _levels(abstract, "w:lvl"):
            levels[at] = _level(level)
        for at, override in _levels(instance, "w:lvlOverride"):
            own = child(override, "w:lvl")
            start = number(value(override, "w:startOverride"))
            if own is not None:
                levels[at] = _level(own)
            if start is not None:
                restarts[at] = start
        return _List(attribute(abstract, "w:abstractNumId") or "", tuple(levels), restarts)

    def _abstract(self, name: str | None) -> Element | None:
        """Return an abstract numbering; one that only names a style stands for that style's."""
        found = self._find("w:abstractNum", "w:abstractNumId", name)
        style = value(found, "w:numStyleLink")
        linked = self.styles.numbering_of(style) if style else None
        if linked is None:
            return found
        instance = self._find("w:num", "w:numId", linked)
        return self._find("w:abstractNum", "w:abstractNumId", value(instance, "w:abstractNumId"))

    def _find(self, kind: str, key: str, name: str | None) -> Element | None:
        if self.root is None or name is None:
            return None
        return next((one for one in _all(self.root, kind) if attribute(one, key) == name), None)


def _all(element: Element, name: str) -> Iterator[Element]:
    return (one for one in children(element) if name_of(one) == name)


def _levels(element: Element, name: str) -> Iterator[tuple[int, Element]]:
    """Yield what is said of each level, with the level from 0."""
    for level in _all(element, name):
        at = number(attribute(level, "w:ilvl"))
        if at is not None and 0 <= at < LEVELS:
            yield at, level


def _level(level: Element) -> _Level:
    start = number(value(level, "w:start"))
    return _Level(
        _format(level),
        value(level, "w:lvlText") or "",
        1 if start is None else start,
        number(value(level, "w:lvlRestart")),
        bool(switch(level, "w:isLgl")),
        value(level, "w:pStyle"),
    )


def _format(level: Element) -> str:
    """Return the number format; formats of one's own come with a plain one to fall back on."""
    stated = value(level, "w:numFmt") or value(level, "mc:AlternateContent/mc:Fallback/w:numFmt")
    return stated or "decimal"


def spell(count: int, form: str) -> str:
    """Print a number as a number format does; formats of other scripts as decimal."""
    printed = _FORMATS.get(form)
    if printed is None or not 0 < count <= MAX_SPELLED:
        return "" if form == "none" else str(count)
    return printed(count)


def _roman(count: int) -> str:
    printed = ""
    for size, letters in _ROMAN:
        printed += letters * (count // size)
        count %= size
    return printed


def _letters(count: int) -> str:
    """Print 1 as "a", 27 as "aa", 28 as "bb"."""
    times, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _ordinal(count: int) -> str:
    ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "none": lambda _: "",
}
