"""Cells that only say "as above": they are shared with the row above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from normalise.columns import DATE_ROLES, OFFICER_ROLES, Column
from normalise.lexicon import load
from normalise.logical_rows import LogicalRow, RowKind
from normalise.text import fold_label
from parsers.model import Text

# Quotes printed one below the other stand for the words above.
_MARKS = frozenset("\"“”„〃'’‘")


@cache
def _words() -> frozenset[str]:
    return frozenset(map(fold_label, load("templates")["ditto"]["whole"]))


def is_ditto(text: str) -> bool:
    """Tell whether a cell says that the one above it holds here too."""
    string = text.strip()
    return bool(string) and (set(string) <= _MARKS or fold_label(string) in _words())


def with_dittos(
    rows: Iterable[LogicalRow], columns: Sequence[Column]
) -> Iterator[tuple[LogicalRow, tuple[Text, ...]]]:
    """Give owner and date cells that say "as above" the words above, as cells that rows share.

    Yields:
        Each row, and the cells of it that were replaced.
    """
    shared = [at for at, column in enumerate(columns) if column.role in DATE_ROLES | OFFICER_ROLES]
    above: dict[int, Text] = {}
    for row in rows:
        if row.kind is RowKind.BAND:
            yield row, ()
            continue
        found = [at for at in shared if at in above and is_ditto(str(row.cells[at]))]
        cells = [above[at] if at in found else cell for at, cell in enumerate(row.cells)]
        above |= {at: cells[at] for at in shared if cells[at]}
        printed = tuple(row.cells[at] for at in found)
        yield replace(row, cells=tuple(cells), merged=row.merged | set(found)), printed
