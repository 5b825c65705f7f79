"""A row of a table of records while it is read: its cells by what their columns hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.drafts import RecommendationDraft
from extract.values import Reader
from normalise.columns import Column, Role
from normalise.elements import RecordTable
from normalise.logical_rows import LogicalRow
from parsers.model import Text
from parsers.model.words import join


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row, the recommendation that it fills, and what stands over it.

    Attributes:
        table: the table of the row.
        printed: the row as it stands in the table, or one of the lists stacked in it.
        draft: the recommendation that takes its facts.
        reader: reads the values of the paper.
        headings: the band over the row and the heading over the table, the nearest first.
        met: day of the meeting that the row is of, where the band or the table says so.
    """

    table: RecordTable
    printed: LogicalRow
    draft: RecommendationDraft
    reader: Reader
    headings: tuple[str, ...] = ()
    met: date | None = None

    def cells(self, *roles: Role) -> Iterator[tuple[int, Column, Text]]:
        """Yield the filled cells of columns of the roles, each with its column and its place."""
        cells = self.printed.cells
        for at, column in enumerate(self.table.columns):
            if column.role in roles and cells[at]:
                yield at, column, cells[at]

    def text(self, *roles: Role) -> Text:
        """Return the filled cells of the roles as one text, a line each."""
        return join((cell for _, _, cell in self.cells(*roles)), "\n")

    def place(self, *roles: Role) -> str | None:
        """Place the cells of the roles in the record; return their words, None where they are blank."""
        return self.reader.ledger.place(self.text(*roles)) or None
