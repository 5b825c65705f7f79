"""Tables that stand under a labelled recommendation, and hold its actions or its facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalise.blocks import open_facts
from normalise.cells import RawRow, raw_rows
from normalise.columns import Column, Label, Role, read_label
from normalise.elements import Entry, RecordTable
from normalise.logical_rows import LogicalRow, RowKind
from normalise.records import RecordFragments, continues_records, open_records
from parsers.model import Block, Table, Text
from parsers.model.words import EMPTY

# What comes first of an action: its number, then what is done; who and when belong to it.
_FIRST = (Role.ACTION_REF, Role.ACTION)


@dataclass(frozen=True, slots=True)
class Under:
    """What stands in the tables under a recommendation.

    Attributes:
        entries: each cell with its label, an action's number and text first.
        numbers: the printed tables, from 1.
        repeated: headers printed again and words printed twice; furniture.
    """

    entries: tuple[Entry, ...]
    numbers: tuple[int, ...]
    repeated: tuple[Text, ...] = ()


def read_under(blocks: Sequence[Block], at: int) -> tuple[Under, int] | None:
    """Read the table at `at` and those that go on with it.

    Returns:
        What they hold and the place behind them; None where there are
        recommendations of their own.
    """
    first = blocks[at]
    if not isinstance(first, Table):
        return None
    rows = raw_rows(first, page_head=False)
    facts = open_facts(rows)
    if facts:
        return Under(tuple(facts.entries), tuple(facts.numbers)), at + 1
    records = open_records(rows, under=True)
    if records is None:
        return None
    end = at + 1
    while end < len(blocks) and (more := _fragment(blocks[end], records)):
        records.add(more, page_head=True)
        end += 1
    under = actions_under(records.table(frozenset(), frozenset()))
    return (under, end) if under else None


def _fragment(block: Block, records: RecordFragments) -> Sequence[RawRow]:
    """Return the rows of a table that goes on with the one above it, none where it does not."""
    rows = raw_rows(block, page_head=True) if isinstance(block, Table) else ()
    return rows if rows and continues_records(records, rows) else ()


def actions_under(table: RecordTable, labels: Sequence[Text] = ()) -> Under | None:
    """Return the rows of a table of actions as entries; None where it is more than that.

    `labels` are the words of the header where the table has taken it from another.
    """
    roles = {column.role for column in table.columns}
    printed = [_label(labels or table.labels, column) for column in table.columns]
    bands = any(row.kind is RowKind.BAND for row in table.rows)
    if Role.ACTION not in roles or Role.RECOMMENDATION in roles or bands or not all(printed):
        return None
    blank = [label for at, label in enumerate(printed) if not any(row.cells[at] for row in table.rows)]
    titles = [Entry(title, EMPTY, read_label("")) for title in (*table.titles, *blank)]
    rows = [entry for row in table.rows for entry in _row_entries(row, table.columns, printed)]
    reprinted = [text for row in table.rows for text in row.reprinted]
    unused = [label for at, label in enumerate(printed) if not any(row.cells[at] for row in table.rows)]
    return Under((*titles, *rows), table.numbers, (*table.repeated, *reprinted, *unused))


def _label(labels: Sequence[Text], column: Column) -> Text:
    return next((text for text in labels if str(text) == column.label), EMPTY)


def _row_entries(row: LogicalRow, columns: Sequence[Column], labels: Sequence[Text]) -> list[Entry]:
    """Return the cells of a row as entries, an action's number and text first."""
    entries = []
    for column, label, cell in zip(columns, labels, row.cells, strict=True):
        role = Role.ACTION_REF if column.role is Role.REF else column.role
        reading = Label(role, column.second, column.period, column.period_label)
        if cell:
            entries.append(Entry(label, cell, reading))
    entries.sort(key=lambda entry: _FIRST.index(entry.reading.role) if entry.reading.role in _FIRST else 2)
    if entries and row.why:
        parts = tuple(next(cell for cell in part.cells if cell) for part in row.parts[1:])
        entries[0] = replace(entries[0], continued=parts)
    return entries
