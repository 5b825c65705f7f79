"""Who and when: owners, deadlines and the days when matters were raised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.columns import (
    DATE_ROLES,
    STATUS_ROLES,
    Column,
    Role,
    columns_with,
    is_bare_date_label,
    with_role,
)
from normalise.kinds import (
    MOST,
    Values,
    is_date,
    is_owner,
    share,
)
from normalise.text import fold_label
from normalise.values.dates import read_whole_date
from normalise.values.officers import read_officers

BARE_DATE_WORDS = 3
# Words of a label that say that its people are councillors.
_OF_MEMBERS = frozenset({"member", "members", "portfolio", "cabinet", "cllr", "councillor", "political"})
_CUE = re.compile(r"^(?:by|before|from|until|early|late|mid)?[\s-]*(?:the )?(?:end of )?", re.IGNORECASE)


def supported(columns: list[Column], values: Sequence[Values]) -> None:
    """A "Monitoring" or "Support" column that names nobody is no column of officers."""
    for at in columns_with(columns, Role.SUPPORT):
        if values[at] and not any(map(is_owner, values[at])):
            columns[at] = with_role(columns[at], Role.EXTRA)


def misled_owner(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "By", "Lead" or "Target" over dates, owners or measures as what its values are."""
    for at in columns_with(columns, Role.DUE):
        if not values[at] or share(values[at], is_date) > 1 - MOST:
            continue
        if share(values[at], is_owner) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)
        elif len(columns_with(columns, Role.DUE)) > 1 and "target" in fold_label(columns[at].label):
            columns[at] = with_role(columns[at], Role.MEASURE)
    for at in columns_with(columns, Role.OFFICER, Role.MEASURE):
        if values[at] and share(values[at], _is_bare_date) >= MOST:
            columns[at] = with_role(columns[at], Role.DUE)


def _is_bare_date(value: str) -> bool:
    """Tell whether a value is one date with a cue word or two, and nothing else."""
    short = len(value.split()) <= BARE_DATE_WORDS and is_date(value)
    return short or read_whole_date(_CUE.sub("", value)) is not None


def executive_lead(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Executive lead" over posts as the owner: an executive director's, and no councillor's."""
    for at in columns_with(columns, Role.PORTFOLIO):
        words = set(fold_label(columns[at].label).split())
        if "lead" in words and not words & _OF_MEMBERS and share(values[at], _is_post) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)


def _is_post(value: str) -> bool:
    found = read_officers(value).officers
    return bool(found) and all(one.kind == "post" for one in found)


def foreseen(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Completion" as when it is due where no column gives another day or tells how things stand."""
    told = columns_with(columns, *DATE_ROLES - {Role.COMPLETED}, *STATUS_ROLES, Role.PROGRESS)
    for at in () if told else columns_with(columns, Role.COMPLETED):
        if "completion" in fold_label(columns[at].label) and "actual" not in fold_label(columns[at].label):
            columns[at] = with_role(columns[at], Role.DUE)


def meeting_date(columns: list[Column], values: Sequence[Values]) -> None:
    """A bare "Date" beside another date column is when the matter was raised."""
    due = columns_with(columns, Role.DUE, Role.REVISED_DUE)
    for at in due:
        if len(due) > 1 and is_bare_date_label(columns[at]) and at == min(due):
            columns[at] = with_role(columns[at], Role.DECISION_DATE)


def raised_date(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Date" left of the matter as when it was raised: rows of one meeting print the same day.

    So it is where another column says when the executive answered, and beside motions
    and resolutions, which are of a meeting.
    """
    first = min(columns_with(columns, Role.RECOMMENDATION, Role.ACTION, Role.THEME), default=0)
    text = min(columns_with(columns, Role.RECOMMENDATION, Role.ACTION), default=first)
    met = bool(columns_with(columns, Role.DECISION_DATE)) or any(
        re.search(r"\b(?:motions?|resolutions?|resolved)\b", fold_label(column.label)) for column in columns
    )
    for at in columns_with(columns, Role.DUE):
        days = [read_whole_date(value) for value in values[at]]
        repeated = len(days) > 2 and all(days) and len(set(days)) <= len(days) // 2
        raised = (at < first and repeated) or (at < text and met and bool(days) and all(days))
        if is_bare_date_label(columns[at]) and raised:
            columns[at] = with_role(columns[at], Role.DECISION_DATE)
