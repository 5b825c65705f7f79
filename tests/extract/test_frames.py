"""pandas: the tables with types, and three real questions answered in a few lines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from extract import extract_papers, to_frames
from extract.writers.history_tables import HISTORY_TABLES
from extract.writers.model import Table
from extract.writers.run_tables import RUN_TABLES
from extract.writers.tables import TABLES
from tests.support.places import ROUNDS


@pytest.fixture(scope="module")
def frames() -> dict[str, pd.DataFrame]:
    papers = [paper for extraction in extract_papers(ROUNDS) for paper in extraction.papers]
    return to_frames(papers, as_of=date(2023, 8, 1))


def test_every_table_is_there_with_its_columns(frames: dict[str, pd.DataFrame]) -> None:
    tables: list[Table[Any, Any]] = [*TABLES, *RUN_TABLES, *HISTORY_TABLES]
    assert list(frames) == [table.name for table in tables]
    assert [list(frame.columns) for frame in frames.values()] == [table.header for table in tables]


def test_columns_have_types(frames: dict[str, pd.DataFrame]) -> None:
    assert frames["papers"].dtypes["recommendations"] == "Int64"
    assert frames["slippage"].dtypes["current_latest"] == "datetime64[s]"
    assert frames["slippage"].dtypes["overdue"] == "boolean"
    assert frames["slippage"].dtypes["action"] == "string"
    assert frames["actions"]["due_latest"].isna().sum() == 1  # the recommendation without a date


def test_without_papers_the_tables_are_empty_and_typed() -> None:
    empty = to_frames([])
    assert all(frame.empty for frame in empty.values())
    assert empty["slippage"].dtypes["days_slipped"] == "Int64"


def test_overdue_by_officer(frames: dict[str, pd.DataFrame]) -> None:
    slippage = frames["slippage"]
    overdue = slippage[slippage["overdue"]].groupby("officers")["action_id"].count()
    assert overdue.to_dict() == {"Ann Carr": 2, "Senior Warden": 1}


def test_slipped_most(frames: dict[str, pd.DataFrame]) -> None:
    most = frames["slippage"].nlargest(1, "days_slipped")
    assert most[["recommendation_id", "days_slipped"]].values.tolist() == [["allotments/1", 273]]


def test_never_reported(frames: dict[str, pd.DataFrame]) -> None:
    silence = frames["silence"]
    never = silence[silence["last_status"].isna()]
    assert never["recommendation_id"].tolist() == ["allotments/3"]
