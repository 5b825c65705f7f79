"""What actions lack in every paper that prints them, and what was late when it was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from extract.history.model import GapKind, GapRow
from extract.history.review import Followed, FollowedAction, LinkedReview, field_quote
from extract.history.slippage import given_dates
from extract.reviews import own_date
from normalise.values.edtf import first_day


def gaps(review: LinkedReview) -> Iterator[GapRow]:
    """Give a row for each action without an owner, without any date, or due before it was agreed."""
    for followed in review.recommendations:
        for action in followed.actions:
            for kind, message in _gaps(action):
                yield _row(review, followed, action, kind, message)


def _gaps(action: FollowedAction) -> Iterator[tuple[GapKind, str]]:
    printed = [one for _, one in action.actions]
    if not any(one.officers for one in printed):
        yield "missing_owner", "no paper names anybody who is responsible"
    if not any(one.due for one in printed):
        yield "missing_date", "no paper gives a date"
    given = given_dates(action)
    if given and (agreed := own_date(given[0].paper)):
        due, day = given[0].due, first_day(agreed)
        if day and due.latest and due.latest < day and given[0].paper.kind == "action_plan":
            yield "past_when_agreed", f"“{due.raw}” was past when the paper of {agreed} gave it"


def _row(
    review: LinkedReview, followed: Followed, action: FollowedAction, kind: GapKind, message: str
) -> GapRow:
    first = action.thread.first
    text = first.action.text if first.action else ""
    provenance = first.action.provenance if first.action else {}
    return GapRow(
        recommendation_id=followed.recommendation_id,
        action_id=action.action_id,
        review_key=review.key,
        recommendation_ref=followed.ref,
        gap=kind,
        message=message,
        paper_id=first.paper.paper_id,
        evidence=[
            field_quote(first.paper, text, provenance, "text")
            if text
            else field_quote(
                first.paper, first.recommendation.text, first.recommendation.provenance, "text", "ref"
            )
        ],
    )
