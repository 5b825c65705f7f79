"""How parts of one text are joined, and what its ends tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.text import fold, fold_label, is_finished, join_parts, slug
from parsers.model import Place, Text
from parsers.text.builder import Builder


def two(above: str, below: str) -> tuple[Text, Text]:
    """Read two parts of one paper: their words are numbered on."""
    builder = Builder()
    return builder.text(above, Place(line=1)), builder.text(below, Place(line=2))


JOINS = {
    "mid-sentence": ("That bins are emptied", "weekly.", "That bins are emptied weekly."),
    "a new paragraph": ("Bins are emptied.", "Trees are planted.", "Bins are emptied.\nTrees are planted."),
    "a question": ("Are bins emptied?", "They are.", "Are bins emptied?\nThey are."),
    "a closing quote": ("They said “yes”", "Trees are planted.", "They said “yes”\nTrees are planted."),
    "a list behind a colon": ("The Council should:", "a) plant trees", "The Council should:\na) plant trees"),
    "a mark at the head": ("plant trees;", "b) water them", "plant trees;\nb) water them"),
    "a bullet at the head": ("plant trees", "• water them", "plant trees\n• water them"),
    "a hyphen inside a word": ("sheltered accom-", "modation is built", "sheltered accommodation is built"),
    "a hyphen of its own": ("a stand-", "alone plan", "a stand-alone plan"),
    "a hyphen behind co": ("they will co-", "operate with it", "they will co-operate with it"),
    "a hyphen between numbers": ("in 2020-", "21 it was", "in 2020-21 it was"),
    "a dash": ("the plan –", "which is new", "the plan – which is new"),
    "words printed twice": ("by the end", "by the end of May.", "by the end of May."),
    "all printed twice": ("That bins are emptied", "That bins are emptied", "That bins are emptied"),
    "one word printed twice is chance": ("they said that", "that was so.", "they said that that was so."),
    "nothing above": ("", "Trees.", "Trees."),
    "nothing below": ("Trees.", "", "Trees."),
}


@pytest.mark.parametrize(("above", "below", "whole"), JOINS.values(), ids=JOINS)
def test_parts_are_joined(above: str, below: str, whole: str) -> None:
    assert str(join_parts(*two(above, below)).text) == whole


def test_the_paper_s_own_words_decide_a_hyphen() -> None:
    parts = two("the over-", "view report")
    assert str(join_parts(*parts, frozenset({"over-view"})).text) == "the over-view report"
    assert str(join_parts(*parts, frozenset({"overview"})).text) == "the overview report"


def test_a_word_cut_without_a_hyphen_is_whole_where_the_paper_or_english_has_it() -> None:
    parts = two("the Wexmer", "sted scheme")
    joined = join_parts(*parts, frozenset({"wexmersted"}))
    assert (str(joined.text), joined.repaired) == ("the Wexmersted scheme", True)
    apart = join_parts(*parts, frozenset())
    assert (str(apart.text), apart.repaired) == ("the Wexmer sted scheme", False)
    english = join_parts(*two("the recommen", "dation of May"), frozenset())
    assert (str(english.text), english.repaired) == ("the recommendation of May", True)


def test_two_words_that_happen_to_make_a_third_stay_two() -> None:
    parts = two("it is on", "going work")
    assert str(join_parts(*parts, frozenset({"ongoing", "going"})).text) == "it is on going work"


def test_reprinted_words_are_given_back() -> None:
    joined = join_parts(*two("by the end", "by the end of May."))
    assert str(joined.reprinted) == "by the end"


_words = st.lists(
    st.sampled_from(["a", "the", "bins", "trees", "are,", "planted.", "well-", "known", "“yes”", "21", "b)"]),
    max_size=6,
)


@given(_words, _words)
def test_no_word_is_lost_or_doubled_by_a_join(above: list[str], below: list[str]) -> None:
    parts = two(" ".join(above), " ".join(below))
    joined = join_parts(*parts)
    numbers = [word.number for word in (*joined.text.words, *joined.reprinted.words)]
    assert sorted(numbers) == list(range(len(above) + len(below)))


@pytest.mark.parametrize(
    "text", ["Done.", "Done!", "Done?", "He said “done”", "(Done.)", 'He said "done."', "and so on…"]
)
def test_a_finished_text(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("text", ["Done", "Done,", "Done:", "Done;", "1.5", "e.g. bins", ""])
def test_an_unfinished_text(text: str) -> None:
    assert not is_finished(text)


def test_folding_takes_off_what_does_not_matter() -> None:
    assert fold("  The  “Plan”\n– 2021 ") == 'the "plan" - 2021'
    assert fold_label("Lead Officer(s):") == "lead officer s"
    assert fold_label("Action & Date") == "action and date"
    assert fold("ﬁle") == "file"


@pytest.mark.parametrize(
    ("text", "slugged"),
    [("Café & Bar (2021)", "cafe-bar-2021"), ("--A--", "a"), ("Ŵyn", "wyn"), ("計画", ""), ("", "")],
)
def test_a_slug(text: str, slugged: str) -> None:
    assert slug(text) == slugged


def test_a_slug_ends_with_no_dash_where_it_is_cut() -> None:
    assert slug("street lighting", 7) == "street"
