"""Names and attribute values of WordprocessingML, read leniently."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
# A file saved as "Strict Open XML" has the same elements under other names.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _NAMESPACES["m"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _NAMESPACES["r"].encode(),
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}
_OFF = frozenset({"0", "false", "off", "none"})

# Content controls, links and the like: their content stands in the line as if they were not there.
WRAPPERS = frozenset(
    {"w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:hyperlink", "w:dir", "w:bdo"}
    | {"w:ins", "w:moveTo"}
)
DELETIONS = frozenset({"w:del", "w:moveFrom"})


def transitional(data: bytes) -> bytes:
    """Give the elements of a strict part the names that Word writes otherwise."""
    if b"//purl.oclc.org/ooxml/" in data:
        for strict, name in _STRICT.items():
            data = data.replace(strict, name)
    return data


@cache
def qualified(name: str) -> str:
    """Return "w:p" as the name that the parser knows it by."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


@cache
def _prefixed(tag: str) -> str:
    uri, _, local = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    return f"{_PREFIXES[uri]}:{local}" if uri in _PREFIXES else local


def name_of(element: Element) -> str:
    """Return the name of an element, "w:p"; without prefix outside the known namespaces."""
    return _prefixed(element.tag)


def children(element: Element) -> Iterator[Element]:
    """Yield the child elements; comments and processing instructions are none."""
    return (child for child in element if isinstance(child.tag, str))


def child(element: Element | None, path: str) -> Element | None:
    """Return the first element at a path such as "w:pPr/w:numPr"."""
    if element is None:
        return None
    found: Element | None = element.find("/".join(map(qualified, path.split("/"))))
    return found


def attribute(element: Element | None, name: str) -> str | None:
    """Return an attribute of an element that may be missing."""
    value: str | None = None if element is None else element.get(qualified(name))
    return value


def value(element: Element | None, path: str) -> str | None:
    """Return the `w:val` of the element at a path."""
    return attribute(child(element, path), "w:val")


def number(printed: str | None) -> int | None:
    """Read a whole number; None where it is none."""
    try:
        return int(printed) if printed is not None else None
    except ValueError:
        return None


def switch(element: Element | None, path: str) -> bool | None:
    """Read an on-off property at a path: None where it is not set."""
    found = child(element, path)
    if found is None:
        return None
    return (attribute(found, "w:val") or "1").lower() not in _OFF


def chosen(alternatives: Element) -> Element | None:
    """Return the one content of `mc:AlternateContent` that is read: the first with text, else the first."""
    contents = [one for one in children(alternatives) if name_of(one) in ("mc:Choice", "mc:Fallback")]
    return next((one for one in contents if has_text(one)), contents[0] if contents else None)


def has_text(element: Element) -> bool:
    """Tell whether an element holds any characters."""
    return any(found.text and found.text.strip() for found in element.iter(*_TEXTS))


_TEXTS = (qualified("w:t"), qualified("m:t"), qualified("w:sym"))
