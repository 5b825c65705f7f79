"""Labels that are blank, unknown, or say two things or a period: what their columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns import STATUS_ROLES, Column, Role, columns_with, is_bare_date_label, with_role
from normalise.kinds import (
    HALF,
    MOST,
    Values,
    is_colour,
    is_date,
    is_narrative,
    is_reported,
    is_sentence,
    is_tick,
    is_told,
    kind_of,
    share,
)
from normalise.values.dates import read_whole_date
from normalise.values.decisions import is_choice, read_answer
from normalise.values.statuses import is_only_status, is_status_cell
from normalise.welsh import Language, language_of

# "Agreed in part", "Accepted with amendments"; longer is a narrative that opens with such a word.
DECISION_WORDS = 4


def second_fact(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Theme and action" as the action where no other column is."""
    for at in columns_with(columns, Role.THEME, Role.EXTRA):
        second = columns[at].second
        if second in {Role.ACTION, Role.RECOMMENDATION} and not columns_with(columns, second):
            columns[at] = with_role(columns[at], second)


def unknown_label(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a column whose label is blank or not known by what its values look like.

    The kind that most values are of, where no other column is of it; sentences are
    the recommendation or the action, whichever no other column is.
    """
    for at, column in enumerate(columns):
        if column.role is not Role.EXTRA or column.period or not values[at] or _in_welsh(values[at]):
            continue
        if not columns_with(columns, Role.DECISION) and share(values[at], _is_decision) >= MOST:
            columns[at] = with_role(column, Role.DECISION, share(values[at], _is_decision))
            continue
        kind = kind_of(values[at])
        if kind:
            if kind[0] in {Role.DUE, Role.OFFICER} and column.label and _stands_before_text(columns, at):
                continue
            taken = columns_with(columns, kind[0])
            if kind[0] is Role.DUE and len(taken) == 1 and is_bare_date_label(columns[taken[0]]):
                columns[taken[0]] = with_role(columns[taken[0]], Role.DECISION_DATE)
            elif taken:
                continue
            columns[at] = with_role(column, *kind)
    untold_text(columns, values)


def untold_text(columns: list[Column], values: Sequence[Values]) -> None:
    """Read sentences under a label that is not known as the recommendation or action that no column holds."""
    for at, column in enumerate(columns):
        if column.role is not Role.EXTRA or column.period or not column.label or not is_narrative(values[at]):
            continue
        missing = [role for role in (Role.RECOMMENDATION, Role.ACTION) if not columns_with(columns, role)]
        if len(missing) == 1 and kind_of(values[at]) is None and not _in_welsh(values[at]):
            columns[at] = with_role(column, missing[0], share(values[at], is_sentence))


def _is_decision(value: str) -> bool:
    """Tell whether a value is a decision word and little else, and no word of progress as well."""
    if is_choice(value) or len(value.split()) > DECISION_WORDS:
        return False
    return read_answer(value) is not None and not is_only_status(value)


def _in_welsh(values: Values) -> bool:
    """Tell whether a column says in Welsh what another says in English."""
    return any(language_of(value) is Language.WELSH for value in values)


def repeated_theme(columns: list[Column], values: Sequence[Values]) -> None:
    """Read an unknown label left of the matter as the theme where rows below one another say the same."""
    for at in columns_with(columns, Role.EXTRA):
        if columns_with(columns, Role.THEME) or not columns[at].label or columns[at].period:
            continue
        same = any(one == other for one, other in pairwise(values[at]))
        if same and _stands_before_text(columns, at) and not share(values[at], read_whole_date):
            columns[at] = with_role(columns[at], Role.THEME)


def _stands_before_text(columns: Sequence[Column], at: int) -> bool:
    """Tell whether a column stands left of what is recommended or done.

    A label there that is not known heads what the matter belongs to, such as a street
    or an audit and its date, more often than who acts and when.
    """
    return at < min(columns_with(columns, Role.RECOMMENDATION, Role.ACTION), default=0)


def _are_reported(columns: Sequence[Column], values: Sequence[Values], dated: Sequence[int]) -> bool:
    """Tell columns of periods beside an action and its status that say, taken together, what came of it."""
    cells = [value for at in dated for value in values[at]]
    tracked = columns_with(columns, Role.ACTION) and columns_with(columns, *STATUS_ROLES)
    return len(dated) > 1 and bool(tracked) and share(cells, is_reported) >= HALF


def dated_label(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a column headed by a period alone: a round of grades or updates, or when an action is to be done.

    Marks and, where no other column says what is done, actions are planned in the
    period; a narrative of what has been done is a round of it.
    """
    dated = [
        at for at in columns_with(columns, Role.EXTRA) if columns[at].period or is_date(columns[at].label)
    ]
    planned = len(dated) > 1 and not columns_with(columns, Role.ACTION)
    if _are_reported(columns, values, dated):
        for at in dated:
            label = columns[at].period_label or columns[at].label
            columns[at] = replace(columns[at], role=Role.PROGRESS, period_label=label)
        return
    for at in dated:
        cells = values[at]
        if share(cells, is_colour) >= MOST:
            columns[at] = replace(columns[at], role=Role.RAG)
        elif share(cells, is_status_cell) >= MOST:
            columns[at] = replace(columns[at], role=Role.STATUS)
        elif share(cells, is_told) >= MOST:
            columns[at] = replace(columns[at], role=Role.PROGRESS)
        elif share(cells, is_tick) >= MOST or (planned and share(cells, is_sentence) >= MOST):
            columns[at] = replace(columns[at], role=Role.PERIOD)
