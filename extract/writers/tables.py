"""The CSV tables of the output contract, column by column."""

from __future__ import annotations

from typing import Any

from extract import schema
from extract.across.results import PaperFinding
from extract.results import paper_outcome
from extract.schema import Paper
from extract.writers.model import Column, ForeignKey, Table, list_cell, names
from extract.writers.rows import (
    ActionRow,
    DateRow,
    OfficerRow,
    ProgressRow,
    action_rows,
    date_rows,
    due_bounds,
    finding_rows,
    officer_rows,
    page_span,
    paper_rows,
    places_cell,
    progress_rows,
    review_key,
)

_LIST = " A list, joined with '; '."
_PLACES = "Where it stands in the source, as a JSON array of places that count from 1."
_OF_PAPER = ForeignKey(("paper_id",), "papers")
_OF_ACTION = ForeignKey(("paper_id", "action_id"), "actions")

PAPERS: Table[Paper, Paper] = Table(
    name="papers",
    title="Papers",
    description="One row per paper that was read. Inputs that failed are in manifest.json alone.",
    rows=paper_rows,
    primary_key=("paper_id",),
    columns=(
        Column(
            "paper_id",
            "Identifier of the paper, a function of its file alone.",
            lambda p: p.paper_id,
            required=True,
        ),
        Column(
            "kind", "What sort of paper it is.", lambda p: p.kind, enum=names(schema.PaperKind), required=True
        ),
        Column("title", "Title as printed, white space folded.", lambda p: p.title),
        Column(
            "review",
            "Scrutiny review that the paper belongs to, as printed.",
            lambda p: p.review.title if p.review else None,
        ),
        Column("review_key", "Key of the review: equal keys are the same review.", review_key),
        Column("council", "Council, where printed or given.", lambda p: p.council),
        Column("committee", "Committee, where printed or given.", lambda p: p.committee),
        Column("meeting_date", "Date of the meeting, EDTF.", lambda p: p.meeting_date),
        Column(
            "recommendations",
            "Number of recommendations.",
            lambda p: len(p.recommendations),
            "integer",
            required=True,
        ),
        Column(
            "actions",
            "Number of actions.",
            lambda p: sum(len(recommendation.actions) for recommendation in p.recommendations),
            "integer",
            required=True,
        ),
        Column(
            "findings",
            "Number of findings of any severity.",
            lambda p: len(p.findings),
            "integer",
            required=True,
        ),
        Column(
            "source_name",
            "Name of the file, relative to the path that was given.",
            lambda p: p.source.name,
            required=True,
        ),
        Column("source_sha256", "SHA-256 of the file.", lambda p: p.source.sha256, required=True),
        Column(
            "page_count", "Pages of the file; empty for text forms.", lambda p: p.source.page_count, "integer"
        ),
        Column(
            "outcome",
            "`extracted`, or `empty` for a paper without words, or of unknown kind without recommendations.",
            paper_outcome,
            enum=("extracted", "empty"),
            required=True,
        ),
    ),
)

ACTIONS: Table[Paper, ActionRow] = Table(
    name="actions",
    title="Actions",
    description=(
        "One row per action, in reading order. A recommendation for which the paper gives no action, "
        "officer, date or status has no row here; it stands in papers/<paper_id>.json."
    ),
    rows=action_rows,
    primary_key=("paper_id", "action_id"),
    foreign_keys=(_OF_PAPER,),
    columns=(
        Column("paper_id", "The paper.", lambda r: r.paper.paper_id, required=True),
        Column("review_key", "Key of the review.", lambda r: review_key(r.paper)),
        Column(
            "recommendation_id",
            "The recommendation.",
            lambda r: r.recommendation.recommendation_id,
            required=True,
        ),
        Column(
            "recommendation_ref",
            "Reference of the recommendation as printed.",
            lambda r: r.recommendation.ref,
        ),
        Column("recommendation", "Text of the recommendation.", lambda r: r.recommendation.text),
        Column(
            "action_ref",
            "Reference of the action, where actions are numbered on their own.",
            lambda r: r.action.ref,
        ),
        Column("action", "Text of the action, the whole cell.", lambda r: r.action.text),
        Column(
            "officers",
            "Names of those who carry it out; empty element for a post without a name." + _LIST,
            lambda r: list_cell(officer.name for officer in r.officers),
        ),
        Column(
            "officer_roles",
            "Their posts, aligned with officers; empty element where none is printed." + _LIST,
            lambda r: list_cell(officer.role for officer in r.officers),
        ),
        Column(
            "portfolio_holders",
            "Councillors who answer for it, by name, else by post." + _LIST,
            lambda r: r.portfolio_holders,
        ),
        Column("success_measures", "How success is measured.", lambda r: r.action.success_measures),
        Column(
            "due_raw", "Its dates as printed." + _LIST, lambda r: list_cell(due.raw for due in r.action.due)
        ),
        Column(
            "due_edtf",
            "The same dates as EDTF, aligned with due_raw; empty element for words with no date." + _LIST,
            lambda r: list_cell(due.edtf for due in r.action.due),
        ),
        Column(
            "due_earliest",
            "First day of the deadlines, else of all dates; empty where one of them has no beginning.",
            lambda r: due_bounds(r.action.due)[0],
            "date",
        ),
        Column(
            "due_latest",
            "Last day of the deadlines, else of all dates; empty where one of them is open.",
            lambda r: due_bounds(r.action.due)[1],
            "date",
        ),
        Column(
            "status",
            "Status of the action itself.",
            lambda r: r.action.status.status if r.action.status else None,
            enum=names(schema.StatusName),
        ),
        Column("rag", "Colour as printed.", lambda r: r.action.rag, enum=names(schema.Rag)),
        Column(
            "latest_period",
            "Period (EDTF) of the newest round of progress: the action's own, else the recommendation's.",
            lambda r: r.latest.period if r.latest else None,
        ),
        Column(
            "latest_grade", "Grade of that round, as printed.", lambda r: r.latest.grade if r.latest else None
        ),
        Column(
            "latest_status",
            "Status of that round.",
            lambda r: r.latest.status if r.latest else None,
            enum=names(schema.StatusName),
        ),
        Column(
            "pages",
            "Page or pages of the file, first-last; empty for text forms.",
            lambda r: page_span(r.action.provenance, r.recommendation.provenance),
        ),
        Column("source_name", "Name of the file.", lambda r: r.paper.source.name, required=True),
        Column(
            "action_id",
            "Identifier of the action, unique within its paper: papers of one review may share it.",
            lambda r: r.action.action_id,
            required=True,
        ),
    ),
)

PROGRESS: Table[Paper, ProgressRow] = Table(
    name="progress",
    title="Progress",
    description=(
        "One row per progress entry, oldest first within its recommendation or action. An entry on the "
        "recommendation as a whole has no action_ref and no action_id."
    ),
    rows=progress_rows,
    foreign_keys=(_OF_PAPER,),
    columns=(
        Column("paper_id", "The paper.", lambda r: r.paper.paper_id, required=True),
        Column("review_key", "Key of the review.", lambda r: review_key(r.paper)),
        Column(
            "recommendation_id",
            "The recommendation.",
            lambda r: r.recommendation.recommendation_id,
            required=True,
        ),
        Column(
            "recommendation_ref",
            "Reference of the recommendation as printed.",
            lambda r: r.recommendation.ref,
        ),
        Column(
            "action_ref",
            "Reference of the action, where it has one.",
            lambda r: r.action.ref if r.action else None,
        ),
        Column("period", "Period of the round, EDTF.", lambda r: r.progress.period),
        Column("period_label", "The period as printed.", lambda r: r.progress.period_label),
        Column("evidence", "What has been done.", lambda r: r.progress.evidence),
        Column("grade", "Grade on the paper's own scale.", lambda r: r.progress.grade),
        Column("status", "Status of the round.", lambda r: r.progress.status, enum=names(schema.StatusName)),
        Column("rag", "Colour as printed.", lambda r: r.progress.rag, enum=names(schema.Rag)),
        Column("explanation", "Why it stands as it does.", lambda r: r.progress.explanation),
        Column("impact", "What has changed for people.", lambda r: r.progress.impact),
        Column(
            "pages",
            "Page or pages of the file, first-last; empty for text forms.",
            lambda r: page_span(r.progress.provenance),
        ),
        Column("source_name", "Name of the file.", lambda r: r.paper.source.name, required=True),
        Column(
            "action_id",
            "The action, with paper_id its key in actions; empty for the recommendation as a whole.",
            lambda r: r.action.action_id if r.action else None,
        ),
    ),
)

DATES: Table[Paper, DateRow] = Table(
    name="dates",
    title="Dates of actions",
    description="One row per date of an action: the long form of due_raw and due_edtf.",
    rows=date_rows,
    foreign_keys=(_OF_ACTION,),
    columns=(
        Column("action_id", "The action.", lambda r: r.action_id, required=True),
        Column("raw", "The date as printed.", lambda r: r.date.raw),
        Column("edtf", "The date as EDTF (ISO 8601-2), empty for words with no date.", lambda r: r.date.edtf),
        Column("earliest", "First day that the words allow.", lambda r: r.date.earliest, "date"),
        Column("latest", "Last day that the words allow.", lambda r: r.date.latest, "date"),
        Column(
            "precision",
            "How exact the words are.",
            lambda r: r.date.precision,
            enum=names(schema.Precision),
            required=True,
        ),
        Column(
            "role", "What the date is for.", lambda r: r.date.role, enum=names(schema.DateRole), required=True
        ),
        Column(
            "basis",
            "Where the date was read.",
            lambda r: r.date.basis,
            enum=names(schema.Basis),
            required=True,
        ),
        Column("duration", "ISO 8601 duration, where the words give one.", lambda r: r.date.duration),
        Column("recurrence", "ISO 8601 repeating interval, such as R/P3M.", lambda r: r.date.recurrence),
        Column(
            "target",
            "What is to be reached by the date, as printed.",
            lambda r: r.date.target.text if r.date.target else None,
        ),
        Column("provenance", _PLACES, lambda r: places_cell(r.date.provenance), "array"),
        Column(
            "target_quantity",
            "Number in the target.",
            lambda r: r.date.target.quantity if r.date.target else None,
            "number",
        ),
        Column(
            "target_comparator",
            "Comparator of the target, such as >=.",
            lambda r: r.date.target.comparator if r.date.target else None,
        ),
        Column(
            "target_unit",
            "Unit of the target, such as %.",
            lambda r: r.date.target.unit if r.date.target else None,
        ),
        Column("paper_id", "The paper.", lambda r: r.paper_id, required=True),
    ),
)

ACTION_OFFICERS: Table[Paper, OfficerRow] = Table(
    name="action_officers",
    title="Officers of actions",
    description="One row per officer of an action, portfolio holders too: the long form of officers.",
    rows=officer_rows,
    foreign_keys=(_OF_ACTION,),
    columns=(
        Column("action_id", "The action.", lambda r: r.action_id, required=True),
        Column("raw", "The words as printed.", lambda r: r.officer.raw),
        Column(
            "name", "Name, honorifics left out; empty for a post without a name.", lambda r: r.officer.name
        ),
        Column("role", "Job title with its unit.", lambda r: r.officer.role),
        Column("organisation", "Body other than the council.", lambda r: r.officer.organisation),
        Column("kind", "Who it is.", lambda r: r.officer.kind, enum=names(schema.OfficerKind), required=True),
        Column(
            "relation",
            "What they are to the action.",
            lambda r: r.officer.relation,
            enum=names(schema.Relation),
            required=True,
        ),
        Column("provenance", _PLACES, lambda r: places_cell(r.officer.provenance), "array"),
        Column("paper_id", "The paper.", lambda r: r.paper_id, required=True),
    ),
)

FINDINGS: Table[Paper, PaperFinding] = Table(
    name="findings",
    title="Findings",
    description="One row per finding: what a reader should know of how a paper was read.",
    rows=finding_rows,
    foreign_keys=(_OF_PAPER,),
    columns=(
        Column("paper_id", "The paper.", lambda r: r.paper_id, required=True),
        Column(
            "severity",
            "How much it matters.",
            lambda r: r.finding.severity,
            enum=names(schema.Severity),
            required=True,
        ),
        Column("code", "Stable code of the finding.", lambda r: r.finding.code, required=True),
        Column(
            "recommendation_ref",
            "Reference of the recommendation, where it has one.",
            lambda r: r.finding.recommendation_ref,
        ),
        Column("field", "Field of the record that it is about.", lambda r: r.finding.field),
        Column("message", "The finding in words.", lambda r: r.finding.message, required=True),
        Column(
            "page",
            "Page of the file.",
            lambda r: r.finding.location.page if r.finding.location else None,
            "integer",
        ),
        Column(
            "line",
            "Line of the file.",
            lambda r: r.finding.location.line if r.finding.location else None,
            "integer",
        ),
    ),
)

TABLES: tuple[Table[Paper, Any], ...] = (PAPERS, ACTIONS, PROGRESS, DATES, ACTION_OFFICERS, FINDINGS)
