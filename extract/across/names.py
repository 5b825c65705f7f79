"""Printed names as values that can be compared: full, with initials, initials alone, one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from normalise.lexicon import load
from normalise.values.officer_lexicon import lexicon

Shape = Literal["full", "initialled", "initials", "single"]
Likeness = Literal[
    "same name",
    "initials",
    "middle name",
    "one word of the name",
    "short form or spelling of the first name",
    "first names that look alike",
    "surnames that look alike",
    "one surname inside the other",
]

# Likenesses that a rule of naming explains; the others are similarity, which proves nothing.
EXPLAINED: frozenset[Likeness] = frozenset(
    {
        "same name",
        "initials",
        "middle name",
        "one word of the name",
        "short form or spelling of the first name",
    }
)
# rapidfuzz's `ratio` of two first names: Catherine and Cathryn have 75, Dominic and Domonic 86.
ALIKE = 75
# In shorter names one letter is too large a part: Ash and Ask, Lee and Leo.
SHORTEST_ALIKE = 4
# So many capitals in one word are initials ("CJ White"), as in `normalise.values.officer_words`.
MOST_INITIALS = 3
KEPT_NAMES = 8192

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name in a form that can be compared: small letters without accents.

    Attributes:
        key: all its letters; names with equal keys differ in case, blanks, hyphens and accents alone.
        shape: `full` (Jane Ash), `initialled` (J Ash), `initials` (JA), `single` (Ash, or Jane).
        given: its first names or initials, in order.
        surname: its surname with particles; "" for initials.
        fullness: how much of the name is there: whole words, then letters.
    """

    key: str
    shape: Shape
    given: tuple[str, ...]
    surname: str
    fullness: tuple[int, int]


@lru_cache(maxsize=KEPT_NAMES)
def read_name(printed: str) -> Name:
    """Read a printed name.

    >>> read_name("C.J. White").given, read_name("Maria de la Cruz").surname
    (('c', 'j'), 'delacruz')
    """
    words = _LETTERS.findall(in_order(printed).replace(".", " "))
    shouting = printed.isupper() and any(len(word) > MOST_INITIALS for word in words)
    parts = [part for word in words for part in _parts(word, shouting=shouting)]
    key = "".join(parts)
    if all(len(part) == 1 for part in parts):
        return Name(key, "initials", tuple(parts), "", (0, len(key)))
    if len(parts) == 1:
        return Name(key, "single", (), parts[0], (1, len(key)))
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in lexicon().particles and len(parts[start - 1]) > 1:
        start -= 1
    given = tuple(parts[:start])
    shape: Shape = "full" if any(len(part) > 1 for part in given) else "initialled"
    whole = sum(len(part) > 1 for part in given) + 1
    return Name(key, shape, given, "".join(parts[start:]), (whole, len(key)))


def in_order(printed: str) -> str:
    """Return a name that is printed surname first, with a comma, in its usual order.

    >>> in_order("SMITH, John")
    'John SMITH'
    """
    surname, _, given = printed.partition(",")
    return f"{given.strip()} {surname}" if given.strip() else printed


def plain(text: str) -> str:
    """Return the letters and figures of a text, small and without accents.

    >>> plain("Siân O’Neill-Jones")
    'sianoneilljones'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


def likeness(one: Name, other: Name) -> Likeness | None:
    """Say in which way two names are alike; None where they are different names."""
    if one.key == other.key:
        return "same name"
    if "initials" in (one.shape, other.shape) or "single" in (one.shape, other.shape):
        return _like_part(one, other)
    if one.surname == other.surname:
        return _like_given(one.given, other.given)
    if _like_given(one.given, other.given) not in EXPLAINED or "initialled" in (one.shape, other.shape):
        return None
    if min(len(one.surname), len(other.surname)) < SHORTEST_ALIKE:
        return None
    if OSA.distance(one.surname, other.surname, score_cutoff=1) <= 1:
        return "surnames that look alike"
    if one.surname.startswith(other.surname) or other.surname.startswith(one.surname):
        return "one surname inside the other"
    return None


def block_keys(name: Name) -> Iterator[str]:
    """Give keys such that names which may be alike share one: blocks that are compared inside.

    A surname gives itself and itself without each of its letters, so that two which
    differ in a letter meet; so do initials, and the first part of a double surname.
    """
    if name.shape == "initials":
        yield f"initials {name.key}"
        return
    yield f"surname {name.surname}"
    if name.shape == "single":
        yield f"first {name.surname}"
        return
    yield f"initials {''.join(part[0] for part in (*name.given, name.surname))}"
    yield f"initials {name.given[0][0]}{name.surname[0]}"
    if name.shape == "full":
        yield f"first {name.given[0]}"
        for at in range(len(name.surname)):
            yield f"slip {name.given[0][0]} {name.surname[:at]}{name.surname[at + 1 :]}"
        yield f"slip {name.given[0][0]} {name.surname}"


def _parts(word: str, *, shouting: bool) -> list[str]:
    """Return a word of a name as one part, or as letters where it is initials."""
    letters = plain(word)
    if word.isupper() and word.isalpha() and len(word) <= MOST_INITIALS and not shouting:
        return list(letters)
    return [letters]


def _like_part(one: Name, other: Name) -> Likeness | None:
    """Compare initials, or a name of one word, with a name that has more."""
    part, whole = (one, other) if one.shape in ("initials", "single") else (other, one)
    if whole.shape in ("initials", "single"):
        return None
    if part.shape == "single":
        return "one word of the name" if part.surname in (whole.surname, whole.given[0]) else None
    all_parts = (*whole.given, whole.surname)
    initials = "".join(piece[0] for piece in all_parts)
    return "initials" if part.key in (initials, initials[0] + initials[-1]) else None


def _like_given(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Compare the first names of two names with one surname."""
    if any(not _compatible(first, second) for first, second in zip(one[1:], other[1:], strict=False)):
        return None
    first, second = one[0], other[0]
    if first == second:
        return "same name" if one == other else "middle name"
    if len(first) == 1 or len(second) == 1:
        return "initials" if first[0] == second[0] else None
    groups, others = _groups(first), _groups(second)
    if groups & others:
        return "short form or spelling of the first name"
    if groups and others:
        return None
    if min(len(first), len(second)) < SHORTEST_ALIKE or ratio(first, second) < ALIKE:
        return None
    return "first names that look alike"


def _compatible(one: str, other: str) -> bool:
    """Tell whether two middle names may be one: equal, or one the initial of the other."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _groups(given: str) -> frozenset[int]:
    """Return the numbers of the names of which this is a form."""
    return _forms().get(given, frozenset())


@cache
def _forms() -> dict[str, frozenset[int]]:
    """Return for each form of a first name the names that it may stand for."""
    forms: dict[str, frozenset[int]] = {}
    for number, line in enumerate(load("identity")["given_names"]["same"].split("\n")):
        for form in line.split():
            forms[form] = forms.get(form, frozenset()) | {number}
    return forms
