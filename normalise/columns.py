"""Header labels -> column roles, by meaning; where a word misleads, the values decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from normalise.lexicon import load
from normalise.text import fold_label
from normalise.values.dates import read_period
from normalise.welsh import english_label


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
    PERIOD = "period"
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

# Facts that labels name beside one another without meaning two: "Outputs/Outcomes", "RAG/Status".
_FAMILIES = (
    DATE_ROLES,
    STATUS_ROLES,
    frozenset({Role.MEASURE, Role.OUTCOME, Role.IMPACT}),
    frozenset({Role.COMMENTS, Role.SCRUTINY_COMMENTS}),
)

# A phrase in a label: where it begins and ends, and the fact that it names.
_Found = tuple[int, int, Role]
_CHANGED = frozenset({Role.ORIGINAL_DUE, Role.REVISED_DUE})

# The longest label read in 53 papers is nine words; longer is a sentence.
MAX_LABEL_WORDS = 12
# Labels come again on every page and in every paper of a council.
KEPT_LABELS = 4096
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PLURAL = re.compile(r"\((?:s|es|ies)\)|/s\b", re.IGNORECASE)
# "Action (with completion date)", "Progress (RAG)": the bracket names a second fact.
_WITH = re.compile(
    r"\((?:(?:with|and|including|incl\.?|plus)\s+|(?=b?rag\b))(?P<fact>[^()]+)\)", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"\[[ivx\d]+\]|[*†‡§¹²³]+")
# "Grade 2": the second of several rounds.
_COUNTED = re.compile(r"(?<=[a-z])\s+\d{1,2}$")
# The label of a column that holds how things stood before; of several others the last is the newest.
_EARLIER = re.compile(r"\b(?:previous|prior|last|initial|original|earlier)\b", re.IGNORECASE)
# A phrase behind these is the second fact of a label whose first words are not known.
_JOINED_BEHIND = re.compile(r"(?<=\w)\s*(?:/|\band|\+)\s*$")
_PARTED = re.compile(r"\s*(?:/|\+|\band\b)\s*")
_JOINER = re.compile(r"\s*(?:/|,|;|\band\b|\bor\b|-|\+)\s*")


def family(role: Role) -> frozenset[Role]:
    """Return the facts that a label may name in one breath with this one, itself among them."""
    return next((roles for roles in _FAMILIES if role in roles), frozenset({role}))


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

    `inferred` says that the values, not the label, gave the role; `share` is the part of
    the values that speak for it, None where the label settles it.
    """

    label: str
    role: Role
    second: Role | None = None
    period: str | None = None
    period_label: str | None = None
    inferred: bool = False
    share: float | None = None


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


def strip_marks(label: str) -> str:
    """Take plural brackets, footnote marks and bracketed notes off a label."""
    return _BRACKET.sub(" ", _FOOTNOTE.sub(" ", _PLURAL.sub("", label)))


@lru_cache(maxsize=KEPT_LABELS)
def read_label(label: str) -> Label:
    """Read what a label names first and, behind a joiner, second; dates in it and its Welsh half apart."""
    rest, period, period_label = read_period(_WITH.sub(_joined_fact, english_label(label)))
    words = fold_label(strip_marks(rest) if strip_marks(rest).strip(" :") else rest)
    if not words or len(words.split()) > MAX_LABEL_WORDS:
        return Label(Role.EXTRA, None, period, period_label)
    bare = _COUNTED.sub("", _plain(words))
    exact = _exact_role(bare)
    if exact:
        return Label(Role.STATUS if period and exact is Role.PRIORITY else exact, None, period, period_label)
    facts = _facts(words)
    if facts:
        second = next((one for one in facts[1:] if one in DATE_ROLES), facts[1])
        return Label(facts[0], second, period, period_label)
    pattern, roles = _phrases()
    found = [(match.start(), match.end(), roles[_plain(match.group(1))]) for match in pattern.finditer(words)]
    if not found:
        return Label(Role.EXTRA, None, period, period_label)
    found = _without_adjectives(found)
    first = next((one for one in found if period and one[2] in ROUND_ROLES), found[0])
    joined = _JOINED_BEHIND.search(words[: first[0]])
    if joined:
        before = _exact().get(words[: joined.start()].strip(), Role.EXTRA)
        return Label(before, first[2] if first[2] is not before else None, period, period_label)
    return Label(first[2], _second(words, found[found.index(first) :]), period, period_label)


def _without_adjectives(found: list[_Found]) -> list[_Found]:
    """Leave "original" and "revised" away right before what they say it of: "Original action"."""
    first, *rest = found
    adjective = bool(rest) and first[2] in _CHANGED and rest[0][0] == first[1] + 1
    return rest if adjective and rest[0][2] not in DATE_ROLES else found


def _joined_fact(bracket: re.Match[str]) -> str:
    """Put a fact that a bracket adds behind the label, where it is one that is known."""
    return f" and {bracket['fact']}" if read_label(bracket["fact"]).known else bracket[0]


@lru_cache(maxsize=KEPT_LABELS)
def is_exact_label(label: str) -> bool:
    """Tell whether a text is a whole label of the lexicon and nothing else."""
    words = _plain(label)
    found = _phrases()[0].fullmatch(words)
    return words in _exact() or found is not None


def _exact_role(words: str) -> Role | None:
    return _exact().get(words) or _exact().get(words.removeprefix("the ").removesuffix("s"))


def _facts(words: str) -> list[Role]:
    """Return the facts of a label that is labels throughout: "Action / Lead / Timescale", "Who and when".

    Nothing where a part is no label of its own, or where all parts name facts of one
    family, as in "Outputs/Outcomes".
    """
    phrases = _phrases()[1]
    if "/" not in words and {_plain(words), _plain(words).removesuffix("s")} & phrases.keys():
        return []
    parts = [_plain(part) for part in _PARTED.split(words)]
    roles = [
        _exact_role(part) or phrases.get(part) or phrases.get(part.removesuffix("s"), Role.EXTRA)
        for part in parts
    ]
    if Role.EXTRA in roles or len({family(role) for role in roles}) < 2:
        return []
    return list(dict.fromkeys(roles))


def _is_whole(words: str, found: Sequence[_Found]) -> bool:
    """Tell whether phrases are all that a label says: "Action Expected Outcome"."""
    return found[0][0] == 0 and found[-1][1] == len(words)


def _second(words: str, found: Sequence[_Found]) -> Role | None:
    """Return the role of the first other fact that stands behind a joiner."""
    for (_, end, first), (start, _, role) in pairwise(found):
        between = words[end:start]
        if role is first or role is found[0][2]:
            continue
        if _JOINER.search(between or " ") or (not between.strip() and _is_whole(words, found)):
            return role
    behind = _JOINER.split(words[found[-1][1] :], maxsplit=1)
    other = _exact().get(behind[-1].strip()) if len(behind) > 1 else None
    return other if other is not found[0][2] else None


def with_role(column: Column, role: Role, share: float | None = None) -> Column:
    """Return the column with a role that its values gave it; what else its label names stays."""
    second = column.second if column.second is not role else None
    return replace(column, role=role, second=second, inferred=True, share=share)


def is_earlier(label: str) -> bool:
    """Tell whether a label heads how things stood before: "Previous RAG"."""
    return _EARLIER.search(label) is not None


def columns_with(columns: Sequence[Column], *roles: Role) -> list[int]:
    """Return where columns of some roles stand, counted from 0."""
    return [at for at, column in enumerate(columns) if column.role in roles]


def is_bare_date_label(column: Column) -> bool:
    """Tell whether a column is called "Date" and no more, which may be when a matter was raised."""
    return fold_label(column.label) == "date"
