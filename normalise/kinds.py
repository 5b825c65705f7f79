"""What the values of a column look like: dates, references, owners, statuses, sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from normalise.cells import RawRow
from normalise.columns import Column, Role
from normalise.text import fold_label, is_finished
from normalise.values.colours import read_rag
from normalise.values.date_words import NOTHING, PAST_IRREGULAR
from normalise.values.dates import looks_like_date_cell
from normalise.values.decisions import is_choice
from normalise.values.officers import looks_like_officer_cell
from normalise.values.references import is_named, is_reference
from normalise.values.statuses import is_only_status, is_status_cell

Values = Sequence[str]

# The same cells are asked when a table is opened, joined and read.
KEPT_CELLS = 4096
is_date = lru_cache(KEPT_CELLS)(looks_like_date_cell)
is_owner = lru_cache(KEPT_CELLS)(looks_like_officer_cell)
# No words that say nothing are longer: "not applicable" is the longest.
LONGEST_BLANK = 20

# A column is of a kind when this share of its filled cells is.
MOST = 0.6
# "Ongoing" and "Completed" stand among dates; a column with as many dates is one of dates.
HALF = 0.5
# Cells longer than this on average are narrative.
NARRATIVE_WORDS = 8
# A colour with more words beside it says more than its colour.
RAG_WORDS = 3
_LEVELS = frozenset(
    {"high", "medium", "low", "h", "m", "l", "critical", "essential", "desirable", "advisory"}
)
_TICK = re.compile(r"[xX✓✔☑✗■█●•*]{1,12}|[Yy]es|[Yy]")
_GRADE = re.compile(r"\s*\(?(?:\d{1,2}|[A-Z])\)?(?:\s*[-–—.:=)]\s*|\s+)(?=[A-Za-z])")
_PLACE = re.compile(r"(?:paragraphs?|paras?|pages?|clauses?|minutes?)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][a-z]{3,}")
_TOLD = re.compile(r"\b(?:was|were|has|have|had)\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:\w{{2,}}ed|{'|'.join(PAST_IRREGULAR)})\b", re.IGNORECASE)
_RESOLVED = re.compile(
    r"\W*(?:that\b|(?:the|this)\s+(?:council|cabinet|executive|service)\s+should\b"
    r"|(?:(?:the|this)\s+)?council\s+(?:therefore\s+|also\s+|further\s+)?(?:resolves|agrees)\b)",
    re.IGNORECASE,
)


def is_colour(value: str) -> bool:
    """Tell whether a value is a colour and little else."""
    return read_rag(value) is not None and len(value.split()) < RAG_WORDS


def is_level(value: str) -> bool:
    """Tell whether a value is a colour, or says how high or grave: "High", "M", "Desirable"."""
    return is_colour(value) or fold_label(value) in _LEVELS


def is_tick(value: str) -> bool:
    """Tell whether a value is a mark that says "in this period": an x, a tick, a bar of blocks."""
    return bool(_TICK.fullmatch(value.strip()))


def is_count(value: str) -> bool:
    """Tell whether a value is a number, code or single letter; two capitals are initials."""
    marked = any(map(str.isdecimal, value)) or len(value.strip(".)(: ")) == 1
    if _WORD.search(value) and not is_named(value) and not _PLACE.match(value):
        return False  # "Section 106" and "Payroll 2022/23" are subjects
    return marked and not is_tick(value) and is_reference(value) and not is_graded(value)


def is_graded(value: str) -> bool:
    """Tell whether a value is a grade with its word, and no reference: "3 - Slipped", "2 On track"."""
    found = _GRADE.match(value)
    return bool(found and is_only_status(value[found.end() :]))


def is_status(value: str) -> bool:
    """Tell whether a value is a status word, alone or behind its grade, and at most a few words more."""
    return is_status_cell(value) or is_graded(value)


# In the order in which they are asked: a date is no reference, a reference no owner.
LOOKS: dict[Role, Callable[[str], object]] = {
    Role.DUE: is_date,
    Role.STATUS: is_status,
    Role.REF: is_count,
    Role.OFFICER: is_owner,
}


# A column of dates may say "Ongoing" throughout, one of statuses give the dates of completion.
_TIMED = frozenset({Role.DUE, Role.STATUS})


def values_of(rows: Sequence[RawRow], column: int) -> list[str]:
    """Return the values of a column, ticks among them; a dash or "N/A" says of no column what it holds."""
    cells = [str(row.cells[column]) for row in rows if column < len(row.cells)]
    return [cell for cell in cells if len(cell) > LONGEST_BLANK or _says_something(cell)]


def _says_something(cell: str) -> bool:
    return fold_label(cell) not in NOTHING or is_choice(cell)


def share(values: Values, test: Callable[[str], object]) -> float:
    """Return the share of values that pass a test; 0 of none."""
    return sum(bool(test(value)) for value in values) / len(values) if values else 0.0


def kind_of(values: Values) -> tuple[Role, float] | None:
    """Return the first kind that most values are of, and their share; None for texts and single words."""
    for role, test in LOOKS.items():
        part = share(values, test)
        if role is Role.DUE and part >= HALF:
            part = share(values, lambda value: is_date(value) or is_only_status(value))
        if part >= MOST:
            return role, part
    return None


def is_narrative(values: Values) -> bool:
    """Tell whether values are long on average."""
    return bool(values) and sum(len(value.split()) for value in values) / len(values) > NARRATIVE_WORDS


def is_sentence(value: str) -> bool:
    """Tell whether a value ends as a sentence does or is as long as one."""
    return is_finished(value) or len(value.split()) > NARRATIVE_WORDS


def is_told(value: str) -> bool:
    """Tell whether a value says what has been done, or that nothing has."""
    return bool(_TOLD.search(value)) or is_only_status(value)


def is_reported(value: str) -> bool:
    """Tell whether a value says what has been done in any form: "Nine set up", "Launched at 11 schools"."""
    return is_told(value) or _PAST.search(value) is not None


def is_resolved(value: str) -> bool:
    """Tell whether a value says what the council should do: "That …", "The Council should …"."""
    return bool(_RESOLVED.match(value))


def contradicts(columns: Sequence[Column], rows: Sequence[RawRow]) -> bool:
    """Tell whether rows hold other things than the columns of another table say.

    A column of dates that holds none, or references and statuses that are sentences;
    one of two facts may hold either.
    """
    for at, column in enumerate(columns):
        if column.second:
            continue
        values = values_of(rows, at)
        looks = LOOKS.get(column.role)
        if looks and len(values) > 1 and not any(map(looks, values)):
            others = LOOKS.keys() - {column.role} - (_TIMED if column.role in _TIMED else set())
            if any(share(values, LOOKS[role]) == 1 for role in others) or all(map(is_sentence, values)):
                return True
    return False
