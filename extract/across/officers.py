"""Officers across papers: mentions -> officers with every form they are printed in, and proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.across.decisions import NO_DECISIONS, Decisions, apply_decisions
from extract.across.forms import PEOPLE, gather
from extract.across.groups import Group, Groups
from extract.across.mentions import Mention, mentions
from extract.across.names import plain
from extract.across.proposals import proposals
from extract.across.results import Across, ResolvedOfficer
from extract.across.rules import apply_steps
from extract.schema import Paper
from normalise.text import slug


class OfficerRegister:
    """Takes the papers of a run one by one and keeps of each no more than its mentions."""

    def __init__(self, decisions: Decisions = NO_DECISIONS) -> None:
        """Begin without papers."""
        self._decisions = decisions
        self._mentions: dict[str, tuple[Mention, ...]] = {}

    def add(self, papers: Iterable[Paper]) -> None:
        """Note the officers of papers; of equal ids the first stands for all."""
        for paper in papers:
            if paper.paper_id not in self._mentions:
                self._mentions[paper.paper_id] = tuple(mentions(paper))

    def resolve(self) -> Across:
        """Say who is who in all papers so far."""
        return resolve((one for found in self._mentions.values() for one in found), self._decisions)


def resolve_officers(papers: Iterable[Paper], decisions: Decisions = NO_DECISIONS) -> Across:
    """Say who is who in papers, whatever their order.

    Args:
        papers: the records, each looked at once.
        decisions: what the user knows better.

    Returns:
        The officers sorted by id, and a finding for each pair that may be one.
    """
    register = OfficerRegister(decisions)
    register.add(papers)
    return register.resolve()


def resolve(found: Iterable[Mention], decisions: Decisions = NO_DECISIONS) -> Across:
    """Say who is who in mentions, whatever their order."""
    forms = gather(found)
    groups = Groups(forms)
    apply_decisions(decisions, groups, forms)
    apply_steps(groups, forms)
    officers = sorted(_officers(groups), key=lambda officer: officer.officer_id)
    return Across(tuple(officers), tuple(proposals(groups, forms)), decisions.digest)


def _officers(groups: Groups) -> Iterator[ResolvedOfficer]:
    """Give the officers in the order of print, so that the first of two namesakes has the plain id."""
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: group.first.first.order):
        officer_id = next(name for name in _ids(group) if name not in taken)
        taken.add(officer_id)
        yield _officer(officer_id, group)


def _ids(group: Group) -> Iterator[str]:
    """Give ids from the plain one on: council, kind and first form, then what tells a namesake."""
    form = group.first
    mention = form.first
    base = f"{mention.circle.scope}/{mention.kind}/{_slug(form.label)}"
    yield base
    for more in (mention.role if form.name else None, mention.organisation, mention.circle.paper_id):
        if more:
            yield f"{base}/{_slug(more)}"
    yield f"{base}/{mention.circle.paper_id}/{mention.number + 1}"


def _slug(text: str) -> str:
    """Return a slug, of a text without Latin letters its own."""
    return slug(text) or plain(text)


def _officer(officer_id: str, group: Group) -> ResolvedOfficer:
    """Sum up the mentions of an officer."""
    found = sorted((mention for form in group.forms for mention in form.mentions), key=lambda one: one.order)
    kind = found[0].kind
    return ResolvedOfficer(
        officer_id=officer_id,
        kind=kind,
        name=_folded(group.fullest.first.name) if kind in PEOPLE else _folded(found[0].name),
        aliases=_each(mention.name for mention in found),
        roles=_each(mention.role for mention in found),
        organisations=_each(mention.organisation for mention in found),
        actions=_each(mention.action_id for mention in found),
        papers=_each(mention.circle.paper_id for mention in found),
    )


def _each(printed: Iterable[str | None]) -> tuple[str, ...]:
    """Return what is printed, blanks folded, each once and in order."""
    return tuple(dict.fromkeys(folded for text in printed if (folded := _folded(text))))


def _folded(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
