"""The straight lines of a picture: thin, darker than what is beside them, and long."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from parsers.ocr.picture import Greys, Mask, Picture
from parsers.pdf.content import Drawing, Ruling

# In points: no stroke of a letter is so long, no border of a cell so thick.
MIN_LENGTH = 25.0
MAX_THICKNESS = 4.0
# Sides of a low row or a narrow column are shorter; those end at longer lines on both sides.
MIN_SIDE = 8.0
_ENDS_AT = 2.0
# A line of its own is longer than this; a stem of the largest letters of a title is not.
_ALONE = 72.0
# No ruled page has more pieces of lines than this; the grain of a photograph may.
MAX_RUNS = 6_000
# Breaks up to this, in points, are noise, or dots of a dotted line.
MAX_BREAK = 1.1
# A line is darker than both sides by this much; hairlines of grey are, the grain of paper is not.
MIN_CONTRAST = 30
# Of a line as much is ink, breaks included. Letters in a row leave more white, and a blank after each
# word: what is longer than a word may be worn.
MIN_INKED = 0.9
_WORN_LENGTH, _WORN = 100.0, 0.75
# A dark band ends where greys differ by this much over so many points; a pale shade has lines of its own.
_STEP_CONTRAST, _STEP_REACH = 90, 1.0
# White lines part the cells of a dark band: what is beside them is darker than this.
_DARK = 140
# Pieces of one line that leans a little are this near to each other, in points.
_JOINED = 1.0


class Run(NamedTuple):
    """Ink in one row of pixels, or one column: `at` is which, `end` the pixel behind the last."""

    at: int
    start: int
    end: int


class _Stroke(NamedTuple):
    """A line and the runs of dark ink that it is made of."""

    ruling: Ruling
    runs: tuple[Run, ...]


class Lines(NamedTuple):
    """The rulings of a picture, and the picture without them."""

    drawing: Drawing
    cleaned: Greys


def rulings_of(picture: Picture) -> Lines:
    """Find the lines along a picture and take them out of it, so that they are read as no letters."""
    greys, scale = picture.greys, picture.scale
    upended = np.ascontiguousarray(greys.T)
    across, down = _strokes(greys, scale), _strokes(upended, scale)
    long_across, long_down = _long(across), _long(down)
    across = [one for one in across if _is_line(one.ruling, long_down)]
    down = [one for one in down if _is_line(one.ruling, long_across)]
    cleaned = np.maximum(_without(greys, across, scale), _without(upended, down, scale).T)
    drawing = Drawing(tuple(sorted(one.ruling for one in across)), tuple(sorted(one.ruling for one in down)))
    return Lines(drawing, np.ascontiguousarray(cleaned))


def _strokes(greys: Greys, scale: float) -> list[_Stroke]:
    """List what may be level lines of a picture: dark ones, white ones on dark, edges of dark bands."""
    size, reach = round(MAX_THICKNESS * scale), max(round(_STEP_REACH * scale), 1)
    filled, emptied = _closed(greys, size), 255 - _closed(255 - greys, size)
    dark = filled - greys > MIN_CONTRAST
    white = (greys - emptied > _STEP_CONTRAST) & (emptied < _DARK)
    steps = np.zeros_like(dark)
    steps[reach:-reach] = np.abs(filled[2 * reach :].astype(np.int16) - filled[: -2 * reach]) > _STEP_CONTRAST
    found = []
    for ink, printed in ((dark, True), (white, False), (steps, False)):
        runs = _runs(ink, scale)
        groups = _grouped(runs, round(_JOINED * scale)) if len(runs) <= MAX_RUNS else []
        thin = [group for group in groups if _thickness(group) <= size]
        found += [_Stroke(_ruling(group, scale), tuple(group) if printed else ()) for group in thin]
    return found


def _long(strokes: list[_Stroke]) -> list[_Stroke]:
    return [one for one in strokes if one.ruling.end - one.ruling.start >= MIN_LENGTH]


def _is_line(ruling: Ruling, crossing: list[_Stroke]) -> bool:
    """Tell lines from strokes of letters: they meet long lines, short ones at both ends."""
    if ruling.end - ruling.start >= _ALONE:
        return True
    start, end = ruling.start - _ENDS_AT, ruling.end + _ENDS_AT
    met = [
        other.ruling.at
        for other in crossing
        if other.ruling.start - _ENDS_AT <= ruling.at <= other.ruling.end + _ENDS_AT
        and start <= other.ruling.at <= end
    ]
    if ruling.end - ruling.start >= MIN_LENGTH:
        return bool(met)
    return bool(met) and min(met) <= ruling.start + _ENDS_AT and max(met) >= ruling.end - _ENDS_AT


def _without(greys: Greys, strokes: list[_Stroke], scale: float) -> Greys:
    """Fill level lines with the grey around them."""
    filled = _closed(greys, round(MAX_THICKNESS * scale))
    cleaned = greys.copy()
    for run in (run for one in strokes for run in one.runs):
        # The edge of a line is grey, not dark: it goes with the row on either side.
        rows = slice(max(run.at - 1, 0), run.at + 2)
        cleaned[rows, run.start : run.end] = filled[rows, run.start : run.end]
    return cleaned


def _closed(greys: Greys, size: int) -> Greys:
    """Fill what is dark and less than `size` pixels high with the grey around it."""
    return 255 - _spread(255 - _spread(greys, size), size)


def _spread(greys: Greys, size: int) -> Greys:
    """Give each pixel the lightest grey of the `size` rows around it."""
    before = size // 2
    padded = np.pad(greys, ((before, size - 1 - before), (0, 0)), mode="edge")
    found, done = padded, 1
    while done < size:
        step = min(done, size - done)
        found = np.maximum(found[: len(found) - step], found[step:])
        done += step
    return found


def _runs(ink: Mask, scale: float) -> list[Run]:
    """List the runs of ink in each row, from the top, breaks closed."""
    most, least = round(MAX_BREAK * scale), MIN_SIDE * scale
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    found = []
    for at in np.nonzero(ink.sum(axis=1) >= MIN_INKED * least)[0].tolist():
        starts, ends = np.nonzero(edges[at] == 1)[0], np.nonzero(edges[at] == -1)[0]
        breaks = starts[1:] - ends[:-1] > most
        firsts, lasts = starts[np.r_[True, breaks]], ends[np.r_[breaks, True]]
        for start, end in zip(firsts.tolist(), lasts.tolist(), strict=True):
            inked = _WORN if end - start >= _WORN_LENGTH * scale else MIN_INKED
            if end - start >= least and ink[at, start:end].mean() >= inked:
                found.append(Run(at, start, end))
    return found


def _grouped(runs: list[Run], step: int) -> list[list[Run]]:
    """Gather runs that make up one line: in rows next to each other, and next to each other in them."""
    groups: list[list[Run]] = []
    for run in runs:
        touched = [group for group in groups if any(_touch(one, run, step) for one in group[-40:])]
        joined = [one for group in touched for one in group]
        groups = [group for group in groups if not any(group is one for one in touched)]
        groups.append(sorted([*joined, run]))
    return groups


def _touch(one: Run, other: Run, step: int) -> bool:
    return abs(other.at - one.at) <= step and one.start <= other.end + step and other.start <= one.end + step


def _thickness(runs: list[Run]) -> float:
    """Return how many rows of ink a line has in most of its places: its lean is no thickness."""
    length = max(run.end for run in runs) - min(run.start for run in runs)
    return sum(run.end - run.start for run in runs) / length


def _ruling(runs: list[Run], scale: float) -> Ruling:
    weights: npt.NDArray[np.int_] = np.array([run.end - run.start for run in runs])
    at = float(np.average([run.at + 0.5 for run in runs], weights=weights))
    start, end = min(run.start for run in runs), max(run.end for run in runs)
    return Ruling(round(at / scale, 2), round(start / scale, 2), round(end / scale, 2))
