"""The CSV tables: RFC 4180, UTF-8, records end with CRLF, line ends inside a cell are LF."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO, Generic

from extract.writers.model import Cell, Hide, Row, Source, Table
from extract.writers.store import Fingerprint

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")  # a return is a line end, so it is "\n" when it gets here
_LINE_END = re.compile(r"\r\n?")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


class TableFile(Generic[Source, Row]):
    """A CSV table while it is written, source by source: only the rows of one are in memory."""

    def __init__(
        self, table: Table[Source, Row], stream: BinaryIO, *, excel: bool = False, hide: Hide | None = None
    ) -> None:
        """Write the header; `excel` adds the BOM, `hide` takes out of texts what is not to be shown."""
        self._table = table
        self._hide = hide
        self._stream = stream
        self._sha256 = hashlib.sha256()
        self._size = 0
        self._write((codecs.BOM_UTF8 if excel else b"") + _lines([table.header]))

    def add(self, source: Source) -> None:
        """Write the rows that a source gives."""
        self.add_rows(self._table.rows(source))

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Write rows, those that no source gives by itself among them."""
        self._write(_lines([cell_text(cell) for cell in self._table.cells(row, self._hide)] for row in rows))

    @property
    def fingerprint(self) -> Fingerprint:
        """Size and digest of what is written so far."""
        return Fingerprint(self._size, self._sha256.hexdigest())

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._sha256.update(data)
        self._size += len(data)


def _lines(rows: Iterable[list[str]]) -> bytes:
    """Serialise rows."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def cell_text(cell: Cell) -> str:
    """Write a value as the text of a cell; null is the empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    return guarded(_LINE_END.sub("\n", cell)) if isinstance(cell, str) else str(cell)


def guarded(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: a `'` before it, plain numbers excepted.

    >>> guarded("- appoint a lead"), guarded("-5")
    ("'- appoint a lead", '-5')
    """
    is_formula = text.startswith(FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
