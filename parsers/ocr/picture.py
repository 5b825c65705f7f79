"""A page as a picture: greys from 0, black, to 255, white, its lines made level."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium
from PIL import Image

Greys = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

# The words of 8 point print are 22 pixels high then; more only costs time.
DPI = 200
POINTS = 72
# An A3 page has 7.7 million at 200 dpi; larger ones are rendered with fewer a point.
MAX_PIXELS = 16_000_000
# A sheet goes through a feeder this much askew at most, in degrees.
MAX_SKEW = 4.0
# Turning blurs; less than this moves a line of print by no more than its own thickness.
MIN_SKEW = 0.2
# Steps in which angles are tried, in degrees: first the whole range, then around the best.
_COARSE, _FINE = 0.25, 0.05
# Ink is darker than the usual grey of a page by this much.
_INK = 70
# So many points of ink tell the angle of a page; more tell no more.
_SAMPLE = 60_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered page.

    Attributes:
        greys: its pixels, row by row.
        scale: pixels in a point.
    """

    greys: Greys
    scale: float


def rendered(page: pdfium.FPDF_PAGE, width: float, height: float) -> Picture:
    """Render a page as it is shown; `width` and `height` are those of the visible page."""
    scale = min(DPI / POINTS, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    wide, high = max(round(width * scale), 1), max(round(height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Picture(np.frombuffer(data, np.uint8).reshape(high, stride)[:, :wide].copy(), scale)


def levelled(picture: Picture) -> Picture:
    """Turn a picture about its middle until its lines are level; one that is leaves it as it is."""
    skew = skew_of(picture.greys)
    if abs(skew) < MIN_SKEW:
        return picture
    paper = int(np.median(picture.greys))
    turned = Image.fromarray(picture.greys).rotate(skew, Image.Resampling.BICUBIC, fillcolor=paper)
    return Picture(np.asarray(turned), picture.scale)


def skew_of(greys: Greys) -> float:
    """Return by how many degrees the lines of a picture fall to the right; 0 for a blank one."""
    ys, xs = np.nonzero(greys < int(np.median(greys)) - _INK)
    if len(ys) == 0:
        return 0.0
    step = max(len(ys) // _SAMPLE, 1)
    ys, xs = ys[::step], xs[::step]
    rough = _sharpest(xs, ys, np.arange(-MAX_SKEW, MAX_SKEW + _COARSE, _COARSE))
    return _sharpest(xs, ys, np.arange(rough - _COARSE, rough + _COARSE + _FINE, _FINE))


def _sharpest(xs: npt.NDArray[np.intp], ys: npt.NDArray[np.intp], angles: npt.NDArray[np.float64]) -> float:
    """Return the angle along which ink gathers in the fewest rows."""
    scores = [_sharpness(ys - xs * np.tan(np.radians(angle))) for angle in angles]
    return round(float(angles[int(np.argmax(scores))]), 2)


def _sharpness(rows: npt.NDArray[np.float64]) -> float:
    counts = np.bincount((rows - rows.min()).astype(np.intp)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())
