"""What the pages of the report show: values with their evidence, ready for the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.history.model import AsOf, History, Quote, SlippageRow
from extract.history.review import CLOSED, Followed, FollowedAction, Round, rounds, status_of
from extract.history.slippage import given_dates
from extract.report.pictures import Pictures
from extract.report.timeline import Mark, MarkKind, Timeline, timeline
from extract.schema import Location, Officer, Paper, StatusName
from normalise.text import slug
from normalise.values.edtf import last_day

# Names of statuses as a reader says them.
STATUS_WORDS = {
    "not_started": "not started",
    "in_progress": "in progress",
    "on_track": "on track",
    "at_risk": "at risk",
    "partly_completed": "partly completed",
    "not_achieved": "not achieved",
    "on_hold": "on hold",
}
NO_STATUS = "no status"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a value: the file, the place in it, the picture of the place where there is one."""

    source: str
    place: str
    text: str
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the words it was read from."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnerView:
    """An officer of an action, and the officer's page."""

    value: Value
    page: str | None

    @property
    def text(self) -> str:
        """Who it is."""
        return self.value.text


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round of progress."""

    when: str
    standing: str
    text: Value
    explanation: str
    impact: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action as its newest paper prints it, and what became of its dates."""

    text: Value
    owners: tuple[OwnerView, ...]
    dates: tuple[Value, ...]
    status: str
    overdue: bool
    days_overdue: int | None
    revisions: int
    measures: str
    rounds: tuple[RoundView, ...]


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """A recommendation with its actions, rounds and timeline; `anchor` names it on its page."""

    anchor: str
    name: str
    text: Value
    theme: str
    decision: Value | None
    status: str
    actions: tuple[ActionView, ...]
    rounds: tuple[RoundView, ...]
    timeline: Timeline | None
    silent: bool


def status_words(status: str | None) -> str:
    """Say a status."""
    return STATUS_WORDS.get(status, status) if status else NO_STATUS


def place_words(place: Location | None) -> str:
    """Say where in a file words stand."""
    if place is None:
        return ""
    parts = [("page", place.page), ("line", place.line)]
    if place.page is None and place.line is None:
        parts = [("table", place.table), ("row", place.row), ("column", place.column)]
    return ", ".join(f"{name} {number}" for name, number in parts if number is not None)


class Views:
    """Makes what the pages show.

    Args:
        history: the ledgers of the run.
        sha256: the digest of each paper's file, by paper_id.
        page_of: gives the page of an officer as a paper prints it.
        pictures: draws places of PDF pages.
        every_picture: whether each value of a PDF gets its picture, or only those on the attention lists.
    """

    def __init__(
        self,
        history: History,
        sha256: dict[str, str],
        pictures: Pictures,
        page_of: Callable[[Paper, Officer], str | None],
        *,
        every_picture: bool,
    ) -> None:
        """See the class."""
        self._page_of = page_of
        self._sha256, self._pictures, self._every = sha256, pictures, every_picture
        self._slippage = {row.action_id: row for row in history.slippage}
        self._silent = {row.recommendation_id for row in history.silence if is_open(row.last_status)}
        self._as_of: AsOf = history.as_of

    def quoted(self, quotes: Iterable[Quote], *, attention: bool = False) -> tuple[Evidence, ...]:
        """Show quotes; on an attention list with their pictures."""
        return tuple(self._evidence(one, attention=attention) for one in quotes)

    def _evidence(self, one: Quote, *, attention: bool = False) -> Evidence:
        wanted = attention or self._every
        picture = self._pictures.of(self._sha256[one.paper_id], one.location) if wanted else None
        return Evidence(one.source_name, place_words(one.location), one.text, picture)

    def _value(self, paper: Paper, text: str, raw: str, places: Sequence[Location]) -> Value:
        place = places[0] if places else None
        quote = Quote(paper_id=paper.paper_id, source_name=paper.source.name, location=place, text=raw)
        return Value(text, (self._evidence(quote),) if raw else ())

    def recommendation(self, followed: Followed) -> RecommendationView:
        """Show a recommendation."""
        last = followed.thread.last
        paper, one = last.paper, last.recommendation
        decided = next((m for m in reversed(followed.thread.mentions) if m.recommendation.decision), None)
        decision = decided.recommendation.decision if decided else None
        return RecommendationView(
            anchor=anchor_of(followed.recommendation_id),
            name=f"Recommendation {followed.ref}" if followed.ref else "Recommendation without reference",
            text=self._value(paper, followed.text, one.text, one.provenance.get("text", [])),
            theme=one.theme or "",
            decision=self._value(
                decided.paper,
                (decision.status or "answered").replace("_", " "),
                decision.raw,
                decided.recommendation.provenance.get("decision", []),
            )
            if decided and decision
            else None,
            status=status_words(standing(followed)),
            actions=tuple(self._action(followed, action) for action in followed.actions),
            rounds=tuple(map(self._round, rounds(followed.thread))),
            timeline=timeline(list(self._marks(followed))),
            silent=followed.recommendation_id in self._silent,
        )

    def _action(self, followed: Followed, action: FollowedAction) -> ActionView:
        paper, one = action.actions[-1]
        row: SlippageRow | None = self._slippage.get(action.action_id)
        return ActionView(
            text=self._value(paper, one.text, one.text, one.provenance.get("text", [])),
            owners=tuple(self._owner(paper, officer) for officer in one.officers),
            dates=tuple(
                self._value(given.paper, given.due.raw, given.due.raw, given.due.provenance)
                for given in given_dates(action)
            )
            or tuple(self._value(paper, due.raw, due.raw, due.provenance) for due in one.due),
            status=status_words(status_of(followed, action)),
            overdue=bool(row and row.overdue),
            days_overdue=row.days_overdue if row else None,
            revisions=row.revisions if row else 0,
            measures=one.success_measures or "",
            rounds=tuple(map(self._round, rounds(action.thread))),
        )

    def _owner(self, paper: Paper, officer: Officer) -> OwnerView:
        value = self._value(paper, owner_words(officer), officer.raw, officer.provenance)
        return OwnerView(value, self._page_of(paper, officer))

    def _round(self, one: Round) -> RoundView:
        entry = one.progress
        grade = f"grade {entry.grade}" if entry.grade else ""
        standing_words = [grade, status_words(entry.status) if entry.status else "", entry.rag or ""]
        return RoundView(
            when=entry.period_label or one.period or "no date",
            standing=", ".join(filter(None, standing_words)),
            text=self._value(one.paper, entry.evidence, entry.evidence, entry.provenance.get("evidence", [])),
            explanation=entry.explanation,
            impact=entry.impact,
        )

    def _marks(self, followed: Followed) -> Iterator[Mark]:
        """Give the points of a recommendation's timeline."""
        for action in followed.actions:
            for at, given in enumerate(given_dates(action)):
                if given.due.latest:
                    kind: MarkKind = "revised" if at else "due"
                    yield Mark(given.due.latest, kind, f"{'now due' if at else 'due'} {given.due.raw}")
        for thread in (followed.thread, *(action.thread for action in followed.actions)):
            for one in rounds(thread):
                day = last_day(one.period) if one.period else None
                said = one.progress.grade or (one.progress.status and status_words(one.progress.status))
                if day and said:
                    yield Mark(day, "round", said)
        if self._as_of.date:
            yield Mark(self._as_of.date, "today", "as of")


def standing(followed: Followed) -> StatusName | None:
    """Return the status of a recommendation: its own, else that which all its actions share."""
    own = status_of(followed)
    statuses = {status_of(followed, action) for action in followed.actions}
    return own or (statuses.pop() if len(statuses) == 1 else None)


def is_open(status: StatusName | None) -> bool:
    """Tell whether something may still come of what has this status."""
    return status not in CLOSED


def owner_words(officer: Officer) -> str:
    """Say who an officer is: name and title, else the words as printed."""
    return ", ".join(filter(None, (officer.name, officer.role, officer.organisation))) or officer.raw


def anchor_of(identity: str) -> str:
    """Make of an identity a name that an address can end with."""
    return f"r-{slug(identity)}"
