"""The executive's answer to a recommendation: decision word and reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from normalise.lexicon import load
from normalise.text import fold
from normalise.values.boxes import ticked
from normalise.values.dates import read_whole_date
from normalise.values.phrases import Lead, Phrases, words_of

# A decision word stands in the first few words of the answer, or the answer is prose.
MAX_LEAD_WORDS = 5
# Words between an agreement and what qualifies it: "accepts this recommendation in part".
MAX_BETWEEN = 4


class DecisionReading(NamedTuple):
    """A decision and what is said for it."""

    status: str
    reason: str | None


@cache
def _phrases() -> Phrases:
    """Return every phrase of decision: the words of agreement with what may stand around them."""
    lexicon = load("decisions")
    agree, made = lexicon["agree"], {}
    for word in agree["words"]:
        made[word] = "accepted"
        for status, behind in agree["behind"].items():
            made |= {f"{word} {end}": status for end in behind}
        for status, before in agree["before"].items():
            made |= {f"{start} {word}": status for start in before}
    made |= {phrase: status for status, phrases in agree["around"].items() for phrase in phrases}
    printed = {phrase: status for status, phrases in lexicon["decision"].items() for phrase in phrases}
    return Phrases(made | printed, ("been", "being", "is"))


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _opening() -> re.Pattern[str]:
    words = _any(load("decisions")["lead"]["words"])
    return re.compile(rf"\W*(?:(?:{words})\b[^\w]*){{0,{MAX_LEAD_WORDS}}}", re.IGNORECASE)


@cache
def _qualified() -> re.Pattern[str]:
    lexicon = load("decisions")
    between = _any(lexicon["between"]["words"])
    named = "|".join(f"(?P<{status}>{_any(words)})" for status, words in lexicon["agree"]["behind"].items())
    return re.compile(
        rf"(?:[\s,]+(?:{between})\b){{0,{MAX_BETWEEN}}}[\s,(–-]+(?:{named})\b\)?", re.IGNORECASE
    )


# "(a)", "ii)", "2)" before the answer to a part.
_PART = re.compile(r"(?:^|(?<=\s))\(?(?:[a-h]|[ivx]{1,4}|\d)\)\s+")
_CLOSED = re.compile(
    r"\s*(?:$|[.,;:!?()\[\]/\n–—]|-(?=\s|$))|\s+(?=[A-Z]|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\d{1,2}[./]\d)"
)


# "Approved 11/06/19 – insufficient space": the day of the decision is no reason.
_DATED = re.compile(r"(?:on\s+)?\(?(?P<when>[^()\n:–—]{6,30}?)\)?(?:\s*[:–—]\s*|\s+-\s+|\.?\s*$)")


# "Partly agrees with this recommendation: …": what is agreed with is no reason.
_OBJECT = re.compile(
    r"\s+(?:with\s+)?(?:(?:this|the|that|these)\s+)?(?:recommendation|proposal|motion)s?\s*(?=[.,:;–—-]\s*\S)",
    re.IGNORECASE,
)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any(load('decisions')['bare']['follow'])})\b", re.IGNORECASE)


@cache
def _takes() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_any(load('decisions')['bare']['takes'])})\b", re.IGNORECASE)


def read_decision(text: str) -> DecisionReading | None:
    """Read the decision at the head of an answer; None where there is none.

    Parts that are answered one by one, "a) Agreed b) Not agreed", make one decision.
    """
    before, *answers = _PART.split(text)
    if len(answers) > 1 and not before.strip():
        return _of_parts(answers)
    return decision_at(text)


def decision_at(text: str) -> DecisionReading | None:
    """Read the decision word that leads a text and what follows it."""
    lead = _lead(text)
    if lead is None:
        return None
    status, end = lead
    other = _phrases().lead(text, end + 1) if text[end : end + 1] == "/" else None
    if other and other.status != status:
        return None  # "Accepted/Rejected": one of them was to be struck out
    qualified = _qualified().match(text, end) if status == "accepted" else None
    if qualified and qualified.lastgroup:
        status, end = qualified.lastgroup, qualified.end()
    return DecisionReading(status, _reason(text, end))


def _lead(text: str) -> Lead | None:
    """Return the decision words at the head of a text, behind "The Cabinet …" or as part of that.

    "Cabinet agreed to" may be all of an answer, or the opening of "Cabinet agreed to accept …".
    """
    opening = _opening().match(text)
    behind = opening.end() if opening else 0
    starts = [*(found.start() for found in re.finditer(r"\w+", text[:behind])), behind]
    found = [lead for start in starts if (lead := _phrases().lead(text, start))]
    return max(filter(lambda lead: _is_answer(text, lead), found), key=lambda lead: lead.end, default=None)


def _is_answer(text: str, lead: Lead) -> bool:
    """Tell a decision from a word of a sentence about something else: "Supported housing is …"."""
    if _CLOSED.match(text, lead.end):
        return True
    head = words_of(text[: lead.end])
    if head[-1] in load("decisions")["bare"]["words"] and len(head) == 1:
        return _takes().match(text, lead.end) is not None
    return _goes_on().match(text, lead.end) is not None or (len(head) > 1 and lead.status != "accepted")


def _of_parts(answers: Sequence[str]) -> DecisionReading | None:
    """Make one decision of the answers to the parts of a recommendation; None where one gives none."""
    read = [decision_at(answer) for answer in answers]
    told = [one for one in read if one is not None]
    if len(told) < len(read):
        return None
    statuses = {one.status for one in told}
    if len(statuses) > 1 and not any(status.startswith("accepted") for status in statuses):
        return None
    status = statuses.pop() if len(statuses) == 1 else "accepted_in_part"
    return DecisionReading(status, "\n".join(one.reason for one in told if one.reason) or None)


def _reason(text: str, end: int) -> str | None:
    """Return what follows the decision word, its separator cut off."""
    object_ = _OBJECT.match(text, end)
    reason = re.sub(r"^[\s.,:;–—-]+", "", text[object_.end() if object_ else end :])
    dated = _DATED.match(reason)
    day = read_whole_date(dated["when"]) if dated else None
    if dated and day and len(day) == len("YYYY-MM-DD"):
        reason = reason[dated.end() :]
    return reason.strip() or None


def is_choice(text: str) -> bool:
    """Tell whether a cell is a mark: a tick, a cross, "Yes"."""
    return _mark(text) in load("decisions")["mark"]["chosen"]


def _mark(text: str) -> str:
    return fold(text).strip("()[]. ")


def read_answer(text: str) -> DecisionReading | None:
    """Read a cell in a column of decisions: a decision, the ticked one of several, "Y", "N" or a tick."""
    text = ticked(text)
    marks = load("decisions")["mark"]
    for status in ("accepted", "rejected"):
        if _mark(text) in marks[status]:
            return DecisionReading(status, None)
    return read_decision(text)


def read_choice(text: str, label: str) -> DecisionReading | None:
    """Read a cell where each decision has its own column: the label of the one that is ticked."""
    own = decision_at(label)
    return DecisionReading(own.status, None) if own and is_choice(text) else read_answer(text)
