"""`schema.json`: the JSON Schema 2020-12 of the canonical record."""

from __future__ import annotations

from extract.schema import json_schema
from extract.writers.json_records import document_bytes

SCHEMA_FILE = "schema.json"


def schema_bytes() -> bytes:
    """Serialise the schema as the command prints it and the run writes it."""
    return document_bytes(json_schema())
