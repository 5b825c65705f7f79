"""The CSV tables: RFC 4180, UTF-8, records end with CRLF, line ends inside a cell are LF."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from extract.schema import Paper
from extract.writers.model import Cell, Table

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")  # a return is a line end, so it is "\n" when it gets here
_LINE_END = re.compile(r"\r\n?")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def table_bytes(table: Table[Any], papers: Iterable[Paper], *, excel: bool = False) -> bytes:
    """Serialise the rows that the papers give to a table, header first; `excel` adds the BOM."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header)
    for paper in papers:
        writer.writerows([cell_text(cell) for cell in row] for row in table.cells(paper))
    return (codecs.BOM_UTF8 if excel else b"") + text.getvalue().encode("utf-8")


def cell_text(cell: Cell) -> str:
    """Write a value as the text of a cell; null is the empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(_LINE_END.sub("\n", cell)) if isinstance(cell, str) else str(cell)


def guarded(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: a `'` before it, plain numbers excepted.

    >>> guarded("- appoint a lead"), guarded("-5")
    ("'- appoint a lead", '-5')
    """
    is_formula = text.startswith(FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
