"""Where a label misleads, the values decide: an ordered list of small steps.

Each step takes the columns and their values and returns the columns, some with
another role.  The forms come from the table of ambiguous labels in the survey of
papers (`docs/papers.md`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from normalise.cells import RawRow
from normalise.columns import Column, Role, with_role
from normalise.text import fold_label, is_finished
from normalise.values.colours import read_rag
from normalise.values.date_words import NOTHING
from normalise.values.dates import looks_like_date_cell, read_whole_date
from normalise.values.decisions import decision_at, is_choice, read_answer
from normalise.values.officers import looks_like_officer_cell
from normalise.values.references import is_reference
from normalise.values.statuses import is_only_status, is_status_cell, lead_status

# A column is of a kind when this share of its filled cells is.
MOST = 0.6
# Cells longer than this on average are narrative.
NARRATIVE_WORDS = 8
BARE_DATE_WORDS = 3
_CUE = re.compile(r"^(?:by|before|from|until|early|late|mid)?[\s-]*(?:the )?(?:end of )?", re.IGNORECASE)

Values = Sequence[str]
_LOOKS: dict[Role, Callable[[str], object]] = {
    Role.DUE: looks_like_date_cell,
    Role.STATUS: is_status_cell,
    Role.REF: is_reference,
    Role.OFFICER: looks_like_officer_cell,
}
Step = Callable[[list[Column], Sequence[Values]], None]


def settle(columns: Sequence[Column], rows: Sequence[RawRow]) -> tuple[Column, ...]:
    """Return the columns with the roles that labels and values together give.

    "N/A" says of no column what it holds.
    """
    settled = list(columns)
    values = [
        [str(row.cells[at]) for row in rows if at < len(row.cells) and _says_something(str(row.cells[at]))]
        for at in range(len(settled))
    ]
    for step in _STEPS:
        step(settled, values)
    return tuple(settled)


def _says_something(cell: str) -> bool:
    """Tell a cell with words or a tick from a blank one, a dash or "N/A"."""
    return fold_label(cell) not in NOTHING or is_choice(cell)


def _share(values: Values, test: Callable[[str], object]) -> float:
    return sum(bool(test(value)) for value in values) / len(values) if values else 0.0


def _narrative(values: Values) -> bool:
    return bool(values) and sum(len(value.split()) for value in values) / len(values) > NARRATIVE_WORDS


def _at(columns: Sequence[Column], *roles: Role) -> list[int]:
    return [at for at, column in enumerate(columns) if column.role in roles]


def _unknown_label(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a column whose label is blank or not known by what its values look like.

    The first kind that most values are of and that no other column has; sentences
    are the recommendation or the action, whichever no other column is.
    """
    for at, column in enumerate(columns):
        if column.role is not Role.EXTRA or not values[at]:
            continue
        kinds = [
            kind
            for kind, test in _LOOKS.items()
            if _share(values[at], test) >= MOST and not _at(columns, kind)
        ]
        if kinds:
            columns[at] = with_role(column, kinds[0])
        elif column.label and _narrative(values[at]):
            missing = [role for role in (Role.RECOMMENDATION, Role.ACTION) if not _at(columns, role)]
            if len(missing) == 1:
                columns[at] = with_role(column, missing[0])


def _second_fact(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Theme and action" as the action where no other column is."""
    for at in _at(columns, Role.THEME, Role.EXTRA):
        second = columns[at].second
        if second in {Role.ACTION, Role.RECOMMENDATION} and not _at(columns, second):
            columns[at] = with_role(columns[at], second)


def _long_reference(columns: list[Column], values: Sequence[Values]) -> None:
    """A "reference" column of sentences holds what the paper has no other column for."""
    for at in _at(columns, Role.REF, Role.ACTION_REF):
        if values[at] and _share(values[at], is_reference) < 0.5 and _narrative(values[at]):
            role = Role.THEME if _at(columns, Role.RECOMMENDATION) else Role.RECOMMENDATION
            columns[at] = with_role(columns[at], role)


def _misled_action(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Action" over references, owners or recommendations as what its values are.

    Only where another column holds what is done, and none yet what it is read as.
    """
    for at in _at(columns, Role.ACTION, Role.RECOMMENDATION):
        others = [one for one in _at(columns, Role.ACTION, Role.RECOMMENDATION, Role.PROGRESS) if one != at]
        if not others or _share(values[at], _is_sentence) >= 0.5:
            if _all_resolved(columns, at, values):
                columns[at] = with_role(columns[at], Role.RECOMMENDATION)
        elif not _at(columns, Role.REF) and _share(values[at], _short_reference) >= MOST:
            columns[at] = with_role(columns[at], Role.REF)
        elif not _at(columns, Role.OFFICER) and _share(values[at], looks_like_officer_cell) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)


def _is_sentence(value: str) -> bool:
    return is_finished(value) or len(value.split()) > NARRATIVE_WORDS


def _short_reference(value: str) -> bool:
    """Tell whether a value is a number, code or single letter; two capitals are initials."""
    return (
        is_reference(value)
        and len(value.split()) <= 2
        and (any(map(str.isdecimal, value)) or len(value.strip(".)(:")) == 1)
    )


def _all_resolved(columns: Sequence[Column], at: int, values: Sequence[Values]) -> bool:
    """Tell whether a column beside another action column says what the council should do."""
    if (
        _at(columns, Role.RECOMMENDATION)
        or len(_at(columns, Role.ACTION)) < 2
        or columns[at].role is not Role.ACTION
    ):
        return False
    return _share(values[at], lambda v: fold_label(v).startswith(("that ", "the council should"))) >= MOST


def _narrative_status(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Status" or "Completed" over sentences as progress, over colours as a colour."""
    for at in _at(columns, Role.STATUS, Role.RAG, Role.COMPLETED):
        column, cells = columns[at], values[at]
        if not cells:
            continue
        if column.role is Role.COMPLETED:
            if _share(cells, looks_like_date_cell) < 0.5 and _narrative(cells):
                columns[at] = with_role(column, Role.PROGRESS)
            elif _share(cells, looks_like_date_cell) < 0.5 and _share(cells, is_status_cell) >= MOST:
                columns[at] = with_role(column, Role.STATUS)
        elif (
            column.role is Role.STATUS and _share(cells, lambda v: read_rag(v) and len(v.split()) < 4) >= MOST
        ):
            columns[at] = with_role(column, Role.RAG)
        elif (
            column.role is Role.STATUS
            and _narrative(cells)
            and _share(cells, lead_status) < MOST
            and column.second is None
            and not _opens_with_grade(cells)
        ):
            columns[at] = with_role(column, Role.PROGRESS)


def _opens_with_grade(cells: Values) -> bool:
    return _share(cells, lambda value: is_reference(value.split()[0])) >= MOST


def _rating(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Rating" over colours or status words as what they are, not as a priority."""
    for at in _at(columns, Role.PRIORITY):
        if _share(values[at], lambda value: read_rag(value) and len(value.split()) < 3) >= MOST:
            if not _at(columns, Role.RAG) and "priority" not in fold_label(columns[at].label):
                columns[at] = with_role(columns[at], Role.RAG)
        elif _share(values[at], is_status_cell) >= MOST and not _at(columns, Role.STATUS):
            columns[at] = with_role(columns[at], Role.STATUS)


def _outcome(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Outcome" as a status or as what is to come of the action."""
    for at in _at(columns, Role.OUTCOME):
        status = _share(values[at], is_status_cell) >= MOST and not _at(columns, Role.STATUS)
        columns[at] = replace(columns[at], role=Role.STATUS if status else Role.MEASURE)


def _response(columns: list[Column], values: Sequence[Values]) -> None:
    """A response whose cells begin with no decision word is an action (contract, Columns)."""
    for at in _at(columns, Role.DECISION):
        decides = fold_label(columns[at].label) == "decision"
        if values[at] and not decides and not any(map(read_answer, values[at])):
            role = Role.PROGRESS if _at(columns, Role.ACTION) else Role.ACTION
            columns[at] = with_role(columns[at], role)


def _answer(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a "Management response" whose cells begin with a decision word as the decision."""
    for at in _at(columns, Role.ACTION):
        answers = "response" in fold_label(columns[at].label) and not _at(columns, Role.DECISION)
        if answers and _share(values[at], read_answer) >= MOST:
            columns[at] = with_role(columns[at], Role.DECISION)


def _choices(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Accepted", "Rejected" over ticks as decisions, each with a column of its own."""
    for at in _at(columns, Role.EXTRA):
        if values[at] and decision_at(columns[at].label) and all(map(is_choice, values[at])):
            columns[at] = with_role(columns[at], Role.DECISION)


def _progress_of_status(columns: list[Column], values: Sequence[Values]) -> None:
    """A progress column that holds only status words is a status column (contract, Status)."""
    for at in _at(columns, Role.PROGRESS):
        if values[at] and not _at(columns, Role.STATUS) and all(map(is_only_status, values[at])):
            columns[at] = replace(columns[at], role=Role.STATUS)


def _misled_owner(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "By", "Lead" or "Target" over dates, owners or measures as what its values are."""
    for at in _at(columns, Role.DUE):
        if not values[at] or _share(values[at], looks_like_date_cell) > 1 - MOST:
            continue
        if _share(values[at], looks_like_officer_cell) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)
        elif len(_at(columns, Role.DUE)) > 1 and "target" in fold_label(columns[at].label):
            columns[at] = with_role(columns[at], Role.MEASURE)
    for at in _at(columns, Role.OFFICER, Role.MEASURE):
        if values[at] and _share(values[at], _is_bare_date) >= MOST:
            columns[at] = with_role(columns[at], Role.DUE)


def _is_bare_date(value: str) -> bool:
    """Tell whether a value is one date with a cue word or two, and nothing else."""
    short = len(value.split()) <= BARE_DATE_WORDS and looks_like_date_cell(value)
    return short or read_whole_date(_CUE.sub("", value)) is not None


def _reason(columns: list[Column], values: Sequence[Values]) -> None:
    """An explanation beside a decision, where nothing is graded, is its reason."""
    if _at(columns, Role.DECISION) and not _at(columns, Role.PROGRESS, Role.STATUS, Role.RAG):
        for at in _at(columns, Role.EXPLANATION):
            columns[at] = with_role(columns[at], Role.REASON)


def _meeting_date(columns: list[Column], values: Sequence[Values]) -> None:
    """A bare "Date" beside another date column is when the matter was raised."""
    due = _at(columns, Role.DUE, Role.REVISED_DUE)
    for at in due:
        if len(due) > 1 and fold_label(columns[at].label) == "date" and at == min(due):
            columns[at] = with_role(columns[at], Role.DECISION_DATE)


def _doubled(columns: list[Column], values: Sequence[Values]) -> None:
    """Keep of two recommendation columns the one that says so, and of two action columns the first."""
    recommendations = _at(columns, Role.RECOMMENDATION)
    if len(recommendations) > 1:
        named = [
            at for at in recommendations if "recommend" in fold_label(columns[at].label)
        ] or recommendations
        for at in recommendations:
            if at != named[0]:
                columns[at] = with_role(columns[at], Role.THEME if at < named[0] else Role.EXTRA)
    for at in _at(columns, Role.ACTION)[1:]:
        columns[at] = with_role(columns[at], Role.EXTRA)


def _subject_of_record(columns: list[Column], values: Sequence[Values]) -> None:
    """Where nothing is called a recommendation or action, the theme of a tracked row is its subject.

    It is written in sentences; a work programme or a list of projects names its themes.
    """
    if _at(columns, Role.RECOMMENDATION, Role.ACTION):
        return
    tracked = _at(columns, Role.STATUS, Role.RAG, Role.PROGRESS, Role.DUE, Role.OFFICER)
    themes = [at for at in _at(columns, Role.THEME, Role.MEASURE) if _share(values[at], _is_sentence) >= 0.5]
    if len(tracked) > 1 and themes:
        longest = max(themes, key=lambda at: sum(map(len, values[at])) / len(values[at]))
        columns[longest] = with_role(columns[longest], Role.RECOMMENDATION)


_STEPS: tuple[Step, ...] = (
    _second_fact,
    _choices,
    _unknown_label,
    _long_reference,
    _misled_action,
    _misled_owner,
    _narrative_status,
    _rating,
    _outcome,
    _response,
    _answer,
    _reason,
    _progress_of_status,
    _meeting_date,
    _doubled,
    _subject_of_record,
)
# What a label over a value of its own can mislead in, as one over a column can.
_LABEL_STEPS: tuple[Step, ...] = (_misled_owner, _answer)


def settle_labels(labels: Sequence[Column], values: Sequence[Values]) -> tuple[Column, ...]:
    """Return the labels of vertical blocks with the roles that all their values together give them."""
    settled = list(labels)
    for step in _LABEL_STEPS:
        step(settled, values)
    return tuple(settled)
