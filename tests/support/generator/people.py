"""Officers as papers print them, with the entries that each cell stands for."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.support.generator.said import Said, Truth
from tests.support.generator.vocabulary import load

_NAMES = load("people")
_NOBODY = ("", "", "-", "TBC", "tbc", "Vacant")
_PAIRS = ("/", " / ", "/", " / ", " and ", " & ", "; ", ", ", "\n")
_HONORIFICS = ("Mr", "Mrs", "Dr", "Ms")


def person(name: str, role: str | None = None) -> Truth:
    """Return the entry of a named officer."""
    return {"name": name, "role": role, "organisation": None, "kind": "person", "relation": "responsible"}


def name(lot: Random) -> str:
    """Draw a first name and a surname."""
    return f"{lot.choice(_NAMES['first'])} {lot.choice(_NAMES['last'])}"


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
    text = lot.choice((f"Cllr {drawn}", f"Councillor {drawn}", f"Cllr. {drawn}", drawn))
    return Said(text, (_councillor(drawn, "portfolio_holder"),))


def officer_and_member(lot: Random) -> Said:
    """Draw the cell of a column that holds officers and members: only the titled one is a member."""
    officer, councillor = _names(lot, 2)
    title = lot.choice(("Cllr", "Councillor"))
    entry = {"name": councillor, "kind": "councillor"}
    return Said(f"{officer} / {title} {councillor}", (person(officer), entry))


def alone(lot: Random) -> Said:
    """Draw one officer by name."""
    drawn = name(lot)
    return Said(drawn, (person(drawn),))


def _councillor(drawn: str, relation: str) -> Truth:
    return {"name": drawn, "kind": "councillor", "relation": relation}


def _post_of(title: str) -> Truth:
    return {**person("", title), "name": None, "kind": "post"}


def _title(lot: Random) -> str:
    return str(lot.choice(_NAMES["titles"]))


def _plain_title(lot: Random) -> str:
    """Draw a title of one part, which may stand in a list or a bracket."""
    return str(lot.choice([title for title in _NAMES["titles"] if not set(title) & set(",(")]))


def _names(lot: Random, count: int) -> list[str]:
    """Draw the names of several people."""
    firsts, lasts = lot.sample(_NAMES["first"], count), lot.sample(_NAMES["last"], count)
    return [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]


def _pair(lot: Random) -> Said:
    one, other = _names(lot, 2)
    return Said(f"{one}{lot.choice(_PAIRS)}{other}", (person(one), person(other)))


def _three(lot: Random) -> Said:
    names = _names(lot, 3)
    text = lot.choice(("{0}, {1} and {2}", "{0} / {1} / {2}", "{0}\n{1}\n{2}", "{0}, {1}, {2}"))
    return Said(text.format(*names), tuple(map(person, names)))


def _titled(lot: Random) -> Said:
    drawn, title = name(lot), _title(lot)
    forms = ["{0}, {1}", "{0} - {1}", "{0} – {1}", "{0}\n{1}"]
    if not set(title) & set(",("):
        forms += ["{0} ({1})", "{1}, {0}", "{1} ({0})", "{1} - {0}", "{1}: {0}"]
    return Said(lot.choice(forms).format(drawn, title), (person(drawn, title),))


def _titled_pair(lot: Random) -> Said:
    one, other = _titled_plain(lot), _titled_plain(lot)
    return Said(f"{one.text}{lot.choice((' and ', '; ', ' / '))}{other.text}", one.truth + other.truth)


def _titled_plain(lot: Random) -> Said:
    drawn, title = name(lot), _plain_title(lot)
    return Said(f"{drawn}, {title}", (person(drawn, title),))


def _close(lot: Random) -> Said:
    """Draw a name and a title with nothing between, one way round or the other."""
    drawn, title = name(lot), _plain_title(lot)
    text = lot.choice(("{0} {1}", "{0} {1}", "{1} {0}"))
    return Said(text.format(drawn, title), (person(drawn, title),))


def _one_title(lot: Random) -> Said:
    """Draw two names under one title of several."""
    (one, other), title = _names(lot, 2), lot.choice(_NAMES["plural_titles"])
    return Said(f"{one} and {other}, {title}", (person(one, title), person(other, title)))


def _post(lot: Random) -> Said:
    title = _title(lot)
    return Said(title, (_post_of(title),))


def _post_pair(lot: Random) -> Said:
    one, other = lot.sample([title for title in _NAMES["titles"] if not set(title) & set(",(")], 2)
    text = f"{one}{lot.choice((' / ', '; ', ' and ', chr(10)))}{other}"
    return Said(text, (_post_of(one), _post_of(other)))


def _team(lot: Random) -> Said:
    team = lot.choice(_NAMES["teams"])
    return Said(team, ({**person(team), "kind": "team"},))


def _body(lot: Random) -> Said:
    body = lot.choice(_NAMES["bodies"])
    return Said(body, ({"name": body, "role": None, "kind": "body", "relation": "responsible"},))


def _partner(lot: Random) -> Said:
    """Draw an officer of another body."""
    drawn, body = name(lot), lot.choice(_NAMES["partners"])
    text = lot.choice(("{0} ({1})", "{0}, {1}", "{0} - {1}"))
    return Said(text.format(drawn, body), ({**person(drawn), "organisation": body},))


def _initials(lot: Random) -> Said:
    count = lot.choice((1, 1, 2, 3))
    drawn = sorted({_letters(lot) for _ in range(count)})
    return Said("/".join(drawn), tuple(map(person, drawn)))


def _letters(lot: Random) -> str:
    first = str(lot.choice(_NAMES["first"]))[0]
    return first.replace("M", "J").replace("G", "D") + lot.choice(("B", "C", "H", "L", "P", "W"))


def _initials_and_post(lot: Random) -> Said:
    drawn = _letters(lot)
    return Said(f"{drawn}/Clerk", (person(drawn), _post_of("Clerk")))


def _short_first(lot: Random) -> Said:
    firsts = lot.sample("BCDGHJKLPRS", lot.choice((1, 2)))
    names = [f"{first} {lot.choice(_NAMES['last'])}" for first in firsts]
    return Said(lot.choice((" & ", " and ", "/")).join(names), tuple(map(person, names)))


def _honoured(lot: Random) -> Said:
    drawn = name(lot)
    return Said(f"{lot.choice(_HONORIFICS)} {drawn}", (person(drawn),))


def _councillor_alone(lot: Random) -> Said:
    drawn = name(lot)
    return Said(f"{lot.choice(('Cllr', 'Councillor'))} {drawn}", (_councillor(drawn, "responsible"),))


def _everyone(lot: Random) -> Said:
    everyone = lot.choice(_NAMES["everyone"])
    return Said(everyone, ({"name": everyone, "kind": "team"},))


def _reporting(lot: Random) -> Said:
    """Draw an officer and whom he reports to, who is no officer of the action."""
    drawn = name(lot)
    return Said(f"{drawn} reporting to CLT", (person(drawn),))


def _facilitated(lot: Random) -> Said:
    body, drawn = lot.choice(_NAMES["bodies"]), name(lot)
    entry = {"name": body, "kind": "body", "relation": "responsible"}
    return Said(f"{body}, facilitated by {drawn}", (entry, {**person(drawn), "relation": "facilitator"}))


# The forms of the survey of papers, and in how many papers each was met.
_FORMS: tuple[tuple[Callable[[Random], Said], int], ...] = (
    (_pair, 20),
    (alone, 12),
    (_titled, 10),
    (_post, 8),
    (_team, 7),
    (_initials, 6),
    (_titled_pair, 4),
    (_close, 4),
    (_councillor_alone, 4),
    (_body, 3),
    (_three, 3),
    (_post_pair, 2),
    (_short_first, 2),
    (_everyone, 2),
    (_partner, 2),
    (_one_title, 1),
    (_honoured, 1),
    (_initials_and_post, 1),
    (_reporting, 1),
    (_facilitated, 1),
)
