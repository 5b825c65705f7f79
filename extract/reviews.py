"""The papers of a run by review: which belong together, in which order, and which stand there twice.

What is kept of each paper while they are sorted is a `Card`, so that a run over
thousands of papers holds none of them whole.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from extract.across.mentions import council_key
from extract.schema import Paper, PaperKind, Progress
from normalise.text import fold, fold_label, slug
from normalise.values.edtf import last_day, period_key

# rapidfuzz `ratio` of two review keys of one council.  A slip of the pen in a title of four words scores
# over 92; "home-care" and "day-care" 82.  Between the two, a reader decides.
SAME_TITLE = 92.0
ALIKE_TITLE = 80.0
# Recommendations of fewer words are alike by chance and show no review.
TELLING_WORDS = 8
# So many recommendations printed again word for word make two titles one review.
SHARED = 2
# A text that more have in common is one that every paper prints.
MOST_HOLDERS = 8
# Of two forms of one paper, this share of recommendations is read to the letter alike.
MOST_TEXTS = 0.8

# Begins the key of a tracker of many reviews.
_SERIES = "series "
Told = Literal["meeting_date", "progress_period"]

_DATE_WORDS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|q[1-4]|quarter|spring|summer|autumn|winter"
    r"|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Card:
    """What tells of a paper to which review it belongs, and when it speaks.

    Attributes:
        paper_id: identity of the paper.
        name: name of its file.
        council: key of its council; "" where none is known.
        key: key of its review; of a tracker of many reviews, its title without dates.
        title: title as printed.
        form: media type of its file.
        kind: what sort of paper it is.
        spoken: EDTF date of its meeting, else of its newest round, else of the day its plan was agreed.
        until: last day of which it tells, and whether its meeting or a round gives it; null where it names
            none.
        records: number of its recommendations.
        appendices: the folded names of its appendices.
        texts: digests of its longer recommendations.
        reading: digest of all that it says of its recommendations, whatever its form.
    """

    paper_id: str
    name: str
    council: str
    key: str
    title: str | None
    form: str
    kind: PaperKind
    spoken: str | None
    until: tuple[date, Told] | None
    records: int
    appendices: str
    texts: frozenset[bytes]
    reading: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """Papers of one review, oldest first; of a paper that is there twice, which stands for which."""

    cards: tuple[Card, ...]
    copies: dict[str, str]

    @property
    def originals(self) -> list[str]:
        """The papers, each once."""
        return [card.paper_id for card in self.cards if card.paper_id not in self.copies]


@dataclass(frozen=True, slots=True)
class AlikeTitles:
    """Two papers whose titles are alike, and nothing else says that they are of one review."""

    earlier: Card
    later: Card
    score: float


def card_of(paper: Paper) -> Card:
    """Keep of a paper what sorting needs."""
    texts = (fold_label(one.text) for one in paper.recommendations)
    periods = [one.period for one in rounds_of(paper) if one.period]
    told: list[tuple[str | None, Told]] = [(one, "progress_period") for one in periods]
    told.append((paper.meeting_date, "meeting_date"))
    days = [(day, basis) for edtf, basis in told if edtf and (day := last_day(edtf))]
    return Card(
        paper_id=paper.paper_id,
        name=paper.source.name,
        council=council_key(paper.council) if paper.council else "",
        key=_key(paper),
        title=paper.title,
        form=paper.source.media_type,
        kind=paper.kind,
        spoken=spoken_date(paper),
        until=max(days, default=None),
        records=len(paper.recommendations),
        appendices=fold_label(" ; ".join(paper.appendices)),
        texts=frozenset(_digest(text) for text in texts if len(text.split()) >= TELLING_WORDS),
        reading=_digest(_reading(paper)),
    )


def _key(paper: Paper) -> str:
    """Return the key of the review; a tracker of many is known by committee and title, dates left out."""
    if paper.review and paper.review.key:
        return paper.review.key
    title = " ".join(_DATE_WORDS.sub(" ", fold_label(paper.title or "")).split())
    series = f"{paper.committee or ''} {title}"
    return f"{_SERIES}{slug(series)}" if title and paper.council else ""


def own_date(paper: Paper) -> str | None:
    """Return the EDTF date of a paper itself: its meeting, else of a plan the day it was agreed."""
    return paper.meeting_date or (paper.plan_agreed if paper.kind == "action_plan" else None)


def spoken_date(paper: Paper) -> str | None:
    """Return the EDTF date at which a paper speaks: its own, else its newest round, else its plan's."""
    periods = [one.period for one in rounds_of(paper) if one.period]
    return own_date(paper) or max(periods, key=period_key, default=None) or paper.plan_agreed


def rounds_of(paper: Paper) -> Iterator[Progress]:
    """Give the rounds of progress of a paper, those of its actions too."""
    for recommendation in paper.recommendations:
        yield from recommendation.progress
        for action in recommendation.actions:
            yield from action.progress


def _reading(paper: Paper) -> str:
    """Sum up what a paper says, without what its form does to it: letters and figures alone."""
    said = [paper.kind, paper.meeting_date or "", paper.title or ""]
    for one in paper.recommendations:
        said += [one.ref or "", one.text, *(entry.evidence for entry in one.progress)]
        for action in one.actions:
            said += [action.text, *(officer.raw for officer in action.officers)]
            said += [due.edtf or due.raw for due in action.due]
            said += [action.status.raw if action.status else "", action.rag or ""]
            said += [entry.evidence for entry in action.progress]
    return " | ".join(re.sub(r"\W+", "", fold(part)) for part in said)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=12).digest()


def group_cards(cards: Iterable[Card]) -> tuple[list[Group], list[AlikeTitles]]:
    """Sort papers into reviews.

    Papers belong together that have, in one council, one review key, nearly the same
    key, the same recommendations, or of which one is the appendix that the other names.

    Returns:
        The reviews, by council and key, and pairs of titles of which a reader should say
        whether they name one review.
    """
    listed = sorted(cards, key=lambda card: (card.council, card.key, _age(card)))
    sets = _Sets(card.paper_id for card in listed)
    open_: list[AlikeTitles] = []
    for cards_of_council in _by_council(listed):
        for step in (_same_key, _same_texts, _appendices):
            step(cards_of_council, sets)
        open_ += _alike_titles(cards_of_council, sets)
    members: dict[str, list[Card]] = defaultdict(list)
    for card in listed:
        members[sets.of(card.paper_id)].append(card)
    groups = (tuple(sorted(one, key=_age)) for one in members.values())
    return [Group(one, _copies(one)) for one in groups], open_


def _age(card: Card) -> tuple[object, ...]:
    """Order papers by time; of those that say no day plans come first and the others last."""
    day = period_key(card.spoken or "")
    return (day or (() if card.kind == "action_plan" else (9999,)), card.paper_id)


def _by_council(cards: Sequence[Card]) -> Iterator[list[Card]]:
    """Part the papers by council; where a key is known of one council alone, papers of none join it."""
    councils: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        if card.council and card.key:
            councils[card.key].add(card.council)
    parts: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        known = councils.get(card.key, set())
        parts[card.council or (next(iter(known)) if len(known) == 1 else "")].append(card)
    yield from parts.values()


def _same_key(cards: Sequence[Card], sets: _Sets) -> None:
    """Join papers of one key."""
    first: dict[str, str] = {}
    for card in cards:
        if card.key:
            sets.join(first.setdefault(card.key, card.paper_id), card.paper_id)


def _same_texts(cards: Sequence[Card], sets: _Sets) -> None:
    """Join papers that print the same recommendations word for word, whatever their titles.

    A tracker that prints those of several reviews belongs to none of them: it would make them one.
    """
    first: dict[str, Card] = {}
    texts: dict[str, set[bytes]] = defaultdict(set)
    for card in cards:
        name = card.key or card.paper_id
        first.setdefault(name, card)
        texts[name] |= card.texts
    shared = _shared(texts)
    alike = [
        pair for pair, count in shared.items() if count >= min(SHARED, *(len(texts[name]) for name in pair))
    ]
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in alike:
        partners[one].add(first[other].key)
        partners[other].add(first[one].key)
    for pair in alike:
        if not any(_is_of_many(first[name], partners[name]) for name in pair):
            sets.join(*(first[name].paper_id for name in pair))


def _shared(texts: Mapping[str, set[bytes]]) -> Counter[tuple[str, str]]:
    """Count the texts that two have in common."""
    holders: dict[bytes, list[str]] = defaultdict(list)
    for name, held in texts.items():
        for text in held:
            holders[text].append(name)
    return Counter(pair for held in holders.values() for pair in combinations(held[:MOST_HOLDERS], 2))


def _is_of_many(card: Card, keys: set[str]) -> bool:
    """Tell whether a paper that names no review prints recommendations of several."""
    named = {key for key in keys if key and not key.startswith(_SERIES)}
    return (not card.key or card.key.startswith(_SERIES)) and len(named) > 1


def _appendices(cards: Sequence[Card], sets: _Sets) -> None:
    """Join a report without records to the papers that it names as its appendices."""
    for report in cards:
        if report.records or not report.appendices:
            continue
        for card in cards:
            title = fold_label(card.title or "")
            if card.records and title and f" {title} " in f" {report.appendices} ":
                sets.join(card.paper_id, report.paper_id)


def _alike_titles(cards: Sequence[Card], sets: _Sets) -> Iterator[AlikeTitles]:
    """Join keys that differ by a slip; give pairs that are only alike.

    Numbers must agree: phase 2 is no phase 1.
    """
    first: dict[str, Card] = {}
    for card in cards:
        if card.key and not card.key.startswith(_SERIES):
            first.setdefault(card.key, card)
    for one, other in combinations(first.values(), 2):
        score = fuzz.ratio(one.key, other.key, score_cutoff=ALIKE_TITLE)
        if not score or re.findall(r"\d+", one.key) != re.findall(r"\d+", other.key):
            continue
        if score >= SAME_TITLE:
            sets.join(one.paper_id, other.paper_id)
        elif sets.of(one.paper_id) != sets.of(other.paper_id):
            earlier, later = sorted((one, other), key=_age)
            yield AlikeTitles(earlier, later, score)


def _copies(cards: Sequence[Card]) -> dict[str, str]:
    """Return of each paper that is there twice, as PDF and as Word, which one stands for it: the first."""
    copies: dict[str, str] = {}
    originals: list[Card] = []
    for card in cards:
        stands = next((one for one in originals if _is_copy(one, card)), None) if card.records else None
        if stands:
            copies[card.paper_id] = stands.paper_id
        else:
            originals.append(card)
    return copies


def _is_copy(one: Card, other: Card) -> bool:
    """Tell whether two papers say the same, word for word; of two forms a few words may differ."""
    if one.reading == other.reading:
        return True
    if one.form == other.form or not one.texts or not other.texts:
        return False
    facts = [(card.kind, card.spoken, card.title, card.records) for card in (one, other)]
    return facts[0] == facts[1] and len(one.texts & other.texts) >= MOST_TEXTS * len(one.texts | other.texts)


class _Sets:
    """Papers joined into sets; each set is known by its first paper."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def of(self, member: str) -> str:
        """Return the paper by which the set of a paper is known."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of two papers."""
        first, second = self.of(one), self.of(other)
        self._parent[second] = first
