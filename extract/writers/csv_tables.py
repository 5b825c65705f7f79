"""The CSV tables: RFC 4180, UTF-8, records end with CRLF, line ends inside a cell are LF."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from itertools import chain

from extract.writers.model import Cell, Row, Source, Table

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")  # a return is a line end, so it is "\n" when it gets here
_LINE_END = re.compile(r"\r\n?")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def table_bytes(
    table: Table[Source, Row], sources: Iterable[Source], more: Iterable[Row] = (), *, excel: bool = False
) -> bytes:
    """Serialise the rows that the sources give to a table, header first.

    `more` are rows that no source gives by itself; `excel` adds the BOM.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header)
    for row in chain(chain.from_iterable(map(table.rows, sources)), more):
        writer.writerow([cell_text(cell) for cell in table.cells(row)])
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
