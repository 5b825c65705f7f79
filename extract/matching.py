"""Which of the things that a paper prints an earlier paper printed too: an ordered list of steps.

Each step takes what no step before it has settled.  A label alone never settles
anything: recommendations A to E of one paper are not A to E of another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapidfuzz import fuzz, process

# rapidfuzz `ratio` (0 to 100) of folded words.  One text reprinted with slips scores over 95, different
# texts of one paper seldom over 70; what was reworded lies between.
SAME = 90.0
ALIKE = 75.0
# Of two candidates nearer to each other than this, the words alone choose neither.
MARGIN = 3.0
# Shorter texts ("Training") are alike by chance: they must be equal, and so must their labels.
MIN_WORDS = 4
# A text that only begins another is a shortened print of it where it is at least this long.
MIN_HEAD_WORDS = 8

Evidence = Literal["same_text", "shortened", "reworded", "only_action"]


@dataclass(frozen=True, slots=True)
class Printed:
    """What one paper prints of a thing that may come back: its label and its folded words."""

    ref: str | None
    words: str


class Match(NamedTuple):
    """One thing printed twice: its places among old and new things, likeness (0 to 100), what tells it."""

    old: int
    new: int
    score: float
    evidence: Evidence


@dataclass(slots=True)
class Matching:
    """What was matched, and what may be the same but is not certain to be."""

    matches: list[Match] = field(default_factory=list)
    doubts: list[Match] = field(default_factory=list)


def match(old: Sequence[Sequence[Printed]], new: Sequence[Printed]) -> Matching:
    """Match new things with old ones, one to one.

    Args:
        old: for each thing that is known, the forms in which it was printed.
        new: the things of one paper.
    """
    return _Matcher(old, new).matching()


class _Matcher:
    """Walks the steps over what is still open."""

    def __init__(self, old: Sequence[Sequence[Printed]], new: Sequence[Printed]) -> None:
        self._old, self._new = old, new
        self._open_old = {at for at, forms in enumerate(old) if any(form.words for form in forms)}
        self._open_new = {at for at, one in enumerate(new) if one.words}
        self._result = Matching()

    def matching(self) -> Matching:
        for step in (self._equal, self._alike, self._shortened):
            step()
        return self._result

    def _settle(self, old: int, new: int, score: float, evidence: Evidence) -> None:
        self._open_old.discard(old)
        self._open_new.discard(new)
        self._result.matches.append(Match(old, new, score, evidence))

    def _equal(self) -> None:
        """Match equal words under one label, then those that stand once in either paper."""
        places: dict[str, list[int]] = defaultdict(list)
        for at in sorted(self._open_old):
            for words in {form.words for form in self._old[at]}:
                places[words].append(at)
        for at in sorted(self._open_new):
            one = self._new[at]
            labelled = (place for place in places[one.words] if place in self._open_old)
            found = next((place for place in labelled if self._has_label(place, one.ref)), None)
            if found is not None:
                self._settle(found, at, 100.0, "same_text")
        counts = Counter(self._new[at].words for at in self._open_new)
        for at in sorted(self._open_new):
            words = self._new[at].words
            open_ = [place for place in places[words] if place in self._open_old]
            if len(open_) == counts[words] == 1 and not _is_short(words):
                self._settle(open_[0], at, 100.0, "same_text")

    def _alike(self) -> None:
        """Match words that are nearly the same, or reworded under the same label; the best first."""
        scores = sorted(self._scores(), key=lambda one: (-one.score, one.old, one.new))
        rivals: dict[tuple[str, int], list[Match]] = defaultdict(list)
        for one in scores:
            rivals["old", one.old].append(one)
            rivals["new", one.new].append(one)
        for one in scores:
            if not self._is_open(one):
                continue
            near = [
                other
                for other in (*rivals["old", one.old], *rivals["new", one.new])
                if other != one and self._is_open(other) and other.score > one.score - MARGIN
            ]
            labelled = self._labelled(one)
            if near and (not labelled or any(map(self._labelled, near))):
                self._result.doubts.append(one)
            elif one.score >= SAME or labelled:
                self._settle(one.old, one.new, one.score, "same_text" if one.score >= SAME else "reworded")
            else:
                self._result.doubts.append(one)

    def _is_open(self, one: Match) -> bool:
        return one.old in self._open_old and one.new in self._open_new

    def _scores(self) -> Iterator[Match]:
        """Score each open new thing against each open old one, by its most similar form."""
        forms = [
            (at, form.words)
            for at in sorted(self._open_old)
            for form in self._old[at]
            if not _is_short(form.words)
        ]
        new = [at for at in sorted(self._open_new) if not _is_short(self._new[at].words)]
        if not forms or not new:
            return
        table = process.cdist(
            [self._new[at].words for at in new],
            [words for _, words in forms],
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
        )
        for row, at in enumerate(new):
            best: dict[int, float] = {}
            for column, (place, _) in enumerate(forms):
                score = float(table[row, column])
                if score >= ALIKE:
                    best[place] = max(score, best.get(place, 0.0))
            for place, score in best.items():
                yield Match(place, at, score, "same_text")

    def _shortened(self) -> None:
        """Match a text with the one open text that it begins, or that begins it."""
        for at in sorted(self._open_new):
            found = [place for place in sorted(self._open_old) if self._begins(place, self._new[at].words)]
            if len(found) == 1:
                self._settle(found[0], at, self._likeness(found[0], at), "shortened")

    def _begins(self, old: int, words: str) -> bool:
        for form in self._old[old]:
            shorter, longer = sorted((form.words, words), key=len)
            if len(shorter.split()) >= MIN_HEAD_WORDS and f"{longer} ".startswith(f"{shorter} "):
                return True
        return False

    def _likeness(self, old: int, new: int) -> float:
        return max(fuzz.ratio(form.words, self._new[new].words) for form in self._old[old])

    def _labelled(self, one: Match) -> bool:
        return self._has_label(one.old, self._new[one.new].ref)

    def _has_label(self, old: int, ref: str | None) -> bool:
        return ref is not None and any(form.ref == ref for form in self._old[old])


def _is_short(words: str) -> bool:
    return len(words.split()) < MIN_WORDS
