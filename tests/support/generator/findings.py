"""The findings that a record calls for by docs/findings.md; it must not have any others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tests.support.generator.said import Truth

Found = tuple[str, str | None]  # code, and reference of the recommendation

# What a join or a form of a page makes true, and no paper by itself.
FREE = frozenset(
    {
        "row-continued",
        "merged-cell",
        "carried-columns",
        "empty-column",
        "text-repaired",
        "shade-read",
        "welsh-text",
    }
)
_OF_PAPER = frozenset({"ref-gap", "duplicate-ref", "row-set-aside", "unmapped-column", "missing-cells"})


def expected(truth: Truth, drawn: Iterable[Found]) -> set[Found]:
    """Return the findings on a record: those that it shows itself, and those drawn with the paper."""
    records: Sequence[Any] = truth["recommendations"]
    found = {folded(code, ref) for code, ref in drawn}
    for record in records:
        for act in record.get("actions", ()):
            found |= {("missing-due", record["ref"])} if act["due"] == [] else set()
            found |= {("missing-officer", record["ref"])} if act["officers"] == [] else set()
    counts = Counter(record["ref"] for record in records if record["ref"])
    if any(times > 1 for times in counts.values()):
        found.add(("duplicate-ref", None))
    return found


def open_of(truth: Truth) -> set[str | None]:
    """Return the references of which it is open whether their rows have an action at all."""
    return {record["ref"] for record in truth["recommendations"] if "actions" not in record}


def folded(code: str, ref: str | None) -> Found:
    """Return a finding as it is compared: one on the paper without a reference."""
    return (code, None if code in _OF_PAPER else ref)
