"""Colours that only the shades of cells give, to actions and rounds of progress."""

from __future__ import annotations

from typing import NamedTuple

from extract.drafts import ActionDraft, ProgressDraft
from extract.ledger import location
from extract.open_row import OpenRow
from extract.schema import Status
from normalise.columns import STATUS_ROLES, Column, Role, is_earlier
from normalise.shades import Shade
from normalise.values.colours import names_colour, read_rag
from parsers.model import Text


class ShadedCell(NamedTuple):
    """A cell under a label of statuses or colours, whose shade is one of a traffic light."""

    column: Column
    shade: Shade
    text: Text


def shaded_cells(row: OpenRow) -> list[ShadedCell]:
    """Return the shaded cells of a row that say how it stands, the one that counts most last.

    Columns that their values named are none: a label must say that it is one of
    statuses or colours.
    """
    printed = row.printed
    found = [
        ShadedCell(column, shade, text)
        for column, shade, text in zip(row.table.columns, printed.shades, printed.cells, strict=False)
        if shade and column.role in STATUS_ROLES and column.label and column.share is None
    ]
    return sorted(found, key=lambda one: (one.column.role is Role.RAG, not is_earlier(one.column.label)))


def shade_action(row: OpenRow, action: ActionDraft) -> None:
    """Take the colour of an action's shade; like one in words it is a status only through the legend."""
    for cell in [one for one in shaded_cells(row) if not one.column.period][-1:]:
        _take(row, cell, action)
        status = row.reader.scale_status(action.rag or "", action.rag)
        if status and not action.status:
            action.status = Status.model_validate({"status": status, "raw": str(cell.text)})


def shade_round(row: OpenRow, cell: ShadedCell, round_: ProgressDraft) -> None:
    """Take the colour of the shade of a round's cell, and what the legend says of it."""
    _take(row, cell, round_)
    round_.status = round_.status or row.reader.scale_status(round_.rag or "", round_.rag)


def _take(row: OpenRow, cell: ShadedCell, draft: ActionDraft | ProgressDraft) -> None:
    """Take a shade where the words of its cell name no colour; report where they name another."""
    printed, colour, place = str(cell.text), cell.shade.colour, cell.shade.place
    named = read_rag(printed, column=True)
    if named and named != colour:
        message = f"“{printed[:60]}” stands in a cell that is shaded {colour}; the words were taken"
        row.reader.findings.add("shade-mismatch", message, ref=row.draft.ref, field="rag", place=place)
    if named or names_colour(printed) or draft.rag:
        return
    draft.rag = colour
    message = f"{colour} is the shade of the cell under “{cell.column.label}”; no word says it"
    row.reader.findings.add("shade-read", message, ref=row.draft.ref, field="rag", place=place)
    draft.provenance.setdefault("rag", []).append(location(place))
