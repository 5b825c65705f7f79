"""The rows of the CSV tables, and the values that a row sums up from its part of the record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extract.across.results import PaperFinding
from extract.schema import (
    Action,
    DateRef,
    Location,
    Officer,
    Paper,
    Progress,
    Provenance,
    Recommendation,
)
from extract.writers.model import list_cell


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action with what it belongs to."""

    paper: Paper
    recommendation: Recommendation
    action: Action

    @property
    def officers(self) -> list[Officer]:
        """Those who carry the action out."""
        return [officer for officer in self.action.officers if officer.relation != "portfolio_holder"]

    @property
    def portfolio_holders(self) -> str:
        """The councillors who answer for it, each by name or by post."""
        holders = [officer for officer in self.action.officers if officer.relation == "portfolio_holder"]
        return list_cell(holder.name or holder.role or holder.raw for holder in holders)

    @property
    def latest(self) -> Progress | None:
        """The newest round of the action's own progress, else of the recommendation's."""
        return newest_round(self.action.progress or self.recommendation.progress)


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A progress entry with what it belongs to; `action` is null where it covers the recommendation."""

    paper: Paper
    recommendation: Recommendation
    action: Action | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date of an action."""

    paper_id: str
    action_id: str
    date: DateRef


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An officer of an action."""

    paper_id: str
    action_id: str
    officer: Officer


def paper_rows(paper: Paper) -> Iterator[Paper]:
    """Give the paper itself: one row each."""
    yield paper


def action_rows(paper: Paper) -> Iterator[ActionRow]:
    """Give the actions of a paper in reading order."""
    for recommendation in paper.recommendations:
        for action in recommendation.actions:
            yield ActionRow(paper, recommendation, action)


def progress_rows(paper: Paper) -> Iterator[ProgressRow]:
    """Give the progress entries: each recommendation's, then those of its actions."""
    for recommendation in paper.recommendations:
        for entry in recommendation.progress:
            yield ProgressRow(paper, recommendation, None, entry)
        for action in recommendation.actions:
            for entry in action.progress:
                yield ProgressRow(paper, recommendation, action, entry)


def date_rows(paper: Paper) -> Iterator[DateRow]:
    """Give the dates of every action."""
    for row in action_rows(paper):
        for due in row.action.due:
            yield DateRow(paper.paper_id, row.action.action_id, due)


def officer_rows(paper: Paper) -> Iterator[OfficerRow]:
    """Give the officers of every action."""
    for row in action_rows(paper):
        for officer in row.action.officers:
            yield OfficerRow(paper.paper_id, row.action.action_id, officer)


def finding_rows(paper: Paper) -> Iterator[PaperFinding]:
    """Give the findings in the order of the record."""
    for finding in paper.findings:
        yield PaperFinding(paper.paper_id, finding)


def review_key(paper: Paper) -> str | None:
    """Return the key that papers of one review share."""
    return paper.review.key if paper.review else None


def newest_round(rounds: Sequence[Progress]) -> Progress | None:
    """Return the last dated round, as rounds stand oldest first; without any, the last one printed."""
    dated = [entry for entry in rounds if entry.period]
    latest = dated or rounds
    return latest[-1] if latest else None


def due_bounds(due: Iterable[DateRef]) -> tuple[date | None, date | None]:
    """Return the first and last day of the deadlines, else of all dates; an open end is null."""
    bounded = [ref for ref in due if ref.earliest or ref.latest]
    chosen = [ref for ref in bounded if ref.role == "deadline"] or bounded
    starts = [ref.earliest for ref in chosen if ref.earliest]
    ends = [ref.latest for ref in chosen if ref.latest]
    return (
        min(starts) if starts and len(starts) == len(chosen) else None,
        max(ends) if ends and len(ends) == len(chosen) else None,
    )


def page_span(*provenances: Provenance) -> str:
    """Return the pages of the first provenance that names any: "18" or "18-20"; "" for text forms."""
    for provenance in provenances:
        pages = {place.page for places in provenance.values() for place in places if place.page}
        if pages:
            first, last = min(pages), max(pages)
            return str(first) if first == last else f"{first}-{last}"
    return ""


def places_cell(places: Iterable[Location]) -> str | None:
    """Return the places as a JSON array without nulls; null where none is known."""
    listed = [place.model_dump(mode="json", exclude_none=True) for place in places]
    return json.dumps(listed) if listed else None
