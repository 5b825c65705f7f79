"""How a CSV table is described: once, for the rows written and for the schema published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar, get_args

Cell = str | int | float | bool | date | None
FieldType = Literal["string", "integer", "number", "boolean", "date", "array"]
Hide = Callable[[str], str]
Source = TypeVar("Source")
Row = TypeVar("Row")

_KEY_ENDINGS = ("_id", "_key", "_sha256")
_VERBATIM = frozenset({"actions", "papers", "later_papers", "provenance", "source_name"})
LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what it holds, in words and as a Table Schema field, and how a row gives it."""

    name: str
    description: str
    value: Callable[[Row], Cell]
    type: FieldType = "string"
    enum: tuple[str, ...] = ()
    required: bool = False

    @property
    def is_verbatim(self) -> bool:
        """Whether it holds identities, digests or places, in which nothing is ever hidden."""
        return self.name in _VERBATIM or self.name.endswith(_KEY_ENDINGS)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values stand together in the columns of the same names in another table."""

    fields: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table(Generic[Source, Row]):
    """One CSV file: its columns in order and the rows that a source gives: a paper, or a run as a whole."""

    name: str
    title: str
    description: str
    rows: Callable[[Source], Iterable[Row]]
    columns: tuple[Column[Row], ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of the file in the output directory."""
        return f"{self.name}.csv"

    @property
    def header(self) -> list[str]:
        """The names of the columns in order."""
        return [column.name for column in self.columns]

    def cells(self, row: Row, hide: Hide | None = None) -> list[Cell]:
        """Give a row as cells in column order; `hide` takes out of texts what is not to be shown."""
        cells = [column.value(row) for column in self.columns]
        if hide is None:
            return cells
        return [
            hide(cell) if isinstance(cell, str) and not column.is_verbatim else cell
            for cell, column in zip(cells, self.columns, strict=True)
        ]


def names(literal: Any) -> tuple[str, ...]:
    """List the values of a `Literal` of the schema, for an enumeration."""
    return get_args(literal)


def list_cell(elements: Iterable[str | None]) -> str:
    """Join a list into one cell; null is an empty element, so that parallel lists stay aligned.

    >>> list_cell(["Head of Housing; Repairs", None, "Ward Team"])
    'Head of Housing, Repairs; ; Ward Team'
    """
    return LIST_SEPARATOR.join((element or "").replace(LIST_SEPARATOR, ", ") for element in elements)
