"""What holds of every scale and of every text: the legend wins, and nothing is read where nothing is told."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.values.scales import Scale, ScaleStep, read_status
from normalise.values.status_sentences import sentence_status
from normalise.values.statuses import heading_status, narrative_status
from tests.support.random_words import sentence
from tests.support.reading import paper

LABELS = {
    "Fully achieved": "completed",
    "On track": "on_track",
    "Slipped": "delayed",
    "Not achieved": "not_achieved",
    "On hold": "on_hold",
    "Not started": "not_started",
}
GRADES = [
    ["1", "2", "3", "4"],
    ["A", "B", "C", "D"],
    ["Red", "Amber", "Green", "Blue"],
    ["Closed", "Open", "Pending", "Done"],
    ["✓", "►", "✗", "●"],
]
# Words of the papers of councils, none of which says how far an action is.
WORDS = """
the hall roof council officers residents parish bus library report members were asked wrote to about
their town market survey budget in of and a new for with park school was found that it had been
"""


@st.composite
def scales(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Draw the steps of a scale: grades of one kind, in any order, with the words of any statuses."""
    grades = draw(st.permutations(draw(st.sampled_from(GRADES))))
    labels = draw(st.permutations(sorted(LABELS)))
    size = draw(st.integers(min_value=2, max_value=4))
    return list(zip(grades[:size], labels[:size], strict=True))


@given(steps=scales(), form=st.sampled_from(["line", "table", "lines"]), below=st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_paper_s_own_legend_always_wins(steps: list[tuple[str, str]], form: str, below: bool) -> None:
    legend = {
        "line": "Key: " + "; ".join(f"{grade} = {label}" for grade, label in steps),
        "lines": "Key to grades\n\n" + "\n".join(f"{grade} – {label}" for grade, label in steps),
        "table": "| Grade | Meaning |\n|---|---|\n"
        + "\n".join(f"| {grade} | {label} |" for grade, label in steps),
    }[form]
    rows = "\n".join(
        f"| {at} | Repair hall {at}. | Ann Osei | {grade} |" for at, (grade, _) in enumerate(steps, 1)
    )
    table = f"| Ref | Action | Lead | Status |\n|---|---|---|---|\n{rows}"
    parts = [table, legend] if below else [legend, table]
    made = paper("\n\n".join(["Anytown Council", "Monitoring Report", *parts]) + "\n")
    found = [action.status for one in made.recommendations for action in one.actions]
    assert [status and status.status for status in found] == [LABELS[label] for _, label in steps]


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=20))
def test_a_text_without_a_status_word_has_none(words: list[str]) -> None:
    text = " ".join(words)
    assert narrative_status(text) is None
    assert sentence_status(f"This action {text}.") is None
    assert heading_status(text) is None
    assert read_status(text).status is None


@given(st.randoms(use_true_random=False))
def test_a_sentence_about_something_else_has_none(lot: Random) -> None:
    text = sentence(lot, 12)
    assert narrative_status(text) is None
    assert sentence_status(text) is None


@given(steps=scales())
def test_words_beside_a_grade_that_say_another_are_told(steps: list[tuple[str, str]]) -> None:
    scale = Scale(tuple(ScaleStep(grade, label, LABELS[label]) for grade, label in steps))
    (grade, label), (_, other) = steps[:2]
    if grade.isdecimal() or (len(grade) == 1 and grade.isalpha()):
        assert not read_status(f"{grade}. {label}", scale).mismatch
        assert read_status(f"{grade}. {other}", scale).mismatch
