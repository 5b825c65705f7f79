"""`council-papers.sqlite`: the tables with their keys, and full-text search, ready for Datasette."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from extract.writers.model import Cell, FieldType, Table
from extract.writers.rows_of import Filled

_TYPES: dict[FieldType, str] = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
# The columns of words in which people search, by table.
SEARCHED = {
    "actions": ("recommendation", "action", "officers", "success_measures"),
    "progress": ("evidence", "explanation", "impact"),
    "recommendations": ("text",),
    "papers": ("title", "review"),
}


def write_sqlite(path: Path, tables: Sequence[Filled]) -> None:
    """Write the database into a file that is not there yet."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            known = {filled.table.name for filled in tables}
            for filled in in_key_order(tables):
                connection.execute(_create(filled.table, known))
                marks = ", ".join("?" * len(filled.table.columns))
                connection.executemany(
                    f"INSERT INTO {_quoted(filled.table.name)} VALUES ({marks})",  # noqa: S608 - our own names
                    (tuple(map(_stored, row)) for row in filled.rows()),
                )
                for statement in _search(filled.table):
                    connection.execute(statement)
        connection.execute("VACUUM")


def in_key_order(tables: Iterable[Filled]) -> Iterator[Filled]:
    """Give tables so that those that others point to come first."""
    waiting = list(tables)
    done: set[str] = set()
    while waiting:
        names = {filled.table.name for filled in waiting}
        ready = [
            one
            for one in waiting
            if not {key.table for key in one.table.foreign_keys} & (names - done) - {one.table.name}
        ]
        yield from ready
        done |= {filled.table.name for filled in ready}
        waiting = [filled for filled in waiting if filled.table.name not in done]


def _create(table: Table[Any, Any], known: set[str]) -> str:
    lines = [
        f"{_quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}{' NOT NULL' if column.required else ''}"
        for column in table.columns
    ]
    if table.primary_key:
        lines.append(f"PRIMARY KEY ({_listed(table.primary_key)})")
    for key in table.foreign_keys:
        if key.table in known:
            fields = _listed(key.fields)
            lines.append(f"FOREIGN KEY ({fields}) REFERENCES {_quoted(key.table)} ({fields})")
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(lines)})"


def _search(table: Table[Any, Any]) -> Iterator[str]:
    """Give the statements that make a table searchable: an index of words over its own content."""
    columns = SEARCHED.get(table.name)
    if columns:
        index, listed = _quoted(f"{table.name}_fts"), _listed(columns)
        yield f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content={_quoted(table.name)})"
        yield (
            f"INSERT INTO {index} (rowid, {listed}) "  # noqa: S608 - our own names
            f"SELECT rowid, {listed} FROM {_quoted(table.name)}"
        )


def _stored(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _quoted(name: str) -> str:
    return f'"{name}"'


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def datasette_metadata(database: str, tables: Iterable[Filled]) -> dict[str, Any]:
    """Describe the database for Datasette: titles, descriptions of tables and columns, search."""
    described = {
        filled.table.name: {
            "title": filled.table.title,
            "description": filled.table.description,
            "columns": {column.name: column.description for column in filled.table.columns},
        }
        | ({"fts_table": f"{filled.table.name}_fts"} if filled.table.name in SEARCHED else {})
        for filled in tables
    }
    return {"title": "Council committee papers as data", "databases": {database: {"tables": described}}}
