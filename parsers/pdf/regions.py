"""Lines of a page -> regions that may be tables without rulings, and what tells them from prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from parsers.pdf.columns import MIN_GUTTER, Row, gutters_of, segmented
from parsers.pdf.content import Box, Ruling, Shade, union
from parsers.pdf.lines import Line

# Lines further apart than this, in parts of their size, are no lines of one table.
MAX_GAP = 3.4
# Lines of one cell are no nearer than this, in parts of their size; those of centred cells may be.
NEAREST = 0.8
# A table has this many lines in columns at least.
MIN_ROWS = 2
# White under a running title, in parts of its size.
TITLE_GAP = 1.8
# Running titles above a table that goes on take no more lines than this.
HEAD_LINES = 4
# Words of a cell in a table of facts; columns of prose hold more on every line.
PROSE_WORDS = 4.5
# What cells keep between the words of two columns, and room that the last column may have beside
# its longest line, in parts of the size.
PADDING = 1.0
LAST = 6.0
# Words begin at one place where they are this near, and a column is set to the left where most are.
ALIGNED = 1.5
MOSTLY = 0.6
# A table of numbers says what they are: this share of its cells holds words; labels of a chart do not.
WORDED = 0.05
# The line above in a column is among so many: each column may have lines of its own heights.
REACH_UP = 6
# A rule of a table reaches over this share of it at least, where it does not part only a spanner.
REACH = 0.3
# A rule or stripe over at least this share of the width goes the whole way across.
WHOLE = 0.8
# With so many lines a column shows how wide it is.
FILLED = 6
_NUMBER = re.compile(
    r"[-–—+(]?[£$€]?\s?\d[\d,. ]*(?:%|p|m|k|bn)?\)?[*†]?|[-–—.:]{1,3}|n/?a|[*†‡]", re.IGNORECASE
)
_LEADER = re.compile(r"\.{4,}|(?:\. ){3,}")
_MARK = re.compile(
    r"(?:[•●▪◦·‣➢➤✓\uf0b7\uf0a7–o*-]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,3})*\.?)$"
)


@dataclass(frozen=True, slots=True)
class Region:
    """Lines in columns.

    Attributes:
        rows: from the top.
        gutters: the white between the columns.
        ruled: lines drawn across it.
        known: whether its columns are those of the table that it goes on with.
    """

    rows: tuple[Row, ...]
    gutters: tuple[tuple[float, float], ...]
    ruled: tuple[Ruling, ...]
    known: bool = False

    @property
    def box(self) -> Box:
        """Return where its words stand."""
        return union([row.line.box for row in self.rows])

    @property
    def edges(self) -> list[float]:
        """Return the edges of the columns: in the middle of the white, and both sides.

        Before a column set to the left the edge is where it begins: where the one before
        it ends differs from page to page.
        """
        x0, _, x1, _ = self.box
        return [x0 - 1, *map(self._edge, self.gutters), x1 + 1]

    def _edge(self, gutter: tuple[float, float]) -> float:
        left, right = gutter
        begins = [next((one.x0 for one in row.segments if one.x0 >= right - 1), None) for row in self.rows]
        told = [x for x in begins if x is not None]
        aligned = sum(abs(x - right) < ALIGNED for x in told)
        middle = (left + right) / 2
        spare = MIN_GUTTER * self.rows[0].line.size
        return max(middle, right - spare) if aligned >= MOSTLY * len(told) else middle

    @property
    def rights(self) -> list[float]:
        """Return how far the words of each column may reach: to the next column but for the padding."""
        size = max(row.line.size for row in self.rows)
        ends = [right - PADDING * size for _, right in self.gutters]
        spare = 0.5 if len(self.texts(len(ends))) >= FILLED else LAST
        return [*ends, max(row.line.box[2] for row in self.rows) + spare * size]

    def texts(self, column: int) -> list[str]:
        """Return what stands in a column, line by line, blank lines left out."""
        left, right = self.edges[column], self.edges[column + 1]
        lines = (
            [token.text for token in row.line.tokens if left <= (token.x0 + token.x1) / 2 < right]
            for row in self.rows
        )
        return [" ".join(words) for words in lines if words]


def regions(
    lines: Sequence[Line], across: Sequence[Ruling], shades: Sequence[Shade], above: Sequence[float]
) -> list[Region]:
    """Find the regions of a page that are tables; `above` has the edges of columns that may go on."""
    rows = [segmented(line) for line in lines]
    found = []
    going_on = _going_on(rows, above) if len(above) > 2 else None
    if going_on:
        first = rows[going_on[0] : going_on[1]]
        kept = [row for row in first if _keeps(row, above)]
        found.append(Region(tuple(first), as_gutters(above, kept), _rules(first, across), known=True))
    for group in _groups(rows[going_on[1] if going_on else 0 :]):
        gutters = gutters_of(group)
        region = _without_notes(Region(tuple(group), tuple(gutters), _rules(group, across)))
        if gutters and is_table(region, shades):
            found.append(region)
    return found


def _without_notes(region: Region) -> Region:
    """Leave out the lines of one segment under the last rule of a table of numbers: its notes."""
    x0, _, x1, _ = region.box
    wide = [rule.at for rule in region.ruled if rule.end - rule.start >= WHOLE * (x1 - x0)]
    below = [row for row in region.rows if wide and row.line.box[3] > wide[-1] + row.line.size / 2]
    numbers = [text for row in below for text in row.line.text.split() if is_numeric(text)]
    if not below or len(below) > len(region.rows) / 3 or any(len(row.segments) > 2 for row in below):
        return region
    if numbers and max(len(row.segments) for row in below) > 1:
        return region
    kept = region.rows[: len(region.rows) - len(below)]
    return replace(region, rows=kept) if _has_numbers(region) else region


def _has_numbers(region: Region) -> bool:
    return any(_are_numeric(region.texts(at)) for at in range(1, len(region.gutters) + 1))


def _going_on(rows: Sequence[Row], edges: Sequence[float]) -> tuple[int, int] | None:
    """Find the first lines that keep to the columns of the table above them."""
    heads = range(min(len(rows), HEAD_LINES))
    start = next((at for at in heads if _keeps(rows[at], edges) and not _stands_off(rows, at)), None)
    if start is None:
        return None
    end = start + 1
    while end < len(rows) and _stays(rows, end, edges) and _is_near(rows[end - 1], rows[end]):
        end += 1
    while start and rows[start - 1].line.bold and not _stands_off(rows, start - 1):
        start -= 1  # a header printed again: its words may be wider than those of its columns
    kept = list(rows[start:end])
    while len(kept) > 1 and len(kept[-1].segments) < 2 and not _is_close(kept):
        kept.pop()
    return start, start + len(kept)


def _stays(rows: Sequence[Row], at: int, edges: Sequence[float]) -> bool:
    """Tell a line that keeps to known columns, or a band over cells that do."""
    if _keeps(rows[at], edges):
        return True
    below = rows[at + 1 : at + 2]
    cells = any(len(row.segments) > 1 and _keeps(row, edges) and _is_near(rows[at], row) for row in below)
    return len(rows[at].segments) == 1 and rows[at].line.box[0] < edges[1] and cells


def _stands_off(rows: Sequence[Row], at: int) -> bool:
    """Tell a running title: a line of one segment with white under it."""
    if len(rows[at].segments) > 1 or at + 1 == len(rows):
        return False
    line, below = rows[at].line, rows[at + 1].line
    return below.base - line.base > TITLE_GAP * max(line.size, below.size)


def _keeps(row: Row, edges: Sequence[float]) -> bool:
    """Tell whether a line leaves white at every edge between known columns."""
    spare = MIN_GUTTER * row.line.size
    tokens = row.line.tokens
    if tokens[0].x0 < edges[0] - 2 * spare or tokens[-1].x1 > edges[-1] + LAST * row.line.size:
        return False
    for edge in edges[1:-1]:
        before = [token.x1 for token in tokens if token.x0 < edge]
        behind = [token.x0 for token in tokens if token.x0 >= edge]
        if before and (max(before) > edge + spare or (behind and min(behind) - max(before) < spare)):
            return False
    return True


def _is_near(above: Row, below: Row) -> bool:
    return below.line.base - above.line.base <= MAX_GAP * max(below.line.size, above.line.size)


def as_gutters(edges: Sequence[float], rows: Sequence[Row]) -> tuple[tuple[float, float], ...]:
    """Return the white between known columns: around each edge as far as no word stands in it."""
    tokens = [token for row in rows for token in row.line.tokens]
    return tuple(
        (
            max((token.x1 for token in tokens if token.x0 < edge), default=edge - 1),
            min((token.x0 for token in tokens if token.x0 >= edge), default=edge + 1),
        )
        for edge in edges[1:-1]
    )


def _rules(rows: Sequence[Row], across: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return the lines drawn right above, between and right below rows of text."""
    x0, x1 = min(row.line.box[0] for row in rows), max(row.line.box[2] for row in rows)
    top = rows[0].line.box[1] - 2 * rows[0].line.size
    bottom = rows[-1].line.box[3] + 2 * rows[-1].line.size
    return tuple(
        rule
        for rule in across
        if top <= rule.at <= bottom and min(rule.end, x1) - max(rule.start, x0) > REACH * (x1 - x0)
    )


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Gather lines that follow each other and keep to the same columns."""
    groups: list[list[Row]] = []
    held: list[Row] = []
    free = 0
    for at, row in enumerate(rows):
        if held and not _follows(held, row, rows[at + 1 : at + 3]):
            groups.append(held)
            held, free = [], at
        if not held and len(row.segments) > 1:
            held += _beside(rows[free : at + 1])
        if held or len(row.segments) > 1:
            held.append(row)
    groups.append(held)
    return [trimmed for group in groups if len(trimmed := _trimmed(group)) >= MIN_ROWS]


def _beside(rows: Sequence[Row]) -> list[Row]:
    """Return the lines over the last one that are nearer than lines of prose: of higher cells beside it."""
    first = last = len(rows) - 1
    while first and _overlaps(rows[first - 1].line, rows[first].line):
        first -= 1
    return list(rows[first:last])


def _overlaps(above: Line, below: Line) -> bool:
    return below.base - above.base < NEAREST * min(above.size, below.size)


def _follows(held: Sequence[Row], row: Row, below: Sequence[Row]) -> bool:
    """Tell whether a line goes on with the columns of the lines above it."""
    if not _is_near(held[-1], row):
        return False
    kept = gutters_of([*held, row])
    if len(row.segments) > 1:
        return bool(kept)
    if not _crosses(row, gutters_of(held)):
        return True
    # A band or a spanner: what follows keeps to the columns.
    return any(len(one.segments) > 1 and gutters_of([*held, one]) for one in below[:1])


def _crosses(row: Row, gutters: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line of one segment prints over a gutter."""
    x0, _, x1, _ = row.line.box
    spare = MIN_GUTTER * row.line.size
    return any(x0 < left + 1 and x1 > right - spare for left, right in gutters)


def _trimmed(rows: Sequence[Row]) -> list[Row]:
    """Leave out lines at the end that only happen to stand under the first column: notes, a page number."""
    kept = list(rows)
    while kept and len(kept[-1].segments) < 2:
        if len(kept) > 1 and _is_close(kept):
            break
        kept.pop()
    return kept


def _is_close(rows: Sequence[Row]) -> bool:
    """Tell whether the last line is as near to the one above it in its column as lines of one cell are.

    Cells of one row may stand at heights of their own, so lines of other columns do not count.
    """
    line = rows[-1].line
    gaps = [gap for at in range(1, len(rows)) if (gap := _gap_above(rows, at)) is not None]
    usual = min((gap for gap in gaps if gap > NEAREST * line.size), default=0.0)
    own = _gap_above(rows, len(rows) - 1)
    return own is not None and own <= 1.2 * usual


def _gap_above(rows: Sequence[Row], at: int) -> float | None:
    """Return how far the first words of a line stand under words of one of the lines above it."""
    first = rows[at].segments[0]
    for above in reversed(rows[max(at - REACH_UP, 0) : at]):
        upper = next((one for one in above.segments if one.x0 < first.x1 and one.x1 > first.x0), None)
        if upper:
            return first.tokens[0].bottom - upper.tokens[0].bottom
    return None


# What tells a table from prose in columns


def is_table(region: Region, shades: Sequence[Shade]) -> bool:
    """Tell a table from prose in columns, a list with its marks, a contents page or an address."""
    count = len(region.gutters) + 1
    columns = [region.texts(at) for at in range(count)]
    full = sum(len(row.segments) > 1 for row in region.rows)
    if full < MIN_ROWS or any(not texts for texts in columns):
        return False
    if count == 2 and (_is_contents(columns) or _is_marks(columns[0])):
        return False
    if len(region.ruled) > 1 or has_header(region, shades):
        return True
    if any(_are_numeric(texts) for texts in columns[1:]):
        worded = sum(not is_numeric(text) for texts in columns for text in texts)
        return (full > 2 or count > 2) and worded >= WORDED * sum(map(len, columns))
    words = median(median(len(text.split()) for text in texts) for texts in columns)
    return count > 2 and full > 2 and words < PROSE_WORDS


def is_numeric(text: str) -> bool:
    """Tell whether a cell holds a number, or a sign for none."""
    return bool(_NUMBER.fullmatch(text))


def _are_numeric(texts: Sequence[str]) -> bool:
    numbers = sum(map(is_numeric, texts))
    return numbers >= 2 and numbers >= 0.6 * len(texts)


def _is_contents(columns: Sequence[Sequence[str]]) -> bool:
    """Tell a contents page: headings, dots, page numbers that count up."""
    numbers = [int(text) for text in columns[-1] if text.isdecimal()]
    leaders = sum(bool(_LEADER.search(text)) for texts in columns for text in texts)
    return 2 * leaders >= len(columns[0]) and numbers == sorted(numbers)


def _is_marks(texts: Sequence[str]) -> bool:
    """Tell a column of bullets, numbers or letters: the text beside it is a list."""
    return sum(bool(_MARK.fullmatch(text)) for text in texts) >= 0.8 * len(texts)


def has_header(region: Region, shades: Sequence[Shade]) -> bool:
    """Tell whether the first line is set apart: bold over plain, shaded, or ruled off."""
    first, rest = region.rows[0], region.rows[1:]
    if len(first.segments) < 2:
        return False
    bold = first.line.bold and sum(row.line.bold for row in rest) <= len(rest) / 2
    x, y = first.line.box[0] + 1, (first.line.box[1] + first.line.box[3]) / 2
    shaded = any(shade.x0 <= x <= shade.x1 and shade.top <= y <= shade.bottom for shade in shades)
    return (bold or shaded) and len(region.rows) > 2
