"""Recommendations after linking, and the links themselves."""

from __future__ import annotations

from collections.abc import Iterator

from extract.history.model import LinkRow, RecommendationRow, ReviewPaper, ReviewRow
from extract.history.review import Followed, LinkedReview, Round, in_order, rounds, status_of
from extract.link import Thread


def review_row(review: LinkedReview) -> ReviewRow:
    """Sum up a review."""
    titles = [paper.review.title for paper in review.papers if paper.review]
    return ReviewRow(
        review_id=review.review_id,
        review_key=review.key,
        council=review.council,
        title=titles[0] if titles else review.papers[0].title,
        papers=[
            ReviewPaper(
                paper_id=card.paper_id,
                source_name=card.name,
                title=card.title,
                kind=card.kind,
                spoken=card.spoken,
                copy_of=review.group.copies.get(card.paper_id),
            )
            for card in review.group.cards
        ],
        recommendations=[one.recommendation_id for one in review.recommendations],
    )


def recommendation_row(review: LinkedReview, followed: Followed) -> RecommendationRow:
    """Sum up one recommendation over its papers."""
    dated = [one for one in _all_rounds(followed) if one.progress.period]
    newest = dated[-1] if dated else None
    decisions = [
        one.recommendation.decision for one in followed.thread.mentions if one.recommendation.decision
    ]
    return RecommendationRow(
        recommendation_id=followed.recommendation_id,
        review_key=review.key,
        ref=followed.ref,
        text=followed.text,
        decision=decisions[-1].status if decisions else None,
        papers=_with_copies(review, [one.paper.paper_id for one in followed.thread.mentions]),
        actions=list(
            dict.fromkeys(
                one.action.action_id
                for each in followed.actions
                for one in each.thread.mentions
                if one.action
            )
        ),
        first_period=dated[0].progress.period if dated else None,
        latest_period=newest.progress.period if newest else None,
        latest_grade=newest.progress.grade if newest else None,
        latest_status=newest.progress.status if newest else status_of(followed),
    )


def _all_rounds(followed: Followed) -> list[Round]:
    """List the rounds of a recommendation and of its actions, oldest first."""
    threads = [followed.thread, *(action.thread for action in followed.actions)]
    return in_order(one for thread in threads for one in rounds(thread))


def _with_copies(review: LinkedReview, papers: list[str]) -> list[str]:
    copies = [copy for copy, original in review.group.copies.items() if original in papers]
    return [*papers, *copies]


def links(review: LinkedReview) -> Iterator[LinkRow]:
    """Give each recommendation and action of a review in each paper, with what links it to the one before."""
    for followed in review.recommendations:
        yield from _links(followed.recommendation_id, None, followed.thread)
        for action in followed.actions:
            yield from _links(followed.recommendation_id, action.action_id, action.thread)


def _links(recommendation_id: str, action_id: str | None, thread: Thread) -> Iterator[LinkRow]:
    earlier: str | None = None
    for mention in thread.mentions:
        yield LinkRow(
            recommendation_id=recommendation_id,
            action_id=action_id,
            paper_id=mention.paper.paper_id,
            printed_id=mention.action.action_id
            if mention.action
            else mention.recommendation.recommendation_id,
            earlier_paper_id=earlier,
            similarity=mention.score,
            evidence=mention.evidence,
        )
        earlier = mention.paper.paper_id
