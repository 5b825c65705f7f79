"""The CSV tables: their columns, their cells and the rules of the format."""

from __future__ import annotations

import csv
import io
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.schema import Action, DateRef, Paper, Progress, Recommendation
from extract.writers.csv_tables import cell_text, guarded
from extract.writers.datapackage import ALL_TABLES
from extract.writers.model import Table, list_cell
from extract.writers.rows import due_bounds, newest_round
from extract.writers.tables import ACTION_OFFICERS, ACTIONS, DATES, FINDINGS, PAPERS, PROGRESS
from tests.support.csv_bytes import table_bytes
from tests.support.records import month, paper, round_of, street_lighting, words

COLUMNS = {
    "papers": "paper_id, kind, title, review, review_key, council, committee, meeting_date, recommendations, "
    "actions, findings, source_name, source_sha256, page_count, outcome",
    "actions": "paper_id, review_key, recommendation_id, recommendation_ref, recommendation, action_ref, "
    "action, officers, officer_roles, portfolio_holders, success_measures, due_raw, due_edtf, due_earliest, "
    "due_latest, status, rag, latest_period, latest_grade, latest_status, pages, source_name, action_id",
    "progress": "paper_id, review_key, recommendation_id, recommendation_ref, action_ref, period, "
    "period_label, evidence, grade, status, rag, explanation, impact, pages, source_name, action_id",
    "dates": "action_id, raw, edtf, earliest, latest, precision, role, basis, duration, recurrence, target, "
    "provenance, target_quantity, target_comparator, target_unit, paper_id",
    "action_officers": "action_id, raw, name, role, organisation, kind, relation, provenance, paper_id",
    "officers": "officer_id, kind, name, aliases, roles, organisations, actions, papers",
    "findings": "paper_id, severity, code, recommendation_ref, field, message, page, line",
    "recommendations": "recommendation_id, review_key, ref, text, decision, papers, actions, first_period, "
    "latest_period, latest_grade, latest_status",
    "links": "recommendation_id, action_id, paper_id, printed_id, earlier_paper_id, similarity, evidence",
    "slippage": "recommendation_id, action_id, review_key, council, recommendation_ref, action, officers, "
    "original_raw, original_due, original_latest, current_raw, current_due, current_latest, revisions, "
    "days_slipped, status, overdue, days_overdue, days_overdue_original, dates, papers, evidence",
    "recycled": "recommendation_id, action_id, review_key, recommendation_ref, paper_id, period, "
    "earlier_paper_id, earlier_period, share_repeated, removed, added, text, evidence",
    "silence": "recommendation_id, review_key, council, recommendation_ref, recommendation, last_paper_id, "
    "last_date, last_status, later_papers, days_silent, evidence",
    "targets": "recommendation_id, action_id, review_key, recommendation_ref, target, quantity, comparator, "
    "unit, due, due_latest, period, numbers, quote, evidence",
    "gaps": "recommendation_id, action_id, review_key, recommendation_ref, gap, message, paper_id, evidence",
    "statuses": "recommendation_id, action_id, review_key, recommendation_ref, paper_id, period, "
    "period_label, grade, status, rag, evidence",
}


def rows_of(table: Table[Any, Any], *papers: Paper) -> list[dict[str, str]]:
    """Write a table and read it back as a user's program would."""
    return list(csv.DictReader(io.StringIO(table_bytes(table, papers).decode("utf-8"), newline="")))


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_columns_stand_in_the_order_of_the_contract(table: Table[Any, Any]) -> None:
    assert ", ".join(table.header) == COLUMNS[table.name]
    assert table_bytes(table, []).decode("utf-8") == ",".join(table.header) + "\r\n"


def test_a_paper_is_one_row_with_its_counts() -> None:
    (row,) = rows_of(PAPERS, street_lighting())
    assert (row["recommendations"], row["actions"], row["findings"]) == ("3", "2", "2")
    assert (row["kind"], row["review_key"], row["outcome"]) == ("action_plan", "street-lighting", "extracted")
    assert row["page_count"] == row["committee"] == ""


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ({"kind": "unknown"}, "empty"),
        ({"kind": "committee_report"}, "extracted"),
        ({"accounting": {"words": 0, "placed": 0, "furniture": 0}}, "empty"),
    ],
)
def test_a_paper_without_a_record_is_empty(fields: dict[str, object], outcome: str) -> None:
    assert rows_of(PAPERS, paper(**fields))[0]["outcome"] == outcome


def test_an_action_row_sums_up_its_parts() -> None:
    row = rows_of(ACTIONS, street_lighting())[0]
    assert row["action"] == "'- Survey all columns\nand publish; the map"
    assert row["officers"] == "Ada Pike; "
    assert row["officer_roles"] == "Engineer, Highways; Head of Assets"
    assert row["portfolio_holders"] == "Cllr Moss"
    assert row["success_measures"] == "'=100% surveyed"
    assert row["due_raw"] == "2024-05; 2024-07; ongoing"
    assert row["due_edtf"] == "2024-05; 2024-07; "
    assert (row["due_earliest"], row["due_latest"]) == ("2024-07-01", "2024-07-31")
    assert (row["status"], row["rag"], row["pages"]) == ("on_track", "green", "3-5")
    assert (row["latest_period"], row["latest_grade"], row["latest_status"]) == ("2024-06", "2", "on_track")


def test_an_action_without_progress_of_its_own_takes_that_of_its_recommendation() -> None:
    row = rows_of(ACTIONS, street_lighting())[1]
    assert (row["latest_period"], row["latest_grade"], row["latest_status"]) == ("2024-06", "1", "completed")
    assert (row["status"], row["recommendation_ref"], row["pages"]) == ("", "", "")


def test_a_recommendation_without_actions_has_no_action_row() -> None:
    assert {row["recommendation_id"] for row in rows_of(ACTIONS, street_lighting())} == {
        "street-lighting/1",
        "street-lighting/2",
    }


def test_progress_of_a_recommendation_names_no_action() -> None:
    rows = rows_of(PROGRESS, street_lighting())
    assert [(row["action_id"], row["action_ref"], row["evidence"]) for row in rows] == [
        ("street-lighting/1/a1", "1.1", "Begun."),
        ("street-lighting/1/a1", "1.1", 'Half are "done".'),
        ("street-lighting/1/a1", "1.1", "No date."),
        ("", "", "Paid."),
    ]


def test_dates_and_officers_have_a_row_each() -> None:
    dates = rows_of(DATES, street_lighting())
    assert [row["edtf"] for row in dates] == ["2024-05", "2024-07", ""]
    assert (dates[0]["target"], dates[0]["target_quantity"], dates[0]["target_unit"]) == ("half", "50", "%")
    assert dates[0]["provenance"] == '[{"line": 4, "table": 1, "row": 2, "column": 5}]'
    assert dates[2]["provenance"] == dates[2]["earliest"] == ""
    officers = rows_of(ACTION_OFFICERS, street_lighting())
    assert [row["relation"] for row in officers] == ["responsible", "responsible", "portfolio_holder"]


def test_findings_keep_their_place() -> None:
    rows = rows_of(FINDINGS, street_lighting())
    assert [(row["code"], row["line"], row["recommendation_ref"]) for row in rows] == [
        ("unplaced-text", "9", ""),
        ("missing-due", "", "3"),
    ]


@pytest.mark.parametrize(
    ("due", "bounds"),
    [
        ([], (None, None)),
        ([words("TBC", "tbc")], (None, None)),
        ([month("2024-03", "milestone"), month("2024-01", "milestone")], ("2024-01-01", "2024-03-31")),
        ([month("2024-03", "milestone"), month("2024-01")], ("2024-01-01", "2024-01-31")),
        ([words("ongoing", "deadline"), month("2024-01", "review")], ("2024-01-01", "2024-01-31")),
        (
            [month("2024-01"), month("2025-03").model_copy(update={"edtf": "2025-03/..", "latest": None})],
            ("2024-01-01", None),
        ),
    ],
)
def test_due_bounds_are_those_of_the_deadlines_else_of_all(
    due: list[DateRef], bounds: tuple[str | None, str | None]
) -> None:
    earliest, latest = due_bounds(due)
    assert (earliest and earliest.isoformat(), latest and latest.isoformat()) == bounds


@pytest.mark.parametrize(
    ("rounds", "newest"),
    [
        ([], None),
        ([round_of("2023"), round_of("2024")], "2024"),
        ([round_of("2023"), round_of(None)], "2023"),
        ([round_of(None, "1"), round_of(None, "2")], None),
    ],
)
def test_the_newest_round_is_the_last_with_a_date(rounds: list[Progress], newest: str | None) -> None:
    latest = newest_round(rounds)
    assert (latest.period if latest else None) == newest


def test_records_end_with_crlf_and_lines_in_a_cell_with_lf() -> None:
    data = table_bytes(FINDINGS, [street_lighting()])
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    assert cell_text("a\r\nb\rc\nd") == "a\nb\nc\nd"
    action = Action(action_id="x/1/a1", text="one\r\ntwo\rthree")
    data = table_bytes(
        ACTIONS, [paper(Recommendation(recommendation_id="x/1", ref=None, text="", actions=[action]))]
    )
    assert b'"one\ntwo\nthree"' in data
    assert data.count(b"\r") == 2


def test_excel_gets_a_byte_order_mark_and_nobody_else() -> None:
    assert table_bytes(PAPERS, [], excel=True) == b"\xef\xbb\xbf" + table_bytes(PAPERS, [])


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-cmd", "@sum", "\ttab", "- item", "-", "--5", "+44 1642", "\r=1"]
)
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert cell_text(text) == "'" + text.replace("\r", "\n")


@pytest.mark.parametrize("text", ["-5", "+3.25", "12", "a=b", "'quoted", "", " =1", "–5"])
def test_plain_numbers_and_other_texts_are_not(text: str) -> None:
    assert guarded(text) == text


def test_a_list_keeps_its_length() -> None:
    assert list_cell([]) == ""
    assert list_cell([None, None]) == "; "
    assert list_cell(["a; b", None, "c"]) == "a, b; ; c"


@given(st.lists(st.none() | st.text(alphabet="a;, \n")).filter(lambda elements: elements not in ([], [None])))
def test_any_list_comes_back_element_by_element(elements: list[str | None]) -> None:
    expected = [(element or "").replace("; ", ", ") for element in elements]
    assert list_cell(elements).split("; ") == expected


def unguarded(cell: str) -> str:
    """Undo the guard as the data package says."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\n" else cell


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@\t\r\n\"',; " + string.digits)
)


@given(st.lists(TEXTS.filter(lambda text: not text.startswith("'")), min_size=1, max_size=4))
def test_any_text_comes_back_from_a_csv_with_its_line_ends_as_lf(texts: list[str]) -> None:
    actions = [Action(action_id=f"x/1/a{n}", text=text) for n, text in enumerate(texts, 1)]
    made = paper(Recommendation(recommendation_id="x/1", ref="1", text="R", actions=actions))
    read = [unguarded(row["action"]) for row in rows_of(ACTIONS, made)]
    assert read == [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_cell_starts_a_formula(texts: list[str]) -> None:
    actions = [Action(action_id=f"x/1/a{n}", text=text) for n, text in enumerate(texts, 1)]
    made = paper(Recommendation(recommendation_id="x/1", ref="1", text="R", actions=actions))
    for row in rows_of(ACTIONS, made):
        cell = row["action"]
        assert not cell.startswith(("=", "@", "\t", "\r")) or not cell
        assert not cell.startswith(("+", "-")) or float(cell) is not None
