"""Status words, sentences, grades and colours: the cases of `cases/statuses.toml`."""

from __future__ import annotations

from typing import Any

import pytest

from normalise.values.colours import colour_of, read_rag
from normalise.values.scales import Scale, ScaleStep, read_grade, read_status
from normalise.values.status_sentences import sentence_status
from normalise.values.statuses import is_only_status, is_status_cell, lead_status
from tests.support.reading import toml_cases

CASES: dict[str, Any] = toml_cases("statuses.toml")
SCALES = {name: Scale(tuple(ScaleStep(*step) for step in steps)) for name, steps in CASES["scale"].items()}


def of(kind: str) -> list[Any]:
    return [pytest.param(case, id=case.get("name") or repr(case["input"])) for case in CASES[kind]]


@pytest.mark.parametrize("case", of("lead"))
def test_a_status_word_leads(case: dict[str, Any]) -> None:
    assert read_status(case["input"]).status == case["status"]
    assert is_status_cell(case["input"])


@pytest.mark.parametrize("case", of("lead_reject"))
def test_no_status_word_leads(case: dict[str, Any]) -> None:
    assert lead_status(case["input"]) is None
    assert not is_status_cell(case["input"])
    assert not is_only_status(case["input"])


def test_only_a_status_is_a_status_and_nothing_else() -> None:
    assert is_only_status("Completed.")
    assert is_only_status("On Track")
    assert not is_only_status("Completed in May")


def test_a_narrative_that_opens_with_a_status_word_is_no_status_cell() -> None:
    assert not is_status_cell(
        "Completed surveys were sent to all of the schools in the borough and their governors in May."
    )


@pytest.mark.parametrize("case", of("sentence"))
def test_a_sentence_about_the_action_tells_its_status(case: dict[str, Any]) -> None:
    assert sentence_status(case["input"]) == (case["status"], case["raw"])


@pytest.mark.parametrize("case", of("sentence_reject"))
def test_a_sentence_about_something_else_tells_none(case: dict[str, Any]) -> None:
    assert sentence_status(case["input"]) is None


@pytest.mark.parametrize("case", of("grade"))
def test_a_grade_is_read_by_the_scale(case: dict[str, Any]) -> None:
    reading = read_grade(case["input"], SCALES[case["scale"]])
    assert reading is not None
    assert (reading.grade, reading.status, reading.mismatch) == (case["grade"], case["status"], False)
    assert case["input"][reading.end :].strip(" \n.:;–-") == case["rest"].strip(".")


@pytest.mark.parametrize("case", of("mismatch"))
def test_number_and_words_that_disagree_are_told(case: dict[str, Any]) -> None:
    reading = read_grade(case["input"], SCALES[case["scale"]])
    assert reading is not None
    assert reading.mismatch is case["mismatch"]


@pytest.mark.parametrize("case", of("grade_reject"))
def test_no_grade_is_read_where_none_is(case: dict[str, Any]) -> None:
    assert read_grade(case["input"], SCALES[case["scale"]]) is None


def test_without_a_scale_a_number_alone_is_a_grade_of_no_known_status() -> None:
    for text, grade, status in (("2", "2", None), ("2. On track", "2", "on_track")):
        reading = read_grade(text, Scale())
        assert reading is not None
        assert (reading.grade, reading.status, text[reading.end :]) == (grade, status, "")


def test_without_a_scale_a_number_of_something_is_no_grade() -> None:
    assert read_grade("2 schools took part", Scale()) is None


def test_the_paper_s_own_words_win_over_the_lexicon() -> None:
    own = Scale((ScaleStep("G", "Delayed but in hand", "on_track"), ScaleStep("R", "Lost", "dropped")))
    assert read_status("Delayed but in hand", own).status == "on_track"
    assert read_status("Delayed", own).status == "delayed"


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Achieved (Late)", "completed"),
        ("Completed – late", "completed"),
        ("Completed / delayed", "delayed"),
        ("Delayed – completed in part", "delayed"),
    ],
)
def test_what_is_done_late_is_done(cell: str, status: str) -> None:
    assert read_status(cell).status == status


@pytest.mark.parametrize("case", of("rag"))
def test_a_colour_is_read_as_printed(case: dict[str, Any]) -> None:
    assert read_rag(case["input"]) == case["rag"]


@pytest.mark.parametrize("case", of("rag_letter"))
def test_a_letter_is_a_colour_in_a_column_of_colours_only(case: dict[str, Any]) -> None:
    assert read_rag(case["input"], column=True) == case["rag"]
    assert read_rag(case["input"]) is None


@pytest.mark.parametrize("case", [*of("rag_reject"), *of("rag_letter_reject")])
def test_what_is_no_colour_is_none(case: dict[str, Any]) -> None:
    assert read_rag(case["input"], column=True) is None


@pytest.mark.parametrize(
    ("colour", "fills"),
    [
        ("red", "FF0000 C00000 C0504D FF3300 FF5050 E60000 FF0033"),
        ("amber", "FFC000 FFBF00 FF9900 FFA500 F79646 ED7D31 FF6600 FFD966"),
        ("yellow", "FFFF00 FFF200 FFFF33"),
        ("green", "00B050 92D050 00FF00 008000 70AD47 9BBB59"),
        ("blue", "0070C0 00B0F0 4472C4 5B9BD5 4F81BD 0000FF"),
        (None, "FFFFFF BFBFBF 000000 7030A0 8064A2 00B0A0 FF4500 CCFF00 002060 385723"),
        (None, "F8CBAD C6E0B4 FFE699 BDD7EE DEEAF6 FFC7CE C6EFCE FFEB9C F4B084 A9D08E"),
    ],
)
def test_a_shade_is_a_colour_where_its_hue_clearly_is(colour: str | None, fills: str) -> None:
    assert {fill: colour_of(fill) for fill in fills.split()} == dict.fromkeys(fills.split(), colour)


def test_a_status_word_and_eleven_others_are_a_status_and_one_more_is_a_sentence() -> None:
    words = "Completed with the help of the four parish councils and their clerks"
    assert len(words.split()) == 12
    assert is_status_cell(words)
    assert not is_status_cell(f"{words} too")


def test_a_grade_behind_its_words_may_be_another() -> None:
    own = Scale((ScaleStep("2", "On track", "on_track"), ScaleStep("3", "Slipped", "delayed")))
    right, wrong = (read_grade(f"On track ({grade})", own) for grade in (2, 3))
    assert right and wrong and (right.mismatch, wrong.mismatch) == (False, True)
    assert not read_status("2 – On track", own).several
