"""Texts -> values of the record: placed in the ledger, with provenance and findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any, NamedTuple

from extract.drafts import Places, ProgressDraft, RecommendationDraft
from extract.findings import Findings
from extract.ledger import Ledger, locations
from extract.schema import DateRef, DateRole, Officer, Status
from normalise.columns import Role
from normalise.document import Document
from normalise.text import fold
from normalise.values import dates, officers
from normalise.values.colours import read_rag
from normalise.values.date_words import NOTHING
from normalise.values.edtf import period_key
from normalise.values.officers import OfficerValue
from normalise.values.scales import read_grade, read_status
from normalise.values.status_sentences import closing_status, labelled_status, sentence_status
from normalise.values.statuses import (
    answered_status,
    asks_completion,
    is_only_status,
    lead_status,
    narrative_status,
)
from normalise.welsh import english_part
from parsers.model import Text

# The longest cell of owners read, of nine people with titles, has 600 characters.
MAX_OFFICER_CELL = 4000
# A colour cell of more words says more than its colour.
RAG_WORDS = 2
# What a date column's role says of the dates in it.
_DATE_ROLES = {
    Role.START: "start",
    Role.REVIEW_DATE: "review",
    Role.COMPLETED: "completed",
    Role.ORIGINAL_DUE: "superseded",
}

# Words between dates that say nothing of their own.
_FILLERS = frozenset({"and", "then", "the", "with", "from", "but", "now", "plus", "thereafter", "after"})


class Owners(NamedTuple):
    """The officers of a cell; `unread` where it holds words that nothing could read."""

    officers: list[Officer]
    unread: bool


class Reader:
    """Reads the texts of one paper.

    Args:
        ledger: notes every word that reaches the record.
        findings: takes what a reader should know.
        document: the paper, with its own grading scale and its own glossary.
        known: the paper's own date, for dates without a year.
        council: the paper's council, which is no officer's organisation.
    """

    # Whether the paper says things in Welsh and in English.
    bilingual = False
    # Where the one financial year begins that the title names: quarters that give none are of it.
    year: int | None = None

    def __init__(
        self, ledger: Ledger, findings: Findings, document: Document, known: date | None, council: str | None
    ) -> None:
        """See the class."""
        self._glossary = document.glossary
        self.ledger = ledger
        self.findings = findings
        self.scale = document.scale
        self.known = known
        self._council = council

    def _in_english(self, text: Text) -> Text:
        """Return the English half of a cell of two languages; the Welsh one only says it again."""
        part = english_part(text) if self.bilingual else text
        kept = {word.number for word in part.words}
        self.ledger.furnish([Text(tuple(word for word in text.words if word.number not in kept))])
        return part

    def officers(
        self,
        text: Text,
        ref: str | None,
        *,
        relation: str = "responsible",
        councillors: bool = False,
        mixed: bool = False,
    ) -> Owners:
        """Read an officer cell; titled councillors of a `mixed` column hold a portfolio.

        Who is struck through beside others is no owner any more; the cell is kept as one that is not read.
        """
        text = self._in_english(text)
        self.ledger.place(text)
        replaced = text.standing() is not text
        text = text.standing()
        string = str(text)
        if len(string) > MAX_OFFICER_CELL:
            self.findings.add(
                "unparsed-officer", "the cell is too long for owners", ref=ref, field="officers", at=text
            )
            return Owners([], unread=True)
        reading = officers.read_officers(
            string, relation=relation, councillors=councillors, council=self._council
        )
        for words in reading.unparsed:
            self.findings.add(
                "unparsed-officer",
                f"no officer could be read in “{words}”",
                ref=ref,
                field="officers",
                at=text,
            )
        places = locations(text)
        found = []
        for value in reading.officers:
            given = _fields_of(self._explained(value, ref, text))
            if mixed and value.kind == "councillor" and value.relation == "responsible":
                given["relation"] = "portfolio_holder"
            found.append(Officer(**given, provenance=places))
        return Owners(found, unread=bool(reading.unparsed) or replaced)

    def _explained(self, value: OfficerValue, ref: str | None, text: Text) -> OfficerValue:
        """Put the name or title that the paper itself gives for initials in their place, and say so."""
        explained = self._glossary.meaning(value)
        short = value.name or value.role
        if explained:
            meaning = explained.name or explained.role
            message = f"“{short}” is “{meaning}” by the paper's own words"
            self.findings.add("initials-resolved", message, ref=ref, field="officers", at=text)
        elif self._glossary.is_ambiguous(value):
            message = f"the paper gives more than one meaning of “{short}”"
            self.findings.add("initials-ambiguous", message, ref=ref, field="officers", at=text)
        return explained or value

    def due(
        self,
        text: Text,
        role: Role,
        ref: str | None,
        *,
        merged: bool = False,
        superseded: bool = False,
        known: date | None = None,
    ) -> list[DateRef]:
        """Read a date cell of a column of the given role; `known` is the row's own meeting date."""
        text = self._in_english(text)
        string = self.ledger.place(text)
        kind = "superseded" if superseded else _DATE_ROLES.get(role)
        reading = dates.read_due_cell(string, known=known or self.known, role=kind, struck=text.struck())
        if role is Role.COMPLETED and any(one.edtf for one in reading.dates):
            # Beside the day of completion, "in the first quarter" is part of what is told of it.
            reading = replace(reading, dates=tuple(one for one in reading.dates if one.edtf))
        self._doubts(reading, text, ref)
        return self._date_refs(reading, text, merged=merged)

    def headed(self, printed: str, text: Text, role: DateRole) -> list[DateRef]:
        """Read the date that heads a column, for a cell under it."""
        reading = dates.read_due_cell(printed, known=self.known)
        return [one.model_copy(update={"role": role}) for one in self._date_refs(reading, text, merged=False)]

    def left_over(self, text: Text, due: Iterable[DateRef | dates.DateValue]) -> bool:
        """Tell whether a date cell says more than its dates, time words and a status."""
        rest = " ".join(str(text).split())
        for one in due:
            rest = rest.replace(one.raw, " ")
        words = set(re.findall(r"[^\W\d_]{3,}", rest.casefold()))
        return bool(words - _FILLERS) and not is_only_status(rest)

    def action_dates(
        self, text: Text, ref: str | None, *, combined: bool, merged: bool = False
    ) -> list[DateRef]:
        """Read the due dates in action text, where the row has none in a column of dates."""
        told = labelled_status(str(text))
        text = text.cut(0, told.start()) if told else text
        reading = dates.read_action_dates(str(text), combined=combined, known=self.known)
        self._doubts(reading, text, ref)
        return self._date_refs(reading, text, merged=merged)

    def _doubts(self, reading: dates.DateReading, text: Text, ref: str | None) -> None:
        """Report words that are no date, dates that words do not place, and months that were misspelt."""
        told = [("unparsed-date", f"“{words}” is no date that exists") for words in reading.unparsed]
        for value in reading.dates:
            if value.unplaced:
                told.append(("unparsed-date", f"no calendar date can be told from “{value.raw}”"))
        for words in reading.repaired:
            told.append(("text-repaired", f"the month in “{words}” is misspelt and was read all the same"))
        for code, message in told:
            self.findings.add(code, message, ref=ref, field="due", at=text)

    def _date_refs(self, reading: dates.DateReading, text: Text, *, merged: bool) -> list[DateRef]:
        places = locations(text)
        found = []
        for value in reading.dates:
            given = _fields_of(value) | {"target": asdict(value.target) if value.target else None}
            given["basis"] = "merged_cell" if merged else value.basis
            found.append(DateRef(**given, provenance=places))
        return found

    def status(self, text: Text, label: str, ref: str | None) -> Status | None:
        """Read a status cell under its label: the paper's legend, else the lexicon."""
        string = self.ledger.place(text)
        if not string:
            return None
        answer = None if self.scale.by_sign(string) else answered_status(string, label)
        reading = read_status(string, self.scale)
        if reading.mismatch:
            self._mismatch(text, ref, "status")
        if reading.several:
            self.findings.add(
                "compound-status",
                f"“{string[:60]}” names several statuses; the weakest was taken",
                ref=ref,
                field="status",
                at=text,
            )
        if not (answer or reading.status) and read_rag(string) and len(string.split()) <= RAG_WORDS:
            return None  # a colour stays a colour
        return Status.model_validate({"status": answer or reading.status or "unknown", "raw": string})

    def _mismatch(self, text: Text, ref: str | None, field: str) -> None:
        message = f"“{str(text)[:60]}” gives a grade and other words"
        self.findings.add("grade-mismatch", message, ref=ref, field=field, at=text)

    def rag(self, text: Text) -> str | None:
        """Read a colour cell."""
        return read_rag(self.ledger.place(text), column=True)

    def scale_status(self, printed: str, rag: str | None) -> str | None:
        """Return what the paper's own legend says of a colour or grade."""
        worded = self.scale.by_words(printed)
        step = self.scale.by_grade(printed) or (worded[0] if worded else None)
        step = step or (self.scale.by_grade(rag) if rag else None)
        return step.status if step else None

    def colour_status(self, text: Text, label: str, rag: str | None, ref: str | None) -> Status | None:
        """Read the status of a colour cell: by the paper's legend, else of words beside the colour."""
        string = str(text)
        if status := self.scale_status(string, rag):
            return Status.model_validate({"status": status, "raw": string})
        if rag is None:
            return None if fold(string).rstrip(".") in NOTHING else self.status(text, label, ref)
        worded = lead_status(string)
        return Status.model_validate({"status": worded.status, "raw": string}) if worded else None

    def led_status(self, string: str, ref: str | None = None) -> Status | None:
        """Read a status word that leads, fills or closes a date or update cell, else a sentence with one."""
        found = narrative_status(string)
        if found and found.status != "unknown":
            return Status.model_validate({"status": found.status, "raw": string[: found.end].strip()})
        if closing := closing_status(string):
            return Status.model_validate({"status": closing.status, "raw": closing.raw})
        return self.told_status(string, ref)

    def date_status(self, text: Text, due: list[DateRef]) -> Status | None:
        """Read a status word that leads or fills a date cell: "Completed", "Nov 2022 DONE".

        "Ongoing" there is a word of time and the role of its date.
        """
        string = str(text)
        if asks_completion(string):
            return None
        moved = [self.led_status(one.raw) for one in due] if len(due) > 1 else []
        led = self.led_status(string) or next(filter(None, moved), None)
        if led and any(dates.opens_with_part(one.raw, led.raw) for one in due if one.edtf):
            return None  # "Late 2024" says when, and not that it is late
        if led:
            return None if led.status == "ongoing" else led
        rest = string
        for one in due:
            rest = rest.replace(one.raw, " ")
        if len(due) == 1 and not is_only_status(rest):
            rest = re.split(r"\d", string)[-1]  # "Nov 2022 DONE" is all one date
        return (
            Status(status=_only(rest), raw=string)
            if is_only_status(rest) and _only(rest) != "unknown"
            else None
        )

    def told_status(self, string: str, ref: str | None) -> Status | None:
        """Read a sentence whose subject is the action itself: "This action is now complete."."""
        found = sentence_status(string, ref)
        return Status.model_validate({"status": found.status, "raw": found.raw}) if found else None

    def graded(self, text: Text, round_: ProgressDraft, ref: str | None) -> None:
        """Fill grade, status and explanation of a round from an assessment cell."""
        string = self.ledger.place(text)
        reading = read_grade(string, self.scale)
        end = reading.end if reading else 0
        if reading:
            round_.grade, round_.status = reading.grade, reading.status
            if reading.mismatch:
                self._mismatch(text, ref, "grade")
        else:
            words = lead_status(string)
            round_.rag = round_.rag or read_rag(string)
            if words:
                round_.status, end = words
        round_.rag = read_rag(string) if reading and round_.rag is None else round_.rag
        round_.grade_raw = string[:end].strip(" \n-–:;,") or None
        rest = text.cut(end)
        explanation = str(rest).strip().lstrip(".,:;–- \n")
        round_.explanation = "\n".join(filter(None, (round_.explanation, explanation)))
        self.note(round_.provenance, "grade" if reading else "explanation", text)
        if explanation and reading:
            self.note(round_.provenance, "explanation", rest)

    def entries(
        self, text: Text, period: str | None, label: str | None, ref: str | None
    ) -> list[ProgressDraft]:
        """Read an update cell: one round, or one for each dated head."""
        string = self.ledger.place(text)
        found = dates.split_dated_entries(string, known=self.known)
        rounds = []
        if label and period is None and self.year:
            period = dates.quarter_in(label, self.year)
        for entry in found:
            body = string[entry.start : entry.end].strip()
            round_ = ProgressDraft(entry.period or period, entry.period_label or label, evidence=body)
            if round_.period_label:
                led = self.led_status(body, ref)
                round_.status = led.status if led else None
            self.note(round_.provenance, "evidence", text.cut(entry.start, entry.end))
            rounds.append(round_)
        return rounds

    def note(self, provenance: Places, field: str, *texts: Text) -> None:
        """Note where the words of a field stand."""
        for place in locations(*texts):
            if place not in provenance.setdefault(field, []):
                provenance[field].append(place)


def _fields_of(value: OfficerValue | dates.DateValue) -> dict[str, Any]:
    """Return the fields of a value as they are; `asdict` would copy each, and cost more than the reading."""
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _only(text: str) -> str:
    found = lead_status(text)
    return found[0] if found else "unknown"


def in_order(rounds: list[ProgressDraft]) -> list[ProgressDraft]:
    """Sort dated rounds oldest first; undated ones keep print order, last."""
    return sorted(rounds, key=lambda one: period_key(one.period or "") or (9999,))


def share_progress(draft: RecommendationDraft) -> None:
    """Leave rounds on actions only where several have updates of their own; put them in order."""
    own = [action for action in draft.actions if action.progress]
    for action in own:
        if len(own) == 1:
            draft.progress, action.progress = [*draft.progress, *action.progress], []
        action.progress = in_order(action.progress)
    draft.progress = in_order(draft.progress)
