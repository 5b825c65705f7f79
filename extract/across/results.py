"""What papers tell only when they are compared: values that the writers serialise."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.history.model import AsOf, History
from extract.schema import Finding, OfficerKind


@dataclass(frozen=True, slots=True)
class ResolvedOfficer:
    """One person, post, team, body or councillor of one council, in all papers of a run.

    Attributes:
        officer_id: council, kind and the first form printed, as slugs.
        kind: who it is.
        name: the fullest form of the name; null for a post.
        aliases: every printed form of the name, the oldest first.
        roles: every printed title, the oldest first.
        organisations: bodies other than the council.
        actions: ids of the actions that name it, in the order of the papers' dates.
        papers: ids of the papers that name it, in the order of their dates.
    """

    officer_id: str
    kind: OfficerKind
    name: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    organisations: tuple[str, ...]
    actions: tuple[str, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """A finding that a comparison of papers made, and the paper in which it stands."""

    paper_id: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Across:
    """All that a run found by comparing its papers.

    Attributes:
        officers: who is named, sorted by id.
        findings: what a person should decide, the oldest paper first.
        decided: digest of what the user decided; null where that is nothing.
        history: recommendations over time.
    """

    officers: tuple[ResolvedOfficer, ...] = ()
    findings: tuple[PaperFinding, ...] = ()
    decided: str | None = None
    history: History = field(default_factory=lambda: History(as_of=AsOf(date=None, basis="none")))


NOTHING = Across()
