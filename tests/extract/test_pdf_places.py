"""Where fields of a PDF stand: each place on a page that is there, its words under its box."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.support.comparing import locations_of, record_of
from tests.support.places import RENDERED
from tests.support.second_engine import PageWords, folded_chars, sizes

STEMS = ("000", "000m", "001", "003", "004")


@pytest.mark.parametrize("stem", STEMS)
def test_every_place_has_a_page_and_a_box_on_it(stem: str) -> None:
    path = RENDERED / f"{stem}.pdf"
    pages = sizes(path.read_bytes())
    places = list(locations_of(record_of(path)))
    assert len(places) > 20
    for field, _, place in places:
        assert place.page in pages, field
        assert place.bbox is not None, field
        x0, top, x1, bottom = place.bbox
        width, height = pages[place.page]
        assert 0 <= x0 < x1 <= width, field
        assert 0 <= top < bottom <= height, field


@pytest.mark.parametrize("stem", STEMS)
def test_the_words_of_a_field_stand_under_its_boxes(stem: str) -> None:
    path = RENDERED / f"{stem}.pdf"
    words = PageWords(path.read_bytes())
    under: dict[str, Counter[str]] = {}
    texts: dict[str, str] = {}
    for field, text, place in locations_of(record_of(path)):
        if text and place.page and place.bbox:
            under.setdefault(field, Counter()).update(words.under(place.page, place.bbox))
            texts[field] = text
    assert len(texts) > 10
    for field, text in texts.items():
        assert not Counter(folded_chars(text)) - under[field], field


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
