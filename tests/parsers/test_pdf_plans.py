"""Action plans drawn by lot, printed by LibreOffice and Chromium: they come back as they were made."""

from __future__ import annotations

import pytest

from extract.pipeline import extract_file, read
from tests.support.paper_builder import Rules
from tests.support.printed_plans import (
    Plan,
    browser_names,
    browser_plans,
    merged_seeds,
    office_plans,
    rows_read,
    ruled_names,
    true_heads,
    true_rows,
    unruled_names,
)


def _assert_same(plan: Plan) -> None:
    rows, headed = rows_read(read(plan.pdf), true_heads(plan.paper))
    assert rows == true_rows(plan.paper)
    assert headed


@pytest.mark.parametrize(("seed", "height"), ruled_names())
def test_a_ruled_plan_comes_back_wherever_pages_end(seed: int, height: float) -> None:
    _assert_same(office_plans()[f"ruled-{seed}-{height:g}"])


@pytest.mark.parametrize("seed", merged_seeds())
def test_cells_that_rows_share_come_back(seed: int) -> None:
    plan = office_plans()[f"merged-{seed}"]
    assert read(plan.pdf).page_count == 1
    _assert_same(plan)


@pytest.mark.parametrize(("seed", "height"), browser_names())
def test_a_plan_that_a_browser_printed_comes_back(seed: int, height: float) -> None:
    _assert_same(browser_plans()[seed, height])


@pytest.mark.parametrize(("seed", "rules"), unruled_names())
def test_a_plan_without_all_of_its_lines_comes_back_or_is_doubted(seed: int, rules: Rules) -> None:
    plan = office_plans()[f"{rules}-{seed}"]
    layout = read(plan.pdf)
    rows, headed = rows_read(layout, true_heads(plan.paper))
    same = headed and rows == true_rows(plan.paper)
    assert same or "inferred-table" in {remark.code for remark in layout.remarks}


def test_the_plans_put_the_reader_to_the_test() -> None:
    plans = office_plans()
    pages = {name: read(plan.pdf).page_count or 0 for name, plan in plans.items() if "-150" in name}
    assert sum(count >= 3 for count in pages.values()) >= len(pages) / 2


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    (record,) = extract_file(office_plans()["ruled-0-297"].pdf, "plan.pdf")
    assert not [sign for sign in record.model_dump_json() if "\ue000" <= sign <= "\uf8ff"]
