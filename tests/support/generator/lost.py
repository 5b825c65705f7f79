"""Columns of short cells that a stored copy lost: which, and what is left of the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import NamedTuple

from tests.support.generator.said import Truth


class Column(NamedTuple):
    """A column whose cells are lost: its role, its place from 0, and whether it is the last one.

    What is missing at the end of rows looks like a blank column.
    """

    role: str
    at: int
    last: bool


def column(lot: Random, roles: Sequence[str]) -> Column | None:
    """Draw a column of short cells; none where the table has none that could go."""
    end = len(roles) - 1
    able = [Column(role, at, at == end) for at, role in enumerate(roles) if role in _FORGET]
    return (
        lot.choice(able) if able and "other" not in roles else None
    )  # what an unknown label heads, fits any


def without(role: str, truth: Truth) -> Truth:
    """Return a record as it is where the cells of a column are lost."""
    left = deepcopy(truth)
    for record in left["recommendations"]:
        _FORGET[role](record)
        if all(
            not act["text"] and not act["officers"] and not act["due"] and not act.get("status")
            for act in record.get("actions", ())
        ):
            record.pop("actions", None)  # whether such a row has an action at all is open
    return left


def _forget_ref(record: Truth) -> None:
    record["ref"] = None


def _forget_due(record: Truth) -> None:
    for act in record.get("actions", ()):
        act["due"] = []
        if "raw" not in (act.get("status") or {}):
            act.pop("status", None)


def _forget_status(record: Truth) -> None:
    for act in record.get("actions", ()):
        act["status"] = None


def _forget_rag(record: Truth) -> None:
    for act in record.get("actions", ()):
        act["rag"] = None
        act["status"] = None


_FORGET: dict[str, Callable[[Truth], None]] = {
    "ref": _forget_ref,
    "due": _forget_due,
    "status": _forget_status,
    "rag": _forget_rag,
}
