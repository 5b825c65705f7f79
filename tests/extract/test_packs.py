"""An agenda pack of 100 pages: its papers part, and the four with records are those of the single files."""

from __future__ import annotations

import pytest

from extract.pipeline import extract_file
from extract.schema import Paper
from tests.support.comparing import record_of, same_form_reading
from tests.support.places import RENDERED
from tests.support.scoring import differences

PAGES = 100
# Pages of the pack -> the single file of that paper.
PAPERS = {"18-20": "001", "38-40": "004", "59-61": "003", "79-82": "000"}
# Papers inside which another was bound: their pages have a gap.
AROUND = ["13-17, 21-22", "34-37, 41-42", "58, 62-73", "74-78, 83-84"]


@pytest.fixture(scope="module")
def pack() -> dict[str, Paper]:
    """Read the pack once: pages to record."""
    path = RENDERED / "pack100.pdf"
    return {str(one.source.pages): one for one in extract_file(path.read_bytes(), path.name)}


def _numbers(span: str) -> list[int]:
    """Count out the pages of "13-17, 21-22"."""
    runs = [[int(end) for end in part.split("-")] for part in span.split(", ")]
    return [page for run in runs for page in range(run[0], run[-1] + 1)]


def test_every_page_is_in_exactly_one_record(pack: dict[str, Paper]) -> None:
    assert sorted(page for span in pack for page in _numbers(span)) == list(range(1, PAGES + 1))


@pytest.mark.parametrize(("span", "stem"), PAPERS.items(), ids=PAPERS.values())
def test_a_paper_of_the_pack_is_that_of_the_single_file(pack: dict[str, Paper], span: str, stem: str) -> None:
    single = same_form_reading(record_of(RENDERED / f"{stem}.pdf"))
    bound = same_form_reading(pack[span])
    assert differences(single, bound) == []
    assert differences(bound, single) == []


@pytest.mark.parametrize(("span", "stem"), PAPERS.items(), ids=PAPERS.values())
def test_its_places_are_pages_of_the_pack(pack: dict[str, Paper], span: str, stem: str) -> None:
    first = _numbers(span)[0]
    single = record_of(RENDERED / f"{stem}.pdf").recommendations
    for bound, alone in zip(pack[span].recommendations, single, strict=True):
        assert {
            name: [(place.page, place.bbox) for place in places] for name, places in bound.provenance.items()
        } == {
            name: [((place.page or 0) + first - 1, place.bbox) for place in places]
            for name, places in alone.provenance.items()
        }


def test_no_other_paper_has_recommendations(pack: dict[str, Paper]) -> None:
    assert [span for span, paper in pack.items() if paper.recommendations] == list(PAPERS)


def test_a_paper_around_another_has_a_gap_in_its_pages(pack: dict[str, Paper]) -> None:
    assert [span for span in pack if "," in span] == AROUND


def test_papers_stand_in_the_order_of_their_first_pages(pack: dict[str, Paper]) -> None:
    firsts = [_numbers(span)[0] for span in pack]
    assert firsts == sorted(firsts)


def test_an_identity_ends_with_the_pages(pack: dict[str, Paper]) -> None:
    tails = {span: paper.paper_id.split("-", 2)[2] for span, paper in pack.items()}
    assert tails["18-20"] == "p18-20"
    assert tails["13-17, 21-22"] == "p13-17-21-22"
    assert len({paper.paper_id for paper in pack.values()}) == len(pack)


def test_the_source_is_the_whole_file(pack: dict[str, Paper]) -> None:
    assert {(paper.source.name, paper.source.page_count) for paper in pack.values()} == {
        ("pack100.pdf", PAGES)
    }
    assert len({paper.source.sha256 for paper in pack.values()}) == 1


def test_no_word_is_lost(pack: dict[str, Paper]) -> None:
    for paper in pack.values():
        accounting = paper.accounting
        unplaced = sum(len(one.text.split()) for one in accounting.unplaced)
        assert accounting.words == accounting.placed + accounting.furniture + unplaced
