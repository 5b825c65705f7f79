"""Rulings -> frames: lines snapped, joined and gathered to the tables that they make up.

Snapping and joining are pdfplumber's; what a page end or a printer left open is
closed here, since pdfplumber drops every row that is not ruled on all four sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import merge_edges

from parsers.pdf.content import Box, Ruling, union

# Lines nearer to each other than this are one: double rules, borders of neighbouring cells.
SNAP = 3.0
# Gaps in a line up to this are dots, dashes or the corner of a cell.
JOIN = 3.5
# Lines of a frame meet, or miss each other by no more than this.
TOUCH = 3.5
# Dashes and dots are shorter than this before they are joined, lines of a table longer.
MIN_LENGTH = 5.0
# No table is made of more crossings; a map or a chart may be.
MAX_CROSSINGS = 4_000_000


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines that touch each other.

    Attributes:
        across: from the top.
        down: from the left.
    """

    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]

    @property
    def box(self) -> Box:
        """Return what the lines reach."""
        boxes = [(line.start, line.at, line.end, line.at) for line in self.across]
        return union([*boxes, *((line.at, line.start, line.at, line.end) for line in self.down)])


def merged(across: Iterable[Ruling], down: Iterable[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """Snap and join lines; what stays shorter than `MIN_LENGTH` is no line of a table."""
    edges = [_edge(line, "h") for line in across] + [_edge(line, "v") for line in down]
    whole = merge_edges(
        edges,
        snap_x_tolerance=SNAP,
        snap_y_tolerance=SNAP,
        join_x_tolerance=JOIN,
        join_y_tolerance=JOIN,
    )
    lines: dict[str, list[Ruling]] = {"h": [], "v": []}
    for edge in whole:
        ruling = (
            Ruling(edge["top"], edge["x0"], edge["x1"])
            if edge["orientation"] == "h"
            else Ruling(edge["x0"], edge["top"], edge["bottom"])
        )
        if ruling.end - ruling.start >= MIN_LENGTH:
            lines[edge["orientation"]].append(ruling)
    return sorted(lines["h"]), sorted(lines["v"])


def _edge(line: Ruling, orientation: str) -> dict[str, Any]:
    """Describe a line as pdfplumber does."""
    x0, top, x1, bottom = (
        (line.start, line.at, line.end, line.at)
        if orientation == "h"
        else (line.at, line.start, line.at, line.end)
    )
    return {
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": orientation,
        "object_type": "line",
    }


def touch(across: Ruling, down: Ruling) -> bool:
    """Tell whether two lines meet."""
    return (
        across.start - TOUCH <= down.at <= across.end + TOUCH
        and down.start - TOUCH <= across.at <= down.end + TOUCH
    )


def frames(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Frame]:
    """Gather lines that touch, directly or through others; lines that touch none are left out."""
    if len(across) * len(down) > MAX_CROSSINGS:
        return []
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, one in enumerate(across):
        for j, other in enumerate(down, start=len(across)):
            if touch(one, other):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for at in range(len(parent)):
        group = groups.setdefault(root(at), ([], []))
        group[at >= len(across)].append(across[at] if at < len(across) else down[at - len(across)])
    return [Frame(tuple(sorted(a)), tuple(sorted(d))) for a, d in groups.values() if a and d]


def without_nested(frame: Frame) -> Frame:
    """Leave out the lines of tables set inside a cell: their words are those of the cell.

    A nested table has corners inside the frame, where two lines end; the lines of one
    table end at lines that go on.
    """
    boxes = [box for line in frame.down if (box := _nested_box(frame, line))]
    across = [line for line in frame.across if not any(_across_inside(line, box) for box in boxes)]
    down = [line for line in frame.down if not any(_down_inside(line, box) for box in boxes)]
    return Frame(tuple(across), tuple(down)) if boxes and across and down else frame


def _nested_box(frame: Frame, right: Ruling) -> Box | None:
    """Return the box of the nested table that a line bounds on the right; None where it bounds none."""
    x0, top, x1, bottom = frame.box
    if not x0 + TOUCH < right.at < x1 - TOUCH:
        return None
    ends = [line for line in frame.across if abs(line.end - right.at) <= TOUCH]
    passing = [line for line in frame.across if line.start < right.at < line.end - TOUCH]
    upper = [line for line in ends if top + TOUCH < line.at and abs(line.at - right.start) <= TOUCH]
    lower = [line for line in ends if line.at < bottom - TOUCH and abs(line.at - right.end) <= TOUCH]
    corner = (upper or lower)[:1]
    closed = bool(upper and lower) or any(
        abs(line.at - end) <= TOUCH for line in passing for end in (right.start, right.end)
    )
    return (corner[0].start, right.start, right.at, right.end) if corner and closed else None


def _across_inside(line: Ruling, box: Box) -> bool:
    x0, top, x1, bottom = box
    level = top - TOUCH <= line.at <= bottom + TOUCH
    return level and line.start >= x0 - TOUCH and line.end <= x1 + TOUCH


def _down_inside(line: Ruling, box: Box) -> bool:
    x0, top, x1, bottom = box
    beside = x0 - TOUCH <= line.at <= x1 + TOUCH
    return beside and line.start >= top - TOUCH and line.end <= bottom + TOUCH
