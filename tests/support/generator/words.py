"""Sentences of council papers, put together by lot; none holds a date, an officer or a status of its row."""

from __future__ import annotations

from random import Random

_OBJECTS = (
    "the housing allocations policy",
    "a single point of contact for families",
    "the winter maintenance programme",
    "bus services in rural wards",
    "the local offer for young carers",
    "low-cost, energy-efficient homes",
    "the contract with the leisure operator",
    "early help in the most deprived wards",
    "training for elected members",
    "the multi-agency safeguarding arrangements",
    "street lighting on the A64 (north)",
    "the complaints procedure",
    "apprenticeships in the council's own services",
    "the 'One Front Door' service",
    "grants to the voluntary sector",
    "its use of short-term accommodation",
)
_TAILS = (
    "so that residents can see what has changed",
    "with partners in the voluntary sector",
    "including those who are not in education, employment or training",
    "where this can be done within existing resources",
    "at a cost of no more than 5% of the budget",
    "in line with national guidance",
    "across all twenty-two wards",
    "with particular regard to people who do not use the internet",
    "and that the views of service users are sought",
    "drawing on what other councils have learned",
)
_VERBS = (
    "review",
    "publish a plain guide to",
    "strengthen",
    "consult residents on",
    "commission an evaluation of",
    "bring forward proposals for",
    "make better use of",
    "develop a communications plan for",
    "widen access to",
)
_SUBJECTS = ("That the Council", "That the Cabinet Member", "The Council should", "That officers")
_DONE = (
    "Officers have met the providers twice and a draft protocol is being written",
    "A working group has been set up with colleagues from health and the police",
    "Forty-two households replied to the survey, most of them from the northern wards",
    "The web pages were rewritten after three sessions with users",
    "Recruitment took longer than hoped, and two posts remain vacant",
    "The first cohort of eleven apprentices is now at work",
    "Cabinet approved the funding and the tender has been advertised",
    "Schools were asked for figures, and all but four sent them",
    "Talks with the bus operator go on",
    "The new form is used in every area office",
    "Training was given to 118 front-line staff",
)
_MEASURES = (
    "Nine in ten calls are answered within three minutes",
    "Fewer complaints about missed collections",
    "All wards have a named contact",
    "Satisfaction among service users rises by at least 5%",
    "More young people take part in the forum",
    "A strategy is in place and members have endorsed it",
    "Waiting times fall below the regional average",
)
_REASONS = (
    "The work can be met from existing budgets.",
    "The service had already planned this.",
    "The cost would outweigh the benefit to residents.",
    "A national scheme now covers the same ground.",
    "The contract does not allow it before it is let again.",
    "Partners were consulted and support the proposal.",
)


def recommendation(lot: Random, *, long: bool = False) -> str:
    """Draw what a review recommends, a sentence of 8 to 60 words."""
    return _sentence(lot, lot.choice(_SUBJECTS), 26 if long else lot.choice((0, 9, 16)))


def action(lot: Random, *, long: bool = False) -> str:
    """Draw what a service will do: one sentence, sometimes two or three."""
    count = 3 if long else lot.choice((1, 1, 1, 2))
    return " ".join(_sentence(lot, "", lot.choice((0, 8, 14))) for _ in range(count))


def update(lot: Random, *, long: bool = False) -> str:
    """Draw what has been done so far."""
    return ". ".join(lot.sample(_DONE, 3 if long else lot.choice((1, 1, 2)))) + "."


def measure(lot: Random) -> str:
    """Draw how success will be told."""
    return lot.choice(_MEASURES) + lot.choice((".", ""))


def reason(lot: Random) -> str:
    """Draw why a recommendation was accepted, or not."""
    return lot.choice(_REASONS)


def _sentence(lot: Random, opener: str, words: int) -> str:
    parts = (
        [opener, lot.choice(_VERBS), lot.choice(_OBJECTS)]
        if opener
        else [
            lot.choice(_VERBS).capitalize(),
            lot.choice(_OBJECTS),
        ]
    )
    tails = lot.sample(_TAILS, len(_TAILS))
    while tails and len(" ".join(parts).split()) < words:
        parts.append(tails.pop())
    return " ".join(parts) + "."
