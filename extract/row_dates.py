"""Date columns, periods and dates in the text of a row -> the dates of its action."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extract.drafts import ActionDraft
from extract.open_row import OpenRow
from extract.schema import DateRef, DateRole, Labelled, Status
from normalise.columns import DATE_ROLES, Role
from normalise.kinds import is_tick
from normalise.labelled_parts import labelled_parts
from normalise.text import fold
from normalise.values.dates import read_due_cell, read_whole_date
from normalise.values.edtf import first_day
from normalise.values.statuses import is_only_status
from parsers.model import Text

# What parts an owner from the date behind it.
_PARTED = re.compile(r"\s[-–—]\s|[,;\n]")


def take_dates(row: OpenRow, action: ActionDraft) -> None:
    """Read the date columns; where the row has none there, the action's text."""
    known = next((_day(cell) for _, _, cell in row.cells(Role.DECISION_DATE)), None) or row.met
    revised = any(True for _ in row.cells(Role.REVISED_DUE))
    for at, column, cell in row.cells(*DATE_ROLES):
        superseded = revised and column.role in {Role.DUE, Role.ORIGINAL_DUE}
        role = Role.DUE if column.role is Role.ORIGINAL_DUE and not revised else column.role
        found = row.reader.due(
            cell, role, row.draft.ref, merged=at in row.printed.merged, superseded=superseded, known=known
        )
        action.due += [one for one in found if not _stands(one, action.due)]
        if row.reader.left_over(cell, found):
            action.extra.append(Labelled(label=column.label, value=str(cell)))
        action.status = action.status or row.reader.date_status(cell, found)
        row.reader.note(action.provenance, "due", cell)
    action.due = [one for one in action.due if not _is_kept(one, action.due)]
    _periods(row, action)
    if not action.due:
        _dates_in_text(row, action)


def _periods(row: OpenRow, action: ActionDraft) -> None:
    """Read marks under the periods that head columns: the last is the deadline, others are milestones."""
    ticked = [(column, cell) for _, column, cell in row.cells(Role.PERIOD) if is_tick(str(cell))]
    for column, cell in ticked:
        row.reader.ledger.place(cell)
        role: DateRole = "deadline" if column is ticked[-1][0] else "milestone"
        action.due += row.reader.headed(column.label, cell, role)
        row.reader.note(action.provenance, "due", cell)


def _dates_in_text(row: OpenRow, action: ActionDraft) -> None:
    for words in labelled_parts(row.text(Role.ACTION), DATE_ROLES):
        action.due += row.reader.action_dates(words, row.draft.ref, combined=True)
        row.reader.note(action.provenance, "due", words)
    if action.due:
        return
    for at, column, cell in row.cells(Role.ACTION, Role.OFFICER):
        combined = column.second in DATE_ROLES
        if column.role is Role.OFFICER and not combined:
            continue
        merged = at in row.printed.merged
        when = _behind_owner(row, cell) if column.role is Role.OFFICER else None
        if when:
            action.due += row.reader.due(when, Role.DUE, row.draft.ref, merged=merged, known=row.met)
        else:
            action.due += row.reader.action_dates(cell, row.draft.ref, combined=combined, merged=merged)
        if action.due:
            row.reader.note(action.provenance, "due", cell)
        elif combined and column.role is Role.OFFICER:
            action.status = action.status or _status_beside(row, cell)


def _behind_owner(row: OpenRow, cell: Text) -> Text | None:
    """Return the dates that stand behind an owner, and nothing else: "Ann Lee, 2026/27", not "Ongoing"."""
    for mark in _PARTED.finditer(str(cell)):
        tail = cell.cut(mark.end())
        found = read_due_cell(str(tail), known=row.reader.known).dates
        if found and all(one.edtf for one in found) and not row.reader.left_over(tail, found):
            return tail
    return None


def _status_beside(row: OpenRow, cell: Text) -> Status | None:
    """Read the status word that stands for the date behind an owner: "Parks Manager – Complete".

    "Ongoing" there is a word of time.
    """
    words = _PARTED.split(str(cell))[-1].strip()
    found = row.reader.led_status(words) if is_only_status(words) else None
    return None if found and found.status == "ongoing" else found


def _day(cell: Text) -> date | None:
    """Return the first day of a cell that is one date."""
    edtf = read_whole_date(str(cell))
    return first_day(edtf) if edtf else None


def _is_kept(one: DateRef, others: Iterable[DateRef]) -> bool:
    """Tell an original date that the revised one prints again: it was not moved."""
    return (
        one.role == "superseded"
        and one.edtf is not None
        and any(other.role == "deadline" and other.edtf == one.edtf for other in others)
    )


def _stands(one: DateRef, others: Iterable[DateRef]) -> bool:
    """Tell whether the same date in the same role is there already."""
    return any(
        one.edtf == other.edtf and one.role == other.role and (one.edtf or fold(one.raw) == fold(other.raw))
        for other in others
    )
