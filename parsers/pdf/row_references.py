"""References in the first column of a table without rules: they tell its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.content import Token
from parsers.pdf.regions import Region

# So many references in the first column of a table are no chance.
REFERENCES = 3
# "7", "2.1", "BW3", "24/01", "SR-12".
_REFERENCE = re.compile(r"\(?[A-Z]{0,4}[-/.]?\d{1,4}(?:[-/.]\d{1,3})*[a-z]?[.):]?")


def is_numbered(cells: Sequence[Sequence[Sequence[Token]]]) -> bool:
    """Tell whether the first column holds the references of rows and, but for its label, nothing else."""
    first = [line[0] for line in cells if line[0]]
    references = [tokens for tokens in first if is_reference(tokens)]
    return len(references) >= REFERENCES and len(first) - len(references) <= 1


def is_reference(tokens: Sequence[Token]) -> bool:
    """Tell whether a cell holds a reference alone."""
    return len(tokens) == 1 and _REFERENCE.fullmatch(tokens[0].text) is not None


def set_apart(region: Region, cells: Sequence[Sequence[Sequence[Token]]], white: float) -> list[int] | None:
    """Begin a row where lines are `white` apart, if each of these rows then has one reference, wherever.

    None where one has none, or several.
    """
    lines = range(1, len(cells))
    starts = [at for at in lines if step(region, at) > white or ends_header(region, at)]
    held = [
        sum(is_reference(line[0]) for line in cells[start:end])
        for start, end in pairwise([0, *starts, len(cells)])
    ]
    return starts if held[0] <= 1 and set(held[1:]) == {1} else None


def step(region: Region, at: int) -> float:
    """Return how far a line stands under the one above it; nothing for the first."""
    return region.rows[at].line.base - region.rows[at - 1].line.base if at else 0.0


def ends_header(region: Region, at: int) -> bool:
    """Tell whether a plain line stands under the bold lines with which a table begins."""
    return not region.rows[at].line.bold and all(row.line.bold for row in region.rows[:at])
