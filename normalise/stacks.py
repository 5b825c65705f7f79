"""Lists stacked in parallel cells of one row: n actions, n leads, n dates, paired by position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from normalise.columns import Column, Role
from normalise.logical_rows import LogicalRow, RowKind
from normalise.values.dates import looks_like_date_cell
from normalise.values.officers import looks_like_officer_cell
from normalise.values.references import parts
from parsers.model import Text
from parsers.model.words import EMPTY

_BULLETS = frozenset("•·▪◦●‣➢-–*")
_STACKED = (Role.ACTION, Role.OFFICER, Role.DUE)


class Stack(Enum):
    """Whether the cells of a row hold parallel lists."""

    NONE = "none"
    PAIRED = "paired"
    UNPAIRED = "unpaired"


def _lines(text: Text) -> tuple[Text, ...]:
    """Return the entries of a list: its lines, or its numbered parts on one line."""
    lines = text.lines()
    if len(lines) > 1:
        return lines
    marked = parts(str(text))
    if not marked:
        return lines
    starts = [0, *(part.end for part in marked[:-1])]
    return tuple(text.cut(start, part.end) for start, part in zip(starts, marked, strict=True))


def unstack(row: LogicalRow, columns: Sequence[Column]) -> tuple[Stack, tuple[LogicalRow, ...]]:
    """Part a row into one row an action where its lists agree (contract, Rows).

    Three lists are wanted, of actions, owners and dates, or two of marked entries, bullets
    too; a row of several paragraphs with one date is no stack.
    """
    lists = {
        at: _lines(row.cells[at])
        for at, column in enumerate(columns)
        if column.role in _STACKED and row.cells[at]
    }
    roles = [columns[at].role for at in lists]
    if Role.ACTION not in roles or len(set(roles)) != len(roles) or not _is_stack(lists, columns):
        return Stack.NONE, (row,)
    if len({len(lines) for lines in lists.values()}) > 1:
        return Stack.UNPAIRED, (row,)
    count = len(next(iter(lists.values())))
    return Stack.PAIRED, tuple(_nth(row, lists, at) for at in range(count))


def _is_stack(lists: dict[int, tuple[Text, ...]], columns: Sequence[Column]) -> bool:
    if any(len(lines) < 2 for lines in lists.values()):
        return False
    if any(_is_wrapped(lines) for at, lines in lists.items() if columns[at].role is Role.ACTION):
        return False
    if all(_is_marked(line) for lines in lists.values() for line in lines):
        return True
    if len(lists) > 1 and all(_is_bulleted(line) for lines in lists.values() for line in lines):
        return True
    if len(lists) < 3:
        return False
    for at, lines in lists.items():
        if columns[at].role is Role.DUE and not all(looks_like_date_cell(_bare(line)) for line in lines):
            return False
        if columns[at].role is Role.OFFICER and not all(
            looks_like_officer_cell(_bare(line)) for line in lines
        ):
            return False
    return True


def _is_wrapped(lines: tuple[Text, ...]) -> bool:
    """Tell lines that a narrow column broke: the first begins with a capital, another in lower case."""
    heads = [str(line)[:1] for line in lines]
    return heads[0].isupper() and any(
        head.islower() and not _is_marked(line) for head, line in zip(heads, lines, strict=True)
    )


def _is_marked(line: Text) -> bool:
    first = str(line).split()[0]
    return first.rstrip(".):").isalnum() and first[-1] in ".):" and len(first) <= 4


def _is_bulleted(line: Text) -> bool:
    return len(line.words) > 1 and str(line).split()[0] in _BULLETS


def _bare(line: Text) -> str:
    return str(line).split(maxsplit=1)[1] if _is_marked(line) and len(line.words) > 1 else str(line)


def _nth(row: LogicalRow, lists: dict[int, tuple[Text, ...]], at: int) -> LogicalRow:
    """Return the row of the n-th entries; the other cells stay with the first."""
    cells = [
        lists[column][at] if column in lists else (EMPTY if at else cell)
        for column, cell in enumerate(row.cells)
    ]
    if not at:
        return replace(row, cells=tuple(cells))
    return LogicalRow(RowKind.ACTION, tuple(cells), row.parts)
