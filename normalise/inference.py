"""Columns of a table whose header is missing or says nothing that is known: their values tell the roles.

Less sure than labels, so only tables that look like records in more than one way are
read, and each column carries the share of values that speak for its role.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalise.cells import RawRow
from normalise.columns import DATE_ROLES, OFFICER_ROLES, STATUS_ROLES, Column, Role, read_label, with_role
from normalise.headers import Header, may_be_label, read_columns
from normalise.kinds import LOOKS, MOST, Values, is_resolved, is_sentence, is_told, kind_of, share, values_of

# One row shows no kind, and two columns are a list of labels and values.
MIN_ROWS = 2
MIN_COLUMNS = 3
# Without a label a column is of a kind only when nearly all of its values are.
STRONG = 0.8


def infer_header(rows: Sequence[RawRow]) -> Header | None:
    """Name the columns of a table by its values; None where they are not those of records.

    A first row that is short and unlike the rows below it gives the labels.
    """
    told = [row for row in rows if len(row.filled()) > 1 and not row.whole]
    if not told or len(told[0].cells) < MIN_COLUMNS:
        return None
    at = rows.index(told[0])
    labelled = is_unlike(told[0], told[1:]) or _names_facts(told[0])
    body = told[1:] if labelled else told
    if len(body) < MIN_ROWS:
        return None
    columns = read_columns(told[0].cells) if labelled else (Column("", Role.EXTRA),) * len(told[0].cells)
    values = [values_of(body, column) for column in range(len(columns))]
    found = _with_texts(_with_kinds(columns, values, len(body)), values)
    return Header(found, at, at + labelled) if _are_records(found) else None


def _names_facts(row: RawRow) -> bool:
    """Tell whether a row of short cells holds labels of two facts, however few of its cells they are."""
    cells = [str(cell) for cell in row.cells if cell]
    known = {read_label(cell).role for cell in cells} - {Role.EXTRA, Role.STATUS, Role.COMPLETED}
    return len(known) > 1 and all(map(may_be_label, cells))


def is_unlike(first: RawRow, below: Sequence[RawRow]) -> bool:
    """Tell whether a row is a header by being unlike the rows below it.

    It fills most columns with words as short as labels, none of them of the kind that
    its column is of, and at least two columns are of a kind or hold sentences.
    """
    cells = {at: str(first.cells[at]) for at in first.filled()}
    if (
        len(below) < MIN_ROWS
        or len(cells) < len(first.cells) - 1
        or not all(map(may_be_label, cells.values()))
    ):
        return False
    different = 0
    for at, cell in cells.items():
        values = values_of(below, at)
        kind = kind_of(values)
        if kind and LOOKS[kind[0]](cell):
            return False
        different += bool(kind) or (share(values, is_sentence) >= MOST and not is_sentence(cell))
    return different >= 2 and 2 * different >= len(cells)


def _with_kinds(columns: Sequence[Column], values: Sequence[Values], rows: int) -> list[Column]:
    """Give dates, references, statuses and owners to the columns that hold them, each kind once."""
    found = list(columns)
    for at, column in enumerate(columns):
        kind = kind_of(values[at])
        filled = 2 * len(values[at]) >= rows
        taken = {one.role for one in found}
        if column.role is Role.EXTRA and kind and kind[1] >= STRONG and filled and kind[0] not in taken:
            found[at] = with_role(column, *kind)
    return found


def _with_texts(columns: Sequence[Column], values: Sequence[Values]) -> tuple[Column, ...]:
    """Give recommendation, action and progress to the columns of sentences, from left to right.

    What is told is progress.  Of two other columns the first is the recommendation;
    one alone is the action, unless it says what the council should do.
    """
    found = list(columns)
    texts = [
        at
        for at, column in enumerate(found)
        if column.role is Role.EXTRA and not column.period and share(values[at], is_sentence) >= MOST
    ]
    told = [at for at in texts if share(values[at], is_told) >= MOST][-1:]
    for at in told:
        found[at] = with_role(found[at], Role.PROGRESS, share(values[at], is_told))
    rest = [at for at in texts if at not in told]
    taken = {column.role for column in found}
    roles = [role for role in (Role.RECOMMENDATION, Role.ACTION) if role not in taken]
    if len(rest) == 1 and len(roles) == 2:
        roles = roles[:1] if share(values[rest[0]], is_resolved) >= MOST else roles[1:]
    for at, role in zip(rest, roles, strict=False):
        found[at] = with_role(found[at], role, share(values[at], is_sentence))
    return tuple(found)


def _are_records(columns: Sequence[Column]) -> bool:
    """Tell whether columns that their values named are those of records.

    Something recommended or done, and two facts of it; a table that begins with its
    dates, and has neither references nor statuses, is a timetable.
    """
    roles = {column.role for column in columns}
    if not roles & {Role.RECOMMENDATION, Role.ACTION}:
        return False
    facts = [roles & {Role.REF}, roles & OFFICER_ROLES, roles & DATE_ROLES, roles & STATUS_ROLES]
    if sum(map(bool, facts)) < 2 or not (facts[1] or facts[2] or facts[3]):
        return False
    return columns[0].role not in DATE_ROLES or bool(facts[0] or facts[3])
