"""Lines of a table without rulings -> its rows: which lines belong to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from parsers.pdf.content import Shade, Token
from parsers.pdf.lines import Line, fits
from parsers.pdf.regions import Region, is_numeric

# A column rests where its next line is further down than this, in parts of the usual distance.
REST = 1.85
# Rules between the rows of a table reach over at least this share of it.
REACH = 0.8
# A table of numbers has them in at least this share of its cells beside the first column.
NUMBERS = 0.5
_ENDS = re.compile(r"[.!?:;][\"'’”)]*$")


def row_tops(region: Region, shades: Sequence[Shade]) -> list[int]:
    """Return the lines with which rows begin, counted from 0; the first line always does."""
    borders = _borders(region, shades)
    if borders:
        return _by_borders(region, borders)
    starts = _numeric_starts(region) if _is_statistics(region) else _text_starts(region)
    return sorted({0, *starts})


def cells_of(region: Region) -> list[list[list[Token]]]:
    """Return the tokens of each line by column."""
    edges = region.edges
    table = []
    for row in region.rows:
        cells: list[list[Token]] = [[] for _ in edges[1:]]
        for token in row.line.tokens:
            middle = (token.x0 + token.x1) / 2
            at = next((i for i, (a, b) in enumerate(pairwise(edges)) if a <= middle < b), len(cells) - 1)
            cells[at].append(token)
        table.append(cells)
    return table


# Rules and stripes


def _borders(region: Region, shades: Sequence[Shade]) -> list[float]:
    """Return where rules or stripes of shade part the rows; none where they part only the header."""
    x0, x1 = region.edges[0], region.edges[-1]
    top, bottom = region.rows[0].line.box[1], region.rows[-1].line.box[3]
    rules = [rule.at for rule in region.ruled if rule.end - rule.start >= REACH * (x1 - x0)]
    inner = [at for at in rules if top + 2 < at < bottom - 2]
    if len(inner) > 1 and len(inner) >= len(region.rows) / 12:
        return sorted(inner)
    return _stripes(region, shades)


def _stripes(region: Region, shades: Sequence[Shade]) -> list[float]:
    """Return the edges of the stripes of a table with every second row shaded."""
    x0, x1 = region.edges[0], region.edges[-1]
    top, bottom = region.rows[0].line.box[1], region.rows[-1].line.box[3]
    spans: dict[tuple[int, int], float] = {}
    for shade in shades:
        if shade.top < bottom and shade.bottom > top and shade.x1 > x0 and shade.x0 < x1:
            key = round(shade.top), round(shade.bottom)
            spans[key] = spans.get(key, 0.0) + shade.x1 - shade.x0
    stripes = [key for key, wide in spans.items() if wide >= REACH * (x1 - x0)]
    edges = sorted({edge for stripe in stripes for edge in stripe})
    inner = [float(edge) for edge in edges if top + 2 < edge < bottom - 2]
    return inner if len(stripes) > 2 or len(inner) > 3 else []


def _by_borders(region: Region, borders: Sequence[float]) -> list[int]:
    starts = {0}
    for border in borders:
        below = [at for at, row in enumerate(region.rows) if (row.line.box[1] + row.line.box[3]) / 2 > border]
        if below:
            starts.add(below[0])
    return sorted(starts)


# Numbers


def _is_statistics(region: Region) -> bool:
    texts = [text for at in range(1, len(region.gutters) + 1) for text in region.texts(at)]
    return sum(is_numeric(text) for text in texts) >= NUMBERS * len(texts)


def _numeric_starts(region: Region) -> list[int]:
    """Begin a row with every line of numbers; a line of the first column alone may wrap."""
    cells = cells_of(region)
    right = region.gutters[0][0] + 1
    starts = []
    for at in range(1, len(cells)):
        above, below = cells[at - 1], cells[at]
        wraps = bool(above[0] and below[0]) and not fits(Line(list(above[0])), below[0][0], right)
        alone = not any(below[1:])
        lead = not any(above[1:])
        if (alone or lead) and wraps and _is_near(region, at):
            continue
        starts.append(at)
    return starts


def _is_near(region: Region, at: int) -> bool:
    """Tell whether a line is no further from the one above it than lines usually are."""
    rows = region.rows
    usual = min((below.line.base - above.line.base for above, below in pairwise(rows)), default=0.0)
    return rows[at].line.base - rows[at - 1].line.base <= 1.25 * max(usual, 1.0)


# Text


def _text_starts(region: Region) -> list[int]:
    """Begin a row where every cell of a line begins anew: after a rest, or where its last line had room."""
    cells = cells_of(region)
    gap = _usual_gap(region)
    last: list[int | None] = [None] * (len(region.edges) - 1)
    starts = []
    for at, line in enumerate(cells):
        present = [column for column, tokens in enumerate(line) if tokens]
        breaks = [_break(region, cells, (last[column], at), column, gap) for column in present]
        if at and _may_begin(present, breaks, len(line)):
            starts.append(at)
        for column in present:
            last[column] = at
    return starts


def _may_begin(present: Sequence[int], breaks: Sequence[_Break], columns: int) -> bool:
    """Tell whether the cells of a line begin a row: none goes on, and the first column or most are there."""
    if _Break.NONE in breaks or not (0 in present or 2 * len(present) >= columns):
        return False
    if _Break.REST in breaks:
        return len(present) > 1 or columns == 2
    return len(present) > 1 and _Break.SENTENCE not in breaks


class _Break(Enum):
    """How the text of a column begins on a line.

    It goes on with the line above it (NONE), begins a sentence where a line ends (SENTENCE),
    begins though the line above had room for it (LINE), or follows a blank (REST).
    """

    NONE = 0
    SENTENCE = 1
    LINE = 2
    REST = 3


def _break(
    region: Region,
    cells: Sequence[Sequence[Sequence[Token]]],
    lines: tuple[int | None, int],
    column: int,
    gap: float,
) -> _Break:
    """Tell how the text of a column begins on the second of two lines."""
    above, at = lines
    if above is None:
        return _Break.REST
    if region.rows[at].line.base - region.rows[above].line.base > REST * gap:
        return _Break.REST
    upper, lower = Line(list(cells[above][column])), Line(list(cells[at][column]))
    if upper.bold != lower.bold or fits(upper, lower.tokens[0], region.rights[column]):
        return _Break.LINE
    return _Break.SENTENCE if _ENDS.search(upper.text) and not lower.text[:1].islower() else _Break.NONE


def _usual_gap(region: Region) -> float:
    """Return the distance of lines inside a cell: the least that occurs more than once."""
    gaps = sorted(round(below.line.base - above.line.base, 1) for above, below in pairwise(region.rows))
    wide = [gap for gap in gaps if gap > 0.6 * region.rows[0].line.size]
    return wide[len(wide) // 10] if wide else region.rows[0].line.size
