"""Pipe tables as converters and people write them."""

from __future__ import annotations

import pytest

from parsers.model import Heading, Paragraph, Table
from tests.support.reading import cells, layout, tables

GRIDS = {
    "outer pipes": ("| A | B |\n|---|---|\n| 1 | 2 |", [["A", "B"], ["1", "2"]]),
    "no outer pipes": ("A | B\n---|---\n1 | 2", [["A", "B"], ["1", "2"]]),
    "no blanks": ("|A|B|\n|-|--|\n|1|2|", [["A", "B"], ["1", "2"]]),
    "indented": ("  | A | B |\n  |---|---|\n  | 1 | 2 |", [["A", "B"], ["1", "2"]]),
    "alignment": ("| A | B | C |\n|:--|:-:|--:|\n| 1 | 2 | 3 |", [["A", "B", "C"], ["1", "2", "3"]]),
    "a short row": ("| A | B | C |\n|---|---|---|\n| 1 |", [["A", "B", "C"], ["1", "", ""]]),
    "a long row": (
        "| A | B |\n|---|---|\n| 1 | 2 | 3 |",
        [["A", "B", ""], ["1", "2", "3"]],
    ),
    "an escaped pipe": ("| A | B |\n|---|---|\n| 1 \\| 2 | 3 |", [["A", "B"], ["1 | 2", "3"]]),
    "an escaped pipe at the end": ("| A | B |\n|---|---|\n| 1 | 2 \\| |", [["A", "B"], ["1", "2 |"]]),
    "a blank header row": ("| | |\n|---|---|\n| 1 | 2 |", [["1", "2"]]),
    "a stray row of dashes": (
        "| A | B |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | 4 |",
        [["A", "B"], ["1", "2"], ["3", "4"]],
    ),
    "a row of dashes first": ("|---|---|\n| 1 | 2 |\n| 3 | 4 |", [["1", "2"], ["3", "4"]]),
    "no row of dashes": ("| A | B |\n| 1 | 2 |", [["A", "B"], ["1", "2"]]),
    "a blank first cell": ("| A | B |\n|---|---|\n| | 2 |", [["A", "B"], ["", "2"]]),
    "a blank last cell": ("| A | B |\n|---|---|\n| 1 | |", [["A", "B"], ["1", ""]]),
    "a blank cell in the middle": (
        "| A | B | C |\n|---|---|---|\n| 1 | | 3 |",
        [["A", "B", "C"], ["1", "", "3"]],
    ),
    "a blank first cell without outer pipes": (
        "A | B | C\n--- | --- | ---\n1 | 2 | 3\n | 5 | 6",
        [["A", "B", "C"], ["1", "2", "3"], ["", "5", "6"]],
    ),
    "a lone row": ("| 3 | That bins are emptied. | Ann |", [["3", "That bins are emptied.", "Ann"]]),
    "a dash for nothing": ("| A | B |\n|---|---|\n| - | - |", [["A", "B"], ["-", "-"]]),
    "dashes beside words": ("| A | B |\n|---|---|\n| --- | none |", [["A", "B"], ["---", "none"]]),
    "lines in a cell": ("| A | B |\n|---|---|\n| 1<br>2 | 3 |", [["A", "B"], ["1\n2", "3"]]),
    "tabs around pipes": ("|\tA\t|\tB\t|\n|---|---|\n|\t1\t|\t2\t|", [["A", "B"], ["1", "2"]]),
}


@pytest.mark.parametrize(("printed", "grid"), GRIDS.values(), ids=GRIDS)
def test_the_grid_is_the_printed_one(printed: str, grid: list[list[str]]) -> None:
    (table,) = tables(printed)
    assert cells(table) == grid
    assert (table.rows, table.columns) == (len(grid), len(grid[0]))


@pytest.mark.parametrize(
    "printed",
    [
        "Advisers | Officers",
        "The pilot | or trial | went well.",
        "| this is no table",
        "Either a \\| or a slash.",
        "Two lines\nwith one | pipe.",
    ],
)
def test_a_pipe_in_prose_makes_no_table(printed: str) -> None:
    assert tables(printed) == []
    assert all(isinstance(block, Paragraph) for block in layout(printed).blocks)


def test_the_row_over_the_dashes_is_the_header() -> None:
    (table,) = tables("| A | B |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | 4 |")
    assert [[cell.header for cell in row] for row in table.grid()] == [[True] * 2, [False] * 2, [False] * 2]


def test_rows_without_dashes_have_no_header() -> None:
    (table,) = tables("| 1 | 2 |\n| 3 | 4 |")
    assert not any(cell.header for cell in table.cells)


def test_a_blank_header_row_leaves_no_header() -> None:
    (table,) = tables("| | |\n|---|---|\n| 1 | 2 |")
    assert not any(cell.header for cell in table.cells)


def test_a_blank_line_ends_a_table() -> None:
    first, second = tables("| A | B |\n|---|---|\n| 1 | 2 |\n\n| C | D |\n|---|---|\n| 3 | 4 |")
    assert (first.number, second.number) == (1, 2)
    assert cells(second) == [["C", "D"], ["3", "4"]]


def test_words_behind_a_table_are_no_row_of_it() -> None:
    blocks = layout("| A | B |\n|---|---|\n| 1 | 2 |\nThe Committee agreed.").blocks
    assert [type(block) for block in blocks] == [Table, Paragraph]


def test_a_heading_over_a_table_stays_a_heading() -> None:
    blocks = layout("## Plan\n| A | B |\n|---|---|\n| 1 | 2 |").blocks
    assert [type(block) for block in blocks] == [Heading, Table]


def test_words_know_table_row_column_and_line() -> None:
    printed = "Plan\n\n| A | B |\n|---|---|\n| 1 | two words |"
    placed = {word.text: word.place for word in layout(printed).words()}
    assert (placed["A"].table, placed["A"].row, placed["A"].column, placed["A"].line) == (1, 1, 1, 3)
    assert (placed["words"].table, placed["words"].row, placed["words"].column) == (1, 2, 2)
    assert placed["words"].line == 5
    assert (placed["Plan"].line, placed["Plan"].table) == (1, None)


def test_rows_of_dashes_and_pipes_are_no_words() -> None:
    assert [word.text for word in layout("| A | B |\n|:---|---:|\n| 1 | 2 |").words()] == ["A", "B", "1", "2"]


def test_a_table_of_nothing_is_no_table() -> None:
    assert layout("| | |\n|---|---|\n| | |").blocks == ()
