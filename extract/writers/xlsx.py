"""`council-papers.xlsx`: the tables that people work with, a sheet each, the actions first.

Real dates, a frozen header with filters, wrapped text. The file says no time of
writing, so that the same run gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from extract.writers.model import Cell, Column
from extract.writers.rows_of import Filled

SHEETS = (
    "actions",
    "progress",
    "recommendations",
    "slippage",
    "silence",
    "gaps",
    "officers",
    "papers",
    "findings",
)
# Excel holds 32,767 characters a cell and 1,048,576 rows a sheet (Excel specifications and limits).
MAX_CELL = 32_767
MAX_ROWS = 1_048_575
_CREATED = datetime(2000, 1, 1)
# Widths in characters: of columns that hold sentences, and of all others.
_WIDE, _NARROW = 60, 18
_SENTENCES = frozenset(
    {"recommendation", "action", "success_measures", "evidence", "explanation", "impact", "message", "text"}
)


def write_xlsx(path: Path, tables: Sequence[Filled]) -> None:
    """Write the workbook; tables that are not among `SHEETS` are left out."""
    book = xlsxwriter.Workbook(
        str(path),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": "Council committee papers as data", "created": _CREATED})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
    }
    by_name = {filled.table.name: filled for filled in tables}
    for name in SHEETS:
        if name in by_name:
            _sheet(book.add_worksheet(name.capitalize()), by_name[name], formats)
    book.close()


def _sheet(sheet: Worksheet, filled: Filled, formats: dict[str, Format]) -> None:
    columns = filled.table.columns
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _width(column))
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.name, formats["head"])
    last = 0
    for row in filled.rows():
        if last == MAX_ROWS:
            break
        last += 1
        for at, cell in enumerate(row):
            _write(sheet, last, at, cell, formats)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)


def _width(column: Column[Any]) -> int:
    return _WIDE if column.name in _SENTENCES else _NARROW


def _write(sheet: Worksheet, row: int, at: int, cell: Cell, formats: dict[str, Format]) -> None:
    """Write a value as what it is; a text is a text whatever it begins with."""
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell, formats["text"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, datetime(cell.year, cell.month, cell.day), formats["date"])
    elif isinstance(cell, int | float):
        sheet.write_number(row, at, cell, formats["text"])
    else:
        sheet.write_string(row, at, cell[:MAX_CELL], formats["text"])
