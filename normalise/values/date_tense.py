"""Whether a sentence tells a date as past: "In March 2021 X agreed …", "was approved in June 2020"."""

from __future__ import annotations

import re

from normalise.values import date_words as words
from normalise.values.date_items import Item

_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[A-Z\d])|\n")
_TENSE = re.compile(
    r"\b(?!to\s+(?:(?:the|a|an|all|our|its|their|each|every|this)\b|(?-i:[A-Z])))"  # "sent to the Minister"
    rf"(?:(?P<past>{words.alternation(words.PAST_VERBS)})|(?:{words.alternation(words.FUTURE_VERBS)}))\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\b(?:\w+ed\s+|(?:{words.alternation([*words.PAST_IRREGULAR, *words.TOLD_VERBS])})\s+(?:.*\s)?)"
    r"(?:in|on|at|during)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 1200  # characters; the longest read has 600
_FIRMLY_PAST = frozenset({"was", "were", "been", "had"})  # "has pledged net zero by 2030" looks ahead
_FIRMLY_TOLD = re.compile(r"^[^,]*\b(?:was|were|had|did)\b", re.IGNORECASE)
_COMPLETED = words.alternation(word for word, kind in words.MARKS.items() if kind == "completed")
_DONE_DIRECTLY = re.compile(rf"\b(?:{_COMPLETED})\W*$", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:in|on|during|at)\s+(?:the\s+)?$", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?:was|were|had|did|(?<!be )\w{{3,}}ed|{words.alternation(words.PAST_IRREGULAR)})\b", re.IGNORECASE
)
_NEXT = re.compile(r"\b(?:will|shall|should|must|to\s+be|is|are)\b", re.IGNORECASE)


def told_as_past(text: str, item: Item, *, cued: bool) -> bool:
    """Whether the sentence tells the date as past: by the tense before it, or behind "In March 2021"."""
    floor = max(0, item.start - _LONGEST_SENTENCE)
    # one character more, so that a sentence may end just before the date
    starts = [match.end() for match in _SENTENCE_END.finditer(text, floor, item.start + 1)]
    before = text[starts[-1] if starts else floor : item.start]
    tenses = list(_TENSE.finditer(before))
    if tenses:
        last = tenses[-1]
        return last["past"] is not None and (not cued or last["past"].lower() in _FIRMLY_PAST)
    if cued:
        return not before.strip() and "start" in item.kinds and bool(_FIRMLY_TOLD.search(_rest(text, item)))
    if _DONE.search(before) or _DONE_DIRECTLY.search(before):
        return True
    rest = _rest(text, item)
    told, ahead = _TOLD.search(rest), _NEXT.search(rest)
    return bool(_OPENS.fullmatch(before) and told and not (ahead and ahead.start() < told.start()))


def _rest(text: str, item: Item) -> str:
    """What the sentence goes on with behind the date."""
    end = _SENTENCE_END.search(text, item.end)
    return text[item.end : end.start() if end else len(text)]
