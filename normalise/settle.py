"""Where a label misleads, the values decide: an ordered list of small steps.

Each step takes the columns and their values and returns the columns, some with
another role.  The forms come from the table of ambiguous labels in the survey of
papers (`docs/papers.md`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from normalise.cells import RawRow
from normalise.columns import Column
from normalise.kinds import Values, values_of
from normalise.settling import decisions, labels, marks, owners, subjects

Step = Callable[[list[Column], Sequence[Values]], None]

_STEPS: tuple[Step, ...] = (
    labels.second_fact,
    decisions.choices,
    marks.category,
    subjects.numbered_theme,
    labels.unknown_label,
    labels.repeated_theme,
    labels.dated_label,
    owners.supported,
    subjects.long_reference,
    subjects.named_reference,
    subjects.misled_action,
    owners.misled_owner,
    owners.executive_lead,
    owners.foreseen,
    marks.narrative_status,
    marks.rating,
    marks.outcome,
    decisions.decided,
    decisions.response,
    decisions.answer,
    decisions.answered,
    labels.untold_text,
    decisions.reason,
    marks.progress_of_status,
    owners.meeting_date,
    owners.raised_date,
    subjects.doubled,
    subjects.second_reference,
    subjects.several_references,
    subjects.only_reference,
    subjects.subject_of_record,
)
# What a label over a value of its own can mislead in, as one over a column can.
_LABEL_STEPS: tuple[Step, ...] = (owners.misled_owner, decisions.answer)


def settle(columns: Sequence[Column], rows: Sequence[RawRow]) -> tuple[Column, ...]:
    """Return the columns with the roles that labels and values together give."""
    settled = list(columns)
    values = [values_of(rows, at) for at in range(len(settled))]
    for step in _STEPS:
        step(settled, values)
    return tuple(settled)


def settle_labels(given: Sequence[Column], values: Sequence[Values]) -> tuple[Column, ...]:
    """Return the labels of vertical blocks with the roles that all their values together give them."""
    settled = list(given)
    for step in _LABEL_STEPS:
        step(settled, values)
    return tuple(settled)
