"""References of recommendations and marks of their parts, as papers print them."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from normalise.values.dates import read_whole_date

# The longest reference read is "14 – External Bodies (May 2020)".
MAX_REFERENCE = 40
# More marks than this are no list that one recommendation prints.
MAX_MARKS = 100
_WORD = r"(?:recommendations?|rec|action|item|ref|reference|number|no|minute|resolution|outcome|point)"
_NUMBER = r"(?:[A-Z]{1,5}[\s./-]?)?(?:\([\d/]+\)\s?)?\d{1,4}(?:[./-]\d{1,4})*[a-z]?"
_SPELT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NAMED = re.compile(
    rf"\W*{_WORD}s?(?![A-Za-z])\.?\s*(?:(?:number|no)\.?\s*)?[#:]?\s*(?P<ref>{_NUMBER}|[A-Z]|[ivxIVX]{{1,5}}|{_SPELT})\b(?P<end>[\s.:)–-]*)",
    re.IGNORECASE,
)
# "SR (25/26) 01:", "21 BCFU 07 –", "H&S 05:"; without a mark behind it such a run of capitals is a name.
_SERIES = (
    r"(?:\d{2} )?[A-Z]{1,4}(?:&[A-Z])?\d{0,2}(?: \(\d\d/\d\d\)| [A-Z]{1,4})?"
    r" \d{1,3}(?:\.\d{1,2})*(?=:|\s[:–-])"
)
_LEADING = re.compile(
    rf"\s*(?:(?P<series>{_SERIES}):?"
    r"|(?P<item>\d{1,3}[a-z] [ivx]{1,5})\)"
    r"|(?P<bracket>\((?:\d{1,3}[a-z]?|[a-zA-Z]|[ivx]{1,5})\)|(?:\d{1,3}[a-z]?|[a-zA-Z]|[ivx]{1,5})\))"
    r"|(?!Q[1-4] \d)(?P<code>[A-Z]{1,4}\.?\d{1,4}(?:\.{1,2}\d{1,3})*[a-z]?)[.:)]?"
    r"|(?P<decimal>\d{1,3}(?:\.{1,2} ?\d{1,3})+)[.:)]?"
    r"|(?P<number>\d{1,3})(?:[.:]|(?=\s[–-]\s[A-Z][a-z]))"
    r"|(?P<numbered>\d{1,2}[a-h])[.:)]"
    r"|(?P<roman>[ivx]{2,5}|[IVX]{2,5})\."
    r"|(?P<letter>[A-Z])[.:])(?:(?:\s+[–-])?\s+(?=\S)|(?<=\d[.:)])(?=[A-Z][a-z]))"
)
_MAY_BE_DATE = re.compile(r"[A-Za-z]{3}|\d{4}|\d/\d{1,2}/\d")
# Behind a decimal these make it an amount or a time: "2.6 million", "9.30 am".
_COUNTED = re.compile(
    r"(?:%|per ?cent|million|billion|m|bn|k|miles?|km|metres?|hectares?|tonnes?|hours?|days?|weeks?|months?"
    r"|years?|fte|full[- ]time|posts?|times|[ap]\.?m\.?|noon|to)\b",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(r"\d\d\.(?:0[1-9]|1[0-2])\.\d\d")
_SERIES_END = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,6})")
_TRAILING = re.compile(r"[\s.:;,)\]–-]+$")
_MARK = re.compile(
    r"(?P<mark>\(?(?P<ref>[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})(?:[.)]|\)|\s*[:–-](?=\s)|(?=\s+[-–]\s)))(?P<gap>\s*[-–:]?\s+)(?=\S)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Leading(NamedTuple):
    """A reference at the head of a text and the offset of what follows."""

    ref: str
    end: int


class Part(NamedTuple):
    """A marked part of a text: its mark without bracket, and where its words stand."""

    ref: str
    start: int
    end: int


def clean(printed: str) -> str:
    """Return a reference as printed, its brackets around and punctuation behind gone."""
    text = " ".join(printed.split())
    if text.startswith("(") and text.count("(") == 1:
        text = text[1:]
    elif text.count("(") and text.endswith(")"):
        return text
    return _TRAILING.sub("", text)


def reference_of(printed: str) -> str:
    """Return the reference that a reference cell or label names: "Recommendation 7:" is "7"."""
    named = _NAMED.fullmatch(printed.strip())
    return clean(named.group("ref") if named else printed)


def is_dated(printed: str) -> bool:
    """Tell whether a cell is one date and nothing else; a date is never a reference.

    Figures parted by full stops, "45.16", "01.05" and "2.1.12", count items as well and are none here.
    """
    text = printed.strip()
    return bool(_MAY_BE_DATE.search(text)) and read_whole_date(text) is not None


def is_reference(printed: str) -> bool:
    """Tell whether a cell is a reference and no sentence, name, heading or date."""
    text = " ".join(printed.split())
    if not text or len(text) > MAX_REFERENCE or is_dated(text):
        return False
    if _NAMED.fullmatch(text) or re.fullmatch(r"\(?(?:[A-Za-z]|[ivxIVX]{1,5})[.):]{0,2}", text):
        return True
    if not re.search(r"\d", text):
        return bool(re.fullmatch(r"[A-Z]{1,4}[.):]?", text))
    return len(text.split()) <= 6 and not re.search(r"[.!?]\s+[A-Z]", text)


def is_named(printed: str) -> bool:
    """Tell whether a text is a reference that names what it counts: "Recommendation 7", "Item 3"."""
    return _NAMED.fullmatch(printed) is not None


def place_in_series(ref: str) -> tuple[str, int] | None:
    """Return the stem of a reference and its number in it: "CH05" is ("CH", 5), "2.1" ("2.", 1), "C" ("", 3).

    None for one that counts nothing, such as "R1a".
    """
    counted = _SERIES_END.fullmatch(ref)
    if counted:
        return counted["stem"], int(counted["number"])
    return (
        ("letter", ord(ref.upper()) - ord("A") + 1)
        if len(ref) == 1 and ref.isascii() and ref.isalpha()
        else None
    )


def follows(before: str, after: str) -> bool:
    """Tell whether a reference is the next of its series: "1.2" after "1.1", "b" after "a"."""
    one, other = place_in_series(before), place_in_series(after)
    return one is not None and other is not None and other == (one[0], one[1] + 1)


def named_reference(text: str) -> Leading | None:
    """Read "Recommendation 7:" or "Action 2.1 –" at the head of a label or text."""
    found = _NAMED.match(text)
    if found is None or (text[found.start("ref") - 1].isalpha() and found.group("ref") in {"s", "S"}):
        return None  # "Minutes of the panel": the letter ends the word
    return Leading(clean(found.group("ref")), found.end())


def leading_reference(text: str) -> Leading | None:
    """Read a reference with its punctuation at the head of a text that goes on: "7. Improve …"."""
    named = named_reference(text)
    if named and named.end < len(text) and re.search(r"[:.)–-]", text[: named.end]):
        return named
    found = _LEADING.match(text)
    if found is None or (found["decimal"] and _is_figure(found["decimal"], text[found.end() :])):
        return None
    return Leading(clean(found.group()), found.end())


def _is_figure(decimal: str, rest: str) -> bool:
    """Tell whether a decimal counts or dates something: "2.6 million", "9.30 am", "14.03.23 Met …"."""
    return bool(_COUNTED.match(rest)) or bool(_SHORT_DATE.fullmatch(decimal))


def parts(text: str, *, run_on: bool = False) -> tuple[Part, ...]:
    """Find the marked parts of a text: two or more marks that follow one another.

    Marks stand at the head of a line, or behind a semicolon, colon or full stop; where lists `run_on`,
    "1. Open a ward 2. Recruit a nurse", behind a blank too.
    """
    may_open = _follows_blank if run_on else _may_open
    marks = list(islice((m for m in _MARK.finditer(text) if may_open(text, m.start())), MAX_MARKS))
    best: list[re.Match[str]] = []
    for at, first in enumerate(marks):
        run = _run(marks[at:]) if _ordinal(first.group("ref"), 0) else []
        if len(run) > len(best):
            best = run
    if len(best) < 2:
        return ()
    ends = [mark.start() for mark in best[1:]] + [len(text)]
    return tuple(
        Part(mark.group("ref"), mark.end(), end)
        for mark, end in zip(best, ends, strict=True)
        if text[mark.end() : end].strip()
    )


def _may_open(text: str, at: int) -> bool:
    return (
        at == 0 or text[at - 1] == "\n" or bool(re.search(r"(?:[;:.,]|\band)\s$", text[max(0, at - 5) : at]))
    )


def heads_list(text: str) -> bool:
    """Tell whether the mark at the head of a text begins a list: "1. Open a ward 2. Hire a nurse"."""
    found, first = parts(text, run_on=True), _MARK.match(text)
    if not found or first is None or first.end() != found[0].start:
        return False
    second = text[: found[1].start].rstrip()  # "1. Review: 1) parks 2) play" has a list in it
    return second[-1] == first["mark"][-1]


def _follows_blank(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace()


def _ordinal(ref: str, place: int) -> bool:
    """Tell whether a mark is the one that stands at `place`, from 0, of its series."""
    low = ref.lower()
    return (
        (place < len(_ROMAN) and low == _ROMAN[place])
        or (low.isalpha() and len(low) == 1 and ord(low) - ord("a") == place)
        or (low.isdecimal() and int(low) == place + 1)
    )


def _run(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Gather marks of one kind that count on from the first."""
    run = [marks[0]]
    kind = _kind(marks[0].group("ref"))
    for mark in marks[1:]:
        if _ordinal(mark.group("ref"), len(run)) and _kind(mark.group("ref")) == kind:
            run.append(mark)
    return run


def _kind(ref: str) -> str:
    return "digit" if ref.isdecimal() else ("upper" if ref.isupper() else "lower")
