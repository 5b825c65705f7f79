"""Recommendations while they are being filled; identities come last."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from extract.schema import (
    Action,
    DateRef,
    Decision,
    Labelled,
    Location,
    Officer,
    Progress,
    Recommendation,
    Status,
    SubItem,
)
from parsers.model import Text
from parsers.model.words import EMPTY

Places = dict[str, list[Location]]


@dataclass(slots=True)
class ProgressDraft:
    """A round of progress being filled; `printed` is its place in print order."""

    period: str | None = None
    period_label: str | None = None
    evidence: str = ""
    explanation: str = ""
    impact: str = ""
    grade: str | None = None
    grade_raw: str | None = None
    status: str | None = None
    rag: str | None = None
    provenance: Places = field(default_factory=dict)

    def finish(self) -> Progress:
        """Return the record."""
        return Progress.model_validate({name: getattr(self, name) for name in Progress.model_fields})


@dataclass(slots=True)
class ActionDraft:
    """An action being filled.

    `printed` is its text with the places of its words, where a block gives it; `owner_unread`
    tells that its cell of owners holds words which nothing could read.
    """

    ref: str | None = None
    text: str = ""
    officers: list[Officer] = field(default_factory=list)
    due: list[DateRef] = field(default_factory=list)
    success_measures: str | None = None
    resources: str | None = None
    priority: str | None = None
    comments: str | None = None
    status: Status | None = None
    rag: str | None = None
    progress: list[ProgressDraft] = field(default_factory=list)
    extra: list[Labelled] = field(default_factory=list)
    provenance: Places = field(default_factory=dict)
    owner_unread: bool = False
    printed: Text = EMPTY

    def keep_owner(self, label: str, cell: str) -> None:
        """Keep a cell of owners that holds words which nothing could read: "As above", a remark."""
        self.extra.append(Labelled(label=label, value=cell))
        self.owner_unread = True

    def is_filled(self) -> bool:
        """Tell whether the paper gives anything of an action."""
        facts = (self.text, self.officers, self.due, self.status, self.rag, self.success_measures)
        return any(facts) or bool(self.resources or self.priority or self.comments or self.extra)


@dataclass(slots=True)
class RecommendationDraft:
    """A recommendation being filled.

    `leading` holds the owners named over its first action, `priority` what stands
    there too: they are those of each action that names none of its own.
    """

    ref: str | None = None
    text: str = ""
    theme: str | None = None
    sub_items: list[SubItem] = field(default_factory=list)
    decision: Decision | None = None
    actions: list[ActionDraft] = field(default_factory=list)
    progress: list[ProgressDraft] = field(default_factory=list)
    comments: str | None = None
    leading: list[Officer] = field(default_factory=list)
    priority: str | None = None
    provenance: Places = field(default_factory=dict)

    def action(self) -> ActionDraft:
        """Return its last action, opened where it has none."""
        if not self.actions:
            self.actions.append(ActionDraft())
        return self.actions[-1]


def finish(drafts: list[RecommendationDraft], base: str) -> list[Recommendation]:
    """Give each recommendation and action its identity (contract, Recommendation)."""
    seen: dict[str, int] = {}
    finished = []
    for place, draft in enumerate(drafts, start=1):
        name = draft.ref if draft.ref else f"n{place}"
        seen[name] = seen.get(name, 0) + 1
        identity = f"{base}/{name}" + (f"-{seen[name]}" if seen[name] > 1 else "")
        finished.append(_recommendation(draft, identity))
    return finished


def _recommendation(draft: RecommendationDraft, identity: str) -> Recommendation:
    actions = [
        _action(action, f"{identity}/a{n}") for n, action in zip(count(1), draft.actions, strict=False)
    ]
    values = {name: getattr(draft, name) for name in Recommendation.model_fields if name not in _DERIVED}
    return Recommendation(
        recommendation_id=identity,
        actions=actions,
        progress=[round_.finish() for round_ in draft.progress],
        **values,
    )


def _action(draft: ActionDraft, identity: str) -> Action:
    values = {name: getattr(draft, name) for name in Action.model_fields if name not in _DERIVED}
    return Action(action_id=identity, progress=[round_.finish() for round_ in draft.progress], **values)


_DERIVED = frozenset({"recommendation_id", "action_id", "actions", "progress"})
