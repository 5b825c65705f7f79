"""Findings: what a reader should know of a paper, each code with its severity."""

from __future__ import annotations

from extract.ledger import location
from extract.schema import Finding, Location, Severity
from parsers.model import Place, Text

# Each code has one severity, but `row-continued`, which is a warning where another
# reading stays open (contract, Rows).  `docs/findings.md` explains them.
SEVERITIES: dict[str, Severity] = {
    "row-continued": "info",
    "merged-cell": "info",
    "paired-by-position": "info",
    "text-repaired": "info",
    "initials-resolved": "info",
    "ref-gap": "info",
    "comment": "info",
    "compound-status": "info",
    "name-variant": "info",
    "carried-columns": "info",
    "empty-column": "info",
    "shade-read": "info",
    "shade-mismatch": "warning",
    "missing-officer": "warning",
    "missing-due": "warning",
    "date-conflict": "warning",
    "past-due-when-agreed": "warning",
    "due-before-start": "warning",
    "unlikely-year": "warning",
    "grade-mismatch": "warning",
    "unparsed-date": "warning",
    "unparsed-officer": "warning",
    "initials-ambiguous": "warning",
    "unmapped-column": "warning",
    "unknown-columns": "warning",
    "inferred-columns": "warning",
    "missing-cells": "warning",
    "unpaired-lists": "warning",
    "duplicate-ref": "warning",
    "unplaced-text": "warning",
    "no-table": "warning",
    "tracked-change": "warning",
    "struck-text": "warning",
    "hidden-text": "warning",
    "unread-content": "warning",
    "scanned-page": "warning",
    "truncated-input": "warning",
    "doubtful-words": "warning",
    "inferred-table": "warning",
    "welsh-text": "warning",
    "row-set-aside": "info",
    "unreadable-layout": "error",
    "copy-of": "info",
    "possible-link": "warning",
    "possible-review": "warning",
}


def finding(
    code: str, message: str, *, ref: str | None = None, field: str | None = None, at: Location | None = None
) -> Finding:
    """Make a finding on a paper of what only several papers together show."""
    return Finding(
        code=code,
        severity=SEVERITIES[code],
        message=" ".join(message.split()),
        recommendation_ref=ref,
        field=field,
        location=at,
    )


class Findings:
    """Collects the findings of one paper in the order in which they arise."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[Finding, None] = {}

    def add(
        self,
        code: str,
        message: str,
        *,
        ref: str | None = None,
        field: str | None = None,
        at: Text | None = None,
        place: Place | None = None,
        severity: Severity | None = None,
    ) -> None:
        """Add a finding once; the same words at the same place are no second one.

        It stands where the text `at` does, or at `place` where it has no words.
        `severity` is given only for `row-continued` where another reading stays open.
        """
        place = at.place if at else place
        finding = Finding(
            code=code,
            severity=severity or SEVERITIES[code],
            message=" ".join(message.split()),
            recommendation_ref=ref,
            field=field,
            location=location(place) if place else None,
        )
        self._found.setdefault(finding)

    def all(self) -> list[Finding]:
        """Return the findings."""
        return list(self._found)
