"""Sentences that answer several recommendations at once: "Recommendations 1 to 6 were agreed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from normalise.lexicon import load
from normalise.values.decisions import decision_at

# A range of more recommendations than this is no range of references.
MAX_RANGE = 100
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(“\"])|\n+")
_REF = r"\(?[A-Z]{0,3}\d{1,3}(?:\.\d{1,2})?(?:\s?\(?[a-h]\))?\)?|\(?(?-i:[A-Z])\b\)?"
_REFS = (
    rf"(?:{_REF})(?:\s*(?:,\s*and|,|&|and|to|-|–|through)\s*(?:(?:recommendations?|nos?\.?)\s*)?(?:{_REF}))*"
)
_NAMED = re.compile(
    rf"\b(?:recommendations?|recs?\.?)\s+(?:numbers?\s+|nos?\.?\s*)?(?P<refs>{_REFS})(?=[\s:,.;)–-]|$)",
    re.IGNORECASE,
)
# At the head of a sentence a range in brackets, or a code such as "R3", stands alone.
_ALONE = re.compile(rf"^\W*(?P<refs>\(\d{{1,3}}\s*(?:to|-|–)\s*\d{{1,3}}\)|(?=R\d){_REFS})(?=\s)")
_ALL = re.compile(
    r"\b(?:(?:all|each|both)(?:\s+of)?(?:\s+(?:the|these))?(?:\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?\s+recommendations"
    r"|(?:the|these)\s+recommendations(?=\s+(?:were|have\s+been|are)\s+all\b)|recommendations(?=[^.;]{0,40}\bin\s+full\b))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<open>{_REF})(?:\s*(?:to|-|–|through)\s*(?P<close>{_REF}))?", re.IGNORECASE)
# What the recommendations head: a sentence, or a clause of it.
_HEAD = re.compile(
    r"(?:^|[.;:,()–—-]|\b(?:and|that|but|while|which|except|from|than|of))\s*(?:the\s+)?\W*\Z", re.IGNORECASE
)
_INFINITIVE = re.compile(r"\bto\s+(?P<verb>\w+)\s+(?:the\s+)?$", re.IGNORECASE)
_VERBS = re.compile(
    r"^[\s,:–)-]*(?:(?:was|were|is|are|has|have|been|be|being|that|also|all|therefore|which)\b[\s,]*){0,4}",
    re.IGNORECASE,
)
_SUBJUNCTIVE = re.compile(
    r"^[\s,:–)-]*(?:to\s+|should\s+|can\s+|could\s+|may\s+|might\s+|will\s+|would\s+)?be\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision on recommendations named in a sentence.

    Attributes:
        refs: their references, folded to what tells them apart; None for all.
        parts: of those, the ones of which only a part is named: "2(b)".
        status: the decision.
        reason: what follows it.
        start: where its sentence begins in the text.
        end: where it ends.
        besides: references that an answer to all leaves out.
    """

    refs: frozenset[str] | None
    parts: frozenset[str]
    status: str
    reason: str | None
    start: int
    end: int
    besides: frozenset[str] = frozenset()


def read_resolutions(text: str) -> list[Resolution]:
    """Read the decisions that a paragraph tells; none of what is only asked for, or proposed."""
    found: list[Resolution] = []
    at = 0
    for sentence in _SENTENCE.split(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        if not _is_asked(sentence):
            found += _of_sentence(sentence, start)
    return found


def ref_key(ref: str) -> str:
    """Return a reference without what papers print or leave out: "R1", "Rec 1" and "1." are one."""
    bare = re.sub(r"[\s().:]+$|^[\s(]+", "", ref)
    number = re.fullmatch(r"[A-Za-z]{1,3}\.?\s?(\d+(?:\.\d+)?)", bare)
    return (number.group(1) if number else bare).casefold()


def _is_asked(sentence: str) -> bool:
    folded = sentence.casefold()
    words = load("decisions")["resolution"]
    if any(folded.lstrip("*# •-").startswith(one) for one in words["resolved"]):
        return False
    return any(one in folded for one in words["asked"])


def _of_sentence(sentence: str, start: int) -> Iterator[Resolution]:
    """Read each clause of a sentence: the recommendations and, behind or before them, the decision."""
    subjects = [found for form in (_NAMED, _ALONE, _ALL) for found in form.finditer(sentence)]
    subjects.sort(key=lambda found: found.start())
    done = 0
    for at, subject in enumerate(subjects):
        stop = subjects[at + 1].start() if at + 1 < len(subjects) else len(sentence)
        every = subject.re is _ALL
        excepted = _except().search(sentence, subject.end(), stop) if every else None
        rest = sentence[subject.end() : excepted.start() if excepted else stop]
        heads = _HEAD.search(sentence, 0, subject.start()) is not None
        told = (_behind(sentence, rest) if heads else None) or _before(
            sentence, sentence[done : subject.start()], rest
        )
        done = subject.end()
        if told is None or _by_proposers(rest) or _proposes(sentence[: subject.start()]):
            continue
        refs, parts = (None, frozenset[str]()) if every else _references(subject["refs"])
        besides = _besides(sentence[subject.end() :]) if every else frozenset()
        yield Resolution(refs, parts, told[0], told[1], start, start + len(sentence), besides)


def _behind(sentence: str, rest: str) -> tuple[str, str | None] | None:
    """Read "… were agreed because …"; "be agreed" only where the sentence resolves."""
    rest = re.sub(r"[\s,;]*\b(?:and|but|while)?\s*$", "", rest)
    if _SUBJUNCTIVE.match(rest) and not _resolves(sentence):
        return None
    verbs = _VERBS.match(rest)
    found = decision_at(rest[verbs.end() :] if verbs else rest)
    told = found and (found.reason is None or (verbs and verbs.group().strip()))
    return (found.status, found.reason) if found and told else None


def _before(sentence: str, opening: str, rest: str) -> tuple[str, str | None] | None:
    """Read "Cabinet accepted all of …", "RESOLVED to accept recommendations 1 and 2, and to reject …"."""
    found = _actor().search(opening) or (_INFINITIVE.search(opening) if _resolves(sentence) else None)
    if found is None:
        return None
    read = decision_at(f"{found['verb']} this recommendation{rest}")
    reason = re.sub(r"^[\s.,:;–—-]+|[\s,;]*(?:\b(?:and|but)\b(?:\s+to\s+\w+)?)?\s*$", "", rest)
    return (read.status, reason or None) if read else None


@cache
def _actor() -> re.Pattern[str]:
    actors = "|".join(load("decisions")["resolution"]["actors"])
    return re.compile(
        rf"\b(?:{actors})(?:\s+(?:has|have|had|also|unanimously|formally|therefore))*\s+"
        rf"(?P<verb>(?:(?:did|does|do)\s+not\s+)?\w+(?:\s+in\s+(?:part|principle|full))?)\s*(?:the\s+)?$",
        re.IGNORECASE,
    )


def _resolves(sentence: str) -> bool:
    folded = sentence.casefold().lstrip("*# •-")
    resolved = any(folded.startswith(one) for one in load("decisions")["resolution"]["resolved"])
    actors = "|".join(load("decisions")["resolution"]["actors"])
    return resolved or bool(
        re.search(rf"\bresolved\s+(?:to|that)\b|\b(?:{actors})\s+(?:agreed|decided)\s+(?:to|that)\b", folded)
    )


def _by_proposers(rest: str) -> bool:
    """Tell whether those who made the recommendations agreed them, or sent them on."""
    folded = rest.casefold()
    proposers = "|".join(map(re.escape, load("decisions")["resolution"]["proposers"]))
    return bool(
        re.search(rf"\bby\s+(?:the\s+)?(?:[\w&']+\s+){{0,5}}?(?:{proposers})\b", folded)
        or re.search(r"\b(?:sent|referred|submitted|put|presented|forwarded)\s+to\b", folded)
    )


def _proposes(opening: str) -> bool:
    """Tell whether those who made the recommendations are the subject: "The Panel agreed all of …"."""
    words = load("decisions")["resolution"]
    deciders = re.search(rf"\b(?:{'|'.join(words['actors'])})\b", opening, re.IGNORECASE)
    return not deciders and any(one in opening.casefold() for one in words["proposers"])


def _references(printed: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the references that a phrase lists, and those of which it names a part."""
    refs: set[str] = set()
    parts: set[str] = set()
    for found in _ONE.finditer(printed):
        opening, part = _without_part(found["open"])
        refs |= set(_range(opening, found["close"]))
        parts |= {ref_key(opening)} if part else set()
    return frozenset(refs), frozenset(parts)


def _without_part(ref: str) -> tuple[str, bool]:
    bare = re.sub(r"\s?\(?[a-h]\)?$", "", ref)
    return (bare, True) if bare != ref and re.search(r"\d", bare) else (ref, False)


def _range(first: str, last: str | None) -> Sequence[str]:
    low, high = ref_key(first), ref_key(last) if last else None
    if high is None:
        return [low]
    if low.isdecimal() and high.isdecimal() and 0 <= int(high) - int(low) < MAX_RANGE:
        return [str(number) for number in range(int(low), int(high) + 1)]
    if len(low) == len(high) == 1 and low.isalpha() and low <= high:
        return [chr(code) for code in range(ord(low), ord(high) + 1)]
    return [low, high]


@cache
def _except() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("decisions")["resolution"]["except"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _besides(rest: str) -> frozenset[str]:
    """Return the references that "all recommendations except …" leaves out."""
    found = _except().search(rest)
    named = _NAMED.search(rest, found.end()) if found else None
    return _references(named["refs"])[0] if named else frozenset()
