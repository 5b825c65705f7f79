"""One review after linking: its threads with their identities, and what they tell over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from extract.history.model import Quote
from extract.link import Mention, Thread
from extract.matching import SAME
from extract.reviews import Group, own_date
from extract.schema import Action, Location, Paper, Progress, Provenance, StatusName
from normalise.text import fold
from normalise.values.edtf import period_key

# What has one of these will not come back, and is not overdue.
CLOSED: frozenset[StatusName] = frozenset({"completed", "dropped"})


@dataclass(frozen=True, slots=True)
class FollowedAction:
    """An action through the papers of its review."""

    action_id: str
    thread: Thread

    @property
    def actions(self) -> list[tuple[Paper, Action]]:
        """The action as each paper prints it, oldest first."""
        return [(one.paper, one.action) for one in self.thread.mentions if one.action]


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation through the papers of its review, with its actions."""

    recommendation_id: str
    thread: Thread
    actions: tuple[FollowedAction, ...]

    @property
    def ref(self) -> str | None:
        """Its reference in the oldest paper that prints one."""
        return next((one.recommendation.ref for one in self.thread.mentions if one.recommendation.ref), None)

    @property
    def text(self) -> str:
        """Its text as first printed; "" where no paper prints one."""
        texts = (one.recommendation.text for one in self.thread.mentions)
        return next(filter(None, texts), "")


@dataclass(frozen=True, slots=True)
class LinkedReview:
    """A review: its papers oldest first, each once, and its recommendations.

    Attributes:
        review_id: its identity in the run.
        group: the cards of its papers, copies among them.
        papers: oldest first, copies left out.
        recommendations: in the order in which they are first printed.
    """

    review_id: str
    group: Group
    papers: tuple[Paper, ...]
    recommendations: tuple[Followed, ...]

    @property
    def key(self) -> str | None:
        """Key of the review; null where its papers name none."""
        return key_of(self.papers)

    @property
    def council(self) -> str | None:
        """The council, where any paper names it."""
        return council_of(self.papers)


def key_of(papers: Iterable[Paper]) -> str | None:
    """Return the first key of a review that papers have."""
    return next((paper.review.key for paper in papers if paper.review and paper.review.key), None)


def council_of(papers: Iterable[Paper]) -> str | None:
    """Return the first council that papers name."""
    return next((paper.council for paper in papers if paper.council), None)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of progress, or what a row says of itself, in one paper.

    `period` is that of the round, else the date of the paper.
    """

    paper: Paper
    progress: Progress
    period: str | None


def rounds(thread: Thread) -> list[Round]:
    """List the rounds of a recommendation or action, oldest first, each once.

    Later papers print earlier rounds again: of rounds of one period that say nearly
    the same the first print stands.
    """
    found: list[Round] = []
    for mention in thread.mentions:
        for entry in _entries(mention):
            one = Round(mention.paper, entry, entry.period or own_date(mention.paper))
            if not any(_reprints(one, other) for other in found):
                found.append(one)
    return in_order(found)


def in_order(found: Iterable[Round]) -> list[Round]:
    """Sort rounds oldest first; those of no date stand last."""
    return sorted(found, key=lambda one: period_key(one.period or "") or (9999,))


def _entries(mention: Mention) -> Sequence[Progress]:
    return mention.action.progress if mention.action else mention.recommendation.progress


def _reprints(one: Round, other: Round) -> bool:
    """Tell whether a round is another one printed again: the same period, grade and words."""
    if one.progress.period != other.progress.period or not one.progress.period:
        return False
    same = (one.progress.grade, one.progress.status) == (other.progress.grade, other.progress.status)
    return same and fuzz.ratio(fold(one.progress.evidence), fold(other.progress.evidence)) >= SAME


def status_of(followed: Followed, action: FollowedAction | None = None) -> StatusName | None:
    """Return the status that the newest paper which says one gives.

    Of one paper the action's own status stands first, then its newest round, then
    the newest round of the recommendation.
    """
    mentions = action.thread.mentions if action else followed.thread.mentions
    for mention in reversed(mentions):
        for status in _statuses(mention):
            if status and status != "unknown":
                return status
    return None


def _statuses(mention: Mention) -> Iterator[StatusName | None]:
    one = mention.action
    if one:
        yield one.status.status if one.status else None
        yield from (entry.status for entry in reversed(one.progress))
    yield from (entry.status for entry in reversed(mention.recommendation.progress))
    if not one:
        own = {each.status.status if each.status else None for each in mention.recommendation.actions}
        yield own.pop() if len(own) == 1 else None


def quote(paper: Paper, text: str, places: Iterable[Location]) -> Quote:
    """Quote words of a paper with the first place at which they stand."""
    return Quote(
        paper_id=paper.paper_id, source_name=paper.source.name, location=next(iter(places), None), text=text
    )


def field_quote(paper: Paper, text: str, provenance: Provenance, *names: str) -> Quote:
    """Quote a field of the record; its places are those of the first name that has any."""
    places = next((provenance[name] for name in names if provenance.get(name)), [])
    return quote(paper, text, places)


def days_between(first: date | None, second: date | None) -> int | None:
    """Count the days from one to the other; null where either is unknown."""
    return (second - first).days if first and second else None
