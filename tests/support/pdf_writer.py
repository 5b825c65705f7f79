"""PDF files written by hand: every character, line and box stands where the test puts it.

Positions are points from the top left of the sheet, as a reader of the page counts;
a text stands on its baseline.  Fonts are the standard ones that every reader has;
pictures are drawn with `raw("q 500 0 0 700 50 50 cm /Im1 Do Q")`.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pdfminer.fontmetrics import FONT_METRICS

WIDTH, HEIGHT = 595.0, 842.0  # A4
PAD = 4.0  # what words keep from the lines of their cell
LEADING = 1.2  # from baseline to baseline, in parts of the size
REGULAR, BOLD = "F1", "F2"
_FONTS = {REGULAR: "Helvetica", BOLD: "Helvetica-Bold"}
# Codes of the font that have no letter of Latin-1: ligatures and quotes as typesetters print them.
_SPECIAL = {"ﬁ": 1, "ﬂ": 2, "‘": 3, "’": 4, "“": 5, "”": 6, "–": 7, "•": 8}
_NAMES = ("fi", "fl", "quoteleft", "quoteright", "quotedblleft", "quotedblright", "endash", "bullet")
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    b"/Length 4 >>\nstream\n\x40\x80\xa0\xc0\nendstream"
)
# What a password is filled up with, and the first thing that is encrypted.
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def width_of(text: str, size: float = 10.0, font: str = REGULAR) -> float:
    """Return how wide a text is set in points."""
    known = FONT_METRICS[_FONTS[font]][1]
    return sum(known.get(char, 500) for char in text) * size / 1000


def wrapped(text: str, width: float, size: float = 10.0, font: str = REGULAR) -> list[str]:
    """Break a text into lines as a typesetter does: each as long as fits."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation: its dictionary, its box from the top left, and how it looks, as operators."""

    entries: str
    box: tuple[float, float, float, float]
    look: str = ""


@dataclass(slots=True)
class Sheet:
    """One page as it is drawn.

    Attributes:
        width: of the sheet in points, before it is turned.
        height: the same.
        rotate: `/Rotate`: how far readers turn the sheet, clockwise.
        crop: what readers show of it: x0, top, x1, bottom.
        notes: annotations.
        upright: whether the drawing is turned against `rotate`, so that it is shown upright; `width`
            and `height` are then those of the page as it is shown.
        drawn: operators.
    """

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    notes: list[Note] = field(default_factory=list)
    upright: bool = False
    drawn: list[bytes] = field(default_factory=list)

    def raw(self, operators: str) -> Sheet:
        """Add operators as they are."""
        self.drawn.append(operators.encode("latin-1"))
        return self

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10.0,
        font: str = REGULAR,
        *,
        grey: float = 0.0,
        angle: int = 0,
        mode: int = 0,
    ) -> Sheet:
        """Set a text on its baseline; one of 90 degrees goes up the page, one of 270 down."""
        cos, sin = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[angle]
        matrix = f"{cos} {sin} {-sin} {cos} {x:.3f} {self.height - y:.3f} Tm"
        head = f"BT {grey:g} g {mode} Tr /{font} {size:g} Tf {matrix} ("
        self.drawn.append(head.encode("latin-1") + _encoded(text) + b") Tj ET 0 g")
        return self

    def lines(
        self, x: float, y: float, lines: Sequence[str], size: float = 10.0, font: str = REGULAR
    ) -> Sheet:
        """Set lines under each other, the first one's baseline at `y`."""
        for at, line in enumerate(lines):
            self.text(x, y + at * size * LEADING, line, size, font)
        return self

    def placed_words(self, x: float, y: float, text: str, size: float = 10.0) -> Sheet:
        """Set a line word by word, without any character for the blanks between them."""
        for word in text.split():
            self.text(x, y, word, size)
            x += width_of(f"{word} ", size)
        return self

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, thick: float = 0.5, dash: str = "[] 0 d"
    ) -> Sheet:
        """Draw a line."""
        top, bottom = self.height - y0, self.height - y1
        return self.raw(f"q {thick:g} w {dash} {x0:.2f} {top:.2f} m {x1:.2f} {bottom:.2f} l S Q")

    def fill(self, x0: float, top: float, x1: float, bottom: float, grey: float = 0.0) -> Sheet:
        """Fill a rectangle."""
        return self.raw(
            f"q {grey:g} g {x0:.2f} {self.height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f} re f Q"
        )

    def paint(self, box: tuple[float, float, float, float], colour: tuple[float, float, float]) -> Sheet:
        """Fill a rectangle with a colour, its parts from 0 to 1."""
        x0, top, x1, bottom = box
        parts = " ".join(f"{part:g}" for part in colour)
        return self.raw(
            f"q {parts} rg {x0:.2f} {self.height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f} re f Q"
        )

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """Draw all lines of a grid."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def cells(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10.0
    ) -> Sheet:
        """Set the text of each cell into its top left corner, its lines parted by line ends."""
        for top, row in zip(ys, rows, strict=False):
            for left, text in zip(xs, row, strict=False):
                if text:
                    self.lines(left + PAD, top + PAD + size, text.split("\n"), size)
        return self

    def table(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10.0
    ) -> Sheet:
        """Draw a ruled table."""
        return self.grid(xs, ys).cells(xs, ys, rows, size)


def pdf(*sheets: Sheet, fields: Sequence[Note] = (), user: str = "", owner: str = "") -> bytes:
    """Write sheets as a file.

    Args:
        sheets: the pages.
        fields: of a form, shown on the first page.
        user: what it takes to open the file; with `owner` given, it is encrypted.
        owner: what it takes to change it.
    """
    lock = _Lock(user, owner) if user or owner else None
    return written(_objects(sheets, fields, lock), lock)


def _objects(sheets: Sequence[Sheet], fields: Sequence[Note], lock: _Lock | None) -> list[bytes]:
    """Number the objects: catalogue, pages, fonts, then those of each sheet."""
    objects = [b"", b"", *map(_font, _FONTS.values()), _PICTURE]
    kids = []
    for at, sheet in enumerate(sheets):
        notes = [*sheet.notes, *(fields if at == 0 else ())]
        refs = []
        for note in notes:
            if note.look:
                objects.append(_appearance(note))
            objects.append(_note(note, sheet, len(objects)))
            refs.append(f"{len(objects)} 0 R")
        objects.append(_stream(_turned(sheet) + b"\n".join(sheet.drawn)))
        objects.append(_page(sheet, len(objects), refs).encode("latin-1"))
        kids.append(f"{len(objects)} 0 R")
    form = ""
    if fields:
        numbers = [at + 1 for at, one in enumerate(objects) if b"/Widget" in one]
        fonts = "/DR << /Font << /Helv 3 0 R >> >> /DA (/Helv 10 Tf 0 g)"
        form = f"/AcroForm << /Fields [{' '.join(f'{one} 0 R' for one in numbers)}] {fonts} >>"
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {form} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return [lock.locked(at, one) for at, one in enumerate(objects, start=1)] if lock else objects


def _font(name: str) -> bytes:
    differences = " ".join(f"/{one}" for one in _NAMES)
    encoding = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 {differences}] >>"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding {encoding} >>".encode()


def _stream(content: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(content)
    head = f"<< {entries} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _turned(sheet: Sheet) -> bytes:
    """Turn a drawing against the page."""
    if not sheet.upright:
        return b""
    matrix = {
        0: "1 0 0 1 0 0",
        90: f"0 1 -1 0 {sheet.height:g} 0",
        180: f"-1 0 0 -1 {sheet.width:g} {sheet.height:g}",
        270: f"0 -1 1 0 0 {sheet.width:g}",
    }
    return f"{matrix[sheet.rotate]} cm\n".encode()


def _appearance(note: Note) -> bytes:
    """Draw a note in a box of its own size."""
    x0, top, x1, bottom = note.box
    shape = f"/Type /XObject /Subtype /Form /BBox [0 0 {x1 - x0:g} {bottom - top:g}]"
    return _stream(note.look.encode("latin-1"), f"{shape} /Resources << /Font << /Helv 3 0 R >> >>")


def _note(note: Note, sheet: Sheet, last: int) -> bytes:
    x0, top, x1, bottom = note.box
    box = f"/Rect [{x0:g} {sheet.height - bottom:g} {x1:g} {sheet.height - top:g}]"
    look = f"/AP << /N {last} 0 R >>" if note.look else ""
    return f"<< /Type /Annot {note.entries} {box} {look} >>".encode("latin-1")


def _page(sheet: Sheet, content: int, notes: Sequence[str]) -> str:
    fonts = "/Font << /F1 3 0 R /F2 4 0 R /Helv 3 0 R >>"
    resources = f"/Resources << {fonts} /XObject << /Im1 5 0 R >> >>"
    crop = ""
    if sheet.crop:
        x0, top, x1, bottom = sheet.crop
        crop = f"/CropBox [{x0:g} {sheet.height - bottom:g} {x1:g} {sheet.height - top:g}]"
    wide, high = sheet.width, sheet.height
    if sheet.upright and sheet.rotate in (90, 270):
        wide, high = high, wide
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide:g} {high:g}] {crop} "
        f"/Rotate {sheet.rotate} {resources} /Contents {content} 0 R /Annots [{' '.join(notes)}] >>"
    )


def written(objects: Sequence[bytes], lock: _Lock | None = None) -> bytes:
    """Write numbered objects, the first of them the catalogue, with their cross references."""
    made = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    starts = []
    for at, one in enumerate(objects, start=1):
        starts.append(len(made))
        made += f"{at} 0 obj\n".encode() + one + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{start:010d} 00000 n \n".encode() for start in starts)
    locked = lock.dictionary if lock else ""
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {locked} >>\n".encode()
    return bytes(made + f"startxref\n{table}\n%%EOF\n".encode())


# Annotations


def text_field(box: tuple[float, float, float, float], value: str) -> Note:
    """Describe a text field that has been filled in."""
    entries = f"/Subtype /Widget /FT /Tx /T (field) /V ({value}) /DA (/Helv 10 Tf 0 g) /F 4"
    return Note(entries, box, f"/Tx BMC BT /Helv 10 Tf 0 g 2 5 Td ({value}) Tj ET EMC")


def free_text(box: tuple[float, float, float, float], value: str) -> Note:
    """Describe a note that is printed on the page."""
    entries = f"/Subtype /FreeText /Contents ({value}) /DA (/Helv 10 Tf 0 g) /F 4"
    return Note(entries, box, f"BT /Helv 10 Tf 0 g 2 5 Td ({value}) Tj ET")


def comment(box: tuple[float, float, float, float], value: str) -> Note:
    """Describe a comment that only shows where somebody opens it."""
    return Note(f"/Subtype /Text /Contents ({value}) /T (Ann) /Name /Comment", box)


def _encoded(text: str) -> bytes:
    """Encode a text for the fonts, with the characters that end a string escaped."""
    made = bytearray()
    for char in text:
        code = _SPECIAL.get(char) or char.encode("cp1252")[0]
        made += f"\\{code:03o}".encode() if char in "()\\" or code < 32 else bytes([code])
    return bytes(made)


# Encryption: 40 bits of RC4, the oldest that every reader opens


class _Lock:
    """The keys of an encrypted file."""

    def __init__(self, user: str, owner: str) -> None:
        """Make the entries of the file and its key."""
        self._id = bytes(range(16))
        self._owner = _rc4(_md5(_padded(owner or user))[:5], _padded(user))
        permissions = (-44).to_bytes(4, "little", signed=True)
        self._key = _md5(_padded(user) + self._owner + permissions + self._id)[:5]
        entries = f"/O <{self._owner.hex()}> /U <{_rc4(self._key, _PADDING).hex()}>"
        self.dictionary = (
            f"/Encrypt << /Filter /Standard /V 1 /R 2 {entries} /P -44 >> "
            f"/ID [<{self._id.hex()}> <{self._id.hex()}>]"
        )

    def locked(self, number: int, content: bytes) -> bytes:
        """Encrypt the stream of an object; its strings, if any, have to be none."""
        head, mark, rest = content.partition(b"\nstream\n")
        if not mark:
            return content
        body = rest.removesuffix(b"\nendstream")
        key = _md5(self._key + number.to_bytes(3, "little") + b"\0\0")[:10]
        return head + mark + _rc4(key, body) + b"\nendstream"


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    return bytes(one ^ mask for one, mask in zip(data, _rc4_stream(key), strict=False))


def _rc4_stream(key: bytes) -> Iterator[int]:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    while True:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        yield state[(state[i] + state[j]) % 256]
