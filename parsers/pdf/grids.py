"""Frames -> grids: which slots lines part and which are one merged cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from parsers.pdf.content import Box, Ruling, Token
from parsers.pdf.rulings import SNAP, TOUCH, Frame

# A boundary is ruled where lines cover this share of it: rules break at crossings and round corners.
COVERED = 0.55
# Lines as near as this bound no row or column: nothing can be printed between them.
MIN_SLOT = 4.0


@dataclass(frozen=True, slots=True)
class Slots:
    """One cell of a grid: the slots that it covers; `row` and `column` count from 0."""

    row: int
    column: int
    row_span: int = 1
    col_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table before they hold text.

    Attributes:
        xs: edges of the columns, from the left, one more than there are columns.
        ys: edges of the rows, from the top.
        cells: every slot is in exactly one.
        open_top: no line closes the first row.
        open_bottom: no line closes the last one.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Slots, ...]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        """Return where the grid stands."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, cell: Slots) -> Box:
        """Return where a cell stands."""
        return (
            self.xs[cell.column],
            self.ys[cell.row],
            self.xs[cell.column + cell.col_span],
            self.ys[cell.row + cell.row_span],
        )

    def slot(self, x: float, y: float) -> tuple[int, int]:
        """Return the row and column of a point; points outside count to the nearest slot."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return row, column


@dataclass(frozen=True, slots=True)
class FilledGrid:
    """A grid and the tokens of each of its cells; `ruled` where lines or shades bound them."""

    grid: Grid
    cells: tuple[tuple[Slots, tuple[Token, ...]], ...]
    ruled: bool = True

    @property
    def top(self) -> float:
        """Return where it begins."""
        return self.grid.ys[0]


def ruled_grid(frame: Frame) -> Grid | None:
    """Make the grid of a frame; None where its lines bound fewer than two cells.

    Sides that no line closes, as where a page cuts a table, are closed where the
    lines end.
    """
    xs, ys = [line.at for line in frame.down], [line.at for line in frame.across]
    left, top, right, bottom = _sides(frame)
    open_top, open_bottom = top < ys[0] - TOUCH, bottom > ys[-1] + TOUCH
    xs, ys = _distinct([left, *xs, right]), _distinct([top, *ys, bottom])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    grid = Grid(tuple(xs), tuple(ys), _cells(frame, xs, ys), open_top, open_bottom)
    return grid if len(grid.cells) > 1 else None


def _sides(frame: Frame) -> Box:
    """Return where the lines of a frame end on each side; a single line that juts out is no side."""
    xs, ys = [line.at for line in frame.down], [line.at for line in frame.across]
    left = _reach([line.start for line in frame.across], xs[0], -1)
    right = _reach([line.end for line in frame.across], xs[-1], 1)
    top = _reach([line.start for line in frame.down], ys[0], -1)
    bottom = _reach([line.end for line in frame.down], ys[-1], 1)
    return left, top, right, bottom


def _reach(ends: Sequence[float], edge: float, sign: int) -> float:
    """Return how far two or more lines reach beyond the last line that crosses them."""
    beyond = [end for end in ends if sign * (end - edge) > TOUCH]
    return median(beyond) if len(beyond) > 1 else edge


def _distinct(edges: Sequence[float]) -> list[float]:
    """Return edges in order, those too near to another left out."""
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > max(SNAP, MIN_SLOT):
            kept.append(edge)
    return kept


def _cells(frame: Frame, xs: Sequence[float], ys: Sequence[float]) -> tuple[Slots, ...]:
    rows, columns = len(ys) - 1, len(xs) - 1
    parted_down = [
        [_covered(frame.down, xs[column + 1], ys[row], ys[row + 1]) for column in range(columns - 1)]
        for row in range(rows)
    ]
    parted_across = [
        [_covered(frame.across, ys[row + 1], xs[column], xs[column + 1]) for column in range(columns)]
        for row in range(rows - 1)
    ]
    return merge_slots(parted_down, parted_across, rows, columns)


def _covered(lines: Sequence[Ruling], at: float, start: float, end: float) -> bool:
    """Tell whether lines at one place cover most of a boundary."""
    covered = sum(
        max(min(line.end, end) - max(line.start, start), 0.0)
        for line in lines
        if abs(line.at - at) <= max(SNAP, MIN_SLOT)
    )
    return covered >= COVERED * (end - start)


def merge_slots(
    parted_down: Sequence[Sequence[bool]], parted_across: Sequence[Sequence[bool]], rows: int, columns: int
) -> tuple[Slots, ...]:
    """Make cells of slots: those with no line between them are one, where they make a rectangle.

    Args:
        parted_down: for each row, whether a line parts each column from the next.
        parted_across: for each row but the last, whether a line parts it from the next, by column.
        rows: count of rows.
        columns: count of columns.
    """
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            wide = 1
            while (
                column + wide < columns
                and not parted_down[row][column + wide - 1]
                and not taken[row][column + wide]
            ):
                wide += 1
            high = 1
            while row + high < rows and _goes_down(
                parted_down, parted_across, row + high, range(column, column + wide)
            ):
                high += 1
            for below in range(row, row + high):
                taken[below][column : column + wide] = [True] * wide
            cells.append(Slots(row, column, high, wide))
    return tuple(cells)


def _goes_down(
    parted_down: Sequence[Sequence[bool]],
    parted_across: Sequence[Sequence[bool]],
    row: int,
    columns: range,
) -> bool:
    """Tell whether a cell over some columns goes on in a row: no line inside it or above it there."""
    inside = any(parted_down[row][column] for column in columns[:-1])
    return not inside and not any(parted_across[row - 1][column] for column in columns)
