"""Words of progress, scales that a paper explains itself, and decisions of an executive."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.support.generator.said import Said, Truth

_STATUSES = {
    "Completed": "completed",
    "Complete": "completed",
    "Closed": "completed",
    "On track": "on_track",
    "On Track": "on_track",
    "In progress": "in_progress",
    "Not started": "not_started",
    "Ongoing": "ongoing",
    "Delayed": "delayed",
    "Overdue": "overdue",
    "On hold": "on_hold",
    "Partially complete": "partly_completed",
    "Slipped": "delayed",
    "Behind schedule": "delayed",
    "At risk": "at_risk",
}
_DECISIONS = {
    "Accepted": "accepted",
    "Agreed": "accepted",
    "Partially accepted": "accepted_in_part",
    "Agreed in part": "accepted_in_part",
    "Accepted in principle": "accepted_in_principle",
    "Rejected": "rejected",
    "Not agreed": "rejected",
    "Noted": "noted",
    "Deferred": "deferred",
}


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale with the paper's own legend: grade, label and status of each step."""

    steps: tuple[tuple[str, str, str], ...]
    colours: bool

    @property
    def truth(self) -> list[Truth]:
        """The scale as the record has it."""
        return [{"grade": grade, "label": label, "status": status} for grade, label, status in self.steps]


SCALES = (
    Scale(
        (
            ("1", "Fully Achieved", "completed"),
            ("2", "On Track", "on_track"),
            ("3", "Slipped", "delayed"),
            ("4", "Not Achieved", "not_achieved"),
        ),
        colours=False,
    ),
    Scale(
        (
            ("Green", "Completed", "completed"),
            ("Amber", "In progress", "in_progress"),
            ("Red", "Not started", "not_started"),
        ),
        colours=True,
    ),
    Scale(
        (
            ("Blue", "Completed", "completed"),
            ("Green", "On track", "on_track"),
            ("Amber", "Delayed", "delayed"),
            ("Red", "Overdue", "overdue"),
        ),
        colours=True,
    ),
)


def status(lot: Random) -> Said:
    """Draw a cell of a status column."""
    text = lot.choice(list(_STATUSES))
    return Said(text, status=_STATUSES[text])


def colour(lot: Random) -> str:
    """Draw a colour as a column of colours prints it."""
    return lot.choice(("Red", "Amber", "Green", "Green"))


def decision(lot: Random) -> tuple[str, str]:
    """Draw a decision: its words, and what they mean."""
    return lot.choice(list(_DECISIONS.items()))
