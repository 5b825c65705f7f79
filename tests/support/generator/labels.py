"""Labels of columns: one of the words that papers use, with what is added to them."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tests.support.generator.sketch import Sketch
from tests.support.generator.vocabulary import load

_MARKS = ("{0}*", "{0}[i]", "{0} [1]", "{0}¹")
_SPANNERS = ("Delivery", "Responsibility and timescale", "Implementation")
SPANNED = ("officer", "due")  # columns that a second header row stands over


def labels(lot: Random, sketch: Sketch, given: Mapping[str, str]) -> dict[str, str]:
    """Draw the labels of a table by role; those that are given stay."""
    words = load("labels")
    drawn = {role: str(lot.choice(words[role])) for role in sketch.roles if role not in given}
    if sketch.nuisances.bilingual:
        welsh = words["welsh"]
        drawn = {role: f"{welsh[role]} / {text}" if role in welsh else text for role, text in drawn.items()}
    if sketch.nuisances.footnoted:
        role = lot.choice(sorted(drawn))
        drawn[role] = lot.choice(_MARKS).format(drawn[role])
    return drawn | dict(given)


def spanner(lot: Random) -> str:
    """Draw what stands over several labels."""
    return lot.choice(_SPANNERS)
