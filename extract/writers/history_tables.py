"""The CSV tables of the record over time: one for each ledger, with the columns of its rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from extract.history.model import (
    GapRow,
    History,
    LinkRow,
    Quote,
    RecommendationRow,
    RecycledRow,
    SilenceRow,
    SlippageRow,
    StatusRow,
    TargetRow,
)
from extract.schema import Record
from extract.writers.model import Cell, Column, FieldType, ForeignKey, Table, list_cell

Row = TypeVar("Row", bound=Record)

_TYPES: dict[Any, FieldType] = {int: "integer", float: "number", bool: "boolean", date: "date"}
_OF_RECOMMENDATION = ForeignKey(("recommendation_id",), "recommendations")
_OF_PAPER = ForeignKey(("paper_id",), "papers")


def _columns(row: type[Row]) -> tuple[Column[Row], ...]:
    """Describe the columns of a table by the fields of its rows."""
    return tuple(_column(name, field) for name, field in row.model_fields.items())


def _column(name: str, field: FieldInfo) -> Column[Any]:
    kinds = [kind for kind in _kinds(field.annotation) if kind is not NoneType]
    is_list = get_origin(kinds[0]) is list
    is_proof = is_list and get_args(kinds[0]) == (Quote,)
    words = field.description or ""

    def value(row: Any) -> Cell:
        held = getattr(row, name)
        if is_proof:
            return _quotes(held)
        return list_cell(held) if is_list else held

    return Column(
        name,
        f"{words} A list, joined with '; '." if is_list and not is_proof else words,
        value,
        "array" if is_proof else _TYPES.get(kinds[0], "string"),
        enum=get_args(kinds[0]) if get_origin(kinds[0]) is Literal else (),
        required=(NoneType not in _kinds(field.annotation) and kinds[0] is not str and not is_list)
        or name in {"recommendation_id", "paper_id"},
    )


def _kinds(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _quotes(quotes: Iterable[Quote]) -> str:
    return json.dumps(
        [quote.model_dump(mode="json", exclude_none=True) for quote in quotes], ensure_ascii=False
    )


def _ledger(
    name: str, title: str, description: str, row: type[Row], keys: tuple[ForeignKey, ...] = ()
) -> Table[History, Row]:
    return Table(
        name=name,
        title=title,
        description=description,
        rows=lambda history: getattr(history, name),
        columns=_columns(row),
        primary_key=("recommendation_id",) if name == "recommendations" else (),
        foreign_keys=keys if name == "recommendations" else (_OF_RECOMMENDATION, *keys),
    )


HISTORY_TABLES: tuple[Table[History, Any], ...] = (
    _ledger(
        "recommendations",
        "Recommendations over time",
        "One row per recommendation after those of all papers of a review were linked.",
        RecommendationRow,
    ),
    _ledger(
        "links",
        "Links",
        "One row per recommendation or action and paper that prints it, with what links the papers.",
        LinkRow,
        (_OF_PAPER,),
    ),
    _ledger(
        "slippage",
        "Slippage",
        "One row per action for which any paper gives a due date: original against current date.",
        SlippageRow,
    ),
    _ledger(
        "recycled",
        "Recycled updates",
        "One row per update that repeats the round before.",
        RecycledRow,
        (_OF_PAPER,),
    ),
    _ledger(
        "silence",
        "Silence",
        "One row per recommendation that no later paper of its review prints.",
        SilenceRow,
    ),
    _ledger(
        "targets",
        "Targets beside evidence",
        "One row per counted target and later sentence with numbers: side by side, not judged.",
        TargetRow,
    ),
    _ledger(
        "gaps",
        "Gaps",
        "One row per action without owner or date in any paper, or past when it was agreed.",
        GapRow,
        (_OF_PAPER,),
    ),
    _ledger(
        "statuses",
        "Statuses by round",
        "One row per round that says how things stand.",
        StatusRow,
        (_OF_PAPER,),
    ),
)
