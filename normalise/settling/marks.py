"""Statuses, colours, priorities and outcomes under labels that mean several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise.columns import Column, Role, columns_with, with_role
from normalise.kinds import (
    MOST,
    Values,
    is_colour,
    is_date,
    is_level,
    is_narrative,
    is_told,
    share,
)
from normalise.text import fold_label, is_finished
from normalise.values.colours import read_rag
from normalise.values.references import is_reference
from normalise.values.statuses import is_only_status, is_status_cell, lead_status

# What is to come of an action seldom opens with "Complete" or "Not yet due": four in ten that do report.
SOME = 0.4


def category(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Category" over colours or "High" and "Low" as a priority (survey, City of London)."""
    for at in columns_with(columns, Role.THEME):
        if not columns_with(columns, Role.PRIORITY, Role.RAG) and share(values[at], is_level) >= MOST:
            columns[at] = with_role(columns[at], Role.PRIORITY)


def narrative_status(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Status" or "Completed" over sentences as progress, over colours as a colour."""
    for at in columns_with(columns, Role.STATUS, Role.RAG, Role.COMPLETED):
        column, cells = columns[at], values[at]
        if not cells:
            continue
        if column.role is Role.COMPLETED:
            told = is_narrative(cells) or share(cells, _is_report) >= MOST
            if share(cells, is_date) < 0.5 and told:
                columns[at] = with_role(column, Role.PROGRESS)
            elif share(cells, is_date) < 0.5 and share(cells, is_status_cell) >= MOST:
                columns[at] = with_role(column, Role.STATUS)
        elif (
            column.role is Role.STATUS and share(cells, lambda v: read_rag(v) and len(v.split()) < 4) >= MOST
        ):
            columns[at] = with_role(column, Role.RAG)
        elif (
            column.role is Role.STATUS
            and is_narrative(cells)
            and share(cells, lead_status) < MOST
            and column.second is None
            and not _opens_with_grade(cells)
        ):
            columns[at] = with_role(column, Role.PROGRESS)


def _is_report(value: str) -> bool:
    """Tell whether a value is a sentence and no status word with a full stop."""
    return is_finished(value) and not is_only_status(value)


def _opens_with_grade(cells: Values) -> bool:
    return share(cells, lambda value: is_reference(value.split()[0])) >= MOST


def rating(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Rating" over colours or status words as what they are, not as a priority."""
    for at in columns_with(columns, Role.PRIORITY):
        if share(values[at], lambda value: read_rag(value) and len(value.split()) < 3) >= MOST:
            if not columns_with(columns, Role.RAG) and "priority" not in fold_label(columns[at].label):
                columns[at] = with_role(columns[at], Role.RAG)
        elif share(values[at], is_status_cell) >= MOST and not columns_with(columns, Role.STATUS):
            columns[at] = with_role(columns[at], Role.STATUS)


def outcome(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Outcome" as a status, as what has come of the action, or as what is to come of it."""
    for at in columns_with(columns, Role.OUTCOME):
        reported = (
            columns[at].second is Role.PROGRESS
            or share(values[at], is_told) >= MOST
            or share(values[at], _leads_with_status) >= SOME
            or any(is_only_status(value) and _leads_with_status(value) for value in values[at])
        )
        if share(values[at], is_status_cell) >= MOST and not columns_with(columns, Role.STATUS):
            columns[at] = replace(columns[at], role=Role.STATUS)
        elif reported and not columns_with(columns, Role.PROGRESS):
            columns[at] = with_role(columns[at], Role.PROGRESS)
        else:
            columns[at] = replace(columns[at], role=Role.MEASURE)


def _leads_with_status(value: str) -> bool:
    """Tell whether a value opens with a status word; "As above" is none."""
    found = lead_status(value)
    return found is not None and found.status != "unknown"


def progress_of_status(columns: list[Column], values: Sequence[Values]) -> None:
    """A progress column that holds only status words is a status column, one of colours a RAG column.

    One of them, or each that is of a period of its own.
    """
    graded = bool(columns_with(columns, Role.STATUS))
    for at in columns_with(columns, Role.PROGRESS):
        coloured = values[at] and not columns[at].period and all(map(is_colour, values[at]))
        if coloured and not columns_with(columns, Role.RAG):
            columns[at] = replace(columns[at], role=Role.RAG)
            continue
        if values[at] and (columns[at].period or not graded) and all(map(is_only_status, values[at])):
            columns[at] = replace(columns[at], role=Role.STATUS)
            graded = True
