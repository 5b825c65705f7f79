"""Header labels -> column roles, by meaning; where a word misleads, the values decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from normalise.lexicon import load
from normalise.text import fold, fold_label
from normalise.values.dates import read_period
from normalise.values.references import is_reference
from parsers.model import Text


class Role(StrEnum):
    """What a column holds."""

    REF = "ref"
    ACTION_REF = "action_ref"
    THEME = "theme"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    REASON = "reason"
    DECISION_DATE = "decision_date"
    ACTION = "action"
    OFFICER = "officer"
    SUPPORT = "support"
    PORTFOLIO = "portfolio"
    MEASURE = "measure"
    OUTCOME = "outcome"
    RESOURCES = "resources"
    PRIORITY = "priority"
    START = "start"
    DUE = "due"
    ORIGINAL_DUE = "original_due"
    REVISED_DUE = "revised_due"
    REVIEW_DATE = "review_date"
    COMPLETED = "completed"
    STATUS = "status"
    RAG = "rag"
    PROGRESS = "progress"
    EXPLANATION = "explanation"
    IMPACT = "impact"
    SCRUTINY_COMMENTS = "scrutiny_comments"
    COMMENTS = "comments"
    EXTRA = "extra"


DATE_ROLES = frozenset(
    {Role.START, Role.DUE, Role.ORIGINAL_DUE, Role.REVISED_DUE, Role.REVIEW_DATE, Role.COMPLETED}
)
OFFICER_ROLES = frozenset({Role.OFFICER, Role.SUPPORT, Role.PORTFOLIO})
STATUS_ROLES = frozenset({Role.STATUS, Role.RAG})
# Cells of these hold sentences, which a page end can cut.
TEXT_ROLES = frozenset(
    {
        Role.RECOMMENDATION,
        Role.ACTION,
        Role.MEASURE,
        Role.OUTCOME,
        Role.PROGRESS,
        Role.EXPLANATION,
        Role.IMPACT,
        Role.DECISION,
        Role.REASON,
        Role.COMMENTS,
        Role.SCRUTINY_COMMENTS,
        Role.EXTRA,
    }
)

# A date in a label belongs to an update, its grade or its effect (survey, Labels with a date inside).
ROUND_ROLES = frozenset(
    {Role.PROGRESS, Role.STATUS, Role.RAG, Role.IMPACT, Role.EXPLANATION, Role.OUTCOME, Role.COMMENTS}
)

# The longest label read in 53 papers is nine words; longer is a sentence.
MAX_LABEL_WORDS = 12
LONGEST_ABBREVIATION = 5
# Labels come again on every page and in every paper of a council.
KEPT_LABELS = 4096
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PLURAL = re.compile(r"\((?:s|es|ies)\)|/s\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[[ivx\d]+\]|[*†‡§¹²³]+")
# "Grade 2": the second of several rounds.
_COUNTED = re.compile(r"(?<=[a-z])\s+\d{1,2}$")
# A phrase behind these is the second fact of a label whose first words are not known.
_JOINED_BEHIND = re.compile(r"(?<=\w)\s*(?:/|\band|\+)\s*$")
_JOINER = re.compile(r"\s*(?:/|,|;|\band\b|\bor\b|-|\+)\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label read.

    Attributes:
        role: the fact that the label names first; EXTRA where its words are not known.
        second: another fact that it names, None for one.
        period: EDTF of a date in the label, None for none.
        period_label: that date as printed.
    """

    role: Role
    second: Role | None = None
    period: str | None = None
    period_label: str | None = None

    @property
    def known(self) -> bool:
        """Whether any word of the label is in the lexicon."""
        return self.role is not Role.EXTRA or self.second is not None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a logical table: its printed label and what it means.

    `inferred` says that the values, not the label, gave the role.
    """

    label: str
    role: Role
    second: Role | None = None
    period: str | None = None
    period_label: str | None = None
    inferred: bool = False


@cache
def _exact() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for name, entry in load("columns")["role"].items():
        for phrase in entry.get("exact", ()):
            found.setdefault(_plain(phrase), Role(name))
    return found


def _plain(label: str) -> str:
    """Fold a label or phrase to its words, slashes read as blanks."""
    return " ".join(fold_label(label).replace("/", " ").split())


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, Role]]:
    roles: dict[str, Role] = {}
    for name, entry in load("columns")["role"].items():
        for phrase in entry.get("phrases", ()):
            roles.setdefault(_plain(phrase), Role(name))
    gapped = (r"[ /]+".join(map(re.escape, words.split())) for words in sorted(roles, key=len, reverse=True))
    return re.compile(r"\b(" + "|".join(gapped) + r")(?:e?s)?\b"), roles


def _strip(label: str) -> str:
    """Take plural brackets, footnote marks and bracketed notes off a label."""
    return _BRACKET.sub(" ", _FOOTNOTE.sub(" ", _PLURAL.sub("", label)))


@lru_cache(maxsize=KEPT_LABELS)
def read_label(label: str) -> Label:
    """Read what a label names first and, behind a joiner, second; dates in it apart."""
    rest, period, period_label = read_period(label)
    words = fold_label(_strip(rest) if _strip(rest).strip(" :") else rest)
    if not words or len(words.split()) > MAX_LABEL_WORDS:
        return Label(Role.EXTRA, None, period, period_label)
    bare = _COUNTED.sub("", _plain(words))
    exact = _exact().get(bare) or _exact().get(bare.removeprefix("the ").removesuffix("s"))
    if exact:
        return Label(Role.STATUS if period and exact is Role.PRIORITY else exact, None, period, period_label)
    pattern, roles = _phrases()
    found = [(match.start(), match.end(), roles[_plain(match.group(1))]) for match in pattern.finditer(words)]
    if not found:
        return Label(Role.EXTRA, None, period, period_label)
    first = next((one for one in found if period and one[2] in ROUND_ROLES), found[0])
    joined = _JOINED_BEHIND.search(words[: first[0]])
    if joined:
        before = _exact().get(words[: joined.start()].strip(), Role.EXTRA)
        return Label(before, first[2] if first[2] is not before else None, period, period_label)
    return Label(first[2], _second(words, found[found.index(first) :]), period, period_label)


def is_exact_label(label: str) -> bool:
    """Tell whether a text is a whole label of the lexicon and nothing else."""
    words = _plain(label)
    found = _phrases()[0].fullmatch(words)
    return words in _exact() or found is not None


def _second(words: str, found: Sequence[tuple[int, int, Role]]) -> Role | None:
    """Return the role of the first other fact that stands behind a joiner."""
    for (_, end, first), (start, _, role) in pairwise(found):
        if role is not first and role is not found[0][2] and _JOINER.search(words[end:start] or " "):
            return role
    behind = _JOINER.split(words[found[-1][1] :], maxsplit=1)
    other = _exact().get(behind[-1].strip()) if len(behind) > 1 else None
    return other if other is not found[0][2] else None


def header_score(cells: Sequence[Text]) -> float:
    """Return the share of filled cells that are known labels; 0 where one is a sentence."""
    filled = [str(cell) for cell in cells if cell]
    if not filled or any(
        len(_strip(cell).split()) > MAX_LABEL_WORDS or _ends_sentence(cell) for cell in filled
    ):
        return 0.0
    return sum(read_label(cell).known for cell in filled) / len(filled)


def _ends_sentence(cell: str) -> bool:
    """Tell whether a full stop ends more than an abbreviation such as "Resp."."""
    return cell.rstrip().endswith(".") and len(cell.split()[-1]) > LONGEST_ABBREVIATION


def is_header(cells: Sequence[Text]) -> bool:
    """Tell whether a row is a header: two or more labels, half of them known, and no number first."""
    first = next((str(cell) for cell in cells if cell), "")
    if is_reference(first) and any(map(str.isdecimal, first)):
        return False
    known = {fold(str(cell)) for cell in cells if cell and read_label(str(cell)).known}
    return len(known) >= 2 and header_score(cells) >= 0.5


def same_header(cells: Sequence[Text], columns: Sequence[Column]) -> bool:
    """Tell whether a row prints the labels of these columns again."""
    printed = [fold(str(cell)) for cell in cells]
    labels = [fold(column.label) for column in columns]
    return any(printed) and printed[: len(labels)] == labels[: len(printed)]


def read_columns(labels: Sequence[Text]) -> tuple[Column, ...]:
    """Name the columns by their labels alone."""
    columns = []
    for text in labels:
        label = read_label(str(text))
        columns.append(Column(str(text), label.role, label.second, label.period, label.period_label))
    return tuple(columns)


def with_role(column: Column, role: Role) -> Column:
    """Return the column with a role that its values gave it; what else its label names stays."""
    second = column.second if column.second is not role else None
    return replace(column, role=role, second=second, inferred=True)
