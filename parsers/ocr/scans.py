"""A scanned page -> words and rulings in points, as if they had been printed into the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.ocr.bullets import bullet_before
from parsers.ocr.engine import Span, lines_in
from parsers.ocr.image_rulings import rulings_of
from parsers.ocr.opinion import Seen, disagrees, second_reading
from parsers.ocr.picture import Greys, Picture, levelled, rendered
from parsers.ocr.turning import turn_of, turned, upright
from parsers.ocr.words import Print, words_of
from parsers.pdf.content import Drawing, Ruling, Token
from parsers.pdf.glyphs import ASCENT, DESCENT

# A word with a letter less certain than this is worth a look; of ten such words some three are wrong.
DOUBTFUL = 0.6
# Confidences are given in thousandths: what is behind depends on the processor.
_PLACES = 3
# A ruling parts a line of print where it crosses this share of its height.
_CROSSES = 0.6
# Sizes this near to the usual one of a page, in parts of it, are the same: ink tells no more exactly.
_SAME_SIZE = 0.18
# What is left of a line beside a ruling, in pixels, and narrower is no print.
_MIN_PART = 6


@dataclass(frozen=True, slots=True)
class Scan:
    """What is read from the picture of a page.

    Attributes:
        tokens: words, from the top; places are those of the page turned and made level.
        drawing: the rulings; all of it is pictured.
        confidence: for each token that of its least certain letter, from 0 to 1.
        doubtful: which tokens a reader should check: those of little confidence, those that only the
            ink parts from their neighbours, and those that tesseract reads in another way.
        turn: by how much the page was turned clockwise to be read: 0, 90, 180 or 270.
        width: of the turned page in points.
        height: of the turned page in points.
    """

    tokens: tuple[Token, ...]
    drawing: Drawing
    confidence: tuple[float, ...]
    doubtful: tuple[int, ...]
    turn: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A level page: its rulings, its picture without them, and where lines of print stand."""

    drawing: Drawing
    greys: Greys
    lines: tuple[Span, ...]


class _Word(NamedTuple):
    """A word: as its upright line shows it, and as it stands on the page, in pixels."""

    print: Print
    token: Token


def read_scan(page: pdfium.FPDF_PAGE, width: float, height: float) -> Scan:
    """Recognise a page that holds a picture and no text.

    Args:
        page: PDFium's page.
        width: of the visible page in points.
        height: of the visible page in points.

    Raises:
        OcrMissing: the packages for it are not installed.
    """
    picture = rendered(page, width, height)
    scale = picture.scale
    sheet = _sheet(picture)
    turn = turn_of(sheet.greys, sheet.lines)
    if turn:
        sheet = _sheet(Picture(turned(picture.greys, turn), scale))
    with ThreadPoolExecutor(1) as other:
        opinion = other.submit(second_reading, sheet.greys)
        words = _evened(list(_words(sheet, scale)))
        doubtful = _doubtful(words, opinion.result())
    return Scan(
        tuple(_in_points(word.token, scale) for word in words),
        replace(sheet.drawing, pictured=1.0),
        tuple(round(word.print.confidence, _PLACES) for word in words),
        doubtful,
        turn,
        *((height, width) if turn % 180 else (width, height)),
    )


def _sheet(picture: Picture) -> _Sheet:
    level = levelled(picture)
    drawing, cleaned = rulings_of(level)
    return _Sheet(drawing, cleaned, tuple(lines_in(cleaned, level.scale)))


def _words(sheet: _Sheet, scale: float) -> Iterator[_Word]:
    for line in sheet.lines:
        for part in _parted(line, sheet.drawing.down, scale):
            turn, letters = upright(part.of(sheet.greys))
            if turn:
                words = words_of(letters, turned(part.of(sheet.greys), turn))
                yield from (_Word(word, _turned_back(word, part, turn)) for word in words)
                continue
            words = [word.moved(part.x0, part.top) for word in words_of(letters, part.of(sheet.greys))]
            others = [other for other in sheet.lines if other is not line]
            bullet = bullet_before(words[0], sheet.greys, others) if words else None
            yield from (_Word(word, _set(word)) for word in [*filter(None, [bullet]), *words])


def _evened(words: list[_Word]) -> list[_Word]:
    """Give words of nearly the usual size of the page just that one."""
    usual = median(word.print.size for word in words) if words else 0.0
    near = [abs(word.print.size - usual) <= _SAME_SIZE * usual and not word.token.angle for word in words]
    evened = [_Word(word, _set(replace(word, size=usual))) for word, _ in words]
    return [even if is_near else word for word, even, is_near in zip(words, evened, near, strict=True)]


def _parted(line: Span, down: Sequence[Ruling], scale: float) -> Iterator[Span]:
    """Cut a line where rulings go through it: the engine joins words over the border of narrow cells."""
    high = line.bottom - line.top
    cuts = [
        round(ruling.at * scale)
        for ruling in down
        if min(ruling.end * scale, line.bottom) - max(ruling.start * scale, line.top) >= _CROSSES * high
    ]
    edges = [line.x0, *sorted(cut for cut in cuts if line.x0 < cut < line.x1), line.x1]
    for x0, x1 in pairwise(edges):
        if x1 - x0 >= _MIN_PART:
            yield line._replace(x0=x0, x1=x1)


def _doubtful(words: Sequence[_Word], opinion: Sequence[Seen]) -> tuple[int, ...]:
    return tuple(
        at
        for at, (word, token) in enumerate(words)
        if word.confidence < DOUBTFUL
        or word.restored
        or (not token.angle and disagrees(word.text, word.span, opinion))
    )


def _set(word: Print) -> Token:
    """Give a word the box that a font of its size would have."""
    top, bottom = word.base - ASCENT * word.size, word.base + DESCENT * word.size
    return Token(word.text, word.span.x0, top, word.span.x1, bottom, word.size, bold=False)


def _turned_back(word: Print, line: Span, turn: int) -> Token:
    """Put a word of a line that was turned clockwise to be read back to where it stands."""
    upright_word = _set(word)
    x0, top, x1, bottom = upright_word.box
    size, bold = upright_word.size, upright_word.bold
    if turn == 90:
        return Token(
            word.text, line.x0 + top, line.bottom - x1, line.x0 + bottom, line.bottom - x0, size, bold, 270
        )
    return Token(word.text, line.x1 - bottom, line.top + x0, line.x1 - top, line.top + x1, size, bold, 90)


def _in_points(token: Token, scale: float) -> Token:
    x0, top, x1, bottom = token.box
    return token._replace(
        x0=x0 / scale, top=top / scale, x1=x1 / scale, bottom=bottom / scale, size=token.size / scale
    )
