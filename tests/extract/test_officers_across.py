"""Officers across papers: who is joined, who stays apart, what is proposed."""

from __future__ import annotations

import pytest

from extract.across.officers import resolve_officers
from tests.support.officer_papers import OTHERTON, plan, proposed, who

JOINED = {
    "a changed title": ("Jane Ash, Planning Officer", "Jane Ash, Head of Housing"),
    "a title in one paper only": ("Jane Ash", "Jane Ash, Head of Housing"),
    "case": ("Jane Ash, Clerk", "JANE ASH, Clerk"),
    "a hyphen": ("Ann Smith-Jones, Clerk", "Ann Smith Jones, Surveyor"),
    "an accent": ("Siân Hughes, Clerk", "Sian Hughes, Surveyor"),
    "an apostrophe": ("Niall O’Neill, Clerk", "Niall O'Neill, Surveyor"),
    "a blank in the first name": ("Jo Anne Poole", "Joanne Poole"),
    "a spelling of the first name": (
        "Catherine White, Place Project manager",
        "Cathryn White, Place Delivery project Manager",
    ),
    "a short form": ("Kate Moss, Head of Housing", "Katherine Moss, Head of Housing and Planning"),
    "a short form with another letter": (
        "Bill Frost, Housing Officer",
        "William Frost, Senior Housing Officer",
    ),
    "an initial, and the title": ("C. White, Head of Planning", "Catherine White, Head of Planning"),
    "an initial, and the team": ("C White, Housing Officer", "Catherine White, Head of Housing"),
    "initials without stops": ("CJ White, Housing Officer", "Catherine White, Head of Housing"),
    "a middle name": ("Sarah Jane Platt, Head of Virtual School", "Sarah Platt, Head of the Virtual School"),
    "initials alone with the title": ("MW, Town Clerk", "Mark Wray, Town Clerk"),
    "a misprint in a post of one": ("Dominic Vale, Head of Fostering", "Domonic Vale, Head of Fostering"),
    "one initial twice": ("J Ash, Surveyor", "J Ash, Surveyor"),
    "a councillor": ("cllr: Brian Moss", "cllr: Brian Moss, Portfolio Holder for Housing"),
    "a body named once": ("Lena Ode, Ward Nurse @ Anytown Hospital Trust", "Lena Ode, Ward Nurse"),
}


@pytest.mark.parametrize("case", JOINED)
def test_one_officer(case: str) -> None:
    one, other = JOINED[case]
    across = resolve_officers([plan(one, name="a"), plan(other, name="b", year="2023")])
    assert [found.papers for found in across.officers] == [("a", "b")]
    assert across.findings == ()


APART = {
    "one letter of the surname": ("Ann Clark, Head of Housing", "Ann Clarke, Head of Housing"),
    "a doubled letter": ("Helen Sharratt, Social Worker", "Helen Sharrat, Social Worker"),
    "a vowel": ("John Hansen", "John Hanson"),
    "first names of two": ("Paul Jones, Team Manager, Adults", "Paula Jones, Team Manager, Adults"),
    "names the lexicon lacks": ("Amina Khan, Social Worker", "Amira Khan, Social Worker"),
    "names the lexicon lacks, in one team": ("Harjit Gill, Housing Officer", "Harjot Gill, Housing Officer"),
    "a spelling and no title": ("Catherine White", "Cathryn White"),
    "a spelling and other teams": ("Catherine White, Housing Officer", "Cathryn White, Tree Officer"),
    "an initial and no title": ("C White", "Catherine White, Head of Housing"),
    "another initial": ("D White, Head of Housing", "Catherine White, Head of Housing"),
    "one initial, other teams": ("J Smith, Tree Officer", "J Smith, Housing Officer"),
    "other middle initials": ("John A Smith, Clerk", "John B Smith, Clerk"),
    "successors in one post": ("Jane Ash, Town Clerk", "Tom Reed, Town Clerk"),
    "a post and its holder": ("Jane Ash, Town Clerk", "post: Town Clerk"),
    "an officer and a councillor": ("Jane Ash", "cllr: Jane Ash"),
    "other bodies": ("Lena Ode, Ward Nurse @ Anytown Hospital Trust", "Lena Ode, Governor @ Vale Academy"),
    "a body and the council": ("Lena Ode, Ward Nurse @ Anytown Hospital Trust", "Lena Ode, Tree Officer"),
    "initials of two papers": ("MW", "MW"),
    "a married name": ("Jane Smith, Head of Housing", "Jane Smith-Poole, Head of Housing"),
    "like posts": ("post: Head of Adult Services", "post: Head of Audit Services"),
    "a rank more": ("post: Director", "post: Assistant to the Director"),
}


@pytest.mark.parametrize("case", APART)
def test_two_officers(case: str) -> None:
    one, other = APART[case]
    across = resolve_officers([plan(one, name="a"), plan(other, name="b", year="2023")])
    assert sorted(found.papers for found in across.officers) == [("a",), ("b",)]


@pytest.mark.parametrize(
    "case",
    [
        "one letter of the surname",
        "a doubled letter",
        "a vowel",
        "first names that look alike",
        "names the lexicon lacks",
        "a spelling and no title",
        "an initial and no title",
        "other bodies",
        "a married name",
        "an officer and a councillor",
    ],
)
def test_a_doubtful_pair_is_proposed(case: str) -> None:
    pairs = APART | {"first names that look alike": ("Jasbir Gill", "Jasvir Gill")}
    one, other = pairs[case]
    (message,) = proposed(plan(one, name="a"), plan(other, name="b", year="2023"))
    for printed in (one, other):
        assert f"“{printed.partition(',')[0].removeprefix('cllr: ')}”" in message


@pytest.mark.parametrize(
    "case",
    [
        "successors in one post",
        "other middle initials",
        "first names of two",
        "another initial",
        "like posts",
    ],
)
def test_different_names_are_not_proposed(case: str) -> None:
    one, other = APART[case]
    assert proposed(plan(one, name="a"), plan(other, name="b", year="2023")) == []


def test_both_forms_in_one_paper() -> None:
    assert who(plan("Catherine White, Place Manager", "Cathryn White, Place Manager")) == [
        ("Catherine White", "Cathryn White")
    ]


def test_two_names_in_one_action_are_two_people() -> None:
    together = plan(("C White, Head of Housing", "Catherine White, Head of Housing"), name="a")
    assert who(together) == [("C White",), ("Catherine White",)]


def test_one_name_twice_in_one_place_with_other_titles_is_two_people() -> None:
    twice = plan(("John Smith, Tree Officer", "John Smith, Head of Housing"), "John Smith", name="a")
    found = resolve_officers([twice]).officers
    assert [(one.officer_id, one.roles) for one in found] == [
        ("anytown/person/john-smith", ("Tree Officer",)),
        ("anytown/person/john-smith/a", ()),
        ("anytown/person/john-smith/head-of-housing", ("Head of Housing",)),
    ]


def test_an_initial_that_fits_two_is_joined_to_neither() -> None:
    papers = [
        plan("Catherine White, Housing Officer", "Colin White, Housing Manager", name="a"),
        plan("C White, Head of Housing", name="b", year="2023"),
    ]
    assert who(*papers) == [("C White",), ("Catherine White",), ("Colin White",)]
    assert len(proposed(*papers)) == 2


def test_a_short_form_of_two_names_makes_no_bridge_between_them() -> None:
    papers = [
        plan("Christine Fell, Housing Officer", name="a"),
        plan("Chris Fell, Housing Officer", name="b"),
        plan("Christopher Fell, Planning Officer", name="c"),
    ]
    assert who(*papers) == [("Christine Fell", "Chris Fell"), ("Christopher Fell",)]


def test_years_part_what_titles_do_not_join() -> None:
    early, late = (
        plan("J Ash, Surveyor", year="2003", name="a"),
        plan("Jane Ash, Surveyor", year="2019", name="b"),
    )
    assert who(early, late) == [("J Ash",), ("Jane Ash",)]
    early, late = (
        plan("Jane Ash, Clerk", year="2003", name="a"),
        plan("Jane Ash, Surveyor", year="2019", name="b"),
    )
    assert who(early, late) == [("Jane Ash",), ("Jane Ash",)]
    between = (
        plan("Jane Ash, Clerk", year="2008", name="c"),
        plan("Jane Ash, Surveyor", year="2013", name="d"),
    )
    assert who(early, late, *between) == [("Jane Ash",)]


def test_one_name_in_two_councils_is_two_officers() -> None:
    across = resolve_officers([plan("Jane Ash"), plan("Jane Ash", council=OTHERTON)])
    assert [found.officer_id for found in across.officers] == [
        "anytown/person/jane-ash",
        "otherton-city/person/jane-ash",
    ]


@pytest.mark.parametrize(
    "written", ["ANYTOWN COUNCIL", "Borough of Anytown", "Anytown Metropolitan Borough Council"]
)
def test_a_council_is_one_however_it_is_written(written: str) -> None:
    assert who(plan("Jane Ash", name="a"), plan("Jane Ash", council=written, name="b")) == [("Jane Ash",)]


def test_city_and_county_are_two_councils() -> None:
    papers = [plan("Jane Ash", council=f"Durham {tier} Council", name=tier) for tier in ("City", "County")]
    assert len(who(*papers)) == 2


def test_papers_without_a_council_are_joined_within_their_review() -> None:
    review = {"title": "Libraries", "key": "libraries"}
    one, other = (plan("Jane Ash", council=None, review=review, name=name) for name in "ab")
    alone = plan("Jane Ash", council=None, name="c")
    assert who(one, other) == [("Jane Ash",)]
    assert who(one, other, alone) == [("Jane Ash",), ("Jane Ash",)]


def test_one_name_is_proposed_where_the_council_is_not_known() -> None:
    papers = [plan("Jane Ash", "MW", name="a"), plan("Jane Ash", "MW", council=None, name="b")]
    (message,) = proposed(*papers)
    assert message.endswith("name the council of b")
    assert proposed(plan("Jane Ash", name="a"), plan("Jane Ash", council=OTHERTON, name="b")) == []


def test_initials_are_known_within_their_committee() -> None:
    one, other = (plan("MW", committee="Planning Committee", name=name) for name in "ab")
    assert who(one, other, plan("MW", committee="Licensing Committee", name="c")) == [("MW",), ("MW",)]


def test_posts_and_teams_are_one_in_every_writing() -> None:
    across = resolve_officers(
        [
            plan("post: Head of Adults’ Services", "team: Policy & Engagement Team", name="a"),
            plan("post: Head of Adults Service", "team: Policy and Engagement team", name="b"),
        ]
    )
    assert [(one.officer_id, one.name, one.roles) for one in across.officers] == [
        (
            "anytown/post/head-of-adults-services",
            None,
            ("Head of Adults’ Services", "Head of Adults Service"),
        ),
        ("anytown/team/policy-engagement-team", "Policy & Engagement Team", ()),
    ]


def test_the_row_of_an_officer() -> None:
    (found,) = resolve_officers(
        [
            plan("Cathryn White, Place Project Manager", year="2023", name="late"),
            plan("Jo Bell", "C White, Project Manager", year="2021", name="early"),
            plan("Catherine White, Place Project Manager", year="2022", name="middle"),
        ]
    ).officers[:1]
    assert found.officer_id == "anytown/person/c-white"
    assert found.name == "Catherine White"
    assert found.aliases == ("C White", "Catherine White", "Cathryn White")
    assert found.roles == ("Project Manager", "Place Project Manager")
    assert found.actions == ("early/2/a1", "middle/1/a1", "late/1/a1")
    assert found.papers == ("early", "middle", "late")


def test_a_finding_stands_at_the_later_spelling() -> None:
    papers = [
        plan("Jo Bell", "Ann Clarke, Clerk", year="2023", name="late"),
        plan("Ann Clark", year="2021", name="early"),
    ]
    (found,) = resolve_officers(papers).findings
    assert (found.paper_id, found.finding.code, found.finding.recommendation_ref) == (
        "late",
        "name-variant",
        "2",
    )
    assert (
        '{ council = "Anytown Borough Council", names = ["Ann Clark", "Ann Clarke"] }'
        in found.finding.message
    )
