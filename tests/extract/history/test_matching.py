"""What a later paper prints is matched by its words, never by its label alone."""

from __future__ import annotations

import pytest

from extract.matching import Matching, Printed, match
from normalise.text import fold_label

BROKERAGE = (
    "That the Council makes a borough-wide commitment to a dedicated brokerage resource "
    "that finds and keeps work placements for young people."
)


def printed(*things: tuple[str | None, str]) -> list[Printed]:
    return [Printed(ref, fold_label(text)) for ref, text in things]


def matching(old: list[Printed], new: list[Printed]) -> Matching:
    return match([[one] for one in old], new)


def pairs(old: list[Printed], new: list[Printed]) -> list[tuple[int, int, str]]:
    return sorted((one.old, one.new, one.evidence) for one in matching(old, new).matches)


def test_equal_words_are_one_thing_whatever_their_order_and_labels() -> None:
    old = printed(("1", "Publish the map of gritting routes."), ("2", "Write to every parish council."))
    new = printed(("A", "Write to every Parish Council"), ("B", "Publish the map of gritting routes."))
    assert pairs(old, new) == [(0, 1, "same_text"), (1, 0, "same_text")]


def test_a_slip_of_the_pen_is_no_other_text() -> None:
    slip = BROKERAGE.replace("placements", "placments")
    assert pairs(printed(("7", BROKERAGE)), printed((None, slip))) == [(0, 0, "same_text")]


def test_labels_alone_link_nothing() -> None:
    old = printed(("A", "That a map of the routes is published."), ("B", "That all parishes are told."))
    new = printed(("A", "That rents are reviewed each spring."), ("B", "That the fund is opened to clubs."))
    assert matching(old, new) == Matching()


def test_reworded_under_the_same_label() -> None:
    old = "That the Cabinet Member brings a report on the rents of plots to the committee before the budget."
    new = (
        "That the Cabinet Member for Parks brings a paper on the rents of plots to Cabinet before the budget."
    )
    assert pairs(printed(("4", old)), printed(("4", new))) == [(0, 0, "reworded")]


def test_reworded_under_another_label_is_a_doubt_and_no_link() -> None:
    old = "That the Cabinet Member brings a report on the rents of plots to the committee before the budget."
    new = (
        "That the Cabinet Member for Parks brings a paper on the rents of plots to Cabinet before the budget."
    )
    found = matching(printed(("4", old)), printed(("9", new)))
    assert not found.matches
    assert [(one.old, one.new) for one in found.doubts] == [(0, 0)]


def test_of_two_that_are_alike_neither_is_taken() -> None:
    old = printed(
        ("1", "Install a standpipe at the Mill Lane allotment site by the summer."),
        ("2", "Install a standpipe at the Hill Lane allotment site by the summer."),
    )
    found = matching(
        old, printed((None, "Install a standpipe at the Bill Lane allotment site by the summer."))
    )
    assert not found.matches
    assert found.doubts


def test_of_two_that_are_alike_the_equal_one_is_taken() -> None:
    old = printed(
        ("1", "Install a standpipe at the Mill Lane allotment site by the summer."),
        ("2", "Install a standpipe at the Hill Lane allotment site by the summer."),
    )
    new = printed(
        ("1", "Install a standpipe at the Hill Lane allotment site by the summer."),
        ("2", "Install a standpipe at the Mill Lane allotment site by the summer."),
    )
    assert pairs(old, new) == [(0, 1, "same_text"), (1, 0, "same_text")]


@pytest.mark.parametrize("short", ["Training", "Staff training", "To be agreed"])
def test_short_words_need_their_label_too(short: str) -> None:
    assert pairs(printed(("2", short)), printed(("3", short))) == []
    assert pairs(printed(("2", short)), printed(("2", short))) == [(0, 0, "same_text")]


def test_a_text_that_is_cut_short_is_the_one_that_it_begins() -> None:
    cut = " ".join(BROKERAGE.split()[:10])
    old = printed(("7", BROKERAGE), ("8", "That rents are reviewed each spring by the Cabinet Member."))
    assert pairs(old, printed((None, cut + " …"))) == [(0, 0, "shortened")]


def test_two_texts_that_begin_alike_are_not_told_apart_by_their_beginning() -> None:
    head = " ".join(BROKERAGE.split()[:10])
    old = printed(
        ("1", f"{head} in the north of the borough."), ("2", f"{head} for every care leaver there is.")
    )
    assert pairs(old, printed((None, head))) == []


def test_equal_texts_that_stand_twice_are_paired_by_label() -> None:
    text = "Report to the committee every six months."
    old, new = printed(("1.2", text), ("2.2", text)), printed(("2.2", text), ("1.2", text))
    assert pairs(old, new) == [(0, 1, "same_text"), (1, 0, "same_text")]


def test_equal_texts_that_stand_twice_without_labels_are_left_apart() -> None:
    text = "Report to the committee every six months."
    assert pairs(printed((None, text), (None, text)), printed((None, text))) == []


def test_blank_texts_match_nothing() -> None:
    assert matching(printed(("1", "")), printed(("1", ""))) == Matching()
