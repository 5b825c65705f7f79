"""Headers of one, two and three rows: which rows they are, and what each column is."""

from __future__ import annotations

import pytest

from normalise.cells import raw_rows
from normalise.elements import RecordTable
from normalise.headers import find_header
from tests.support.reading import document, paper, tables

ROW = "1 | That ponds are fenced. | Ann Osei | May 2024 | The first fence went up in May."


def header_of(*rows: str) -> tuple[int, int, list[tuple[str, str, str | None]]] | None:
    """Read the first table of pipes; return where its header ends and what its columns are."""
    (table,) = tables("".join(f"| {row} |\n" for row in rows))
    header = find_header(raw_rows(table, page_head=False))
    if header is None:
        return None
    columns = [(column.label, column.role.value, column.period) for column in header.columns]
    return header.start, header.end, columns


@pytest.mark.parametrize(
    ("rows", "end", "columns"),
    [
        (
            ("Ref | Recommendation | Delivery | | Update", " | | Lead | By when | "),
            2,
            ["ref", "recommendation", "officer", "due", "progress"],
        ),
        (
            ("Ref | Recommendation | Timescale | | Progress", " | | Original | Revised | "),
            2,
            ["ref", "recommendation", "original_due", "revised_due", "progress"],
        ),
        (
            ("Ref | Recommendation | Implementation date | | Progress", " | | Original | Revised | "),
            2,
            ["ref", "recommendation", "original_due", "revised_due", "progress"],
        ),
        (
            ("Ref | Recommendation | Timescale | | Progress", " | | Start | Finish | "),
            2,
            ["ref", "recommendation", "start", "due", "progress"],
        ),
        (
            ("Ref | Recommendation | Lead | Progress | ", " | | | March 2024 | September 2024"),
            2,
            ["ref", "recommendation", "officer", "progress", "progress"],
        ),
        (
            ("Ref | Recommendation | Lead | Comments | ", " | | | Scrutiny | Officer"),
            2,
            ["ref", "recommendation", "officer", "scrutiny_comments", "comments"],
        ),
        (
            (
                " | | Implementation | | ",
                "Ref | Recommendation | Who and when | | Update",
                " | | Lead | By | ",
            ),
            3,
            ["ref", "recommendation", "officer", "officer", "progress"],
        ),
        (
            ("Review of Ponds | | | | ", "Ref | Recommendation | Lead | Due | Update"),
            2,
            ["ref", "recommendation", "officer", "due", "progress"],
        ),
    ],
)
def test_spanners_and_their_parts_are_one_header(rows: tuple[str, ...], end: int, columns: list[str]) -> None:
    found = header_of(*rows, ROW)
    assert found is not None
    assert found[1] == end
    assert [role for _, role, _ in found[2]] == columns


def test_a_date_under_a_spanner_is_the_round_of_its_column() -> None:
    found = header_of("Ref | Recommendation | Lead | Progress | ", " | | | March 2024 | September 2024", ROW)
    assert found is not None
    assert [period for _, _, period in found[2]] == [None, None, None, "2024-03", "2024-09"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Ref | Recommendation | Lead | Due | Update", ROW),
        (
            "Ref | Recommendation | Lead | Due | Update",
            "1 | Progress is reported. | Lead | May 2024 | Update",
        ),
        ("Ref | Recommendation | Lead | Due | Update", " | | Ann Osei | May 2024 | "),
    ],
)
def test_a_row_of_values_is_no_second_row_of_labels(rows: tuple[str, ...]) -> None:
    found = header_of(*rows, ROW)
    assert found is not None
    assert found[1] == 1


@pytest.mark.parametrize(
    "rows",
    [
        ("Committee: | Audit | Date: | 3 May 2024",),
        ("Ward | Votes | Turnout", "North | 300 | 40%"),
        ("1 | Progress | Action | Lead",),
    ],
)
def test_pairs_and_values_are_no_header(rows: tuple[str, ...]) -> None:
    assert header_of(*rows) is None


def test_both_rows_of_a_header_that_is_printed_again_are_furniture() -> None:
    head = "| Ref | Recommendation | Delivery | | Update |\n| | | Lead | By when | |\n"
    page = "Action Plan: Ponds\n\n" + head + f"| {ROW} |\n\n"
    read = document(page + page.replace("| 1 |", "| 2 |"))
    (table,) = (one for one in read.elements if isinstance(one, RecordTable))
    assert [str(row.cells[0]) for row in table.rows] == ["1", "2"]


def test_what_is_to_be_filled_in_is_no_header() -> None:
    made = paper(
        "Action Plan\n\n| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"
        "| 1 | That parks are kept. | Mow. | Ann Osei | May 2023 |\n\n"
        "# Action Plan\n\n| | | | | |\n|---|---|---|---|---|\n"
        "| | [recommendation] | | [Officer name] | dd/mm/yyyy |\n"
    )
    assert [one.text for one in made.recommendations] == ["That parks are kept."]
    assert [one.code for one in made.findings if one.code == "row-set-aside"] == ["row-set-aside"]


def test_a_footnote_at_the_first_label_makes_it_no_reference() -> None:
    (made,) = paper(
        "Action Plan\n\n| Action [1] | Lead | Due |\n|---|---|---|\n| Mow. | Ann Osei | May 2023 |\n"
    ).recommendations
    assert [(one.text, one.due[0].edtf) for one in made.actions] == [("Mow.", "2023-05")]
