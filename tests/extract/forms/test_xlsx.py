"""The workbook as people open it: by openpyxl and by LibreOffice."""

from __future__ import annotations

import csv
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from extract import extract_papers
from extract.frames import tables_of
from extract.writers.rows_of import Filled
from extract.writers.xlsx import write_xlsx
from tests.support.places import ROUNDS
from tests.support.rendering import program
from tests.support.rounds import PLAN, read_text


@pytest.fixture(scope="module")
def tables() -> list[Filled]:
    return tables_of(paper for extraction in extract_papers(ROUNDS) for paper in extraction.papers)


@pytest.fixture(scope="module")
def workbook(tables: list[Filled], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlsx") / "council-papers.xlsx"
    write_xlsx(path, tables)
    return path


def column(sheet: Any, name: str) -> list[Any]:
    names = [cell.value for cell in sheet[1]]
    return [row[names.index(name)] for row in sheet.iter_rows(min_row=2)]


def test_the_actions_come_first_with_frozen_header_and_filters(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    assert sheet.title == "Actions"
    assert sheet.freeze_panes == "A2"
    last = get_column_letter(sheet.max_column)
    assert sheet.auto_filter.ref == f"A1:{last}{sheet.max_row}"
    assert sheet.max_row == 1 + 11
    assert all(cell.font.bold for cell in sheet[1])


def test_dates_are_dates_and_text_is_wrapped(workbook: Path) -> None:
    sheet = openpyxl.load_workbook(workbook)["Actions"]
    due = [cell for cell in column(sheet, "due_latest") if cell.value is not None]
    assert {type(cell.value) for cell in due} == {datetime}
    assert {cell.number_format for cell in due} == {"yyyy-mm-dd"}
    assert all(cell.alignment.wrap_text for cell in column(sheet, "action") if cell.value)


def test_a_text_is_never_a_formula(tmp_path: Path) -> None:
    attack = '=HYPERLINK("http://x.example","y")'
    paper = read_text("plan.md", PLAN.replace("Publish the list of every site on the website.", attack))
    write_xlsx(tmp_path / "attack.xlsx", tables_of([paper]))
    cell = column(openpyxl.load_workbook(tmp_path / "attack.xlsx")["Actions"], "action")[0]
    assert (cell.value, cell.data_type) == (attack, "s")
    assert cell.hyperlink is None


def test_libreoffice_opens_it(workbook: Path, tmp_path: Path) -> None:
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            program("soffice", "libreoffice"),
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1",
            "--outdir",
            tmp_path,
            workbook,
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    with (tmp_path / "council-papers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["due_latest"] for row in rows if row["recommendation_id"] == "allotments/1"] == [
        "2022-09-30",
        "2022-12-31",
        "2023-06-30",
    ]


def test_the_same_tables_give_the_same_bytes(tables: list[Filled], workbook: Path, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "again.xlsx", tables)
    assert (tmp_path / "again.xlsx").read_bytes() == workbook.read_bytes()
