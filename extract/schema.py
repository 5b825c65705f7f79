"""The canonical record: what a paper says, as typed data.

The names, orders and rules are those of `docs/data-dictionary.md`; changing one
is a breaking change under `docs/schema-version.md`.  Every model is immutable
and refuses unknown keys, so that a record read back is the record written.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Final = "1.0"
SCHEMA_ID = "urn:council-papers:schema:paper:1.0"

PaperKind = Literal["action_plan", "progress_update", "committee_report", "action_log", "unknown"]
StatusName = Literal[
    "not_started",
    "in_progress",
    "on_track",
    "at_risk",
    "delayed",
    "overdue",
    "partly_completed",
    "completed",
    "not_achieved",
    "ongoing",
    "on_hold",
    "dropped",
    "unknown",
]
Rag = Literal["red", "amber", "green", "blue", "yellow"]
DecisionName = Literal[
    "accepted", "accepted_in_part", "accepted_in_principle", "rejected", "noted", "deferred"
]
OfficerKind = Literal["person", "post", "team", "body", "councillor"]
Relation = Literal["responsible", "lead", "support", "facilitator", "portfolio_holder"]
Precision = Literal[
    "day",
    "week",
    "month",
    "quarter",
    "term",
    "season",
    "year",
    "financial_year",
    "academic_year",
    "span",
    "relative",
    "none",
]
DateRole = Literal[
    "deadline",
    "milestone",
    "start",
    "review",
    "completed",
    "superseded",
    "ongoing",
    "recurring",
    "tbc",
    "immediate",
]
Basis = Literal["due_column", "action_text", "merged_cell", "inferred"]
Severity = Literal["info", "warning", "error"]


class Record(BaseModel):
    """Base of all parts of the record: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Location(Record):
    """Where words stand in the source; every position counts from 1.

    `bbox` is `[x0, top, x1, bottom]` in points from the top left of the visible
    page; `page` and `bbox` are null for text forms.
    """

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    bbox: tuple[float, float, float, float] | None = None


Provenance = dict[str, list[Location]]


class Finding(Record):
    """Something a reader should know: a stable code with its place.

    The codes and their one severity each are in `docs/findings.md`.
    """

    code: str
    severity: Severity
    message: str
    recommendation_ref: str | None = None
    field: str | None = None
    location: Location | None = None


class Source(Record):
    """The file a paper came from; `name` is relative to the given path."""

    name: str
    media_type: str
    sha256: str
    size_bytes: int
    page_count: int | None = None
    pages: str | None = None
    url: str | None = None


class Review(Record):
    """The scrutiny review a paper belongs to; equal keys are the same review."""

    title: str
    key: str | None


class Officer(Record):
    """One person, post, team, body or councillor, as printed."""

    raw: str
    name: str | None
    role: str | None
    organisation: str | None
    kind: OfficerKind
    relation: Relation
    provenance: list[Location] = Field(default_factory=list)


class Target(Record):
    """What a milestone asks for; only what is printed."""

    text: str
    quantity: int | float | None
    comparator: str | None
    unit: str | None


class DateRef(Record):
    """One date, deadline or time word of an action.

    `edtf` is ISO 8601-2 level 1, null for words with no date; `earliest` and
    `latest` are the first and last day that the words allow; `duration` and
    `recurrence` are ISO 8601.
    """

    raw: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    role: DateRole
    basis: Basis
    duration: str | None = None
    recurrence: str | None = None
    target: Target | None = None
    provenance: list[Location] = Field(default_factory=list)


class Status(Record):
    """A status as printed (`raw`) and as one of the thirteen names."""

    status: StatusName
    raw: str


class Progress(Record):
    """One round of progress on a recommendation or an action."""

    period: str | None
    period_label: str | None
    evidence: str = ""
    explanation: str = ""
    impact: str = ""
    grade: str | None = None
    grade_raw: str | None = None
    status: StatusName | None = None
    rag: Rag | None = None
    provenance: Provenance = Field(default_factory=dict)


class Labelled(Record):
    """A label and its value that fit no named field."""

    label: str
    value: str


class Action(Record):
    """What somebody undertook to do; `text` is the whole cell."""

    action_id: str
    ref: str | None = None
    text: str = ""
    officers: list[Officer] = Field(default_factory=list)
    due: list[DateRef] = Field(default_factory=list)
    success_measures: str | None = None
    resources: str | None = None
    priority: str | None = None
    comments: str | None = None
    status: Status | None = None
    rag: Rag | None = None
    progress: list[Progress] = Field(default_factory=list)
    extra: list[Labelled] = Field(default_factory=list)
    provenance: Provenance = Field(default_factory=dict)


class SubItem(Record):
    """A lettered or numbered part of a recommendation, its mark cut off."""

    ref: str
    text: str


class Decision(Record):
    """The executive's answer: `raw` is the whole cell, `reason` what follows the word."""

    status: DecisionName | None
    raw: str
    reason: str | None = None


class Recommendation(Record):
    """A recommendation with its answer, its actions and what happened."""

    recommendation_id: str
    ref: str | None
    text: str
    theme: str | None = None
    sub_items: list[SubItem] = Field(default_factory=list)
    decision: Decision | None = None
    actions: list[Action] = Field(default_factory=list)
    progress: list[Progress] = Field(default_factory=list)
    comments: str | None = None
    provenance: Provenance = Field(default_factory=dict)


class Contact(Record):
    """A person the cover names for questions."""

    label: str
    name: str | None
    role: str | None
    email: str | None = None
    phone: str | None = None


class Priority(Record):
    """One of the council's priorities on a cover, ticked or not."""

    text: str
    selected: bool


class SectionParagraph(Record):
    """A paragraph with its printed number, mark and number cut off."""

    number: str | None
    text: str


class Section(Record):
    """A heading and the paragraphs under it, in reading order."""

    number: str | None
    heading: str
    level: int
    paragraphs: list[SectionParagraph] = Field(default_factory=list)


class DecisionSought(Record):
    """What the committee is asked to decide."""

    ref: str | None
    text: str


class Grade(Record):
    """One step of the paper's own grading scale."""

    grade: str
    label: str
    status: StatusName | None


class UnplacedText(Record):
    """Words of the source that reached no field, with their place."""

    text: str
    location: Location


class Accounting(Record):
    """The word ledger: `words == placed + furniture + words of unplaced`."""

    words: int
    placed: int
    furniture: int
    unplaced: list[UnplacedText] = Field(default_factory=list)


class Paper(Record):
    """One paper as data: the canonical record."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    paper_id: str
    source: Source
    kind: PaperKind
    title: str | None
    review: Review | None
    council: str | None = None
    committee: str | None = None
    meeting_date: str | None = None
    plan_agreed: str | None = None
    link_officers: list[Officer] = Field(default_factory=list)
    metadata: list[Labelled] = Field(default_factory=list)
    contacts: list[Contact] = Field(default_factory=list)
    priorities: list[Priority] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    decisions_sought: list[DecisionSought] = Field(default_factory=list)
    background_papers: list[str] = Field(default_factory=list)
    appendices: list[str] = Field(default_factory=list)
    grading_scale: list[Grade] = Field(default_factory=list)
    recommendations: list[Recommendation] = Field(default_factory=list)
    accounting: Accounting
    findings: list[Finding] = Field(default_factory=list)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema 2020-12 of the canonical record."""
    schema = Paper.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
    }
