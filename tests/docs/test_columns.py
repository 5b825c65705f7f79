"""Every column of every table holds, in a run, a cell that was read from its paper by hand."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest

from extract.check.compare import folded
from extract.writers.datapackage import ALL_TABLES
from extract.writers.xlsx import SHEETS
from tests.support.command import run
from tests.support.places import RENDERED, ROOT, ROUNDS

CELLS = ROOT / "tests" / "cells"
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads((CELLS / "expected.toml").read_text("utf-8"))
PAPERS = [*ROUNDS.glob("*.md"), RENDERED / "003.pdf", *CELLS.glob("*.md")]
DIGESTS = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in PAPERS}
Row = Mapping[str, Any]


def named(value: Any) -> Any:
    """Put ids and digests in the place of the names of files."""
    if isinstance(value, dict):
        return {key: named(one) for key, one in value.items()}
    if not isinstance(value, str):
        return value
    value = re.sub(r"<sha256 (.+?)>", lambda found: DIGESTS[found[1]], value)
    return re.sub(r"<(.+?)>", lambda found: f"{Path(found[1]).stem}-{DIGESTS[found[1]][:8]}", value)


def is_as_expected(expected: Any, cell: Any) -> bool:
    """Hold a cell to what is expected: its text, or one of the places or quotes in it."""
    if not isinstance(expected, dict):
        return bool(folded(as_text(cell)) == folded(as_text(expected)))
    return any(holds(expected, one) for one in json.loads(as_text(cell) or "[]"))


def holds(expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Tell whether an object has all that is expected of it."""
    return all(
        holds(value, found.get(key, {})) if isinstance(value, dict) else found.get(key) == value
        for key, value in expected.items()
    )


def as_text(cell: Any) -> str:
    """Write a cell of any form as a CSV has it; whole numbers without a point, days without an hour."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime):
        return str(cell.date())
    return str(cell).removesuffix(".0")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run over all papers, into every form."""
    output = tmp_path_factory.mktemp("cells")
    forms = "json,csv,xlsx,sqlite,parquet"
    done = run("extract", *PAPERS, "--as-of", "2023-06-10", "--format", forms, "--output", output)
    assert done.returncode == 0, done.stderr.decode()
    return output


def of_csv(results: Path, table: str) -> Iterator[Row]:
    with (results / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def of_sqlite(results: Path, table: str) -> Iterator[Row]:
    with closing(sqlite3.connect(results / "council-papers.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - a table of ours
            yield dict(row) | {name: bool(row[name]) for name in row.keys() if name == "overdue"}  # noqa: SIM118 - of a row


def of_parquet(results: Path, table: str) -> Iterator[Row]:
    yield from pyarrow.parquet.read_table(results / "parquet" / f"{table}.parquet").to_pylist()


def of_xlsx(results: Path, table: str) -> Iterator[Row]:
    with closing(openpyxl.load_workbook(results / "council-papers.xlsx", read_only=True)) as book:
        head, *rows = book[table.capitalize()].values
        yield from ({str(name): cell for name, cell in zip(head, row, strict=True)} for row in rows)


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_every_column_has_its_cell(table: Any) -> None:
    filled = {name for row in EXPECTED[table.name] for name, cell in row.items() if cell}
    assert filled == set(table.header)


FORMS: tuple[tuple[Callable[[Path, str], Iterator[Row]], Iterable[str]], ...] = (
    (of_csv, EXPECTED),
    (of_xlsx, SHEETS),
    (of_sqlite, EXPECTED),
    (of_parquet, EXPECTED),
)


@pytest.mark.parametrize(
    ("rows_of", "table"),
    [(rows_of, table) for rows_of, tables in FORMS for table in tables],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_each_row_that_was_read_by_hand_is_in_its_table(
    table: str, rows_of: Callable[[Path, str], Iterator[Row]], results: Path
) -> None:
    found = list(rows_of(results, table))
    for row in EXPECTED[table]:
        wanted = named(row)
        assert any(all(is_as_expected(cell, one[name]) for name, cell in wanted.items()) for one in found), (
            wanted,
            found,
        )
