"""Officers as papers print them, with the entries that each cell stands for."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.support.generator.said import Said, Truth

_FIRST = (
    "Anna", "Rhona", "Siân", "Priya", "Lewis", "Clare", "Owen", "Amina", "Tomasz", "Ngozi",
    "Máire", "Hamish", "Wei", "Yusuf", "Beatriz", "Dominic", "Eilidh", "Gethin", "Farah", "Kwame",
)  # fmt: skip
_LAST = (
    "Collier", "Okafor", "Lloyd-Jones", "Khan", "Grady", "O'Neill", "McAllister", "Kowalska", "Patel",
    "Ferreira", "Chen", "Adeyemi", "Pritchard", "van Dijk", "Hussain", "Baxter", "Mac an tSaoi", "Sørensen",
    "Ó Súilleabháin", "de Souza", "St John", "Al-Amin", "Nowak", "Begum", "Mensah", "Thomas", "Whitfield",
    "MacKinnon", "Sandhu", "Fitzgerald", "Rees", "Ashworth", "Nguyen", "Petrov", "Hughes", "Bell", "Small",
)  # fmt: skip
_TITLES = (
    "Planning Manager",
    "Head of Housing Options",
    "Director of Finance",
    "Assistant Director of Communities",
    "Democratic Services Manager",
    "Principal Environmental Health Officer",
    "Head of Legal Services",
    "Head of Children and Family Services",
    "Strategic Director of Place",
    "Chief Executive",
    "Waste Contracts Manager",
    "Virtual School Headteacher",
)
_TEAMS = ("Housing Options Team", "Communications Team", "Revenues and Benefits team", "Legal Services")
_BODIES = ("Health and Wellbeing Board", "Community Safety Partnership", "Youth Council")
_NOBODY = ("", "", "-", "TBC")
_PAIRS = ("/", " / ", " and ", " & ", "; ", "\n")


def person(name: str, role: str | None = None) -> Truth:
    """Return the entry of a named officer."""
    return {"name": name, "role": role, "organisation": None, "kind": "person", "relation": "responsible"}


def name(lot: Random) -> str:
    """Draw a first name and a surname."""
    return f"{lot.choice(_FIRST)} {lot.choice(_LAST)}"


def officers(lot: Random) -> Said:
    """Draw the cell of a column of officers, its forms as often as papers have them."""
    form = lot.choices([form for form, _ in _FORMS], [weight for _, weight in _FORMS])[0]
    return form(lot)


def nobody(lot: Random) -> Said:
    """Draw a cell that names nobody."""
    return Said(lot.choice(_NOBODY))


def member(lot: Random) -> Said:
    """Draw the cell of a column of cabinet members."""
    drawn = name(lot)
    text = lot.choice((f"Cllr {drawn}", f"Councillor {drawn}", drawn))
    return Said(text, (_councillor(drawn, "portfolio_holder"),))


def officer_and_member(lot: Random) -> Said:
    """Draw the cell of a column that holds officers and members: only the titled one is a member."""
    officer, councillor = name(lot), name(lot)
    title = lot.choice(("Cllr", "Councillor"))
    entry = {"name": councillor, "kind": "councillor"}
    return Said(f"{officer} / {title} {councillor}", (person(officer), entry))


def _councillor(drawn: str, relation: str) -> Truth:
    return {"name": drawn, "kind": "councillor", "relation": relation}


def alone(lot: Random) -> Said:
    """Draw one officer by name."""
    drawn = name(lot)
    return Said(drawn, (person(drawn),))


def _pair(lot: Random) -> Said:
    one, other = name(lot), name(lot)
    return Said(f"{one}{lot.choice(_PAIRS)}{other}", (person(one), person(other)))


def _titled(lot: Random) -> Said:
    drawn, title = name(lot), lot.choice(_TITLES)
    form = lot.choice(
        ("{0}, {1}", "{0} - {1}", "{0} – {1}", "{0} ({1})", "{1}, {0}", "{1} ({0})", "{0}\n{1}")
    )
    return Said(form.format(drawn, title), (person(drawn, title),))


def _titled_pair(lot: Random) -> Said:
    one, other = _titled_plain(lot), _titled_plain(lot)
    return Said(f"{one.text} and {other.text}", one.truth + other.truth)


def _titled_plain(lot: Random) -> Said:
    drawn, title = name(lot), lot.choice(_TITLES)
    return Said(f"{drawn}, {title}", (person(drawn, title),))


def _close(lot: Random) -> Said:
    """Draw a name and a title with nothing between."""
    drawn, title = name(lot), lot.choice(_TITLES)
    return Said(f"{drawn} {title}", (person(drawn, title),))


def _post(lot: Random) -> Said:
    title = lot.choice(_TITLES)
    return Said(title, ({**person("", title), "name": None, "kind": "post"},))


def _post_pair(lot: Random) -> Said:
    one, other = lot.sample(_TITLES, 2)
    posts = tuple({**person("", title), "name": None, "kind": "post"} for title in (one, other))
    return Said(f"{one}{lot.choice((' / ', '; ', chr(10)))}{other}", posts)


def _team(lot: Random) -> Said:
    team = lot.choice(_TEAMS)
    return Said(team, ({**person(team), "kind": "team"},))


def _body(lot: Random) -> Said:
    body = lot.choice(_BODIES)
    return Said(body, ({"name": body, "role": None, "kind": "body", "relation": "responsible"},))


def _initials(lot: Random) -> Said:
    count = lot.choice((1, 1, 2))
    drawn = sorted({_letters(lot) for _ in range(count)})
    return Said("/".join(drawn), tuple(map(person, drawn)))


def _letters(lot: Random) -> str:
    return lot.choice(_FIRST)[0].replace("M", "J") + lot.choice(("B", "C", "H", "L", "P", "W"))


def _short_first(lot: Random) -> Said:
    drawn = f"{lot.choice('ABCDGHJKLPRS')} {lot.choice(_LAST)}"
    return Said(drawn, (person(drawn),))


def _councillor_alone(lot: Random) -> Said:
    drawn = name(lot)
    return Said(f"{lot.choice(('Cllr', 'Councillor'))} {drawn}", (_councillor(drawn, "responsible"),))


def _everyone(lot: Random) -> Said:
    return Said("All Heads of Service", ({"name": "All Heads of Service", "kind": "team"},))


# The forms of the survey of papers, and in how many papers each was met.
_FORMS: tuple[tuple[Callable[[Random], Said], int], ...] = (
    (_pair, 20),
    (alone, 12),
    (_titled, 10),
    (_post, 8),
    (_post_pair, 2),
    (_team, 7),
    (_body, 3),
    (_initials, 6),
    (_titled_pair, 4),
    (_close, 4),
    (_short_first, 2),
    (_councillor_alone, 4),
    (_everyone, 2),
)
