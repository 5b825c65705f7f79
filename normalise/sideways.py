"""Tables that stand on their side: the labels in the first column, a recommendation in each other one."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.cells import RawRow
from normalise.columns import Role, is_exact_label, read_label
from normalise.elements import BlockTable, Entry
from normalise.headers import is_header
from normalise.settle_blocks import settled
from normalise.text import fold_label
from normalise.values.references import named_reference
from parsers.model import Text

# Two columns are vertical blocks; a third stands beside a recommendation.
MIN_COLUMNS = 3
MIN_FACTS = 3
# Labels not known among those that are: one in three.
KNOWN = 2 / 3
_SUBJECT = (Role.REF, Role.RECOMMENDATION, Role.ACTION)


def read_sideways(rows: Sequence[RawRow]) -> BlockTable | None:
    """Read a table whose first column holds the labels, column by column; None where it is none."""
    if len(rows) < MIN_FACTS or any(not row.cells[0] or row.whole for row in rows):
        return None
    width = max(map(len, (row.cells for row in rows)))
    labels = [row.cells[0] for row in rows]
    if width < MIN_COLUMNS or not _are_labels(labels) or _are_rows(rows):
        return None
    if all(_rank(read_label(str(label)).role) == len(_SUBJECT) for label in labels):
        return None
    ordered = sorted(rows, key=lambda row: _rank(read_label(str(row.cells[0])).role))
    entries = [
        Entry(row.cells[0], row.cells[at], read_label(str(row.cells[0])))
        for at in range(1, width)
        for row in ordered
        if at < len(row.cells) and row.cells[at]
    ]
    return BlockTable(settled(entries), numbers=tuple(dict.fromkeys(row.table for row in rows)))


def _rank(role: Role) -> int:
    """Return what comes first of a recommendation: its number, then its words."""
    return _SUBJECT.index(role) if role in _SUBJECT else len(_SUBJECT)


def _are_labels(labels: Sequence[Text]) -> bool:
    """Tell whether texts are labels of a plan: three facts at least, two in three of them known."""
    known = [label for label in labels if is_exact_label(str(label)) or named_reference(str(label))]
    roles = {read_label(str(label)).role for label in known}
    unlike = {fold_label(str(label)) for label in labels}
    return len(unlike) == len(labels) and len(known) >= KNOWN * len(labels) and len(roles) >= MIN_FACTS


def _are_rows(rows: Sequence[RawRow]) -> bool:
    """Tell whether rows, not columns, are the records: one value each, a header or lone label there."""
    beside = sum(len(row.filled()) >= MIN_COLUMNS for row in rows)
    return 2 * beside <= len(rows) or any(is_header(row.cells) or len(row.filled()) < 2 for row in rows)
