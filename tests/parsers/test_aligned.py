"""Tables whose columns are set side by side with blanks."""

from __future__ import annotations

import pytest

from parsers.model import Paragraph, Table
from tests.support.reading import cells, layout, tables

GRIDS = {
    "rows of one line": (
        "Ref   Action              By       Owner\n"
        "1     Mend the roof       May      Ann Lee\n"
        "2     Paint the door      June     Bo Day",
        [
            ["Ref", "Action", "By", "Owner"],
            ["1", "Mend the roof", "May", "Ann Lee"],
            ["2", "Paint the door", "June", "Bo Day"],
        ],
    ),
    "labels and cells that wrap": (
        "Ref   Action                   Due     Lead\n"
        "                               date    officer\n"
        "1.1   Mend the roof of the     May     Ann Lee\n"
        "      hall and its gutters     2024\n"
        "1.2   Paint the door           June    Bo Day\n"
        "                               2024    Cy Fox",
        [
            ["Ref", "Action", "Due date", "Lead officer"],
            ["1.1", "Mend the roof of the hall and its gutters", "May 2024", "Ann Lee"],
            ["1.2", "Paint the door", "June 2024", "Bo Day Cy Fox"],
        ],
    ),
    "lines that had room": (
        "Ref   Action              Owner                By\n"
        "1     Mend the roof       Ann Lee              May\n"
        "                          Bo Day\n"
        "2     Paint the door      Head of Buildings    June",
        [
            ["Ref", "Action", "Owner", "By"],
            ["1", "Mend the roof", "Ann Lee\nBo Day", "May"],
            ["2", "Paint the door", "Head of Buildings", "June"],
        ],
    ),
    "headings and blank cells": (
        "Ref   Action              By       Owner\n"
        "Hall and yard\n"
        "1     Mend the roof                Ann Lee\n"
        "\n"
        "2     Paint the door      June",
        [
            ["Ref", "Action", "By", "Owner"],
            ["Hall and yard", "", "", ""],
            ["1", "Mend the roof", "", "Ann Lee"],
            ["2", "Paint the door", "June", ""],
        ],
    ),
}


@pytest.mark.parametrize(("printed", "grid"), GRIDS.values(), ids=GRIDS)
def test_the_grid_is_the_printed_one(printed: str, grid: list[list[str]]) -> None:
    (table,) = tables(printed)
    assert cells(table) == grid


def test_prose_around_it_stays_prose() -> None:
    printed = (
        "Actions outstanding\n"
        "Ref   Action              By       Owner\n"
        "1     Mend the roof       May      Ann Lee\n"
        "2     Paint the door      June     Bo Day\n"
        "\n"
        "The chair thanked all who had mended and painted something in the last year."
    )
    above, table, below = layout(printed).blocks
    assert isinstance(above, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(below, Paragraph)
    assert str(below.text).startswith("The chair")


def test_each_cell_has_the_line_that_it_begins_on() -> None:
    (table,) = tables(
        "Ref   Action              By       Owner\n"
        "1     Mend the roof       May      Ann Lee\n"
        "2     Paint the door\n"
        "      and its frame       June     Bo Day"
    )
    lines = {str(cell.text): cell.text.words[0].place.line for cell in table.cells}
    assert lines["Paint the door and its frame"] == 3
    assert lines["June"] == 4


@pytest.mark.parametrize(
    "printed",
    [
        "Action              By       Owner        Done\n"
        "Mend the roof       May      Ann Lee      no\n"
        "of the hall         June     Bo Day       yes",
        "This   line   is   spread   out\n1   so   that   it   fills   its   width\n2   and   so   is   this",
        "1.   The panel met.\n2.   It agreed the plan.\n3.   It closed.",
        "Ref   Action              By       Owner\n1     Mend the roof       May      Ann Lee",
    ],
    ids=["no references", "spread lines", "numbered lines", "one row"],
)
def test_what_nothing_tells_apart_is_no_table(printed: str) -> None:
    assert tables(printed) == []
