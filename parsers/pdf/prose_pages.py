"""Which pages hold prose alone: they are read by lines, ten times as fast as by words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.content import Box, Drawing

# Runs further apart than this, in parts of their height, may stand in two columns.
GAP = 1.2
# Two lines with a gap are a heading with a page number, or an address; more may be a table.
MAX_GAPPED = 1
# Lines drawn across a page of prose: under its header and over its footer.
MAX_RULES = 2
# A run lower than this part of the one beside it is a superscript.
SMALL = 0.75


def is_prose(runs: Sequence[Box], drawing: Drawing) -> bool:
    """Tell whether no line of a page has columns or superscripts in it, and nothing is ruled."""
    if drawing.down or len(drawing.across) > MAX_RULES:
        return False
    gapped = 0
    for row in _rows(runs):
        row.sort()
        if any(_is_small(left, right) for left, right in pairwise(row)):
            return False
        gapped += any(right[0] - left[2] > GAP * (left[3] - left[1]) for left, right in pairwise(row))
    return gapped <= MAX_GAPPED


def _rows(runs: Sequence[Box]) -> list[list[Box]]:
    """Gather runs whose middles are level."""
    rows: list[list[Box]] = []
    for run in sorted(runs, key=lambda box: box[1] + box[3]):
        middle = (run[1] + run[3]) / 2
        if rows and rows[-1][0][1] <= middle <= rows[-1][0][3]:
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def _is_small(left: Box, right: Box) -> bool:
    low, high = sorted((left[3] - left[1], right[3] - right[1]))
    return low < SMALL * high and abs(left[3] - right[3]) > 0.2 * high
