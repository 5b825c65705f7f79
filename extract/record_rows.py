"""Record tables -> recommendations: each row's cells into the fields of their columns."""

from __future__ import annotations

from dataclasses import replace

from extract.column_findings import report_columns
from extract.drafts import RecommendationDraft
from extract.open_row import OpenRow
from extract.row_actions import take_actions
from extract.row_decisions import take_decision
from extract.schema import Labelled, Severity, SubItem
from extract.values import Reader, share_progress
from normalise.columns import Role
from normalise.dittos import with_dittos
from normalise.elements import RecordTable
from normalise.logical_rows import LogicalRow, RowKind
from normalise.preambles import is_topic, met, month_of
from normalise.set_aside import is_blank_mark
from normalise.text import fold
from normalise.values.references import heads_list, is_dated, leading_reference, parts, reference_of
from parsers.model import Text
from parsers.model.words import EMPTY, join


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
        title = next(reversed(self._table.titles), EMPTY)
        self._met = self._met or met((), title)
        if any(row.kind is RowKind.BAND for row in self._table.rows):
            self._band = title  # the first of the bands
        rows = map(self._without_dashes, self._table.rows)
        for row, dittos in with_dittos(rows, self._table.columns):
            self._reader.ledger.furnish((*row.reprinted, *dittos))
            if row.kind is RowKind.BAND:
                self._band = join([cell for cell in row.cells if cell][:1], " ")
                self._reader.ledger.furnish([cell for cell in row.cells if cell][1:])
                self._met = met((), self._band) or month_of(self._band) or self._table.met
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

    # Rows

    def _open(self, row: LogicalRow, draft: RecommendationDraft) -> OpenRow:
        headings = tuple(filter(None, (str(self._band), self._theme)))
        return OpenRow(self._table, row, draft, self._reader, headings, self._met)

    def _record(self, printed: LogicalRow) -> None:
        """Open a recommendation with a row."""
        draft = RecommendationDraft()
        row = self._open(printed, draft)
        reference = row.text(Role.REF)
        string = self._reader.ledger.place(reference)
        draft.ref = reference_of(string) if string and not is_dated(string) else None
        draft.theme = self._theme_of(row)
        self._reader.note(draft.provenance, "ref", reference)
        text = self._headed(row)
        draft.text = self._reader.ledger.place(text)
        self._reader.note(draft.provenance, "text", text)
        draft.sub_items = [
            SubItem(ref=part.ref, text=draft.text[part.start : part.end].strip())
            for part in parts(draft.text)
        ]
        self._drafts.append(draft)
        self._fill(row)
        self._under_band(row)

    def _fill(self, row: OpenRow) -> None:
        """Take what a row says of its recommendation beside its text."""
        self._report(row)
        take_decision(row)
        take_actions(row)

    def _headed(self, row: OpenRow) -> Text:
        """Cut a reference off the head of the recommendation; note it where no column gives one."""
        draft, text = row.draft, row.text(Role.RECOMMENDATION)
        source = text or (row.text(Role.ACTION) if not draft.ref else EMPTY)
        found = leading_reference(str(source)) if not draft.ref or text else None
        if found and draft.ref is None and heads_list(str(source)):
            return text  # "1. That … 2. That …" is a list and no reference
        if found and (draft.ref is None or found.ref == draft.ref):
            draft.ref = found.ref
            self._reader.ledger.place(source.cut(0, found.end))
            self._reader.note(draft.provenance, "ref", source.cut(0, found.end))
            return text.cut(found.end)
        return text

    def _theme_of(self, row: OpenRow) -> str | None:
        """Return the band over the row, else its own theme, else what stands over the table."""
        if self._band:
            return self._reader.ledger.place(self._band)
        return row.place(Role.THEME) or self._topic() or self._theme

    def _under_band(self, row: OpenRow) -> None:
        """Keep the theme of a row beside the band that is its theme, where the two differ."""
        for at, _, cell in row.cells(Role.THEME) if self._band else ():
            if fold(str(cell)) == fold(str(self._band)):
                self._reader.ledger.place(cell)
            else:
                self._extra(row.draft, at, cell)

    def _topic(self) -> str | None:
        """Return what the pairs over the table say that it is about."""
        topics = (entry.value for entry in self._table.preamble if is_topic(entry))
        return next((self._reader.ledger.place(topic) for topic in topics), None)

    def _action_row(self, printed: LogicalRow) -> None:
        """Take a row that gives the recommendation above a further action."""
        row = self._open(printed, self._drafts[-1])
        for at, _, cell in row.cells(Role.REF, Role.RECOMMENDATION, Role.THEME):
            spanned = any(at in part.spanned for part in printed.parts)
            self._reader.ledger.place(cell) if spanned else self._extra(row.draft, at, cell)
        self._fill(row)

    def _extra(self, draft: RecommendationDraft, at: int, cell: Text) -> None:
        label = self._table.columns[at].label
        draft.action().extra.append(Labelled(label=label, value=self._reader.ledger.place(cell)))

    def _report(self, row: OpenRow) -> None:
        """Say which rows were joined and which cells are shared."""
        findings, printed, ref = self._reader.findings, row.printed, row.draft.ref
        first = next((cell for cell in printed.cells if cell), EMPTY)
        for why in printed.why:
            message = f"a printed row was joined to this one: {why}"
            severity: Severity | None = "warning" if printed.open else None
            findings.add("row-continued", message, ref=ref, at=first, severity=severity)
        for repaired in printed.repaired:
            message = f"a word cut by the break was made whole: {repaired}"
            findings.add("text-repaired", message, ref=ref, at=first)
        for at in sorted(printed.merged):
            column = self._table.columns[at]
            message = f"the cell “{column.label}” is shared with the row above"
            field = column.role.value
            findings.add("merged-cell", message, ref=ref, field=field, at=printed.cells[at])
