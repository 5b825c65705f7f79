"""The layout of a paper: blocks in reading order, tables as grids of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parsers.model.words import EMPTY, NOWHERE, Place, Text, Word


@dataclass(frozen=True, slots=True)
class Heading:
    """A line marked as a heading; `level` counts from 1."""

    text: Text
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand together; `strong` where all of them are bold."""

    text: Text
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered, lettered or bulleted line.

    `mark` is the printed number or letter with its punctuation, empty for a
    bullet; `depth` counts the indentation from 0.
    """

    mark: Text
    text: Text
    depth: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid; `row` and `column` count from 0, spans from 1.

    `place` is where the cell itself stands, None where the form has no pages;
    `confidence` says of a cell read from a picture how sure its least certain word
    is, from 0 to 1; `fill` is the colour behind the cell as `RRGGBB`, None where there
    is none, for white and greys, and where the form does not tell.
    """

    row: int
    column: int
    text: Text
    row_span: int = 1
    col_span: int = 1
    header: bool = False
    place: Place | None = None
    confidence: float | None = None
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; every slot is covered by exactly one cell.

    Attributes:
        number: place of the table in the paper, from 1.
        rows: count of rows.
        columns: count of columns.
        cells: in reading order.
        gaps: rows before which the source leaves a gap inside the table, where a
            page may have ended.
        place: where the table begins.
        cut_above: whether its first row is the rest of one that a page end cut: no
            rule closes either where the pages meet.
    """

    number: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    gaps: frozenset[int] = frozenset()
    place: Place = NOWHERE
    cut_above: bool = False

    def grid(self) -> list[list[Cell]]:
        """Return the cell that covers each slot, row by row."""
        slots: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.col_span):
                    slots[row][column] = cell
        return [[cell for cell in row if cell is not None] for row in slots]


Block = Heading | Paragraph | Item | Table


def block_texts(block: Block) -> Iterator[Text]:
    """Yield the texts of a block in reading order."""
    if isinstance(block, Table):
        yield from (cell.text for cell in block.cells)
    elif isinstance(block, Item):
        yield block.mark
        yield block.text
    else:
        yield block.text


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader saw and no block can say; it becomes a finding of that code.

    `text` holds the words that it is about, none where they are not in the layout;
    `place` says where it stands then.
    """

    code: str
    message: str
    text: Text = EMPTY
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper as its reader saw it.

    Attributes:
        media_type: the form that the content was recognised as.
        blocks: in reading order.
        page_count: pages of the file, None where the form has no pages.
        furniture: what the form itself prints on every page: footers, page numbers.
        remarks: what a reader of the record should know of the file.
        bookmarks: page from 1, title and level from 0 of each entry of the file's own contents.

    All words of the paper are in `blocks` or `furniture`, once.
    """

    media_type: str
    blocks: tuple[Block, ...]
    page_count: int | None = None
    furniture: tuple[Text, ...] = ()
    remarks: tuple[Remark, ...] = ()
    bookmarks: tuple[tuple[int, str, int], ...] = ()

    def words(self) -> Iterator[Word]:
        """Yield every word of the paper in reading order, furniture of the form last."""
        for block in self.blocks:
            for text in block_texts(block):
                yield from text.words
        for text in self.furniture:
            yield from text.words
