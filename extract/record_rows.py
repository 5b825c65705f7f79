"""Record tables -> recommendations: each row's cells into the fields of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from extract.column_findings import report_columns
from extract.drafts import ActionDraft, ProgressDraft, RecommendationDraft
from extract.schema import DateRef, DateRole, Decision, Labelled, Severity, Status, SubItem
from extract.values import RAG_WORDS, Reader, in_order, share_progress
from normalise.columns import DATE_ROLES, OFFICER_ROLES, Column, Role
from normalise.dittos import with_dittos
from normalise.elements import RecordTable
from normalise.kinds import is_tick
from normalise.preambles import is_topic, met
from normalise.rows import LogicalRow, RowKind
from normalise.set_aside import is_blank_mark
from normalise.stacks import Stack, unstack
from normalise.values.colours import read_rag
from normalise.values.dates import read_whole_date
from normalise.values.decisions import DecisionReading, decision_at, read_answer, read_choice
from normalise.values.edtf import first_day
from normalise.values.references import is_dated, leading_reference, parts, reference_of
from normalise.values.statuses import heading_status, mark_status
from parsers.model import Text
from parsers.model.words import EMPTY, join

_ROUND_FIELDS = {Role.IMPACT: "impact", Role.EXPLANATION: "explanation"}


class RowReader:
    """Reads the rows of one record table.

    Args:
        table: the logical table.
        reader: reads the values of the paper.
        theme: heading that stands over the table, where the paper has several.
    """

    def __init__(self, table: RecordTable, reader: Reader, theme: str | None) -> None:
        """See the class."""
        self._table = table
        self._reader = reader
        self._theme = theme
        self._band: Text = EMPTY
        self._met = table.met
        self._drafts: list[RecommendationDraft] = []

    def read(self) -> list[RecommendationDraft]:
        """Return the recommendations of the table in print order."""
        for label in (*self._table.titles, *self._table.labels):
            self._reader.ledger.place(label)
        report_columns(self._table, self._reader.findings)
        for entry in self._table.preamble:
            self._reader.ledger.place(entry.label)
        if any(row.kind is RowKind.BAND for row in self._table.rows):
            self._band = next(reversed(self._table.titles), EMPTY)  # the first of the bands
        rows = map(self._without_dashes, self._table.rows)
        for row, dittos in with_dittos(rows, self._table.columns):
            self._reader.ledger.furnish((*row.reprinted, *dittos))
            if row.kind is RowKind.BAND:
                self._band = join([cell for cell in row.cells if cell][:1], " ")
                self._reader.ledger.furnish([cell for cell in row.cells if cell][1:])
                self._met = met((), self._band) or self._table.met
            elif row.kind is RowKind.ACTION and self._drafts:
                self._action_row(row)
            else:
                self._record(row)
        for draft in self._drafts:
            share_progress(draft)
        return self._drafts

    def _without_dashes(self, row: LogicalRow) -> LogicalRow:
        """Take the dashes that stand for nothing out of a row."""
        for cell in row.cells:
            if is_blank_mark(str(cell)):
                self._reader.ledger.place(cell)
        return replace(row, cells=tuple(EMPTY if is_blank_mark(str(cell)) else cell for cell in row.cells))

    # The cells of a row

    def _cells(self, row: LogicalRow, *roles: Role) -> Iterator[tuple[int, Column, Text]]:
        for at, column in enumerate(self._table.columns):
            if column.role in roles and row.cells[at]:
                yield at, column, row.cells[at]

    def _text(self, row: LogicalRow, *roles: Role) -> Text:
        return join((cell for _, _, cell in self._cells(row, *roles)), "\n")

    def _place(self, row: LogicalRow, *roles: Role) -> str | None:
        return self._reader.ledger.place(self._text(row, *roles)) or None

    # Rows

    def _record(self, row: LogicalRow) -> None:
        draft = RecommendationDraft()
        printed = self._text(row, Role.REF)
        string = self._reader.ledger.place(printed)
        draft.ref = reference_of(string) if string and not is_dated(string) else None
        draft.theme = self._theme_of(row)
        self._reader.note(draft.provenance, "ref", printed)
        text = self._headed(row, draft)
        draft.text = self._reader.ledger.place(text)
        self._reader.note(draft.provenance, "text", text)
        draft.sub_items = [
            SubItem(ref=part.ref, text=draft.text[part.start : part.end].strip())
            for part in parts(draft.text)
        ]
        self._drafts.append(draft)
        self._report(row, draft)
        self._answer(row, draft)
        self._take_actions(row, draft)

    def _headed(self, row: LogicalRow, draft: RecommendationDraft) -> Text:
        """Cut a reference off the head of the recommendation; note it where no column gives one."""
        text = self._text(row, Role.RECOMMENDATION)
        source = text or (self._text(row, Role.ACTION) if not draft.ref else EMPTY)
        found = leading_reference(str(source)) if not draft.ref or text else None
        if found and (draft.ref is None or found.ref == draft.ref):
            draft.ref = found.ref
            self._reader.ledger.place(source.cut(0, found.end))
            self._reader.note(draft.provenance, "ref", source.cut(0, found.end))
            return text.cut(found.end)
        return text

    def _theme_of(self, row: LogicalRow) -> str | None:
        own = self._place(row, Role.THEME)
        band = self._reader.ledger.place(self._band) if self._band else None
        return own or band or self._topic() or self._theme

    def _topic(self) -> str | None:
        """Return what the pairs over the table say that it is about."""
        topics = (entry.value for entry in self._table.preamble if is_topic(entry))
        return next((self._reader.ledger.place(topic) for topic in topics), None)

    def _action_row(self, row: LogicalRow) -> None:
        draft = self._drafts[-1]
        for at, _, cell in self._cells(row, Role.REF, Role.RECOMMENDATION, Role.THEME):
            spanned = any(at in part.spanned for part in row.parts)
            self._reader.ledger.place(cell) if spanned else self._extra(draft, at, cell)
        self._report(row, draft)
        self._answer(row, draft)
        self._take_actions(row, draft)

    def _extra(self, draft: RecommendationDraft, at: int, cell: Text) -> None:
        action = draft.actions[-1] if draft.actions else ActionDraft()
        if not draft.actions:
            draft.actions.append(action)
        label = self._table.columns[at].label
        action.extra.append(Labelled(label=label, value=self._reader.ledger.place(cell)))

    def _report(self, row: LogicalRow, draft: RecommendationDraft) -> None:
        """Say which rows were joined and which cells are shared."""
        findings, first = self._reader.findings, next((cell for cell in row.cells if cell), EMPTY)
        for why in row.why:
            message = f"a printed row was joined to this one: {why}"
            severity: Severity | None = "warning" if row.open else None
            findings.add("row-continued", message, ref=draft.ref, at=first, severity=severity)
        for repaired in row.repaired:
            findings.add(
                "text-repaired",
                f"a word cut by the break was made whole: {repaired}",
                ref=draft.ref,
                at=first,
            )
        for at in sorted(row.merged):
            column = self._table.columns[at]
            findings.add(
                "merged-cell",
                f"the cell “{column.label}” is shared with the row above",
                ref=draft.ref,
                field=column.role.value,
                at=row.cells[at],
            )

    def _answer(self, row: LogicalRow, draft: RecommendationDraft) -> None:
        """Read decision, reason and members' comments."""
        cell = self._text(row, Role.DECISION)
        if cell:
            raw = self._reader.ledger.place(cell)
            found = self._decided(row, raw)
            reason = self._place(row, Role.REASON) or (found.reason if found else None)
            draft.decision = draft.decision or Decision(
                status=found.status if found else None, raw=raw, reason=reason
            )
            self._reader.note(draft.provenance, "decision", cell)
        comments = self._text(row, Role.SCRUTINY_COMMENTS)
        if comments:
            draft.comments = "\n".join(filter(None, (draft.comments, self._reader.ledger.place(comments))))
            self._reader.note(draft.provenance, "comments", comments)

    def _decided(self, row: LogicalRow, raw: str) -> DecisionReading | None:
        """Read the decision of a row, by the label of the column that is ticked where each has its own."""
        labels = [column.label for column in self._table.columns if column.role is Role.DECISION]
        filled = [(column.label, str(cell)) for _, column, cell in self._cells(row, Role.DECISION)]
        if len(labels) > 1 and len(filled) == 1 and all(map(decision_at, labels)):
            return read_choice(filled[0][1], filled[0][0])
        return read_answer(raw)

    def _take_actions(self, row: LogicalRow, draft: RecommendationDraft) -> None:
        """Take the action of a row, or the several of lists stacked in its cells."""
        stack, rows = unstack(row, self._table.columns)
        at = self._text(row, Role.ACTION)
        if stack is Stack.PAIRED:
            message = f"{len(rows)} actions stand in one row; owners and dates were paired by their place"
            self._reader.findings.add("paired-by-position", message, ref=draft.ref, at=at)
        elif stack is Stack.UNPAIRED:
            message = "the cells hold lists of different lengths; they stay one action"
            self._reader.findings.add("unpaired-lists", message, ref=draft.ref, at=at)
        planned = [(c, cell) for _, c, cell in self._cells(row, Role.PERIOD) if not is_tick(str(cell))]
        for column, cell in planned:
            self._take_planned(row, draft, column, cell)
        for one in rows if not planned else ():
            self._take_action(one, draft)

    def _take_planned(self, row: LogicalRow, draft: RecommendationDraft, column: Column, cell: Text) -> None:
        """Take what is to be done in the period that heads a column."""
        action = ActionDraft()
        self._actors(row, draft, action)
        self._plain_fields(row, draft, action)
        action.text = self._reader.ledger.place(cell)
        action.due = self._reader.headed(column.label, cell, "deadline")
        self._reader.note(action.provenance, "text", cell)
        self._status(row, draft, action, self._rounds(row, draft, action))
        draft.actions.append(action)
        self._missing(row, draft, action)

    def _take_action(self, row: LogicalRow, draft: RecommendationDraft) -> None:
        action = ActionDraft()
        self._actors(row, draft, action)
        self._plain_fields(row, draft, action)
        rounds = self._rounds(row, draft, action)
        self._dates(row, draft, action)
        self._status(row, draft, action, rounds)
        if action.is_filled():
            self._preamble(draft, action)
        if action.is_filled():
            action.progress = rounds
            draft.actions.append(action)
            self._missing(row, draft, action)
        else:
            draft.progress += rounds

    # Fields of an action

    def _actors(self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Read owners, supporters and portfolio holders."""
        roles = {column.role for column in self._table.columns}
        for _, column, cell in self._cells(row, Role.OFFICER, Role.SUPPORT, Role.PORTFOLIO):
            relation = {Role.SUPPORT: "support", Role.PORTFOLIO: "portfolio_holder"}.get(
                column.role, "responsible"
            )
            if column.role is Role.OFFICER and Role.SUPPORT in roles:
                relation = "lead"
            found = self._reader.officers(
                cell,
                draft.ref,
                relation=relation,
                councillors=column.role is Role.PORTFOLIO,
                mixed=column.second is Role.PORTFOLIO,
            )
            action.officers += found.officers
            if found.unread and column.second not in DATE_ROLES:
                action.keep_owner(column.label, str(cell))
            self._reader.note(action.provenance, "officers", cell)

    def _plain_fields(self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Place the fields that hold a cell whole."""
        text = self._text(row, Role.ACTION)
        action.text = self._reader.ledger.place(text)
        self._reader.note(action.provenance, "text", text)
        action.ref = self._action_ref(row, action.text, draft.ref)
        for field, roles in _WHOLE_CELLS.items():
            cell = self._text(row, *roles)
            if cell:
                setattr(action, field, self._reader.ledger.place(cell))
                self._reader.note(action.provenance, field, cell)
        for at, column, cell in self._cells(row, Role.EXTRA, Role.DECISION_DATE, Role.REF):
            if column.role is Role.REF and not is_dated(str(cell)):
                continue
            action.extra.append(Labelled(label=column.label, value=self._reader.ledger.place(cell)))
            self._reader.note(action.provenance, "extra", cell)
            if column.role is Role.EXTRA:
                label = column.label or f"column {at + 1}"
                self._reader.findings.add(
                    "unmapped-column", f"the column “{label}” fits no field; its cells are kept in extra"
                )

    def _preamble(self, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Take owners and other facts that stand over the table and are those of each of its rows."""
        for entry in self._table.preamble:
            role, value = entry.reading.role, self._reader.ledger.place(entry.value)
            if role in OFFICER_ROLES:
                relation = "portfolio_holder" if role is Role.PORTFOLIO else "responsible"
                if relation not in {one.relation for one in action.officers}:
                    found = self._reader.officers(
                        entry.value, draft.ref, relation=relation, councillors=role is Role.PORTFOLIO
                    )
                    action.officers += found.officers
            elif not is_topic(entry):
                action.extra.append(Labelled(label=str(entry.label).rstrip(" :"), value=value))
                self._reader.note(action.provenance, "extra", entry.value)

    def _action_ref(self, row: LogicalRow, text: str, own: str | None) -> str | None:
        printed = self._place(row, Role.ACTION_REF)
        if printed:
            return reference_of(printed)
        found = leading_reference(text)
        return found.ref if found and "." in found.ref and found.ref != own else None

    def _dates(self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Read the date columns; where the row has none there, the action's text."""
        known = next((_day(cell) for _, _, cell in self._cells(row, Role.DECISION_DATE)), None) or self._met
        revised = any(True for _ in self._cells(row, Role.REVISED_DUE))
        for at, column, cell in self._cells(row, *DATE_ROLES):
            superseded = revised and column.role in {Role.DUE, Role.ORIGINAL_DUE}
            role = Role.DUE if column.role is Role.ORIGINAL_DUE and not revised else column.role
            found = self._reader.due(
                cell, role, draft.ref, merged=at in row.merged, superseded=superseded, known=known
            )
            action.due += [one for one in found if not _stands(one, action.due)]
            if self._reader.left_over(cell, found):
                action.extra.append(Labelled(label=column.label, value=str(cell)))
            action.status = action.status or self._reader.date_status(cell, found)
            self._reader.note(action.provenance, "due", cell)
        self._periods(row, draft, action)
        if not action.due:
            self._dates_in_text(row, draft, action)

    def _periods(self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Read marks under the periods that head columns: the last is the deadline, others are milestones."""
        ticked = [(column, cell) for _, column, cell in self._cells(row, Role.PERIOD) if is_tick(str(cell))]
        for column, cell in ticked:
            self._reader.ledger.place(cell)
            role: DateRole = "deadline" if column is ticked[-1][0] else "milestone"
            action.due += self._reader.headed(column.label, cell, role)
            self._reader.note(action.provenance, "due", cell)

    def _dates_in_text(self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft) -> None:
        for at, column, cell in self._cells(row, Role.ACTION, Role.OFFICER):
            combined = column.second in DATE_ROLES
            if column.role is Role.OFFICER and not combined:
                continue
            action.due += self._reader.action_dates(
                cell, draft.ref, combined=combined, merged=at in row.merged
            )
            if action.due:
                self._reader.note(action.provenance, "due", cell)

    def _status(
        self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft, rounds: list[ProgressDraft]
    ) -> None:
        """Read the action's status: its column, then date and update cells, the band, a sentence."""
        columns = [(column, cell) for _, column, cell in self._cells(row, Role.STATUS) if not column.period]
        columns.sort(key=lambda pair: mark_status(str(pair[1])) is not None)  # words say more than a share
        for column, cell in columns[:1]:
            action.status = self._reader.status(cell, column.label, draft.ref)
            action.rag = read_rag(str(cell))
            self._reader.note(action.provenance, "status", cell)
        for column, cell in columns[1:]:
            action.extra.append(Labelled(label=column.label, value=self._reader.ledger.place(cell)))
        colours = [(column, cell) for _, column, cell in self._cells(row, Role.RAG) if not column.period]
        colours.sort(key=lambda pair: not _EARLIER.search(pair[0].label))
        for column, cell in colours[-1:]:
            self._colour(cell, column.label, draft, action)
        for column, cell in colours[:-1]:
            action.extra.append(Labelled(label=column.label, value=self._reader.ledger.place(cell)))
        undated = next((one for one in rounds if not one.period_label), None)
        action.status = (
            action.status
            or (self._reader.led_status(undated.evidence, draft.ref) if undated else None)
            or self._band_status()
            or self._reader.told_status(action.text, draft.ref)
        )

    def _colour(self, cell: Text, label: str, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Take a colour; it is a status only through the paper's own legend or words beside it."""
        action.rag = self._reader.rag(cell)
        self._reader.note(action.provenance, "rag", cell)
        if len(cell.words) > RAG_WORDS or (action.rag is None and action.status):
            action.extra.append(Labelled(label=label, value=str(cell)))
        action.status = action.status or self._reader.colour_status(cell, label, action.rag, draft.ref)

    def _band_status(self) -> Status | None:
        """Read the status that the band over a row names, else the heading over its table."""
        for string in filter(None, (str(self._band), self._theme)):
            named = leading_reference(string)
            found = heading_status(string[named.end :] if named else string)
            if found:
                return Status.model_validate({"status": found, "raw": string})
        return None

    # Rounds

    def _rounds(
        self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft
    ) -> list[ProgressDraft]:
        """Read updates, grades and impact into rounds, those of one date together."""
        rounds: list[ProgressDraft] = []
        for _, column, cell in self._cells(row, Role.PROGRESS):
            found = self._reader.entries(cell, column.period, column.period_label, draft.ref)
            for one in found:
                _merge_round(rounds, one)
        for _, column, cell in self._cells(row, *_ROUND_FIELDS):
            one = _round_of(rounds, column)
            field = _ROUND_FIELDS[column.role]
            setattr(
                one, field, "\n".join(filter(None, (getattr(one, field), self._reader.ledger.place(cell))))
            )
            self._reader.note(one.provenance, field, cell)
        for _, column, cell in self._cells(row, Role.STATUS):
            if column.period:
                self._reader.graded(cell, _round_of(rounds, column), draft.ref)
        for _, column, cell in self._cells(row, Role.RAG):
            if column.period:
                one = _round_of(rounds, column)
                self._reader.graded(cell, one, draft.ref)
                one.rag = self._reader.rag(cell)
        return in_order(rounds)

    def _missing(self, row: LogicalRow, draft: RecommendationDraft, action: ActionDraft) -> None:
        """Report an action without a date or an owner."""
        at = next((cell for cell in row.cells if cell), EMPTY)
        if not action.due:
            self._reader.findings.add(
                "missing-due", "the action has no date", ref=draft.ref, field="due", at=at
            )
        if not action.officers and not action.owner_unread:
            self._reader.findings.add(
                "missing-officer", "the action has no owner", ref=draft.ref, field="officers", at=at
            )


_WHOLE_CELLS: dict[str, tuple[Role, ...]] = {
    "success_measures": (Role.MEASURE, Role.OUTCOME),
    "resources": (Role.RESOURCES,),
    "priority": (Role.PRIORITY,),
    "comments": (Role.COMMENTS,),
}


def _day(cell: Text) -> date | None:
    """Return the first day of a cell that is one date."""
    edtf = read_whole_date(str(cell))
    return first_day(edtf) if edtf else None


# The label of a column that holds how things stood before; of several others the last is the newest.
_EARLIER = re.compile(r"\b(?:previous|prior|last|initial|original|earlier)\b", re.IGNORECASE)


def _stands(one: DateRef, others: Iterable[DateRef]) -> bool:
    """Tell whether the same date in the same role is there already."""
    return any(one.edtf == other.edtf and one.role == other.role and one.edtf for other in others)


def _merge_round(rounds: list[ProgressDraft], one: ProgressDraft) -> None:
    """Add a round, or join it to the one of its date."""
    same = next(
        (
            other
            for other in rounds
            if other.period == one.period and not (one.period_label and other.evidence)
        ),
        None,
    )
    if same and (one.period is None or not same.evidence):
        same.evidence = "\n".join(filter(None, (same.evidence, one.evidence)))
        for field, places in one.provenance.items():
            same.provenance.setdefault(field, []).extend(places)
    else:
        rounds.append(one)


def _round_of(rounds: list[ProgressDraft], column: Column) -> ProgressDraft:
    """Return the round of a column's date, made where there is none."""
    found = next((one for one in rounds if one.period == column.period), None)
    if found is None and column.period is None and len(rounds) == 1:
        return rounds[0]
    if found is None:
        found = ProgressDraft(column.period, column.period_label)
        rounds.append(found)
    return found
