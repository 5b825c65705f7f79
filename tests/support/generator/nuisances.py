"""What makes a paper hard to read, each as often as the survey of real papers met it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Shares of papers.  Where a text form cannot show a nuisance, the paper is not printed in it.
_SHARES = {
    "unreferenced": 0.4,
    "several_actions": 0.3,
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
    "deep_cuts": 0.4,
    "ditto": 0.06,
    "lines": 0.5,
    "listed": 0.25,
    "wrapped": 0.3,
    "parted": 0.12,
    "spanner": 0.07,
    "bilingual": 0.4,
    "footnoted": 0.06,
    "slips": 0.1,
    "templates": 0.07,
    "blank_rows": 0.07,
    "lost_column": 0.17,
    "passages": 0.3,
    "remarked": 0.06,
    "refs_in_text": 0.2,
    "restarted": 0.2,
    "gap_in_refs": 0.05,
    "shaded": 0.3,
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
        listed: recommendations have marked parts, actions are lists.
        split_rows: page ends cut rows, in the text forms too; `deep_cuts` cut several cells.
        wrapped: a text form breaks the lines of a cell as the page did.
        parted: several tables under headings in place of bands.
        spanner: the header has two rows.
        bilingual: labels in Welsh and English, in Wales.
        footnoted: a label has a footnote mark.
        slips: the paper contradicts itself.
        lost_column: a tab form lost the short cells of a column.
        passages: prose around the table.
        remarked: a Word file has a comment.
        refs_in_text: the reference stands at the head of the recommendation.
        restarted: bands or tables count afresh.
        shaded: colours are shades of their cells, too.
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
    deep_cuts: bool
    ditto: bool
    lines: bool
    listed: bool
    wrapped: bool
    parted: bool
    spanner: bool
    bilingual: bool
    footnoted: bool
    slips: bool
    templates: bool
    blank_rows: bool
    lost_column: bool
    passages: bool
    remarked: bool
    refs_in_text: bool
    restarted: bool
    gap_in_refs: bool
    shaded: bool


def nuisances(lot: Random) -> Nuisances:
    """Draw the nuisances of a paper, each on its own."""
    return Nuisances(**{name: lot.random() < share for name, share in _SHARES.items()})
