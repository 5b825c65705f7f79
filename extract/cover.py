"""The cover of a paper: pairs, contacts, priorities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from extract.bodies import council_name
from extract.options import Facts
from extract.schema import Contact, Labelled, Officer, Priority
from normalise.lexicon import load
from normalise.priorities import is_priorities_label, is_selected
from normalise.text import fold, fold_label
from normalise.values.dates import read_whole_date
from normalise.values.edtf import first_day
from normalise.values.officers import ContactValue, read_contact, read_officers
from parsers.model import Text

MAX_CONTACT = 600
_ANNOUNCES = frozenset(
    {"tel", "telephone", "phone", "email", "mail", "mobile", "mob", "ext", "and", "the", "contact"}
)
_PAIR = re.compile(r"(?P<label>[A-Z][^:\n]{1,70}?)\s*:(?=\s|$)\s*")
_PLAN_AGREED = re.compile(
    r"\bplan\b.*\b(?:agreed|approved|adopted|signed off)\b|\b(?:agreed|approved)\b.*\bplan\b"
)
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
    if name == "committee":
        name, value = _without_day(cover, value)
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


def _without_day(cover: Cover, value: str) -> tuple[str, str]:
    """Take the day off the name of a committee: "Parks Panel, 21 March 2024"; a bare day is its meeting."""
    if read_whole_date(value):
        return "meeting_date", value
    found = re.match(r"(?P<name>[^\d\n]{4,90}?)\s*(?:,|[–—-]|\bon\b)?\s*(?P<day>\d.{5,30})$", value)
    when = read_whole_date(found["day"]) if found else None
    if found is None or when is None:
        return "committee", value
    cover.meeting_date = cover.meeting_date or when
    return "committee", found["name"].strip(" ,–—-")


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
