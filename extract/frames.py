"""Records as pandas DataFrames: the tables of a run with types, for questions of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from extract.across.officers import resolve_officers
from extract.history.build import history_of
from extract.reviews import card_of
from extract.schema import Paper
from extract.writers.history_tables import HISTORY_TABLES
from extract.writers.model import FieldType, Table
from extract.writers.rows_of import Filled, rows_of
from extract.writers.run_tables import RUN_TABLES
from extract.writers.tables import TABLES

_TYPES: dict[FieldType, str] = {
    "string": "string",
    "array": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


def to_frames(records: Iterable[Paper], as_of: date | None = None) -> dict[str, pd.DataFrame]:
    """Give the tables of the output contract as DataFrames, by name: "papers", "slippage" and so on.

    Columns, their order and the joining of lists are those of the CSVs; null is `NA`,
    dates are dates, and text is not guarded against spreadsheets.

    Args:
        records: papers, each once.
        as_of: the day that counts as today; by default the newest of which the papers tell.
    """
    return {filled.table.name: _frame(filled) for filled in tables_of(records, as_of)}


def tables_of(records: Iterable[Paper], as_of: date | None = None) -> list[Filled]:
    """Give the tables of the output contract with their rows, for records that fit into memory."""
    papers = {paper.paper_id: paper for paper in records}
    history, _ = history_of(map(card_of, papers.values()), papers.__getitem__, as_of)
    sources: tuple[tuple[Iterable[Table[Any, Any]], Iterable[Any]], ...] = (
        (TABLES, papers.values()),
        (RUN_TABLES, [resolve_officers(papers.values())]),
        (HISTORY_TABLES, [history]),
    )
    return [Filled(table, partial(rows_of, table, given)) for tables, given in sources for table in tables]


def _frame(filled: Filled) -> pd.DataFrame:
    frame = pd.DataFrame(list(filled.rows()), columns=filled.table.header, dtype=object)
    return frame.astype({column.name: _TYPES[column.type] for column in filled.table.columns})
