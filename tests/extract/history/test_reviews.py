"""Which papers belong to one review, in which order, and which are there twice."""

from __future__ import annotations

from itertools import permutations

from extract.pipeline import extract_file
from extract.reviews import Group, card_of, group_cards
from extract.schema import Paper
from tests.support.places import RENDERED, SAMPLES
from tests.support.rounds import FIRST_UPDATE, OTHER_PLAN, PLAN, allotments, read_text


def groups(papers: list[Paper]) -> list[Group]:
    return group_cards(card_of(paper) for paper in papers)[0]


def names(papers: list[Paper]) -> list[list[str]]:
    return sorted([card.name for card in group.cards] for group in groups(papers))


def test_papers_of_one_key_are_one_review_oldest_first_whatever_their_order() -> None:
    papers = [*allotments(), read_text("litter.md", OTHER_PLAN)]
    for shuffled in permutations(papers):
        assert names(list(shuffled)) == [
            ["allotments-plan.md", "allotments-update-1.md", "allotments-update-2.md"],
            ["litter.md"],
        ]


def test_one_title_in_two_councils_is_two_reviews() -> None:
    other = PLAN.replace("Northmere", "Southmere")
    assert names([read_text("a.md", PLAN), read_text("b.md", other)]) == [["a.md"], ["b.md"]]


def test_a_paper_that_names_no_council_joins_the_one_council_that_has_the_review() -> None:
    silent = FIRST_UPDATE.split("\n", 2)[2]
    assert names([read_text("a.md", PLAN), read_text("b.md", silent)]) == [["a.md", "b.md"]]
    two = [read_text("a.md", PLAN), read_text("c.md", PLAN.replace("Northmere", "Southmere"))]
    assert ["b.md"] in names([*two, read_text("b.md", silent)])


def test_a_slip_in_the_title_is_the_same_review_and_another_number_is_not() -> None:
    plan = read_text("a.md", PLAN.replace("Review of Allotments", "Review of Allotments and Orchards"))
    slip = FIRST_UPDATE.replace("Review of Allotments", "Review of Allottments and Orchards")
    assert names([plan, read_text("b.md", slip)]) == [["a.md", "b.md"]]
    first = read_text("a.md", OTHER_PLAN.replace("Litter", "Litter and Dog Fouling Phase 1"))
    second = read_text(
        "b.md",
        OTHER_PLAN.replace("Litter", "Litter and Dog Fouling Phase 2")
        .replace("bins", "skips")
        .replace("talk", "day"),
    )
    assert names([first, second]) == [["a.md"], ["b.md"]]


def test_titles_that_are_only_alike_are_asked_about() -> None:
    home = read_text("a.md", OTHER_PLAN.replace("Litter", "Home Care Services"))
    day = read_text("b.md", PLAN.replace("Allotments", "Day Care Services"))
    found, alike = group_cards([card_of(home), card_of(day)])
    assert len(found) == 2
    assert [(one.earlier.name, one.later.name) for one in alike] == [("b.md", "a.md")]


def test_the_same_recommendations_under_another_title_are_one_review() -> None:
    same = PLAN.replace("Review of Allotments", "Growing Places").replace("14 March 2022", "4 April 2022")
    assert names([read_text("a.md", PLAN), read_text("b.md", same)]) == [["a.md", "b.md"]]


def test_a_cover_report_belongs_to_the_appendix_that_it_names() -> None:
    report = """\
# Northmere Borough Council

## Environment Scrutiny Committee

Date of meeting: 14 March 2022

# Report of the Head of Property: Green Spaces

1. Introduction

1.1 The committee asked for a plan.

Appendices

Appendix A: Action Plan: Review of Allotments
"""
    assert names([read_text("cover.md", report), read_text("plan.md", PLAN)]) == [["cover.md", "plan.md"]]


def test_versions_of_a_tracker_of_many_reviews_belong_together() -> None:
    tracker = """\
# Northmere Borough Council

## Overview and Scrutiny Committee

Date of meeting: {date}

# Recommendations Tracker – {month}

| Ref | Recommendation | Lead officer | Date | Status |
|---|---|---|---|---|
| 1 | That the waiting list for each site is published twice a year. | Ann Carr | May 2024 | {status} |
"""
    march = tracker.format(date="4 March 2024", month="March 2024", status="On track")
    june = tracker.format(date="3 June 2024", month="June 2024", status="Completed")
    assert names([read_text("march.md", march), read_text("june.md", june)]) == [["march.md", "june.md"]]


def test_one_paper_as_text_pdf_and_word_is_one_paper() -> None:
    stem = "000-st-helens-action-plan"
    files = [SAMPLES / f"{stem}.txt", RENDERED / "000.pdf", RENDERED / "000.docx"]
    papers = [extract_file(path.read_bytes(), path.name)[0] for path in files]
    (group,) = groups(papers)
    assert len(group.cards) == 3
    assert len(group.originals) == 1


def test_the_next_round_of_a_plan_is_no_copy() -> None:
    later = FIRST_UPDATE.replace("10 October 2022", "9 January 2023")
    (group,) = groups([read_text("a.md", FIRST_UPDATE), read_text("b.md", later)])
    assert group.copies == {}


def test_a_tracker_of_many_reviews_makes_them_no_one_review() -> None:
    rows = [
        line
        for text in (PLAN, OTHER_PLAN)
        for line in text.splitlines()
        if line.startswith(("| 1 |", "| 2 |"))
    ]
    tracker = PLAN.replace("14 March 2022", "5 June 2023").replace(
        "# Action Plan: Review of Allotments", "# Recommendations Tracker"
    )
    head = tracker[: tracker.index("| 1 |")]
    papers = [
        *allotments(),
        read_text("litter.md", OTHER_PLAN),
        read_text("tracker.md", head + "\n".join(rows) + "\n"),
    ]
    assert names(papers) == [
        ["allotments-plan.md", "allotments-update-1.md", "allotments-update-2.md"],
        ["litter.md"],
        ["tracker.md"],
    ]
