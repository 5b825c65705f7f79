"""The officers of the report: who is who in all papers, and the actions that name each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extract.across.decisions import Decisions
from extract.across.officers import OfficerRegister
from extract.across.results import ResolvedOfficer
from extract.report.rendering import PageNames
from extract.schema import Officer, Paper
from normalise.text import fold


@dataclass(slots=True)
class Owner:
    """An officer, post, team or body with its page, and the actions that name it."""

    name: str
    officer: ResolvedOfficer
    page: str
    rows: list[dict[str, Any]] = field(default_factory=list)


class Owners:
    """Knows the page of each officer of a run.

    Args:
        decisions: who is one officer and who is not.
    """

    def __init__(self, decisions: Decisions) -> None:
        """See the class."""
        self._register = OfficerRegister(decisions)
        self._owners: dict[str, Owner] = {}
        self._pages: dict[tuple[str, str], str] = {}

    def add(self, paper: Paper) -> None:
        """Note the officers of a paper."""
        self._register.add([paper])

    def resolve(self) -> None:
        """Give every officer of the papers a page."""
        names = PageNames()
        for officer in self._register.resolve().officers:
            roles = officer.roles if officer.name is None else ()
            name = officer.name or (roles[0] if roles else officer.officer_id)
            owner = Owner(name, officer, names.of(officer.officer_id))
            self._owners[owner.page] = owner
            for paper_id in officer.papers:
                for form in (*officer.aliases, *roles):
                    self._pages.setdefault((paper_id, fold(form)), owner.page)

    def page_of(self, paper: Paper, officer: Officer) -> str | None:
        """Return the page of an officer as a paper prints it; None where nobody could be told."""
        printed = officer.name or officer.role
        return self._pages.get((paper.paper_id, fold(printed))) if printed else None

    def note(self, page: str, link: dict[str, str], action: object) -> None:
        """Note that an action names the officer of a page."""
        self._owners[page].rows.append({**link, "action": action})

    def named(self) -> list[Owner]:
        """Return the officers that actions name, by name."""
        held = (owner for owner in self._owners.values() if owner.rows)
        return sorted(held, key=lambda owner: (owner.name.casefold(), owner.page))
