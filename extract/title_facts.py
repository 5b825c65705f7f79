"""What a title tells of a paper beside its kind and review: council, committee and day of the meeting."""

from __future__ import annotations

import re
from functools import cache

from extract.bodies import council_name, is_committee, is_council
from extract.cover import Cover
from extract.titles import kind_of
from normalise.action_lines import is_of_minutes
from normalise.lexicon import load
from normalise.text import fold
from normalise.values.date_grammar import find_dates
from normalise.values.dates import read_whole_date

_COUNCIL = re.compile(
    r"(?P<name>(?:[A-Z][\w'’-]*\s+|(?:of|and|upon|on|in|by|with|the|le)\s+){1,7}?(?:Council|COUNCIL))"
    r"(?P<rest>\s*[:,–—|]\s*|\s+-\s+|\s+(?=[A-Z])|$)"
)
_SMALL = frozenset({"of", "and", "the", "on", "in", "by", "with", "upon", "le"})
_HEAD = re.compile(r"(?P<name>[^:–—|]{3,90}?)(?:\s*:\s+|\s+[-–—|]\s+)")
# "… Tracker for the Parks Panel, 5 May 2023": the committee that a report goes to, and when it meets.
_LEADS_TO = re.compile(r"(?:\b(?:for|to|of|from)|\s[–—-]|:)\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?")
_MEETING = re.compile(
    r"(?P<name>[A-Z][^:;–—]{3,90}?)"
    r"(?:\s*,\s*|\s+[-–—]\s+|\s+(?:meeting\s+)?(?:held\s+)?(?:of|on|at)\s+|\s+)(?P<date>\d.{5,30}|\w+day\s.{6,36})$"
)
_MINUTES_OF = re.compile(
    r"\b(?:of|from)\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<name>[A-Z][^:;]{3,90}?)\s+(?:meeting|held|on)\b"
)


def take_title_facts(cover: Cover) -> None:
    """Fill what the letterhead left open of council, committee and day by what the title says.

    The title itself stays whole.
    """
    title = cover.title or ""
    council = _COUNCIL.match(title)
    if council and _is_place(council["name"]) and _may_follow(title[council.end() :], council["rest"]):
        cover.council = cover.council or council_name(council["name"])
        title = title[council.end() :]
    head = _HEAD.match(title)
    if head and is_committee(head["name"]) and not cover.committee and not find_dates(head["name"]):
        cover.committee = head["name"]
    _take_meeting(cover, title)


def financial_year(title: str) -> int | None:
    """Return the year in which the one financial year begins that a title names."""
    years = [
        one.first.year for one in find_dates(title) if one.first.unit == "financial_year" and not one.last
    ]
    return years[0] if len(years) == 1 else None


def _take_meeting(cover: Cover, title: str) -> None:
    """Take the meeting that a paper is written for, or whose minutes or actions it is."""
    meetings = (_MEETING.match(title, lead.end()) for lead in _LEADS_TO.finditer(title))
    found = next((one for one in meetings if one and is_committee(one["name"])), None)
    when = _only_day(found["date"]) if found else None
    if found and when:
        cover.committee = cover.committee or found["name"]
        cover.meeting_date = cover.meeting_date or when
    elif is_of_minutes(fold(title)) or kind_of(title) == "action_log":
        named = _MINUTES_OF.search(title)
        if named and is_committee(named["name"]):
            cover.committee = cover.committee or named["name"]
        cover.meeting_date = cover.meeting_date or _only_day(title)


def _only_day(title: str) -> str | None:
    """Return the one day with its year that a title names; None where it names none, or several."""
    days = {read_whole_date(title[one.start : one.end]) for one in find_dates(title) if one.dated}
    only = days.pop() if len(days) == 1 else None
    return only if only and re.fullmatch(r"\d{4}-\d\d-\d\d", only) else None


def _is_place(name: str) -> bool:
    """Tell the name of a council from "Joint Review of Council" and other words that end so."""
    words = re.findall(r"[a-z]+", fold(name))[:-1]
    opens = words[0] not in _never_names() or words[:2] in (
        ["city", "of"],
        ["county", "of"],
        ["borough", "of"],
    )
    return is_council(name) and opens and bool(set(words) - _never_names() - _SMALL)


def _may_follow(rest: str, parting: str) -> bool:
    """Tell what stands behind the name of a council from the end of "Improving Council Housing"."""
    first = re.match(r"[a-z]+", fold(rest))
    head = _HEAD.match(rest + ": ")
    return (
        bool(parting.strip())
        or not rest
        or bool(head and is_committee(head["name"]))
        or (first is not None and first.group() in _never_names())
    )


@cache
def _never_names() -> frozenset[str]:
    """Return the words that titles are made of, which open no name of a council."""
    lexicon = load("cover")
    words = set(lexicon["title_words"]["never_names"].split()) | set(
        lexicon["review_words"]["generic"].split()
    )
    return frozenset(words - {"council", "for", "and"})
