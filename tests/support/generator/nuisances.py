"""What makes a paper hard to read, each as often as the survey of real papers met it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Shares of papers.  Where a text form cannot show a nuisance, the paper is not printed in it.
_SHARES = {
    "unreferenced": 0.4,
    "several_actions": 0.35,
    "bands": 0.33,
    "two_facts": 0.25,
    "gaps": 0.22,
    "stacked": 0.1,
    "headless": 0.17,
    "two_level": 0.12,
    "title_inside": 0.1,
    "merged": 0.09,
    "header_again": 0.15,
    "moved_dates": 0.1,
    "legend_first": 0.3,
    "split_rows": 0.25,
    "ditto": 0.05,
    "lines": 0.5,
}


@dataclass(frozen=True, slots=True)
class Nuisances:
    """Which nuisances a paper has; the names say it, but for these.

    Attributes:
        gaps: owners and dates are missing in some rows.
        headless: later parts of a table have no header.
        header_again: later parts repeat it; with neither, it is blank, as converters leave it.
        moved_dates: an original and a revised date.
        lines: cells hold lists, one entry a line; a tab form cannot show that.
        split_rows: page ends cut rows, in the text forms too.
    """

    unreferenced: bool
    several_actions: bool
    bands: bool
    two_facts: bool
    gaps: bool
    stacked: bool
    headless: bool
    two_level: bool
    title_inside: bool
    merged: bool
    header_again: bool
    moved_dates: bool
    legend_first: bool
    split_rows: bool
    ditto: bool
    lines: bool


def nuisances(lot: Random) -> Nuisances:
    """Draw the nuisances of a paper, each on its own."""
    return Nuisances(**{name: lot.random() < share for name, share in _SHARES.items()})
