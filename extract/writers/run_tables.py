"""The CSV tables whose rows sum up all papers of a run, column by column."""

from __future__ import annotations

from typing import Any

from extract import schema
from extract.across.results import Across, ResolvedOfficer
from extract.writers.model import Column, Table, list_cell, names

_LIST = " A list, joined with '; '."

OFFICERS: Table[Across, ResolvedOfficer] = Table(
    name="officers",
    title="Officers",
    description=(
        "One row per person, post, team, body or councillor of a council, in all papers of the run. "
        "A post has a row of its own only where it stands without a name."
    ),
    rows=lambda across: across.officers,
    primary_key=("officer_id",),
    columns=(
        Column(
            "officer_id",
            "Council, kind and the first form printed; papers added later change none.",
            lambda r: r.officer_id,
            required=True,
        ),
        Column("kind", "Who it is.", lambda r: r.kind, enum=names(schema.OfficerKind), required=True),
        Column("name", "The fullest form of the name; empty for a post.", lambda r: r.name),
        Column(
            "aliases",
            "Every printed form of the name, the oldest first." + _LIST,
            lambda r: list_cell(r.aliases),
        ),
        Column("roles", "Every printed title, the oldest first." + _LIST, lambda r: list_cell(r.roles)),
        Column(
            "organisations", "Bodies other than the council." + _LIST, lambda r: list_cell(r.organisations)
        ),
        Column("actions", "Ids of the actions that name it." + _LIST, lambda r: list_cell(r.actions)),
        Column("papers", "Ids of the papers that name it." + _LIST, lambda r: list_cell(r.papers)),
    ),
)

RUN_TABLES: tuple[Table[Across, Any], ...] = (OFFICERS,)
