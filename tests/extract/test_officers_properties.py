"""Officers across papers: what holds of any archive."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.across.decisions import Decisions
from extract.across.officers import OfficerRegister, resolve_officers
from extract.schema import Paper
from tests.support.officer_papers import ANYTOWN, OTHERTON, plan, who

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
