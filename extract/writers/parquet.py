"""`parquet/NAME.parquet`: each table as a file with types, null as null."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.writers.model import FieldType, Table
from extract.writers.rows_of import Filled

_TYPES: dict[FieldType, pa.DataType] = {
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
# Rows that are held at a time: some megabytes of text.
_ROWS = 5_000


def write_parquet(filled: Filled, path: Path) -> None:
    """Write one table."""
    schema = _schema(filled.table)
    rows = iter(filled.rows())
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while part := list(islice(rows, _ROWS)):
            columns = [
                pa.array(column, type=field.type)
                for column, field in zip(zip(*part, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def _schema(table: Table[Any, Any]) -> pa.Schema:
    """Describe the columns of a table, with their descriptions as metadata."""
    return pa.schema(
        [
            pa.field(
                column.name,
                _TYPES.get(column.type, pa.string()),
                nullable=not column.required,
                metadata={"description": column.description},
            )
            for column in table.columns
        ],
        metadata={"title": table.title, "description": table.description},
    )
