"""Which columns say what the matter is, what is recommended and what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalise.columns import DATE_ROLES, OFFICER_ROLES, Column, Role, columns_with, with_role
from normalise.kinds import (
    HALF,
    MOST,
    Values,
    is_count,
    is_date,
    is_narrative,
    is_owner,
    is_resolved,
    is_sentence,
    share,
)
from normalise.text import fold_label
from normalise.values.references import is_reference
from normalise.values.statuses import is_only_status


def numbered_theme(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Agenda item" or "Issue" over numbers as the reference where no other column is."""
    for at in columns_with(columns, Role.THEME):
        if not columns_with(columns, Role.REF) and share(values[at], _short_reference) >= MOST:
            columns[at] = with_role(columns[at], Role.REF)


def only_reference(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Action no." as the reference of the record where no recommendation has one."""
    numbered = columns_with(columns, Role.ACTION_REF)
    if len(numbered) == 1 and not columns_with(columns, Role.REF, Role.RECOMMENDATION):
        columns[numbered[0]] = with_role(columns[numbered[0]], Role.REF)


def long_reference(columns: list[Column], values: Sequence[Values]) -> None:
    """A "reference" column of sentences holds what the paper has no other column for."""
    for at in columns_with(columns, Role.REF, Role.ACTION_REF):
        if values[at] and share(values[at], is_reference) < 0.5 and is_narrative(values[at]):
            role = Role.THEME if columns_with(columns, Role.RECOMMENDATION) else Role.RECOMMENDATION
            columns[at] = with_role(columns[at], role)


def named_reference(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Item" or "Minute" over words as the theme: "School Attendance" is the item and no reference."""
    for at in columns_with(columns, Role.REF):
        alone = not columns_with(columns, Role.THEME) and share(values[at], _is_worded) >= MOST
        beside = len(columns_with(columns, Role.REF)) > 1 and not any(map(is_reference, values[at]))
        if values[at] and (alone or beside):
            columns[at] = with_role(columns[at], Role.THEME)


def _is_worded(value: str) -> bool:
    """Tell whether a value is words without a number; a code in capitals is none."""
    return not any(map(str.isdecimal, value)) and not is_reference(value)


def misled_action(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Action" or "Milestones" over dates, references, owners, statuses or recommendations as those.

    Only where another column holds what is done, and none yet what it is read as.
    """
    for at in columns_with(columns, Role.ACTION, Role.RECOMMENDATION):
        others = [
            one for one in columns_with(columns, Role.ACTION, Role.RECOMMENDATION, Role.PROGRESS) if one != at
        ]
        if not others or share(values[at], is_sentence) >= 0.5:
            if _all_resolved(columns, at, values):
                columns[at] = with_role(columns[at], Role.RECOMMENDATION)
        elif not columns_with(columns, *DATE_ROLES) and share(values[at], is_date) >= MOST:
            columns[at] = with_role(columns[at], Role.DUE)
        elif not columns_with(columns, Role.REF) and share(values[at], _short_reference) >= MOST:
            columns[at] = with_role(columns[at], Role.REF)
        elif not columns_with(columns, Role.OFFICER) and share(values[at], is_owner) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)
        elif not columns_with(columns, Role.STATUS) and share(values[at], is_only_status) >= MOST:
            columns[at] = with_role(columns[at], Role.STATUS)


def _short_reference(value: str) -> bool:
    """Tell whether a value is a reference of a word or two."""
    return is_count(value) and len(value.split()) <= 2


def _all_resolved(columns: Sequence[Column], at: int, values: Sequence[Values]) -> bool:
    """Tell whether a column beside another action column says what the council should do."""
    if (
        columns_with(columns, Role.RECOMMENDATION)
        or len(columns_with(columns, Role.ACTION)) < 2
        or columns[at].role is not Role.ACTION
    ):
        return False
    return share(values[at], is_resolved) >= MOST


def doubled(columns: list[Column], values: Sequence[Values]) -> None:
    """Keep of two recommendation columns the one that says so, and of two action columns the first."""
    recommendations = columns_with(columns, Role.RECOMMENDATION)
    if len(recommendations) > 1:
        named = [
            at for at in recommendations if "recommend" in fold_label(columns[at].label)
        ] or recommendations
        for at in recommendations:
            if at != named[0]:
                columns[at] = with_role(columns[at], Role.THEME if at < named[0] else Role.EXTRA)
    for at in columns_with(columns, Role.ACTION)[1:]:
        columns[at] = with_role(columns[at], Role.EXTRA)


def several_references(columns: list[Column], values: Sequence[Values]) -> None:
    """Keep of several reference columns the first that numbers every row; minutes repeat, actions do not.

    Where none does, they number the rows together: item and action, each from 1.
    """
    refs = columns_with(columns, Role.REF)
    unique = [at for at in refs if len(values[at]) > 1 and len(set(values[at])) == len(values[at])]
    for at in refs if unique else ():
        if at != unique[0]:
            columns[at] = with_role(columns[at], Role.EXTRA)


def second_reference(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a second "Ref", behind the recommendation and before the action, as that of the action."""
    first, *others = columns_with(columns, Role.REF) or [0]
    for at in others:
        recommended = any(first < one < at for one in columns_with(columns, Role.RECOMMENDATION))
        if recommended and any(one > at for one in columns_with(columns, Role.ACTION)):
            columns[at] = replace(columns[at], role=Role.ACTION_REF)


def subject_of_record(columns: list[Column], values: Sequence[Values]) -> None:
    """Where nothing is called a recommendation or action, the theme of a tracked row is its subject.

    It is written in sentences; a work programme or a list of projects names its themes.
    Sentences without a label that is known come before a theme, in a row that says who,
    by when and how far; a measure with an owner and a date, and nothing else, is what is to be done.
    """
    if columns_with(columns, Role.RECOMMENDATION, Role.ACTION):
        return
    who, when = (columns_with(columns, *roles) for roles in (OFFICER_ROLES, DATE_ROLES - {Role.COMPLETED}))
    how_far = columns_with(columns, Role.STATUS, Role.RAG, Role.PROGRESS, Role.COMPLETED)
    untold = [
        at
        for at in columns_with(columns, Role.EXTRA)
        if not columns[at].period and share(values[at], is_sentence) >= HALF
    ]
    if who and when and how_far and len(untold) == 1:
        columns[untold[0]] = with_role(columns[untold[0]], Role.ACTION, share(values[untold[0]], is_sentence))
        return
    if who and when and columns[0].role is Role.MEASURE and len(columns) == len((columns[0], *who, *when)):
        columns[0] = with_role(columns[0], Role.ACTION)
        return
    tracked = columns_with(columns, Role.STATUS, Role.RAG, Role.PROGRESS, Role.DUE, Role.OFFICER)
    themes = [
        at for at in columns_with(columns, Role.THEME, Role.MEASURE) if share(values[at], is_sentence) >= HALF
    ]
    if len(tracked) > 1 and themes:
        longest = max(themes, key=lambda at: sum(map(len, values[at])) / len(values[at]))
        columns[longest] = with_role(columns[longest], Role.RECOMMENDATION)
