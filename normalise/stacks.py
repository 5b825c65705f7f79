"""Lists stacked in parallel cells of one row: n actions, n leads, n dates, paired by position."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum

from normalise.columns import Column, Role
from normalise.logical_rows import LogicalRow, RowKind
from normalise.values.dates import looks_like_date_cell
from normalise.values.officers import looks_like_officer_cell
from normalise.values.references import Part, parts
from parsers.model import Text
from parsers.model.words import EMPTY

_BULLETS = frozenset("•·▪◦●‣➢-–*")
_STACKED = (Role.ACTION, Role.OFFICER, Role.DUE)
# paired beside them where their entries are marked and as many
_BESIDE = (
    Role.SUPPORT,
    Role.STATUS,
    Role.RAG,
    Role.PROGRESS,
    Role.MEASURE,
    Role.OUTCOME,
    Role.RESOURCES,
    Role.PRIORITY,
    Role.COMMENTS,
)
_Lists = dict[int, tuple[Text, ...]]


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
    return _marked(text, parts(str(text))) or lines


def _run_on(text: Text) -> tuple[Text, ...]:
    """Return the entries of a list whose marks stand in the middle of one line, nothing before them."""
    return _marked(text, parts(str(text), run_on=True)) if len(text.lines()) == 1 else ()


def _marked(text: Text, marked: Sequence[Part]) -> tuple[Text, ...]:
    """Part a text at its marks; nothing of a text without."""
    if not marked:
        return ()
    starts = [0, *(part.end for part in marked[:-1])]
    return tuple(text.cut(start, part.end) for start, part in zip(starts, marked, strict=True))


def unstack(row: LogicalRow, columns: Sequence[Column]) -> tuple[Stack, tuple[LogicalRow, ...]]:
    """Part a row into one row an action where its lists agree (contract, Rows).

    Three lists are wanted, of actions, owners and dates, or two of marked entries, bullets
    too; a row of several paragraphs with one date is no stack.
    """
    lists = _lists(row, columns, _lines)
    roles = [columns[at].role for at in lists]
    if Role.ACTION not in roles or len(set(roles)) != len(roles):
        return Stack.NONE, (row,)
    if not _is_stack(lists, columns):
        lists = _lists(row, columns, _run_on) if _run_on(row.cells[_first(lists, columns)]) else {}
        if not _are_run_on(lists):
            return Stack.NONE, (row,)
    if len({len(lines) for lines in lists.values()}) > 1:
        return Stack.UNPAIRED, (row,)
    if _all_marked(lists):
        lists |= _beside(row, columns, len(next(iter(lists.values()))))
    count = len(next(iter(lists.values())))
    return Stack.PAIRED, tuple(_nth(row, lists, at) for at in range(count))


def _first(lists: _Lists, columns: Sequence[Column]) -> int:
    """Return the column of the actions."""
    return next(at for at in lists if columns[at].role is Role.ACTION)


def _lists(row: LogicalRow, columns: Sequence[Column], parted: Callable[[Text], tuple[Text, ...]]) -> _Lists:
    return {
        at: parted(row.cells[at])
        for at, column in enumerate(columns)
        if column.role in _STACKED and row.cells[at]
    }


def _beside(row: LogicalRow, columns: Sequence[Column], count: int) -> _Lists:
    """Return the marked lists of the other columns that have as many entries."""
    found = {
        at: _lines(row.cells[at]) if len(row.cells[at].lines()) > 1 else _run_on(row.cells[at])
        for at, column in enumerate(columns)
        if column.role in _BESIDE
    }
    return {at: lines for at, lines in found.items() if len(lines) == count and _all_marked({at: lines})}


def _are_run_on(lists: _Lists) -> bool:
    """Tell lists of one length, all of whose entries are marked."""
    counts = {len(lines) for lines in lists.values()}
    return len(lists) > 1 and len(counts) == 1 and counts != {0} and _all_marked(lists)


def _all_marked(lists: _Lists) -> bool:
    return all(_is_marked(line) for lines in lists.values() for line in lines)


def _is_stack(lists: _Lists, columns: Sequence[Column]) -> bool:
    if any(len(lines) < 2 for lines in lists.values()):
        return False
    if any(_is_wrapped(lines) for at, lines in lists.items() if columns[at].role is Role.ACTION):
        return False
    if _all_marked(lists):
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


def _nth(row: LogicalRow, lists: _Lists, at: int) -> LogicalRow:
    """Return the row of the n-th entries; the other cells stay with the first."""
    cells = [
        lists[column][at] if column in lists else (EMPTY if at else cell)
        for column, cell in enumerate(row.cells)
    ]
    if not at:
        return replace(row, cells=tuple(cells))
    return LogicalRow(RowKind.ACTION, tuple(cells), row.parts)
