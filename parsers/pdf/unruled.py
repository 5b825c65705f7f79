"""Tables without rulings, or with some: columns by white, rows by lines, spanners by what they stand over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.columns import MIN_GUTTER, Segment, columns_of, parted
from parsers.pdf.content import Box, Ruling, Shade, Token
from parsers.pdf.grids import Grid, Slots
from parsers.pdf.lines import Line
from parsers.pdf.regions import ALIGNED, Region, has_header, regions
from parsers.pdf.rowing import row_tops

# Blanks of one line differ by no more than this, if it is not justified.
EVEN = 1.25


def unruled_grids(
    lines: Sequence[Line], across: Sequence[Ruling], shades: Sequence[Shade], above: Grid | None
) -> list[Grid]:
    """Find the tables that stand among upright lines without rulings around their cells.

    `above` is the table with which the page before ends: its columns may go on.
    """
    found = regions(lines, across, shades, above.xs if above else ())
    return [_grid(region, shades) for region in found]


def sure_tables(lines: Sequence[Line], across: Sequence[Ruling], shades: Sequence[Shade]) -> list[Box]:
    """Return where tables with a header of their own stand, told over the whole width of the page."""
    found = regions(lines, across, shades, ())
    return [region.box for region in found if len(region.gutters) > 1 and has_header(region, shades)]


def _grid(region: Region, shades: Sequence[Shade]) -> Grid:
    tops = row_tops(region, shades)
    xs = region.edges
    ys = _edges(region, tops)
    spans = [
        found
        for row, (start, end) in enumerate(pairwise([*tops, len(region.rows)]))
        for found in _spans(region, xs, row, range(start, end))
    ]
    return Grid(tuple(xs), tuple(ys), _cells(spans, len(tops), len(xs) - 1))


def _edges(region: Region, tops: Sequence[int]) -> list[float]:
    """Return the edges of rows: the middles between the last line of one and the first of the next."""
    rows = region.rows
    ys = [rows[0].line.box[1] - 1]
    for top in tops[1:]:
        ys.append((rows[top - 1].line.box[3] + rows[top].line.box[1]) / 2)
    return [*ys, rows[-1].line.box[3] + 1]


def _spans(region: Region, xs: Sequence[float], row: int, lines: range) -> list[Slots]:
    """Return the cells of a row of one line that stand over several columns."""
    if len(lines) > 1:
        return []
    line = region.rows[lines[0]]
    if len(line.segments) == 1 and _is_band(line.segments[0], region):
        return [Slots(row, 0, 1, len(xs) - 1)]
    found = [part for segment in line.segments for part in parted(segment, xs)]
    if region.known:
        found = [part for part in found if any(_prints_over(token, xs) for token in part.tokens)]
    held = [columns_of(part, xs) for part in found]
    return [Slots(row, first, 1, last - first + 1) for first, last in held if last > first]


def _is_band(segment: Segment, region: Region) -> bool:
    """Tell a line over several columns from cells that touch: its words keep one blank apart.

    Where words happen to begin with a column they may be its own.
    """
    if _is_centred(segment, region):
        return True
    tokens = segment.tokens
    gaps = [right.x0 - left.x1 for left, right in pairwise(tokens)]
    begins = [right for _, right in region.gutters]
    if not begins or tokens[0].x0 >= begins[0] - ALIGNED or segment.x1 <= begins[0] + ALIGNED:
        return False
    aligned = any(abs(token.x0 - begin) < ALIGNED for token in tokens[1:] for begin in begins)
    return len(gaps) > 1 and not aligned and max(gaps) <= EVEN * max(min(gaps), MIN_GUTTER * tokens[0].size)


def _is_centred(segment: Segment, region: Region) -> bool:
    """Tell words in the middle of a table that begin where none of its columns does."""
    left, *_, right = region.edges
    size = segment.tokens[0].size
    begins = [region.box[0], *(begin for _, begin in region.gutters)]
    apart = min(abs(segment.x0 - begin) for begin in begins) > size
    return apart and abs(segment.x0 + segment.x1 - left - right) < size


def _prints_over(token: Token, edges: Sequence[float]) -> bool:
    """Tell whether a word stands over an edge of a column."""
    return any(token.x0 < edge - 1 and token.x1 > edge + 1 for edge in edges)


def _cells(spans: Sequence[Slots], rows: int, columns: int) -> tuple[Slots, ...]:
    covered = {
        (span.row, column) for span in spans for column in range(span.column, span.column + span.col_span)
    }
    single = [
        Slots(row, column) for row in range(rows) for column in range(columns) if (row, column) not in covered
    ]
    return tuple(sorted([*spans, *single], key=lambda cell: (cell.row, cell.column)))
