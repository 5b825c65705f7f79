"""The words of an officer cell, each with a one-letter class, so that forms are patterns over letters.

"Jane Ash, Head of Housing" has the classes `NN,RoS`. The vocabulary is `normalise/lexicon/officers.toml`.

| class | word | class | word |
|---|---|---|---|
| N | capitalised, not in the lexicon | S | subject of a unit: Housing |
| I | initials: J, J.R., MW | Y, y | a subject, a plain word, that is a surname too: Field, Green |
| W | four or more capitals, unknown | R, r | head of a title, singular and plural |
| H | honorific | M, m | opens a title and may close it: Deputy, Lead; only opens it: Senior |
| p | particle of a surname | D | whole title of a post: CEO, DoSCE, Head of Service |
| T, t | title of a councillor, plural | V | post of a councillor: Portfolio Holder |
| U, u | team word; Service(s) | C, B | board that meets; partner body |
| A | acronym of a team | Q | all, each, every |
| o, a, 2, f | of, for, in; the; to; from | v, z, x | verb; status or order; other small word |
| 0 | nobody: vacant, TBC | 9, j | number; month |
| K, k | facilitated by; reporting to | w | with, in conjunction with |

Other letters are marks: `,` `;` `:` `.` `(` `)` `/` `&` (and, +) `-` (a dash) `n` (a line end).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from normalise.values.officer_context import in_context
from normalise.values.officer_lexicon import KEPT_WORDS, key_of, lexicon


class Words(NamedTuple):
    """The words and marks of a cell: where each stands, and one class letter each."""

    text: str
    spans: tuple[tuple[int, int], ...]
    classes: str


TOKEN = re.compile(
    r"(?P<mark>n/a\b|w/e\b|c/o\b)"
    r"|(?P<statute>s(?:ec(?:tion|t)?)?[.\s]{0,3}(?:151|95|73)(?:\s+officer)?\b)"
    r"|(?P<pair>(?<!\w)[A-Z]&[A-Z](?!\w))"
    r"|(?P<number>\d+(?:[./:-]\d+)*(?:st|nd|rd|th)?%?\+?(?!\w))"
    r"|(?P<short>(?:mrs?|ms|dr|prof|revd?|insp|sgt|supt|cllrs?|hon|asst|dep|dir|exec|hd|mgr|snr|st|ald|cyng"
    r"|env|corp|comms?|dept|admin|strat|hsg|educ|dem|princ?|maint|reg|serv|servs|svcs?|dev|econ|regen|fin|res"
    r"|mg?mt|soc|cust|ops|prop|eng|tech|perf|gov|sust|transp|assoc)\.(?=\s|$))"
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
LIST_MARK_NO_DASH = re.compile(
    LIST_MARK.pattern.replace(r"[-*\u2022\u00b7\u25aa\u2013o]", r"[*\u2022\u00b7\u25aao]")
)
DASHED = re.compile(
    r"(?m)^[ \t]*[-\u2013][ \t]+"
)  # one such line is no list: the dash of "Head of Tax - Ann Lee"
FIRST_OF_LIST = re.compile(r"\s*\(?(?:1|a|i)[.)]\s")
LATER_OF_LIST = re.compile(
    r"(?<=\s)\(?(?:\d{1,2}|[b-hivx]{1,3})[.)]\s+(?=[^\W\d_])"
)  # "1. Ann Lee 2. Bo Tate"
ELSEWHERE = re.compile(
    r"\((?:she|he|they)/\w+(?:/\w+)?\)|\S+@\S+"
    r"|(?:\b(?:tel|ext|phone|telephone|email|e-mail|mobile)\b[.:]?\s*)?[+(]?\b0\d[\d ()-]{7,}\d",
    re.IGNORECASE,
)
ARTICLE_MUTATION = re.compile(r"[tnh]-?[A-Z\u00c0-\u00de]")  # behind the Irish article: Mac an tSaoi
SAINT = frozenset({"st", "st.", "saint"})
VOWEL = re.compile(r"[^BCDFGHJKLMNPQRSTVWXZ]")  # no surname in capitals goes without: HSCP
LONG_CAPITALS = 4  # so many capitals are no person's initials
LONGEST_PREFIX = 3  # al-Hassan, d'Souza
BEFORE_LETTERS = frozenset("NYyWI,(")


# "MB/TO": in a cell of nothing else two or three capitals are initials, whatever word they spell
ONLY_INITIALS = re.compile(r"\s*[A-Z]{2,3}(?:\s*(?:[/,;&\n]|\band\b)\s*[A-Z]{2,3})+[\s.]*")


def words_of(text: str, council: str | None = None) -> Words:
    """Cut a cell into words and marks and give each its class.

    List marks, addresses and telephone numbers are left out. `council` gives the place names that are
    no person's first name.
    """
    marks = LIST_MARK if len(DASHED.findall(text)) != 1 or DASHED.match(text) else LIST_MARK_NO_DASH
    clean = marks.sub(lambda found: " " * len(found.group()), text)
    if FIRST_OF_LIST.match(text):
        clean = LATER_OF_LIST.sub(lambda found: ";" + " " * (len(found.group()) - 1), clean)
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
        if _is_letters(token.group(), classes):
            index += 1
            continue
        letter, used = _mark(token), 1
        if not letter and initials and token.group().isupper():
            letter = lexicon().capitals.get(token.group(), "I")
        if not letter:
            letter, used = _phrase(found, index)
            letter = letter or _word_class(token.group(), places, shouting=shouting)
        spans.append((token.start(), found[index + used - 1].end()))
        classes.append(letter)
        index += used
    return Words(text, tuple(spans), in_context(text, spans, classes))


def text_of(words: Words, start: int, stop: int) -> str:
    """The words from start to stop as printed, blanks folded."""
    if stop <= start:
        return ""
    return " ".join(words.text[words.spans[start][0] : words.spans[stop - 1][1]].split())


def _mark(token: re.Match[str]) -> str:
    kind = token.lastgroup
    if kind == "other":
        return MARKS.get(token.group(), token.group())
    return {"line": "n", "dash": "-", "number": "9", "initials": "I", "statute": "D", "pair": "S"}.get(
        kind or "", ""
    )


def _is_shouting(text: str) -> bool:
    """True where a cell of several words is printed in capitals throughout."""
    parts = text.replace("/", " ").split()
    if not text.isupper() or len(text.split()) < 2:
        return False
    return any(len(word) >= LONG_CAPITALS and word not in lexicon().capitals for word in parts)


def _phrase(found: list[re.Match[str]], index: int) -> tuple[str, int]:
    """Class and length of the longest phrase that begins here: ("R", 2) for Social Worker.

    A line end inside a phrase is a narrow column's.
    """
    first = key_of(found[index].group())
    for rest, letter in lexicon().phrases.get(first, ()):
        printed, used = _following(found, index + 1, len(rest))
        if printed == list(rest):
            return letter, used
        if letter == "R" and printed == [*rest[:-1], rest[-1] + "s"]:
            return "r", used
    following = index + 1 + (found[index + 1].lastgroup == "line") if index + 1 < len(found) else len(found)
    word = found[following].group() if following < len(found) else ""
    if (first == "an" and ARTICLE_MUTATION.match(word)) or (first in SAINT and word[:1].isupper()):
        return "N", following - index + 1
    return "", 1


def _following(found: list[re.Match[str]], start: int, count: int) -> tuple[list[str], int]:
    """Keys of the next words, line ends passed over, and how many tokens they reach on from the first."""
    words: list[str] = []
    at = start
    while at < len(found) and len(words) < count:
        if found[at].lastgroup != "line":
            words.append(key_of(found[at].group()))
        at += 1
    return words, at - start + 1


def _is_letters(word: str, classes: list[str]) -> bool:
    """True for letters behind a name: OBE, CPFA, "BA (Hons)"."""
    return word in lexicon().letters and bool(classes) and classes[-1] in BEFORE_LETTERS


@lru_cache(maxsize=KEPT_WORDS)
def _word_class(word: str, places: frozenset[str], *, shouting: bool) -> str:
    known = lexicon()
    if word in known.capitals:
        return known.capitals[word]
    key = key_of(word)
    if letter := _listed(key):
        return letter
    if MIXED_POST.match(word):
        return "D"
    if key in places:
        return "Y"
    if word.isupper() and word.isalpha() and not (shouting and len(word) > 2):
        if len(word) < LONG_CAPITALS:
            return "I"
        return "W" if VOWEL.search(word) else "A"
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
    if key.endswith("ies") and (letter := words.get(key[:-3] + "y", "")) and letter in "RUCBS":
        return {"R": "r"}.get(letter, letter)
    first, mark, last = key.rpartition("-")
    if mark and last in words and (words[last] in "RMUCB" or first in words):
        return words[last]
    return ""
