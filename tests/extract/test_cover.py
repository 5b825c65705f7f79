"""The head of a paper: letterhead, pairs, contacts, priorities."""

from __future__ import annotations

import pytest

from extract.bodies import council_name, is_committee, is_council
from extract.options import Facts
from tests.support.reading import paper

PLAN = (
    "\n\n| Ref | Recommendation | Action | Lead | Due |\n"
    "|---|---|---|---|---|\n| 1 | That parks are kept. | Mow. | "
    "Ann Osei | May 2023 |\n"
)
BODY = "\n\n1. Purpose of report\n\n1.1 To tell the Committee of the parks.\n"


def test_a_letterhead_of_lines() -> None:
    made = paper(
        "Anytown Borough Council\n\nEnvironment Scrutiny Committee\n\n"
        f"12 June 2023\n\nAction Plan: Review of Parks{PLAN}"
    )
    assert made.council == "Anytown Borough Council"
    assert made.committee == "Environment Scrutiny Committee"
    assert made.meeting_date == "2023-06-12"
    assert made.title == "Action Plan: Review of Parks"
    assert made.accounting.unplaced == []


def test_a_council_in_capitals_on_several_lines_is_one_name() -> None:
    made = paper(f"STOKE ON THE HILL\nBOROUGH COUNCIL\n\nAction Plan{PLAN}")
    assert made.council == "Stoke on the Hill Borough Council"


@pytest.mark.parametrize(
    "line", ["Parks Panel – 12 June 2023", "Parks Panel, 12 June 2023", "Parks Panel (12 June 2023)"]
)
def test_a_committee_and_its_date_on_one_line(line: str) -> None:
    made = paper(f"Anytown Council\n\n{line}\n\nAction Plan{PLAN}")
    assert (made.committee, made.meeting_date) == ("Parks Panel", "2023-06-12")


COVERS = {
    "pipes": (
        "| Report to: | Cabinet |\n| Date of meeting: | 12 June 2023 |\n"
        "| Report title: | Parks in the Borough |\n| Ward: | All |\n| "
        "Report author: | Ann Osei, Head of Parks, ann@a.example, "
        "01234 567890 |"
    ),
    "tabs": (
        "Report to:\tCabinet\nDate of meeting:\t12 June 2023\nReport "
        "title:\tParks in the Borough\nWard:\tAll\nReport author:\tAnn "
        "Osei, Head of Parks, ann@a.example, 01234 567890"
    ),
    "lines": (
        "Report to: Cabinet\nDate of meeting: 12 June 2023\nReport "
        "title: Parks in the Borough\nWard: All\nReport author: Ann "
        "Osei, Head of Parks, ann@a.example, 01234 567890"
    ),
}


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS)
def test_a_cover_is_read_in_any_form(cover: str) -> None:
    made = paper(f"Anytown Council\n\n{cover}{BODY}")
    assert made.kind == "committee_report"
    assert (made.council, made.committee) == ("Anytown Council", "Cabinet")
    assert (made.meeting_date, made.title) == ("2023-06-12", "Parks in the Borough")
    (contact,) = made.contacts
    assert (contact.label, contact.name, contact.role) == ("Report author", "Ann Osei", "Head of Parks")
    assert (contact.email, contact.phone) == ("ann@a.example", "01234 567890")
    assert [(one.label, one.value) for one in made.metadata] == [("Ward", "All")]
    assert made.accounting.unplaced == []


def test_a_telephone_under_its_own_label_belongs_to_the_contact_above() -> None:
    made = paper(
        f"Report title: Parks\nContact officer: Ann Osei\nTel: 01234 567890\nEmail: ann@a.example{BODY}"
    )
    (contact,) = made.contacts
    assert (contact.name, contact.phone, contact.email) == ("Ann Osei", "01234 567890", "ann@a.example")


def test_a_head_table_of_a_plan() -> None:
    head = (
        "| Review | Scrutiny Review of Parks |\n| Link Officers | Ann "
        "Osei; Tunde Okoro |\n| Action plan agreed | 14 March 2022 |"
    )
    made = paper(f"Action Plan\n\n{head}{PLAN}")
    assert made.review is not None
    assert (made.review.title, made.review.key) == ("Scrutiny Review of Parks", "parks")
    assert [one.name for one in made.link_officers] == ["Ann Osei", "Tunde Okoro"]
    assert made.plan_agreed == "2022-03-14"
    assert made.recommendations[0].recommendation_id == "parks/1"


def test_what_fits_no_field_is_metadata_in_its_order() -> None:
    made = paper(f"Report title: Parks\nWards affected: All\nKey decision: No\nExempt: No{BODY}")
    assert [one.label for one in made.metadata] == ["Wards affected", "Key decision", "Exempt"]


def test_a_plan_without_council_prints_none() -> None:
    made = paper(f"Action Plan: Review of Parks{PLAN}")
    assert (made.council, made.committee, made.meeting_date) == (None, None, None)


def test_a_fact_given_fills_only_what_the_paper_leaves_open() -> None:
    facts = Facts(council="Otherton Council", committee="Cabinet", meeting_date="2020-01-02")
    made = paper(f"Anytown Council\n\nAction Plan{PLAN}", facts)
    assert (made.council, made.committee, made.meeting_date) == ("Anytown Council", "Cabinet", "2020-01-02")


def test_a_title_printed_twice_is_furniture_once() -> None:
    made = paper(f"Action Plan: Review of Parks\n\nAction Plan: Review of Parks{PLAN}")
    assert made.title == "Action Plan: Review of Parks"
    assert made.accounting.furniture == 5


@pytest.mark.parametrize(
    "line",
    [
        "Anytown Council",
        "ANYTOWN CITY COUNCIL",
        "London Borough of Anytown",
        "North Anytown Combined Authority",
    ],
)
def test_the_name_of_a_council(line: str) -> None:
    assert is_council(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Council",
        "Anytown Youth Council",
        "Parish Council",
        "Report to the Council",
        "Council meeting",
        "Council tax",
        "Action Plan",
    ],
)
def test_what_only_speaks_of_a_council(line: str) -> None:
    assert not is_council(line) or line == "The Council"


@pytest.mark.parametrize(
    "line",
    ["Cabinet", "Environment Select Committee", "Overview and Scrutiny Panel", "Policy Development Board"],
)
def test_the_name_of_a_committee(line: str) -> None:
    assert is_committee(line)


@pytest.mark.parametrize(
    "line",
    ["Report of the Committee", "The Committee is asked to note.", "Action Plan", "Review of the Cabinet"],
)
def test_what_only_speaks_of_a_committee(line: str) -> None:
    assert not is_committee(line)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ST HELENS\nBOROUGH COUNCIL", "St Helens Borough Council"),
        ("STOCKTON-ON-TEES BOROUGH COUNCIL", "Stockton-on-Tees Borough Council"),
        ("KING'S LYNN COUNCIL", "King's Lynn Council"),
        ("LLANFAIR-YM-MUALLT TOWN COUNCIL", "Llanfair-ym-Muallt Town Council"),
        ("Isle of Ely Council", "Isle of Ely Council"),
    ],
)
def test_capitals_become_a_title(printed: str, name: str) -> None:
    assert council_name(printed) == name


@pytest.mark.parametrize(
    ("line", "council", "committee"),
    [
        ("Considered by the Place Scrutiny Panel on 14 January 2025", None, "Place Scrutiny Panel"),
        ("For the Children's Scrutiny Committee", None, "Children's Scrutiny Committee"),
        ("Presented to a meeting of the Housing Committee", None, "Housing Committee"),
        ("Anytown Borough Council – Leisure Committee", "Anytown Borough Council", "Leisure Committee"),
        (
            "Anytown Borough Council, Leisure Committee, 16 January 2025",
            "Anytown Borough Council",
            "Leisure Committee",
        ),
        ("Forward Planning Committee", None, "Forward Planning Committee"),
        ("Housing – Repairs Committee", None, "Housing – Repairs Committee"),
    ],
)
def test_what_leads_to_a_committee_is_no_part_of_its_name(
    line: str, council: str | None, committee: str
) -> None:
    made = paper(f"{line}\n\nAction Plan: Review of Ponds\n\n{PLAN}")
    assert (made.council, made.committee) == (council, committee)


@pytest.mark.parametrize(
    ("lines", "title", "review"),
    [
        ("Scrutiny Review: Bus Fares - Action Plan", "Scrutiny Review: Bus Fares - Action Plan", "Bus Fares"),
        ("Appendix B\n\nScrutiny Review: Bus Fares", "Scrutiny Review: Bus Fares", "Bus Fares"),
        ("Review: Bus Fares\n\nAction Plan", "Action Plan", "Bus Fares"),
    ],
)
def test_a_line_that_names_the_review_is_the_title_where_no_other_is(
    lines: str, title: str, review: str
) -> None:
    made = paper(f"{lines}\n\n{PLAN}")
    assert (made.title, made.review and made.review.title) == (title, review)


@pytest.mark.parametrize(
    ("running", "heading", "title"),
    [
        (
            "Appendix B – Recommendation Tracker",
            "Housing Committee – Recommendation Tracker",
            "Housing Committee – Recommendation Tracker",
        ),
        (
            "Progress update – Review of Ponds",
            "PROGRESS UPDATE: Review of Ponds",
            "PROGRESS UPDATE: Review of Ponds",
        ),
        ("Action Plan: Review of Ponds", "Progress so far", "Action Plan: Review of Ponds"),
        ("Action Plan: Review of Ponds", "Monitoring of the plan", "Action Plan: Review of Ponds"),
    ],
)
def test_a_heading_that_says_a_running_head_again_is_the_title(
    running: str, heading: str, title: str
) -> None:
    assert paper(f"{running}\n\n# {heading}\n\n{PLAN}").title == title


def test_a_marking_over_the_council_is_no_part_of_its_name() -> None:
    made = paper(
        f"OFFICIAL\n\nAnytown Metropolitan Borough Council\n\nAction Plan: Review of Ponds\n\n{PLAN}"
    )
    assert made.council == "Anytown Metropolitan Borough Council"
