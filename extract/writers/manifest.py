"""`manifest.json`: what the run was asked and what came of each input."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from extract.options import Facts, OutputOptions
from extract.results import Reading


def manifest(
    version: str,
    facts: Facts,
    options: OutputOptions,
    readings: Iterable[Reading],
    *,
    ocr: bool,
    officers: str | None,
    as_of: date | None,
) -> dict[str, Any]:
    """Describe a run without saying where or when it ran.

    `officers` is the digest of what the user decided on officers.
    """
    return {
        "version": version,
        "options": {
            **facts.model_dump(),
            "format": list(options.formats),
            "excel": options.excel,
            "contacts": options.contacts,
            "as_of": as_of.isoformat() if as_of else None,
            "ocr": ocr,
            "officers": officers,
        },
        "inputs": [_input(reading) for reading in readings],
    }


def _input(reading: Reading) -> dict[str, Any]:
    """Describe one input."""
    return {
        "name": reading.name,
        "sha256": reading.sha256,
        "outcome": reading.outcome,
        "papers": [paper.paper_id for paper in reading.papers],
        "seconds": round(reading.seconds, 3),
        "error": reading.error,
    }
