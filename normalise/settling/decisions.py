"""Decisions, responses and reasons: which column answers a recommendation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.columns import STATUS_ROLES, Column, Role, columns_with, with_role
from normalise.kinds import (
    MOST,
    Values,
    is_reported,
    is_sentence,
    share,
)
from normalise.text import fold_label
from normalise.values.decisions import decision_at, is_choice, read_answer

_ANSWER = re.compile(r"\b(?:response|reply|answer)\b")
_CHOICES = re.compile(r"\s*(?:[/,]|\bor\b)\s*")


def choices(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Accepted", "Rejected" over ticks as decisions, each with a column of its own.

    "Agreed / Noted / Rejected" over the word that holds is one column of them.
    """
    for at in columns_with(columns, Role.EXTRA):
        choices = _CHOICES.split(columns[at].label)
        if not values[at] or not all(map(decision_at, choices)):
            continue
        if all(map(is_choice, values[at])) or (len(choices) > 1 and all(map(read_answer, values[at]))):
            columns[at] = with_role(columns[at], Role.DECISION)


def decided(columns: list[Column], values: Sequence[Values]) -> None:
    """Read "Decision" over sentences as what was resolved, where no column says what was proposed."""
    decisions = columns_with(columns, Role.DECISION)
    if len(decisions) == 1 and not columns_with(columns, Role.RECOMMENDATION, Role.ACTION):
        at = decisions[0]
        if "response" not in fold_label(columns[at].label) and share(values[at], is_sentence) >= MOST:
            columns[at] = with_role(columns[at], Role.RECOMMENDATION)


def response(columns: list[Column], values: Sequence[Values]) -> None:
    """A response whose cells begin with no decision word is an action (contract, Columns).

    Beside an action, or where a status stands beside it and it reports, it is what has been done.
    """
    for at in columns_with(columns, Role.DECISION):
        decides = fold_label(columns[at].label) == "decision"
        if values[at] and not decides and not any(map(read_answer, values[at])):
            tracked = bool(columns_with(columns, *STATUS_ROLES))
            told = (
                columns[at].second is Role.PROGRESS
                or bool(columns_with(columns, Role.ACTION))
                or (tracked and share(values[at], is_reported) >= MOST)
            )
            role = Role.PROGRESS if told else Role.ACTION
            columns[at] = with_role(columns[at], role)


def answer(columns: list[Column], values: Sequence[Values]) -> None:
    """Read a "Management response" whose cells begin with a decision word as the decision."""
    for at in columns_with(columns, Role.ACTION):
        answers = "response" in fold_label(columns[at].label) and not columns_with(columns, Role.DECISION)
        if answers and share(values[at], read_answer) >= MOST:
            columns[at] = with_role(columns[at], Role.DECISION)


def answered(columns: list[Column], values: Sequence[Values]) -> None:
    """Read the "Response of the Trust" as the decision where its cells begin with a decision word."""
    for at in columns_with(columns, Role.EXTRA):
        answers = _ANSWER.search(fold_label(columns[at].label)) and not columns_with(columns, Role.DECISION)
        if answers and share(values[at], read_answer) >= MOST:
            columns[at] = with_role(columns[at], Role.DECISION)


def reason(columns: list[Column], values: Sequence[Values]) -> None:
    """An explanation beside a decision, where nothing is graded, is its reason; so is a commentary on it."""
    decided = columns_with(columns, Role.DECISION)
    for at in columns_with(columns, Role.PROGRESS):
        if at - 1 in decided and "commentary" in fold_label(columns[at].label):
            columns[at] = with_role(columns[at], Role.REASON)
    if decided and not columns_with(columns, Role.PROGRESS, Role.STATUS, Role.RAG):
        for at in columns_with(columns, Role.EXPLANATION):
            columns[at] = with_role(columns[at], Role.REASON)
