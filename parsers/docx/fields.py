"""Fields: what Word works out, such as page numbers and links; only their result is text."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.docx.ooxml import Element, attribute, child, children, name_of, number, switch, value

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_TICKED, _UNTICKED = "☒", "☐"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False

    @property
    def kind(self) -> str:
        """The first word of the instruction, such as "PAGE"."""
        return (self.instruction.split() or [""])[0].upper()


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reader stands, outermost first.

    They are told for each paragraph anew: a field over many paragraphs, as a table
    of contents is, has its instruction in the first, and one that is never closed
    must not swallow the rest of the paper.
    """

    _open: list[_Field] = field(default_factory=list)

    def begin(self, instruction: str | None = None) -> None:
        """Open a field; one that states its instruction goes on with its result."""
        self._open.append(_Field(instruction or "", instruction is not None))

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """Go on with the result of the innermost field."""
        if self._open:
            self._open[-1].in_result = True

    def end(self) -> None:
        """Close the innermost field."""
        if self._open:
            self._open.pop()

    @property
    def shown(self) -> bool:
        """Whether text is shown here: it is in no instruction."""
        return all(one.in_result for one in self._open)

    @property
    def counts_pages(self) -> bool:
        """Whether text here is the number or the count of pages."""
        return any(one.kind in _PAGE_FIELDS for one in self._open)


def control(begin: Element) -> str:
    """Return what the form control of a field shows that has no result: a box, the chosen entry."""
    data = child(begin, "w:ffData")
    box, entries = child(data, "w:checkBox"), child(data, "w:ddList")
    if box is not None:
        ticked = switch(box, "w:checked")
        return _TICKED if (switch(box, "w:default") if ticked is None else ticked) else _UNTICKED
    if entries is None:
        return ""
    printed = [attribute(one, "w:val") or "" for one in children(entries) if name_of(one) == "w:listEntry"]
    at = number(value(entries, "w:result")) or number(value(entries, "w:default")) or 0
    return printed[at] if 0 <= at < len(printed) else ""
