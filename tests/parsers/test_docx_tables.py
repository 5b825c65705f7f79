"""Word: tables as grids."""

from __future__ import annotations

from typing import Any

import pytest

from parsers.errors import TooLarge
from parsers.model import Layout, Place, Table
from tests.support.docx_files import cell_text, cells, p, r, read, shown, table, tbl, tc, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def wide(count: int, *content: str, more: str = "") -> str:
    return tc(*content, properties=f'<w:gridSpan w:val="{count}"/>{more}')


def covered(found: Table) -> list[list[str]]:
    """Return the cell of each slot; fails where one is covered twice or not at all."""
    slots: dict[tuple[int, int], Any] = {}
    for cell in found.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.col_span):
                assert (row, column) not in slots
                slots[row, column] = str(cell.text)
    assert set(slots) == {(row, column) for row in range(found.rows) for column in range(found.columns)}
    return [[slots[row, column] for column in range(found.columns)] for row in range(found.rows)]


def grid(*rows: str, widths: tuple[int, ...] = ()) -> list[list[str]]:
    return covered(table(read(tbl(*rows, widths=widths))))


GRIDS = {
    "a plain table": ([tr("a", "b"), tr("c", "d")], [["a", "b"], ["c", "d"]]),
    "a cell over columns": ([tr(wide(2, "a"), "b"), tr("c", "d", "e")], [["a", "a", "b"], ["c", "d", "e"]]),
    "a cell over rows": (
        [tr("a", tc("b", properties=RESTART)), tr("c", tc("", properties=CONTINUE))],
        [["a", "b"], ["c", "b"]],
    ),
    "a cell over rows and columns": (
        [tr(wide(2, "a", more=RESTART), "b"), tr(wide(2, "", more=CONTINUE), "c"), tr("d", "e", "f")],
        [["a", "a", "b"], ["a", "a", "c"], ["d", "e", "f"]],
    ),
    "two merges under each other": (
        [
            tr(tc("a", properties=RESTART), "b"),
            tr(tc("c", properties=RESTART), "d"),
            tr(tc("", properties=CONTINUE), "e"),
        ],
        [["a", "b"], ["c", "d"], ["c", "e"]],
    ),
    "a merge that nothing begins": (
        [tr("a", "b"), tr(tc("c", properties=CONTINUE), "d")],
        [["a", "b"], ["c", "d"]],
    ),
    "cells merged in the old way": (
        [
            tr(tc("a", properties='<w:hMerge w:val="restart"/>'), tc("", properties="<w:hMerge/>"), "b"),
            tr("c", "d", "e"),
        ],
        [["a", "a", "b"], ["c", "d", "e"]],
    ),
    "a row that begins later": (
        [tr("a", "b", "c"), tr("d", "e", properties='<w:gridBefore w:val="1"/>')],
        [["a", "b", "c"], ["", "d", "e"]],
    ),
    "a row that ends sooner": (
        [tr("a", "b", "c"), tr("d", "e", properties='<w:gridAfter w:val="1"/>')],
        [["a", "b", "c"], ["d", "e", ""]],
    ),
    "a short row": ([tr("a", "b", "c"), tr("d")], [["a", "b", "c"], ["d", "", ""]]),
    "a row longer than the grid": ([tr("a"), tr("b", "c")], [["a", ""], ["b", "c"]]),
    "columns that no cell uses": (
        [tr(wide(3, "a"), wide(2, "b")), tr(wide(3, "c"), wide(2, "d"))],
        [["a", "b"], ["c", "d"]],
    ),
    "spans that are no numbers": ([tr(tc("a", properties='<w:gridSpan w:val="x"/>'), "b")], [["a", "b"]]),
    "spans without end": ([tr(wide(10**12, "a"), "b"), tr("c")], [["a", "a", "b"], ["c", "", ""]]),
    "rows and cells in content controls": (
        [
            f"<w:sdt><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>",
            tr(f"<w:sdt><w:sdtContent>{tc('c')}</w:sdtContent></w:sdt>", "d"),
        ],
        [["a", "b"], ["c", "d"]],
    ),
    "a blank row": ([tr("a", "b"), tr("", "")], [["a", "b"], ["", ""]]),
}


@pytest.mark.parametrize(("rows", "expected"), GRIDS.values(), ids=GRIDS)
def test_every_slot_is_covered_by_one_cell(rows: list[str], expected: list[list[str]]) -> None:
    assert grid(*rows) == expected


def test_columns_a_hair_apart_are_one() -> None:
    rows = [tr(wide(2, "a"), "b"), tr("c", wide(2, "d"))]
    assert grid(*rows, widths=(2000, 20, 2000)) == [["a", "b"], ["c", "d"]]
    assert grid(*rows, widths=(2000, 500, 2000)) == [["a", "a", "b"], ["c", "d", "d"]]


def test_a_narrow_column_with_words_stays() -> None:
    assert grid(tr("a", "b"), tr("c", "d"), widths=(20, 2000)) == [["a", "b"], ["c", "d"]]


def test_header_rows_are_those_at_the_top() -> None:
    head = "<w:tblHeader/>"
    found = table(
        read(tbl(tr("a", properties=head), tr("b", properties=head), tr("c"), tr("d", properties=head)))
    )
    assert [cell.header for cell in found.cells] == [True, True, False, False]


def test_words_of_cells_know_table_row_and_column() -> None:
    layout = read(tbl(tr("a", "b")), p("Between."), tbl(tr(wide(2, "c"), "d"), tr("e", "f", "g")))
    places = {word.text: word.place for word in layout.words()}
    assert places["b"] == Place(table=1, row=1, column=2)
    assert places["d"] == Place(table=2, row=1, column=3)
    assert places["g"] == Place(table=2, row=2, column=3)
    assert all(
        cell.place is None for block in layout.blocks if isinstance(block, Table) for cell in block.cells
    )


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    assert (
        cell_text("Plant trees", p(r("<w:t>Water</w:t><w:br/><w:t>them</w:t>")), p(""))
        == "Plant trees\nWater\nthem"
    )


def test_words_printed_in_a_cell_stay_words() -> None:
    assert cell_text("• Plant", "1. Water") == "• Plant\n1. Water"


def hidden(layout: Layout) -> list[str]:
    return [remark.message for remark in layout.remarks if remark.code == "hidden-text"]


def test_what_a_merged_cell_hides_is_told() -> None:
    layout = read(tbl(tr("a", tc("b", properties=RESTART)), tr("c", tc("lost", properties=CONTINUE))))
    assert covered(table(layout)) == [["a", "b"], ["c", "b"]]
    assert hidden(layout) == ["hidden text was left out: “lost”"]


def test_a_hidden_row_is_left_out_and_told() -> None:
    layout = read(tbl(tr("a", "b"), tr("c", "d", properties="<w:hidden/>"), tr("e", "f")))
    assert covered(table(layout)) == [["a", "b"], ["e", "f"]]
    assert hidden(layout) == ["hidden text was left out: “c d”"]


def test_a_table_that_frames_another_is_taken_off() -> None:
    inner = tbl(tr("a", "b"), tr("c", "d"))
    assert shown(read(tbl(tr(tc("Title", inner, ""))))) == ["p Title", "t a | b / c | d"]
    assert shown(read(tbl(tr("Title"), tr(tc(inner, "")), tr("Foot")))) == [
        "p Title",
        "t a | b / c | d",
        "p Foot",
    ]


def test_a_table_of_one_column_is_a_table() -> None:
    assert shown(read(tbl(tr("a"), tr("b")))) == ["t a / b"]


def test_a_table_in_a_cell_among_others_becomes_its_lines() -> None:
    assert (
        cell_text("Leads", tbl(tr("Ann", "North"), tr(tc("Ben", "Old"), "South")), "")
        == "Leads\nAnn North\nBen Old South"
    )


def test_tables_side_by_side_in_a_frame_stand_for_themselves() -> None:
    left, right = tbl(tr("Review", "Ponds"), tr("Officer", "Ann")), tbl(tr("A", "Achieved"), tr("B", "Open"))
    assert shown(read(tbl(tr(tc(left, ""), tc(right, ""))))) == [
        "t Review | Ponds / Officer | Ann",
        "t A | Achieved / B | Open",
    ]


def test_a_table_that_is_the_value_of_a_label_stands_beside_it() -> None:
    inner = tbl(tr("Action", "Lead", "Due"), tr("Mow.", "Ann", "May"), tr("Weed.", "Ben", "June"))
    found = table(
        read(tbl(tr("Recommendation 1", "Keep it."), tr("Actions", tc(inner, "")), tr("Note", "Dry")))
    )
    assert cells(found) == [
        ["Recommendation 1", "Keep it.", "Keep it.", "Keep it."],
        ["Actions", "Action", "Lead", "Due"],
        ["Actions", "Mow.", "Ann", "May"],
        ["Actions", "Weed.", "Ben", "June"],
        ["Note", "Dry", "Dry", "Dry"],
    ]


@pytest.mark.parametrize(
    "row",
    [
        tr("1", "Keep it.", tc(tbl(tr("Ann", "May"), tr("Ben", "June")), "")),
        tr("Actions", tc("As agreed:", tbl(tr("Ann", "May"), tr("Ben", "June")), "")),
        tr("Actions", tc(tbl(tr("Mow."), tr("Weed.")), "")),
        tr("Actions", tc(tbl(tr("Mow.", "Ann")), "")),
    ],
    ids=["a row of a record", "words over it", "one column", "one row"],
)
def test_other_tables_in_a_cell_are_lines_of_it(row: str) -> None:
    assert table(read(tbl(row, row))).rows == 2


def test_a_text_box_in_a_cell_is_read_in_it() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{p('In a box')}</w:txbxContent></v:textbox></w:pict>"
    assert cell_text(p("Before", r(box)), "After") == "Before\nIn a box\nAfter"


def nested(depth: int) -> str:
    inner = tbl(tr("a", "b"))
    for _ in range(depth):
        inner = tbl(tr(tc(inner, ""), "c"))
    return inner


def test_tables_some_way_deep_in_one_another_are_read() -> None:
    assert cells(table(read(nested(5))))[0][0].startswith("a b c c")


def test_tables_too_deep_in_one_another_are_refused() -> None:
    with pytest.raises(TooLarge, match="deep in one another"):
        read(nested(50))


def test_a_table_with_more_slots_than_any_paper_is_refused() -> None:
    rows = [tr(wide(at + 1, "a"), "b") for at in range(990)] * 3
    with pytest.raises(TooLarge, match="rows and"):
        read(tbl(*rows))
