"""The table layer: every slot of every grid, as printed and after fragments are joined."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.grids import as_printed, logical_tables, printed_tables
from extract.tables import boxes_by_page, table_json, tables_json
from parsers.model import Cell, Place, Table, Text, Word
from parsers.registry import read_layout
from tests.support.command import run
from tests.support.places import SAMPLE_PAPERS, SAMPLES

PLAN = SAMPLES / "000-st-helens-action-plan.txt"
BLOCKS = SAMPLES / "003-stockton-progress-update.txt"

PARKS = """\
ACTION PLAN: Review of Parks

| Ref | Recommendation | Action | Lead Officer | Target Date |
|---|---|---|---|---|
| Playgrounds | | | | |
| 1 | Mend the swings. | Inspect every swing in the borough and | Ada Pike | June 2024 |

ACTION PLAN: Review of Parks

| Ref | Recommendation | Action | Lead Officer | Target Date |
|---|---|---|---|---|
| | | mend those that are broken. | | |
| 2 | Plant more trees. | Survey the parks. | Ben Moss | May 2024 |
| | | Plant forty trees. | Ada Pike | by spring 2025 |

| Grade | Meaning |
|---|---|
| 1 | Fully achieved |
| 2 | On track |
"""


def tables(path: Path, *, logical: bool = False) -> list[dict[str, Any]]:
    """Read the tables of one file."""
    (document,) = tables_json([str(path)], logical)
    assert document["source"] == path.name
    found: list[dict[str, Any]] = document["tables"]
    return found


def texts(table: dict[str, Any]) -> list[list[str]]:
    """Give the first slot of each cell its text, the others nothing."""
    grid = [[""] * table["columns"] for _ in range(table["rows"])]
    for cell in table["cells"]:
        grid[cell["row"] - 1][cell["column"] - 1] = cell["text"]
    return grid


@pytest.fixture
def parks(tmp_path: Path) -> Path:
    path = tmp_path / "parks.txt"
    path.write_text(PARKS, encoding="utf-8")
    return path


def is_whole(table: dict[str, Any]) -> bool:
    """Tell whether cells in reading order cover every slot of a table once."""
    covered = [
        (row, column)
        for cell in table["cells"]
        for row in range(cell["row"], cell["row"] + cell["row_span"])
        for column in range(cell["column"], cell["column"] + cell["col_span"])
    ]
    slots = product(range(1, table["rows"] + 1), range(1, table["columns"] + 1))
    begins = [(cell["row"], cell["column"]) for cell in table["cells"]]
    return sorted(covered) == list(slots) and begins == sorted(begins)


@pytest.mark.parametrize("logical", [False, True])
@pytest.mark.parametrize("path", SAMPLE_PAPERS, ids=lambda path: path.name[:3])
def test_every_slot_is_covered_once(path: Path, logical: bool) -> None:
    assert all(is_whole(table) for table in tables(path, logical=logical))


LABELS = ["Ref", "Recommendation", "Action", "Lead Officer", "By when", "Status", "Review:"]
VALUES = [
    "",
    "1",
    "2.1",
    "Mend the swings.",
    "Inspect every swing and",
    "mend it.",
    "Ada Pike",
    "May 2024",
    "x",
]
CELLS = st.sampled_from([*LABELS, *VALUES, "On track"])
LINES = st.lists(CELLS, max_size=6).map(lambda cells: f"| {' | '.join(cells)} |" if cells else "")


@given(st.lists(LINES, min_size=1, max_size=15))
def test_every_slot_is_covered_once_whatever_is_printed(lines: list[str]) -> None:
    layout = read_layout("\n".join(lines).encode())
    for table in [*printed_tables(layout), *logical_tables(layout)]:
        assert is_whole(table_json(table, logical=True))


@pytest.mark.parametrize("logical", [False, True])
def test_a_text_has_no_pages(logical: bool) -> None:
    for table in tables(PLAN, logical=logical):
        assert (table["page"], table["bbox"]) == (None, None)
        for cell in table["cells"]:
            assert (cell["page"], cell["bbox"]) == (None, None)
            assert (cell.get("pages"), cell.get("boxes")) == (([], []) if logical else (None, None))


def test_the_names_are_those_of_the_contract() -> None:
    (document, *_) = tables_json([str(PLAN)], logical=False)
    assert list(document) == ["source", "tables"]
    assert list(document["tables"][0]) == ["page", "bbox", "rows", "columns", "cells"]
    assert list(document["tables"][0]["cells"][0]) == [
        *("row", "column", "row_span", "col_span", "text", "page", "bbox", "header")
    ]


def test_printed_tables_keep_blanks_and_the_header_mark(parks: Path) -> None:
    first, second, legend = tables(parks)
    assert (first["rows"], first["columns"], len(first["cells"])) == (3, 5, 15)
    assert texts(first)[1] == ["Playgrounds", "", "", "", ""]
    assert {cell["row"] for cell in first["cells"] if cell["header"]} == {1}
    assert texts(second)[1] == ["", "", "mend those that are broken.", "", ""]
    assert texts(legend) == [["Grade", "Meaning"], ["1", "Fully achieved"], ["2", "On track"]]


def test_fragments_are_joined_and_the_header_stands_once(parks: Path) -> None:
    plan, legend = tables(parks, logical=True)
    assert texts(plan) == [
        ["Ref", "Recommendation", "Action", "Lead Officer", "Target Date"],
        ["Playgrounds", "", "", "", ""],
        [
            *("1", "Mend the swings.", "Inspect every swing in the borough and mend those that are broken."),
            *("Ada Pike", "June 2024"),
        ],
        ["2", "Plant more trees.", "Survey the parks.", "Ben Moss", "May 2024"],
        ["", "", "Plant forty trees.", "Ada Pike", "by spring 2025"],
    ]
    assert [cell["row"] for cell in plan["cells"] if cell["header"]] == [1] * 5
    assert [cell["row"] for cell in plan["cells"] if cell["col_span"] == 5] == [2]
    assert texts(legend) == [["Grade", "Meaning"], ["1", "Fully achieved"], ["2", "On track"]]


def test_a_title_over_the_header_spans_the_table(tmp_path: Path) -> None:
    path = tmp_path / "titled.txt"
    path.write_text(
        "| Review of Parks | | | |\n|---|---|---|---|\n| Ref | Recommendation | Owner | By when |\n"
        "| 1 | Mend the swings. | Ada Pike | June 2024 |\n",
        encoding="utf-8",
    )
    (table,) = tables(path, logical=True)
    title, *header = [cell for cell in table["cells"] if cell["header"]]
    assert (title["text"], title["row"], title["col_span"]) == ("Review of Parks", 1, 4)
    assert {cell["row"] for cell in header} == {2}
    assert texts(table)[2] == ["1", "Mend the swings.", "Ada Pike", "June 2024"]


def test_the_plan_of_st_helens_is_one_table_of_twelve_rows() -> None:
    (table,) = tables(PLAN, logical=True)
    assert (table["rows"], table["columns"]) == (13, 5)
    assert [row[0] for row in texts(table)] == ["Rec No", *"ABCDEFGHIJKL"]
    # Rows B and C print one action and one date over both rows.
    spans = [(cell["row"], cell["column"]) for cell in table["cells"] if cell["row_span"] == 2]
    assert spans == [(3, 4), (3, 5)]
    e = texts(table)[5]
    assert "should be offered training/awareness raising sessions" in e[1]


def test_vertical_blocks_are_labels_and_whole_values() -> None:
    cover, blocks, legend = tables(BLOCKS, logical=True)
    assert texts(cover)[2][:2] == ["Link Officer/s:", "David Willingham"]
    assert (blocks["rows"], blocks["columns"]) == (17, 2)
    rows = dict(texts(blocks))
    assert rows["Responsibility:"] == "David Willingham/Rhona Bollands"
    july = rows["Evidence of Progress (July 2024):"]
    assert july.startswith("As of 9th July 2024") and july.endswith("becoming care experienced.")
    assert all(cell["header"] == (cell["column"] == 1) for cell in blocks["cells"])
    assert texts(legend)[0] == ["Assessment of", "1", "2", "3", "4"]


def test_ticked_priorities_stay_as_they_are_printed() -> None:
    (printed, other) = tables(SAMPLES / "002-st-helens-cabinet-response.txt")
    assert (
        tables(SAMPLES / "002-st-helens-cabinet-response.txt", logical=True)[1]["rows"] == other["rows"] == 6
    )
    assert texts(printed)[1] == ["Cabinet Portfolio", "Children and Young People"]


def on_page(text: str, page: int, box: tuple[float, float, float, float]) -> Word:
    return Word(text, 0, " ", Place(page=page, table=1, row=1, column=1, bbox=box))


def test_a_cell_over_two_pages_has_a_box_on_each() -> None:
    text = Text((on_page("a", 3, (1, 1, 2, 2)), on_page("b", 3, (3, 0, 4, 2)), on_page("c", 4, (0, 0, 1, 1))))
    assert boxes_by_page(text) == {3: (1, 0, 4, 2), 4: (0, 0, 1, 1)}
    (cell,) = table_json(Table(1, 1, 1, (Cell(0, 0, text),)), logical=True)["cells"]
    assert (cell["page"], cell["bbox"]) == (3, (1, 0, 4, 2))
    assert (cell["pages"], cell["boxes"]) == ([3, 4], [(1, 0, 4, 2), (0, 0, 1, 1)])


def test_a_part_of_a_printed_table_keeps_the_spans_inside_it() -> None:
    def text(row: int) -> Text:
        return Text((Word("w", row, " ", Place(table=1, row=row)),))

    cells = (
        Cell(0, 0, text(1), row_span=2),
        Cell(0, 1, text(1)),
        Cell(1, 1, text(2)),
        Cell(2, 0, text(3), col_span=2),
    )
    part = as_printed([text(2), text(3)], {1: Table(1, 3, 2, cells)})
    assert part is not None
    assert [(cell.row, cell.column, cell.row_span, cell.col_span) for cell in part.cells] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (1, 0, 1, 2),
    ]


def test_the_command_prints_one_array(tmp_path: Path, parks: Path) -> None:
    done = run("tables", SAMPLES, parks, "--logical")
    assert (done.returncode, done.stderr) == (0, b"")
    documents = json.loads(done.stdout)
    assert [one["source"] for one in documents] == [*(path.name for path in SAMPLE_PAPERS), "parks.txt"]
    assert documents == json.loads(json.dumps(tables_json([str(SAMPLES), str(parks)], logical=True)))


def test_prose_has_no_tables(tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text("Minutes\n\nThe committee met.\n", encoding="utf-8")
    done = run("tables", tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout) == [{"source": "prose.txt", "tables": []}]


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path, parks: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7 ")
    (tmp_path / "void.txt").write_bytes(b"")
    done = run("tables", tmp_path, tmp_path / "lost.txt")
    assert done.returncode == 1
    errors = {one["source"]: one.get("error", "").partition(":")[0] for one in json.loads(done.stdout)}
    assert errors == {
        "lost.txt": "missing-file",
        "parks.txt": "",
        "scan.txt": "broken-file",
        "void.txt": "empty-file",
    }
    assert done.stderr.decode().count("\n") == 3
    assert b"Traceback" not in done.stderr


def test_nothing_readable_ends_with_4(tmp_path: Path) -> None:
    done = run("tables", tmp_path / "lost.txt")
    assert done.returncode == 4
    assert json.loads(done.stdout)[0]["tables"] == []
    assert b"missing-file" in done.stderr
