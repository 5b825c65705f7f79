"""Recommendations that no later paper of their review prints."""

from __future__ import annotations

from collections.abc import Iterator

from extract.history.model import AsOf, SilenceRow
from extract.history.review import LinkedReview, days_between, field_quote, status_of
from extract.reviews import spoken_date
from extract.schema import Paper
from normalise.values.edtf import last_day


def silence(review: LinkedReview, as_of: AsOf) -> Iterator[SilenceRow]:
    """Give a row for each recommendation that is missing from every later paper with recommendations."""
    papers = [paper for paper in review.papers if paper.recommendations]
    for followed in review.recommendations:
        last = followed.thread.last
        later = _after(papers, last.paper)
        if not later:
            continue
        spoken = spoken_date(last.paper)
        yield SilenceRow(
            recommendation_id=followed.recommendation_id,
            review_key=review.key,
            council=review.council,
            recommendation_ref=followed.ref,
            recommendation=followed.text,
            last_paper_id=last.paper.paper_id,
            last_date=spoken,
            last_status=status_of(followed),
            later_papers=[paper.paper_id for paper in later],
            days_silent=days_between(last_day(spoken), as_of.date) if spoken else None,
            evidence=[
                field_quote(last.paper, last.recommendation.text, last.recommendation.provenance, "text")
            ],
        )


def _after(papers: list[Paper], last: Paper) -> list[Paper]:
    """List the papers behind one; a later print of the same day is none: it may be the other half."""
    at = next(at for at, paper in enumerate(papers) if paper.paper_id == last.paper_id)
    spoken = spoken_date(last)
    return [paper for paper in papers[at + 1 :] if spoken is None or spoken_date(paper) != spoken]
