"""Updates that repeat the round before, and the words that did change."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from extract.history.model import Quote, RecycledRow
from extract.history.review import Followed, LinkedReview, Round, field_quote, rounds
from extract.link import Thread
from normalise.text import fold_label

# Two rounds share phrases of their trade ("the working group"); a run of four words is a phrase, longer
# ones were copied.
MIN_RUN = 4
# An update of which this share stands in the round before says nothing new worth the name.
MIN_SHARE = 0.8
# Of shorter updates ("Complete.", "No change") nothing shows that they were copied.
MIN_WORDS = 6
# Words kept of what changed: enough to see it, and a bound for a cell of pages.
MAX_CHANGED = 60


class Repeat(NamedTuple):
    """How much of a text stands in an earlier one (0 to 1), and the words that went and came."""

    share: float
    removed: list[str]
    added: list[str]


def recycled(review: LinkedReview) -> Iterator[RecycledRow]:
    """Give a row for each round whose words are nearly those of the round before."""
    for followed in review.recommendations:
        yield from _repeats(review, followed, followed.thread, None)
        for action in followed.actions:
            yield from _repeats(review, followed, action.thread, action.action_id)


def _repeats(
    review: LinkedReview, followed: Followed, thread: Thread, action_id: str | None
) -> Iterator[RecycledRow]:
    for before, after in pairwise(rounds(thread)):
        found = repeat_of(before.progress.evidence, after.progress.evidence)
        if found is None:
            continue
        yield RecycledRow(
            recommendation_id=followed.recommendation_id,
            action_id=action_id,
            review_key=review.key,
            recommendation_ref=followed.ref,
            paper_id=after.paper.paper_id,
            period=after.period,
            earlier_paper_id=before.paper.paper_id,
            earlier_period=before.period,
            share_repeated=found.share,
            removed=found.removed,
            added=found.added,
            text=after.progress.evidence,
            evidence=[_quote(before), _quote(after)],
        )


def repeat_of(before: str, after: str) -> Repeat | None:
    """Tell how far a text repeats an earlier one; None where it says something of its own."""
    old, new = fold_label(before).split(), fold_label(after).split()
    if len(new) < MIN_WORDS or len(old) < MIN_WORDS:
        return None
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks() if block.size >= MIN_RUN)
    share = round(kept / len(new), 2)
    if share < MIN_SHARE:
        return None
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    removed = [" ".join(old[start:end]) for _, start, end, _, _ in changes if end > start]
    added = [" ".join(new[start:end]) for _, _, _, start, end in changes if end > start]
    return Repeat(share, removed[:MAX_CHANGED], added[:MAX_CHANGED])


def _quote(one: Round) -> Quote:
    return field_quote(one.paper, one.progress.evidence, one.progress.provenance, "evidence")
