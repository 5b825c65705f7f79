"""A row -> its actions: texts, owners and other facts, one action or several stacked in its cells."""

from __future__ import annotations

from dataclasses import replace

from extract.drafts import ActionDraft
from extract.open_row import OpenRow
from extract.row_dates import take_dates
from extract.row_progress import rounds_of, take_status
from extract.schema import Labelled
from normalise.columns import DATE_ROLES, OFFICER_ROLES, Column, Role
from normalise.kinds import is_tick
from normalise.labelled_parts import labelled_parts
from normalise.preambles import is_topic
from normalise.stacks import Stack, unstack
from normalise.values.dates import date_spans
from normalise.values.references import is_dated, leading_reference, reference_of
from parsers.model import Text
from parsers.model.words import EMPTY, join

_WHOLE_CELLS: dict[str, tuple[Role, ...]] = {
    "success_measures": (Role.MEASURE, Role.OUTCOME),
    "resources": (Role.RESOURCES,),
    "priority": (Role.PRIORITY,),
    "comments": (Role.COMMENTS,),
}


def take_actions(row: OpenRow) -> None:
    """Take the action of a row, or the several of lists stacked in its cells."""
    stack, rows = unstack(row.printed, row.table.columns)
    at = row.text(Role.ACTION)
    if stack is Stack.PAIRED:
        message = f"{len(rows)} actions stand in one row; owners and dates were paired by their place"
        row.reader.findings.add("paired-by-position", message, ref=row.draft.ref, at=at)
    elif stack is Stack.UNPAIRED:
        message = "the cells hold lists of different lengths; they stay one action"
        row.reader.findings.add("unpaired-lists", message, ref=row.draft.ref, at=at)
    planned = [(c, cell) for _, c, cell in row.cells(Role.PERIOD) if not is_tick(str(cell))]
    for column, cell in planned:
        _take_planned(row, column, cell)
    for one in rows if not planned else ():
        _take_action(replace(row, printed=one))


def _take_planned(row: OpenRow, column: Column, cell: Text) -> None:
    """Take what is to be done in the period that heads a column."""
    action = ActionDraft()
    _actors(row, action)
    _plain_fields(row, action)
    action.text = row.reader.ledger.place(cell)
    action.due = row.reader.headed(column.label, cell, "deadline")
    row.reader.note(action.provenance, "text", cell)
    take_status(row, action, rounds_of(row))
    row.draft.actions.append(action)
    _missing(row, action)


def _take_action(row: OpenRow) -> None:
    action = ActionDraft()
    _actors(row, action)
    _plain_fields(row, action)
    rounds = rounds_of(row)
    take_dates(row, action)
    take_status(row, action, rounds)
    if action.is_filled():
        _preamble(row, action)
    if action.is_filled():
        action.progress = rounds
        row.draft.actions.append(action)
        _missing(row, action)
    else:
        row.draft.progress += rounds


def _actors(row: OpenRow, action: ActionDraft) -> None:
    """Read owners, supporters and portfolio holders."""
    roles = {column.role for column in row.table.columns}
    for _, column, cell in row.cells(Role.OFFICER, Role.SUPPORT, Role.PORTFOLIO):
        relation = {Role.SUPPORT: "support", Role.PORTFOLIO: "portfolio_holder"}.get(
            column.role, "responsible"
        )
        if column.role is Role.OFFICER and Role.SUPPORT in roles:
            relation = "lead"
        dated = column.second in DATE_ROLES
        row.reader.ledger.place(cell)
        found = row.reader.officers(
            _without_dates(cell) if dated else cell,
            row.draft.ref,
            relation=relation,
            councillors=column.role is Role.PORTFOLIO,
            mixed=column.second is Role.PORTFOLIO,
        )
        action.officers += found.officers
        if found.unread and not dated:
            action.keep_owner(column.label, str(cell))
        row.reader.note(action.provenance, "officers", cell)
    if not action.officers:
        _told_actors(row, action)


def _told_actors(row: OpenRow, action: ActionDraft) -> None:
    """Read the owner whom the text of the action names behind a label: "Owner: Jo Lund."."""
    for words in labelled_parts(row.text(Role.ACTION), {Role.OFFICER}):
        action.officers += row.reader.officers(words, row.draft.ref).officers
        row.reader.note(action.provenance, "officers", words)


def _without_dates(cell: Text) -> Text:
    """Return a cell of owners and dates without the dates."""
    spans = date_spans(str(cell))
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(str(cell))]
    return join((cell.cut(start, end) for start, end in zip(starts, ends, strict=True)), "\n")


def _plain_fields(row: OpenRow, action: ActionDraft) -> None:
    """Place the fields that hold a cell whole."""
    text = row.text(Role.ACTION)
    action.text = row.reader.ledger.place(text)
    row.reader.note(action.provenance, "text", text)
    action.ref = _action_ref(row, action.text)
    for field, roles in _WHOLE_CELLS.items():
        cell = row.text(*roles)
        if cell:
            setattr(action, field, row.reader.ledger.place(cell))
            row.reader.note(action.provenance, field, cell)
    for at, column, cell in row.cells(Role.EXTRA, Role.DECISION_DATE, Role.REF):
        if column.role is Role.REF and not is_dated(str(cell)):
            continue
        action.extra.append(Labelled(label=column.label, value=row.reader.ledger.place(cell)))
        row.reader.note(action.provenance, "extra", cell)
        if column.role is Role.EXTRA:
            label = column.label or f"column {at + 1}"
            row.reader.findings.add(
                "unmapped-column", f"the column “{label}” fits no field; its cells are kept in extra"
            )


def _preamble(row: OpenRow, action: ActionDraft) -> None:
    """Take owners and other facts that stand over the table and are those of each of its rows."""
    for entry in row.table.preamble:
        role, value = entry.reading.role, row.reader.ledger.place(entry.value)
        if role in OFFICER_ROLES:
            relation = "portfolio_holder" if role is Role.PORTFOLIO else "responsible"
            if relation not in {one.relation for one in action.officers}:
                found = row.reader.officers(
                    entry.value, row.draft.ref, relation=relation, councillors=role is Role.PORTFOLIO
                )
                action.officers += found.officers
        elif not is_topic(entry):
            action.extra.append(Labelled(label=str(entry.label).rstrip(" :"), value=value))
            row.reader.note(action.provenance, "extra", entry.value)


def _action_ref(row: OpenRow, text: str) -> str | None:
    printed = row.place(Role.ACTION_REF)
    if printed:
        return reference_of(printed)
    found = leading_reference(text)
    return found.ref if found and "." in found.ref and found.ref != row.draft.ref else None


def _missing(row: OpenRow, action: ActionDraft) -> None:
    """Report an action without a date or an owner."""
    at = next((cell for cell in row.printed.cells if cell), EMPTY)
    if not action.due:
        row.reader.findings.add(
            "missing-due", "the action has no date", ref=row.draft.ref, field="due", at=at
        )
    if not action.officers and not action.owner_unread:
        row.reader.findings.add(
            "missing-officer", "the action has no owner", ref=row.draft.ref, field="officers", at=at
        )
