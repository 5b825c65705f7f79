"""Headers of several rows and tables without one, printed as Word and PDF files."""

from __future__ import annotations

from functools import cache

import pytest

from extract.pipeline import extract_file
from extract.schema import Paper
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Page, Row
from tests.support.paper_docx import to_docx
from tests.support.rendering import libreoffice_pdfs

WIDTHS = (1.0, 4.0, 3.0, 2.0, 3.0, 3.0)


def _row(*cells: str) -> Row:
    return tuple(MadeCell(cell) for cell in cells)


ROWS = (
    _row(
        "L1",
        "Open the library at Saltby Lane on Sundays from noon to four.",
        "Maeve Callaghan, Library Manager",
        "30 June 2024",
        "The rota was agreed with staff in February.",
        "The doors opened on the first Sunday of June.",
    ),
    _row(
        "L2",
        "Lend laptops to those who have none at home.",
        "Digital Inclusion Team",
        "December 2024",
        "Forty laptops were given by a local firm.",
        "Thirty-one of them have been lent so far.",
    ),
    _row(
        "L4",
        "Keep the mobile library until its lease ends.",
        "Head of Culture",
        "March 2025",
        "The lease was extended by one year.",
        "No change was reported.",
    ),
)
TWO_ROWS = (
    (
        MadeCell("No.", row_span=2),
        MadeCell("What the panel asked for", row_span=2),
        MadeCell("Delivery", col_span=2),
        MadeCell("Position at", col_span=2),
    ),
    _row("Lead officer*", "To be done by", "31 March 2024", "30 September 2024"),
)
THREE_ROWS = ((MadeCell("Library review: monitoring form", col_span=6),), *TWO_ROWS)


def _made(heads: tuple[Row, ...], rows: tuple[Row, ...] = ROWS) -> MadePaper:
    columns = tuple(Column(f"column {at}", width) for at, width in enumerate(WIDTHS, start=1))
    table = MadeTable(columns, rows, heads=heads)
    return MadePaper(
        ("Marrowby District Council", "Libraries: Progress Report"), (table,), Page(297.0, 210.0)
    )


MADE = {"two rows": _made(TWO_ROWS), "three rows": _made(THREE_ROWS), "none": _made(ROWS[:1], ROWS[1:])}


@cache
def _files() -> dict[str, bytes]:
    """Write each paper as a Word file and print it as PDF, all of them once in a run."""
    words = {f"{name}.docx": to_docx(paper) for name, paper in MADE.items()}
    printed = libreoffice_pdfs({name.replace(" ", "-"): data for name, data in words.items()})
    return words | {f"{name}.pdf": printed[f"{name.replace(' ', '-')}.docx"] for name in MADE}


def _read(name: str) -> Paper:
    (record,) = extract_file(_files()[name], name)
    return record


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["two rows", "three rows"])
def test_spanners_over_their_parts_are_read_in_print(name: str, form: str) -> None:
    made = _read(f"{name}.{form}")
    assert [one.ref for one in made.recommendations] == ["L1", "L2", "L4"]
    assert [one.text for one in made.recommendations] == [row[1].text for row in ROWS]
    first = made.recommendations[0]
    (action,) = first.actions
    assert [(one.name, one.role) for one in action.officers] == [("Maeve Callaghan", "Library Manager")]
    assert [one.edtf for one in action.due] == ["2024-06-30"]
    assert [(one.period, one.evidence) for one in first.progress] == [
        ("2024-03-31", ROWS[0][4].text),
        ("2024-09-30", ROWS[0][5].text),
    ]
    assert made.accounting.unplaced == []


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_table_without_a_header_is_read_in_print(form: str) -> None:
    made = _read(f"none.{form}")
    assert [one.ref for one in made.recommendations] == ["L1", "L2", "L4"]
    assert [one.actions[0].due[0].edtf for one in made.recommendations] == [
        "2024-06-30",
        "2024-12",
        "2025-03",
    ]
    assert [one.code for one in made.findings if one.code == "inferred-columns"] == ["inferred-columns"]
    assert made.accounting.unplaced == []
