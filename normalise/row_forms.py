"""Forms that printed rows take: numbered bands, and rows that say the recommendation above again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalise.cells import RawRow
from normalise.columns import TEXT_ROLES, Column, Role, columns_with
from normalise.logical_rows import LogicalRow, RowKind
from normalise.text import fold, is_finished
from parsers.model.words import EMPTY, join

# A line of more words than this is a sentence and no band, unless one cell spans the row.
MAX_BAND_WORDS = 14
# Words of a recommendation that two rows print alike: shorter ones may be two of one name.
MIN_REPEATED = 3
# "1.0" over the actions 1.1 and 1.2.
_BAND_NUMBER = re.compile(r"\d{1,2}\.0\.?")


def numbered_band(row: RawRow, columns: Sequence[Column]) -> RawRow:
    """Put "1.0" and its heading into one cell, where nothing else stands in the row."""
    filled = row.filled()
    if len(filled) != 2 or columns[filled[0]].role is not Role.REF:
        return row
    number, heading = (row.cells[at] for at in filled)
    named = columns[filled[1]].role in TEXT_ROLES and not is_finished(str(heading))
    if not named or not _BAND_NUMBER.fullmatch(str(number)) or len(heading.words) > MAX_BAND_WORDS:
        return row
    cells = [EMPTY] * len(row.cells)
    cells[filled[0]] = join((number, heading), " ")
    return replace(row, cells=tuple(cells))


def further_action(row: RawRow, above: Sequence[LogicalRow], columns: Sequence[Column]) -> LogicalRow | None:
    """Read a row that says the recommendation above again as a further action of it; None where it is none.

    So a form prints a cell that spans rows: reference and text are the same, the action is another.
    """
    repeated = _repeated(row, above, columns)
    if not repeated:
        return None
    cells = [EMPTY if at in repeated else cell for at, cell in enumerate(row.cells)]
    again = tuple(row.cells[at] for at in repeated if row.cells[at] and at not in row.spanned)
    return LogicalRow(RowKind.ACTION, tuple(cells), (row,), reprinted=again, shades=row.shades)


def _repeated(row: RawRow, above: Sequence[LogicalRow], columns: Sequence[Column]) -> list[int]:
    """Return the columns of reference and recommendation, where a row prints in them what is above."""
    record = next((one for one in reversed(above) if one.kind is not RowKind.ACTION), None)
    recommended, acts = columns_with(columns, Role.RECOMMENDATION), columns_with(columns, Role.ACTION)
    if record is None or record.kind is RowKind.BAND or not recommended or not acts:
        return []
    action = fold(str(row.cells[acts[0]]))
    if len(row.cells[recommended[0]].words) < MIN_REPEATED or not action:
        return []
    keys = columns_with(columns, Role.REF, Role.RECOMMENDATION)
    same = all(fold(str(row.cells[at])) == fold(str(record.cells[at])) for at in keys)
    return keys if same and action != fold(str(above[-1].cells[acts[0]])) else []
