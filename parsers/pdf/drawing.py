"""Page objects -> rulings and shades, however lines are drawn: thin rectangles and pictures too."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.model.fills import fill_of
from parsers.pdf.content import Box, Drawing, Ruling, Shade
from parsers.pdf.geometry import View

# A filled rectangle thinner than this is a line; Word and browsers draw borders so.
MAX_RULE = 3.0
# A line is along the page where it leaves its direction by less than this.
MAX_SLANT = 1.0
# No paper met has more; a map or a chart with more is no table.
MAX_OBJECTS = 40_000
MAX_SEGMENTS = 2_000
# Forms inside forms: deeper ones are made by no program that writes papers.
MAX_DEPTH = 8
# A stroke or fill lighter than this is white: it marks nothing.
WHITE = 0.985

Matrix = tuple[float, float, float, float, float, float]
Rgb = tuple[int, int, int]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Where PDFium writes the parts of a colour: it is asked for one at a time.
_PARTS = tuple(ctypes.c_uint() for _ in range(4))
_POINTERS = tuple(map(ctypes.byref, _PARTS))


class _Paint(NamedTuple):
    """How a path is painted: the colour of its fill, the lightness of its stroke, None where it has none."""

    fill: Rgb | None
    stroke: float | None


class Pen:
    """Collects what the objects of one page draw."""

    def __init__(self, view: View) -> None:
        """Begin with an empty page."""
        self._view = view
        self._across: list[Ruling] = []
        self._down: list[Ruling] = []
        self._shades: list[Shade] = []
        self._pictured = 0.0
        self._seen = 0

    def drawing(self, page: pdfium.FPDF_PAGE) -> Drawing:
        """Read the objects of a page."""
        for at in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
            self._take(pdfium.FPDFPage_GetObject(page, at), _UNIT, 0)
        area = max(self._view.width * self._view.height, 1.0)
        return Drawing(
            tuple(self._across), tuple(self._down), tuple(self._shades), min(self._pictured / area, 1.0)
        )

    def _take(self, item: pdfium.FPDF_PAGEOBJECT, outer: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(item)
        self._seen += 1
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or self._seen > MAX_OBJECTS:
            return
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, _times(_matrix(item), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._picture(self._unit_box(_times(_matrix(item), outer)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _times(_matrix(item), outer)
            for at in range(min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)):
                self._take(pdfium.FPDFFormObj_GetObject(item, at), inner, depth + 1)

    def _unit_box(self, matrix: Matrix) -> Box:
        """Return the box that the unit square fills: where a picture stands."""
        corners = [_apply(matrix, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self._view.box(min(xs), min(ys), max(xs), max(ys))

    def _picture(self, box: Box) -> None:
        """Take a picture: a line where it is thin, else part of the page that it covers."""
        if not self._rule(box):
            seen = max(min(box[2], self._view.width) - max(box[0], 0.0), 0.0)
            self._pictured += seen * max(min(box[3], self._view.height) - max(box[1], 0.0), 0.0)

    def _path(self, item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        paint = _paint(item)
        if paint == (None, None):
            return
        parts = [
            (part, [self._view.point(*_apply(matrix, x, y)) for x, y in part.points])
            for part in _subpaths(item)
        ]
        ring = len(parts) == 2 and _holds(parts[0][1], parts[1][1])
        for part, seen in parts:
            if paint.fill is not None and len(seen) > 2 and not ring:
                self._fill(seen, paint.fill)
            stroked = paint.stroke is not None and paint.stroke < WHITE
            bordered = ring and paint.fill is not None and lightness(paint.fill) < WHITE
            if (stroked or bordered) and not part.curved:
                self._stroke(seen, closed=part.closed or bordered)

    def _fill(self, points: list[tuple[float, float]], colour: Rgb) -> None:
        """Take a filled shape where it is a rectangle along the page."""
        grey = lightness(colour)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = min(xs), min(ys), max(xs), max(ys)
        if grey < WHITE and self._rule(box):
            return
        corners = all(
            min(x - box[0], box[2] - x) < MAX_SLANT and min(y - box[1], box[3] - y) < MAX_SLANT
            for x, y in points
        )
        if corners and min(box[2] - box[0], box[3] - box[1]) > MAX_RULE:
            self._shades.append(Shade(*box, grey, fill_of(*colour)))

    def _rule(self, box: Box) -> bool:
        """Take a thin box as a line, a dot as part of one either way; tell whether it is thin."""
        x0, top, x1, bottom = box
        wide, high = x1 - x0, bottom - top
        if high <= MAX_RULE and wide > 0.8 * high:
            self._across.append(Ruling((top + bottom) / 2, x0, x1))
        if wide <= MAX_RULE and high > 0.8 * wide:
            self._down.append(Ruling((x0 + x1) / 2, top, bottom))
        return min(wide, high) <= MAX_RULE

    def _stroke(self, points: list[tuple[float, float]], *, closed: bool) -> None:
        ends = [*points[1:], *points[:1]] if closed else points[1:]
        for (ax, ay), (bx, by) in zip(points, ends, strict=False):
            if abs(ay - by) < MAX_SLANT < abs(ax - bx):
                self._across.append(Ruling((ay + by) / 2, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) < MAX_SLANT < abs(ay - by):
                self._down.append(Ruling((ax + bx) / 2, min(ay, by), max(ay, by)))


def _holds(outer: list[tuple[float, float]], inner: list[tuple[float, float]]) -> bool:
    """Tell whether one shape stands inside another: a filled path of both is a border."""
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*outer, strict=True))
    return all(left <= x <= right and top <= y <= bottom for x, y in inner)


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _UNIT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner` first."""
    if outer == _UNIT:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _paint(item: pdfium.FPDF_PAGEOBJECT) -> _Paint:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return _Paint(
        _rgb_of(item, pdfium.FPDFPageObj_GetFillColor) if fill.value else None,
        grey_of(item, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else None,
    )


def grey_of(item: pdfium.FPDF_PAGEOBJECT, colour: object) -> float | None:
    """Return the lightness of an object's colour, 0 to 1; None where it is transparent."""
    found = _rgb_of(item, colour)
    return None if found is None else lightness(found)


def _rgb_of(item: pdfium.FPDF_PAGEOBJECT, colour: object) -> Rgb | None:
    """Return an object's colour, its parts from 0 to 255; None where it is transparent."""
    if not colour(item, *_POINTERS):  # type: ignore[operator]
        return 0, 0, 0
    red, green, blue, alpha = (part.value for part in _PARTS)
    return (red, green, blue) if alpha else None


def lightness(colour: Rgb) -> float:
    """Return how light a colour is, from 0, black, to 1, white."""
    red, green, blue = colour
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


class _Part(NamedTuple):
    """A part of a path: its points, those of its curves among them."""

    points: list[tuple[float, float]]
    closed: bool
    curved: bool


def _subpaths(item: pdfium.FPDF_PAGEOBJECT) -> Iterator[_Part]:
    """Yield the parts of a path."""
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(item), MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _Part(points, False, curved)
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield _Part(points, True, curved)
            points, curved = [], False
    if len(points) > 1:
        yield _Part(points, False, curved)
