"""The tables of a run in PostgreSQL: loaded again and again, always what the last run says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from psycopg import sql

from extract.errors import DatabaseFailed
from extract.writers.model import FieldType, Table
from extract.writers.rows_of import Filled
from extract.writers.sqlite import in_key_order

SCHEMA = "council_papers"
_TYPES: dict[FieldType, str] = {
    "integer": "bigint",
    "number": "double precision",
    "boolean": "boolean",
    "date": "date",
    "array": "jsonb",
}


def load_postgres(url: str, tables: Sequence[Filled]) -> None:
    """Make the schema `council_papers` of a database hold the tables of a run.

    All in one transaction: a reader sees the run before or this one.  Tables that are
    there keep their grants, views and further columns; columns that a newer version
    has are added.

    Args:
        url: as libpq reads it: postgresql://user:password@host:port/database.
        tables: with their rows.

    Raises:
        DatabaseFailed: the server cannot be reached, or refuses.
    """
    ordered = list(in_key_order(tables))
    try:
        with psycopg.connect(url) as connection, connection.cursor() as cursor:
            cursor.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(SCHEMA)))
            known = {filled.table.name for filled in ordered}
            for filled in ordered:
                _prepare(cursor, filled.table, known)
            names = sql.SQL(", ").join(_name(filled.table) for filled in ordered)
            cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))
            for filled in ordered:
                _fill(cursor, filled)
    except psycopg.Error as error:
        reason = (error.diag.message_primary or str(error)).splitlines()[0]
        raise DatabaseFailed(reason) from error


def _name(table: Table[Any, Any]) -> sql.Composed:
    return sql.SQL("{}.{}").format(sql.Identifier(SCHEMA), sql.Identifier(table.name))


def _prepare(cursor: psycopg.Cursor[Any], table: Table[Any, Any], known: set[str]) -> None:
    """Make a table, or give one that is there the columns that it lacks."""
    lines = [
        sql.SQL("{} {}").format(sql.Identifier(column.name), sql.SQL(_TYPES.get(column.type, "text")))
        for column in table.columns
    ]
    keys = []
    if table.primary_key:
        keys.append(sql.SQL("PRIMARY KEY ({})").format(_listed(table.primary_key)))
    for key in table.foreign_keys:
        if key.table in known:
            other = sql.SQL("{}.{}").format(sql.Identifier(SCHEMA), sql.Identifier(key.table))
            fields = _listed(key.fields)
            keys.append(sql.SQL("FOREIGN KEY ({}) REFERENCES {} ({})").format(fields, other, fields))
    body = sql.SQL(", ").join([*lines, *keys])
    cursor.execute(sql.SQL("CREATE TABLE IF NOT EXISTS {} ({})").format(_name(table), body))
    added = sql.SQL(", ").join(sql.SQL("ADD COLUMN IF NOT EXISTS {}").format(line) for line in lines)
    cursor.execute(sql.SQL("ALTER TABLE {} {}").format(_name(table), added))
    cursor.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(_name(table), sql.Literal(table.description)))


def _fill(cursor: psycopg.Cursor[Any], filled: Filled) -> None:
    """Copy the rows of a table; a NUL, which PostgreSQL holds in no text, is left out."""
    columns = _listed(column.name for column in filled.table.columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(_name(filled.table), columns)
    with cursor.copy(statement) as copy:
        for row in filled.rows():
            copy.write_row([cell.replace("\0", "") if isinstance(cell, str) else cell for cell in row])


def _listed(names: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))
