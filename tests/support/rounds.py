"""Two reviews of one council, one of them as it goes through committee over a year.

The papers are invented; the second review prints the labels of the first over other
recommendations.
"""

from __future__ import annotations

from extract.pipeline import extract_file
from extract.schema import Paper
from tests.support.places import ROUNDS

ALLOTMENTS = ("allotments-plan.md", "allotments-update-1.md", "allotments-update-2.md")
PRINTED = {path.name: path.read_text(encoding="utf-8") for path in sorted(ROUNDS.iterdir())}
PLAN, FIRST_UPDATE, SECOND_UPDATE = (PRINTED[name] for name in ALLOTMENTS)
OTHER_PLAN = PRINTED["litter.md"]


def read_text(name: str, text: str) -> Paper:
    """Read a text paper."""
    (paper,) = extract_file(text.encode(), name)
    return paper


def allotments() -> list[Paper]:
    """Read the three papers of the first review, oldest first."""
    return [read_text(name, PRINTED[name]) for name in ALLOTMENTS]
