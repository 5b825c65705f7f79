"""Drawn papers as text, the way converters leave them: page titles between, rows cut, headers lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from tests.support.generator.papers import Drawn
from tests.support.paper_builder import MadeTable, Prose, head_rows, placed

_PAGE = (3, 5)  # rows of a table that fit on a page
_MIN_COLUMNS = 4  # of a table of records; covers and legends stand on one page
_MIN_CUT = 14  # words of a cell that a page end may cut

Grid = list[list[str]]


def to_pipes(drawn: Drawn) -> bytes:
    """Write a paper as Markdown."""
    lot = Random(drawn.seed)  # noqa: S311 - no secret
    lines = [*(f"**{line}**" for line in drawn.paper.title[:-1]), f"# {drawn.paper.title[-1]}"]
    written = ["\n\n".join(lines)]
    for block in drawn.paper.blocks:
        if isinstance(block, Prose):
            written.append(block.text)
        else:
            written += _pipe_parts(drawn, block, lot)
    return ("\n\n".join(written) + "\n").encode()


def to_tabs(drawn: Drawn) -> bytes:
    """Write a paper as text with tabs between cells."""
    lot = Random(drawn.seed)  # noqa: S311 - no secret
    written = ["\n".join(drawn.paper.title)]
    for block in drawn.paper.blocks:
        if isinstance(block, Prose):
            written.append(block.text)
        else:
            for number, part in enumerate(_fragments(drawn, block, lot)):
                title = [drawn.paper.title[-1]] if number else []
                rows = [row for row in part if any(row)]  # a blank header leaves no line
                written += [*title, "\n".join("\t".join(row) for row in rows)]
    return ("\n\n".join(written) + "\n").encode()


def _pipe_parts(drawn: Drawn, table: MadeTable, lot: Random) -> Iterator[str]:
    for number, part in enumerate(_fragments(drawn, table, lot)):
        if number:
            yield f"# {drawn.paper.title[-1]}"
        head, *rows = ([cell.replace("\n", "<br>") for cell in row] for row in part)
        lines = [head, ["---"] * len(head), *rows]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _fragments(drawn: Drawn, table: MadeTable, lot: Random) -> Iterator[Grid]:
    """Part a table as page ends do; each part begins with its header, blank where it was lost."""
    heads, rows = _grid(table)
    if not heads or len(heads[0]) < _MIN_COLUMNS:
        yield heads + rows
        return
    odd = drawn.nuisances
    whole = _whole_rows(table)
    head, part = heads[-1], [heads[-1]]
    room = lot.randint(*_PAGE)
    for at, row in enumerate(rows):
        ends = len(part) > room and at in whole
        if ends and odd.split_rows and (cut := _cut(row, lot)):
            yield [*part, cut[0]]
            part = [*_next_head(drawn, head), cut[1]]
        elif ends:
            yield part
            part = [*_next_head(drawn, head), row]
        else:
            part.append(row)
            continue
        room = lot.randint(*_PAGE)
    yield part


def _next_head(drawn: Drawn, head: list[str]) -> Grid:
    """Return what heads a table on a later page: its labels, nothing, or the title of the paper as a row."""
    labels = head if drawn.nuisances.header_again else [""] * len(head)
    inside = [[drawn.paper.title[-1], *[""] * (len(head) - 1)]] if drawn.nuisances.title_inside else []
    return [labels, *inside]


def _whole_rows(table: MadeTable) -> set[int]:
    """Return the rows before which a page may end: no span reaches over it, and no band is left alone."""
    count = len(table.rows)
    inside = {row + below for row, _, cell in placed(table.rows) for below in range(1, cell.row_span)}
    bands = {at for at, row in enumerate(table.rows) if len(row) == 1}
    return set(range(1, count)) - inside - {at + 1 for at in bands}


def _grid(table: MadeTable) -> tuple[Grid, Grid]:
    """Return the texts of header and rows, spans undone.

    What two recommendations share is printed for each; what spans the actions of one
    recommendation only once, as its reference is.
    """
    width = len(table.columns)
    rows = [[""] * width for _ in table.rows]
    of_one = {
        row + below
        for row, column, cell in placed(table.rows)
        if column == 0
        for below in range(1, cell.row_span)
    }
    for row, column, cell in placed(table.rows):
        for below in range(cell.row_span):
            if below == 0 or row + below not in of_one:
                rows[row + below][column] = cell.text
    heads = [[cell.text for cell in line] for line in head_rows(table)]
    return heads, rows


def _cut(row: Sequence[str], lot: Random) -> tuple[list[str], list[str]] | None:
    """Cut a row in its longest cell, in mid-sentence; the rest has no reference."""
    column = max(range(len(row)), key=lambda at: len(row[at]))
    words = row[column].split(" ")
    places = [
        at for at in range(4, len(words) - 4) if words[at - 1][-1:].isalpha() and words[at][:1].islower()
    ]
    if len(words) < _MIN_CUT or "\n" in row[column] or not places:
        return None
    at = lot.choice(places)
    first, rest = list(row), [""] * len(row)
    first[column], rest[column] = " ".join(words[:at]), " ".join(words[at:])
    return first, rest
