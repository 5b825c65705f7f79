"""From PDFium's page space to the visible page: points from its top left, turned as it is shown."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

# PDFium maps points to whole pixels; this many a point keep a hundredth of a point.
_PIXELS = 200
# Beyond this a page is no paper: an A0 plan is 3,370 points high.
MAX_SIDE = 20_000.0


@dataclass(frozen=True, slots=True)
class View:
    """How page space maps to the visible page: crop box and rotation.

    Attributes:
        width: of the visible page in points.
        height: of the visible page in points.
        turn: rotation of the page, clockwise: 0, 90, 180 or 270.
        across: x of the visible page is `across[0] * x + across[1] * y + across[2]`.
        down: y of the visible page from its top, in the same way.
    """

    width: float
    height: float
    turn: int
    across: tuple[int, int, float]
    down: tuple[int, int, float]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of page space on the visible page."""
        (a, b, c), (d, e, f) = self.across, self.down
        return a * x + b * y + c, d * x + e * y + f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return a box of page space on the visible page: x0, top, x1, bottom."""
        if self.turn == 0:
            left, high = self.across[2], self.down[2]
            return x0 + left, high - y1, x1 + left, high - y0
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


_ACROSS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
_DOWN = {0: (0, -1), 90: (1, 0), 180: (0, 1), 270: (-1, 0)}


def view_of(page: pdfium.FPDF_PAGE) -> View:
    """Read how a page is shown; PDFium knows the boxes that it inherits."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    turn = 90 * (pdfium.FPDFPage_GetRotation(page) % 4)
    x, y = ctypes.c_int(), ctypes.c_int()
    side = min(max(width, height), MAX_SIDE)
    pixels = max(min(_PIXELS, int(2_000_000 / side)), 1) if side > 0 else 1
    pdfium.FPDF_PageToDevice(
        page,
        0,
        0,
        round(width * pixels),
        round(height * pixels),
        0,
        0.0,
        0.0,
        ctypes.byref(x),
        ctypes.byref(y),
    )
    return View(
        width,
        height,
        turn,
        (*_ACROSS[turn], x.value / pixels),
        (*_DOWN[turn], y.value / pixels),
    )
