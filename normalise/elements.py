"""What a paper is made of once its printed tables are logical ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from normalise.columns import Column, Label
from normalise.logical_rows import LogicalRow
from normalise.values.scales import Scale
from parsers.model import Heading, Item, Paragraph, Text


class Basis(StrEnum):
    """What the columns of a record table were named by: its header, that of another table, or values."""

    HEADER = "header"
    OTHER_TABLE = "other table"
    VALUES = "values"


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table of records, its printed fragments joined.

    Attributes:
        columns: what each column holds.
        labels: the words of its header.
        rows: after split rows are rejoined.
        repeated: headers and titles printed again; furniture.
        numbers: the printed tables it was made of, from 1.
        titles: rows over the header, each one cell.
        basis: what its columns were named by.
        bare: the first cell of each further part that prints no header.
        missing: columns whose cells the stored copy lost.
        aside: cells of rows that hold no record: template words, instructions, totals.
        preamble: labels and values that stand over it and say where its rows come from.
        met: day of the meeting that it is of, where what stands over it says so.
    """

    columns: tuple[Column, ...]
    labels: tuple[Text, ...]
    rows: tuple[LogicalRow, ...]
    repeated: tuple[Text, ...] = ()
    numbers: tuple[int, ...] = ()
    titles: tuple[Text, ...] = ()
    basis: Basis = Basis.HEADER
    bare: tuple[Text, ...] = ()
    missing: tuple[int, ...] = ()
    aside: tuple[tuple[Text, ...], ...] = ()
    preamble: tuple[Entry, ...] = ()
    met: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value in a vertical block or on a cover; either may be blank.

    `continued` holds the parts of the value that stood in rows with a blank label.
    """

    label: Text
    value: Text
    reading: Label
    page_head: bool = False
    continued: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockTable:
    """Vertical blocks: a label and a value a row, over one page or several."""

    entries: tuple[Entry, ...]
    repeated: tuple[Text, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PairTable:
    """Label and value pairs of a cover or head table; a lone cell is a heading."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line that is ticked or not; `mark` is the printed sign."""

    text: Text
    mark: Text
    selected: bool


@dataclass(frozen=True, slots=True)
class PriorityTable:
    """Ticked priorities of a cover with the label they stand under."""

    label: Text
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The paper's own grading scale and all the words it is printed in.

    `shaded` says that its grades are the shades of blank cells.
    """

    scale: Scale
    texts: tuple[Text, ...]
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table that holds no records: its rows of texts."""

    rows: tuple[tuple[Text, ...], ...]


Element = (
    Heading | Paragraph | Item | RecordTable | BlockTable | PairTable | PriorityTable | Legend | OtherTable
)
