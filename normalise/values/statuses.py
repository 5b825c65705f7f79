"""Status words of a text -> the names of the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from normalise.lexicon import load
from normalise.text import fold, fold_label
from normalise.values import date_words
from normalise.values.colours import colour_names
from normalise.values.phrases import Lead, Phrases, words_of

# A cell this short that opens with a status word is a status and not a narrative.
MAX_STATUS_WORDS = 12
# Words of a heading before and behind its status: "Recommendations completed since the last report".
MAX_HEADING_WORDS = 8
# Of several statuses in one cell the last in this order counts: it claims the least.
WEAKER = (
    "unknown",
    "completed",
    "in_progress",
    "ongoing",
    "on_track",
    "partly_completed",
    "not_started",
    "at_risk",
    "delayed",
    "overdue",
    "on_hold",
    "not_achieved",
    "dropped",
)
_DONE = r"(?:complete(?:d)?|done|achieved|implemented|delivered)\b"
_ABOUT = r"(?:over|about|around|approximately|approx\.?|circa|some|at least)\s+"
_SHARE = re.compile(
    rf"\W*(?:{_ABOUT})?(?P<share>\d{{1,3}})\s?(?:%|per\s?cent\b)(?P<done>\s*{_DONE})?", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?P<loose>/|\bor\b)\s*|\s*(?:[;,+(\n–—&]|\band\b|\bbut\b|\s-\s)\s*", re.IGNORECASE)
_PART_ENDS = re.compile(
    r"\s*(?:$|[.;,)/\n–—&(]|\s-\s|\b(?:or|and|by|due|because|until|owing)\b)", re.IGNORECASE
)


@cache
def _phrases() -> Phrases:
    """Return each status phrase of the lexicon, with what stands before a word of completion."""
    lexicon = load("statuses")
    made = {
        f"{before} {phrase}": status
        for status, befores in lexicon["before_completed"].items()
        for before in befores
        for phrase in lexicon["status"]["completed"]
    }
    printed = {phrase: status for status, phrases in lexicon["status"].items() for phrase in phrases}
    return Phrases(made | printed, lexicon["head"]["fillers"])


@cache
def _prefix() -> re.Pattern[str]:
    """Return what may stand before a status word: "Status:", "Green –", "All actions"."""
    head = load("statuses")["head"]
    labels = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in head["labels"])
    colours = "|".join(sorted(name for name in colour_names() if len(name) > 1))
    words = "|".join(map(re.escape, [*head["words"], *head["fillers"]]))
    return re.compile(
        rf"\W*(?:(?:{labels})\s*[:–—]\s*\W*)?(?:(?:{colours})\b[ \t]*[-–—:(/,.]\s*)?"
        rf"(?:(?:{words})\b[ \t]*[–—:-]?\s*)*",
        re.IGNORECASE,
    )


def lead_status(text: str) -> Lead | None:
    """Return the status whose words lead the text; the longest words win.

    "Completed in May", "Status: on track", "80% complete", "Has not started".
    """
    share = _SHARE.match(text)
    if share and share["done"]:
        return Lead(_of_share(int(share["share"])), share.end())
    prefix = _prefix().match(text)
    found = leading_words(text, 0)
    if prefix and (behind := leading_words(text, prefix.end())) and (not found or behind.end > found.end):
        found = behind
    return found


def leading_words(text: str, start: int = 0) -> Lead | None:
    """Return the status phrase at an offset of a text, longest run first, words such as "now" left out."""
    return _phrases().lead(text, start)


def _of_share(share: int) -> str:
    """Return what a share of completion says of an action."""
    if share >= 100:
        return "completed"
    return "in_progress" if share else "not_started"


def mark_status(text: str) -> str | None:
    """Read a cell that holds a percentage or a tick and nothing else: how much of the action is done."""
    found = _SHARE.fullmatch(text.strip())
    if found:
        return _of_share(int(found["share"]))
    return "completed" if text.strip() in load("statuses")["asked"]["ticks"] else None


def weakest(statuses: Sequence[str]) -> str:
    """Return of several statuses the one that claims the least."""
    return max(statuses, key=WEAKER.index)


def told_statuses(text: str) -> list[str]:
    """Return the statuses that a status cell names side by side: "Complete/on schedule".

    One behind a slash or "or" may go on with other words, any other fills its part:
    "Completed – ongoing monitoring" and "Achieved (late)" name one.
    """
    found = lead_status(text)
    if found is None:
        return []
    told, end = [_reserved(found, text)], found.end
    while joined := _JOINED.match(text, end):
        behind = lead_status(text[joined.end() :])
        if behind is None:
            break
        end = joined.end() + behind.end
        if not joined["loose"] and (_is_done_late(told, behind) or not _PART_ENDS.match(text, end)):
            break
        told.append(behind.status)
    return told


def _is_done_late(told: list[str], behind: Lead) -> bool:
    """Tell whether what is done is said to have been late."""
    return told == ["completed"] and behind.status == "delayed"


@cache
def _reserve() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("statuses")["reserve"]["words"]))
    return re.compile(rf"\W*(?:{words})\b", re.IGNORECASE)


def _reserved(found: Lead, text: str) -> str:
    """Take a completion "subject to sign-off" for work that still goes on."""
    return (
        "in_progress" if found.status == "completed" and _reserve().match(text, found.end) else found.status
    )


def is_status_cell(text: str) -> bool:
    """Tell whether a cell holds a status word and at most a few words more."""
    return len(text.split()) <= MAX_STATUS_WORDS and lead_status(text) is not None


def asks_completion(text: str) -> bool:
    """Tell whether a text asks for completion, "Complete the review by May", and does not report it."""
    found = lead_status(text)
    asks = found is not None and words_of(text[: found.end])[-1:] == ("complete",)
    return asks and found is not None and not _closes().match(text, found.end)


def is_only_status(text: str) -> bool:
    """Tell whether a cell holds status words and nothing else."""
    found = lead_status(text)
    return found is not None and not re.search(r"\w", text[found.end :])


@cache
def _closes() -> re.Pattern[str]:
    """Return what parts a status word at the head of a narrative from what it goes on to say."""
    months = date_words.alternation(date_words.MONTHS)
    openers = "|".join(load("statuses")["narrative"]["openers"])
    return re.compile(
        rf"\s*(?:$|[.,;:!?()\[\]/\n–—|]|-(?=\s|$))|\s+(?:(?i:{months})\b|(?:19|20)\d\d\b"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[./-]\d|(?i:{months})\b)|(?:{openers})\b"
        r"|(?i:early\s+|mid[\s-]|late\s+)?(?:(?i:spring|summer|autumn|winter)\s+(?:(?i:term)\s+)?20\d\d\b|Q[1-4]\b))"
    )


@cache
def _follows() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("statuses")["narrative"]["follow"]))
    return re.compile(rf"\s+(?:{words})\b", re.IGNORECASE)


def narrative_status(text: str) -> Lead | None:
    """Return the status with which a narrative opens: "Complete. The …", "Started – …".

    None where the words go on as part of a sentence about something else:
    "Completed surveys have come back", "Open days were held".
    """
    found = lead_status(text)
    if found is None:
        return None
    status = Lead(weakest(told_statuses(text)), found.end)
    if _closes().match(text, found.end):
        return status
    printed = re.search(r"[\w%]+$", text[: found.end])
    last = printed.group() if printed else ""
    if last.isupper() and len(last) > 3 and not (behind := text[found.end :].split()[:1])[0].isupper():
        return status if behind else None
    bare = " ".join(words_of(text[: found.end])) in load("statuses")["narrative"]["bare"]
    return status if not bare and _follows().match(text, found.end) else None


def heading_status(text: str) -> str | None:
    """Return the status that a heading or band names for all that stands under it.

    "(A) Completed", "LIVE RECOMMENDATIONS", "Actions completed since the last report";
    a topic that opens like a status, "Open Spaces and Parks", names none.
    """
    words = fold_label(text).split()
    if not 0 < len(words) <= MAX_HEADING_WORDS:
        return None
    found = lead_status(text)
    if found is None or found.status == "unknown":
        return None
    behind = fold_label(text[found.end :]).split()
    nouns = load("statuses")["heading"]
    if not behind or behind[0].isdecimal() or behind[0] in nouns["behind"] or behind[0] in nouns["things"]:
        return found.status
    return None


@cache
def _asked() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("statuses")["asked"].items()}


def answered_status(text: str, label: str) -> str | None:
    """Read the answer to a column that asks whether an action is complete: "Yes" under "Complete?".

    None where the label asks nothing or the answer says neither: what is not complete
    may be in any state.
    """
    asked = _asked()
    words = re.sub(r" (?:y[/ ]n|yes[/ ]no|yes or no)$", "", fold_label(label))
    if words not in asked["labels"]:
        return None
    answer = re.split(r"\s*[-–—,.;:(\n]", fold(text), maxsplit=1)[0].strip()
    if answer in asked["ticks"] or answer in asked["completed"]:
        return "completed"
    return "partly_completed" if answer in asked["partly_completed"] else None
