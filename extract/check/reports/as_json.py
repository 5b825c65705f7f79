"""The result of a check as JSON, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from extract.check.result import CheckResult
from extract.check.score import PaperCheck, Tally


def result_json(result: CheckResult) -> dict[str, Any]:
    """Describe a check: figures, fields, what is under its floor, each fault of each paper."""
    right, rows = result.rows
    return {
        "passed": result.passed,
        "rows": {"right": right, "all": rows, "exact": result.figures.row_exact},
        "words": {**asdict(result.words), "unplaced": result.words.unplaced},
        "total": _tally(result.total),
        "fields": {name: _tally(held) for name, held in result.fields.items()},
        "below": [{"figure": name, "floor": floor, "found": found} for name, floor, found in result.below],
        "papers": [_paper(check) for check in result.checks],
    }


def _tally(held: Tally) -> dict[str, Any]:
    shares = {"precision": held.precision, "recall": held.recall, "f1": held.f1}
    return {**asdict(held), **{name: round(share, 4) for name, share in shares.items()}}


def _paper(check: PaperCheck) -> dict[str, Any]:
    return {
        "name": check.name,
        "error": check.error,
        "words": {**asdict(check.words), "unplaced": check.words.unplaced},
        "faults": [
            {
                "verdict": one.verdict,
                "place": one.place,
                "expected": one.expected,
                "found": one.found,
                "location": place.model_dump(mode="json") if place else None,
            }
            for one, place in check.faults
        ],
    }
