"""What a title says: kind and review (contract, Kind and Review)."""

from __future__ import annotations

import pytest

from extract.schema import PaperKind
from extract.titles import agreed_in, is_title, kind_of, review_key, review_of
from tests.support.reading import paper

TABLE = "| Ref | Recommendation | Action |\n|---|---|---|\n| 1 | That parks are kept. | Mow them. |\n"

KINDS: dict[str, PaperKind | None] = {
    "Scrutiny Action Plan: Review of Parks": "action_plan",
    "Action Plan": "action_plan",
    "Implementation Plan for the Review of Parks": "action_plan",
    "Progress Update: Review of Parks": "progress_update",
    "Progress Report – Home to School Transport": "progress_update",
    "Recommendations Tracker": "progress_update",
    "Monitoring of Scrutiny Recommendations": "progress_update",
    "Follow-up of the Review of Kitchens": "progress_update",
    "Action Log": "action_log",
    "Matters Arising": "action_log",
    "Clerk's action list – Full Council 4 June 2024": "action_log",
    "Review of Parks": None,
    "Planning Applications": None,
    "": None,
}


@pytest.mark.parametrize(("title", "kind"), KINDS.items(), ids=KINDS)
def test_a_title_calls_the_paper_something(title: str, kind: PaperKind | None) -> None:
    assert kind_of(title) == kind


def test_no_title_calls_it_nothing() -> None:
    assert kind_of(None) is None


REVIEWS = {
    "Action Plan: Review of Parks": ("Review of Parks", "parks"),
    "Scrutiny Action Plan – Review of Bus Services": ("Review of Bus Services", "bus-services"),
    "Appendix 1 - Review of Parks Action Plan": ("Review of Parks", "parks"),
    "Appendix A: Progress Update Scrutiny Review of Parks": ("Scrutiny Review of Parks", "parks"),
    "Cabinet Response to the Parks Task and Finish Group Report": ("Parks", "parks"),
    "Cabinet Response to the Parks Task Group": ("Parks", "parks"),
    "Executive Response to the Recommendations of the Street Trees Inquiry": (
        "Street Trees Inquiry",
        "street-trees-inquiry",
    ),
    "Inquiry into Home Care": ("Inquiry into Home Care", "home-care"),
    "Scrutiny Review of Scrutiny Review of Parks": ("Scrutiny Review of Scrutiny Review of Parks", "parks"),
    "Review of Grounds Maintenance – Progress Report": (
        "Review of Grounds Maintenance",
        "grounds-maintenance",
    ),
    "Access to Dentists – Agreed Implementation Plan": ("Access to Dentists", "access-to-dentists"),
    "Scrutiny Review: Bus Fares - Action Plan": ("Bus Fares", "bus-fares"),
    "Review of Libraries: Action Plan Update (March 2024)": ("Review of Libraries", "libraries"),
    "Progress against the Review of Public Toilets (Cabinet decision 12 January 2023, minute 114)": (
        "Review of Public Toilets",
        "public-toilets",
    ),
    "Health Scrutiny Committee: Maternity Services Review – Trust Response and Action Plan": (
        "Maternity Services Review",
        "maternity-services-review",
    ),
    "Review of Emergency Planning – Flood Response": (
        "Review of Emergency Planning – Flood Response",
        "emergency-planning-flood-response",
    ),
    "Peer Challenge Action Plan – Update April 2025": ("Peer Challenge", "peer-challenge"),
    "Review of Bus - Rail Links: Action Plan": ("Review of Bus - Rail Links", "bus-rail-links"),
    "Review of Children & Young People’s Homes": (
        "Review of Children & Young People’s Homes",
        "children-young-people-s-homes",
    ),
}


@pytest.mark.parametrize(("title", "review"), REVIEWS.items(), ids=REVIEWS)
def test_a_title_names_its_review(title: str, review: tuple[str, str]) -> None:
    found = review_of(title, None, kind_of(title))
    assert found is not None
    assert (found.title, found.key) == review


@pytest.mark.parametrize(
    "title",
    [
        "Petition and Motion Monitoring – October 2024",
        "Recommendations Tracker",
        "Action Log",
        "Scrutiny Action Plan",
        "Progress Update",
        "",
        None,
    ],
)
def test_a_title_of_many_reviews_names_none(title: str | None) -> None:
    assert review_of(title, None, kind_of(title)) is None


def test_a_review_row_wins_and_stays_as_printed() -> None:
    found = review_of("Action Plan", "Scrutiny Review of Parks", "action_plan")
    assert found is not None
    assert (found.title, found.key) == ("Scrutiny Review of Parks", "parks")


@pytest.mark.parametrize(
    "title",
    [
        "Review of Parks",
        "PARKS",
        "Scrutiny Review of Parks",
        "Parks Task Group",
        "Parks Scrutiny",
        "parks report",
    ],
)
def test_the_names_of_one_review_have_one_key(title: str) -> None:
    assert review_key(title) == "parks"


@pytest.mark.parametrize("title", ["Review of", "Scrutiny", "", "Action Plan"])
def test_a_name_of_nothing_has_no_key(title: str) -> None:
    assert review_key(title) is None


def test_the_same_words_inside_a_name_stay() -> None:
    assert review_key("Review of Scrutiny Training") == "training"
    assert review_key("Fire Action Plan Training") == "fire-action-plan-training"


@pytest.mark.parametrize("line", ["Action Plan", "Review of Parks", "Appendix 1 – Action Plan"])
def test_a_line_that_may_title_a_paper(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize(
    "line", ["Appendix 1", "Annex A", "Appendix B:", "Key: GP = General Practice", "– –", "word " * 41]
)
def test_a_line_that_may_not(line: str) -> None:
    assert not is_title(line)


AGREED = {
    "Review of Parks – Action Plan (agreed 3rd September 2020)": ("2020-09-03", "Review of Parks"),
    "Action Plan: Review of Parks (approved by Cabinet, May 2021)": ("2021-05", "Review of Parks"),
    "Review of Parks (as adopted on 12/05/2021)": ("2021-05-12", "Review of Parks"),
    "Review of Parks (agreed in principle)": (None, "Review of Parks"),
    "Review of Parks (and open spaces)": (None, "Review of Parks (and open spaces)"),
}


@pytest.mark.parametrize(("title", "expected"), AGREED.items())
def test_a_date_of_agreement_in_brackets_is_no_part_of_the_review(
    title: str, expected: tuple[str | None, str]
) -> None:
    found = review_of(title, None, None)
    assert found is not None
    assert (agreed_in(title), found.title) == expected


@pytest.mark.parametrize(
    ("title", "council", "committee", "day"),
    [
        ("Anytown Council: response to the peer challenge", "Anytown Council", None, None),
        ("City of Anytown Council Motions", "City of Anytown Council", None, None),
        (
            "Anytown Council Parks and Leisure Panel: progress report",
            "Anytown Council",
            "Parks and Leisure Panel",
            None,
        ),
        ("Place Select Committee: Review of Litter", None, "Place Select Committee", None),
        ("Tracker for the Corporate Committee, 5 December 2023", None, "Corporate Committee", "2023-12-05"),
        ("Minutes of the Parks Panel held on Tuesday 14 May 2024 at 7 pm", None, "Parks Panel", "2024-05-14"),
        ("Action sheet from the meeting of 25 January 2024", None, None, "2024-01-25"),
        ("Action sheet – Licensing Panel, Thursday 9 May 2024", None, "Licensing Panel", "2024-05-09"),
    ],
)
def test_what_a_title_says_of_the_meeting(
    title: str, council: str | None, committee: str | None, day: str | None
) -> None:
    made = paper(f"{title}\n\n{TABLE}")
    assert (made.title, made.council, made.committee, made.meeting_date) == (title, council, committee, day)


@pytest.mark.parametrize(
    "title",
    [
        "Improving Council Housing – Action Plan",
        "Review of Anytown Council's Parking",
        "Full Council: action plan",
        "Town Council action plan",
        "Progress report to Cabinet 2018/19",
        "Matters arising from the minutes of 3 March 2024 and 4 May 2024",
        "Action Plan – agreed 4 May 2024",
    ],
)
def test_what_a_title_does_not_say(title: str) -> None:
    made = paper(f"{title}\n\n{TABLE}")
    assert (made.council, made.committee, made.meeting_date) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "council", "committee", "day"),
    [
        ("Anytown Council — Parks Panel", "Anytown Council", "Parks Panel", None),
        ("Anytown Council, Executive meeting of 6 May 2024", "Anytown Council", "Executive", "2024-05-06"),
        ("Board meeting of 29 November 2023", None, "Board", "2023-11-29"),
    ],
)
def test_a_letterhead_on_one_line(
    line: str, council: str | None, committee: str | None, day: str | None
) -> None:
    made = paper(f"{line}\n\nAction Plan: Review of Parks\n\n{TABLE}")
    assert (made.council, made.committee, made.meeting_date) == (council, committee, day)
    assert made.title == "Action Plan: Review of Parks"


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Place Select Committee: Review of Litter", "litter"),
        ("Recommendations Monitor: Review of Litter", "litter"),
        ("Action plan following the review of litter", "litter"),
        ("Anytown Council: Executive response to the Task and Finish Group on Litter", "litter"),
        ("Cleaner Streets: action plan agreed by the Mayor on 3 June 2024", "cleaner-streets"),
        ("Review of decisions agreed in 2023", "decisions-agreed-in-2023"),
        ("From the ground up: a strategy for parks", "from-the-ground-up-a-strategy-for-parks"),
    ],
)
def test_the_review_behind_what_only_introduces_it(title: str, key: str) -> None:
    found = review_of(title, None, None)
    assert found and found.key == key
