"""Decision columns and members' comments of a row -> the answer to its recommendation."""

from __future__ import annotations

from extract.open_row import OpenRow
from extract.schema import Decision
from normalise.columns import Role
from normalise.values.decisions import DecisionReading, decision_at, read_answer, read_choice


def take_decision(row: OpenRow) -> None:
    """Read decision, reason and members' comments."""
    draft, reader = row.draft, row.reader
    cell = row.text(Role.DECISION)
    if cell:
        raw = reader.ledger.place(cell)
        found = _decided(row, raw)
        reason = row.place(Role.REASON) or (found.reason if found else None)
        status = found.status if found else None
        draft.decision = draft.decision or Decision(status=status, raw=raw, reason=reason)
        reader.note(draft.provenance, "decision", cell)
    comments = row.text(Role.SCRUTINY_COMMENTS)
    if comments:
        draft.comments = "\n".join(filter(None, (draft.comments, reader.ledger.place(comments))))
        reader.note(draft.provenance, "comments", comments)


def _decided(row: OpenRow, raw: str) -> DecisionReading | None:
    """Read the decision of a row, by the label of the column that is ticked where each has its own."""
    labels = [column.label for column in row.table.columns if column.role is Role.DECISION]
    filled = [(column.label, str(cell)) for _, column, cell in row.cells(Role.DECISION)]
    if len(labels) > 1 and len(filled) == 1 and all(map(decision_at, labels)):
        return read_choice(filled[0][1], filled[0][0])
    return read_answer(raw)
