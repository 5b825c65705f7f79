"""Every due date that was ever given for an action: original against current, and how far it slipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.history.model import AsOf, Quote, SlippageRow
from extract.history.review import (
    CLOSED,
    Followed,
    FollowedAction,
    LinkedReview,
    days_between,
    quote,
    status_of,
)
from extract.schema import Action, DateRef, Paper

# Roles of dates that say by when an action is due, the best first; a start, a review or a completion is
# no promise, nor is a word without a date.
_PROMISES = ("deadline", "milestone")


@dataclass(frozen=True, slots=True)
class Given:
    """A due date in one paper."""

    paper: Paper
    due: DateRef

    @property
    def quote(self) -> Quote:
        """The date as printed."""
        return quote(self.paper, self.due.raw, self.due.provenance)


def slippage(review: LinkedReview, as_of: AsOf) -> Iterator[SlippageRow]:
    """Give a row for each action for which any paper gives a date."""
    for followed in review.recommendations:
        for action in followed.actions:
            given = given_dates(action)
            if given:
                yield _row(review, followed, action, given, as_of.date)


def given_dates(action: FollowedAction) -> list[Given]:
    """List the due dates of an action in the order in which they were given, each change once.

    A stage that an earlier paper named beside its last date is no change where a later one prints it alone.
    """
    listed: list[Given] = []
    known: set[str | None] = set()
    for paper, printed in action.actions:
        for due in _due(printed):
            if not listed or due.edtf not in {listed[-1].due.edtf, *known}:
                listed.append(Given(paper, due))
        known |= {one.edtf for one in printed.due if one.role == "milestone"}
    return listed


def _due(action: Action) -> list[DateRef]:
    """Return of one paper the dates that it calls former, then the one that stands."""
    former = [one for one in action.due if one.latest and one.role == "superseded"]
    standing = standing_date(action)
    return [*former, standing] if standing else former


def standing_date(action: Action) -> DateRef | None:
    """Return the date by which an action is due as one paper prints it: of several the last."""
    for role in _PROMISES:
        dated = [one for one in action.due if one.latest and one.role == role]
        if dated:
            return max(dated, key=lambda one: one.latest or date.min)
    return None


def _row(
    review: LinkedReview, followed: Followed, action: FollowedAction, given: list[Given], today: date | None
) -> SlippageRow:
    first, last = given[0].due, given[-1].due
    status = status_of(followed, action)
    late = None if today is None or status in CLOSED else days_between(last.latest, today)
    late_first = None if today is None or status in CLOSED else days_between(first.latest, today)
    newest = action.thread.last.action
    return SlippageRow(
        recommendation_id=followed.recommendation_id,
        action_id=action.action_id,
        review_key=review.key,
        council=review.council,
        recommendation_ref=followed.ref,
        action=_text(action),
        officers=[one.name or one.role or one.raw for one in newest.officers] if newest else [],
        original_raw=first.raw,
        original_due=first.edtf,
        original_latest=first.latest,
        current_raw=last.raw,
        current_due=last.edtf,
        current_latest=last.latest,
        revisions=len(given) - 1,
        days_slipped=days_between(first.latest, last.latest),
        status=status,
        overdue=None if today is None else late is not None and late > 0,
        days_overdue=max(late, 0) if late is not None else None,
        days_overdue_original=max(late_first, 0) if late_first is not None else None,
        dates=[one.due.edtf or one.due.raw for one in given],
        papers=list(dict.fromkeys(one.paper.paper_id for one in given)),
        evidence=[one.quote for one in given],
    )


def _text(action: FollowedAction) -> str:
    """Return the newest text of an action; "" where no paper prints one."""
    return next((one.text for _, one in reversed(action.actions) if one.text), "")
