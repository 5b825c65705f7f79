"""The colour behind each cell, as Word and PDF tell it."""

from __future__ import annotations

from typing import Any

import pytest

from parsers.model import Table
from tests.support.docx_files import read, table, tbl, tc, tr
from tests.support.pdf_reading import layout_of, tables_of
from tests.support.pdf_writer import Sheet

XS, YS = [50.0, 150.0, 250.0], [100.0, 130.0, 160.0]
GREEN, RED, WHITE = (0.0, 0.6, 0.2), (1.0, 0.0, 0.0), (1.0, 1.0, 1.0)
LAST = (150.0, 130.0, 250.0, 160.0)


def fill_of(shading: str) -> str | None:
    found: Table = table(read(tbl(tr("a", tc("b", properties=f"<w:shd {shading}/>")))))
    return found.cells[1].fill


@pytest.mark.parametrize(
    ("shading", "fill"),
    [
        ('w:val="clear" w:color="auto" w:fill="00b050"', "00B050"),
        ('w:val="solid" w:color="FF0000" w:fill="auto"', "FF0000"),
        ('w:val="clear" w:color="auto" w:fill="auto"', None),
        ('w:val="clear" w:color="auto" w:fill="FFFFFF"', None),
        ('w:val="clear" w:color="auto" w:fill="D9D9D9"', None),
        ('w:val="pct50" w:color="FF0000" w:fill="FFFFFF"', None),
        ('w:val="clear" w:color="auto" w:fill="green"', None),
        ('w:val="clear" w:color="auto"', None),
    ],
)
def test_a_word_cell_has_the_colour_of_its_own_shading(shading: str, fill: str | None) -> None:
    assert fill_of(shading) == fill


def test_a_word_cell_over_rows_has_one_colour() -> None:
    shade = '<w:shd w:val="clear" w:fill="FFC000"/>'
    first = tc("b", properties=f'<w:vMerge w:val="restart"/>{shade}')
    found = table(read(tbl(tr("a", first), tr("c", tc("", properties="<w:vMerge/>")))))
    assert [(cell.row_span, cell.fill) for cell in found.cells] == [(1, None), (2, "FFC000"), (1, None)]


def sheet(*painted: tuple[tuple[float, float, float, float], tuple[float, float, float]]) -> Sheet:
    """Return a page with a table of four cells over what is painted, the last cell blank."""
    made = Sheet()
    for box, colour in painted:
        made.paint(box, colour)
    made.grid(XS, YS)
    for x, y, words in ((55.0, 105.0, "Action"), (155.0, 105.0, "RAG"), (55.0, 135.0, "Mow")):
        made.text(x, y, words)
    return made


PAINTED: dict[str, tuple[Any, str | None]] = {
    "nothing": ((), None),
    "one rectangle": (((LAST, GREEN),), "009933"),
    "one that leaves the borders free": ((((152.0, 132.0, 248.0, 158.0), GREEN),), "009933"),
    "lines and margins, one after the other": (
        (
            ((150.0, 130.0, 250.0, 140.0), GREEN),
            ((150.0, 140.0, 250.0, 150.0), GREEN),
            ((150.0, 150.0, 250.0, 160.0), GREEN),
        ),
        "009933",
    ),
    "one over another": (((LAST, RED), (LAST, GREEN)), "009933"),
    "white over a colour": (((LAST, RED), (LAST, WHITE)), None),
    "a bar that fills half of it": ((((150.0, 130.0, 200.0, 160.0), GREEN),), None),
    "a square in it": ((((155.0, 135.0, 175.0, 155.0), RED),), None),
    "two halves": (
        (((150.0, 130.0, 200.0, 160.0), GREEN), ((200.0, 130.0, 250.0, 160.0), RED)),
        None,
    ),
}


@pytest.mark.parametrize("name", PAINTED)
def test_a_printed_cell_has_the_colour_that_covers_it(name: str) -> None:
    painted, fill = PAINTED[name]
    (found,) = tables_of(layout_of(sheet(*painted)))
    assert {(cell.row, cell.column): cell.fill for cell in found.cells if cell.fill} == (
        {(1, 1): fill} if fill else {}
    )


def test_a_drawing_under_a_table_gives_no_colours() -> None:
    dots = [((50.0, 100.0, 250.0, 160.0), (1.0, at % 2, 0.0)) for at in range(30_000)]
    (found,) = tables_of(layout_of(sheet(*dots)))
    assert {cell.fill for cell in found.cells} == {None}
