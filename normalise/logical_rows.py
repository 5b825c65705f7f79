"""What rows of a table are once their parts are joined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from normalise.cells import RawRow
from normalise.shades import Shades
from parsers.model import Text


class RowKind(StrEnum):
    """What a logical row is."""

    RECORD = "record"
    ACTION = "action"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class LogicalRow:
    """A row after its parts are joined.

    Attributes:
        kind: a record of its own, a further action of the record above, or a section band.
        cells: whole text of each column.
        parts: the printed rows it was made of.
        open: whether another reading of a joined part stays open.
        merged: columns whose text a row above shares.
        reprinted: words that a page end printed twice; left out of the cells.
        repaired: words made whole at a break.
        why: for each part after the first, why it was joined, in words.
        shades: the colour of each cell's shade, nothing where the form has none.
    """

    kind: RowKind
    cells: tuple[Text, ...]
    parts: tuple[RawRow, ...]
    open: bool = False
    merged: frozenset[int] = frozenset()
    reprinted: tuple[Text, ...] = ()
    repaired: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    shades: Shades = ()
