"""Officers across papers: who is joined, who stays apart, what is proposed."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.across.decisions import Decisions, read_decisions
from extract.across.names import likeness, read_name
from extract.across.officers import OfficerRegister, resolve_officers
from extract.across.results import Across
from extract.across.roles import agreement, role_words
from extract.errors import BrokenOfficersFile
from extract.schema import Action, Officer, Paper, Recommendation
from tests.support.records import paper

ANYTOWN, OTHERTON = "Anytown Borough Council", "Otherton City Council"


def officer(printed: str) -> Officer:
    """Make an officer of "Name, Title @ Body"; "post: …", "team: …", "cllr: …" say the kind."""
    kind, _, rest = printed.rpartition(": ")
    label, _, body = rest.partition(" @ ")
    kinds = {"": "person", "cllr": "councillor"}
    fields: dict[str, Any] = {"raw": rest, "kind": kinds.get(kind, kind), "relation": "responsible"}
    name, _, title = label.partition(", ")
    if kind == "post":
        name, title = "", label
    elif kind in ("team", "body"):
        name, title = label, ""
    return Officer(**fields, name=name or None, role=title or None, organisation=body or None)


def plan(
    *cells: Sequence[str] | str, council: str | None = ANYTOWN, year: str | None = "2022", **more: Any
) -> Paper:
    """Make a paper with an action for each cell, a cell being one officer or several."""
    name = (
        more.pop("name", "") or f"{council}-{year}-" + "".join(filter(str.isalnum, repr(cells)))[:40].lower()
    )
    actions = [
        Action(
            action_id=f"{name}/{n}/a1",
            officers=[officer(one) for one in ([cell] if isinstance(cell, str) else cell)],
        )
        for n, cell in enumerate(cells, 1)
    ]
    recommendations = [
        Recommendation(recommendation_id=f"{name}/{n}", ref=str(n), text="", actions=[action])
        for n, action in enumerate(actions, 1)
    ]
    fields = {"paper_id": name, "council": council, "meeting_date": year, "review": None} | more
    return paper(*recommendations, **fields)


def aliases(across: Across) -> list[tuple[str, ...]]:
    """Return the printed forms of each officer with a name."""
    return sorted(officer.aliases for officer in across.officers if officer.aliases)


def who(*papers: Paper, decisions: dict[str, Any] | None = None) -> list[tuple[str, ...]]:
    """Return the printed forms of each officer of papers."""
    return aliases(resolve_officers(papers, Decisions.model_validate(decisions or {})))


def proposed(*papers: Paper) -> list[str]:
    """Return the messages of the findings."""
    return [found.finding.message for found in resolve_officers(papers).findings]


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


def test_the_line_of_a_finding_settles_it(tmp_path: Path) -> None:
    papers = [plan("Ann Clark", name="a"), plan("Ann Clarke", name="b")]
    (message,) = proposed(*papers)
    line = message[message.index("{ council") : message.rindex(" }") + 2]
    for key, count in (("same", 1), ("different", 2)):
        file = tmp_path / "officers.toml"
        file.write_text(f"{key} = [\n  {line},\n]\n", encoding="utf-8")
        across = resolve_officers(papers, read_decisions(file))
        assert (len(across.officers), across.findings) == (count, ())


# What the user decides


def test_the_user_joins_what_nothing_else_would() -> None:
    papers = [
        plan("Ann Clark", "post: Revs and Bens", name="a"),
        plan("ANN CLARKE", "post: Revenues", name="b"),
    ]
    same = [{"names": ["Ann Clark", "Ann Clarke"]}, {"names": ["Revs and Bens", "Revenues"]}]
    across = resolve_officers(papers, Decisions.model_validate({"same": same}))
    assert [found.papers for found in across.officers] == [("a", "b"), ("a", "b")]


def test_the_user_joins_officers_of_two_councils() -> None:
    papers = [
        plan("Jane Ash"),
        plan("Jane Ash", council=OTHERTON),
        plan("Jane Ash", council="Thirdham Council"),
    ]
    same = [{"council": [ANYTOWN, "City of Otherton"], "names": ["Jane Ash"]}]
    assert len(who(*papers, decisions={"same": same})) == 2
    assert len(who(*papers, decisions={"same": [{"names": ["Jane Ash", "J Ash"]}]})) == 3


def test_the_user_keeps_namesakes_apart() -> None:
    papers = [
        plan("Ann Lee, Clerk", name="a"),
        plan("Ann Lee, Engineer", name="b"),
        plan("Ann Lee, Tree Officer", name="c"),
        plan("Ann Lee", name="d"),
    ]
    different = [{"council": ANYTOWN, "names": ["Ann Lee, Clerk", "Ann Lee, Engineer"]}]
    assert who(*papers) == [("Ann Lee",)]
    assert len(who(*papers, decisions={"different": different})) == 4
    different[0]["council"] = OTHERTON
    assert who(*papers, decisions={"different": different}) == [("Ann Lee",)]


def test_what_is_forbidden_holds_through_a_third_form() -> None:
    papers = [plan("C White, Clerk", "Catherine White, Clerk", "Cathryn White, Clerk")]
    different = [{"names": ["Catherine White", "Cathryn White"]}]
    found = who(*papers, decisions={"different": different})
    assert not any({"Catherine White", "Cathryn White"} <= set(forms) for forms in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same = [", "officers.toml: "),
        ("same = 1", "same"),
        ("joined = []", "joined"),
        ('different = [{ names = ["Jane Ash"] }]', "name two forms"),
        ('same = [{ names = ["Jane Ash", "JANE ASH"] }]', "one name twice"),
        ('same = [{ names = ["Jane Ash", " "] }]', "blank"),
        (
            'same = [{ names = ["A Lee", "Ann Lee"] }]\ndifferent = [{ names = ["Ann Lee", "A Lee"] }]',
            "both hold",
        ),
    ],
)
def test_a_broken_file_is_a_named_error(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "officers.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenOfficersFile, match=r"officers\.toml") as raised:
        read_decisions(file)
    assert said in str(raised.value)


def test_a_file_that_is_not_there_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenOfficersFile, match="No such file"):
        read_decisions(tmp_path / "officers.toml")


def test_a_confirmed_surname_keeps_the_forms_of_both() -> None:
    papers = [
        plan("Jane Smith", "J Smith, Clerk", "Jane Poole, Clerk", "J Poole, Clerk", "Jane Smith, Clerk")
    ]
    assert len(who(*papers)) == 2
    assert len(who(*papers, decisions={"same": [{"names": ["Jane Smith", "Jane Poole"]}]})) == 1


# What holds for all papers

NAMES = [
    "Catherine White",
    "Cathryn White",
    "C White",
    "Colin White",
    "Ann Clark",
    "Ann Clarke",
    "A Clark",
    "AC",
    "Kate White",
]
TITLES = ["", ", Clerk", ", Head of Housing", ", Housing Officer", ", Tree Officer"]
CELLS = st.lists(
    st.builds(str.__add__, st.sampled_from(NAMES), st.sampled_from(TITLES)), min_size=1, max_size=3
)
YEARS = st.sampled_from(["2003", "2019-05-01", "2021", "2022-06", None])


@st.composite
def archives(draw: st.DrawFn, council: str = ANYTOWN) -> list[Paper]:
    """Draw papers of one council."""
    return [
        plan(
            *draw(st.lists(CELLS, min_size=1, max_size=3)),
            council=council,
            year=draw(YEARS),
            name=f"{council[:2]}{n}",
        )
        for n in range(draw(st.integers(1, 5)))
    ]


@settings(max_examples=60, deadline=None)
@given(archives(), st.randoms())
def test_the_order_of_papers_does_not_matter(papers: list[Paper], random: Any) -> None:
    shuffled = random.sample(papers, len(papers))
    assert resolve_officers(shuffled) == resolve_officers(papers)


@settings(max_examples=40, deadline=None)
@given(archives(), archives(OTHERTON))
def test_papers_of_another_council_change_nothing(papers: list[Paper], others: list[Paper]) -> None:
    alone, together = resolve_officers(papers), resolve_officers([*others, *papers])
    assert set(alone.officers) <= set(together.officers)
    assert set(alone.findings) <= set(together.findings)


@settings(max_examples=60, deadline=None)
@given(archives(), st.permutations(NAMES))
def test_a_forbidden_join_never_happens(papers: list[Paper], names: list[str]) -> None:
    decisions = {
        "different": [{"names": names[:2]}],
        "same": [{"names": names[1:3]}, {"names": [names[0], names[2]]}],
    }
    for forms in who(*papers, decisions=decisions):
        assert not set(names[:2]) <= set(forms)


@settings(max_examples=60, deadline=None)
@given(archives())
def test_the_line_of_every_finding_joins_the_two(papers: list[Paper]) -> None:
    before = resolve_officers(papers)
    for found in before.findings:
        line = found.finding.message.partition("add ")[2].partition(" to “same”")[0]
        decisions = Decisions.model_validate(tomllib.loads(f"same = [{line}]"))
        after = resolve_officers(papers, decisions)
        names = {name.partition(",")[0] for name in decisions.same[0].names}
        assert any(names <= set(one.aliases) for one in after.officers)
        assert found not in after.findings


@settings(max_examples=40, deadline=None)
@given(archives())
def test_papers_added_twice_change_nothing(papers: list[Paper]) -> None:
    register = OfficerRegister()
    register.add(papers)
    once = register.resolve()
    register.add(papers)
    assert register.resolve() == once


@settings(max_examples=60, deadline=None)
@given(archives())
def test_every_mention_is_in_exactly_one_officer(papers: list[Paper]) -> None:
    across = resolve_officers(papers)
    assert len({found.officer_id for found in across.officers}) == len(across.officers)
    printed = {one.name for made in papers for rec in made.recommendations for one in rec.actions[0].officers}
    assert {alias for found in across.officers for alias in found.aliases} == printed


# Names and titles


@pytest.mark.parametrize(
    ("printed", "shape", "given", "surname"),
    [
        ("Jane Ash", "full", ("jane",), "ash"),
        ("C.J. White", "initialled", ("c", "j"), "white"),
        ("CJ White", "initialled", ("c", "j"), "white"),
        ("MW", "initials", ("m", "w"), ""),
        ("Maria de la Cruz", "full", ("maria",), "delacruz"),
        ("Ben Ash", "full", ("ben",), "ash"),
        ("JO ASHWELL", "full", ("jo",), "ashwell"),
        ("SMITH, John", "full", ("john",), "smith"),
        ("Moss", "single", (), "moss"),
        ("Ngozi Okonjo-Bright", "full", ("ngozi",), "okonjobright"),
    ],
)
def test_a_name_is_read(printed: str, shape: str, given: tuple[str, ...], surname: str) -> None:
    name = read_name(printed)
    assert (name.shape, name.given, name.surname) == (shape, given, surname)


@pytest.mark.parametrize(
    ("one", "other"), [("Paul Jones", "Paula Jones"), ("Joan Ash", "John Ash"), ("Eric Poe", "Erin Poe")]
)
def test_known_first_names_on_different_lines_are_different(one: str, other: str) -> None:
    assert likeness(read_name(one), read_name(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Head of Service", "Head of Service, Children We Look After", "titles that agree"),
        ("Asst. Director for Housing", "Assistant Director of Housing", "the same post"),
        ("Head of Housing", "Head of Housing", "the same post"),
        ("Senior Housing Officer", "Housing Manager", "the same team"),
        ("Manager", "Team Manager, Futures", None),
        ("Team Manager, Adults", "Team Manager, Children", None),
        ("Co-ordinator, Volunteering", "Volunteering Coordinator", "titles that agree"),
        ("", "Clerk", None),
    ],
)
def test_titles_agree(one: str, other: str, expected: str | None) -> None:
    assert agreement(role_words(one), role_words(other)) == expected
