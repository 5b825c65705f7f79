"""Tables on their side, and tables that mix blocks and rows."""

from __future__ import annotations

from tests.support.reading import paper, records

SIDEWAYS = (
    "| Recommendation | 1. That bins are emptied. | 2. That trees are planted. |\n|---|---|---|\n"
    "| Action | Tell the crews. | Order them. |\n| Lead officer | Ann Osei | Tunde Okoro |\n"
    "| Target date | May 2023 | June 2023 |\n"
)
MIXED = (
    "| Recommendation 1 | That bins are emptied. | |\n|---|---|---|\n"
    "| Lead member | Councillor Ann Osei | |\n"
    "| Action | Responsible officer | Timescale |\n| Tell the crews. | Tunde Okoro | May 2023 |\n"
    "| Recommendation 2 | That trees are planted. | |\n| Order them. | Parks Team | June 2023 |\n"
)


def test_a_table_on_its_side_is_read_by_columns() -> None:
    found = records(SIDEWAYS)
    assert [(one.ref, one.text) for one in found] == [
        ("1", "That bins are emptied."),
        ("2", "That trees are planted."),
    ]
    assert [one.actions[0].officers[0].name for one in found] == ["Ann Osei", "Tunde Okoro"]
    assert [one.actions[0].due[0].edtf for one in found] == ["2023-05", "2023-06"]


def test_a_matrix_of_themes_holds_no_records() -> None:
    found = paper(
        "| | Employers | Colleges |\n|---|---|---|\n| Awareness | Run a campaign | Open days |\n"
        "| Access | Pay for release | Evening classes |\n| Quality | Survey firms | Peer reviews |\n"
    )
    assert found.recommendations == []
    assert "unknown-columns" in [one.code for one in found.findings]


def test_blank_columns_make_no_table_on_its_side() -> None:
    (found,) = records(
        "| Recommendation 1: | That bins are emptied. | | |\n|---|---|---|---|\n"
        "| Action: | Tell the crews. | | |\n"
        "| Lead officer: | Ann Osei | | |\n"
    )
    assert (found.ref, found.actions[0].text) == ("1", "Tell the crews.")


def test_a_label_over_a_header_opens_a_recommendation_of_rows() -> None:
    found = records(MIXED)
    assert [(one.ref, one.text) for one in found] == [
        ("1", "That bins are emptied."),
        ("2", "That trees are planted."),
    ]
    assert [one.actions[0].text for one in found] == ["Tell the crews.", "Order them."]
    assert found[1].actions[0].officers[0].name == "Parks Team"


def test_who_is_named_over_the_rows_is_an_owner_of_each() -> None:
    row = "| Pay the crews. | Parks Team | July 2023 |\n"
    (first, _) = records(MIXED.replace("| Recommendation 2 |", row + "| Recommendation 2 |"))
    assert [[one.relation for one in action.officers] for action in first.actions] == [
        ["portfolio_holder", "responsible"],
        ["portfolio_holder", "responsible"],
    ]


def test_a_table_on_its_side_may_have_known_labels_only() -> None:
    printed = (
        "| Recommendation | That bins are emptied. | That trees are planted. | That fines are raised. |\n"
        "|---|---|---|---|\n| Lead officer | Ann Osei | Bo Li | Cy Day |\n"
        "| Target date | May 2023 | June 2023 | July 2023 |\n"
    )
    found = [
        (one.text, one.actions[0].officers[0].name, one.actions[0].due[0].edtf) for one in records(printed)
    ]
    assert found == [
        ("That bins are emptied.", "Ann Osei", "2023-05"),
        ("That trees are planted.", "Bo Li", "2023-06"),
        ("That fines are raised.", "Cy Day", "2023-07"),
    ]
