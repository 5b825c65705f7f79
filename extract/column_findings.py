"""What a reader should know of how the columns of a table were named."""

from __future__ import annotations

from collections.abc import Iterator

from extract.findings import Findings
from normalise.columns import STATUS_ROLES, Column
from normalise.elements import Basis, RecordTable
from parsers.model import Text
from parsers.model.words import EMPTY

# One row without a cell shows no column that is missing.
MIN_ROWS = 2


def report_columns(table: RecordTable, findings: Findings) -> None:
    """Report columns that their values named, parts without a header, and columns without cells."""
    at = _first_word(table)
    if table.basis is Basis.OTHER_TABLE:
        findings.add(
            "carried-columns", "a table has no header; its columns are those of another table", at=at
        )
    for cell in table.bare[:1]:
        parts = "a part" if len(table.bare) == 1 else f"{len(table.bare)} parts"
        message = f"{parts} of the table without a header took the columns of the part above"
        findings.add("carried-columns", message, at=cell)
    inferred = list(_inferred(table.columns))
    if inferred:
        header = "the table has no header that is known; " if table.basis is Basis.VALUES else ""
        findings.add("inferred-columns", f"{header}by their values {', '.join(inferred)}", at=at)
    if table.missing:
        message = (
            f"the rows have fewer cells than the header; those of {_named(table, table.missing)} are missing"
        )
        findings.add("missing-cells", message, at=at)
    blank = [place for place in _blank(table) if place not in table.missing]
    if blank:
        coloured = any(table.columns[place].role in STATUS_ROLES for place in blank)
        shades = "; no shade in it is clearly a colour, or the form has none" if coloured else ""
        findings.add("empty-column", f"no row has a cell under {_named(table, blank)}{shades}", at=at)


def _first_word(table: RecordTable) -> Text:
    cells = (cell for row in table.rows for cell in row.cells if cell)
    return next((label for label in table.labels if label), next(cells, EMPTY))


def _inferred(columns: tuple[Column, ...]) -> Iterator[str]:
    """Say of each column that its values named what it holds, and what part of them says so."""
    for place, column in enumerate(columns, start=1):
        if column.share is not None:
            named = f"“{column.label}”" if column.label else f"column {place}"
            yield f"{named} is {column.role} ({column.share:.0%})"


def _blank(table: RecordTable) -> Iterator[int]:
    if len(table.rows) >= MIN_ROWS:
        for place, column in enumerate(table.columns):
            if column.label and not any(
                row.cells[place] or any(row.shades[place : place + 1]) for row in table.rows
            ):
                yield place


def _named(table: RecordTable, places: tuple[int, ...] | list[int]) -> str:
    return ", ".join(f"“{table.columns[place].label}”" for place in places)
