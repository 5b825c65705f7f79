"""Tab-separated tables as converters leave them."""

from __future__ import annotations

import pytest

from parsers.model import Item, Paragraph, Table
from tests.support.reading import cells, layout, tables

GRIDS = {
    "a table": ("A\tB\n1\t2", [["A", "B"], ["1", "2"]]),
    "a row of dashes": ("A\tB\n---\t---\n1\t2", [["A", "B"], ["1", "2"]]),
    "missing trailing cells": ("A\tB\tC\n1\t2", [["A", "B", "C"], ["1", "2", ""]]),
    "blank leading cells": ("A\tB\tC\n\t\t3", [["A", "B", "C"], ["", "", "3"]]),
    "a blank cell in the middle": ("A\tB\tC\n1\t\t3", [["A", "B", "C"], ["1", "", "3"]]),
    "blanks around cells": ("A \t B\n 1\t2 ", [["A", "B"], ["1", "2"]]),
    "a blank line inside": (
        "A\tB\tC\tD\n1\t2\t3\t4\n\n5\t6\t7\t8",
        [["A", "B", "C", "D"], ["1", "2", "3", "4"], ["5", "6", "7", "8"]],
    ),
    "two blank lines inside": ("A\tB\tC\tD\n\n\n1\t2\t3\t4", [["A", "B", "C", "D"], ["1", "2", "3", "4"]]),
    "a blank line before the dashes": (
        "A\tB\tC\tD\n\n---\t---\t---\t---\n1\t2\t3\t4",
        [["A", "B", "C", "D"], ["1", "2", "3", "4"]],
    ),
    "line ends inside cells of a row with a reference": (
        "A\tB\tC\tD\n1\tPaint the doors.\nMend the gates\nof both parks\tAnn\nBo\tMay\n2\tx\ty\tz",
        [
            ["A", "B", "C", "D"],
            ["1", "Paint the doors.\nMend the gates of both parks", "Ann\nBo", "May"],
            ["2", "x", "y", "z"],
        ],
    ),
    "short rows with references of their own": (
        "A\tB\tC\tD\n1\tPaint the doors\n2\tMend the gates\tAnn",
        [["A", "B", "C", "D"], ["1", "Paint the doors", "", ""], ["2", "Mend the gates", "Ann", ""]],
    ),
    "a short row over lines that do not make it whole": (
        "A\tB\tC\n1\tPaint the doors\nBo\tMay\tx\ty",
        [["A", "B", "C", ""], ["1", "Paint the doors", "", ""], ["Bo", "May", "x", "y"]],
    ),
    "a line end inside a cell": (
        "A\tB\tC\tD\n1\t2\t3\t4\n5\tPaint the doors and\nthe gates\tAnn\tMay",
        [["A", "B", "C", "D"], ["1", "2", "3", "4"], ["5", "Paint the doors and the gates", "Ann", "May"]],
    ),
    "a line end behind a sentence": (
        "A\tB\tC\tD\nParks\t2\t3\t4\nPonds\tPaint the doors.\nthe gates\tAnn\tMay",
        [
            ["A", "B", "C", "D"],
            ["Parks", "2", "3", "4"],
            ["Ponds", "Paint the doors.", "", ""],
            ["the gates", "Ann", "May", ""],
        ],
    ),
    "a lone row": ("3\tThat bins are emptied.\tAnn", [["3", "That bins are emptied.", "Ann"]]),
    "labels and values": (
        "Report to:\tCabinet\nDate:\t2 May 2024",
        [["Report to:", "Cabinet"], ["Date:", "2 May 2024"]],
    ),
    "markup in cells": ("A\tB\n<b>1</b>\t2<br>3", [["A", "B"], ["1", "2\n3"]]),
    "numbers beside three cells": (
        "1.\tPlant\tAnn\n2.\tWater\tBob",
        [["1.", "Plant", "Ann"], ["2.", "Water", "Bob"]],
    ),
    "whole numbers and what they count": ("12\tparks\n7\tpools", [["12", "parks"], ["7", "pools"]]),
}


@pytest.mark.parametrize(("printed", "grid"), GRIDS.values(), ids=GRIDS)
def test_the_grid_is_the_printed_one(printed: str, grid: list[list[str]]) -> None:
    (table,) = tables(printed)
    assert cells(table) == grid


PROSE = {
    "numbered lines": "1.\tPlant trees.\n2.\tWater them.",
    "numbered paragraphs": "1.1\tThe report tells of trees.\n\n1.2\tIt was asked for in May.",
    "lettered lines": "(a)\tPlant trees.\n(b)\tWater them.",
    "bullets": "•\tPlant trees.\n•\tWater them.",
    "an indented line": "\tThe Committee agreed.",
    "tabs behind a line": "The Committee agreed.\t\t",
}


@pytest.mark.parametrize("printed", PROSE.values(), ids=PROSE)
def test_tabs_that_indent_make_no_table(printed: str) -> None:
    assert tables(printed) == []
    assert [word.text for word in layout(printed).words()] == printed.split()


def test_a_number_and_a_tab_open_an_item() -> None:
    blocks = layout("1.1\tThe report tells of trees.\n\n1.2\tIt was asked for in May.").blocks
    items = [block for block in blocks if isinstance(block, Item)]
    assert [(str(item.mark), str(item.text)) for item in items] == [
        ("1.1", "The report tells of trees."),
        ("1.2", "It was asked for in May."),
    ]


def test_a_gap_inside_a_table_is_noted() -> None:
    (table,) = tables("A\tB\tC\tD\n1\t2\t3\t4\n\n5\t6\t7\t8\n9\t9\t9\t9")
    assert table.gaps == {2}


def test_a_table_without_a_gap_notes_none() -> None:
    (table,) = tables("A\tB\tC\tD\n1\t2\t3\t4\n5\t6\t7\t8")
    assert table.gaps == frozenset()


def test_more_blank_lines_part_two_tables() -> None:
    first, second = tables("A\tB\tC\tD\n1\t2\t3\t4\n\n\n\n5\t6\t7\t8\n9\t9\t9\t9")
    assert cells(first) == [["A", "B", "C", "D"], ["1", "2", "3", "4"]]
    assert cells(second) == [["5", "6", "7", "8"], ["9", "9", "9", "9"]]


def test_another_width_behind_a_blank_line_is_another_table() -> None:
    assert [table.columns for table in tables("Date:\t2 May\nTo:\tCabinet\n\nA\tB\tC\tD\n1\t2\t3\t4")] == [
        2,
        4,
    ]


def test_words_between_part_two_tables() -> None:
    blocks = layout("A\tB\tC\n1\t2\t3\nThe second part.\nA\tB\tC\n4\t5\t6").blocks
    assert [type(block) for block in blocks] == [Table, Paragraph, Table]


def test_pipes_and_tabs_and_prose_in_one_paper() -> None:
    printed = "Plan\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nC\tD\n3\t4\n\nThe end."
    assert [type(block) for block in layout(printed).blocks] == [Paragraph, Table, Table, Paragraph]
    assert [cells(table) for table in tables(printed)] == [[["A", "B"], ["1", "2"]], [["C", "D"], ["3", "4"]]]


def test_words_know_row_and_column() -> None:
    placed = {word.text: word.place for word in layout("A\tB\tC\n1\t\t3").words()}
    assert (placed["3"].table, placed["3"].row, placed["3"].column, placed["3"].line) == (1, 2, 3, 2)
