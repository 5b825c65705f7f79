"""The words of an officer cell, each with a one-letter class, so that forms are patterns over letters.

"Jane Ash, Head of Housing" has the classes `NN,RoS`. The vocabulary is `normalise/lexicon/officers.toml`.

| class | word | class | word |
|---|---|---|---|
| N | capitalised, not in the lexicon | S | subject of a unit: Housing |
| I | initials: J, J.R., MW | Y, y | a subject, a plain word, that is a surname too: Field, Green |
| W | four or more capitals, unknown | R, r | head of a title, singular and plural |
| H | honorific | M, m | opens a title and may close it: Deputy, Lead; only opens it: Senior |
| p | particle of a surname | D | acronym of a post: CEO, DoSCE |
| T, t | title of a councillor, plural | V | post of a councillor: Portfolio Holder |
| U, u | team word; Service(s) | C, B | board that meets; partner body |
| A | acronym of a team | Q | all, each, every |
| o, a, 2, f | of, for, in; the; to; from | v, z, x | verb; status or order; other small word |
| 0 | nobody: vacant, TBC | 9, j | number; month |
| K, k | facilitated by; reporting to | w | with, in conjunction with |

Other letters are marks: `,` `;` `:` `.` `(` `)` `/` `&` (and, +) `-` (a dash) `n` (a line end).
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple


class Words(NamedTuple):
    """The words and marks of a cell: where each stands, and one class letter each."""

    text: str
    spans: tuple[tuple[int, int], ...]
    classes: str


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


TOKEN = re.compile(
    r"(?P<mark>n/a\b|w/e\b|c/o\b)"
    r"|(?P<number>\d+(?:[./:-]\d+)*(?:st|nd|rd|th)?%?\+?(?!\w))"
    r"|(?P<short>(?:mrs?|ms|dr|prof|revd?|insp|sgt|supt|cllrs?|hon|asst|dep|dir|exec|hd|mgr|snr|st)\.(?=\s))"
    r"|(?P<initials>(?:[^\W\d_]\.[ ]?)+[^\W\d_]?\.(?!\w)|(?:[^\W\d_]\.)+[^\W\d_]?(?![\w'\u2019])"
    r"|(?<!\w)[^\W\d_]\.(?=[^\W\d_]{2}))"
    r"|(?P<word>[^\W_][\w\u0300-\u036f]*"
    r"(?:['`\u2018\u2019\-\u2010\u2011][^\W_][\w\u0300-\u036f]*|(?<=s)['\u2019](?!\w))*)"
    r"|(?P<line>\n\s*)|(?P<dash>\s[-\u2010\u2011]+|[-\u2010\u2011]+(?=\s|$)|[\u2013\u2014]+)"
    r"|(?P<other>[,;:.()\[\]{}/&+|\u2022\u00b7\u25aa])",
    re.IGNORECASE,
)
MARKS = dict(zip("[{]}+|\u2022\u00b7\u25aa", "(())&;;;;", strict=True))
MIXED_POST = re.compile(r"(?:[A-Z]{1,3}(?:of|o)[A-Z]{1,6}|(?:[A-Z]{2,4}-)+[A-Z]{2,4})\Z")
LIST_MARK = re.compile(
    r"(?m)^[ \t]*(?:[-*\u2022\u00b7\u25aa\u2013o]|\(?(?:\d{1,2}|[a-hivx]{1,3})[.)])[ \t]+(?=\S)"
)
ELSEWHERE = re.compile(
    r"\((?:she|he|they)/\w+(?:/\w+)?\)|\S+@\S+"
    r"|(?:\b(?:tel|ext|phone|telephone|email|e-mail|mobile)\b[.:]?\s*)?[+(]?\b0\d[\d ()-]{7,}\d",
    re.IGNORECASE,
)
STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u2010": "-", "\u2011": "-"})
SAINT = frozenset({"st", "st.", "saint"})
KEPT_WORDS = 4096  # words whose class is remembered: more than a run of papers has
LONG_CAPITALS = 4  # so many capitals are no person's initials
LONGEST_PREFIX = 3  # al-Hassan, d'Souza
LETTERS = "q"  # letters after a name (OBE): no word of the name, so left out


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
        for letter, name in (("D", "posts"), ("C", "boards"), ("B", "partners"), ("A", "teams"))
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
        frozenset(data["modifiers"]["unfinished"]),
        frozenset(data["heads"]["surnames"]),
        frozenset(data["honorifics"]["ranks"].split()),
        frozenset(data["heads"]["officers_only"]),
        frozenset(data["boards"]["council_words"].split()),
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
        ("S", subjects),
        ("S", data["subjects"]["compass"].split()),
    ]
    return ((entry, letter) for letter, entries in groups for entry in entries)


# "MB/TO": in a cell of nothing else two or three capitals are initials, whatever word they spell
ONLY_INITIALS = re.compile(r"\s*[A-Z]{2,3}(?:\s*(?:[/,;&\n]|\band\b)\s*[A-Z]{2,3})+[\s.]*")


def words_of(text: str, council: str | None = None) -> Words:
    """Cut a cell into words and marks and give each its class.

    List marks, addresses and telephone numbers are left out. `council` gives the place names that are
    no person's first name.
    """
    clean = LIST_MARK.sub(lambda found: " " * len(found.group()), text)
    if "@" in clean or "0" in clean or "/" in clean:
        clean = ELSEWHERE.sub(lambda found: " " * (len(found.group()) - 1) + ",", clean)
    spans: list[tuple[int, int]] = []
    classes: list[str] = []
    shouting = _is_shouting(text)
    initials = ONLY_INITIALS.fullmatch(text) is not None
    places = frozenset(council.casefold().split()) if council else frozenset()
    found = list(TOKEN.finditer(clean))
    index = 0
    while index < len(found):
        token = found[index]
        letter, used = _mark(token), 1
        if not letter and initials and token.group().isupper():
            letter = lexicon().capitals.get(token.group(), "I")
        if not letter:
            letter, used = _phrase(found, index)
            letter = letter or _word_class(token.group(), places, shouting=shouting)
        if letter != LETTERS:
            spans.append((token.start(), found[index + used - 1].end()))
            classes.append(letter)
        index += used
    return Words(text, tuple(spans), _in_context(text, spans, classes))


def text_of(words: Words, start: int, stop: int) -> str:
    """The words from start to stop as printed, blanks folded."""
    if stop <= start:
        return ""
    return " ".join(words.text[words.spans[start][0] : words.spans[stop - 1][1]].split())


@lru_cache(maxsize=KEPT_WORDS)
def key_of(text: str) -> str:
    """The form in which words are looked up: small letters, straight apostrophes."""
    return text.casefold().translate(STRAIGHT)


def _mark(token: re.Match[str]) -> str:
    kind = token.lastgroup
    if kind == "other":
        return MARKS.get(token.group(), token.group())
    return {"line": "n", "dash": "-", "number": "9", "initials": "I"}.get(kind or "", "")


def _is_shouting(text: str) -> bool:
    """True where a cell of several words is printed in capitals throughout."""
    parts = text.replace("/", " ").split()
    if not text.isupper() or len(text.split()) < 2:
        return False
    return any(len(word) >= LONG_CAPITALS and word not in lexicon().capitals for word in parts)


def _phrase(found: list[re.Match[str]], index: int) -> tuple[str, int]:
    """Class and length of the longest phrase that begins here: ("R", 2) for Social Worker."""
    first = key_of(found[index].group())
    if first in SAINT and index + 1 < len(found) and found[index + 1].group()[:1].isupper():
        return "N", 2
    for rest, letter in lexicon().phrases.get(first, ()):
        end = index + 1 + len(rest)
        if end > len(found):
            continue
        printed = [key_of(token.group()) for token in found[index + 1 : end]]
        if printed == list(rest):
            return letter, len(rest) + 1
        if letter == "R" and printed == [*rest[:-1], rest[-1] + "s"]:
            return "r", len(rest) + 1
    return "", 1


@lru_cache(maxsize=KEPT_WORDS)
def _word_class(word: str, places: frozenset[str], *, shouting: bool) -> str:
    known = lexicon()
    if word in known.capitals:
        return known.capitals[word]
    if word in known.letters:
        return LETTERS
    key = key_of(word)
    if letter := _listed(key):
        return letter
    if MIXED_POST.match(word):
        return "D"
    if key in places:
        return "Y"
    if word.isupper() and word.isalpha() and not (shouting and len(word) > 2):
        return "I" if len(word) < LONG_CAPITALS else "W"
    if key in lexicon().particles and not word[0].isupper():
        return "p"
    if key.endswith(("'s", "s'")):
        return "S" if word[0].isupper() else "x"
    return "N" if word[0].isupper() or _capital_inside(word) else "x"


def _capital_inside(word: str) -> bool:
    """True for al-Hassan, d'Souza: a small particle joined to a capital."""
    head, mark, tail = key_of(word).replace("'", "-").partition("-")
    return bool(mark and tail) and len(head) <= LONGEST_PREFIX and word[len(head) + 1].isupper()


def _listed(key: str) -> str:
    """Class of a listed word, of its singular, or of the last part of a hyphened word."""
    words = lexicon().words
    if letter := words.get(key):
        return letter
    if key.endswith(("'s", "s'")):
        return "S" if words.get(key.rstrip("'s")) or words.get(key[:-2]) or words.get(key[:-1]) else ""
    if key.endswith("s") and (letter := words.get(key[:-1], "")) and letter in "RUCBSMV":
        return {"R": "r", "M": "r"}.get(letter, letter)
    if key.endswith("ies") and words.get(key[:-3] + "y") == "R":
        return "r"
    first, mark, last = key.rpartition("-")
    if mark and last in words and (words[last] in "RMUCB" or first in words):
        return words[last]
    return ""


LOWER_UNIT = re.compile(r"[RMrDV]o[oa]?(x+)")


def _in_context(text: str, spans: list[tuple[int, int]], classes: list[str]) -> str:
    """Classes that hang on the neighbour: AD before a unit, a particle, Leader, `head of early help`."""
    for index, letter in enumerate(classes):
        after = classes[index + 1] if index + 1 < len(classes) else ""
        if letter == "I" and after:
            behind = "".join(classes[index + 1 : index + 3])
            classes[index] = _capitals_in_context(text[slice(*spans[index])], behind)
        elif letter in "av" and text[spans[index][0]].isupper():
            classes[index] = _capitalised_small_word(letter, text[slice(*spans[index])], after)
        elif letter == "j" and after in ("N", "Y") and (not index or classes[index - 1] in "/n,;&w"):
            classes[index] = "N"  # "Jun Watanabe"
        elif letter == "z" and text[spans[index][0]].islower() and text[: spans[index][1]].endswith("ed"):
            classes[index] = "x"  # "Cabinet approved the plan"
        elif letter == "p" and (not after or after not in "pNWY"):
            classes[index] = "x"
        elif letter == "R":
            classes[index] = _head(key_of(text[slice(*spans[index])]), classes, index)
    joined = "".join(classes)
    if "x" not in joined:
        return joined
    return LOWER_UNIT.sub(lambda found: found.group().replace("x", "S"), joined)


def _capitals_in_context(word: str, after: str) -> str:
    """Initials, unless a unit follows ("AD Housing") or a rank's bearer ("PC Dave Lowe")."""
    if word in lexicon().before_a_unit and after[0] in "SYouUa":
        return "D"
    if word in lexicon().ranks and after == "NN":
        return "H"
    return "I"


def _capitalised_small_word(letter: str, word: str, after: str) -> str:
    """The initial of "A Khan", the name of "Will Grant", the subject of "Housing Needs Manager"."""
    before_name = bool(after) and after in "NIYWp"
    if letter == "a":
        return "I" if before_name and len(word) == 1 else letter
    return "N" if before_name else "S"


SEEN_AFTER = 12  # words that tell what a head word is
FULL_NAME_AFTER = re.compile(r"$|[/n;&w,][NI][NYI](?:$|[/n;&w,])")
TITLE_AFTER = re.compile(r"[,(\-][SYuUm]*[RMD]")


def _head(word: str, classes: list[str], index: int) -> str:
    """A head word that is none: Leader alone is the council's; "Paul Nurse, Planner" has a surname."""
    before = classes[index - 1] if index else ""
    if word == "leader":
        return "R" if before and before in "SYUuCBNRMmAr" else "V"
    after = "".join(classes[index + 1 : index + 1 + SEEN_AFTER])
    alone = before == "N" and (index < 2 or classes[index - 2] in "/n,;&w")
    if (
        word in lexicon().surnames
        and before == "N"
        and (TITLE_AFTER.match(after) or (alone and FULL_NAME_AFTER.match(after)))
    ):
        return "Y"
    return "R"
