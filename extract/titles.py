"""What a title says: the kind of the paper and the review it belongs to (contract, Kind and Review)."""

from __future__ import annotations

import re
from functools import cache

from extract.bodies import is_committee, is_council
from extract.schema import PaperKind, Review
from normalise.lexicon import load
from normalise.text import fold, fold_label, slug
from normalise.values.dates import read_whole_date

_APPENDIX = re.compile(
    r"^(?:appendix|annex(?:e)?|item|attachment)\s+(?:\d{1,3}[a-z]?|[a-z]|[ivx]+)\b(?:\s*[:.–—-]+|\s+)\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:review of|inquiry into|scrutiny of|response to)\b[^:–—|-]*")
# No title read is longer; what is, names no review.
MAX_TITLE = 300
_AGREED = re.compile(
    r"(?:\s*[(\[]\s*(?:as\s+)?(?:(?:\w+\s+)?decision|agreed|approved|adopted)\b(?P<words>[^()\[\]]{0,100})[)\]]"
    r"|(?<=plan)\s+(?:as\s+)?(?:agreed|approved|adopted)\b(?P<told>[^()\[\]:]{0,80}\b\d{4}))\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<head>[^:–—]{1,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_TAIL = re.compile(r"\s*(?::|\s[–—-])\s+(?P<tail>(?:(?!\s-\s)[^:–—]){1,60})$")
# What is left of "Action plan following the review of Parks" in front of the review.
_FOLLOWING = re.compile(
    r"^(?:following|arising from|in response to|for|from|on|to)\s+(?:the\s+)?"
    r"(?=(?:[\w'’-]+\s+){0,4}?(?:review|inquiry|investigation)\b)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\s*\((?P<initials>[A-Z]{3,10})\)\s*$")
# "… – Trust Response and Action Plan": whose answer it is.
_ANSWER = re.compile(
    r"(?:(?:cabinet|executive|council|trust|icb|board|mayoral|management|joint|government|partner|authority"
    r"|member|the|formal|draft|final|its|(?:mayor|leader|council)['’]s)\s+){0,4}response(?:\s+and\b.*)?",
    re.IGNORECASE,
)
_SEPARATORS = " \t\n:;,.–—-|("


@cache
def _kinds() -> tuple[tuple[PaperKind, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")s?\b"))
        for kind, words in load("cover")["kinds"].items()
        if words
    )


def kind_of(title: str | None) -> PaperKind | None:
    """Return what the title calls the paper; None where it calls it nothing.

    The kind named first decides, but what is done to an action plan: "Action plan
    monitoring".  What a review is of names no kind: "Review of Air Quality Monitoring".
    """
    words = _SUBJECT.sub(" ", fold(title or ""))
    named = [
        (found.start(), kind, found.end()) for kind, pattern in _kinds() if (found := pattern.search(words))
    ]
    if not named:
        return None
    _, kind, end = min(named)
    after = [other for start, other, _ in named if 0 <= start - end <= 1]
    return "progress_update" if kind == "action_plan" and "progress_update" in after else kind


def review_of(title: str | None, printed: str | None, kind: PaperKind | None) -> Review | None:
    """Return the review that a Review row or the title names, None where they name none."""
    if printed:
        return Review(title=printed, key=review_key(printed))
    if not title or (kind == "action_log") or re.search(r"\btrack(?:er|ing)\b", fold(title)):
        return None
    name = _strip(_AGREED.sub("", title), _words("leading"), _words("trailing"))
    if _is_generic(_without_initials(name)) or is_council(name) or is_committee(name):
        return None
    return Review(title=name, key=review_key(name))


def _without_initials(title: str) -> str:
    """Cut off a bracket that only gives the initials of the words before it."""
    found = _INITIALS.search(title)
    if found is None:
        return title
    words = iter(word[0].upper() for word in re.findall(r"[A-Za-z]+", title[: found.start()]))
    return title[: found.start()] if all(letter in words for letter in found["initials"]) else title


def agreed_in(title: str) -> str | None:
    """Return the EDTF date in brackets at the end of a title: "… (agreed 3rd September 2020)"."""
    found = _AGREED.search(title)
    words = (found["words"] or found["told"] or "").split() if found else []
    dates = (read_whole_date(" ".join(words[at:])) for at in range(len(words)))
    return next(filter(None, dates), None)


def review_key(title: str) -> str | None:
    """Return the key of a review: its title without what only says that it is one."""
    ends = (*_words("leading"), *_words("trailing"), *_words("key"))
    return slug(_strip(fold(title), ends, ends)) or None


@cache
def _generic() -> frozenset[str]:
    """Return the words that titles of trackers and logs are made of and that name no review."""
    return frozenset(load("cover")["review_words"]["generic"].split())


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(load("cover")["review_words"][name], key=len, reverse=True))


@cache
def _heads(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return what finds each of the words at the head of a title."""
    return tuple(re.compile(rf"^{re.escape(word)}\b[\s:.–—|-]*", re.IGNORECASE) for word in words)


@cache
def _tails(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return what finds each of the words at the end of a title."""
    return tuple(re.compile(rf"[\s:.,–—|(-]*\b{re.escape(word)}$", re.IGNORECASE) for word in words)


def _strip(title: str, leading: tuple[str, ...], trailing: tuple[str, ...]) -> str:
    """Cut words off both ends until nothing changes."""
    before, text = "", " ".join(title.split())
    if len(text) > MAX_TITLE:
        return text
    while text != before:
        before = text
        text = _without_kind(_APPENDIX.sub("", text))
        for pattern in (*_heads(leading), *_tails(trailing)):
            text = pattern.sub("", text)
        text = text.strip(_SEPARATORS)
    return text


def _without_kind(text: str) -> str:
    """Cut off a head or tail that only says what the paper is, or whose: "Final Action Plan: Review of …"."""
    text = _FOLLOWING.sub("", text)
    tail = _TAIL.search(text)
    if tail and (_is_generic(tail["tail"]) or _ANSWER.fullmatch(tail["tail"])):
        return text[: tail.start()]
    head = _HEAD.match(text)
    if (
        head
        and _names_subject(text[head.end() :])
        and (is_committee(head["head"]) or is_council(head["head"]))
    ):
        return text[head.end() :]
    return text[head.end() :] if head and (_labels(head["head"]) or only_says_kind(head["head"])) else text


def _labels(words: str) -> bool:
    """Tell whether words are those of a Review row: "Scrutiny Review: Libraries"."""
    return fold_label(words) in load("cover")["labels"]["review"]


def only_says_kind(words: str) -> bool:
    """Tell whether words call a paper something and say nothing of what it is about."""
    return kind_of(words) is not None and _is_generic(words)


def _is_generic(words: str) -> bool:
    return not set(re.findall(r"[a-z]+", fold(words))) - _generic()


def _names_subject(text: str) -> bool:
    """Tell whether a title behind the name of a body names a review, or begins with an answer to one."""
    named = _SUBJECT.match(text) or re.search(r"\b(?:review|inquiry)\b", fold(text))
    return bool(named) or any(head.match(text) for head in _heads(_words("leading")))


def without_appendix(text: str) -> str:
    """Cut "Appendix 1 –" off the head of a title."""
    return _APPENDIX.sub("", text)


def is_title(text: str) -> bool:
    """Tell whether a line may title a paper: more than a mark such as "Appendix 1" or a lone "to the"."""
    if text[:1].islower() or " = " in text:
        return False  # "Key: GP = General Practice" explains
    return bool(fold_label(_APPENDIX.sub("", text + " "))) and len(text.split()) <= 40
