"""Words of progress, scales that a paper explains itself, and decisions of an executive."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.support.generator.said import Said, Truth
from tests.support.generator.vocabulary import load

_MEANINGS = load("grades")
_COMPOUND = 0.04  # share of status cells that name two


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
    meanings = _MEANINGS["compound" if lot.random() < _COMPOUND else "statuses"]
    text = lot.choice(list(meanings))
    return Said(text, status=meanings[text])


def is_compound(text: str) -> bool:
    """Tell whether a status cell names two statuses."""
    return text in _MEANINGS["compound"]


def led(lot: Random, update: str) -> Said:
    """Put a word of progress before an update, parted by a mark."""
    word = lot.choice(list(_MEANINGS["leads"]))
    return Said(f"{word}{lot.choice((' – ', ' - ', '. ', ': '))}{update}", status=_MEANINGS["leads"][word])


def colour(lot: Random) -> str:
    """Draw a colour as a column of colours prints it."""
    return lot.choice(("Red", "Amber", "Green", "Green"))


def decision(lot: Random) -> tuple[str, str]:
    """Draw a decision: its words, and what they mean."""
    meanings = _MEANINGS["decisions"]
    text = lot.choice(list(meanings))
    return text, meanings[text]


def bands(lot: Random, count: int) -> list[Said]:
    """Draw so many bands that name the status of the rows under them."""
    texts = lot.sample(list(_MEANINGS["bands"]), count)
    return [Said(text, status=_MEANINGS["bands"][text]) for text in texts]
