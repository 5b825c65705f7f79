"""Groups of papers to linked reviews: identities of their own in the run, and what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.across.mentions import council_key
from extract.across.results import PaperFinding
from extract.findings import finding
from extract.history.review import Followed, FollowedAction, LinkedReview, council_of, key_of
from extract.link import Doubt, Thread, link_papers
from extract.reviews import AlikeTitles, Group
from extract.schema import Paper


class Follower:
    """Follows the reviews of one run, one after the other.

    Args:
        load: gives the record of a paper by its `paper_id`.
        findings: takes what a reader should know.
    """

    def __init__(self, load: Callable[[str], Paper], findings: list[PaperFinding]) -> None:
        """See the class."""
        self._load = load
        self._findings = findings
        self._taken: set[str] = set()
        self._reviews: set[str] = set()

    def review(self, group: Group) -> LinkedReview:
        """Link the papers of one review."""
        papers = tuple(self._load(paper_id) for paper_id in group.originals)
        threads, doubts = link_papers(papers)
        self._report_copies(group)
        self._findings += [_doubtful(doubt) for doubt in doubts]
        return LinkedReview(
            review_id=self._review_id(papers),
            group=group,
            papers=papers,
            recommendations=tuple(self._followed(thread) for thread in threads),
        )

    def _review_id(self, papers: Sequence[Paper]) -> str:
        """Return council and key, else the oldest paper; where another review has it, the paper too."""
        key = key_of(papers)
        council = council_key(council_of(papers) or "")
        oldest = papers[0].paper_id if papers else ""
        identity = "/".join(filter(None, (council, key))) if key else oldest
        identity = f"{identity}/{oldest}" if identity in self._reviews else identity
        self._reviews.add(identity)
        return identity

    def _followed(self, thread: Thread) -> Followed:
        identity = self._identity(thread)
        actions = tuple(
            FollowedAction(f"{identity}/a{at}", action) for at, action in enumerate(thread.actions, start=1)
        )
        return Followed(identity, thread, actions)

    def _identity(self, thread: Thread) -> str:
        """Return the id of the oldest paper; where another thread has it, one that names the paper."""
        first = thread.first
        printed = first.recommendation.recommendation_id
        named = f"{first.paper.paper_id}/{printed.rpartition('/')[2]}"
        identity = printed if printed not in self._taken else named
        self._taken.add(identity)
        return identity

    def _report_copies(self, group: Group) -> None:
        names = {card.paper_id: card.name for card in group.cards}
        for copy, original in group.copies.items():
            message = f"this paper says word for word what {names[original]} says; it is counted once"
            self._findings.append(PaperFinding(copy, finding("copy-of", message)))


def _doubtful(doubt: Doubt) -> PaperFinding:
    earlier, later = doubt.earlier, doubt.later
    what = "an action of recommendation" if later.action else "recommendation"
    ref = earlier.recommendation.ref or "without reference"
    text = earlier.action.text if earlier.action else earlier.recommendation.text
    message = (
        f"this may be {what} {ref} of {earlier.paper.source.name}: “{_head(text)}” "
        f"(alike by {doubt.score:.0f} of 100)"
    )
    field = "action_id" if later.action else "recommendation_id"
    found = finding("possible-link", message, ref=later.recommendation.ref, field=field)
    return PaperFinding(later.paper.paper_id, found)


def _head(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def alike_titles(alike: AlikeTitles) -> PaperFinding:
    """Report two titles that may name one review."""
    earlier = alike.earlier
    message = (
        f"this may be of the review of {earlier.name}, “{earlier.title}” (alike by {alike.score:.0f} of 100)"
    )
    return PaperFinding(alike.later.paper_id, finding("possible-review", message, field="review"))
