"""The cover of a paper: letterhead, pairs, contacts, priorities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from extract.options import Facts
from extract.schema import Contact, Labelled, Officer, Priority
from normalise.lexicon import load
from normalise.priorities import is_priorities_label, is_selected
from normalise.text import fold, fold_label
from normalise.values.dates import read_whole_date
from normalise.values.edtf import first_day
from normalise.values.officers import ContactValue, read_contact, read_officers
from parsers.model import Text
from parsers.model.words import join

# A letterhead line is short; a longer one that names a council is prose.
MAX_LETTERHEAD_WORDS = 12
MAX_LETTERHEAD = 300
MAX_CONTACT = 600
_ANNOUNCES = frozenset(
    {"tel", "telephone", "phone", "email", "mail", "mobile", "mob", "ext", "and", "the", "contact"}
)
_PAIR = re.compile(r"(?P<label>[A-Z][^:\n]{1,70}?)\s*:(?=\s|$)\s*")
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
_TO = re.compile(r"^(?:report\s+(?:to|for)|meeting\s+of|to)\s*:?\s*(?:the\s+)?", re.IGNORECASE)
_MEETING_ON = re.compile(
    r"(?:meeting|to be held|held|for the meeting)\b.{0,40}?\b(?:of|on)\s+(?P<date>.+)", re.IGNORECASE
)
_AGREED_ON = re.compile(
    r"(?:action plan |plan )?(?:agreed|approved|adopted)\b.{0,60}?\bon\s+(?P<date>.+)", re.IGNORECASE
)
_REPORT_OF = re.compile(
    r"(?P<label>report (?:of|by|from))\s+(?:the\s+)?(?P<value>[A-Z].{3,120})", re.IGNORECASE
)
_PLAN_AGREED = re.compile(
    r"\bplan\b.*\b(?:agreed|approved|adopted|signed off)\b|\b(?:agreed|approved)\b.*\bplan\b"
)
_NO_COMMITTEE = re.compile(
    r"\b(?:action plan|review of|report|update|response|tracker|log|recommendations?|minutes|progress"
    r"|monitoring|inquiry|task)\b"
)
_SMALL = frozenset({"of", "on", "upon", "the", "and", "in", "by", "le", "under", "with"})
_TICK = re.compile(r"[☐☒☑✓✔✗✘□■🗹✅]|\[[ xX✓]?\]")


@dataclass(slots=True)
class Cover:
    """What the head of a paper says."""

    title: str | None = None
    review: str | None = None
    council: str | None = None
    committee: str | None = None
    meeting_date: str | None = None
    plan_agreed: str | None = None
    link_officers: list[Officer] = field(default_factory=list)
    metadata: list[Labelled] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    priorities: list[Priority] = field(default_factory=list)
    is_report: bool = False

    def fill(self, facts: Facts) -> None:
        """Take from an option or sidecar what the paper does not print."""
        self.council = self.council or facts.council
        self.committee = self.committee or facts.committee
        self.meeting_date = self.meeting_date or facts.meeting_date

    def known(self) -> date | None:
        """Return the paper's own date: the first day of its meeting, else of its plan."""
        days = (first_day(edtf) for edtf in (self.meeting_date, self.plan_agreed) if edtf)
        return next((day for day in days if day), None)


@cache
def _labels() -> dict[str, str]:
    return {label: name for name, labels in load("cover")["labels"].items() for label in labels}


def field_of(label: str) -> str | None:
    """Return the field that a cover label names, None for metadata."""
    words = fold_label(re.sub(r"\(s\)|/s\b", "", label))
    found = _labels().get(words) or _labels().get(words.removesuffix("s"))
    if found is None and _PLAN_AGREED.search(words):
        return "plan_agreed"
    return found or ("priorities" if is_priorities_label(label) else None)


def is_cover_field(label: str) -> bool:
    """Tell whether a cover prints this label."""
    return field_of(label) is not None or any(
        word in fold_label(label) for word in load("cover")["metadata"]["words"]
    )


def split_pair(text: Text) -> tuple[Text, Text] | None:
    """Split "Label: value" lines; None where the line is none."""
    found = _PAIR.match(str(text))
    if not found or len(found.group("label").split()) > 9:
        return None
    return text.cut(0, found.end()), text.cut(found.end())


def take_pair(cover: Cover, label: str, value: str) -> None:
    """Put a label and its value into the field that the label names, else into metadata."""
    name, value = field_of(label), value.strip()
    printed = label.strip().rstrip(":").strip()
    if name == "committee" and read_whole_date(value):
        name = "meeting_date"
    if cover.contacts and _adds_to_contact(cover, printed, value):
        return
    if name is None and "@" in value:
        name = "contacts"
    if name in {"link_officers", "contacts", "priorities"}:
        _take_many(cover, name, printed, value)
    elif (
        name in {"meeting_date", "plan_agreed"}
        and (when := read_whole_date(value))
        and not getattr(cover, name)
    ):
        setattr(cover, name, when)
    elif name in {"review", "council", "committee"} and value and not getattr(cover, name):
        setattr(cover, name, council_name(value) if name == "council" else " ".join(value.split()))
    elif name != "title" or cover.title is not None:
        cover.metadata.append(Labelled(label=printed, value=value))
    if name in {"title", "contacts"} or (name is None and is_cover_field(label)):
        cover.is_report = True


def _adds_to_contact(cover: Cover, label: str, value: str) -> bool:
    """Add a telephone or address under its own label to the contact above it."""
    field = {"tel": "phone", "telephone": "phone", "phone": "phone", "email": "email", "e mail": "email"}.get(
        fold_label(label)
    )
    if field and getattr(cover.contacts[-1], field) is None:
        cover.contacts[-1] = cover.contacts[-1].model_copy(update={field: value})
        return True
    return False


def _take_many(cover: Cover, name: str, label: str, value: str) -> None:
    if name == "link_officers":
        cover.link_officers += [Officer(**_officer_fields(one)) for one in read_officers(value).officers]
    elif name == "priorities":
        ticked = ticked_lines(value)
        cover.priorities += ticked
        if not ticked:
            cover.metadata.append(Labelled(label=label, value=value))
    else:
        for words in _people(value):
            found = read_contact(words) if len(words) <= MAX_CONTACT else ContactValue(None, None, None, None)
            if _unread(words, found):
                cover.metadata.append(Labelled(label=label, value=" ".join(words.split())))
            cover.contacts.append(
                Contact(label=label, name=found.name, role=found.role, email=found.email, phone=found.phone)
            )


def _unread(words: str, found: ContactValue) -> set[str]:
    """Return the words of a contact that are in none of its fields, what announces a number aside."""
    held = " ".join(filter(None, (found.name, found.role, found.email, found.phone)))
    left = set(re.findall(r"\w+", fold(words))) - set(re.findall(r"\w+", fold(held)))
    return {word for word in left if len(word) > 2} - _ANNOUNCES


def _people(value: str) -> list[str]:
    """Part a contact cell into its people: each begins with a name, at a line end, "/" or ";"."""
    people: list[str] = []
    for part in re.split(r"\n|\s/\s|;\s", value):
        if not people or (len(part) <= MAX_CONTACT and len((read_contact(part).name or "").split()) > 1):
            people.append(part)
        else:
            people[-1] += f"\n{part}"
    return people


def _officer_fields(value: object) -> dict[str, object]:
    return {
        name: getattr(value, name) for name in ("raw", "name", "role", "organisation", "kind", "relation")
    }


def ticked_lines(text: str) -> list[Priority]:
    """Read "☒ Text ☐ Text" lines, the sign before its text."""
    found = list(_TICK.finditer(text))
    if not found or text[: found[0].start()].strip():
        return []
    ends = [one.start() for one in found[1:]] + [len(text)]
    return [
        Priority(text=" ".join(text[one.end() : end].split()), selected=is_selected(one.group()))
        for one, end in zip(found, ends, strict=True)
    ]


# Letterhead


def council_name(text: str) -> str:
    """Join the lines of a council's name; one in capitals is title-cased."""
    words = text.split()
    if not text.isupper():
        return " ".join(words)
    return " ".join(_cased(word, first=at == 0) for at, word in enumerate(words))


def _cased(word: str, *, first: bool) -> str:
    parts = re.split(r"(-|')", word.lower())
    cased = [
        part if part in _SMALL and not (first and at == 0) else part.capitalize()
        for at, part in enumerate(parts)
    ]
    return re.sub(r"'S\b", "'s", "".join(cased))


def is_council(text: str) -> bool:
    """Tell whether a line is the name of a council."""
    lexicon, words = load("cover")["council"], fold(text)
    if len(words.split()) > 8 or any(other in words for other in lexicon["not_council"]):
        return False
    named = words.endswith(
        (" council", " authority", " corporation", " metropolitan borough", " london borough")
    )
    borough = re.match(r"(?:(?:(?:london|royal|metropolitan) )?borough|city|county) of \w+", words)
    return (named or bool(borough)) and not re.search(r"\b(?:meeting|report|committee|cabinet)\b", words)


def is_committee(text: str) -> bool:
    """Tell whether a line is the name of a committee."""
    words = fold(text)
    if len(words.split()) > MAX_LETTERHEAD_WORDS or re.search(r"[.:;!?]$", words):
        return False
    if _NO_COMMITTEE.search(words):
        return False
    names = "|".join(map(re.escape, load("cover")["council"]["committee_words"]))
    return bool(re.search(rf"\b(?:{names})$|^(?:{names})\b", words))


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
    if is_council(strings[0]) or any(map(is_committee, strings[:-1])):
        return False
    return is_council(" ".join(strings))


def _take_line(cover: Cover, line: Text) -> bool:
    string = " ".join(str(line).split())
    if not cover.council and is_council(string):
        cover.council = council_name(string)
        return True
    when = read_whole_date(string)
    if when and not cover.meeting_date:
        cover.meeting_date = when
        return True
    if _take_dated(cover, string) or (not cover.committee and _take_committee(cover, line, string)):
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


def _take_dated(cover: Cover, string: str) -> bool:
    """Take a line that says when the meeting is held or the plan was agreed."""
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
    name = _TO.sub("", words)
    if when and is_council(name) and not cover.council:
        cover.council = council_name(name)
    elif is_committee(name):
        cover.committee = name
    else:
        return False
    cover.meeting_date = cover.meeting_date or when
    return True
