"""Lines without rulings -> columns: where the white between words runs down through many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf.content import Token
from parsers.pdf.lines import BULLETS, Line

# Words of a line further apart than this, in parts of their size, may stand in two columns:
# even justified prose keeps closer.
COLUMN_GAP = 0.9
# White narrower than this parts no columns, in parts of the size.
MIN_GUTTER = 0.35
# Lines with at least this share of the most segments show where the columns are.
FULL = 0.6
# Share of the full lines that may print over a gutter: a spanner, a cell that is too wide.
CROSSED = 0.12
# Share of the full lines that have words on both sides of a gutter.
SUPPORTED = 0.3
# White that so many lines leave free is no accident.
CLEAR = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line with no wide gap between them."""

    tokens: tuple[Token, ...]
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line and its segments, from the left."""

    line: Line
    segments: tuple[Segment, ...]


def segmented(line: Line) -> Row:
    """Part a line at its wide gaps."""
    parts: list[list[Token]] = [[line.tokens[0]]]
    for left, right in pairwise(line.tokens):
        wide = right.x0 - left.x1 > COLUMN_GAP * max(left.size, right.size)
        if wide and left.text not in BULLETS:
            parts.append([])
        parts[-1].append(right)
    return Row(line, tuple(Segment(tuple(part), part[0].x0, max(t.x1 for t in part)) for part in parts))


def gutters_of(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the white between the columns of some lines, from the left."""
    most = max(len(row.segments) for row in rows)
    full = [row for row in rows if len(row.segments) >= max(2, FULL * most)]
    if not full:
        return []
    least = 2 if len(full) > 2 else 1
    found = []
    for gap in _candidates(full):
        wanted = least if len(rows) >= CLEAR and _is_clear(rows, gap) else max(least, SUPPORTED * len(full))
        if sum(_spans(row, gap) for row in full) >= wanted:
            found.append(gap)
    return found


def _candidates(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return white that is wide enough: what no line prints on, and elsewhere what hardly any does."""
    least = MIN_GUTTER * max(row.line.size for row in rows)
    crossed = int(CROSSED * len(rows)) if len(rows) > 4 else 0
    clear = [gap for gap in _white(rows, 0) if gap[1] - gap[0] >= least]
    nearly = [gap for gap in _white(rows, crossed) if gap[1] - gap[0] >= least] if crossed else []
    others = [gap for gap in nearly if not any(gap[0] < one[1] and one[0] < gap[1] for one in clear)]
    return sorted([*clear, *others])


def _is_clear(rows: Sequence[Row], gap: tuple[float, float]) -> bool:
    """Tell whether no line prints in a gutter: that of a column of references has few words beside it."""
    return not any(one.x0 < gap[1] - 1 and one.x1 > gap[0] + 1 for row in rows for one in row.segments)


def _white(rows: Sequence[Row], crossed: int) -> list[tuple[float, float]]:
    """Return the spans between the first word and the last that at most `crossed` lines print on."""
    events = sorted(
        [(segment.x0, 1) for row in rows for segment in row.segments]
        + [(segment.x1, -1) for row in rows for segment in row.segments]
    )
    spans: list[tuple[float, float]] = []
    depth, start = 0, None
    for x, step in events:
        depth += step
        if depth <= crossed and start is None and step < 0:
            start = x
        elif depth > crossed and start is not None:
            spans.append((start, x))
            start = None
    return spans


def _spans(row: Row, gap: tuple[float, float]) -> bool:
    """Tell whether a line has words on both sides of a gutter and none in it."""
    left = any(segment.x1 <= gap[0] + 1 for segment in row.segments)
    right = any(segment.x0 >= gap[1] - 1 for segment in row.segments)
    return left and right


def parted(segment: Segment, edges: Sequence[float]) -> list[Segment]:
    """Part a segment where an edge of a column runs through white in it, however narrow."""
    groups: list[list[Token]] = [[segment.tokens[0]]]
    for left, right in pairwise(segment.tokens):
        white = right.x0 - left.x1 >= MIN_GUTTER * right.size
        if white and any(left.x1 - 1 <= edge <= right.x0 + 1 for edge in edges):
            groups.append([])
        groups[-1].append(right)
    return [Segment(tuple(group), group[0].x0, max(token.x1 for token in group)) for group in groups]


def columns_of(segment: Segment, edges: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last column that a segment stands in, by most of its words."""
    held = [
        at
        for at, (left, right) in enumerate(pairwise(edges))
        if any(left <= (token.x0 + token.x1) / 2 < right for token in segment.tokens)
    ]
    return (held[0], held[-1]) if held else (0, 0)
