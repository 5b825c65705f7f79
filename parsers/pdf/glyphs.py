"""PDFium's text page -> tokens: runs without a blank, or whole lines where a page needs no more."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.invisible import plain
from parsers.pdf.content import Box, Shade, Token
from parsers.pdf.drawing import MAX_RULE, WHITE, grey_of
from parsers.pdf.geometry import View
from parsers.pdf.strikes import Lines
from parsers.symbols import private_symbol

# PDFium prints this for a hyphen at a line end, and leaves the line end out.
LINE_HYPHEN = "\ufffe"
# Text that leaves its direction by fewer degrees is printed a little askew; by more it is a watermark.
SKEW = 12
# A page has a line end for fewer characters than this where each letter is a line to PDFium.
SCATTERED = 4
# A letter begins this near, in parts of its size, to where the advance of the one before it ends.
ADVANCE = 0.12
# How far a font reaches over and under its baseline, in parts of its size, as most fonts do.
ASCENT = 0.78
DESCENT = 0.22
# The mark of a note is smaller than this part of the word that it stands behind.
RAISED = 0.8
# Darker than this is black: text in a box as dark was blacked out.
BLACK = 0.15
# A bar over a line of text is no higher than this, in parts of its size; a background is.
BAR = 3.0
# Fonts that say no weight say it in their names.
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
BOLD_WEIGHT = 600
_RUN = re.compile(rf"[^\s{LINE_HYPHEN}\x02]+[{LINE_HYPHEN}\x02]?|[{LINE_HYPHEN}\x02]")
_LINE = re.compile(
    rf"[^\r\n{LINE_HYPHEN}\x02]*[^\s{LINE_HYPHEN}\x02][^\r\n{LINE_HYPHEN}\x02]*[{LINE_HYPHEN}\x02]?"
)
_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Where symbol fonts have their bullets and boxes.
_PRIVATE = re.compile("[\uf020-\uf0ff]")
# Marks without width, of direction and of joining, and characters that no font has.


class Style(NamedTuple):
    """How a text object is set: size in points, weight, direction, lightness (None: transparent)."""

    size: float
    bold: bool
    angle: int
    grey: float | None


class TextPage:
    """The text of one open page.

    Args:
        page: PDFium's page.
        view: how it is shown.
        most: of its characters are read.
    """

    def __init__(self, page: pdfium.FPDF_PAGE, view: View, most: int) -> None:
        """Load the text."""
        self._view = view
        self._text = pdfium.FPDFText_LoadPage(page)
        printed = pdfium.FPDFText_CountChars(self._text)
        self.count = min(printed, most)
        self.cut = printed - self.count
        self.string = self._read()
        self._styles: dict[int, Style] = {}
        self._bold_fonts: dict[int, bool] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._numbers = tuple(ctypes.c_double() for _ in range(4))
        self._pointers = tuple(map(ctypes.byref, self._numbers))

    def close(self) -> None:
        """Give the memory back."""
        pdfium.FPDFText_ClosePage(self._text)

    def _read(self) -> str:
        if not self.count:
            return ""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, self.count, buffer)
        string = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(string) == self.count:
            return string
        # Characters outside the first plane, and some without a code, are missing in PDFium's text.
        return "".join(self._character(at) for at in range(self.count))

    def _character(self, at: int) -> str:
        """Return one character, always one of Python's."""
        code = pdfium.FPDFText_GetUnicode(self._text, at)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00"

    @property
    def scattered(self) -> bool:
        """Tell whether PDFium took the writing of a page with little text for vertical: a line a letter."""
        return bool(self.count) and SCATTERED * self.string.count("\n") > self.count

    # Where characters stand

    def box(self, at: int) -> Box:
        """Return the box of the ink of a character."""
        x0, x1, y0, y1 = self._pointers
        pdfium.FPDFText_GetCharBox(self._text, at, x0, x1, y0, y1)
        left, right, low, high = self._numbers
        return self._view.box(left.value, low.value, right.value, high.value)

    def origin(self, at: int) -> tuple[float, float]:
        """Return where a character stands on its baseline."""
        x, y, *_ = self._pointers
        pdfium.FPDFText_GetCharOrigin(self._text, at, x, y)
        return self._view.point(self._numbers[0].value, self._numbers[1].value)

    def rectangles(self) -> list[Box]:
        """Return the boxes of the runs that PDFium sees as one, in its order."""
        x0, top, x1, bottom = self._pointers
        boxes = []
        for at in range(pdfium.FPDFText_CountRects(self._text, 0, self.count)):
            pdfium.FPDFText_GetRect(self._text, at, x0, top, x1, bottom)
            left, high, right, low = (number.value for number in self._numbers)
            boxes.append(self._view.box(left, low, right, high))
        return boxes

    # How they are set

    def style(self, at: int) -> Style:
        """Return how a character is set, read once for each text object."""
        item = pdfium.FPDFText_GetTextObject(self._text, at)
        key = _address(item)
        if key not in self._styles:
            self._styles[key] = self._read_style(at, item)
        return self._styles[key]

    def _read_style(self, at: int, item: pdfium.FPDF_PAGEOBJECT) -> Style:
        matrix = self._matrix
        known = pdfium.FPDFText_GetMatrix(self._text, at, self._to_matrix)
        a, b, c, d = (matrix.a, matrix.b, matrix.c, matrix.d) if known else (1.0, 0.0, 0.0, 1.0)
        size = pdfium.FPDFText_GetFontSize(self._text, at) * math.hypot(c, d)
        degrees = math.degrees(math.atan2(b, a))
        quarter = round(degrees / 90) * 90
        turned = quarter if abs(degrees - quarter) <= SKEW else round(degrees)
        grey = grey_of(item, pdfium.FPDFPageObj_GetFillColor) if item else 0.0
        return Style(
            abs(size) or 1.0,
            self._is_bold(item),
            (self._view.turn - turned) % 360,
            grey,
        )

    def _is_bold(self, item: pdfium.FPDF_PAGEOBJECT) -> bool:
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return False
        key = _address(font)
        if key not in self._bold_fonts:
            self._bold_fonts[key] = _is_bold_font(font)
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return stroked or self._bold_fonts[key]

    # Tokens

    def lines(self) -> Iterator[tuple[Token, Style]]:
        """Yield whole lines; their boxes are those of their first and last characters."""
        for found in _LINE.finditer(self.string):
            text = found.group()
            start = found.start() + len(text) - len(text.lstrip())
            last = found.start() + len(text.rstrip()) - 1
            first, end = self.box(start), self.box(last)
            token, style = self._token(text, start, first, end)
            yield token._replace(bold=token.bold and self.style(last).bold), style

    def runs(self, lines: Lines) -> Iterator[tuple[Token, Style]]:
        """Yield runs without a blank; one that turns back or leaves its line is cut there.

        So is one where one of the lines across the page begins or ends in the middle of it.
        """
        if self.scattered:
            yield from self._spelled()
            return
        for found in _RUN.finditer(self.string):
            start, last = found.start(), found.end() - 1
            first = self.box(start)
            end = self.box(last) if last > start else first
            token, style = self._token(found.group(), start, first, end)
            noted = last > start and self.string[last].isdecimal() and self.string[start].isalpha()
            raised = noted and self.style(last).size < RAISED * style.size
            ends = lines.ends_in(token)
            if (
                last == start
                or token.angle
                or (not (raised or ends) and self._is_sound(found.group(), first, end, token.size))
            ):
                yield token, style
            else:
                yield from self._pieces(start, last, ends)

    def _spelled(self) -> Iterator[tuple[Token, Style]]:
        """Yield runs put together letter by letter; the line ends that PDFium made are left out."""
        held: list[int] = []
        for at in range(self.count):
            if pdfium.FPDFText_IsGenerated(self._text, at) == 1:
                continue
            blank = self.string[at].isspace()
            if held and (blank or not self._adjoins(held[-1], at)):
                yield self._kept(held)
                held = []
            if not blank:
                held.append(at)
        if held:
            yield self._kept(held)

    def _adjoins(self, before: int, at: int) -> bool:
        """Tell whether a letter begins where the one before it ends, its own white included."""
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text, before, ctypes.byref(box))
        end, _ = self._view.point(box.right, box.bottom)
        (_, above), (begin, base) = self.origin(before), self.origin(at)
        size = self.style(at).size
        return abs(above - base) < size / 2 and abs(begin - end) < ADVANCE * size

    def _token(self, text: str, start: int, first: Box, end: Box) -> tuple[Token, Style]:
        """Make a token of the boxes of its first and last characters."""
        style = self.style(start)
        x0, x1 = min(first[0], end[0]), max(first[2], end[2])
        if style.angle:
            top, bottom = min(first[1], end[1]), max(first[3], end[3])
        else:
            _, base = self.origin(start)
            top, bottom = base - ASCENT * style.size, base + DESCENT * style.size
        return Token(printed(text), x0, top, x1, bottom, style.size, style.bold, style.angle), style

    def _is_sound(self, text: str, first: Box, end: Box, size: float) -> bool:
        """Tell whether the characters of a run stand side by side on one line."""
        count = len(text)
        wide = end[2] - first[0]
        level = min(first[3], end[3]) > max(first[1], end[1]) - size / 2
        doubled = count > 3 and count % 2 == 0 and _is_doubled(text)
        return level and 0 < wide <= count * size * 1.3 and not doubled

    def _pieces(self, start: int, last: int, ends: Sequence[float]) -> Iterator[tuple[Token, Style]]:
        """Cut a run where its characters part; a character printed twice on one place stands once."""
        kept: list[int] = []
        for at in range(start, last + 1):
            if kept and self._covers(kept[-1], at):
                continue
            if kept and (not self._follows(kept[-1], at) or self._is_parted(kept[-1], at, ends)):
                yield self._kept(kept)
                kept = []
            kept.append(at)
        if kept:
            yield self._kept(kept)

    def _kept(self, characters: list[int]) -> tuple[Token, Style]:
        text = "".join(self.string[at] for at in characters)
        return self._token(text, characters[0], self.box(characters[0]), self.box(characters[-1]))

    def _covers(self, before: int, at: int) -> bool:
        """Tell fake bold: the same character once more, less than a quarter of its width away."""
        if self.string[before] != self.string[at]:
            return False
        one, other = self.box(before), self.box(at)
        wide = max(one[2] - one[0], 0.1)
        return abs(one[0] - other[0]) < wide / 4 and abs(one[1] - other[1]) < wide / 2

    def _is_parted(self, before: int, at: int, ends: Sequence[float]) -> bool:
        """Tell whether a line ends between the middles of two characters."""
        one, other = self.box(before), self.box(at)
        return any((one[0] + one[2]) / 2 < end <= (other[0] + other[2]) / 2 for end in ends)

    def _follows(self, before: int, at: int) -> bool:
        """Tell whether a character stands right behind another."""
        one, other, size = self.box(before), self.box(at), self.style(at).size
        if self.string[at].isdecimal() and size < RAISED * self.style(before).size:
            return not self.string[before].isalpha()
        (_, above), (_, base) = self.origin(before), self.origin(at)
        return abs(above - base) < size / 2 and -size / 2 < other[0] - one[2] < size / 2


def _address(item: ctypes._Pointer[ctypes.Structure] | None) -> int:
    """Return what tells one of PDFium's objects from the others while its page is open; 0 for none."""
    return ctypes.addressof(item.contents) if item else 0


def _is_bold_font(font: pdfium.FPDF_FONT) -> bool:
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, 128)
    heavy = pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
    return heavy or bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _is_border(shade: Shade, others: Sequence[Shade]) -> bool:
    """Tell whether another shade reaches just beyond this one: clipped, the two are a border."""
    return any(
        all(abs(one - other) <= MAX_RULE for one, other in zip(shade[:4], around[:4], strict=True))
        for around in others
    )


def _is_doubled(text: str) -> bool:
    return text[::2] == text[1::2]


def printed(text: str) -> str:
    """Return characters as a reader sees them: ligatures spelled out, marks without width gone."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace(LINE_HYPHEN, "-").replace("\x02", "-").replace("\xad", "-")
    text = _PRIVATE.sub(lambda found: private_symbol(found.group()), plain(text))
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def is_hidden(token: Token, style: Style, shades: Sequence[Shade], *, width: float, height: float) -> bool:
    """Tell text that nobody sees: off the page, transparent, white on white or black on black."""
    x, y = (token.x0 + token.x1) / 2, (token.top + token.bottom) / 2
    if not (0 <= x <= width and 0 <= y <= height) or style.grey is None:
        return True
    if not shades:
        return style.grey >= WHITE
    under = [one for one in shades if one.x0 <= x <= one.x1 and one.top <= y <= one.bottom]
    if style.grey < WHITE:
        bar = under[-1] if under and under[-1].bottom - under[-1].top < BAR * token.size else None
        return bar is not None and max(style.grey, bar.grey) < BLACK and not _is_border(bar, under[:-1])
    return not under or under[-1].grey >= WHITE
