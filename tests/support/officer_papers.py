"""Papers made by hand of officers alone, for what is done with officers across papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.across.decisions import Decisions
from extract.across.officers import resolve_officers
from extract.across.results import Across
from extract.schema import Action, Officer, Paper, Recommendation
from tests.support.records import paper

ANYTOWN, OTHERTON = "Anytown Borough Council", "Otherton City Council"


def officer(printed: str) -> Officer:
    """Make an officer of "Name, Title @ Body"; "post: …", "team: …", "cllr: …" say the kind."""
    kind, _, rest = printed.rpartition(": ")
    label, _, body = rest.partition(" @ ")
    kinds = {"": "person", "cllr": "councillor"}
    fields: dict[str, Any] = {"raw": rest, "kind": kinds.get(kind, kind), "relation": "responsible"}
    name, _, title = label.partition(", ")
    if kind == "post":
        name, title = "", label
    elif kind in ("team", "body"):
        name, title = label, ""
    return Officer(**fields, name=name or None, role=title or None, organisation=body or None)


def plan(
    *cells: Sequence[str] | str, council: str | None = ANYTOWN, year: str | None = "2022", **more: Any
) -> Paper:
    """Make a paper with an action for each cell, a cell being one officer or several."""
    name = (
        more.pop("name", "") or f"{council}-{year}-" + "".join(filter(str.isalnum, repr(cells)))[:40].lower()
    )
    actions = [
        Action(
            action_id=f"{name}/{n}/a1",
            officers=[officer(one) for one in ([cell] if isinstance(cell, str) else cell)],
        )
        for n, cell in enumerate(cells, 1)
    ]
    recommendations = [
        Recommendation(recommendation_id=f"{name}/{n}", ref=str(n), text="", actions=[action])
        for n, action in enumerate(actions, 1)
    ]
    fields = {"paper_id": name, "council": council, "meeting_date": year, "review": None} | more
    return paper(*recommendations, **fields)


def aliases(across: Across) -> list[tuple[str, ...]]:
    """Return the printed forms of each officer with a name."""
    return sorted(officer.aliases for officer in across.officers if officer.aliases)


def who(*papers: Paper, decisions: dict[str, Any] | None = None) -> list[tuple[str, ...]]:
    """Return the printed forms of each officer of papers."""
    return aliases(resolve_officers(papers, Decisions.model_validate(decisions or {})))


def proposed(*papers: Paper) -> list[str]:
    """Return the messages of the findings."""
    return [found.finding.message for found in resolve_officers(papers).findings]
