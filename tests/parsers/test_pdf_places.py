"""Where fields of a PDF stand: each place on a page that is there, its words under its box."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.pipeline import extract_file
from extract.schema import Paper
from tests.support.comparing import locations_of, record_of
from tests.support.places import RENDERED
from tests.support.printed_plans import office_plans
from tests.support.second_engine import PageWords, folded_chars, sizes

# Ruled plans on low pages, which cut most of their rows, and one without rules.
PLANS = ("ruled-0-150", "ruled-7-150", "ruled-14-150", "ruled-21-210", "none-101")
STEMS = ("000", "000m", "001", "003", "004")


def _check_boxes(data: bytes, record: Paper) -> None:
    """Check that every place of a record is a box on a page."""
    pages = sizes(data)
    places = list(locations_of(record))
    assert len(places) > 20
    for field, _, place in places:
        assert place.page in pages, field
        assert place.bbox is not None, field
        x0, top, x1, bottom = place.bbox
        width, height = pages[place.page]
        assert 0 <= x0 < x1 <= width, field
        assert 0 <= top < bottom <= height, field


def _check_words(data: bytes, record: Paper) -> None:
    """Check that the characters of every field stand under its boxes."""
    words = PageWords(data)
    under: dict[str, Counter[str]] = {}
    texts: dict[str, str] = {}
    for field, text, place in locations_of(record):
        if text and place.page and place.bbox:
            under.setdefault(field, Counter()).update(words.under(place.page, place.bbox))
            texts[field] = text
    assert len(texts) > 10
    for field, text in texts.items():
        assert not Counter(folded_chars(text)) - under[field], field


@pytest.mark.parametrize("stem", STEMS)
def test_the_places_of_a_sample(stem: str) -> None:
    path = RENDERED / f"{stem}.pdf"
    _check_boxes(path.read_bytes(), record_of(path))
    _check_words(path.read_bytes(), record_of(path))


@pytest.mark.parametrize("name", PLANS)
def test_the_places_of_a_plan(name: str) -> None:
    data = office_plans()[name].pdf
    (record,) = extract_file(data, "plan.pdf")
    _check_boxes(data, record)
    _check_words(data, record)


@pytest.mark.parametrize("stem", STEMS)
def test_a_row_that_a_page_end_cut_stands_on_both_pages(stem: str) -> None:
    record = record_of(RENDERED / f"{stem}.pdf")
    cut = {one.recommendation_ref for one in record.findings if one.code == "row-continued"}
    assert cut
    for recommendation in record.recommendations:
        pages = {
            place.page
            for field, _, place in locations_of(record)
            if field.startswith(f".recommendations[{record.recommendations.index(recommendation)}]")
        }
        if recommendation.ref in cut:
            assert len(pages) >= 2
