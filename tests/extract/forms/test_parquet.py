"""Parquet: each table with types, as another program reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract import extract_papers
from extract.frames import tables_of
from extract.writers.parquet import write_parquet
from extract.writers.rows_of import Filled
from tests.support.places import ROUNDS


@pytest.fixture(scope="module")
def tables() -> list[Filled]:
    return tables_of(paper for extraction in extract_papers(ROUNDS) for paper in extraction.papers)


def written(tables: list[Filled], name: str, folder: Path) -> pa.Table:
    filled = next(one for one in tables if one.table.name == name)
    write_parquet(filled, folder / f"{name}.parquet")
    return pq.read_table(folder / f"{name}.parquet")


def test_columns_have_types_and_null_is_null(tables: list[Filled], tmp_path: Path) -> None:
    slippage = written(tables, "slippage", tmp_path)
    types = {field.name: field.type for field in slippage.schema}
    assert (types["revisions"], types["overdue"], types["current_latest"], types["action"]) == (
        pa.int64(),
        pa.bool_(),
        pa.date32(),
        pa.string(),
    )
    first = slippage.to_pylist()[0]
    assert (first["recommendation_id"], first["current_latest"]) == ("allotments/1", date(2023, 6, 30))
    assert first["overdue"] is False
    assert slippage.to_pylist()[2]["days_overdue"] is None


def test_every_table_is_written_whole(tables: list[Filled], tmp_path: Path) -> None:
    for filled in tables:
        table = written(tables, filled.table.name, tmp_path)
        assert table.num_rows == len(list(filled.rows()))
        assert table.column_names == filled.table.header


def test_an_empty_table_keeps_its_types(tmp_path: Path) -> None:
    table = written(tables_of([]), "slippage", tmp_path)
    assert table.num_rows == 0
    assert table.schema.field("days_slipped").type == pa.int64()


def test_the_same_tables_give_the_same_bytes(tables: list[Filled], tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    written(tables, "actions", tmp_path)
    written(tables, "actions", tmp_path / "again")
    first, second = tmp_path / "actions.parquet", tmp_path / "again" / "actions.parquet"
    assert first.read_bytes() == second.read_bytes()
