"""Statuses by round: each grade, status and colour that any paper gives, oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from extract.history.model import StatusRow
from extract.history.review import Followed, LinkedReview, field_quote, rounds
from extract.link import Thread
from extract.reviews import own_date


def statuses(review: LinkedReview) -> Iterator[StatusRow]:
    """Give a row for each round that says how things stand, and for each action's own status."""
    for followed in review.recommendations:
        yield from _of_rounds(review, followed, followed.thread, None)
        for action in followed.actions:
            yield from _of_rounds(review, followed, action.thread, action.action_id)
            yield from _of_action(review, followed, action.thread, action.action_id)


def _of_rounds(
    review: LinkedReview, followed: Followed, thread: Thread, action_id: str | None
) -> Iterator[StatusRow]:
    for one in rounds(thread):
        entry = one.progress
        if entry.grade or entry.status or entry.rag:
            yield StatusRow(
                recommendation_id=followed.recommendation_id,
                action_id=action_id,
                review_key=review.key,
                recommendation_ref=followed.ref,
                paper_id=one.paper.paper_id,
                period=one.period,
                period_label=entry.period_label,
                grade=entry.grade,
                status=entry.status,
                rag=entry.rag,
                evidence=[
                    field_quote(
                        one.paper,
                        entry.grade_raw or entry.explanation or entry.evidence,
                        entry.provenance,
                        "grade",
                        "status",
                        "explanation",
                        "evidence",
                    )
                ],
            )


def _of_action(
    review: LinkedReview, followed: Followed, thread: Thread, action_id: str
) -> Iterator[StatusRow]:
    for mention in thread.mentions:
        action = mention.action
        if action and (action.status or action.rag):
            raw = action.status.raw if action.status else action.rag or ""
            yield StatusRow(
                recommendation_id=followed.recommendation_id,
                action_id=action_id,
                review_key=review.key,
                recommendation_ref=followed.ref,
                paper_id=mention.paper.paper_id,
                period=own_date(mention.paper),
                period_label=None,
                grade=None,
                status=action.status.status if action.status else None,
                rag=action.rag,
                evidence=[field_quote(mention.paper, raw, action.provenance, "status", "rag")],
            )
