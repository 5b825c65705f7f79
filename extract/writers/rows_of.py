"""The tables of a run with their rows, for forms that are written from tables and not from records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extract.writers.model import Cell, Hide, Table


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with what gives its rows, each time anew and one by one."""

    table: Table[Any, Any]
    rows: Callable[[], Iterable[list[Cell]]]


def rows_of(table: Table[Any, Any], sources: Iterable[Any], hide: Hide | None = None) -> Iterator[list[Cell]]:
    """Give the rows that sources have for a table, as cells in column order."""
    for source in sources:
        for row in table.rows(source):
            yield table.cells(row, hide)
