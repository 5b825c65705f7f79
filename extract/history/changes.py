"""What changed between two states of the record: of two runs, or of two papers.

A state is what the newest paper on a side says.  Recommendations and actions are
matched as they are over time (`extract.matching`), so that a new label makes no new
recommendation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from extract.history.follow import Follower
from extract.history.model import Quote
from extract.history.review import Followed, FollowedAction, LinkedReview, days_between, quote
from extract.history.slippage import standing_date
from extract.link import Mention
from extract.matching import Matching, match
from extract.reviews import Card, Group, card_of, group_cards
from extract.schema import Location, Paper, Record
from normalise.text import fold, fold_label

ChangeKind = Literal["new", "gone", "reworded", "moved_date", "changed_owner", "changed_status"]


class Change(Record):
    """One change with the words on either side; null where a side has none."""

    kind: ChangeKind
    review_key: str | None
    recommendation_id: str
    recommendation_ref: str | None
    action_id: str | None
    before: str | None
    after: str | None
    message: str
    evidence: list[Quote]


class Run(NamedTuple):
    """One side of a comparison: a card for each paper, and what loads its record."""

    cards: Sequence[Card]
    load: Callable[[str], Paper]


class _Value(NamedTuple):
    """What one side says in one respect: as printed, what counts, where; of dates the last day and all."""

    printed: str
    counts: object
    places: Sequence[Location] = ()
    day: date | None = None
    dates: Sequence[str] = ()


def changes_of_papers(old: Paper, new: Paper) -> list[Change]:
    """Compare two papers, whatever their reviews are called."""
    before, after = (
        Follower({paper.paper_id: paper}.__getitem__, []).review(Group((card_of(paper),), {}))
        for paper in (old, new)
    )
    return list(_of_review(before, after))


def changes_of_runs(old: Run, new: Run) -> list[Change]:
    """Compare two runs, review by review."""
    cards = {card.paper_id: card for card in (*old.cards, *new.cards)}
    before, after = Follower(old.load, []), Follower(new.load, [])
    held = [frozenset(card.paper_id for card in run.cards) for run in (old, new)]
    found: list[Change] = []
    for group in group_cards(cards.values())[0]:
        found += _of_review(before.review(_part(group, held[0])), after.review(_part(group, held[1])))
    return found


def _part(group: Group, held: frozenset[str]) -> Group:
    """Return the papers of a review that one side holds."""
    copies = {copy: stands for copy, stands in group.copies.items() if {copy, stands} <= held}
    return Group(tuple(card for card in group.cards if card.paper_id in held), copies)


def _of_review(old: LinkedReview, new: LinkedReview) -> Iterator[Change]:
    """Give what is gone or changed in the order of the old side, then what is new."""
    before, after = old.recommendations, new.recommendations
    matching = _match(before, after)
    partners = {one.old: after[one.new] for one in matching.matches}
    for at, one in enumerate(before):
        if at in partners:
            yield from _of_recommendation(old, one, new, partners[at])
        else:
            alike = [after[doubt.new] for doubt in matching.doubts if doubt.old == at]
            yield _whole("gone", old, one, None, alike)
    matched = {one.new for one in matching.matches}
    for at, one in enumerate(after):
        if at not in matched:
            alike = [before[doubt.old] for doubt in matching.doubts if doubt.new == at]
            yield _whole("new", new, one, None, alike)


def _match(old: Sequence[Followed | FollowedAction], new: Sequence[Followed | FollowedAction]) -> Matching:
    return match([one.thread.forms for one in old], [one.thread.last.printed for one in new])


def _of_recommendation(
    old_review: LinkedReview, old: Followed, review: LinkedReview, new: Followed
) -> Iterator[Change]:
    yield from _differences(review, old, new)
    partners = {one.old: one.new for one in _match(old.actions, new.actions).matches}
    if not partners and len(old.actions) == len(new.actions) == 1:
        partners = {0: 0}
    for at, action in enumerate(old.actions):
        if at in partners:
            yield from _differences(review, old, new, action, new.actions[partners[at]])
        else:
            yield _whole("gone", old_review, old, action)
    for at, action in enumerate(new.actions):
        if at not in partners.values():
            yield _whole("new", review, new, action)


def _whole(
    kind: ChangeKind,
    review: LinkedReview,
    followed: Followed,
    action: FollowedAction | None = None,
    alike: Sequence[Followed] = (),
) -> Change:
    """Tell of a recommendation or action that one side alone has, and of what may be the same."""
    last = (action or followed).thread.last
    value = _text(last)
    note = "".join(f"; it may be {_name(one)}, reworded" for one in alike)
    subject = f"an action of {_name(followed)}" if action else _name(followed)
    return Change(
        kind=kind,
        review_key=review.key,
        recommendation_id=followed.recommendation_id,
        recommendation_ref=followed.ref,
        action_id=action.action_id if action else None,
        before=value.printed if kind == "gone" else None,
        after=value.printed if kind == "new" else None,
        message=f"{subject} is {kind}{note}",
        evidence=[quote(last.paper, value.printed, value.places)],
    )


def _name(followed: Followed) -> str:
    return f"recommendation {followed.ref}" if followed.ref else "a recommendation without reference"


def _differences(
    review: LinkedReview,
    old: Followed,
    new: Followed,
    old_action: FollowedAction | None = None,
    new_action: FollowedAction | None = None,
) -> Iterator[Change]:
    """Compare one recommendation or action on both sides, respect by respect."""
    before, after = (old_action or old).thread.last, (new_action or new).thread.last
    for kind, words, value_of in _RESPECTS:
        one, other = value_of(before), value_of(after)
        if one.counts == other.counts or (kind == "moved_date" and _are_stages(one, other)):
            continue
        subject = f"an action of {_name(new)}" if new_action else _name(new)
        yield Change(
            kind=kind,
            review_key=review.key,
            recommendation_id=new.recommendation_id,
            recommendation_ref=new.ref,
            action_id=new_action.action_id if new_action else None,
            before=one.printed or None,
            after=other.printed or None,
            message=f"{words} of {subject} changed{_later(one, other)}",
            evidence=[
                quote(mention.paper, value.printed, value.places)
                for mention, value in ((before, one), (after, other))
                if value.printed
            ],
        )


def _are_stages(before: _Value, after: _Value) -> bool:
    """Tell whether all dates of a paper are stages that the one before named too: nothing moved."""
    return bool(after.dates) and set(after.dates) < set(before.dates)


def _later(before: _Value, after: _Value) -> str:
    """Say of two dates by how many days the one is later."""
    days = days_between(before.day, after.day)
    if not days:
        return ""
    return f": {abs(days)} days {'later' if days > 0 else 'earlier'}"


def _text(mention: Mention) -> _Value:
    one = mention.action or mention.recommendation
    return _Value(one.text, fold_label(one.text), one.provenance.get("text", ()))


def _owners(mention: Mention) -> _Value:
    officers = mention.action.officers if mention.action else []
    names = [one.name or one.role or one.raw for one in officers]
    places = [place for one in officers for place in one.provenance]
    return _Value("; ".join(one.raw for one in officers), sorted(map(fold, names)), places)


def _dates(mention: Mention) -> _Value:
    due = mention.action.due if mention.action else []
    standing = [one for one in due if one.role != "superseded"]
    places = [place for one in standing for place in one.provenance]
    last = standing_date(mention.action) if mention.action else None
    printed = "; ".join(one.raw for one in standing)
    dates = [one.edtf or fold(one.raw) for one in standing]
    return _Value(printed, dates, places, last.latest if last else None, dates)


def _status(mention: Mention) -> _Value:
    """Give the status of an action or recommendation, the newest grade and the decision."""
    action, decision = mention.action, mention.recommendation.decision
    rounds = action.progress if action else mention.recommendation.progress
    newest = rounds[-1] if rounds else None
    parts = [
        (action.status.status, action.status.raw, action.provenance.get("status", ()))
        if action and action.status
        else None,
        (
            newest.status or newest.grade,
            newest.grade_raw or newest.status or "",
            newest.provenance.get("grade", ()),
        )
        if newest and (newest.status or newest.grade)
        else None,
        (decision.status, decision.raw, mention.recommendation.provenance.get("decision", ()))
        if decision and not action
        else None,
    ]
    told = [part for part in parts if part]
    return _Value(
        "; ".join(raw for _, raw, _ in told),
        [status for status, _, _ in told],
        [place for _, _, places in told for place in places],
    )


_RESPECTS: tuple[tuple[ChangeKind, str, Callable[[Mention], _Value]], ...] = (
    ("reworded", "the words", _text),
    ("moved_date", "the date", _dates),
    ("changed_owner", "the owner", _owners),
    ("changed_status", "the status", _status),
)
