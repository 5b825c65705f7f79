"""Officers as one paper names them, cut down to what tells them apart: what a run keeps in memory."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.schema import Location, Officer, OfficerKind, Paper
from normalise.lexicon import load
from normalise.text import fold_label, slug

UNDATED = "9999"


class Circle(NamedTuple):
    """The paper of a mention, and whose paper it is.

    Attributes:
        scope: slug of the council; where none is known, of the review, else of the paper.
        council: name of the council as printed or given.
        group: key of the review, else the committee, else the paper: who is known there by initials.
        date: EDTF date of the paper; `UNDATED` sorts last.
        paper_id: the paper.
    """

    scope: str
    council: str | None
    group: str
    date: str
    paper_id: str

    @property
    def year(self) -> int | None:
        """Return the year of the paper."""
        return int(self.date[:4]) if self.date != UNDATED and self.date[:4].isdigit() else None


class Mention(NamedTuple):
    """One officer at one place of a paper.

    Attributes:
        circle: the paper.
        number: its place among the mentions of the paper.
        kind: who it is.
        name: the name as printed; null for a post.
        role: the title as printed.
        organisation: the body as printed, if it is not the council.
        relation: what the officer is to the action.
        action_id: the action; null for a link officer of the paper.
        ref: reference of the recommendation.
        place: where it stands.
    """

    circle: Circle
    number: int
    kind: OfficerKind
    name: str | None
    role: str | None
    organisation: str | None
    relation: str
    action_id: str | None
    ref: str | None
    place: Location | None

    @property
    def order(self) -> tuple[str, str, int]:
        """Return what mentions are sorted by: the oldest paper first, whatever the order of inputs."""
        return self.circle.date, self.circle.paper_id, self.number


def mentions(paper: Paper) -> Iterator[Mention]:
    """Give the officers of a paper: its link officers, then those of its actions in reading order."""
    circle = _circle(paper)
    number = 0
    for officer, action_id, ref in _officers(paper):
        if officer.name or officer.role:
            yield Mention(
                circle,
                number,
                officer.kind,
                officer.name,
                officer.role,
                officer.organisation,
                officer.relation,
                action_id,
                ref,
                officer.provenance[0] if officer.provenance else None,
            )
            number += 1


def council_key(council: str) -> str:
    """Return the slug of a council's name without the words that all councils share.

    Equal keys are the same council: `st-helens` for St Helens Borough Council and
    the Borough of St. Helens; the city and the county of Durham stay two.
    """
    skipped, tiers = _council_words()
    words = fold_label(council.replace("'", "").replace("’", "")).split()
    told = [word for word in words if word not in skipped and word not in tiers]
    return slug(" ".join([*told, *(word for word in words if word in tiers)])) or slug(council)


def _officers(paper: Paper) -> Iterator[tuple[Officer, str | None, str | None]]:
    for officer in paper.link_officers:
        yield officer, None, None
    for recommendation in paper.recommendations:
        for action in recommendation.actions:
            for officer in action.officers:
                yield officer, action.action_id, recommendation.ref


def _circle(paper: Paper) -> Circle:
    review = paper.review.key if paper.review else None
    key = council_key(paper.council) if paper.council else None
    return Circle(
        scope=key or (f"review-{review}" if review else paper.paper_id),
        council=paper.council if key else None,
        group=review or fold_label(paper.committee or "") or paper.paper_id,
        date=paper.meeting_date or paper.plan_agreed or UNDATED,
        paper_id=paper.paper_id,
    )


@cache
def _council_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of council names that are skipped, and those that name a tier."""
    councils = load("identity")["councils"]
    return frozenset(councils["skipped"].split()), frozenset(councils["tiers"].split())
