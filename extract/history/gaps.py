"""What actions lack in every paper that prints them, and what was late when it was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.history.model import GapKind, GapRow, Quote
from extract.history.review import Followed, FollowedAction, LinkedReview, field_quote
from extract.history.slippage import Given, given_dates
from extract.reviews import own_date
from normalise.values.edtf import first_day


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is missing or wrong, the same in words, and the date that is wrong."""

    kind: GapKind
    message: str
    date: Given | None = None


def gaps(review: LinkedReview) -> Iterator[GapRow]:
    """Give a row for each action without an owner, without any date, or due before it was agreed."""
    for followed in review.recommendations:
        for action in followed.actions:
            for gap in _gaps(action):
                yield _row(review, followed, action, gap)


def _gaps(action: FollowedAction) -> Iterator[_Gap]:
    printed = [one for _, one in action.actions]
    if not any(one.officers for one in printed):
        yield _Gap("missing_owner", "no paper names anybody who is responsible")
    if not any(one.due for one in printed):
        yield _Gap("missing_date", "no paper gives a date")
    for first in given_dates(action)[:1]:
        agreed = own_date(first.paper)
        day = first_day(agreed) if agreed else None
        if day and first.due.latest and first.due.latest < day and first.paper.kind == "action_plan":
            message = f"“{first.due.raw}” was past when the paper of {agreed} gave it"
            yield _Gap("past_when_agreed", message, first)


def _row(review: LinkedReview, followed: Followed, action: FollowedAction, gap: _Gap) -> GapRow:
    first = action.thread.first
    return GapRow(
        recommendation_id=followed.recommendation_id,
        action_id=action.action_id,
        review_key=review.key,
        recommendation_ref=followed.ref,
        gap=gap.kind,
        message=gap.message,
        paper_id=first.paper.paper_id,
        evidence=[_words(action), *([gap.date.quote] if gap.date else [])],
    )


def _words(action: FollowedAction) -> Quote:
    """Quote the action as first printed, or what was recommended where its words are blank."""
    first = action.thread.first
    if first.action and first.action.text:
        return field_quote(first.paper, first.action.text, first.action.provenance, "text")
    return field_quote(first.paper, first.recommendation.text, first.recommendation.provenance, "text", "ref")
