"""Headers of tables: which rows they are, and the label of each column, spanners joined to their parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from normalise.cells import RawRow
from normalise.columns import (
    DATE_ROLES,
    MAX_LABEL_WORDS,
    Column,
    Label,
    Role,
    family,
    is_exact_label,
    read_label,
    strip_marks,
)
from normalise.set_aside import is_placeholder
from normalise.text import fold
from normalise.values.references import is_reference, named_reference
from parsers.model import Text
from parsers.model.words import EMPTY, join

# A header stands in the first rows; above it only titles that span the table.
HEADER_ROWS = 3
LONGEST_ABBREVIATION = 5
# A second row of labels is one when more of it than this is known; below a spanner half is enough.
MOSTLY_KNOWN = 0.6
HALF_KNOWN = 0.5
DAY = "YYYY-MM-DD"
# Parts of a year that head the columns of a plan for one year.
_PERIOD_NAME = re.compile(
    r"(?:q|qtr|quarter) ?[1-4]|year ?[1-9]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table.

    Attributes:
        columns: by their labels alone.
        start: the first row of the header; above it stand titles.
        end: the row behind it.
    """

    columns: tuple[Column, ...]
    start: int
    end: int


def header_score(cells: Sequence[Text]) -> float:
    """Return the share of filled cells that are known labels or periods; 0 where one is a sentence.

    A single day is a value, as in the pairs of a cover; a month or quarter heads what was done in it.
    """
    return _score(cells, lambda label: label.known or _is_span(label.period))


def _is_span(period: str | None) -> bool:
    """Tell whether a period is longer than a day: a month, a year, or from one month to another."""
    return period is not None and all(len(end) < len(DAY) for end in period.split("/"))


def _score(cells: Sequence[Text], is_told: Callable[[Label], bool]) -> float:
    filled = [str(cell) for cell in cells if cell]
    if not filled or not all(map(may_be_label, filled)):
        return 0.0
    told = [is_told(read_label(cell)) or bool(_PERIOD_NAME.fullmatch(fold(cell))) for cell in filled]
    return sum(told) / len(told)


def may_be_label(cell: str) -> bool:
    """Tell whether a cell is as short as a label and no sentence."""
    return len(strip_marks(cell).split()) <= MAX_LABEL_WORDS and not _ends_sentence(cell)


def _ends_sentence(cell: str) -> bool:
    """Tell whether a full stop ends more than an abbreviation such as "Resp."."""
    return cell.rstrip().endswith(".") and len(cell.split()[-1]) > LONGEST_ABBREVIATION


def is_header(cells: Sequence[Text]) -> bool:
    """Tell whether a row is a header: two or more labels, half of them known, and no number first.

    "[Officer name]" is to be filled in, and no label.
    """
    first = strip_marks(next((str(cell) for cell in cells if cell), ""))
    if is_reference(first) and any(map(str.isdecimal, first)):
        return False
    if any(is_placeholder(str(cell)) for cell in cells if cell):
        return False
    known = {fold(str(cell)) for cell in cells if cell and read_label(str(cell)).known}
    return len(known) >= 2 and header_score(cells) >= 0.5 and not _are_pairs(cells)


def _are_pairs(cells: Sequence[Text]) -> bool:
    """Tell whether a row holds labels and their values: "Committee: | Audit | Date: | 3 May"."""
    colons = [str(cell).rstrip().endswith(":") for cell in cells if cell]
    return len(colons) % 2 == 0 and all(colons[::2]) and not any(colons[1::2])


def read_columns(labels: Sequence[Text]) -> tuple[Column, ...]:
    """Name the columns by their labels alone."""
    return tuple(_column(label, read_label(str(label))) for label in labels)


def _column(text: Text, label: Label) -> Column:
    return Column(str(text), label.role, label.second, label.period, label.period_label)


def find_header(rows: Sequence[RawRow]) -> Header | None:
    """Find the header among the first rows: of one row, or of spanners over their parts."""
    for at, row in enumerate(rows[:HEADER_ROWS]):
        if not row.filled():
            continue
        stack = _stack(rows[at : at + HEADER_ROWS])
        columns = _stacked(stack)
        if is_header(row.cells) or (len(stack) > 1 and _names_columns(columns)):
            return Header(columns, at, at + len(stack))
        if len(row.filled()) > 1:
            return None
    return None


def _names_columns(columns: Sequence[Column]) -> bool:
    """Tell whether joined labels are a header: half of them say what their column holds."""
    labelled = [column for column in columns if column.label]
    known = [column for column in labelled if column.role is not Role.EXTRA or column.period]
    return len({column.role for column in known}) >= 2 and 2 * len(known) >= len(labelled)


def _stack(rows: Sequence[RawRow]) -> list[RawRow]:
    """Gather a row of labels and the rows of their parts below it."""
    stack = [rows[0]]
    for below in rows[1:] if len(rows[0].filled()) > 1 and not _is_recommendation(rows[0]) else ():
        parted = _is_parted(stack[-1], below)
        if not (parted or is_header(below.cells)) or not _is_second_row(below, parted=parted):
            break
        stack.append(below)
    return stack


def _is_recommendation(row: RawRow) -> bool:
    """Tell whether a row is a numbered recommendation and its text, and no labels over others."""
    first, *others = (str(row.cells[at]).strip() for at in row.filled())
    ends = [found.end if (found := named_reference(text)) else None for text in (first, *others)]
    return len(ends) == 2 and ends[0] == len(first) and ends[1] is None


def _is_second_row(row: RawRow, *, parted: bool) -> bool:
    own = [cell for at, cell in enumerate(row.cells) if cell and at not in row.spanned]
    if _are_pairs(row.cells):
        return False
    told = _score(own, lambda label: label.known or label.period is not None)
    return (told > MOSTLY_KNOWN or (parted and told >= HALF_KNOWN)) and not _is_numbered(row)


def _is_numbered(row: RawRow) -> bool:
    """Tell whether a row opens with a number as a row of values does; a date heads a column."""
    first = next((str(cell) for at, cell in enumerate(row.cells) if cell and at not in row.spanned), "")
    return is_reference(first) and any(map(str.isdecimal, first)) and read_label(first).period is None


def _is_parted(above: RawRow, below: RawRow) -> bool:
    """Tell whether a label above spans two labels or more below.

    That is what tells a spanner from the first row of a table: cells that are blank
    above are filled below, beside one that is filled in both.
    """
    width = max(len(above.cells), len(below.cells))
    upper, lower = above.padded(width), below.padded(width)
    return any(
        upper.cells[at] and not upper.cells[at + 1] and lower.cells[at] and lower.cells[at + 1]
        for at in range(width - 1)
        if at not in lower.spanned and at + 1 not in lower.spanned
    )


def _stacked(stack: Sequence[RawRow]) -> tuple[Column, ...]:
    """Join the labels that stand over each column."""
    width = max(len(row.cells) for row in stack)
    rows = [row.padded(width) for row in stack]
    spread = [_spread(row, rows[at + 1] if at + 1 < len(rows) else None) for at, row in enumerate(rows)]
    columns = []
    for column in range(width):
        parts = [
            spread[at][column]
            for at, row in enumerate(rows)
            if spread[at][column] and column not in row.spanned
        ]
        columns.append(_joined(parts))
    return tuple(columns)


def _spread(row: RawRow, below: RawRow | None) -> list[Text]:
    """Give a spanner to each of its parts: blank cells to its right that are filled below."""
    cells: list[Text] = []
    for at, cell in enumerate(row.cells):
        open_left = bool(cells) and bool(cells[-1]) and below is not None
        parted = open_left and below is not None and bool(below.cells[at]) and bool(below.cells[at - 1])
        cells.append(cells[-1] if not cell and parted else cell)
    return cells


def _joined(parts: Sequence[Text]) -> Column:
    """Read the labels of one column: the lowest says what it holds, those above whose or when.

    "Original" over "Date" makes it an original date, as "Date" over "Original" does;
    "Delivery" over "Lead" changes nothing, nor "Implementation date" over "Revised".
    """
    if not parts:
        return _column(EMPTY, read_label(""))
    whole = join(parts, " ")
    joined, lowest = read_label(str(whole)), read_label(str(parts[-1]))
    turned = " ".join(map(str, reversed(parts)))
    if len(parts) > 1 and is_exact_label(turned):
        return _column(
            whole, replace(read_label(turned), period=joined.period, period_label=joined.period_label)
        )
    which = joined.role is Role.DUE and lowest.role in DATE_ROLES - {Role.DUE}
    if len(parts) == 1 or not lowest.known or (joined.role in family(lowest.role) and not which):
        return _column(whole, joined)
    dated = next((label for label in map(read_label, map(str, reversed(parts))) if label.period), lowest)
    return replace(_column(whole, lowest), period=dated.period, period_label=dated.period_label)
