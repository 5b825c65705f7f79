"""Tables without a header that is known: which are records, and which are left alone."""

from __future__ import annotations

import pytest

from normalise.cells import RawRow, raw_rows
from normalise.inference import infer_header
from normalise.records import infer_records
from tests.support.reading import tables

RECORDS = {
    "a plan": (
        (
            "1 | That ponds are fenced near the school. | Order the fences now. | Ann Osei | May 2024",
            "2 | That ponds are cleaned at last. | Hire a digger in May. | Head of Parks | June 2024",
        ),
        ["ref", "recommendation", "action", "officer", "due"],
    ),
    "a log of actions": (
        (
            "SC1 | Write to the owners of the ponds. | Clerk | Completed",
            "SC2 | Ask the county for its map of ponds. | Ann Osei | Ongoing",
        ),
        ["ref", "action", "officer", "status"],
    ),
    "what the council should do": (
        (
            "R1 | The Council should fence its ponds. | May 2024 | Two ponds have been fenced since March.",
            "R2 | The Council should clean its ponds. | June 2024 | A digger was hired in the winter.",
        ),
        ["ref", "recommendation", "due", "progress"],
    ),
    "owners first, initials and a date of words": (
        (
            "AO | 3.1 | Fence the two ponds by the school in Mill Lane. | Ongoing",
            "TK/AO | 3.2 | Tell the parish which ponds are deep enough to be a danger. | End of May 2024",
            "TK | 3.3 | Ask the insurers whether a sign at each pond will do. | June 2024",
        ),
        ["officer", "ref", "action", "due"],
    ),
}


def first_rows(rows: tuple[str, ...]) -> tuple[RawRow, ...]:
    (table,) = tables("".join(f"| {row} |\n" for row in rows))
    return raw_rows(table, page_head=False)


@pytest.mark.parametrize(("rows", "roles"), RECORDS.values(), ids=RECORDS)
def test_values_name_the_columns(rows: tuple[str, ...], roles: list[str]) -> None:
    header = infer_header(first_rows(rows))
    assert header is not None
    assert [column.role.value for column in header.columns] == roles
    assert all(column.share is not None and column.share >= 0.6 for column in header.columns)


OTHERS = {
    "a timetable": (
        "3 May 2024 | Report on the budget for the coming year, with options. | Ann Osei",
        "4 June 2024 | Report on the state of the ponds, with a map of each. | Tunde Okoro",
    ),
    "contacts": (
        "Ann Osei | Head of Parks | 01632 960 111",
        "Tunde Okoro | Pond Officer | 01632 960 112",
    ),
    "a budget": ("Ponds | £30,000 | £31,000", "Parks | £90,000 | £95,000", "Pools | £12,000 | £11,000"),
    "one row": ("1 | That ponds are fenced. | Order the fences. | Ann Osei | May 2024",),
    "two columns": ("1 | That ponds are fenced where children play.", "2 | That ponds are cleaned at last."),
    "no facts beside the text": (
        "North | The pond in Mill Lane is the deepest of all. | 3 metres",
        "South | The pond at the school has been dry for years. | 0 metres",
    ),
    "a risk register": (
        "Qux | Risk described | Mitigation in place | Whose | Zed",
        "1 | That a child falls into a pond and is hurt. | Fences stand around it. | Ann Osei | May 2024",
        "2 | That a pond dries out and the fish die. | A pump was bought last year. | Ann Osei | May 2024",
    ),
}


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
def test_other_tables_are_left_alone(rows: tuple[str, ...]) -> None:
    assert infer_records(first_rows(rows)) is None
