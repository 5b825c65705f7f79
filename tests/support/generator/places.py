"""Invented councils of the four nations, their committees, and what their papers are about."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

_ENGLISH = (
    "Harrowbeck",
    "Alderwick",
    "Saltmarsh",
    "Thornley Vale",
    "Kestonbridge",
    "Wexmouth",
    "Oakhamstead",
)
_WELSH = ("Dyffryn Elan", "Glan Teifi", "Bro Cynwyd", "Blaenwern")
_SCOTTISH = ("Strathallan", "Kinlorne", "Glenfarrow", "Inverbrae")
_NORTHERN_IRISH = ("Lisnavar and Ardglen", "Mourne and Clanrye", "Ballyfern")
_COMMITTEES = (
    "Overview and Scrutiny Committee",
    "People Select Committee",
    "Communities and Housing Scrutiny Panel",
    "Environment and Place Scrutiny Committee",
    "Health, Care and Wellbeing Committee",
)
_SUBJECTS = (
    "Empty Homes",
    "Home-to-School Transport",
    "Fly-tipping",
    "Adult Social Care Charging",
    "Young Carers",
    "Town Centre Parking",
    "Damp and Mould in Council Housing",
    "Library Opening Hours",
    "Support for Unpaid Carers",
    "Flood Resilience",
    "Elective Home Education",
    "Grounds Maintenance",
    "Domestic Abuse Services",
    "Leisure Centre Access",
)
BANDS = (
    "Communication and engagement",
    "Prevention",
    "Working with partners",
    "Governance",
    "Staff and training",
    "Data and performance",
    "Access to services",
)


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
        return Body(f"{lot.choice(_ENGLISH)} {kind}", nation)
    if nation == "Wales":
        kind = lot.choice(("County Council", "County Borough Council"))
        return Body(f"{lot.choice(_WELSH)} {kind}", nation)
    if nation == "Scotland":
        return Body(f"{lot.choice(_SCOTTISH)} Council", nation)
    kind = lot.choice(("Borough Council", "District Council"))
    return Body(f"{lot.choice(_NORTHERN_IRISH)} {kind}", nation)


def committee(lot: Random, nation: str) -> str:
    """Draw the committee that a paper goes to."""
    return lot.choice(_COMMITTEES if nation != "Northern Ireland" else _COMMITTEES[3:])


def subject(lot: Random) -> str:
    """Draw what a review was about."""
    return lot.choice(_SUBJECTS)


def slug(text: str) -> str:
    """Return the words of a subject as a key has them."""
    return "-".join(text.lower().replace("-", " ").split())
