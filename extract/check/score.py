"""Judgements summed up: precision, recall and F1 by field, rows right throughout, the word ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.check.compare import Judgement, Verdict
from extract.schema import Location

# What one test of a paper covers: the fields of a group succeed or fail together in a report of tests.
_GROUPS = {
    "officers": ("officers", "link_officers", "contacts"),
    "dates": ("due", "meeting_date", "plan_agreed"),
    "statuses": ("status", "rag", "grading_scale"),
    "decisions": ("decision", "decisions_sought"),
    "progress": ("progress",),
    "sections": ("sections", "background_papers", "appendices"),
    "findings": ("findings",),
    "words": ("accounting",),
    "actions": ("actions",),
    "recommendations": ("recommendations",),
}
HEAD = "head"
GROUPS = (HEAD, *_GROUPS)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values of a field were right, and how the others were not.

    A null that was expected and found counts as right, and in neither precision nor recall.
    """

    right: int = 0
    wrong: int = 0
    missing: int = 0
    invented: int = 0
    blank: int = 0

    @property
    def precision(self) -> float:
        """The share of values found that are right; 1 where none was found."""
        return _share(self.right, self.right + self.wrong + self.invented)

    @property
    def recall(self) -> float:
        """The share of values expected that were found; 1 where none was expected."""
        return _share(self.right, self.right + self.wrong + self.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + 2 * self.wrong + self.missing + self.invented)


@dataclass(frozen=True, slots=True)
class Words:
    """The word ledger of a paper, or the sum of several."""

    words: int = 0
    placed: int = 0
    furniture: int = 0

    @property
    def unplaced(self) -> int:
        """How many words reached no field."""
        return self.words - self.placed - self.furniture

    @property
    def share(self) -> float:
        """The share of words that are accounted for."""
        return _share(self.placed + self.furniture, self.words)


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What the check of one file came to.

    Attributes:
        name: name of the file, relative to the path that was given.
        judgements: one for each value that its expected record gives.
        words: its word ledger.
        places: for each judgement where the value stands, as far as the record says.
        error: why it could not be checked: it could not be read, or nothing is expected of it.
    """

    name: str
    judgements: tuple[Judgement, ...] = ()
    places: tuple[Location | None, ...] = ()
    words: Words = Words()
    error: str | None = None

    @property
    def faults(self) -> list[tuple[Judgement, Location | None]]:
        """What is not right, with its place."""
        pairs = zip(self.judgements, self.places, strict=True)
        return [(one, place) for one, place in pairs if one.verdict != "right"]

    @property
    def rows(self) -> tuple[int, int]:
        """How many recommendations are right in all that is expected of them, and how many there are."""
        return exact_rows(self.judgements)


def tally(judgements: Iterable[Judgement]) -> Tally:
    """Sum judgements up."""
    counts: Counter[Verdict | str] = Counter()
    for one in judgements:
        counts["blank" if one.verdict == "right" and one.expected in (None, "") else one.verdict] += 1
    return Tally(**counts)


def by_field(judgements: Iterable[Judgement]) -> dict[str, Tally]:
    """Sum judgements up by field, in the order in which the fields occur."""
    fields: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        fields[one.field].append(one)
    return {field: tally(held) for field, held in fields.items()}


def total_words(checks: Iterable[PaperCheck]) -> Words:
    """Add up the word ledgers of papers."""
    held = [check.words for check in checks]
    return Words(sum(w.words for w in held), sum(w.placed for w in held), sum(w.furniture for w in held))


def exact_rows(judgements: Iterable[Judgement]) -> tuple[int, int]:
    """Count the recommendations of which every judged value is right, and all of them."""
    rows: dict[tuple[object, ...], bool] = {}
    for one in judgements:
        expected, found = one.way
        if "recommendations" in expected[:-1]:
            end = expected.index("recommendations") + 2
            row = expected[:end] if expected[end - 1] is not None else ("invented", *found[:end])
            rows[row] = rows.get(row, True) and one.verdict == "right"
    return sum(rows.values()), len(rows)


def group_of(judgement: Judgement) -> str:
    """Return the group of fields that a judgement belongs to: the first whose field is on its path."""
    for group, fields in _GROUPS.items():
        if any(field in judgement.way.expected for field in fields):
            return group
    return HEAD


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
