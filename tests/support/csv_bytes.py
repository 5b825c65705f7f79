"""A CSV table as the bytes of its file."""

from __future__ import annotations

import io
from collections.abc import Iterable

from extract.writers.csv_tables import TableFile
from extract.writers.model import Row, Source, Table


def table_bytes(table: Table[Source, Row], sources: Iterable[Source], *, excel: bool = False) -> bytes:
    """Write the rows that the sources give to a table."""
    stream = io.BytesIO()
    made = TableFile(table, stream, excel=excel)
    for source in sources:
        made.add(source)
    return stream.getvalue()
