"""The recommendations and actions of one review, followed through its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.matching import Evidence, Match, Matching, Printed, match
from extract.schema import Action, Paper, Recommendation
from normalise.text import fold_label


@dataclass(frozen=True, slots=True)
class Mention:
    """A recommendation, or one of its actions, in one paper.

    Attributes:
        paper: the paper.
        recommendation: the recommendation.
        action: the action; null where the mention is of the recommendation itself.
        score, evidence: how alike its words are to those printed before, and what tells that it is the
            same thing; null on a first mention.
    """

    paper: Paper
    recommendation: Recommendation
    action: Action | None = None
    score: float | None = None
    evidence: Evidence | None = None

    @property
    def printed(self) -> Printed:
        """Its label and words: of a recommendation without text those of its actions."""
        if self.action:
            return Printed(self.action.ref, fold_label(self.action.text))
        words = self.recommendation.text or " ".join(one.text for one in self.recommendation.actions)
        return Printed(self.recommendation.ref, fold_label(words))


@dataclass(slots=True)
class Thread:
    """One recommendation or action through the papers of a review, oldest first; never empty.

    Attributes:
        mentions: where it is printed.
        actions: of a recommendation, its actions through the same papers.
    """

    mentions: list[Mention]
    actions: list[Thread] = field(default_factory=list)
    forms: list[Printed] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        """The mention in the oldest paper."""
        return self.mentions[0]

    @property
    def last(self) -> Mention:
        """The mention in the newest paper."""
        return self.mentions[-1]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two mentions of a recommendation, or of an action, that may be one: the words do not settle it."""

    earlier: Mention
    later: Mention
    score: float


def link_papers(papers: Sequence[Paper]) -> tuple[list[Thread], list[Doubt]]:
    """Follow the recommendations and actions of one review through its papers.

    Args:
        papers: the papers of one review, oldest first, each once.

    Returns:
        Threads in the order in which their recommendations are first printed, and
        what may be the same but is not certain to be.
    """
    threads: list[Thread] = []
    doubts: list[Doubt] = []
    for paper in papers:
        mentions = [Mention(paper, one) for one in paper.recommendations]
        matching = _match(threads, mentions)
        doubts += _doubts(matching, threads, mentions)
        _extend(threads, mentions, matching.matches)
    for thread in threads:
        thread.actions, open_ = _actions(thread)
        doubts += open_
    return threads, doubts


def _match(threads: Sequence[Thread], mentions: Sequence[Mention]) -> Matching:
    return match([thread.forms for thread in threads], [mention.printed for mention in mentions])


def _doubts(matching: Matching, threads: Sequence[Thread], mentions: Sequence[Mention]) -> list[Doubt]:
    return [Doubt(threads[one.old].last, mentions[one.new], one.score) for one in matching.doubts]


def _actions(thread: Thread) -> tuple[list[Thread], list[Doubt]]:
    """Follow the actions of one recommendation through the papers that print it."""
    threads: list[Thread] = []
    doubts: list[Doubt] = []
    for mention in thread.mentions:
        mentions = [
            Mention(mention.paper, mention.recommendation, action)
            for action in mention.recommendation.actions
        ]
        matching = _match(threads, mentions)
        matches = matching.matches
        doubts += _doubts(matching, threads, mentions)
        if not matches and len(threads) == len(mentions) == 1 and _left_out(threads[0], mentions[0]):
            matches = [Match(0, 0, 100.0, "only_action")]
        _extend(threads, mentions, matches)
    return threads, doubts


def _left_out(thread: Thread, mention: Mention) -> bool:
    """Tell whether one of two papers leaves out what the one action of a recommendation is."""
    return not mention.printed.words or not any(form.words for form in thread.forms)


def _extend(threads: list[Thread], mentions: Sequence[Mention], matches: Sequence[Match]) -> None:
    """Add each mention to the thread that it was matched with, or open one for it."""
    found = {one.new: one for one in matches}
    for at, mention in enumerate(mentions):
        one = found.get(at)
        if one is None:
            threads.append(Thread([mention], forms=[mention.printed]))
            continue
        thread = threads[one.old]
        thread.mentions.append(
            Mention(mention.paper, mention.recommendation, mention.action, round(one.score, 1), one.evidence)
        )
        if mention.printed not in thread.forms:
            thread.forms.append(mention.printed)
