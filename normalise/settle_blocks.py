"""What the labels of vertical blocks mean, once all the values under each of them are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise.columns import Column, Role
from normalise.elements import Entry
from normalise.settle import settle_labels
from normalise.text import fold_label
from normalise.values.date_words import NOTHING

# A label that numbers what it heads, or dates it, is told by that and not by its values.
_SETTLED = frozenset({Role.ACTION, Role.OFFICER, Role.DUE, Role.MEASURE})


def settled(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries, each label read by what stands under it throughout the paper."""
    found: dict[str, list[str]] = {}
    columns: dict[str, Column] = {}
    for entry in entries:
        if entry.label and entry.reading.role in _SETTLED and not entry.reading.period:
            label = fold_label(str(entry.label))
            columns.setdefault(label, Column(str(entry.label), entry.reading.role, entry.reading.second))
            if fold_label(str(entry.value)) not in NOTHING:
                found.setdefault(label, []).append(str(entry.value))
    values = [found.get(label, []) for label in columns]
    roles = dict(zip(columns, settle_labels(list(columns.values()), values), strict=True))
    return tuple(_settled(entry, roles) for entry in entries)


def _settled(entry: Entry, columns: dict[str, Column]) -> Entry:
    column = columns.get(fold_label(str(entry.label))) if entry.label else None
    if column is None or entry.reading.period or column.role is entry.reading.role:
        return entry
    return replace(entry, reading=replace(entry.reading, role=column.role, second=column.second))
