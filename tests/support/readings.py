"""Readings as the engine makes them, of papers that a test made."""

from __future__ import annotations

from extract.results import Outcome, Reading, summary
from extract.schema import Paper
from extract.writers.json_records import record_bytes


def reading(
    name: str,
    *papers: Paper,
    sha256: str | None = None,
    outcome: Outcome = "extracted",
    error: str | None = None,
    seconds: float = 0.0,
) -> Reading:
    """Make what came of reading an input."""
    return Reading(
        name=name,
        sha256=sha256,
        outcome=outcome,
        papers=tuple(map(summary, papers)),
        records=tuple(map(record_bytes, papers)),
        error=error,
        code=error.partition(":")[0] if error else None,
        seconds=seconds,
    )
