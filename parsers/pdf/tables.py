"""The tables of a page: grids filled with the words that stand in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.model import Cell, Place, Table
from parsers.pdf.content import Box, PageContent, Ruling, Shade, Token, union
from parsers.pdf.fills import fills, painted_slots
from parsers.pdf.grids import FilledGrid, Grid, Slots, ruled_grid
from parsers.pdf.lines import Line, Setter, lines_of, on_page, tokens_of, upright_only, usual_gap
from parsers.pdf.rulings import frames, merged, without_nested
from parsers.pdf.scanned import surest
from parsers.pdf.splits import split_rows
from parsers.pdf.unruled import sure_tables, unruled_grids

# A grid with words in fewer cells than this is a chart, a form's empty box or a picture.
MIN_FILLED = 2
MIN_FILLED_SHARE = 0.08
# A rectangle wider than this part of the page is a background, or a stripe of a whole row.
MOST_OF_PAGE = 0.8
# Words nearer than this under shaded rows, in parts of their size, belong to their table.
NEAR = 0.5
# Fragments of one table stand as near as this to each other's columns, in points.
SAME_COLUMN = 3.0


def find_tables(page: PageContent, above: Grid | None) -> tuple[list[FilledGrid], list[Token]]:
    """Find the tables of a page; return them and the tokens that stand in none.

    `above` is the last table before the page: a grid of its columns goes on with it,
    however little it holds.
    """
    across, down = merged(page.drawing.across, page.drawing.down)
    framed = frames(across, down)
    grids = [grid for frame in framed if (grid := ruled_grid(without_nested(frame)))]
    grids += _open_fragments([line for line in down if not any(line in one.down for one in framed)], above)
    found, left = [], list(page.tokens)
    for grid in _outermost(grids):
        filled, rest = fill(grid, left)
        if _is_table(filled) or (above and _same_columns(grid, above)):
            found.append(split_rows(filled))
            left = rest
    for grid in _shaded_grids(page, found):
        filled, rest = fill(grid, left)
        if _is_table(filled) and not _is_open(filled, page.drawing.shades) and not _goes_on_below(grid, rest):
            found.append(split_rows(filled))
            left = rest
    return found, left


def _open_fragments(down: Sequence[Ruling], above: Grid | None) -> list[Grid]:
    """Find the middle of a row that fills its page: the lines of a table's columns, and none across."""
    sides = [[line for line in down if abs(line.at - x) <= SAME_COLUMN] for x in (above.xs if above else ())]
    if not above or not all(sides):
        return []
    top, bottom = (
        min(line.start for side in sides for line in side),
        max(line.end for side in sides for line in side),
    )
    cells = tuple(Slots(0, column) for column in range(len(above.xs) - 1))
    return [Grid(above.xs, (top, bottom), cells, open_top=True, open_bottom=True)]


def _shaded_grids(page: PageContent, ruled: Sequence[FilledGrid]) -> list[Grid]:
    """Find tables whose cells are told by their shades alone: rows and columns of rectangles side by side."""
    free = [
        shade
        for shade in page.drawing.shades
        if not any(_inside(shade[:4], one.grid.box) for one in ruled)
        and shade.x1 - shade.x0 < MOST_OF_PAGE * page.width
    ]
    across = [Ruling(at, one.x0, one.x1) for one in free for at in (one.top, one.bottom)]
    down = [Ruling(at, one.top, one.bottom) for one in free for at in (one.x0, one.x1)]
    grids = (ruled_grid(frame) for frame in frames(*merged(across, down)))
    return [grid for grid in grids if grid and min(len(grid.xs), len(grid.ys)) > 2]


def _is_open(filled: FilledGrid, shades: Sequence[Shade]) -> bool:
    """Tell whether words stand in a space that shades surround and none fills."""
    painted = painted_slots(filled.grid, shades)
    return painted is not None and any(
        held and (cell.row, cell.column) not in painted for cell, held in filled.cells
    )


def _goes_on_below(grid: Grid, tokens: Sequence[Token]) -> bool:
    """Tell whether words stand so near under a shaded grid that it is only the head of a table."""
    x0, _, x1, bottom = grid.box
    return any(bottom <= token.top < bottom + NEAR * token.size and x0 <= token.x0 < x1 for token in tokens)


def tables_across(lines: Sequence[Line], page: PageContent, ruled: Sequence[FilledGrid]) -> list[Box]:
    """Return where tables without rulings, but with a header, stand over the width of a page."""
    return sure_tables(upright_only(lines), _free_rules(page, ruled), page.drawing.shades)


def _free_rules(page: PageContent, ruled: Sequence[FilledGrid]) -> list[Ruling]:
    """Return the lines across a page that belong to none of its ruled tables."""
    across, _ = merged(page.drawing.across, ())
    boxes = [one.grid.box for one in ruled]
    ends = [(line, (line.start, line.at, line.end, line.at)) for line in across]
    return [line for line, end in ends if not any(_inside(end, box) for box in boxes)]


def find_unruled(
    lines: Sequence[Line], page: PageContent, ruled: Sequence[FilledGrid], above: Grid | None
) -> tuple[list[FilledGrid], list[Line]]:
    """Find the tables without rulings among the lines of a zone; return them and the lines in none."""
    found: list[FilledGrid] = []
    left = tokens_of(lines)
    for grid in unruled_grids(upright_only(lines), _free_rules(page, ruled), page.drawing.shades, above):
        filled, left = fill(grid, left)
        found.append(replace(filled, ruled=False))
    return found, lines_of(left) if found else list(lines)


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Leave out grids that stand inside a cell of another: their words are those of the cell."""
    return [
        grid
        for grid in grids
        if not any(_inside(grid.box, other.box) for other in grids if other is not grid)
    ]


def _inside(box: Box, other: Box) -> bool:
    x0, top, x1, bottom = box
    left, high, right, low = other
    return left - 1 <= x0 and x1 <= right + 1 and high - 1 <= top and bottom <= low + 1


def fill(grid: Grid, tokens: Sequence[Token]) -> tuple[FilledGrid, list[Token]]:
    """Put tokens into the cells in which their middle stands; return those outside as well."""
    owner = {}
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.col_span):
                owner[row, column] = cell
    held: dict[Slots, list[Token]] = {cell: [] for cell in grid.cells}
    rest = []
    left, top, right, bottom = grid.box
    for token in tokens:
        x, y = (token.x0 + token.x1) / 2, (token.top + token.bottom) / 2
        if left <= x <= right and top <= y <= bottom and token.angle % 90 == 0:
            held[owner[grid.slot(x, y)]].append(token)
        else:
            rest.append(token)
    return FilledGrid(grid, tuple((cell, tuple(held[cell])) for cell in grid.cells)), rest


def _same_columns(grid: Grid, above: Grid) -> bool:
    """Tell whether two grids have their columns at the same places."""
    pairs = list(zip(grid.xs, above.xs, strict=False))
    return len(grid.xs) == len(above.xs) and all(abs(x - y) <= SAME_COLUMN for x, y in pairs)


def _is_table(filled: FilledGrid) -> bool:
    count = sum(1 for _, tokens in filled.cells if tokens)
    return count >= MIN_FILLED and count >= MIN_FILLED_SHARE * len(filled.cells)


def set_table(
    filled: FilledGrid, number: int, page: PageContent, setter: Setter, above: Grid | None = None
) -> Table:
    """Make a table of a filled grid on a page: the words of each cell in reading order, and its colour.

    A row is cut where neither the table `above`, on the page before, nor this one is
    closed where the pages meet, and both have the same columns.
    """
    grid = filled.grid
    lines = [lines_of(tokens) for _, tokens in filled.cells]
    pads = _padding(filled, lines)
    colours = fills(grid, page.drawing.shades)
    gaps = [gap for cell_lines in lines if (gap := usual_gap(cell_lines))]
    cells = []
    for (cell, tokens), cell_lines in zip(filled.cells, lines, strict=True):
        box = grid.box_of(cell)
        place = Place(page=page.number, table=number, row=cell.row + 1, column=cell.column + 1)
        right = box[2] - pads.get(cell.column, 0.0)
        if cell_lines and cell_lines[0].tokens[0].angle:
            right = max(line.box[2] for line in cell_lines)
        cells.append(
            Cell(
                cell.row,
                cell.column,
                setter.text(cell_lines, place, right, min(gaps, default=0.0)),
                cell.row_span,
                cell.col_span,
                place=place._replace(bbox=setter.placed(box)),
                confidence=surest(tokens),
                fill=colours.get(cell),
            )
        )
    place = Place(page=page.number, table=number, bbox=setter.placed(grid.box))
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    cut = bool(above and above.open_bottom and grid.open_top and _same_columns(grid, above))
    return Table(number, rows, columns, tuple(cells), place=place, cut_above=cut)


def _padding(filled: FilledGrid, lines: Sequence[Sequence[Line]]) -> dict[int, float]:
    """Return for each column how far its words keep from its left edge: what they keep from the right too."""
    pads: dict[int, float] = {}
    for (cell, _), cell_lines in zip(filled.cells, lines, strict=True):
        if cell_lines:
            left = union([on_page(token) for line in cell_lines for token in line.tokens])[0]
            gap = max(left - filled.grid.xs[cell.column], 0.0)
            pads[cell.column] = min(pads.get(cell.column, gap), gap)
    return pads
