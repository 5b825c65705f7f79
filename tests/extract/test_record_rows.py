"""Rows of a table to the fields of the record."""

from __future__ import annotations

import pytest

from extract.schema import Recommendation
from tests.support.reading import found, paper, records

LONG = "Two hundred trees were ordered from the nursery and half of them have been planted near schools."


def table(header: str, *rows: str, title: str = "Action Plan: Review of Parks") -> str:
    width = header.count("|") + 1
    lines = [f"| {header} |", "|" + "---|" * width, *(f"| {row} |" for row in rows)]
    return f"{title}\n\n" + "\n".join(lines) + "\n"


def one(header: str, row: str, *others: str) -> Recommendation:
    """Read the first recommendation of a table."""
    return records(table(header, row, *others))[0]


PLAN = "Ref | Recommendation | Action | Lead | Due"
SECOND = "2 | That pools are kept. | Clean the pools. | Tunde Okoro | June 2023"


def test_each_cell_goes_to_its_field() -> None:
    made = one(
        "Ref | Recommendation | Action | Lead | Due | Success measure | Resources | Priority | Comments",
        (
            "1 | That parks are kept. | Mow the grass. | Ann Osei | May "
            "2023 | Short grass. | £500 | High | None yet."
        ),
    )
    (action,) = made.actions
    assert (made.ref, made.text, made.recommendation_id) == ("1", "That parks are kept.", "parks/1")
    assert (action.action_id, action.text, action.success_measures) == (
        "parks/1/a1",
        "Mow the grass.",
        "Short grass.",
    )
    assert (action.resources, action.priority, action.comments) == ("£500", "High", "None yet.")
    assert [officer.name for officer in action.officers] == ["Ann Osei"]
    assert [(date.edtf, date.role, date.basis) for date in action.due] == [
        ("2023-05", "deadline", "due_column")
    ]


@pytest.mark.parametrize(
    "order", ["Due | Lead | Action | Recommendation | Ref", "Lead | Ref | Due | Recommendation | Action"]
)
def test_columns_may_stand_in_any_order(order: str) -> None:
    cells = {
        "Ref": "1",
        "Recommendation": "That parks are kept.",
        "Action": "Mow the grass.",
        "Lead": "Ann Osei",
        "Due": "May 2023",
    }
    made = one(
        order,
        " | ".join(cells[label] for label in order.split(" | ")),
        " | ".join(
            {
                "Ref": "2",
                "Recommendation": "That pools are kept.",
                "Action": "Clean the pools.",
                "Lead": "Tunde Okoro",
                "Due": "June 2023",
            }[label]
            for label in order.split(" | ")
        ),
    )
    assert (made.ref, made.text, made.actions[0].text) == ("1", "That parks are kept.", "Mow the grass.")


def test_an_action_column_alone_leaves_the_recommendation_blank() -> None:
    made = one(
        "Ref | Action | Lead | Due",
        "4 | Mow the grass. | Ann Osei | May 2023",
        "5 | Plant trees. | Ann Osei | May 2023",
    )
    assert (made.ref, made.text, made.actions[0].text) == ("4", "", "Mow the grass.")


def test_a_recommendation_column_alone_leaves_the_action_blank() -> None:
    made = one(
        "Ref | Recommendation | Lead | Due",
        "4 | That parks are kept. | Ann Osei | May 2023",
        "5 | That pools are kept. | Ann Osei | May 2023",
    )
    assert (made.text, made.actions[0].text) == ("That parks are kept.", "")
    assert made.actions[0].officers[0].name == "Ann Osei"


def test_a_leading_reference_is_cut_and_a_buried_one_stays() -> None:
    first, second = records(
        table(
            "Recommendation | Lead | Due",
            "1. That parks are kept. | Ann Osei | May 2023",
            "2. That pools are kept (R15). | Ann Osei | May 2023",
        )
    )
    assert (first.ref, first.text) == ("1", "That parks are kept.")
    assert (second.ref, second.text) == ("2", "That pools are kept (R15).")


def test_without_a_reference_the_place_names_the_row() -> None:
    first, second = records(
        table(
            "Recommendation | Lead | Due",
            "That parks are kept. | Ann Osei | May 2023",
            "That pools are kept. | Ann Osei | May 2023",
        )
    )
    assert (first.ref, first.recommendation_id, second.recommendation_id) == (None, "parks/n1", "parks/n2")


def test_marked_parts_are_sub_items_and_stay_in_the_text() -> None:
    made = one(
        PLAN,
        "1 | That the Council should: a) mow the grass; b) plant trees. | Mow. | Ann Osei | May 2023",
        SECOND,
    )
    assert [(item.ref, item.text) for item in made.sub_items] == [
        ("a", "mow the grass;"),
        ("b", "plant trees."),
    ]
    assert made.text == "That the Council should: a) mow the grass; b) plant trees."


def test_a_decision_its_reason_and_no_action() -> None:
    first, second = records(
        table(
            "Ref | Recommendation | Cabinet Response",
            "A | That parks are kept. | Accepted - it is our policy.",
            "B | That pools are kept. | Not agreed: there is no money.",
            title="Cabinet Response to the Parks Task Group",
        )
    )
    assert first.decision is not None and second.decision is not None
    assert (first.decision.status, first.decision.raw, first.decision.reason) == (
        "accepted",
        "Accepted - it is our policy.",
        "it is our policy.",
    )
    assert (second.decision.status, second.decision.reason) == ("rejected", "there is no money.")
    assert (first.actions, second.actions) == ([], [])


def test_a_reason_column_gives_the_reason() -> None:
    made = one(
        "Ref | Recommendation | Decision | Reason",
        "A | That parks are kept. | Rejected | There is no money.",
        "B | That pools are kept. | Accepted | It is our policy.",
    )
    assert made.decision is not None
    assert (made.decision.status, made.decision.reason) == ("rejected", "There is no money.")


def test_scrutiny_s_comments_are_the_recommendation_s() -> None:
    made = one(
        "Ref | Recommendation | Lead | Due | Scrutiny comments",
        f"1 | That parks are kept. | Ann Osei | May 2023 | {LONG}",
        f"2 | That pools are kept. | Ann Osei | May 2023 | {LONG}",
    )
    assert made.comments == LONG
    assert made.actions[0].comments is None


def test_revised_dates_supersede_the_original() -> None:
    made = one(
        "Ref | Recommendation | Lead | Original date | Revised date",
        "1 | That parks are kept. | Ann Osei | May 2023 | May 2024",
        "2 | That pools are kept. | Ann Osei | June 2023 |",
    )
    assert [(date.edtf, date.role) for date in made.actions[0].due] == [
        ("2023-05", "superseded"),
        ("2024-05", "deadline"),
    ]


def test_an_original_date_that_nothing_revises_is_the_deadline() -> None:
    _, second = records(
        table(
            "Ref | Recommendation | Lead | Original date | Revised date",
            "1 | That parks are kept. | Ann Osei | May 2023 | May 2024",
            "2 | That pools are kept. | Ann Osei | June 2023 |",
        )
    )
    assert [(date.edtf, date.role) for date in second.actions[0].due] == [("2023-06", "deadline")]


def test_start_finish_review_and_completion_have_roles_of_their_own() -> None:
    made = one(
        "Ref | Recommendation | Lead | Start date | Due date | Review date | Date completed",
        "1 | That parks are kept. | Ann Osei | May 2021 | May 2023 | June 2023 | 1 July 2023",
        "2 | That pools are kept. | Ann Osei | May 2021 | May 2023 | June 2023 | 1 July 2023",
    )
    assert sorted((date.role, date.edtf) for date in made.actions[0].due) == [
        ("completed", "2023-07-01"),
        ("deadline", "2023-05"),
        ("review", "2023-06"),
        ("start", "2021-05"),
    ]


def test_a_meeting_date_is_no_due_date() -> None:
    made = one(
        "Meeting Date | Recommendation | Lead | Due Date",
        "3 March 2023 | That parks are kept. | Ann Osei | May 2023",
        "3 March 2023 | That pools are kept. | Ann Osei | June 2023",
    )
    (action,) = made.actions
    assert [date.edtf for date in action.due] == ["2023-05"]
    assert [(pair.label, pair.value) for pair in action.extra] == [("Meeting Date", "3 March 2023")]


def test_a_status_column_wins_over_a_sentence() -> None:
    made = one(
        f"{PLAN} | Status",
        (
            "1 | That parks are kept. | Mow the grass. This action is now "
            "complete. | Ann Osei | May 2023 | Delayed"
        ),
        f"{SECOND} | On track",
    )
    assert made.actions[0].status is not None
    assert (made.actions[0].status.status, made.actions[0].status.raw) == ("delayed", "Delayed")


def test_a_sentence_about_the_action_tells_its_status() -> None:
    made = one(
        PLAN,
        (
            "1 | That parks are kept. | Mow the grass of every park. This "
            "action is now complete. | Ann Osei | May 2023"
        ),
        SECOND,
    )
    assert made.actions[0].status is not None
    assert (made.actions[0].status.status, made.actions[0].status.raw) == (
        "completed",
        "This action is now complete.",
    )


def test_a_status_in_the_date_cell_is_read_and_the_date_too() -> None:
    made = one(
        PLAN,
        "1 | That parks are kept. | Mow the grass. | Ann Osei | Completed",
        "2 | That pools are kept. | Clean the pools. | Ann Osei | Nov 2022 DONE",
    )
    assert made.actions[0].status is not None
    assert made.actions[0].status.status == "completed"


def test_a_colour_is_a_status_only_by_the_paper_s_legend() -> None:
    printed = table(
        f"{PLAN} | RAG", "1 | That parks are kept. | Mow. | Ann Osei | May 2023 | Green", f"{SECOND} | Red"
    )
    bare = records(printed)[0].actions[0]
    assert (bare.rag, bare.status) == ("green", None)
    keyed = records(f"{printed}\nKey: Green = Complete; Red = Overdue\n")
    assert [action.status.status for one_ in keyed for action in one_.actions if action.status] == [
        "completed",
        "overdue",
    ]


def test_a_band_is_the_theme_of_its_rows_and_no_recommendation() -> None:
    printed = table(
        PLAN,
        "Green spaces | | | | ",
        "1 | That parks are kept. | Mow. | Ann Osei | May 2023",
        "Leisure | | | | ",
        SECOND,
    )
    assert [(one_.ref, one_.theme) for one_ in records(printed)] == [("1", "Green spaces"), ("2", "Leisure")]


def test_a_band_that_names_a_status_gives_it_to_its_rows() -> None:
    printed = table(
        PLAN,
        "(A) Completed | | | | ",
        "1 | That parks are kept. | Mow. | Ann Osei | May 2023",
        "(B) Not started | | | | ",
        SECOND,
    )
    assert [
        (one_.theme, action.status.status)
        for one_ in records(printed)
        for action in one_.actions
        if action.status
    ] == [
        ("(A) Completed", "completed"),
        ("(B) Not started", "not_started"),
    ]


def test_headings_over_several_tables_are_their_themes() -> None:
    rows = ("1 | That parks are kept. | Mow. | Ann Osei | May 2023",)
    printed = table(PLAN, *rows, title="# Parks") + "\n" + table(PLAN, SECOND, title="# Pools")
    assert [one_.theme for one_ in records(f"Action Plan\n\n{printed}")] == ["Parks", "Pools"]


def test_numbered_headings_over_several_tables_are_their_themes() -> None:
    first = table(PLAN, "1 | That parks are kept. | Mow. | Ann Osei | May 2023", title="**1. Parks**")
    second = table(PLAN, SECOND, title="**2. Pools**")
    assert [one_.theme for one_ in records(f"Action Plan\n\n{first}\n\n{second}")] == ["1. Parks", "2. Pools"]


def test_the_last_item_of_a_list_over_a_table_is_no_theme() -> None:
    first = table(PLAN, "1 | That parks are kept. | Mow. | Ann Osei | May 2023", title="Parks")
    second = table(PLAN, SECOND, title="1. Note the report\n2. Agree the plan")
    assert [one_.theme for one_ in records(f"Action Plan\n\n{first}\n\n{second}")] == [None, None]


def test_a_heading_over_the_only_table_is_no_theme() -> None:
    assert one(PLAN, "1 | That parks are kept. | Mow. | Ann Osei | May 2023", SECOND).theme is None


def test_dated_heads_make_rounds_oldest_first_and_undated_ones_last() -> None:
    made = one(
        "Ref | Recommendation | Lead | Progress",
        (
            "1 | That parks are kept. | Ann Osei | March 2023: Half of the "
            "grass is mown.<br>Jan 2022: Mowers were bought."
        ),
        f"2 | That pools are kept. | Ann Osei | {LONG}",
    )
    assert [(entry.period, entry.evidence) for entry in made.progress] == [
        ("2022-01", "Mowers were bought."),
        ("2023-03", "Half of the grass is mown."),
    ]


def test_columns_of_a_date_are_rounds_with_grade_and_evidence() -> None:
    made = one(
        (
            "Ref | Recommendation | Evidence of Progress (June 2022) | "
            "Assessment of Progress (June 2022) | Evidence of Progress "
            "(Dec 2022)"
        ),
        f"1 | That parks are kept. | {LONG} | 2. On Track | Half is mown.",
        f"2 | That pools are kept. | {LONG} | 1. Fully Achieved | None yet.",
    )
    assert [(entry.period, entry.evidence, entry.status) for entry in made.progress] == [
        ("2022-06", LONG, "on_track"),
        ("2022-12", "Half is mown.", None),
    ]


def test_several_action_rows_with_updates_keep_their_own() -> None:
    made = one(
        f"{PLAN} | Progress",
        f"1 | That parks are kept. | Mow the grass. | Ann Osei | May 2023 | {LONG}",
        (
            " | | Plant the trees. | Mia Rees | June 2023 | Half of them "
            "are planted and the rest will be in the spring."
        ),
        f"{SECOND} | {LONG}",
    )
    assert made.progress == []
    assert [len(action.progress) for action in made.actions] == [1, 1]
    assert [action.action_id for action in made.actions] == ["parks/1/a1", "parks/1/a2"]


def test_lead_and_support_columns_tell_relations() -> None:
    made = one(
        "Ref | Recommendation | Lead officer | Supporting officer | Portfolio holder",
        "1 | That parks are kept. | Ann Osei | Tunde Okoro | Cllr Mia Rees",
        "2 | That pools are kept. | Ann Osei | Tunde Okoro | Cllr Mia Rees",
    )
    assert [(officer.name, officer.relation) for officer in made.actions[0].officers] == [
        ("Ann Osei", "lead"),
        ("Tunde Okoro", "support"),
        ("Mia Rees", "portfolio_holder"),
    ]


def test_a_combined_column_of_action_and_date() -> None:
    made = one(
        "Ref | Recommendation | Agreed Action and Date of Implementation | Lead",
        (
            "1 | That parks are kept. | Mow the grass in all of the parks "
            "of the borough and report to the Board. May 2023 | Ann Osei"
        ),
        (
            "2 | That pools are kept. | Clean all of the pools and tell "
            "those who swim in them. June 2023 | Ann Osei"
        ),
    )
    (action,) = made.actions
    assert action.text.endswith("May 2023")
    assert [(date.edtf, date.basis) for date in action.due] == [("2023-05", "action_text")]


def test_numbered_actions_keep_their_numbers() -> None:
    made = one(
        "Ref | Recommendation | Action No | Action | Lead",
        "1 | That parks are kept. | 1.1 | Mow the grass. | Ann Osei",
        " | | 1.2 | Plant the trees. | Mia Rees",
        "2 | That pools are kept. | 2.1 | Clean the pools. | Ann Osei",
    )
    assert [action.ref for action in made.actions] == ["1.1", "1.2"]


def test_provenance_tells_where_a_field_stands() -> None:
    made = one(PLAN, "1 | That parks are kept. | Mow. | Ann Osei | May 2023", SECOND)
    (place,) = made.provenance["text"]
    assert (place.line, place.table, place.row, place.column) == (5, 1, 2, 2)
    (place,) = made.actions[0].due[0].provenance
    assert (place.row, place.column) == (2, 5)


def test_a_row_cut_by_a_page_is_told() -> None:
    made = paper(table(PLAN, "1 | That parks are | Mow. | Ann Osei | May 2023", " | kept. | | | ", SECOND))
    assert made.recommendations[0].text == "That parks are kept."
    (finding,) = found(made, "row-continued")
    assert (finding.recommendation_ref, finding.severity) == ("1", "info")


def test_a_second_reference_is_that_of_the_action() -> None:
    header = "Ref | Recommendation | Ref | Action | Lead | Due"
    first, second = records(
        table(
            header,
            "FR1 | That gullies are cleared. | FR1.1 | Clear them. | Ann Osei | May 2023",
            "FR2 | That wardens are found. | FR2.1 | Advertise. | Bo Li | June 2023",
        )
    )
    assert [(one.ref, one.actions[0].ref) for one in (first, second)] == [("FR1", "FR1.1"), ("FR2", "FR2.1")]


def test_two_references_side_by_side_are_both_of_the_recommendation() -> None:
    (made,) = records(
        table(
            "Ref | Minute No | Recommendation | Action | Due", "4 | 27 | That it is so. | Do it. | May 2023"
        )
    )
    assert made.actions[0].ref is None
