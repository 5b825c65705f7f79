"""The SQLite database: keys that hold, words that are found, a file that Datasette can open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extract import extract_papers
from extract.frames import tables_of
from extract.writers.rows_of import Filled
from extract.writers.sqlite import SEARCHED, datasette_metadata, in_key_order, write_sqlite
from tests.support.places import ROUNDS


@pytest.fixture(scope="module")
def tables() -> list[Filled]:
    return tables_of(paper for extraction in extract_papers(ROUNDS) for paper in extraction.papers)


@pytest.fixture(scope="module")
def database(tables: list[Filled], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "council-papers.sqlite"
    write_sqlite(path, tables)
    return path


def asked(database: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def test_every_table_holds_its_rows(database: Path, tables: list[Filled]) -> None:
    for filled in tables:
        counted = asked(database, f"SELECT count(*) FROM {filled.table.name}")  # noqa: S608 - our own names
        assert counted == [(len(list(filled.rows())),)], filled.table.name
    assert asked(database, "SELECT count(*) FROM actions") == [(11,)]


def test_keys_hold(database: Path) -> None:
    assert asked(database, "PRAGMA foreign_key_check") == []
    keys = asked(database, "PRAGMA foreign_key_list(slippage)")
    assert [(key[2], key[3]) for key in keys] == [("recommendations", "recommendation_id")]


def test_a_row_that_points_nowhere_is_refused(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(
                "INSERT INTO progress (paper_id, recommendation_id, source_name) VALUES ('x', 'y', 'z')"
            )


def test_words_are_found(database: Path) -> None:
    found = asked(
        database,
        "SELECT DISTINCT recommendation_id FROM actions "
        "WHERE rowid IN (SELECT rowid FROM actions_fts WHERE actions_fts MATCH 'standpipes')",
    )
    assert found == [("allotments/2",)]


def test_dates_and_numbers_have_types(database: Path) -> None:
    (row,) = asked(
        database,
        "SELECT days_slipped, overdue, julianday(current_latest) - julianday(original_latest) "
        "FROM slippage WHERE recommendation_id = 'allotments/1'",
    )
    assert row == (273, 0, 273.0)


def test_the_same_tables_give_the_same_bytes(tables: list[Filled], database: Path, tmp_path: Path) -> None:
    write_sqlite(tmp_path / "again.sqlite", tables)
    assert (tmp_path / "again.sqlite").read_bytes() == database.read_bytes()


def test_datasette_is_told_of_every_table(tables: list[Filled]) -> None:
    told = datasette_metadata("council-papers", tables)["databases"]["council-papers"]["tables"]
    assert list(told) == [filled.table.name for filled in tables]
    assert {name for name, table in told.items() if "fts_table" in table} == set(SEARCHED)


def test_tables_come_after_those_that_they_point_to(tables: list[Filled]) -> None:
    names = [filled.table.name for filled in in_key_order(tables)]
    assert sorted(names) == sorted(filled.table.name for filled in tables)
    for filled in tables:
        for key in filled.table.foreign_keys:
            assert names.index(key.table) < names.index(filled.table.name)
