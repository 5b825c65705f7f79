"""Updates, grades and statuses of a row -> rounds of progress, and the status of its action."""

from __future__ import annotations

from extract.drafts import ActionDraft, ProgressDraft
from extract.open_row import OpenRow
from extract.schema import Labelled, Status
from extract.shades import shade_action, shade_round, shaded_cells
from extract.values import RAG_WORDS, in_order
from normalise.columns import STATUS_ROLES, Column, Role, columns_with, is_earlier
from normalise.text import fold
from normalise.values.colours import closing_colour, read_rag
from normalise.values.references import leading_reference
from normalise.values.statuses import heading_status, mark_status
from parsers.model import Text

_NOTHING = frozenset({"n/a", "na", "none", "not applicable", "tbc"})
_ROUND_FIELDS = {Role.IMPACT: "impact", Role.EXPLANATION: "explanation"}


def rounds_of(row: OpenRow) -> list[ProgressDraft]:
    """Read updates, grades and impact into rounds, those of one date together."""
    rounds: list[ProgressDraft] = []
    for _, column, cell in row.cells(Role.PROGRESS):
        for one in _updates(row, column, cell):
            _merge_round(rounds, one)
    for _, column, cell in row.cells(*_ROUND_FIELDS):
        one = _round_of(rounds, column)
        field = _ROUND_FIELDS[column.role]
        setattr(one, field, "\n".join(filter(None, (getattr(one, field), row.reader.ledger.place(cell)))))
        row.reader.note(one.provenance, field, cell)
    for _, column, cell in row.cells(Role.STATUS):
        if column.period:
            row.reader.graded(cell, _round_of(rounds, column), row.draft.ref)
    for _, column, cell in row.cells(Role.RAG):
        if column.period:
            one = _round_of(rounds, column)
            row.reader.graded(cell, one, row.draft.ref)
            one.rag = row.reader.rag(cell)
    for shaded in shaded_cells(row):
        if shaded.column.period:
            shade_round(row, shaded, _round_of(rounds, shaded.column))
    return in_order(rounds)


def _updates(row: OpenRow, column: Column, cell: Text) -> list[ProgressDraft]:
    """Read the updates of a cell; under "Progress (RAG), May 2024" the one has the colour of its words."""
    found = row.reader.entries(cell, column.period, column.period_label, row.draft.ref)
    if len(found) == 1 and column.period and column.second is Role.RAG and (word := _colour_word(cell)):
        found[0].rag = read_rag(word)
        row.reader.note(found[0].provenance, "rag", cell)
    return found


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


def take_status(row: OpenRow, action: ActionDraft, rounds: list[ProgressDraft]) -> None:
    """Read the action's status: its column, then date and update cells, the band, a sentence."""
    columns = [(column, cell) for _, column, cell in row.cells(Role.STATUS) if not column.period]
    columns.sort(key=lambda pair: _says_little(str(pair[1])))
    for column, cell in columns[:1]:
        action.status = row.reader.status(cell, column.label, row.draft.ref)
        action.rag = read_rag(str(cell))
        row.reader.note(action.provenance, "status", cell)
    for column, cell in columns[1:]:
        action.extra.append(Labelled(label=column.label, value=row.reader.ledger.place(cell)))
    colours = [(column, cell) for _, column, cell in row.cells(Role.RAG) if not column.period]
    colours.sort(key=lambda pair: not is_earlier(pair[0].label))
    for column, cell in colours[-1:]:
        _colour(row, cell, column.label, action)
    for column, cell in colours[:-1]:
        action.extra.append(Labelled(label=column.label, value=row.reader.ledger.place(cell)))
    shade_action(row, action)
    named = [(column, cell) for _, column, cell in row.cells(Role.PROGRESS) if column.second in STATUS_ROLES]
    for column, cell in named[:1]:  # "Progress and status" tells the status, a date beside it does not
        if column.second is Role.RAG and not column.period:
            _colour_of_update(row, cell, action)
        action.status = row.reader.led_status(str(cell), row.draft.ref) or action.status
    undated = next((one for one in rounds if not one.period_label), None)
    action.status = (
        action.status
        or (row.reader.led_status(undated.evidence, row.draft.ref) if undated else None)
        or _commented_status(row)
        or _heading_status(row)
        or row.reader.told_status(action.text, row.draft.ref)
    )


def _says_little(cell: str) -> bool:
    """Tell a share or "n/a" from words, which say more of a status."""
    return mark_status(cell) is not None or fold(cell).strip(".") in _NOTHING


def _colour(row: OpenRow, cell: Text, label: str, action: ActionDraft) -> None:
    """Take a colour; it is a status only through the paper's own legend or words beside it."""
    action.rag = row.reader.rag(cell)
    row.reader.note(action.provenance, "rag", cell)
    if len(cell.words) > RAG_WORDS or (action.rag is None and action.status):
        action.extra.append(Labelled(label=label, value=str(cell)))
    told = action.status if action.status and action.status.status != "unknown" else None
    action.status = told or row.reader.colour_status(cell, label, action.rag, row.draft.ref) or action.status


def _commented_status(row: OpenRow) -> Status | None:
    """Read the status that a comment leads or closes with, where no column tells of progress."""
    if columns_with(row.table.columns, Role.PROGRESS, *STATUS_ROLES):
        return None
    return row.reader.led_status(str(row.text(Role.COMMENTS)), row.draft.ref)


def _colour_of_update(row: OpenRow, cell: Text, action: ActionDraft) -> None:
    """Take the colour of an update under "Progress and RAG" for its action."""
    word = _colour_word(cell)
    if word is None:
        return
    action.rag = action.rag or read_rag(word)
    row.reader.note(action.provenance, "rag", cell)
    if action.status is None and (status := row.reader.scale_status(word, action.rag)):
        action.status = Status.model_validate({"status": status, "raw": word})


def _colour_word(update: Text) -> str | None:
    """Return the colour with which an update opens or closes; None where its lines give several."""
    lines = str(update).splitlines()
    words = [line.split()[0] if read_rag(line) else closing_colour(line) for line in lines]
    told = [word for word in words if word]
    return told[0] if len({read_rag(word) for word in told}) == 1 else None


def _heading_status(row: OpenRow) -> Status | None:
    """Read the status that the band over a row names, else the heading over its table."""
    for string in row.headings:
        named = leading_reference(string)
        found = heading_status(string[named.end :] if named else string)
        if found:
            return Status.model_validate({"status": found, "raw": string})
    return None
