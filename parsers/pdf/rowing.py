"""Lines of a table without rulings -> its rows: which lines belong to one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.cell_lines import Break, break_of, cells_of, usual_gap
from parsers.pdf.content import Shade, Token
from parsers.pdf.drawing import WHITE
from parsers.pdf.lines import Line, fits
from parsers.pdf.regions import WHOLE, Region, is_numeric
from parsers.pdf.row_references import ends_header, is_numbered, is_reference, set_apart, step

# Where rules part this share of the rows that the words show, they part all of them.
RULED = 0.6
# Between rules that part the rows no more than this share of the spaces seem to hold several.
SEVERAL = 0.2
# Stripes of a table with every second row shaded cover this share of it at least.
STRIPED = 0.25
# A column that this share of the sure rows begins with is one that rows begin with.
WANTED = 0.75
# White is across a table where its lines are further apart than this, in the same parts.
WHITE_LINE = 1.5
# A table of numbers has them in at least this share of its cells beside the first column.
NUMBERS = 0.5
FEW = 4
# Lines of two rows are further apart than those of one by more than this, in parts of the usual distance.
APART = 1.08


def row_tops(region: Region, shades: Sequence[Shade]) -> list[int]:
    """Return the lines with which rows begin, counted from 0; the first line always does."""
    rules, stripes = _rules(region), _stripes(region, shades)
    edges = [edge for stripe in stripes for edge in stripe]
    if _is_zebra(region, stripes):
        header = (at for at in range(1, len(region.rows)) if ends_header(region, at))
        return sorted({*_below(region, [*edges, *rules]), *header})
    ruled = _below(region, rules)
    if is_statistics(region):
        starts = numeric_starts(region)
    elif len(ruled) > 2 and _are_rows(region, ruled):
        return ruled
    else:
        starts = _text_starts(region)
    found = sorted({0, *starts, *_below(region, edges)})
    return ruled if len(rules) > 1 and len(ruled) >= RULED * len(found) else sorted({*found, *ruled})


# Rules and stripes


def _rules(region: Region) -> list[float]:
    """Return the heights of the rules that part lines of a table over its width."""
    x0, top, x1, bottom = region.box
    wide = [rule.at for rule in region.ruled if rule.end - rule.start >= WHOLE * (x1 - x0)]
    return [at for at in wide if top + 2 < at < bottom - 2]


def _are_rows(region: Region, starts: Sequence[int]) -> bool:
    """Tell whether rules part single rows: hardly ever do most columns begin twice between two of them.

    Cells that are centred from top to bottom begin on lines of their own.
    """
    anew = _begun(region)
    several = [
        sum(2 * count > len(region.edges) for count in anew[start:end]) > 1
        for start, end in pairwise([*starts, len(region.rows)])
    ]
    return sum(several) <= SEVERAL * len(several)


def _begun(region: Region) -> list[int]:
    """Count the cells that begin anew on each line."""
    cells, gap = cells_of(region), usual_gap(region)
    last: list[int | None] = [None] * (len(region.edges) - 1)
    counts = []
    for at, line in enumerate(cells):
        present = [column for column, tokens in enumerate(line) if tokens]
        breaks = [break_of(region, cells, (last[column], at), column, gap) for column in present]
        counts.append(sum(one is not Break.NONE for one in breaks))
        for column in present:
            last[column] = at
    return counts


def _stripes(region: Region, shades: Sequence[Shade]) -> list[tuple[float, float]]:
    """Return the tops and bottoms of stripes of shade over the width of a table."""
    x0, _, x1, _ = region.box
    spans: dict[tuple[int, int], float] = {}
    for shade in shades:
        if shade.top < region.box[3] and shade.bottom > region.box[1] and shade.grey < WHITE:
            key = round(shade.top), round(shade.bottom)
            spans[key] = spans.get(key, 0.0) + max(min(shade.x1, x1) - max(shade.x0, x0), 0.0)
    return [(float(top), float(bottom)) for (top, bottom), wide in spans.items() if wide >= WHOLE * (x1 - x0)]


def _is_zebra(region: Region, stripes: Sequence[tuple[float, float]]) -> bool:
    """Tell whether every second row is shaded, and not only the header and bands."""
    shaded = sum(bottom - top for top, bottom in stripes)
    return len(stripes) > 1 and shaded >= STRIPED * (region.box[3] - region.box[1])


def _below(region: Region, borders: Sequence[float]) -> list[int]:
    """Return the first line, and the first line under each border."""
    starts = {0}
    for border in borders:
        below = [at for at, row in enumerate(region.rows) if (row.line.box[1] + row.line.box[3]) / 2 > border]
        starts.update(below[:1])
    return sorted(starts)


# Numbers


def is_statistics(region: Region) -> bool:
    """Tell a table of numbers from one of texts."""
    texts = [text for at in range(1, len(region.gutters) + 1) for text in region.texts(at)]
    numbers = sum(is_numeric(text) for text in texts)
    return numbers >= max(FEW, NUMBERS * len(texts))


def numeric_starts(region: Region) -> list[int]:
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
    gap = usual_gap(region)
    last: list[int | None] = [None] * (len(region.edges) - 1)
    sure: list[int] = []
    found: list[tuple[int, list[int], bool]] = []
    numbered = is_numbered(cells)
    if numbered and (rows := set_apart(region, cells, WHITE_LINE * gap)):
        return rows
    for at, line in enumerate(cells):
        present = [column for column, tokens in enumerate(line) if tokens]
        breaks = [break_of(region, cells, (last[column], at), column, gap) for column in present]
        apart = at > 0 and (step(region, at) > APART * gap or is_reference(cells[at - 1][0]))
        counts = numbered and apart and _counts_on(line, breaks)
        if at and (ends_header(region, at) or counts):
            sure.append(at)
        elif at and _may_begin(present, breaks, len(line)):
            found.append((at, present, Break.REST in breaks))
        for column in present:
            last[column] = at
    return [*sure, *_confirmed(found, len(region.edges) - 1)]


def _counts_on(line: Sequence[Sequence[Token]], breaks: Sequence[Break]) -> bool:
    """Tell whether a line begins with a reference and most of its cells begin with it.

    A cell of narrow or centred lines may look as if it went on with the one above. Where
    cells are centred from top to bottom a reference stands in the middle of its row.
    """
    return is_reference(line[0]) and 2 * breaks.count(Break.NONE) < len(breaks)


def _confirmed(found: Sequence[tuple[int, list[int], bool]], columns: int) -> list[int]:
    """Leave out lines that lack what rows begin with: a date or an owner that all sure rows have."""
    sure = [present for _, present, rested in found if rested and len(present) > 1]
    wanted = {
        column
        for column in range(columns)
        if len(sure) > 1 and sum(column in present for present in sure) >= WANTED * len(sure)
    }
    return [
        at
        for at, present, _ in found
        if len(present) == 1 or 2 * len(wanted & set(present)) > len(wanted) or not wanted
    ]


def _may_begin(present: Sequence[int], breaks: Sequence[Break], columns: int) -> bool:
    """Tell whether the cells of a line begin a row: none goes on, and the first column or most are there."""
    if Break.NONE in breaks or not (0 in present or 2 * len(present) >= columns):
        return False
    if Break.REST in breaks:
        return len(present) > 1 or columns == 2
    return len(present) > 1 and Break.SENTENCE not in breaks
