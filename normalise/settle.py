"""Where a label misleads, the values decide: an ordered list of small steps.

Each step takes the columns and their values and returns the columns, some with
another role.  The forms come from the table of ambiguous labels in the survey of
papers (`docs/papers.md`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.cells import RawRow
from normalise.columns import Column, Role, with_role
from normalise.kinds import (
    MOST,
    Values,
    is_colour,
    is_count,
    is_date,
    is_narrative,
    is_owner,
    is_resolved,
    is_sentence,
    is_tick,
    is_told,
    kind_of,
    share,
    values_of,
)
from normalise.text import fold_label
from normalise.values.colours import read_rag
from normalise.values.dates import read_whole_date
from normalise.values.decisions import decision_at, is_choice, read_answer
from normalise.values.references import is_reference
from normalise.values.statuses import is_only_status, is_status_cell, lead_status
from normalise.welsh import Language, language_of

BARE_DATE_WORDS = 3
# "Agreed in part", "Accepted with amendments"; longer is a narrative that opens with such a word.
DECISION_WORDS = 4
_LEVELS = frozenset(
    {"high", "medium", "low", "h", "m", "l", "critical", "essential", "desirable", "advisory"}
)
_CUE = re.compile(r"^(?:by|before|from|until|early|late|mid)?[\s-]*(?:the )?(?:end of )?", re.IGNORECASE)

_CHOICES = re.compile(r"\s*(?:[/,]|\bor\b)\s*")

Step = Callable[[list[Column], Sequence[Values]], None]


def settle(columns: Sequence[Column], rows: Sequence[RawRow]) -> tuple[Column, ...]:
    """Return the columns with the roles that labels and values together give."""
    settled = list(columns)
    values = [values_of(rows, at) for at in range(len(settled))]
    for step in _STEPS:
        step(settled, values)
    return tuple(settled)


def _at(columns: Sequence[Column], *roles: Role) -> list[int]:
    return [at for at, column in enumerate(columns) if column.role in roles]


def _unknown_label(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a column whose label is blank or not known by what its values look like.

    The kind that most values are of, where no other column is of it; sentences are
    the recommendation or the action, whichever no other column is.
    """
    for at, column in enumerate(columns):
        if column.role is not Role.EXTRA or column.period or not values[at] or _in_welsh(values[at]):
            continue
        if not _at(columns, Role.DECISION) and share(values[at], _is_decision) >= MOST:
            columns[at] = with_role(column, Role.DECISION, share(values[at], _is_decision))
            continue
        kind = kind_of(values[at])
        if kind:
            if kind[0] in {Role.DUE, Role.OFFICER} and column.label and _stands_before_text(columns, at):
                continue
            taken = _at(columns, kind[0])
            if kind[0] is Role.DUE and len(taken) == 1 and _is_bare_label(columns[taken[0]]):
                columns[taken[0]] = with_role(columns[taken[0]], Role.DECISION_DATE)
            elif taken:
                continue
            columns[at] = with_role(column, *kind)
        elif column.label and is_narrative(values[at]):
            missing = [role for role in (Role.RECOMMENDATION, Role.ACTION) if not _at(columns, role)]
            if len(missing) == 1:
                columns[at] = with_role(column, missing[0], share(values[at], is_sentence))


def _is_decision(value: str) -> bool:
    """Tell whether a value is a decision word and little else, and no word of progress as well."""
    if is_choice(value) or len(value.split()) > DECISION_WORDS:
        return False
    return read_answer(value) is not None and not is_only_status(value)


def _stands_before_text(columns: Sequence[Column], at: int) -> bool:
    """Tell whether a column stands left of what is recommended or done.

    A label there that is not known heads what the matter belongs to, such as a street
    or an audit and its date, more often than who acts and when.
    """
    return at < min(_at(columns, Role.RECOMMENDATION, Role.ACTION), default=0)


def _is_bare_label(column: Column) -> bool:
    """Tell whether a column is called "Date" and no more, which may be when a matter was raised."""
    return fold_label(column.label) == "date"


def _repeated_theme(columns: list[Column], values: Sequence[Values]) -> None:
    """Read an unknown label left of the matter as the theme where rows below one another say the same."""
    for at in _at(columns, Role.EXTRA):
        if _at(columns, Role.THEME) or not columns[at].label or columns[at].period:
            continue
        same = any(one == other for one, other in pairwise(values[at]))
        if same and _stands_before_text(columns, at) and not share(values[at], read_whole_date):
            columns[at] = with_role(columns[at], Role.THEME)


def _dated_label(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a column headed by a period alone: a round of grades or updates, or when an action is to be done.

    Marks and, where no other column says what is done, actions are planned in the
    period; a narrative of what has been done is a round of it.
    """
    dated = [at for at in _at(columns, Role.EXTRA) if columns[at].period or is_date(columns[at].label)]
    planned = len(dated) > 1 and not _at(columns, Role.ACTION)
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


def _category(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Category" over colours or "High" and "Low" as a priority (survey, City of London)."""
    for at in _at(columns, Role.THEME):
        if not _at(columns, Role.PRIORITY, Role.RAG) and share(values[at], _is_level) >= MOST:
            columns[at] = with_role(columns[at], Role.PRIORITY)


def _is_level(value: str) -> bool:
    return is_colour(value) or fold_label(value) in _LEVELS


def _numbered_theme(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Agenda item" or "Issue" over numbers as the reference where no other column is."""
    for at in _at(columns, Role.THEME):
        if not _at(columns, Role.REF) and share(values[at], _short_reference) >= MOST:
            columns[at] = with_role(columns[at], Role.REF)


def _raised_date(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Date" left of the matter as when it was raised: rows of one meeting print the same day."""
    first = min(_at(columns, Role.RECOMMENDATION, Role.ACTION, Role.THEME), default=0)
    for at in _at(columns, Role.DUE):
        days = [read_whole_date(value) for value in values[at]]
        repeated = len(days) > 2 and all(days) and len(set(days)) <= len(days) // 2
        if _is_bare_label(columns[at]) and at < first and repeated:
            columns[at] = with_role(columns[at], Role.DECISION_DATE)


def _supported(columns: list[Column], values: Sequence[Values]) -> None:
    """A "Monitoring" or "Support" column that names nobody is no column of officers."""
    for at in _at(columns, Role.SUPPORT):
        if values[at] and not any(map(is_owner, values[at])) and is_narrative(values[at]):
            columns[at] = with_role(columns[at], Role.EXTRA)


def _in_welsh(values: Values) -> bool:
    """Tell whether a column says in Welsh what another says in English."""
    return any(language_of(value) is Language.WELSH for value in values)


def _second_fact(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Theme and action" as the action where no other column is."""
    for at in _at(columns, Role.THEME, Role.EXTRA):
        second = columns[at].second
        if second in {Role.ACTION, Role.RECOMMENDATION} and not _at(columns, second):
            columns[at] = with_role(columns[at], second)


def _long_reference(columns: list[Column], values: Sequence[Values]) -> None:
    """A "reference" column of sentences holds what the paper has no other column for."""
    for at in _at(columns, Role.REF, Role.ACTION_REF):
        if values[at] and share(values[at], is_reference) < 0.5 and is_narrative(values[at]):
            role = Role.THEME if _at(columns, Role.RECOMMENDATION) else Role.RECOMMENDATION
            columns[at] = with_role(columns[at], role)


def _misled_action(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Action" over references, owners, statuses or recommendations as what its values are.

    Only where another column holds what is done, and none yet what it is read as.
    """
    for at in _at(columns, Role.ACTION, Role.RECOMMENDATION):
        others = [one for one in _at(columns, Role.ACTION, Role.RECOMMENDATION, Role.PROGRESS) if one != at]
        if not others or share(values[at], is_sentence) >= 0.5:
            if _all_resolved(columns, at, values):
                columns[at] = with_role(columns[at], Role.RECOMMENDATION)
        elif not _at(columns, Role.REF) and share(values[at], _short_reference) >= MOST:
            columns[at] = with_role(columns[at], Role.REF)
        elif not _at(columns, Role.OFFICER) and share(values[at], is_owner) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)
        elif not _at(columns, Role.STATUS) and share(values[at], is_only_status) >= MOST:
            columns[at] = with_role(columns[at], Role.STATUS)


def _short_reference(value: str) -> bool:
    """Tell whether a value is a reference of a word or two."""
    return is_count(value) and len(value.split()) <= 2


def _all_resolved(columns: Sequence[Column], at: int, values: Sequence[Values]) -> bool:
    """Tell whether a column beside another action column says what the council should do."""
    if (
        _at(columns, Role.RECOMMENDATION)
        or len(_at(columns, Role.ACTION)) < 2
        or columns[at].role is not Role.ACTION
    ):
        return False
    return share(values[at], is_resolved) >= MOST


def _narrative_status(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Status" or "Completed" over sentences as progress, over colours as a colour."""
    for at in _at(columns, Role.STATUS, Role.RAG, Role.COMPLETED):
        column, cells = columns[at], values[at]
        if not cells:
            continue
        if column.role is Role.COMPLETED:
            if share(cells, is_date) < 0.5 and is_narrative(cells):
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


def _opens_with_grade(cells: Values) -> bool:
    return share(cells, lambda value: is_reference(value.split()[0])) >= MOST


def _rating(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Rating" over colours or status words as what they are, not as a priority."""
    for at in _at(columns, Role.PRIORITY):
        if share(values[at], lambda value: read_rag(value) and len(value.split()) < 3) >= MOST:
            if not _at(columns, Role.RAG) and "priority" not in fold_label(columns[at].label):
                columns[at] = with_role(columns[at], Role.RAG)
        elif share(values[at], is_status_cell) >= MOST and not _at(columns, Role.STATUS):
            columns[at] = with_role(columns[at], Role.STATUS)


def _outcome(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Outcome" as a status, as what has come of the action, or as what is to come of it."""
    for at in _at(columns, Role.OUTCOME):
        reported = columns[at].second is Role.PROGRESS or share(values[at], is_told) >= MOST
        if share(values[at], is_status_cell) >= MOST and not _at(columns, Role.STATUS):
            columns[at] = replace(columns[at], role=Role.STATUS)
        elif reported and not _at(columns, Role.PROGRESS):
            columns[at] = with_role(columns[at], Role.PROGRESS)
        else:
            columns[at] = replace(columns[at], role=Role.MEASURE)


def _decided(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Decision" over sentences as what was resolved, where no column says what was proposed."""
    decisions = _at(columns, Role.DECISION)
    if len(decisions) == 1 and not _at(columns, Role.RECOMMENDATION, Role.ACTION):
        at = decisions[0]
        if "response" not in fold_label(columns[at].label) and share(values[at], is_sentence) >= MOST:
            columns[at] = with_role(columns[at], Role.RECOMMENDATION)


def _response(columns: list[Column], values: Sequence[Values]) -> None:
    """A response whose cells begin with no decision word is an action (contract, Columns)."""
    for at in _at(columns, Role.DECISION):
        decides = fold_label(columns[at].label) == "decision"
        if values[at] and not decides and not any(map(read_answer, values[at])):
            told = columns[at].second is Role.PROGRESS or _at(columns, Role.ACTION)
            role = Role.PROGRESS if told else Role.ACTION
            columns[at] = with_role(columns[at], role)


def _answer(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a "Management response" whose cells begin with a decision word as the decision."""
    for at in _at(columns, Role.ACTION):
        answers = "response" in fold_label(columns[at].label) and not _at(columns, Role.DECISION)
        if answers and share(values[at], read_answer) >= MOST:
            columns[at] = with_role(columns[at], Role.DECISION)


def _choices(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Accepted", "Rejected" over ticks as decisions, each with a column of its own.

    "Agreed / Noted / Rejected" over the word that holds is one column of them.
    """
    for at in _at(columns, Role.EXTRA):
        choices = _CHOICES.split(columns[at].label)
        if not values[at] or not all(map(decision_at, choices)):
            continue
        if all(map(is_choice, values[at])) or (len(choices) > 1 and all(map(read_answer, values[at]))):
            columns[at] = with_role(columns[at], Role.DECISION)


def _progress_of_status(columns: list[Column], values: Sequence[Values]) -> None:
    """A progress column that holds only status words is a status column (contract, Status).

    One of them, or each that is of a period of its own.
    """
    graded = bool(_at(columns, Role.STATUS))
    for at in _at(columns, Role.PROGRESS):
        if values[at] and (columns[at].period or not graded) and all(map(is_only_status, values[at])):
            columns[at] = replace(columns[at], role=Role.STATUS)
            graded = True


def _misled_owner(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "By", "Lead" or "Target" over dates, owners or measures as what its values are."""
    for at in _at(columns, Role.DUE):
        if not values[at] or share(values[at], is_date) > 1 - MOST:
            continue
        if share(values[at], is_owner) >= MOST:
            columns[at] = with_role(columns[at], Role.OFFICER)
        elif len(_at(columns, Role.DUE)) > 1 and "target" in fold_label(columns[at].label):
            columns[at] = with_role(columns[at], Role.MEASURE)
    for at in _at(columns, Role.OFFICER, Role.MEASURE):
        if values[at] and share(values[at], _is_bare_date) >= MOST:
            columns[at] = with_role(columns[at], Role.DUE)


def _is_bare_date(value: str) -> bool:
    """Tell whether a value is one date with a cue word or two, and nothing else."""
    short = len(value.split()) <= BARE_DATE_WORDS and is_date(value)
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
        if len(due) > 1 and _is_bare_label(columns[at]) and at == min(due):
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
    themes = [at for at in _at(columns, Role.THEME, Role.MEASURE) if share(values[at], is_sentence) >= 0.5]
    if len(tracked) > 1 and themes:
        longest = max(themes, key=lambda at: sum(map(len, values[at])) / len(values[at]))
        columns[longest] = with_role(columns[longest], Role.RECOMMENDATION)


_STEPS: tuple[Step, ...] = (
    _second_fact,
    _choices,
    _category,
    _numbered_theme,
    _unknown_label,
    _repeated_theme,
    _dated_label,
    _supported,
    _long_reference,
    _misled_action,
    _misled_owner,
    _narrative_status,
    _rating,
    _outcome,
    _decided,
    _response,
    _answer,
    _reason,
    _progress_of_status,
    _meeting_date,
    _raised_date,
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
