"""What is settled of a paper before its rows are drawn, and what a row is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.support.generator.grades import Scale
from tests.support.generator.nuisances import Nuisances
from tests.support.generator.said import Truth

_STACKED = {"ref", "recommendation", "action", "officer", "due"}
_STATUSES = {"status", "grade", "rag", "progress_and_status", "status_and_comment"}


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is settled of a paper before its rows are drawn.

    Attributes:
        meeting: the paper's own date.
        roles: the columns of its table, from left to right.
        nuisances: what makes it hard to read.
        scale: its scale, where it has a legend.
        dated: whether the paper prints its own date.
        period, earlier: months of the updates where their labels tell them, in EDTF.
    """

    meeting: date
    roles: tuple[str, ...]
    nuisances: Nuisances
    scale: Scale | None = None
    dated: bool = True
    period: str | None = None
    earlier: str | None = None

    @property
    def tells_status(self) -> bool:
        """Whether a column tells the status of actions."""
        return bool(_STATUSES & set(self.roles))

    @property
    def stacked(self) -> bool:
        """Whether actions, owners and dates of a row are lists, paired by their order."""
        return self.nuisances.stacked and set(self.roles) == _STACKED


@dataclass(slots=True)
class Act:
    """An action: the texts of its cells by role, and its record."""

    cells: dict[str, str] = field(default_factory=dict)
    truth: Truth = field(default_factory=dict)


@dataclass(slots=True)
class Rec:
    """A recommendation: the texts of its cells by role, its actions, and its record."""

    cells: dict[str, str]
    truth: Truth
    acts: list[Act]

    def record(self) -> Truth:
        """Return the record, its actions in it."""
        blank = {"text": "", "officers": [], "due": []}
        if all(act.truth | blank == act.truth and not act.truth.get("status") for act in self.acts):
            return dict(self.truth)  # whether such a row has an action at all is open
        return {**self.truth, "actions": [act.truth for act in self.acts]}
