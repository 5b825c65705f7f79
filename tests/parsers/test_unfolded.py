"""Pipe tables whose cells stand one a line."""

from __future__ import annotations

import pytest

from parsers.model import Paragraph, Table
from tests.support.reading import cells, layout, tables

GRIDS = {
    "a lone pipe before each row": (
        "|\nRef |\nAction |\nBy |\n|\n1 |\nMend the roof. |\nMay |",
        [["Ref", "Action", "By"], ["1", "Mend the roof.", "May"]],
    ),
    "blank cells": (
        "|\nRef |\nAction |\nBy |\n|\n1 |\n|\nMay |\n|\n|\nPaint it. |\n|\n|\n3 |\nSell it. |\nJune |",
        [["Ref", "Action", "By"], ["1", "", "May"], ["", "Paint it.", ""], ["3", "Sell it.", "June"]],
    ),
    "blank cells together on a line": (
        "|\nAction |\nBy |\nOwner |\n|\n2 March 2026 |\n||\n|\nPaint it. |\nMay |\nAnn |",
        [["Action", "By", "Owner"], ["2 March 2026", "", ""], ["Paint it.", "May", "Ann"]],
    ),
    "a blank label": (
        "|\n|\nAction |\nBy |\n|\n1 |\nPaint it. |\nMay |",
        [["", "Action", "By"], ["1", "Paint it.", "May"]],
    ),
    "lines in a cell": (
        "|\nAction |\nBy |\n|\nPaint it\nin blue,\n\nand varnish it. |\nMay |\n|\nSell it. |\nJune |",
        [["Action", "By"], ["Paint it\nin blue,\nand varnish it.", "May"], ["Sell it.", "June"]],
    ),
    "a last row that is cut off": (
        "|\nAction |\nBy |\nOwner |\n|\nPaint it. |\nMay |\nAnn |\n|\nSell it. |",
        [["Action", "By", "Owner"], ["Paint it.", "May", "Ann"], ["Sell it.", "", ""]],
    ),
    "rows of blank cells at the end": (
        "|\nAction |\nBy |\n|\nPaint it. |\nMay |\n|\n|\n|\n|\n|",
        [["Action", "By"], ["Paint it.", "May"]],
    ),
    "a header on one line": (
        "Ref | Action | By |\n1 | Paint it. |\n|\n| Sell it. |\n|\n3 | Mend it. | May |",
        [["Ref", "Action", "By"], ["1", "Paint it.", ""], ["", "Sell it.", ""], ["3", "Mend it.", "May"]],
    ),
}


@pytest.mark.parametrize(("printed", "grid"), GRIDS.values(), ids=GRIDS)
def test_the_grid_is_the_printed_one(printed: str, grid: list[list[str]]) -> None:
    (table,) = tables(printed)
    assert cells(table) == grid


def test_prose_before_and_after_stays_prose() -> None:
    printed = "Annex A\nHow it stands\n|\nAction |\nBy |\n|\nPaint it. |\nMay |\nKey\nBy: the month"
    above, table, below = layout(printed).blocks
    assert isinstance(above, Paragraph)
    assert str(above.text) == "Annex A\nHow it stands"
    assert isinstance(table, Table)
    assert isinstance(below, Paragraph)
    assert str(below.text) == "Key\nBy: the month"


def test_a_table_of_another_width_is_another_table() -> None:
    printed = (
        "|\nA |\nB |\nC |\n|\n1 |\n2 |\n3 |\n|\n4 |\n5 |\n6 |\nNext\n|\nD |\nE |\n|\n7 |\n8 |\n|\n9 |\n10 |"
    )
    first, second = tables(printed)
    assert cells(first) == [["A", "B", "C"], ["1", "2", "3"], ["4", "5", "6"]]
    assert cells(second) == [["D", "E"], ["7", "8"], ["9", "10"]]


def test_each_cell_has_the_line_that_it_stands_on() -> None:
    (table,) = tables("Title\n\n|\nAction |\nBy |\n|\nPaint it. |\nMay |")
    lines = {str(cell.text): cell.text.words[0].place.line for cell in table.cells}
    assert lines == {"Action": 4, "By": 5, "Paint it.": 7, "May": 8}


@pytest.mark.parametrize(
    "printed",
    [
        "|\nRef |\nAction |\n1 |\nPaint it. |\n2 |\nSell it. |",
        "Status |\nNumber |\nDelayed |\n|\nDone |\n7 |\nPaused |\n2 |\n|\nIn all |\n9 |",
        "|\nHome | News |\nMy council | Search |",
        "Home | News | Search |\nWelcome to the council | today |",
    ],
    ids=[
        "no pipe before the rows",
        "no pipe before the table",
        "cells beside one another",
        "rows of other widths",
    ],
)
def test_what_the_pipes_do_not_count_out_is_no_table_of_rows(printed: str) -> None:
    assert all(table.rows == 1 or table.columns == 1 for table in tables(printed))
