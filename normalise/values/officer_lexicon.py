"""The vocabulary of officer cells, read once from `normalise/lexicon/officers.toml`.

The letters are the word classes that `officer_words` explains.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u2010": "-", "\u2011": "-"})
KEPT_WORDS = 4096  # words whose class is remembered: more than a run of papers has


class Lexicon(NamedTuple):
    """The lexicon by form: small-letter words, phrases by their first word, capitals as printed."""

    words: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    capitals: Mapping[str, str]
    before_a_unit: frozenset[str]
    letters: frozenset[str]
    particles: frozenset[str]
    relations: Mapping[str, str]
    unfinished: frozenset[str]
    surnames: frozenset[str]
    ranks: frozenset[str]
    officers_only: frozenset[str]
    council_words: frozenset[str]
    given: frozenset[str]
    compass: frozenset[str]
    nations: frozenset[str]
    nations_as_surnames: frozenset[str]
    firms: frozenset[str]
    places: frozenset[str]
    wants_service: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The vocabulary, read once; a word of several classes has the first of `_entries`."""
    source = files("normalise") / "lexicon" / "officers.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    words: dict[str, str] = {}
    phrases: dict[str, dict[tuple[str, ...], str]] = {}
    for entry, letter in _entries(data):
        first, *rest = entry.split()
        if rest:
            phrases.setdefault(first, {}).setdefault(tuple(rest), letter)
        else:
            words.setdefault(first, letter)
    longest_first = {
        first: tuple(sorted(found.items(), key=lambda item: -len(item[0])))
        for first, found in phrases.items()
    }
    acronyms = data["acronyms"]
    capitals = {
        word: letter
        for letter, name in (
            ("D", "posts"),
            ("V", "councillor_posts"),
            ("C", "boards"),
            ("B", "partners"),
            ("A", "teams"),
        )
        for word in acronyms[name].split()
    }
    return Lexicon(
        words,
        longest_first,
        capitals,
        frozenset(acronyms["before_a_unit"].split()),
        frozenset(data["honorifics"]["letters"].split()),
        frozenset(data["particles"]["words"].split()),
        _relations(data["relations"]),
        frozenset([*data["modifiers"]["unfinished"], *data["particles"]["unfinished"]]),
        frozenset(data["heads"]["surnames"]),
        frozenset(data["honorifics"]["ranks"].split()),
        frozenset(data["heads"]["officers_only"]),
        frozenset(data["boards"]["council_words"].split()),
        frozenset(data["subjects"]["given"].split()),
        frozenset(data["subjects"]["compass"].split()),
        frozenset(data["partners"]["nations"]),
        frozenset(data["partners"]["nations_as_surnames"]),
        frozenset(data["partners"]["firms"]),
        frozenset(data["teams"]["places"]),
        frozenset(data["subjects"]["wants_service"].split()),
    )


def _relations(data: dict[str, Any]) -> dict[str, str]:
    """Relation by phrase ("led by") and by label with its colon ("lead:")."""
    names = ("lead", "support", "facilitator", "responsible")
    phrases = {phrase: name for name in names for phrase in data[name]}
    labels = {label + ":": name for name in names for label in data["labels"][name]}
    return phrases | labels


def _entries(data: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """Every entry of the lexicon with its class, the stronger class first."""
    surnames = set(data["subjects"]["surnames"].split())
    plain = {*data["plain"]["words"].split(), *data["plain"]["months"].split()}
    subjects = set(data["subjects"]["words"].split())
    relations = data["relations"]
    groups: list[tuple[str, Iterable[str]]] = [
        ("0", data["nobody"]["words"]),
        ("t", data["councillors"]["plural"]),
        ("T", data["councillors"]["titles"]),
        ("K", (word for key in ("lead", "support", "facilitator", "responsible") for word in relations[key])),
        ("k", relations["skipped"]),
        ("w", relations["with"]),
        ("V", data["councillors"]["posts"]),
        ("H", data["honorifics"]["words"].split()),
        ("Q", data["teams"]["collective"]),
        ("m", data["modifiers"]["opening"]),
        ("M", data["modifiers"]["closing"]),
        ("R", data["heads"]["words"].split()),
        ("R", data["heads"]["phrases"]),
        ("D", data["heads"]["whole"]),
        ("u", data["teams"]["soft"]),
        ("U", data["teams"]["words"].split()),
        ("U", data["teams"]["phrases"]),
        ("C", data["boards"]["words"].split()),
        ("C", data["boards"]["phrases"]),
        ("B", data["partners"]["words"].split()),
        ("B", data["partners"]["phrases"]),
        ("y", surnames & plain),
        ("j", data["plain"]["months"].split()),
        ("Y", (name for name in surnames if name in subjects or name.removesuffix("s") in subjects)),
        ("S", data["subjects"]["phrases"]),
        ("2", ["to"]),
        ("f", ["from", "until", "till", "since", "w/e"]),
        ("&", ["and"]),
        ("a", data["glue"]["articles"].split()),
        ("o", data["glue"]["words"].split()),
        ("v", data["glue"]["verbs"].split()),
        ("z", data["plain"]["words"].split()),
        ("z", data["plain"]["phrases"]),
        ("z", data["plain"]["welsh"].split()),
        ("S", subjects),
        ("S", data["subjects"]["compass"].split()),
    ]
    return ((entry, letter) for letter, entries in groups for entry in entries)


@lru_cache(maxsize=KEPT_WORDS)
def key_of(text: str) -> str:
    """The form in which words are looked up: small letters, straight apostrophes."""
    return text.casefold().translate(STRAIGHT)
