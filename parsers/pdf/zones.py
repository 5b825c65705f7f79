"""Prose in two columns: the zones of a page in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.columns import Row, segmented
from parsers.pdf.content import Box, Token
from parsers.pdf.lines import Line, fits, tokens_of, upright_only

# A column of prose takes at least this share of the width of the page's text.
COLUMN_SHARE = 0.3
# Lines side by side before they are two columns, and words that lines of prose have.
MIN_LINES = 8
MIN_WORDS = 4
# Share of the lines that stand on each side.
COVERAGE = 0.5
# Share of a side that is prose: of one at least, and of the other, which may hold a table too.
PROSE = 0.6
MIXED = 0.4
_NUMBER = re.compile(r"[-–—(]?[£$€]?\d[\d,. ]*%?\)?|[-–—.]{1,3}")

_Gap = tuple[float, float]


def zones(lines: Sequence[Line], tables: Sequence[Box]) -> list[list[Token]]:
    """Part the tokens of a page where its lines are set in two columns: above, left, right, below.

    Where `tables` stand over the width of the page there are no columns of prose.
    """
    rows = [segmented(line) for line in upright_only(lines)]
    turned = [token for token in tokens_of(lines) if token.angle]
    parted = _parted(rows, tables)
    if turned:
        parted[-1] = [*parted[-1], *turned]
    return parted


def _parted(rows: Sequence[Row], tables: Sequence[Box]) -> list[list[Token]]:
    run = _run(rows, tables)
    if run is None:
        return [[token for row in rows for token in row.line.tokens]]
    start, end, (left, right) = run
    middle = (left + right) / 2
    band = [token for row in rows[start:end] for token in row.line.tokens]
    sides = [
        [token for token in band if token.x0 < middle],
        [token for token in band if token.x0 >= middle],
    ]
    above = [[token for row in rows[:start] for token in row.line.tokens]] if start else []
    return [*above, *sides, *(_parted(rows[end:], tables) if end < len(rows) else [])]


def _run(rows: Sequence[Row], tables: Sequence[Box]) -> tuple[int, int, _Gap] | None:
    """Find the first lines in two columns of prose: where they begin and end, and the gutter."""
    if not rows:
        return None
    width = max(row.line.box[2] for row in rows) - min(row.line.box[0] for row in rows)
    for start, row in enumerate(rows):
        gap = _wide_gap(row, width)
        if gap is None or any(top <= row.line.base <= bottom for _, top, _, bottom in tables):
            continue
        first, end, gap = _reach(rows, start, gap)
        if _is_prose(rows[first:end], gap):
            return first, end, gap
    return None


def _wide_gap(row: Row, width: float) -> _Gap | None:
    """Return the gap of a line with a wide part on both sides."""
    for left, right in pairwise(row.segments):
        if min(left.x1 - row.segments[0].x0, row.segments[-1].x1 - right.x0) >= COLUMN_SHARE * width:
            return left.x1, right.x0
    return None


def _reach(rows: Sequence[Row], start: int, gap: _Gap) -> tuple[int, int, _Gap]:
    """Follow a gutter up and down to the lines that print over it; return what lies between."""
    first, end = start, start
    for row in rows[start:]:
        found = _free(row, gap)
        if found is None:
            break
        gap, end = found, end + 1
    for row in reversed(rows[:start]):
        found = _free(row, gap)
        if found is None or len(row.segments) < 2:
            break
        gap, first = found, first - 1
    return first, end, gap


def _free(row: Row, gap: _Gap) -> _Gap | None:
    """Return what of a gutter a line leaves free; None where that is too narrow."""
    left = max((one.x1 for one in row.segments if one.x0 < gap[0]), default=gap[0])
    right = min((one.x0 for one in row.segments if one.x0 >= gap[0]), default=gap[1])
    free = max(gap[0], left), min(gap[1], right)
    return free if free[1] - free[0] > 0.6 * row.line.size else None


def _is_prose(rows: Sequence[Row], gap: _Gap) -> bool:
    """Tell whether lines on both sides of a gutter are prose, or prose beside something else."""
    middle = (gap[0] + gap[1]) / 2
    left = [line for row in rows if (line := _side(row, middle, before=True))]
    right = [line for row in rows if (line := _side(row, middle, before=False))]
    both = sum(1 for row in rows if _side(row, middle, before=True) and _side(row, middle, before=False))
    if both < MIN_LINES or min(len(left), len(right)) < COVERAGE * len(rows):
        return False
    if rows[0].line.bold:
        return False
    shares = sorted(_prose_share(side) for side in (left, right))
    numbers = any(_is_numbers(side) for side in (left, right))
    return shares[1] >= PROSE and (shares[0] >= MIXED or numbers)


def _side(row: Row, middle: float, *, before: bool) -> Line | None:
    tokens = [token for token in row.line.tokens if (token.x0 < middle) is before]
    return Line(tokens) if tokens else None


def _prose_share(lines: Sequence[Line]) -> float:
    """Return the share of lines that are prose: of one segment, of several words, wrapped."""
    right = max(line.box[2] for line in lines)
    prose = sum(
        len(segmented(above).segments) == 1
        and len(above.tokens) >= MIN_WORDS
        and not fits(above, below.tokens[0], right)
        for above, below in pairwise(lines)
    )
    return prose / len(lines)


def _is_numbers(lines: Sequence[Line]) -> bool:
    words = [token.text for line in lines for token in line.tokens]
    return sum(bool(_NUMBER.fullmatch(word)) for word in words) >= 0.4 * len(words)
