"""Invented councils of the four nations, their committees, and what their papers are about."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.support.generator.vocabulary import load

_PLACES = load("places")


class Body(NamedTuple):
    """A council and its nation."""

    name: str
    nation: str


def council(lot: Random) -> Body:
    """Draw a council; its name is of a form that its nation uses."""
    nation = lot.choice(("England", "England", "England", "Wales", "Scotland", "Northern Ireland"))
    if nation == "England":
        kind = lot.choice(
            ("Borough Council", "City Council", "District Council", "County Council", "Council")
        )
        return Body(f"{lot.choice(_PLACES['english'])} {kind}", nation)
    if nation == "Wales":
        kind = lot.choice(("County Council", "County Borough Council"))
        return Body(f"{lot.choice(_PLACES['welsh'])} {kind}", nation)
    if nation == "Scotland":
        return Body(f"{lot.choice(_PLACES['scottish'])} Council", nation)
    kind = lot.choice(("Borough Council", "District Council"))
    return Body(f"{lot.choice(_PLACES['northern_irish'])} {kind}", nation)


def committee(lot: Random, nation: str) -> str:
    """Draw the committee that a paper goes to."""
    return str(lot.choice(_PLACES["committees"][3 if nation == "Northern Ireland" else 0 :]))


def subject(lot: Random) -> str:
    """Draw what a review was about."""
    return str(lot.choice(_PLACES["subjects"]))


def bands(lot: Random, count: int) -> list[str]:
    """Draw headings of sections in one of the forms in which tables print them."""
    form = lot.choice(_PLACES["band_forms"])
    drawn = [form.format(at, text) for at, text in enumerate(lot.sample(_PLACES["bands"], count), 1)]
    return [text.upper() for text in drawn] if lot.random() < 0.15 else drawn


def theme(lot: Random) -> str:
    """Draw what a recommendation is about."""
    return str(lot.choice(_PLACES["bands"]))


def slug(text: str) -> str:
    """Return the words of a subject as a key has them."""
    return "-".join(text.lower().replace("-", " ").split())
