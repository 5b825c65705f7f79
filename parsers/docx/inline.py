"""Reads the characters of a paragraph as they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from parsers.docx.fields import Fields, control
from parsers.docx.ooxml import (
    DELETIONS,
    WRAPPERS,
    Element,
    attribute,
    child,
    children,
    chosen,
    name_of,
    qualified,
    value,
)
from parsers.docx.runs import GLUE, LINE_END, TAB, Anchors, NoteReference, Run, change_of
from parsers.docx.styles import Styles
from parsers.invisible import visible
from parsers.symbols import is_symbol_font, symbol, symbol_of_code

_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\b", re.IGNORECASE)
_NUMBER_AND_BLANK = re.compile(r"\d\s+$")
_BLANKS = re.compile(r"\s")

_STRIKES = ("w:strike", "w:dstrike")  # struck through once, and twice


@dataclass(slots=True)
class RunReader:
    """Reads one paragraph into runs.

    Attributes:
        styles: the styles of the paper.
        anchors: where notes and comments are noted.
        paragraph: the style of the paragraph.
        note_number: the number of the note that the paragraph is in, if any.
        runs: what has been read.
        boxes: the text boxes that the paragraph anchors.
        hidden: what is marked as hidden text.
    """

    styles: Styles
    anchors: Anchors
    paragraph: str | None = None
    note_number: str = ""
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)
    _state: Run = field(default_factory=lambda: Run(""))
    _font: str | None = None
    _vanishes: bool = False

    def read(self, content: Element) -> None:
        """Read what stands in a line: runs, and what wraps them."""
        for element in children(content):
            name = name_of(element)
            if name == "w:r":
                self._run(element)
            elif name in DELETIONS or name in WRAPPERS:
                self._wrapped(element, name)
            else:
                self._other(element, name)

    def _wrapped(self, element: Element, name: str) -> None:
        kind = name.removeprefix("w:")
        outer = self._state.change
        if kind in ("ins", "del", "moveTo", "moveFrom") and not (outer and outer.deletes):
            self._state = replace(self._state, change=change_of(element))
        self.read(element)
        self._state = replace(self._state, change=outer)

    def _other(self, element: Element, name: str) -> None:
        if name == "w:fldSimple":
            self._fields.begin(attribute(element, "w:instr") or "")
            self.read(element)
            self._fields.end()
        elif name == "mc:AlternateContent":
            one = chosen(element)
            if one is not None:
                self.read(one)
        elif name in ("m:oMath", "m:oMathPara"):
            self._add("".join(_formula(element)))
        elif name == "w:commentRangeStart":
            self.anchors.comments.add(attribute(element, "w:id") or "")
        elif name == "w:commentRangeEnd":
            self.anchors.comments.discard(attribute(element, "w:id") or "")

    def _run(self, run: Element) -> None:
        """Read one run in its own formatting."""
        properties = child(run, "w:rPr")
        self._state = replace(
            self._state,
            bold=self.styles.toggled("w:b", properties, self.paragraph),
            struck=any(self.styles.toggled(name, properties, self.paragraph) for name in _STRIKES),
        )
        self._vanishes = self.styles.toggled("w:vanish", properties, self.paragraph)
        self._font = _font(properties)
        if value(properties, "w:vertAlign") == "superscript":
            self._set_onto_number("".join(found.text or "" for found in run.iter(qualified("w:t"))))
        self._content(run)

    def _set_onto_number(self, raised: str) -> None:
        """Set a raised "st" onto the number that it belongs to, over a blank between them."""
        if _ORDINAL.match(raised) and self.runs and _NUMBER_AND_BLANK.search(self.runs[-1].text):
            self._add(GLUE)

    def _content(self, run: Element) -> None:
        for element in children(run):
            name = name_of(element)
            handler = _CONTENT.get(name)
            if handler is not None:
                handler(self, element)
            elif name == "mc:AlternateContent":
                one = chosen(element)
                if one is not None:
                    self._content(one)

    def _text(self, element: Element) -> None:
        text = _BLANKS.sub(" ", element.text or "")
        if is_symbol_font(self._font):
            text = "".join(symbol(self._font, character) for character in text)
        self._add(text)

    def _symbol(self, element: Element) -> None:
        self._add(symbol_of_code(attribute(element, "w:font"), attribute(element, "w:char")))

    def _field(self, element: Element) -> None:
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            self._add(control(element))
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def _instruction(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _note(self, element: Element) -> None:
        """Note a footnote or endnote; its raised number is markup and is glued to no word."""
        if self._state.shown:
            kind = name_of(element).removeprefix("w:").removesuffix("Reference")
            own_mark = (attribute(element, "w:customMarkFollows") or "0") in ("1", "true", "on")
            self.anchors.notes.append(NoteReference(kind, attribute(element, "w:id") or "", not own_mark))

    def _note_mark(self, element: Element) -> None:
        self._add(f"{self.note_number} ")

    def _ruby(self, element: Element) -> None:
        """Read the base of a ruby; what is set above it tells how it is spoken."""
        base = child(element, "w:rubyBase")
        if base is not None:
            self.read(base)

    def _drawing(self, element: Element) -> None:
        if self._state.shown:
            self.boxes += boxes(element)

    def _add(self, text: str) -> None:
        """Add characters in the state in which the reader stands."""
        text = visible(text)
        if not text or not self._fields.shown:
            return
        if self._vanishes:
            self.hidden.append(text)
            return
        comments = frozenset(self.anchors.comments)
        self.runs.append(
            replace(self._state, text=text, comments=comments, page_number=self._fields.counts_pages)
        )


_CONTENT: dict[str, Callable[[RunReader, Element], None]] = {
    "w:t": RunReader._text,
    "w:delText": RunReader._text,
    "w:tab": lambda reader, _: reader._add(TAB),
    "w:ptab": lambda reader, _: reader._add(TAB),
    "w:br": lambda reader, _: reader._add(LINE_END),
    "w:cr": lambda reader, _: reader._add(LINE_END),
    "w:noBreakHyphen": lambda reader, _: reader._add("-"),
    "w:sym": RunReader._symbol,
    "w:fldChar": RunReader._field,
    "w:instrText": RunReader._instruction,
    "w:footnoteReference": RunReader._note,
    "w:endnoteReference": RunReader._note,
    "w:footnoteRef": RunReader._note_mark,
    "w:endnoteRef": RunReader._note_mark,
    "w:ruby": RunReader._ruby,
    "w:drawing": RunReader._drawing,
    "w:pict": RunReader._drawing,
    "w:object": RunReader._drawing,
}


def boxes(drawing: Element) -> Iterator[Element]:
    """Yield the contents of the text boxes of a drawing, each once, boxes in boxes left inside."""
    for element in children(drawing):
        name = name_of(element)
        if name == "w:txbxContent":
            yield element
        elif name == "mc:AlternateContent":
            one = chosen(element)
            if one is not None:
                yield from boxes(one)
        else:
            yield from boxes(element)


def _font(properties: Element | None) -> str | None:
    fonts = child(properties, "w:rFonts")
    return attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")


def _formula(element: Element) -> Iterator[str]:
    """Yield the characters of a formula; a fraction as "1/2"."""
    for one in children(element):
        if name_of(one) in ("m:t", "w:t"):
            yield one.text or ""
        elif name_of(one) == "m:den":
            yield "/"
            yield from _formula(one)
        else:
            yield from _formula(one)
