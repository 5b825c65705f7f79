"""Sentences whose subject is the action itself: "This action is now complete."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from normalise.lexicon import load
from normalise.values.statuses import is_only_status, lead_status, weakest

_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n|$")
_SENTENCE_STARTS = re.compile(r"(?<=[.!?;])\s|\n")
# Work that is done, or not, may be any part of an action.
_FINAL = {"completed", "not_achieved", "partly_completed", "dropped"}
_START = r"(?:^|(?<=[.!?]\s)|(?<=\n))\W*"
# "Recommendation 3", "Action 1.2", "R4".
_NUMBER = r"(?:\s+(?P<number>[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?))?"
# "Status: in progress" behind the action in its own cell.
_LABELLED = re.compile(rf"{_START}(?:current\s+|latest\s+)?status\s*:\s*(?=\S)", re.IGNORECASE)
_SAID_AGAIN = re.compile(
    r"[^.;!?\n]{1,80}?\b(?:but|and|though)\s+(?:it\s+)?(?:is|has|are)\s+(?:now\s+)?", re.IGNORECASE
)


class Told(NamedTuple):
    """A status and the sentence that tells it."""

    status: str
    raw: str


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _passive() -> re.Pattern[str]:
    words = load("statuses")["sentence"]
    subjects = _any([*words["subjects"], *words["works"]])
    return re.compile(
        rf"{_START}(?:(?:this|the|all|all\s+of\s+the|these|both)\s+)?(?P<subject>(?:{subjects})s?){_NUMBER}\s+"
        rf"(?P<verbs>(?:(?:{_any([*words['verbs'], *words['past']])})\s+){{1,4}})",
        re.IGNORECASE,
    )


@cache
def _brief() -> re.Pattern[str]:
    subjects = _any(load("statuses")["sentence"]["subjects"])
    return re.compile(rf"{_START}(?:this\s+|all\s+)?(?:{subjects})s?{_NUMBER}\s+(?:now\s+)?", re.IGNORECASE)


@cache
def _active() -> re.Pattern[str]:
    words = load("statuses")["sentence"]
    return re.compile(
        rf"{_START}(?:{_any(words['actors'])})\s+(?:have|has)\s+(?:now\s+|already\s+)?"
        rf"(?P<verb>\w+(?:\s\w+)?)\s+(?:this|the)\s+(?:{_any(words['subjects'])})s?\b",
        re.IGNORECASE,
    )


def sentence_status(text: str, ref: str | None = None) -> Told | None:
    """Find a sentence about the action itself; of several that differ the weakest counts.

    "Status: …" tells before any other sentence.

    Args:
        text: The text.
        ref: The reference of the recommendation; a sentence that names another says nothing of it.
    """
    labelled = labelled_status(text)
    if labelled is not None:
        lead = lead_status(text[labelled.end() :])
        end = labelled.end() + lead.end if lead else 0
        return Told(lead.status, _sentence(text, labelled.start(), end)) if lead else None
    told = [*_told_of_subject(text, ref), *_told_by_actor(text), *_told_briefly(text, ref)]
    if not told:
        return None
    status = weakest([one.status for one in told])
    return next(one for one in told if one.status == status)


def labelled_status(text: str) -> re.Match[str] | None:
    """Find "Status:" at the head of a line or sentence; what follows is no more of the action."""
    return _LABELLED.search(text) if ":" in text else None


def closing_status(text: str) -> Told | None:
    """Read a status that closes an update as a sentence of its own: "All four began in May. CLOSED"."""
    *before, last = _SENTENCE_STARTS.split(text.rstrip())
    status = lead_status(last) if before and is_only_status(last) else None
    return Told(status.status, last) if status and status.status != "unknown" else None


def _told_of_subject(text: str, ref: str | None) -> Iterator[Told]:
    words = load("statuses")["sentence"]
    for found in _passive().finditer(text):
        at = found.end()
        status = lead_status(text[at:])
        past = any(verb in words["past"] for verb in found["verbs"].casefold().split())
        if status is None or (past and status.status != "completed"):
            again = _SAID_AGAIN.match(text, at)
            at = again.end() if again else at
            status = lead_status(text[at:]) if again else None
        if status is None or status.status == "unknown" or _is_other(found["number"], ref):
            continue
        ends = _SENTENCE_END.match(text, at + status.end)
        is_work = found["subject"].casefold() in words["works"]
        if ends or not (is_work and status.status in _FINAL):
            yield Told(status.status, _sentence(text, found.start(), at + status.end))


def _told_by_actor(text: str) -> Iterator[Told]:
    for found in _active().finditer(text):
        status = lead_status(found["verb"])
        if status and status.end == len(found["verb"]):
            yield Told(status.status, _sentence(text, found.start(), found.end()))


def _told_briefly(text: str, ref: str | None) -> Iterator[Told]:
    """Yield sentences without a verb: "Action complete."."""
    for found in _brief().finditer(text):
        status = lead_status(text[found.end() :])
        end = found.end() + status.end if status else 0
        ends = status is not None and status.status != "unknown" and _SENTENCE_END.match(text, end)
        if status and ends and not _is_other(found["number"], ref):
            yield Told(status.status, _sentence(text, found.start(), end))


def _sentence(text: str, start: int, at: int) -> str:
    end = _SENTENCE_END.search(text, at)
    return text[start : end.end() if end else len(text)].strip()


def _is_other(number: str | None, ref: str | None) -> bool:
    """Tell whether a sentence names another recommendation than its own."""
    if number is None or ref is None:
        return False
    named, own = (printed.lstrip("R").casefold() for printed in (number, ref))
    return named != own and not named.startswith(f"{own}.")
