"""Blocks of labels and values that print two pairs a row: "Lead | Ann Lee | Target | May 2024"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.cells import RawRow
from normalise.columns import read_label

# A row of two pairs may be a row of anything; two of one table, with known labels, are no chance.
MIN_ROWS = 2
# The longest second label read is "Assessment of progress (March 2024)".
MAX_LABEL_WORDS = 6


def one_below_another(rows: Sequence[RawRow]) -> list[RawRow]:
    """Set pairs that stand side by side below each other; rows of any other table stay as they are."""
    wide = [row for row in rows if len(row.filled()) > 2]
    second = {row.filled()[2] for row in wide}
    if len(wide) < MIN_ROWS or len(second) != 1 or not all(map(_holds_pairs, wide)):
        return list(rows)
    at = second.pop()
    return [part for row in rows for part in (_parts(row, at) if row in wide else (row,))]


def _holds_pairs(row: RawRow) -> bool:
    """Tell whether the first and the third filled cell of a row are labels that a plan prints."""
    filled = row.filled()
    if len(filled) > 4 or filled[0]:
        return False
    labels = [str(row.cells[at]) for at in (filled[0], filled[2])]
    return all(len(label.split()) <= MAX_LABEL_WORDS and read_label(label).known for label in labels)


def _parts(row: RawRow, at: int) -> Iterator[RawRow]:
    yield _cut(row, 0, at)
    yield replace(_cut(row, at, len(row.cells)), page_head=False, cut=False)


def _cut(row: RawRow, start: int, end: int) -> RawRow:
    return replace(
        row,
        cells=row.cells[start:end],
        spanned=frozenset(column - start for column in row.spanned if start <= column < end),
        shades=row.shades[start:end],
    )
