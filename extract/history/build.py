"""Cards of papers to the record over time, one review after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from extract.across.results import PaperFinding
from extract.history.follow import Follower, alike_titles
from extract.history.gaps import gaps
from extract.history.model import AsOf, History
from extract.history.recommendations import links, recommendation_row, review_row
from extract.history.recycled import recycled
from extract.history.review import LinkedReview
from extract.history.silence import silence
from extract.history.slippage import slippage
from extract.history.statuses import statuses
from extract.history.targets import targets
from extract.reviews import Card, group_cards
from extract.schema import Paper

__all__ = ["History", "add_ledgers", "as_of_day", "followed_reviews", "history_of"]

Load = Callable[[str], Paper]
Told = list[PaperFinding]


def history_of(cards: Iterable[Card], load: Load, as_of: date | None = None) -> tuple[History, Told]:
    """Follow the recommendations of a run over time.

    Args:
        cards: one for each paper (`extract.reviews.card_of`).
        load: gives the record of a paper by its `paper_id`.
        as_of: the day that counts as today; by default the newest day of which the papers tell.

    Returns:
        The ledgers; and findings, each on the later of the papers that it is about.
    """
    listed = list(cards)
    history, findings = History(as_of=as_of_day(listed, as_of)), Told()
    for review in followed_reviews(listed, load, findings):
        add_ledgers(history, review)
    return history, findings


def followed_reviews(cards: Sequence[Card], load: Load, findings: Told) -> Iterator[LinkedReview]:
    """Give the reviews of a run, each linked when it is asked for; what is doubtful joins the findings."""
    groups, alike = group_cards(cards)
    findings.extend(map(alike_titles, alike))
    follower = Follower(load, findings)
    yield from map(follower.review, groups)


def add_ledgers(history: History, review: LinkedReview) -> None:
    """Add the rows of a review to the ledgers."""
    today = history.as_of
    history.reviews.append(review_row(review))
    history.recommendations.extend(recommendation_row(review, one) for one in review.recommendations)
    history.links.extend(links(review))
    history.slippage.extend(slippage(review, today))
    history.recycled.extend(recycled(review))
    history.silence.extend(silence(review, today))
    history.targets.extend(targets(review))
    history.gaps.extend(gaps(review))
    history.statuses.extend(statuses(review))


def as_of_day(cards: Iterable[Card], given: date | None) -> AsOf:
    """Return the day that counts as today: the given one, else the newest meeting or progress period."""
    if given:
        return AsOf(date=given, basis="given")
    newest = max((card.until for card in cards if card.until), default=None)
    return AsOf(date=newest[0], basis=newest[1]) if newest else AsOf(date=None, basis="none")
