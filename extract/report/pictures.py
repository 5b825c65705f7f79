"""The part of a PDF page that words stand on, as a picture with their cell marked."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

import pypdfium2
from PIL import Image, ImageDraw

from extract.schema import Location
from extract.writers.store import Folder

# Points around the marked cell that are shown with it: two or three lines of text.
MARGIN = 24.0
# Pixels a point: text of ten points is read with ease.
SCALE = 2.0
# The longest side that is drawn, in points: that of a page of A3.
MAX_SIDE = 1200.0
# The largest picture: a full page in colour has some 300 KB; a cell seldom over 60.
MAX_BYTES = 300_000
# All pictures of a report: enough for a thousand cells, and little enough to send.
MAX_TOTAL = 60_000_000
_MARK = (176, 0, 32)

PICTURES = "pictures"
Read = Callable[[str], bytes | None]


class Pictures:
    """Draws the places of values, each once, until the report holds `MAX_TOTAL` bytes of pictures.

    Args:
        folder: the report, in whose folder `PICTURES` they are written.
        read: gives the bytes of a paper's file by its SHA-256; None where it is not at hand.
    """

    def __init__(self, folder: Folder, read: Read) -> None:
        """See the class."""
        self._folder, self._read = folder, read
        self._total = 0
        self._drawn: dict[str, str | None] = {}

    def of(self, sha256: str, place: Location | None) -> str | None:
        """Return the file name of the picture of a place; None where there is none to show."""
        if place is None or place.page is None or place.bbox is None:
            return None
        name = f"{sha256[:12]}-{place.page}-{_digest(place)}.png"
        if name not in self._drawn:
            self._drawn[name] = self._write(name, sha256, place.page, place.bbox)
        return self._drawn[name]

    def _write(
        self, name: str, sha256: str, page: int, bbox: tuple[float, float, float, float]
    ) -> str | None:
        data = self._read(sha256)
        if data is None or self._total >= MAX_TOTAL:
            return None
        picture = cell_picture(data, page, bbox)
        if picture is None or len(picture) > MAX_BYTES:
            return None
        self._folder.write(f"{PICTURES}/{name}", picture)
        self._total += len(picture)
        return name


def cell_picture(data: bytes, page: int, bbox: tuple[float, float, float, float]) -> bytes | None:
    """Draw the part of a page around a box as PNG, the box marked.

    Args:
        data: the PDF.
        page: its page, from 1.
        bbox: x0, top, x1, bottom in points of the visible page.

    Returns:
        The picture; None where the page or the box is not there.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _drawn(document[page - 1], bbox)
    except (pypdfium2.PdfiumError, IndexError):
        return None


def _drawn(page: pypdfium2.PdfPage, bbox: tuple[float, float, float, float]) -> bytes | None:
    width, height = page.get_size()
    x0, top = max(bbox[0] - MARGIN, 0), max(bbox[1] - MARGIN, 0)
    x1, bottom = min(bbox[2] + MARGIN, width), min(bbox[3] + MARGIN, height)
    if x1 - x0 < 1 or bottom - top < 1 or max(x1 - x0, bottom - top) > MAX_SIDE:
        return None
    crop = (x0, height - bottom, width - x1, top)
    image = page.render(scale=SCALE, crop=crop, draw_annots=False).to_pil().convert("RGB")
    left, up, right, down = bbox[0] - x0, bbox[1] - top, bbox[2] - x0, bbox[3] - top
    marked = [left * SCALE - 4, up * SCALE - 4, right * SCALE + 4, down * SCALE + 4]
    ImageDraw.Draw(image).rectangle(marked, outline=_MARK, width=3)
    stream = io.BytesIO()
    image.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _digest(place: Location) -> str:
    return hashlib.sha256(repr(place.bbox).encode()).hexdigest()[:8]
