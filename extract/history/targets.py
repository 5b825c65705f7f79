"""Numbers that were promised, beside the numbers of later evidence: side by side, never judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.history.model import TargetRow
from extract.history.review import (
    Followed,
    FollowedAction,
    LinkedReview,
    Round,
    field_quote,
    quote,
    rounds,
)
from extract.schema import DateRef, Paper, Target
from normalise.values.date_grammar import find_dates

_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?](?=\d)[^.!?;\n]*)*[.!?;]?")
_NUMBER = re.compile(r"(?<![\w.])£?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?%|\s?per cent\b)?(?!\w)")


def targets(review: LinkedReview) -> Iterator[TargetRow]:
    """Give a row for each counted target and each later sentence with numbers in it.

    A target that no later evidence answers with a number has one row without a quote.
    """
    for followed in review.recommendations:
        for action in followed.actions:
            told = [*rounds(followed.thread), *rounds(action.thread)]
            for promise in _counted(action):
                yield from _rows(review, followed, action, promise, told)


def _counted(action: FollowedAction) -> Iterator[tuple[Paper, DateRef, Target]]:
    """Give the targets that hold a number, each once, from the first paper that prints it."""
    seen: set[tuple[str, str | None]] = set()
    for paper, printed in action.actions:
        for due in printed.due:
            target = due.target
            if target and target.quantity is not None and (target.text, due.edtf) not in seen:
                seen.add((target.text, due.edtf))
                yield paper, due, target


def _rows(
    review: LinkedReview,
    followed: Followed,
    action: FollowedAction,
    promise: tuple[Paper, DateRef, Target],
    told: list[Round],
) -> Iterator[TargetRow]:
    paper, due, target = promise
    answers = [(one, *said) for one in told for said in counting_sentences(one.progress.evidence)]
    promised = quote(paper, due.raw, due.provenance)
    alone = TargetRow(
        recommendation_id=followed.recommendation_id,
        action_id=action.action_id,
        review_key=review.key,
        recommendation_ref=followed.ref,
        target=target.text,
        quantity=target.quantity,
        comparator=target.comparator,
        unit=target.unit,
        due=due.edtf,
        due_latest=due.latest,
        period=None,
        numbers=[],
        quote="",
        evidence=[promised],
    )
    if not answers:
        yield alone
    for one, words, numbers in answers:
        answer = field_quote(one.paper, words, one.progress.provenance, "evidence")
        yield alone.model_copy(
            update={
                "period": one.period,
                "numbers": numbers,
                "quote": words,
                "evidence": [promised, answer],
            }
        )


def counting_sentences(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give the sentences of a text that hold numbers which are no dates, with those numbers as printed."""
    dates = [(found.start, found.end) for found in find_dates(text)]
    for sentence in _SENTENCE.finditer(text):
        numbers = [
            number.group()
            for number in _NUMBER.finditer(text, sentence.start(), sentence.end())
            if not any(start < number.end() and number.start() < end for start, end in dates)
        ]
        if numbers:
            yield sentence.group().strip(), numbers
