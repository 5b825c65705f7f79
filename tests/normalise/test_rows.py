"""Logical rows: the cases of `cases/rows.md`, and what holds for every table."""

from __future__ import annotations

import pytest

from normalise.document import read_document
from normalise.elements import RecordTable
from normalise.logical_rows import LogicalRow
from parsers.text.reader import read_text
from tests.support.cases import Case, read_cases
from tests.support.places import ROOT

CASES = read_cases(ROOT / "tests" / "cases" / "rows.md")


def _tables(text: str) -> list[RecordTable]:
    document = read_document(read_text(text.encode("utf-8")))
    return [element for element in document.elements if isinstance(element, RecordTable)]


def _shown(row: LogicalRow) -> str:
    joined = ("+" if len(row.parts) > 1 else "") + ("?" if row.open else "")
    cells = [
        " ".join(str(cell).split()) + ("~" if at in row.merged else "") for at, cell in enumerate(row.cells)
    ]
    return " | ".join([f"{row.kind}{joined}", *cells])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_rows_of_a_case_are_those_a_reader_sees(case: Case) -> None:
    shown = [_shown(row).strip() for table in _tables(case.given) for row in table.rows]
    assert shown == [line.strip() for line in case.expected]
