"""The ledger of words, page by page, against a second engine: none lost, none twice, none made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.pdf.reader import read_pdf
from tests.support.places import RENDERED
from tests.support.printed_plans import browser_names, browser_plans, office_plans
from tests.support.second_engine import chars_by_page, layout_chars_by_page, missing

MEDIA_TYPE = "application/pdf"
# Every seventh of the plans, ruled at all heights, shared cells, and each sort of lines left out.
PLANS = range(0, 132, 7)


def _unlike(data: bytes) -> dict[int, str]:
    known, found = chars_by_page(data), layout_chars_by_page(read_pdf(data, MEDIA_TYPE))
    assert set(found) <= set(known)
    return missing(known.items(), found)


@pytest.mark.parametrize("path", sorted(RENDERED.glob("*.pdf")), ids=lambda path: path.name)
def test_each_page_of_a_sample_has_its_characters_once(path: Path) -> None:
    assert _unlike(path.read_bytes()) == {}


@pytest.mark.parametrize("at", PLANS)
def test_each_page_of_a_plan_has_its_characters_once(at: int) -> None:
    name, plan = list(office_plans().items())[at]
    assert _unlike(plan.pdf) == {}, name


@pytest.mark.parametrize(("seed", "height"), browser_names())
def test_each_page_of_a_browser_has_its_characters_once(seed: int, height: float) -> None:
    assert _unlike(browser_plans()[seed, height].pdf) == {}


@pytest.mark.parametrize("path", sorted(RENDERED.glob("*.pdf")), ids=lambda path: path.name)
def test_words_are_numbered_once_each_from_the_first(path: Path) -> None:
    numbers = [word.number for word in read_pdf(path.read_bytes(), MEDIA_TYPE).words()]
    assert sorted(numbers) == list(range(len(numbers)))
