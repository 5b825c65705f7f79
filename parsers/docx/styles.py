"""Styles: what a paragraph or run takes from the styles that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parsers.docx.ooxml import Element, attribute, child, children, name_of, number, switch, value

# Chains are some five long; a longer one goes round in a circle.
MAX_CHAIN = 50
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_NO_LEVEL = 9
_DEFAULTS = "w:docDefaults/w:rPrDefault"


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list: its numbering and level; `style` where a style says so."""

    numbering: str
    level: int | None
    style: str | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a paper by their id."""

    root: Element | None = None
    _styles: dict[str, Element] = field(default_factory=dict)
    _defaults: dict[str, str] = field(default_factory=dict)
    _chains: dict[str, list[Element]] = field(default_factory=dict)
    _switches: dict[tuple[str | None, str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the styles, and those that hold where none is named."""
        for style in children(self.root) if self.root is not None else ():
            found = attribute(style, "w:styleId")
            if name_of(style) == "w:style" and found is not None:
                self._styles.setdefault(found, style)
                if attribute(style, "w:default") in ("1", "true", "on"):
                    self._defaults.setdefault(attribute(style, "w:type") or "", found)

    def chain(self, style: str | None) -> list[Element]:
        """Return a style and those that it is based on, nearest first."""
        if style is None:
            return []
        if style not in self._chains:
            found: list[Element] = []
            at: str | None = style
            while at is not None and at in self._styles and len(found) < MAX_CHAIN:
                found.append(self._styles[at])
                at = value(self._styles[at], "w:basedOn")
            self._chains[style] = found
        return self._chains[style]

    def of_paragraph(self, properties: Element | None) -> str | None:
        """Return the style of a paragraph, given its `w:pPr`."""
        return value(properties, "w:pStyle") or self._defaults.get("paragraph")

    def heading_level(self, properties: Element | None) -> int | None:
        """Return the level of a heading from 1, None for other paragraphs."""
        outline = number(value(properties, "w:outlineLvl"))
        if outline is not None:
            return _level(outline)
        for style in self.chain(self.of_paragraph(properties)):
            name = (value(style, "w:name") or "").strip().lower()
            found = _HEADING.fullmatch(name)
            outline = number(value(style, "w:pPr/w:outlineLvl"))
            if found:
                return int(found.group(1)) or None
            if name in ("title", "subtitle"):
                return 1 if name == "title" else 2
            if outline is not None:
                return _level(outline)
        return None

    def list_place(self, properties: Element | None) -> ListPlace | None:
        """Return where a paragraph stands in a list; None outside lists."""
        level = number(value(properties, "w:numPr/w:ilvl"))
        numbering = value(properties, "w:numPr/w:numId")
        if numbering is not None:
            return ListPlace(numbering, level or 0) if numbering != "0" else None
        for style in self.chain(self.of_paragraph(properties)):
            found = value(style, "w:pPr/w:numPr/w:numId")
            if found is not None:
                stated = level if level is not None else number(value(style, "w:pPr/w:numPr/w:ilvl"))
                name = attribute(style, "w:styleId")
                return ListPlace(found, stated, name) if found != "0" else None
        return None

    def toggled(self, name: str, run: Element | None, paragraph: str | None) -> bool:
        """Tell whether a run has an on-off property: its own, else those of its styles.

        Args:
            name: the property, such as "w:b".
            run: the `w:rPr` of the run.
            paragraph: the style of its paragraph.
        """
        own = switch(run, name)
        if own is not None:
            return own
        character = self._styled(name, value(run, "w:rStyle"))
        # Bold in both styles turns it off again (ISO 29500, toggle properties).
        return character != self._styled(name, paragraph) or self._by_default(name)

    def _styled(self, name: str, style: str | None) -> bool:
        key = (style, name)
        if key not in self._switches:
            found = (switch(one, f"w:rPr/{name}") for one in self.chain(style))
            self._switches[key] = next((one for one in found if one is not None), False)
        return self._switches[key]

    def _by_default(self, name: str) -> bool:
        """Tell whether all text has an on-off property unless something says otherwise."""
        key = (_DEFAULTS, name)
        if key not in self._switches:
            self._switches[key] = bool(switch(self.root, f"{_DEFAULTS}/w:rPr/{name}"))
        return self._switches[key]

    def numbering_of(self, style: str) -> str | None:
        """Return the numbering that a style names, for lists that are defined by a style."""
        return value(child(self._styles.get(style), "w:pPr"), "w:numPr/w:numId")


def _level(outline: int) -> int | None:
    return outline + 1 if 0 <= outline < _NO_LEVEL else None
