"""PostgreSQL: a real server that gets the tables of a run, once and again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from extract import extract_papers
from extract.errors import DatabaseFailed
from extract.frames import tables_of
from extract.schema import Paper
from extract.writers.postgres import load_postgres
from tests.support.places import ROUNDS
from tests.support.postgres import postgres


@pytest.fixture(scope="module")
def papers() -> list[Paper]:
    return [paper for extraction in extract_papers(ROUNDS) for paper in extraction.papers]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


def asked(server: str, question: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(server) as connection:
        return connection.execute(question).fetchall()


def test_loading_twice_changes_nothing(server: str, papers: list[Paper]) -> None:
    tables = tables_of(papers)
    load_postgres(server, tables)
    before = asked(server, "SELECT * FROM council_papers.actions ORDER BY paper_id, action_id")
    load_postgres(server, tables)
    assert asked(server, "SELECT * FROM council_papers.actions ORDER BY paper_id, action_id") == before
    assert len(before) == 11
    for filled in tables:
        counted = asked(server, f"SELECT count(*) FROM council_papers.{filled.table.name}")  # noqa: S608 - our own names
        assert counted == [(len(list(filled.rows())),)]


def test_what_is_no_more_goes(server: str, papers: list[Paper]) -> None:
    load_postgres(server, tables_of(papers))
    load_postgres(server, tables_of(papers[:1]))
    assert asked(server, "SELECT count(*) FROM council_papers.papers") == [(1,)]
    load_postgres(server, tables_of(papers))
    assert asked(server, "SELECT count(*) FROM council_papers.papers") == [(4,)]


def test_columns_have_types(server: str, papers: list[Paper]) -> None:
    load_postgres(server, tables_of(papers))
    (row,) = asked(
        server,
        "SELECT current_latest - original_latest, overdue, evidence -> 0 ->> 'text' "
        "FROM council_papers.slippage WHERE recommendation_id = 'allotments/1'",
    )
    assert row == (273, False, "September 2022")


def test_views_of_users_survive(server: str, papers: list[Paper]) -> None:
    load_postgres(server, tables_of(papers))
    with psycopg.connect(server) as connection:
        connection.execute(
            "CREATE OR REPLACE VIEW late AS SELECT * FROM council_papers.slippage WHERE revisions > 0"
        )
    load_postgres(server, tables_of(papers))
    assert asked(server, "SELECT count(*) FROM late") == [(1,)]


def test_a_column_that_an_older_version_lacked_is_added(server: str, papers: list[Paper]) -> None:
    load_postgres(server, tables_of(papers))
    with psycopg.connect(server) as connection:
        connection.execute("ALTER TABLE council_papers.actions DROP COLUMN success_measures")
    load_postgres(server, tables_of(papers))
    assert asked(server, "SELECT count(success_measures) FROM council_papers.actions") == [(0,)]


def test_a_load_that_fails_leaves_what_was_there(server: str, papers: list[Paper]) -> None:
    load_postgres(server, tables_of(papers))
    with psycopg.connect(server) as connection:
        connection.execute(
            "ALTER TABLE council_papers.findings ADD CONSTRAINT few CHECK (code <> 'missing-due') NOT VALID"
        )
    with pytest.raises(DatabaseFailed, match="few"):
        load_postgres(server, tables_of(papers))
    assert asked(server, "SELECT count(*) FROM council_papers.papers") == [(4,)]
    with psycopg.connect(server) as connection:
        connection.execute("ALTER TABLE council_papers.findings DROP CONSTRAINT few")


def test_a_server_that_is_not_there_is_named(papers: list[Paper]) -> None:
    with pytest.raises(DatabaseFailed) as failed:
        load_postgres("postgresql://tester:secret@127.0.0.1:1/postgres", tables_of(papers[:1]))
    assert "secret" not in str(failed.value)
