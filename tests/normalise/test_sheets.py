"""Printed worksheets: what stands over the header of a table in the same grid."""

from __future__ import annotations

from normalise.elements import Legend, RecordTable
from tests.support.reading import document, paper

TABLE = """\
| ID | Agreed action | Owner | Original date | Current date | Priority |
| 1 | Reports to be checked monthly. | Linda Kay | 31/03/2024 | 31/03/2024 | High |
| 2 | Paper forms to be withdrawn. | Ravi Shah | 30/06/2024 | 30/09/2024 | Low |
"""
SHEET = f"""\
| Wexmere District Council | | | | | |
|---|---|---|---|---|---|
| Audit Committee 27 November 2024 | | | | | |
| Outstanding management actions | | | | | |
| | | | | | |
| Key: | Green | Complete | | | |
| | Amber | Delayed | | | |
| | | | | | |
{TABLE}"""


def test_titles_and_key_of_a_sheet_are_no_rows_of_its_table() -> None:
    found = document(SHEET)
    (table,) = (one for one in found.elements if isinstance(one, RecordTable))
    assert [str(row.cells[0]) for row in table.rows] == ["1", "2"]
    assert sum(isinstance(one, Legend) for one in found.elements) == 1


def test_the_titles_of_a_sheet_are_those_of_the_paper() -> None:
    found = paper(SHEET)
    assert (found.council, found.committee) == ("Wexmere District Council", "Audit Committee")
    assert found.meeting_date == "2024-11-27"
    assert found.title == "Outstanding management actions"
    assert found.accounting.unplaced == []


def test_an_original_date_that_was_not_moved_stands_once() -> None:
    kept, moved = (one.actions[0].due for one in paper(SHEET).recommendations)
    assert [(one.edtf, one.role) for one in kept] == [("2024-03-31", "deadline")]
    assert [(one.edtf, one.role) for one in moved] == [
        ("2024-06-30", "superseded"),
        ("2024-09-30", "deadline"),
    ]


def test_rows_as_full_as_the_labels_below_them_stay_in_their_table() -> None:
    figures = "| Ward | 2021 | 2022 | 2023 | 2024 | 2025 |\n|---|---|---|---|---|---|\n"
    figures += "| North | 1 | 2 | 3 | 4 | 5 |\n"
    found = document(f"Review of repairs\n\n{figures}{TABLE}")
    assert not any(isinstance(one, RecordTable) and len(one.rows) == 2 for one in found.elements)


def test_rows_of_titles_over_the_labels_name_the_council_and_the_paper() -> None:
    council = "| Wexmere District Council | | | | | |\n|---|---|---|---|---|---|\n"
    found = paper(f"{council}| Repairs: Action Plan | | | | | |\n{TABLE}")
    assert (found.council, found.title) == ("Wexmere District Council", "Repairs: Action Plan")
    assert [one.ref for one in found.recommendations] == ["1", "2"]
    assert found.accounting.unplaced == []
