"""The letterhead of a paper: lines that name its council, committee and day, and little else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.bodies import council_name, in_welsh, is_committee, is_council
from extract.cover import Cover, take_pair
from extract.schema import Labelled
from extract.titles import only_says_kind
from normalise.text import fold
from normalise.values.dates import read_whole_date
from normalise.welsh import english_label
from parsers.model import Text
from parsers.model.words import join

MAX_LETTERHEAD = 300
_REFERENCE_LINE = re.compile(
    r"(?P<label>agenda item|item|agenda|report|paper|appendix)\s*(?:no|number|ref)?\.?\s*:?\s*"
    r"(?P<value>[A-Z]{0,4}[\d/.-]+[a-z]?)",
    re.IGNORECASE,
)
_CLASSIFICATION = re.compile(
    r"(?:official|public|open|part\s+[1i]+|restricted|confidential|not exempt|exempt|unclassified|non-exempt)"
    r"(?:\s*[-–(].*)?",
    re.IGNORECASE,
)
# What leads to the name of the committee: "Report to the …", "Considered by the …", "For: …".
_TO = re.compile(
    r"^(?:(?:report|papers?|considered|received|presented|submitted|prepared|reported)\s+(?:to|for|by|at)"
    r"|meeting\s+of|to|for)\b\s*:?\s*(?:(?:a|the)\s+meeting\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# What parts the name of a council from that of its committee on one line.
_COUNCIL_END = re.compile(r"\s+[–—|-]\s+|\s*[:,]\s+")
# "Report to Council, 16 January 2025": a meeting of all its members.
_WHOLE_COUNCIL = frozenset({"council", "full council"})
_MEETING_ON = re.compile(
    r"(?:meeting|to be held|held|for the meeting)\b.{0,40}?\b(?:of|on)\s+(?P<date>.+)", re.IGNORECASE
)
_NAMED_MEETING = re.compile(
    r"(?P<who>[^:;]{2,90}?)\s+meeting\s+(?:held\s+)?(?:of|on)\s+(?P<date>.{6,40})", re.IGNORECASE
)
_PARTED = re.compile(r"\s*[,:|]\s+|\s+[-–—|]\s+")
_AGREED_ON = re.compile(
    r"(?:action plan |plan )?(?:agreed|approved|adopted)\b.{0,60}?\bon\s+(?P<date>.+)", re.IGNORECASE
)
_REPORT_OF = re.compile(
    r"(?P<label>report (?:of|by|from))\s+(?:the\s+)?(?P<value>[A-Z].{3,120})", re.IGNORECASE
)


def split_date(text: Text) -> tuple[Text, Text, str] | None:
    """Split "Committee – 12 July 2023" into the words and their date; None where no date ends the line."""
    string = str(text)
    for found in re.finditer(r"\s*[–—|,(-]\s*|\s+(?:on|held on)\s+|\s{2,}|\s(?=\d)", string):
        when = read_whole_date(string[found.end() :].rstrip(") "))
        if when and string[: found.start()].strip():
            return text.cut(0, found.start()), text.cut(found.start()), when
    return None


def take_letterhead(cover: Cover, lines: Sequence[Text]) -> int:
    """Take council, committee, date or classification off the head of some lines.

    Up to four lines may name a council together: "ST HELENS" / "BOROUGH COUNCIL".

    Returns:
        How many lines were taken, 0 where the first is no letterhead.
    """
    if len(str(lines[0])) > MAX_LETTERHEAD:
        return 0
    size = next((n for n in (4, 3, 2) if not cover.council and _is_split_council(lines[:n], n)), 1)
    return size if _take_line(cover, join(lines[:size], "\n")) else 0


def _is_split_council(lines: Sequence[Text], size: int) -> bool:
    """Tell whether lines name a council together and neither the first nor any other line alone does."""
    strings = [" ".join(str(line).split()) for line in lines]
    if len(lines) < size or any(len(string.split()) > 4 or re.search(r"[:\d]", string) for string in strings):
        return False
    if is_council(strings[0]) or any(
        is_committee(one) or _CLASSIFICATION.fullmatch(one) for one in strings[:-1]
    ):
        return False
    return is_council(" ".join(strings))


def _take_line(cover: Cover, line: Text) -> bool:
    string = " ".join(str(line).split())
    if _is_open(cover.council, string) and is_council(string):
        cover.council = council_name(string)
        return True
    when = read_whole_date(english_label(string))
    if when and not cover.meeting_date:
        cover.meeting_date = when
        return True
    if (
        _take_parts(cover, line)
        or _take_dated(cover, string)
        or (_is_open(cover.committee, string) and _take_committee(cover, line, string))
    ):
        return True
    author = _REPORT_OF.fullmatch(string)
    if author:
        take_pair(cover, author.group("label"), author.group("value"))
        return True
    reference = _REFERENCE_LINE.fullmatch(string)
    if reference and fold(reference.group("label")) != "appendix":
        cover.metadata.append(Labelled(label=reference.group("label"), value=reference.group("value")))
        return True
    if _CLASSIFICATION.fullmatch(string):
        cover.metadata.append(Labelled(label="", value=string))
        return True
    return False


def _is_open(name: str | None, string: str) -> bool:
    """Tell whether a name is still wanted: none is known, or a Welsh one that the English one replaces."""
    return name is None or (in_welsh(name) and not in_welsh(string))


def _take_parts(cover: Cover, line: Text) -> bool:
    """Take a line that names the council first and then its committee: "Anytown Council – Parks Panel"."""
    parting = _PARTED.search(str(line))
    if cover.council or not parting or not is_council(str(line)[: parting.start()]):
        return False
    if not _take_line(cover, line.cut(parting.end())):
        return False
    cover.council = council_name(str(line)[: parting.start()])
    return True


def _take_dated(cover: Cover, string: str) -> bool:
    """Take a line that says when the meeting is held or the plan was agreed."""
    named = _NAMED_MEETING.fullmatch(string)
    who = _TO.sub("", named["who"]) if named else ""
    when = read_whole_date(named["date"]) if named and is_committee(who) else None
    if when and not cover.meeting_date:
        cover.committee, cover.meeting_date = cover.committee or who, when
        return True
    for name, pattern in (("meeting_date", _MEETING_ON), ("plan_agreed", _AGREED_ON)):
        found = pattern.fullmatch(string)
        when = read_whole_date(found.group("date")) if found else None
        if when and getattr(cover, name) is None:
            setattr(cover, name, when)
            return True
    return False


def _take_committee(cover: Cover, line: Text, string: str) -> bool:
    """Take the name of a committee, with the date of its meeting behind it or not."""
    dated = split_date(line)
    words, when = (" ".join(str(dated[0]).split()), dated[2]) if dated else (string, None)
    parting = _PARTED.search(words)
    if parting and only_says_kind(words[: parting.start()]):
        return False  # "Action sheet – Parks Panel" is a title
    council, name = _of_council(_TO.sub("", words))
    if council and not name and when and not cover.council:
        cover.council = council_name(council)
    elif is_committee(name) or (when and name != words and fold(name) in _WHOLE_COUNCIL):
        cover.council = cover.council or (council_name(council) if council else None)
        cover.committee = name
    else:
        return False
    cover.meeting_date = cover.meeting_date or when
    return True


def _of_council(words: str) -> tuple[str, str]:
    """Part the name of a council at the head of a line from what stands behind it."""
    end = _COUNCIL_END.search(words)
    head, rest = (words[: end.start()], words[end.end() :]) if end else (words, "")
    return (head, rest) if is_council(head) else ("", words)
