"""The pages of the report, written one review at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from extract.across.decisions import NO_DECISIONS, Decisions
from extract.history.build import add_ledgers, as_of_day, followed_reviews
from extract.history.model import History, SlippageRow
from extract.history.review import LinkedReview
from extract.report.owners import Owners
from extract.report.pictures import PICTURES, Pictures, Read
from extract.report.rendering import STATIC, PageNames, environment, script_data, static
from extract.report.results import Results
from extract.report.views import NO_STATUS, RecommendationView, Views, is_open
from extract.reviews import Card, card_of
from extract.writers.store import Folder

# A list of more rows is slow in a browser; the ledgers of the run hold them all.
MAX_ROWS = 2000


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report shows.

    Attributes:
        as_of: the day that counts as today; by default the newest of which the papers tell.
        officers: who is one officer and who is not, as `extract --officers` takes it.
        contacts: whether e-mail addresses and telephone numbers are shown.
        pictures: whether every value of a PDF has the picture of its place, not only those on the lists.
    """

    as_of: date | None = None
    officers: Decisions = NO_DECISIONS
    contacts: bool = False
    pictures: bool = False


class Site:
    """Writes the report on one run.

    Args:
        results: the records of the run.
        target: the folder of the report.
        options: what it shows.
        read: gives the bytes of a paper's file by its SHA-256; None where it is not at hand.
    """

    def __init__(self, results: Results, target: Path, options: ReportOptions, read: Read) -> None:
        """See the class."""
        self._results, self._options = results, options
        self._folder = Folder(target)
        self._pictures = Pictures(self._folder, read)
        self._templates = environment(contacts=options.contacts)
        self._sha256: dict[str, str] = {}
        self._papers: list[dict[str, Any]] = []
        self._reviews: list[dict[str, Any]] = []
        self._owners = Owners(options.officers)
        self._search: list[dict[str, Any]] = []
        self._names = PageNames()
        self._links: dict[str, dict[str, str]] = {}

    def write(self) -> History:
        """Write all pages and return the ledgers that they show.

        Raises:
            NoResults: a record of the run cannot be read.
            UnwritableOutput: a page cannot be written.
        """
        self._folder.make("", "reviews", "owners", PICTURES)
        cards = list(self._cards())
        self._owners.resolve()
        history = History(as_of=as_of_day(cards, self._options.as_of))
        self._templates.globals.update(as_of=history.as_of, version=self._results.manifest["version"])
        for review in followed_reviews(cards, self._results.load, []):
            if review.recommendations:
                self._review(review, history)
        views = self._views(history)
        for page, rows in _lists(history).items():
            self._list(page, rows, views)
        owners = self._owners.named()
        for owner in owners:
            self._page(f"owners/{owner.page}", "owner.html", root="../", owner=owner)
        self._page("owners.html", "owners.html", owners=owners)
        self._page("papers.html", "papers.html", papers=self._papers)
        statuses = sorted({row["status"] for row in self._search})
        self._page("search.html", "search.html", statuses=statuses)
        self._page("index.html", "index.html", **self._overview(history))
        data = script_data("COUNCIL_PAPERS", self._search, contacts=self._options.contacts)
        self._write("search-data.js", data)
        for name in STATIC:
            self._write(name, static(name))
        return history

    def _cards(self) -> Iterator[Card]:
        """Give a card of each paper, and note what the list of papers says of it."""
        for paper in self._results.papers():
            self._sha256[paper.paper_id] = paper.source.sha256
            severities = Counter(finding.severity for finding in paper.findings)
            self._papers.append(
                {
                    "name": paper.source.name,
                    "title": paper.title or "",
                    "kind": paper.kind,
                    "council": paper.council or "",
                    "date": paper.meeting_date or "",
                    "recommendations": len(paper.recommendations),
                    "findings": severities,
                    "words": paper.accounting.words,
                    "unplaced": len(paper.accounting.unplaced),
                }
            )
            self._owners.add(paper)
            yield card_of(paper)

    def _views(self, history: History) -> Views:
        return Views(
            history, self._sha256, self._pictures, self._owners.page_of, every_picture=self._options.pictures
        )

    def _review(self, review: LinkedReview, history: History) -> None:
        """Write the page of a review; keep what the lists and the search say of it."""
        own = History(as_of=history.as_of)
        add_ledgers(own, review)
        row = own.reviews[0]
        page = self._names.of(review.review_id)
        views = self._views(own)
        shown = [views.recommendation(one) for one in review.recommendations]
        title = row.title or "Review without a title"
        for followed, view in zip(review.recommendations, shown, strict=True):
            url = f"reviews/{page}#{view.anchor}"
            link = {"url": url, "review": title, "name": view.name}
            self._links[followed.recommendation_id] = link
            for action in view.actions:
                for held in dict.fromkeys(owner.page for owner in action.owners if owner.page):
                    self._owners.note(held, link, action)
            self._search.append(_search_row(view, url, title, review.council))
        self._reviews.append({"row": row, "title": title, "page": f"reviews/{page}", "shown": shown})
        self._page(
            f"reviews/{page}",
            "review.html",
            root="../",
            review=row,
            title=title,
            recommendations=shown,
        )
        for name in History.model_fields:
            if name != "as_of":
                getattr(history, name).extend(getattr(own, name))

    def _list(self, page: str, rows: Sequence[Any], views: Views) -> None:
        """Write one of the lists of what needs attention."""
        shown = [
            {
                "row": row,
                "link": self._links[row.recommendation_id],
                "evidence": views.quoted(row.evidence, attention=True),
            }
            for row in rows[:MAX_ROWS]
        ]
        self._page(f"{page}.html", f"{page}.html", rows=shown, more=max(len(rows) - MAX_ROWS, 0))

    def _overview(self, history: History) -> dict[str, Any]:
        """Count what the first page counts."""
        actions = [action for review in self._reviews for one in review["shown"] for action in one.actions]
        statuses = Counter(one.status for review in self._reviews for one in review["shown"])
        ordered = sorted(statuses.items(), key=lambda item: (item[0] == NO_STATUS, -item[1], item[0]))
        return {
            "papers": len(self._papers),
            "reviews": self._reviews,
            "recommendations": sum(statuses.values()),
            "actions": len(actions),
            "statuses": ordered,
            "lists": {name: len(rows) for name, rows in _lists(history).items()},
            "failed": [given for given in self._results.manifest["inputs"] if given["outcome"] == "failed"],
        }

    def _page(self, name: str, template: str, root: str = "", **shown: Any) -> None:
        self._write(name, self._templates.get_template(template).render(root=root, page=name, **shown))

    def _write(self, name: str, text: str) -> None:
        self._folder.write(name, text.encode("utf-8"))


def _lists(history: History) -> dict[str, list[Any]]:
    """Return the rows that need attention, by the list that shows them."""
    open_ = [row for row in history.slippage if is_open(row.status)]
    return {
        "overdue": sorted((row for row in open_ if row.overdue), key=_lateness),
        "slipped": sorted((row for row in history.slippage if row.revisions), key=_slip),
        "silent": [row for row in history.silence if is_open(row.last_status)],
        "recycled": history.recycled,
        "gaps": history.gaps,
        "targets": history.targets,
    }


def _lateness(row: SlippageRow) -> int:
    return -(row.days_overdue or 0)


def _slip(row: SlippageRow) -> int:
    return -(row.days_slipped or 0)


def _search_row(view: RecommendationView, url: str, review: str, council: str | None) -> dict[str, Any]:
    """Return what the search knows of a recommendation."""
    owners = dict.fromkeys(owner.text for action in view.actions for owner in action.owners)
    return {
        "url": url,
        "name": view.name,
        "review": review,
        "council": council or "",
        "text": view.text.text,
        "actions": " ".join(action.text.text for action in view.actions),
        "owners": "; ".join(owners),
        "due": "; ".join(action.dates[-1].text for action in view.actions if action.dates),
        "status": view.status,
        "flags": [
            name
            for name, held in (("overdue", any(a.overdue for a in view.actions)), ("silent", view.silent))
            if held
        ],
    }
