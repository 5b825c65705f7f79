"""All papers of a run compared: who is who, and what became of what was recommended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from extract.across.decisions import NO_DECISIONS, Decisions
from extract.across.officers import OfficerRegister
from extract.across.results import Across
from extract.history.build import history_of
from extract.reviews import Card, card_of
from extract.schema import Paper


class RunRegister:
    """Takes the papers of a run one by one and keeps of each no more than comparing needs.

    Args:
        decisions: what the user knows of officers.
        as_of: the day that counts as today; by default the newest of which the papers tell.
    """

    def __init__(self, decisions: Decisions = NO_DECISIONS, as_of: date | None = None) -> None:
        """See the class."""
        self._officers = OfficerRegister(decisions)
        self._as_of = as_of
        self._cards: dict[str, Card] = {}

    def add(self, papers: Iterable[Paper]) -> None:
        """Take note of papers; of equal ids the first stands for all."""
        for paper in papers:
            self._officers.add([paper])
            self._cards.setdefault(paper.paper_id, card_of(paper))

    def resolve(self, load: Callable[[str], Paper]) -> Across:
        """Say what the papers tell together; `load` gives a record again by its `paper_id`."""
        across = self._officers.resolve()
        history, findings = history_of(self._cards.values(), load, self._as_of)
        return replace(across, findings=(*across.findings, *findings), history=history)
