"""The result of a check: its papers, its figures, the floors that they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.check.floors import Figures, Floors, figures_of
from extract.check.score import PaperCheck, Tally, Words, by_field, tally, total_words


@dataclass(frozen=True)
class CheckResult:
    """What a check of a folder came to."""

    checks: tuple[PaperCheck, ...]
    floors: Floors

    @cached_property
    def figures(self) -> Figures:
        """The figures that the floors are held against."""
        return figures_of(self.checks)

    @cached_property
    def fields(self) -> dict[str, Tally]:
        """How the values of each field came out, in the order of the fields' names."""
        return dict(sorted(by_field(one for check in self.checks for one in check.judgements).items()))

    @property
    def total(self) -> Tally:
        """How all values came out."""
        return tally(one for check in self.checks for one in check.judgements)

    @property
    def rows(self) -> tuple[int, int]:
        """How many recommendations are right throughout, and how many there are."""
        pairs = [check.rows for check in self.checks]
        return sum(right for right, _ in pairs), sum(rows for _, rows in pairs)

    @property
    def words(self) -> Words:
        """The word ledger of all papers."""
        return total_words(self.checks)

    @property
    def below(self) -> list[tuple[str, float, float]]:
        """The figures under their floor: name, floor, figure."""
        return self.floors.below(self.figures)

    @property
    def errors(self) -> Sequence[PaperCheck]:
        """Papers that could not be checked."""
        return [check for check in self.checks if check.error]

    @property
    def passed(self) -> bool:
        """Whether every paper could be checked and no figure is under its floor."""
        return not self.errors and not self.below
