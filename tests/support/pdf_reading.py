"""Small PDF files in: what the reader makes of them."""

from __future__ import annotations

from normalise.wraps import mended
from parsers.model import Block, Item, Layout, Table
from parsers.pdf.reader import read_pdf
from tests.support.pdf_writer import Sheet, pdf

MEDIA_TYPE = "application/pdf"


def layout_of(*sheets: Sheet) -> Layout:
    """Read sheets, words cut by line ends made whole."""
    return mended(read_pdf(pdf(*sheets), MEDIA_TYPE))


def prose_of(layout: Layout) -> list[str]:
    """Return the text of each block outside tables, mark and text with a blank between them."""
    return [_prose(block) for block in layout.blocks if not isinstance(block, Table)]


def _prose(block: Block) -> str:
    if isinstance(block, Table):
        raise TypeError("a table is no prose")
    if isinstance(block, Item):
        return f"{block.mark} {block.text}".strip()
    return str(block.text)


def tables_of(layout: Layout) -> list[Table]:
    """Return the printed tables."""
    return [block for block in layout.blocks if isinstance(block, Table)]


def rows_of(table: Table) -> list[list[str]]:
    """Return the text that covers each slot, row by row."""
    return [[str(cell.text) for cell in row] for row in table.grid()]


def only_table(*sheets: Sheet) -> list[list[str]]:
    """Return the rows of the one table on some sheets."""
    (table,) = tables_of(layout_of(*sheets))
    return rows_of(table)


def remarks_of(layout: Layout) -> list[str]:
    """Return the codes of what the reader remarked."""
    return [remark.code for remark in layout.remarks]
