"""A second engine's view of a PDF: pdfplumber, on pdfminer, where the reader is on PDFium."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import pdfplumber

from parsers.model import Layout

Box = tuple[float, float, float, float]

# Hyphens as fonts and typesetters have them: plain, soft, of Unicode, and PDFium's for a line end.
_HYPHENS = re.compile("[-\xad‐‑\ufffe\x02]")
_SYMBOL_BULLET = "\uf0b7"  # of the Symbol font, in which office programs print lists
_NO_INK = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def folded_chars(text: str) -> str:
    """Fold what two engines spell in two ways: ligatures, hyphens, blanks."""
    plain = _HYPHENS.sub("-", unicodedata.normalize("NFKC", text)).replace(_SYMBOL_BULLET, "•")
    return "".join(_NO_INK.sub("", plain).split())


def chars_by_page(data: bytes) -> dict[int, Counter[str]]:
    """Count the characters that the second engine finds on each page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        pages = {
            page.page_number: Counter(folded_chars("".join(char["text"] for char in page.chars)))
            for page in document.pages
        }
    return {number: chars for number, chars in pages.items() if chars}


def layout_chars_by_page(layout: Layout) -> dict[int, Counter[str]]:
    """Count the characters of a layout's words by the page of their place."""
    pages: dict[int, Counter[str]] = {}
    for word in layout.words():
        pages.setdefault(word.place.page or 0, Counter()).update(folded_chars(word.text))
    return pages


def sizes(data: bytes) -> dict[int, tuple[float, float]]:
    """Return width and height of each visible page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return {page.page_number: (float(page.width), float(page.height)) for page in document.pages}


class PageWords:
    """The words of a file's pages by where they stand."""

    def __init__(self, data: bytes) -> None:
        """Read all pages."""
        with pdfplumber.open(io.BytesIO(data)) as document:
            self._chars = {
                page.page_number: [
                    (char["x0"], char["top"], char["x1"], char["bottom"], char["text"]) for char in page.chars
                ]
                for page in document.pages
            }

    def under(self, page: int, box: Box) -> Counter[str]:
        """Count the characters whose middle stands in a box."""
        return Counter(folded_chars("".join(self._inside(page, box))))

    def _inside(self, page: int, box: Box) -> Iterator[str]:
        left, high, right, low = box
        for x0, top, x1, bottom, text in self._chars[page]:
            if left <= (x0 + x1) / 2 <= right and high <= (top + bottom) / 2 <= low:
                yield text


def missing(known: Iterable[tuple[int, Counter[str]]], found: dict[int, Counter[str]]) -> dict[int, str]:
    """Say for each page which characters one side has and the other has not."""
    told = {}
    for number, chars in known:
        lost, more = chars - found.get(number, Counter()), found.get(number, Counter()) - chars
        if lost or more:
            told[number] = (
                f"lost {''.join(sorted(lost.elements()))!r} added {''.join(sorted(more.elements()))!r}"
            )
    return told
