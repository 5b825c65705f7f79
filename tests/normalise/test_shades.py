"""Shades of cells: those of a header, a stripe, a band or a whole column are no colours of their cell."""

from __future__ import annotations

import pytest

from normalise.shades import Shade, joined_shades, shades_of
from parsers.model import Cell, Place, Table
from tests.support.reading import text

RED, GREEN, TINT = "FF0000", "00B050", "DEEAF6"
Row = list[tuple[str, str | None]]


def shaded(*rows: Row) -> list[list[str | None]]:
    """Return the colour that is read of each cell of a table, given as its text and shade."""
    slots = [
        [Cell(row, column, text(words), fill=fill) for column, (words, fill) in enumerate(cells)]
        for row, cells in enumerate(rows)
    ]
    table = Table(1, len(rows), len(rows[0]), tuple(cell for row in slots for cell in row))
    return [[one.colour if one else None for one in row] for row in shades_of(table, slots)]


HEADER: Row = [("Ref", None), ("Action", None), ("RAG", None)]


def test_a_shaded_cell_has_its_colour() -> None:
    found = shaded(
        HEADER, [("1", None), ("Mow", None), ("", RED)], [("2", None), ("Plant", None), ("", GREEN)]
    )
    assert found == [[None] * 3, [None, None, "red"], [None, None, "green"]]


def test_a_table_without_shades_has_no_rows_of_them() -> None:
    assert shaded(HEADER, [("1", None), ("Mow", None), ("On track", None)]) == [[], []]


def test_the_shade_of_more_than_half_of_a_row_is_that_of_the_row() -> None:
    rows: list[Row] = [[("1", RED), ("Mow", RED), ("", GREEN)], [("2", None), ("Plant", None), ("", RED)]]
    assert shaded(HEADER, *rows)[1:] == [[None, None, "green"], [None, None, "red"]]


def test_half_of_a_row_may_be_shaded_cell_by_cell() -> None:
    header: Row = [("Ref", None), ("Q1", None)]
    assert shaded(header, [("1", None), ("", RED)]) == [[None, None], [None, "red"]]


def test_a_column_in_one_shade_with_its_label_is_a_tint() -> None:
    rows: list[Row] = [[("1", None), ("Mow", None), ("", RED)], [("2", None), ("Plant", None), ("", RED)]]
    assert shaded([("Ref", None), ("Action", None), ("RAG", RED)], *rows) == [[None] * 3] * 3


def test_a_column_in_one_shade_without_a_label_has_its_colour() -> None:
    rows: list[Row] = [[("1", None), ("Mow", None), ("", RED)], [("2", None), ("Plant", None), ("", RED)]]
    assert shaded([("Ref", None), ("Action", None), ("", RED)], *rows) == [[None, None, "red"]] * 3


def test_one_row_alone_tints_no_column() -> None:
    assert shaded([("1", None), ("Mow", None), ("Late", RED)]) == [[None, None, "red"]]


def test_a_tint_is_no_colour() -> None:
    assert shaded(HEADER, [("1", None), ("Mow", None), ("", TINT)])[1] == [None, None, None]


def test_a_merged_cell_has_its_colour_once() -> None:
    merged = Cell(0, 1, text(""), col_span=2, fill=RED)
    slots = [[Cell(0, 0, text("1")), merged, merged, *(Cell(0, at, text("x")) for at in (3, 4))]]
    table = Table(4, 1, 5, (slots[0][0], merged, *slots[0][3:]))
    assert shades_of(table, slots) == [
        (None, Shade("red", Place(table=4, row=1, column=2)), None, None, None)
    ]


def test_a_shade_stands_where_its_cell_does() -> None:
    cells = [Cell(0, 0, text("1")), Cell(0, 1, text(""), fill=RED, place=Place(page=3))]
    found = shades_of(Table(1, 1, 2, tuple(cells)), [cells])
    assert found == [(None, Shade("red", Place(page=3)))]


ONE, OTHER = Shade("red", Place(row=1)), Shade("green", Place(row=2))


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ((), (ONE,), (ONE,)),
        ((ONE,), (), (ONE,)),
        ((ONE, None), (None, OTHER), (ONE, OTHER)),
        ((ONE,), (OTHER,), (None,)),
        ((ONE,), (Shade("red", Place(row=2)),), (ONE,)),
        ((None,), (None,), (None,)),
    ],
)
def test_two_parts_of_a_row_have_the_shade_that_they_do_not_deny(
    above: tuple[Shade | None, ...], below: tuple[Shade | None, ...], joined: tuple[Shade | None, ...]
) -> None:
    assert joined_shades(above, below) == joined
