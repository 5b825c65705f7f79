"""Canonical records and other documents as JSON: UTF-8, two blanks of indent, keys in their own order."""

from __future__ import annotations

import json
from typing import Any

from extract.schema import Paper


def record_bytes(paper: Paper) -> bytes:
    """Serialise a record with its keys in schema order."""
    return document_bytes(paper.model_dump(mode="json"))


def document_bytes(document: Any) -> bytes:
    """Serialise any document of the run in the same form."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
