"""`datapackage.json`: the files of a run described as a Frictionless Data Package, version 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.writers.history_tables import HISTORY_TABLES
from extract.writers.model import Column, ForeignKey, Table
from extract.writers.run_tables import RUN_TABLES
from extract.writers.schema import SCHEMA_FILE
from extract.writers.store import Fingerprint
from extract.writers.tables import TABLES

ALL_TABLES: tuple[Table[Any, Any], ...] = (*TABLES, *RUN_TABLES, *HISTORY_TABLES)

_PROFILES = "https://datapackage.org/profiles/2.0"
_DESCRIPTION = (
    "Council committee papers as data. CSV files are UTF-8 with CRLF between records and LF inside a cell. "
    "Lists in a cell are joined with '; ' (inside an element '; ' became ', '); an empty element stands for "
    "no value, so that parallel lists stay aligned. A text that begins with =, +, -, @, a tab or a line end "
    "is written with a leading ' so that no spreadsheet takes it for a formula (plain numbers are not): "
    "remove that ' to have the text as printed. Columns named edtf, period and meeting_date hold ISO 8601-2 "
    "(EDTF) dates."
)


def data_package(files: Mapping[str, Fingerprint]) -> dict[str, Any]:
    """Describe the tables of a run, given by file name, and the schema of its records."""
    resources = [
        _table_resource(table, files[table.file_name]) for table in ALL_TABLES if table.file_name in files
    ]
    if SCHEMA_FILE in files:
        resources.append(_schema_resource(files[SCHEMA_FILE]))
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "council-papers",
        "title": "Council committee papers as data",
        "description": _DESCRIPTION,
        "csv_formula_escaping": True,
        "resources": resources,
    }


def _table_resource(table: Table[Any, Any], file: Fingerprint) -> dict[str, Any]:
    """Describe a CSV file with its Table Schema."""
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": table.file_name,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_fingerprint(file),
        "schema": _table_schema(table),
    }


def _schema_resource(file: Fingerprint) -> dict[str, Any]:
    """Describe the JSON Schema of the records; as plain "json" its name would be taken for a Table Schema."""
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": "schema",
        "path": SCHEMA_FILE,
        "title": "JSON Schema of the canonical records",
        "description": "Every papers/<paper_id>.json validates against it.",
        "format": "schema+json",
        "mediatype": "application/schema+json",
        "encoding": "utf-8",
        **_fingerprint(file),
    }


def _fingerprint(file: Fingerprint) -> dict[str, Any]:
    """Give the size and the digest that tell whether a file is the one described."""
    return {"bytes": file.bytes, "hash": f"sha256:{file.sha256}"}


def _table_schema(table: Table[Any, Any]) -> dict[str, Any]:
    """Describe the columns and keys of a table."""
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [_foreign_key(key) for key in table.foreign_keys]
    return schema


def _field(column: Column[Any]) -> dict[str, Any]:
    """Describe a column; enumerations are constraints, which every version of the standard knows."""
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    """Name the table and columns that columns point to."""
    return {"fields": list(key.fields), "reference": {"resource": key.table, "fields": list(key.fields)}}
