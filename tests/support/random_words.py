"""Words of council papers, put together by lot; every sentence ends with a full stop."""

from __future__ import annotations

from random import Random

SUBJECTS = (
    "Affordable Housing",
    "Apprenticeships and Skills",
    "Children’s Safeguarding",
    "Climate Change",
    "Fly-tipping and Street Cleaning",
    "Home-to-School Transport",
    "Parks and Open Spaces",
    "Voluntary Sector Commissioning",
    "Youth Unemployment",
)

_OPENERS = (
    "That the Cabinet Member should",
    "The Council should",
    "Officers will",
    "The Executive is asked to",
    "The service has agreed to",
    "Partners have begun to",
    "The Director of Place will",
    "Members asked officers to",
    "The steering group continues to",
)
_VERBS = (
    "review",
    "publish",
    "agree a timetable for",
    "report to the Committee on",
    "consult residents on",
    "strengthen",
    "monitor the delivery of",
    "co-ordinate",
    "commission an evaluation of",
    "bring forward proposals for",
    "make better use of",
    "develop a communications plan for",
)
_OBJECTS = (
    "the Apprenticeship programme",
    "low-cost and energy-efficient homes",
    "the multi-agency safeguarding arrangements",
    "bus services in rural wards",
    "the £1.2m Town Centre Regeneration Fund",
    "its short-term accommodation",
    "the Council’s Corporate Plan 2021-25",
    "early intervention and prevention",
    "the administrative responsibilities of schools",
    "street lighting on the A64 (north)",
    "training for elected Members",
    "the three-year funding agreement",
    "all non-statutory consultations",
    "procurement with small and medium-sized enterprises",
    "internationally recognised sustainability standards",
)
_TAILS = (
    "so that residents can see what has changed",
    "with partners in the voluntary sector",
    "as part of the annual budget cycle",
    "including those not in education, employment or training",
    "where this can be done within existing resources",
    "and report progress every six months",
    "at a cost of no more than 5% of the budget",
    "before the end of the financial year",
    "subject to the agreement of the Health and Wellbeing Board",
    "in line with national guidance",
    "through the “One Front Door” project",
    "across all twenty-two wards",
)
_FIRST = ("Anna", "Rhona", "David", "Siobhan", "Mark", "Priya", "Lewis", "Clare", "Owen", "Amina")
_LAST = ("Bell", "Collier", "Okafor", "Small", "Paine", "Lloyd-Jones", "Wood", "Khan", "Grady", "Moss")
_TITLES = (
    "Planning Manager",
    "Head of Housing",
    "Director of Finance",
    "Assistant Director, Communities",
    "Communications Officer",
    "Apprenticeship Co-ordinator",
    "Democratic Services Manager",
)
_MONTHS = ("January", "March", "April", "June", "September", "October", "November", "December")
_STATUSES = ("Completed", "On track", "Ongoing", "Not started", "Delayed", "In progress")


def sentence(lot: Random, words: int) -> str:
    """Draw a sentence of at least so many words."""
    parts = [lot.choice(_OPENERS), lot.choice(_VERBS), lot.choice(_OBJECTS)]
    tails = lot.sample(_TAILS, len(_TAILS))
    while tails and len(" ".join(parts).split()) < words:
        parts.append(tails.pop())
    return " ".join(parts) + "."


def sentences(lot: Random, words: int) -> str:
    """Draw a paragraph of at least so many words, of sentences of plausible length."""
    drawn = sentence(lot, min(words, lot.randint(9, 28)))
    while len(drawn.split()) < words:
        drawn += " " + sentence(lot, lot.randint(9, 28))
    return drawn


def officer(lot: Random) -> str:
    """Draw a person, a person with a title, or a post."""
    name, title = f"{lot.choice(_FIRST)} {lot.choice(_LAST)}", lot.choice(_TITLES)
    return lot.choice((name, f"{name}, {title}", f"{title} ({name})", title))


def dates(lot: Random) -> str:
    """Draw a date as papers write it."""
    day, month, year = lot.randint(1, 28), lot.choice(_MONTHS), lot.randint(2019, 2025)
    numbers = f"{day:02}/{lot.randint(1, 12):02}/{year}"
    return lot.choice((f"{month} {year}", f"{day} {month} {year}", numbers, f"By {month} {year}", "Ongoing"))


def status(lot: Random) -> str:
    """Draw a word of progress."""
    return lot.choice(_STATUSES)
