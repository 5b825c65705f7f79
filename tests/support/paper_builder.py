"""Papers made for tests: what one holds, told apart from the form that it is written in.

`paper_docx`, `paper_html` and `rendering` make files of them; the truth that a
reader must give back is in the description itself: `slots`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

BULLET = "• "  # begins a line of a text that is an item of a list
PAGE_NUMBER = "{page}"  # stands for the number of the page in a header or footer

Rules = Literal["ruled", "horizontal", "header-line", "zebra", "none", "outer"]


@dataclass(frozen=True, slots=True)
class MadeCell:
    """A cell: paragraphs parted by line ends, spans, a shade as `RRGGBB`.

    A `turned` text is set from the bottom to the top, one on the `right` as figures
    are; a `nested` table stands below the text.
    """

    text: str = ""
    row_span: int = 1
    col_span: int = 1
    shade: str | None = None
    turned: bool = False
    right: bool = False
    nested: MadeTable | None = None


Row = tuple[MadeCell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, and its width as a share of the sum of all widths."""

    label: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class MadeTable:
    """A table; rows leave out the slots that a cell above covers, as in HTML.

    Attributes:
        columns: from left to right.
        rows: those below the header.
        rules: which lines are drawn.
        heads: the rows of the header where there is more to it than the labels.
        header_repeated: whether the header is printed again on each page.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rules: Rules = "ruled"
    heads: tuple[Row, ...] = ()
    header_repeated: bool = True


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, or a bold line of its own."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The size of all pages in millimetres; a landscape page is wider than high."""

    width: float = 210.0
    height: float = 297.0
    margin: float = 18.0


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper: title lines, then prose and tables in order, on pages of one size.

    A `remark` is a comment that a Word file keeps in the margin of its title.
    """

    title: tuple[str, ...]
    blocks: tuple[Prose | MadeTable, ...]
    page: Page = Page()
    header: str = ""
    footer: str = ""
    font: str = "Liberation Sans"
    size: float = 10.0
    remark: str = ""

    @property
    def tables(self) -> tuple[MadeTable, ...]:
        """The tables of the paper in order, nested ones left out."""
        return tuple(block for block in self.blocks if isinstance(block, MadeTable))


def band(text: str, columns: int, shade: str | None = "D9D9D9") -> Row:
    """Make a row of one cell, as papers begin a section inside a table."""
    return (MadeCell(text, col_span=columns, shade=shade),)


def on_height(paper: MadePaper, height: float) -> MadePaper:
    """Return the paper on pages of another height, in millimetres."""
    return replace(paper, page=replace(paper.page, height=height))


def ruled_as(paper: MadePaper, rules: Rules) -> MadePaper:
    """Return the paper with other rules in all its tables."""
    blocks = (replace(one, rules=rules) if isinstance(one, MadeTable) else one for one in paper.blocks)
    return replace(paper, blocks=tuple(blocks))


def head_rows(table: MadeTable) -> tuple[Row, ...]:
    """Return the rows of the header; none where no column has a label."""
    labelled = any(column.label for column in table.columns)
    labels = tuple(MadeCell(column.label) for column in table.columns)
    return table.heads or ((labels,) if labelled else ())


def all_rows(table: MadeTable) -> tuple[Row, ...]:
    """Return the rows of the header, then those below."""
    return head_rows(table) + table.rows


class Placed(NamedTuple):
    """A cell and the slot of its top left corner, counted from 0."""

    row: int
    column: int
    cell: MadeCell


def placed(rows: Sequence[Row]) -> Iterator[Placed]:
    """Yield the cells of rows with their slots, in reading order."""
    covered: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in covered:
                column += 1
            yield Placed(at, column, cell)
            covered |= {(at + y, column + x) for y in range(cell.row_span) for x in range(cell.col_span)}


def slots(table: MadeTable) -> list[list[str]]:
    """Return the text that covers each slot, row by row, header first: the truth of a table.

    Raises:
        ValueError: the cells do not cover the grid, or reach over it.
    """
    rows = all_rows(table)
    found: dict[tuple[int, int], str] = {}
    for row, column, cell in placed(rows):
        found |= {
            (row + y, column + x): cell.text for y in range(cell.row_span) for x in range(cell.col_span)
        }
    width = len(table.columns)
    if len(found) != len(rows) * width or any(y >= len(rows) or x >= width for y, x in found):
        raise ValueError("the cells of the table do not make a grid")
    return [[found[y, x] for x in range(width)] for y in range(len(rows))]
