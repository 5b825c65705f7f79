"""Drawn papers as text, the way converters leave them: page titles between, rows cut, headers lost."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.support.generator.cuts import cut
from tests.support.generator.papers import Drawn
from tests.support.generator.wraps import wrapped
from tests.support.paper_builder import MadeTable, Prose, head_rows, placed

_PAGE = (3, 5)  # rows of a table that fit on a page
_MIN_COLUMNS = 4  # of a table of records; covers and legends stand on one page

Grid = list[list[str]]


def to_pipes(drawn: Drawn) -> bytes:
    """Write a paper as Markdown."""
    lot = Random(drawn.seed)  # noqa: S311 - no secret
    lines = [*(f"**{line}**" for line in drawn.paper.title[:-1]), f"# {drawn.paper.title[-1]}"]
    written = ["\n\n".join(lines)]
    for block in drawn.paper.blocks:
        if isinstance(block, Prose):
            lines = block.text.strip().split("\n")
            written.append("\n".join(f"**{line}**" for line in lines) if block.strong else block.text)
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
            heads, _ = _grid(block)
            for number, part in enumerate(_fragments(drawn, block, lot)):
                title = [drawn.paper.title[-1]] if number else []
                rows = [_kept(drawn, row, heads) for row in part if any(row)]
                written += [*title, "\n".join("\t".join(row) for row in rows)]
    return ("\n\n".join(written) + "\n").encode()


def _kept(drawn: Drawn, row: list[str], heads: Grid) -> list[str]:
    """Return a row of a tab form, which may have lost a cell; a header keeps its labels."""
    if drawn.lost is None or row in heads or len(row) < _MIN_COLUMNS or sum(map(bool, row)) < 2:
        return row
    return row[: drawn.lost.at] + row[drawn.lost.at + 1 :]


def _pipe_parts(drawn: Drawn, table: MadeTable, lot: Random) -> Iterator[str]:
    for number, part in enumerate(_fragments(drawn, table, lot)):
        if number:
            yield f"# {drawn.paper.title[-1]}"
        printed = wrapped(part, table.columns) if drawn.nuisances.wrapped else part
        head, *rows = ([cell.replace("\n", "<br>") for cell in row] for row in printed)
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
    head, part = heads[-1], heads[:]
    room = lot.randint(*_PAGE)
    for at, row in enumerate(rows):
        ends = len(part) > room and at in whole
        if ends and odd.split_rows and (parts := cut(row, lot, several=odd.deep_cuts)):
            yield [*part, parts[0]]
            part = [*_next_head(drawn, head), parts[1]]
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
    heads = [[""] * width for _ in head_rows(table)]
    for row, column, cell in placed(head_rows(table)):
        heads[row][column] = cell.text
    return heads, rows
