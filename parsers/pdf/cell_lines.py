"""Lines of a table without rules by its columns, and how the text of a column begins on each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from parsers.pdf.content import Token
from parsers.pdf.lines import CLAUSE_END, Line, fits
from parsers.pdf.regions import NEAREST, Region

# A column rests where its next line is further down than this, in parts of the usual distance.
REST = 1.85


def cells_of(region: Region) -> list[list[list[Token]]]:
    """Return the tokens of each line by column."""
    edges = region.edges
    table = []
    for row in region.rows:
        cells: list[list[Token]] = [[] for _ in edges[1:]]
        for token in row.line.tokens:
            middle = (token.x0 + token.x1) / 2
            at = next((i for i, (a, b) in enumerate(pairwise(edges)) if a <= middle < b), len(cells) - 1)
            cells[at].append(token)
        table.append(cells)
    return table


class Break(Enum):
    """How the text of a column begins on a line.

    It goes on with the line above it (NONE), begins a sentence where a line ends (SENTENCE),
    begins though the line above had room for it (LINE), or follows a blank (REST).
    """

    NONE = 0
    SENTENCE = 1
    LINE = 2
    REST = 3


def break_of(
    region: Region,
    cells: Sequence[Sequence[Sequence[Token]]],
    lines: tuple[int | None, int],
    column: int,
    gap: float,
) -> Break:
    """Tell how the text of a column begins on the second of two lines."""
    above, at = lines
    if above is None:
        return Break.REST
    if region.rows[at].line.base - region.rows[above].line.base > REST * gap:
        return Break.REST
    upper, lower = Line(list(cells[above][column])), Line(list(cells[at][column]))
    if upper.bold != lower.bold or fits(upper, lower.tokens[0], region.rights[column]):
        return Break.LINE
    return Break.SENTENCE if CLAUSE_END.search(upper.text) and not lower.text[:1].islower() else Break.NONE


def usual_gap(region: Region) -> float:
    """Return the distance of lines inside a cell: the least that occurs more than once."""
    gaps = sorted(round(below.line.base - above.line.base, 1) for above, below in pairwise(region.rows))
    wide = [gap for gap in gaps if gap > NEAREST * region.rows[0].line.size]
    return wide[len(wide) // 10] if wide else region.rows[0].line.size
