"""Tables that mix blocks and rows: "Recommendation 1 | …" over a header and its rows of actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from normalise.blocks import entry_of, recommendation_first
from normalise.cells import RawRow
from normalise.columns import Role, is_exact_label, read_label
from normalise.elements import BlockTable, Entry
from normalise.headers import is_header
from normalise.records import RecordFragments, inherit_records, open_records
from normalise.settle_blocks import settled
from normalise.under_labels import actions_under
from normalise.values.references import named_reference
from parsers.model import Text
from parsers.model.words import EMPTY

_OPENS = frozenset({Role.RECOMMENDATION, Role.REF})


@dataclass(slots=True)
class MixedFragments:
    """The printed fragments of a table of blocks and rows, as they are gathered."""

    raw_width: int
    rows: list[RawRow] = field(default_factory=list)

    def add(self, rows: Sequence[RawRow], *, page_head: bool) -> None:
        """Add the rows of a fragment."""
        first, *rest = rows
        self.rows += [replace(first, page_head=first.page_head or page_head), *rest]

    def table(self) -> BlockTable:
        """Return labels and values, those of each row of actions among them."""
        entries: list[Entry] = []
        repeated: list[Text] = []
        header: RecordFragments | None = None
        for rows in _parts(self.rows):
            side, part = _beside(rows)
            entries += [Entry(label, EMPTY, read_label("")) for label in side]
            records = None if is_label_row(part[0]) else open_records(part)
            if records is None and header and not is_label_row(part[0]):
                records = inherit_records(header, part)
            under = None
            if records:
                header = header or records
                labels = records.labels or header.labels
                under = actions_under(records.table(frozenset(), frozenset()), labels)
            entries += under.entries if under else map(entry_of, part)
            repeated += under.repeated if under else ()
        numbers = tuple(dict.fromkeys(row.table for row in self.rows))
        return BlockTable(settled(recommendation_first(entries)), tuple(repeated), numbers)


def open_mixed(rows: Sequence[RawRow]) -> MixedFragments | None:
    """Gather rows of a labelled recommendation over a header of actions; None where they are none."""
    opens = next((at for at, row in enumerate(rows) if _opens(row)), None)
    if opens is None or not is_label_row(rows[0]):
        return None
    tables = [_beside(part)[1] for part in _parts(rows[opens:]) if not is_label_row(part[0])]
    if not any(map(_heads_actions, tables)):
        return None
    fragments = MixedFragments(len(rows[0].cells))
    fragments.add(rows, page_head=False)
    return fragments


def _opens(row: RawRow) -> bool:
    return is_label_row(row) and read_label(str(row.cells[0])).role in _OPENS


def continues_mixed(table: MixedFragments, rows: Sequence[RawRow]) -> bool:
    """Tell whether rows go on with a table of blocks and rows: as wide, and no table of its own."""
    return len(rows[0].cells) == table.raw_width and (is_label_row(rows[0]) or open_records(rows) is None)


def _heads_actions(part: Sequence[RawRow]) -> bool:
    """Tell whether a header and its rows hold actions of the recommendation above them."""
    records = open_records(part)
    return records is not None and actions_under(records.table(frozenset(), frozenset())) is not None


def _beside(part: Sequence[RawRow]) -> tuple[list[Text], Sequence[RawRow]]:
    """Part a label that spans all rows of a table, header included, from these: "Actions" beside them."""
    first, *others = part
    if not others or not first.cells[0] or not all(0 in row.spanned for row in others):
        return [], part
    return [first.cells[0]], [
        replace(row, cells=(EMPTY, *row.cells[1:]), spanned=row.spanned - {0}) for row in part
    ]


def is_label_row(row: RawRow) -> bool:
    """Tell whether a row is a known label and its value, and no header."""
    filled = row.filled()
    if not filled or filled[0] != 0 or len(filled) > 2 or is_header(row.cells):
        return False
    label = str(row.cells[0]).strip()
    named, reading = named_reference(label), read_label(label)
    dated = reading.known and reading.period is not None
    return is_exact_label(label) or dated or (named is not None and named.end == len(label))


def _parts(rows: Sequence[RawRow]) -> list[list[RawRow]]:
    """Part rows into runs of labelled ones and runs of a header with its rows."""
    return [list(run) for _, run in groupby(rows, is_label_row)]
