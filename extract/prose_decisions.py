"""Decisions told in the prose of a paper -> the recommendations that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.drafts import RecommendationDraft
from extract.schema import Decision
from extract.values import Reader
from normalise.values.resolutions import Resolution, read_resolutions, ref_key
from parsers.model import Text


def decide(drafts: Sequence[RecommendationDraft], prose: Iterable[Text], reader: Reader) -> None:
    """Give each recommendation without an answer of its own the one that the prose tells of it.

    "Recommendations 1 to 6 were agreed", "Cabinet accepted all of the recommendations".  Where a
    reference stands twice in the paper, which of them is meant stays open, and neither is decided.
    """
    counts = Counter(ref_key(draft.ref) for draft in drafts if draft.ref)
    unanswered = [
        draft
        for draft in drafts
        if draft.decision is None and (not draft.ref or counts[ref_key(draft.ref)] == 1)
    ]
    if not unanswered:
        return
    told = [(text, one) for text in prose for one in read_resolutions(str(text))]
    for draft in unanswered:
        own = [(text, one) for text, one in told if _names(one, draft)]
        if own:
            _answer(draft, own, reader)


def _names(resolution: Resolution, draft: RecommendationDraft) -> bool:
    ref = ref_key(draft.ref) if draft.ref else None
    if resolution.refs is None:
        return ref not in resolution.besides
    return ref in resolution.refs


def _answer(draft: RecommendationDraft, told: Sequence[tuple[Text, Resolution]], reader: Reader) -> None:
    """Take the answer that names the recommendation before one to all; parts that differ accept a part."""
    ref = ref_key(draft.ref) if draft.ref else ""
    named = [pair for pair in told if pair[1].refs is not None] or list(told)
    whole = [pair for pair in named if ref not in pair[1].parts]
    text, chosen = (whole or named)[-1]
    statuses = {one.status for _, one in named}
    partial = any(ref in one.parts for _, one in named)
    status = chosen.status if not partial or (statuses == {chosen.status} and whole) else "accepted_in_part"
    if partial and not any(one.startswith("accepted") for one in statuses):
        return
    start, end = (len(str(text)[:at].split()) for at in (chosen.start, chosen.end))
    raw = str(text)[chosen.start : chosen.end].strip()
    draft.decision = Decision.model_validate({"status": status, "raw": raw, "reason": chosen.reason})
    reader.note(draft.provenance, "decision", Text(text.words[start:end]))
