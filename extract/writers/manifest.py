"""`manifest.json`: what the run was asked and what came of each input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extract.options import Facts, OutputOptions
from extract.results import Extraction


def manifest(
    version: str,
    facts: Facts,
    options: OutputOptions,
    extractions: Iterable[Extraction],
    *,
    ocr: bool,
    officers: str | None,
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
            "ocr": ocr,
            "officers": officers,
        },
        "inputs": [_input(extraction) for extraction in extractions],
    }


def _input(extraction: Extraction) -> dict[str, Any]:
    """Describe one input."""
    return {
        "name": extraction.name,
        "sha256": extraction.sha256,
        "outcome": extraction.outcome,
        "papers": [paper.paper_id for paper in extraction.papers],
        "seconds": round(extraction.seconds, 3),
        "error": extraction.error,
    }
