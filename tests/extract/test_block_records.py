"""Vertical blocks of labels and values to recommendations."""

from __future__ import annotations

import pytest

from extract.pipeline import extract_file
from extract.schema import Recommendation
from tests.support.docx_files import tbl, tc, tr, word
from tests.support.reading import found, paper, records

FIRST = [
    ("Recommendation 1", "That parks are kept."),
    ("Action", "Mow the grass."),
    ("Responsible officer", "Ann Osei"),
    ("Target date", "May 2023"),
]
SECOND = [
    ("Recommendation 2", "That pools are kept."),
    ("Action", "Clean the pools."),
    ("Responsible officer", "Tunde Okoro"),
    ("Target date", "June 2023"),
]


def block(*rows: tuple[str, str]) -> str:
    return "\n".join(["| | |", "|---|---|", *(f"| {label} | {value} |" for label, value in rows)]) + "\n"


def read(*rows: tuple[str, str], head: str = "Progress Update: Review of Parks") -> list[Recommendation]:
    return records(f"{head}\n\n{block(*rows)}")


def test_a_label_with_a_new_reference_opens_a_recommendation() -> None:
    found_ = read(*FIRST, *SECOND)
    assert [(one.ref, one.text) for one in found_] == [
        ("1", "That parks are kept."),
        ("2", "That pools are kept."),
    ]
    assert [one.actions[0].text for one in found_] == ["Mow the grass.", "Clean the pools."]
    assert [[officer.name for officer in one.actions[0].officers] for one in found_] == [
        ["Ann Osei"],
        ["Tunde Okoro"],
    ]
    assert [one.actions[0].due[0].edtf for one in found_] == ["2023-05", "2023-06"]


def test_blocks_on_pages_of_their_own_are_read_on() -> None:
    made = paper(f"Progress Update: Review of Parks\n\n{block(*FIRST)}\nPage 1 of 2\n\n{block(*SECOND)}")
    assert [one.ref for one in made.recommendations] == ["1", "2"]


def test_a_blank_label_continues_the_value_above() -> None:
    made = paper(
        "Progress Update: Review of Parks\n\n"
        f"{block(FIRST[0], ('Action', 'Mow the'), ('', 'grass.'), *FIRST[2:], *SECOND)}"
    )
    assert made.recommendations[0].actions[0].text == "Mow the grass."
    assert [one.recommendation_ref for one in found(made, "row-continued")] == ["1"]


ROUNDS = [
    ("Evidence of Progress (June 2022)", "Mowers were bought."),
    ("Assessment of Progress (June 2022)", "2. On Track"),
    ("Evidence of Impact (June 2022)", "Visits rose."),
    ("Evidence of Progress (March 2023)", "All the grass is mown."),
    ("Assessment of Progress (March 2023)", "1. Fully Achieved – in every park."),
]


def test_a_label_with_a_date_opens_a_round_or_joins_the_one_of_that_date() -> None:
    first = read(*FIRST, *ROUNDS, *SECOND)[0]
    assert [(one.period, one.evidence, one.impact) for one in first.progress] == [
        ("2022-06", "Mowers were bought.", "Visits rose."),
        ("2023-03", "All the grass is mown.", ""),
    ]
    assert [(one.grade, one.status) for one in first.progress] == [("2", "on_track"), ("1", "completed")]
    assert first.progress[1].explanation.rstrip(".") == "in every park"


def test_rounds_stand_oldest_first_whatever_their_order() -> None:
    first = read(*FIRST, *ROUNDS[3:], *ROUNDS[:3], *SECOND)[0]
    assert [one.period for one in first.progress] == ["2022-06", "2023-03"]


def test_the_paper_s_own_scale_grades_a_round() -> None:
    head = "Progress Update: Review of Parks\n\nKey: 1 = On Track; 2 = Fully Achieved; 3 = Slipped"
    first = read(
        *FIRST,
        ("Evidence of Progress (June 2022)", "All done."),
        ("Assessment of Progress (June 2022)", "2"),
        *SECOND,
        head=head,
    )[0]
    assert [(one.grade, one.status) for one in first.progress] == [("2", "completed")]


def test_lead_support_and_portfolio_holder() -> None:
    first = read(
        *FIRST[:2],
        ("Lead officer", "Ann Osei"),
        ("Supporting officer", "Mia Rees"),
        ("Portfolio holder", "Cllr Jo Bell"),
        FIRST[3],
        *SECOND,
    )[0]
    assert [(one.name, one.relation) for one in first.actions[0].officers] == [
        ("Ann Osei", "lead"),
        ("Mia Rees", "support"),
        ("Jo Bell", "portfolio_holder"),
    ]


def test_a_revised_date_supersedes_the_one_before() -> None:
    first = read(*FIRST, ("Revised date", "May 2024"), *SECOND)[0]
    assert [(one.edtf, one.role) for one in first.actions[0].due] == [
        ("2023-05", "superseded"),
        ("2024-05", "deadline"),
    ]


def test_a_decision_and_its_reason() -> None:
    first = read(*FIRST, ("Cabinet response", "Not agreed"), ("Reason", "There is no money."), *SECOND)[0]
    assert first.decision is not None
    assert (first.decision.status, first.decision.raw, first.decision.reason) == (
        "rejected",
        "Not agreed",
        "There is no money.",
    )


def test_the_other_fields_of_an_action() -> None:
    first = read(
        *FIRST,
        ("Success measure", "Short grass."),
        ("Resources", "£500"),
        ("Priority", "High"),
        ("Comments", "None yet."),
        ("Scrutiny comments", "Well done."),
        *SECOND,
    )[0]
    (action,) = first.actions
    assert (action.success_measures, action.resources, action.priority, action.comments) == (
        "Short grass.",
        "£500",
        "High",
        "None yet.",
    )
    assert first.comments == "Well done."


def test_a_second_action_is_an_action_of_the_same_recommendation() -> None:
    first = read(
        *FIRST,
        ("Action", "Plant trees."),
        ("Responsible officer", "Mia Rees"),
        ("Target date", "July 2023"),
        *SECOND,
    )[0]
    assert [(one.text, one.officers[0].name, one.due[0].edtf) for one in first.actions] == [
        ("Mow the grass.", "Ann Osei", "2023-05"),
        ("Plant trees.", "Mia Rees", "2023-07"),
    ]


def test_a_status_without_a_round_is_the_action_s() -> None:
    first = read(*FIRST, ("Status", "Completed"), *SECOND)[0]
    assert first.actions[0].status is not None
    assert (first.actions[0].status.status, first.actions[0].status.raw) == ("completed", "Completed")


def test_a_colour_is_kept_and_is_no_status_without_a_legend() -> None:
    first = read(*FIRST, ("RAG", "Green"), *SECOND)[0]
    assert (first.actions[0].rag, first.actions[0].status) == ("green", None)


def test_a_label_that_fits_nothing_is_kept_in_extra() -> None:
    made = paper(f"Progress Update: Review of Parks\n\n{block(*FIRST, ('Ward', 'Northgate'), *SECOND)}")
    assert [(one.label, one.value) for one in made.recommendations[0].actions[0].extra] == [
        ("Ward", "Northgate")
    ]
    assert [one.recommendation_ref for one in found(made, "unmapped-column")] == ["1"]


@pytest.mark.parametrize(("left_out", "code"), [(2, "missing-officer"), (3, "missing-due")])
def test_what_is_missing_is_told(left_out: int, code: str) -> None:
    rows = [row for at, row in enumerate(FIRST) if at != left_out]
    made = paper(f"Progress Update: Review of Parks\n\n{block(*rows, *SECOND)}")
    assert [one.recommendation_ref for one in found(made, code)] == ["1"]


def test_what_stands_before_the_first_recommendation_is_head_matter() -> None:
    made = paper(
        "Progress Update\n\n"
        f"{block(('Review', 'Review of Parks'), ('Link officer', 'Jo Bell'), *FIRST, *SECOND)}"
    )
    assert made.review is not None
    assert made.review.key == "parks"
    assert [one.name for one in made.link_officers] == ["Jo Bell"]
    assert [one.ref for one in made.recommendations] == ["1", "2"]


def test_a_label_beside_a_table_of_actions_is_no_column_of_it() -> None:
    made = read_docx_records()
    assert [(one.ref, one.text) for one in made] == [("1", "Keep the ponds."), ("2", "Keep the hedges.")]
    assert [[action.text for action in one.actions] for one in made] == [["Mow.", "Weed."], ["Cut."]]
    assert [[entry.evidence for entry in one.progress] for one in made] == [["Dry so far."], ["Green."]]


def read_docx_records() -> list[Recommendation]:
    """Read blocks of labels and values in Word, the actions in a table in its own cell."""
    blocks = [
        tbl(
            tr(f"Recommendation {at}", text),
            tr("Actions", tc(tbl(tr("Action", "Lead", "Due"), *actions), "")),
            tr("Progress to May 2023", told),
        )
        for at, text, actions, told in (
            (
                1,
                "Keep the ponds.",
                (tr("Mow.", "Ann Osei", "May 2023"), tr("Weed.", "Bo Li", "June 2023")),
                "Dry so far.",
            ),
            (2, "Keep the hedges.", (tr("Cut.", "Ann Osei", "June 2023"),), "Green."),
        )
    ]
    return extract_file(word(*blocks), "paper.docx")[0].recommendations
