"""Tables whose columns are set side by side with blanks, as a page is printed to text."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.text.builder import Builder
from parsers.text.rows import RawRow, table

# Fewer columns are numbered lines, or labels and values.
MIN_COLUMNS = 4
MIN_ROWS = 2
# Lines over the first row: the labels and what wraps under them.
MAX_HEADER = 4
MAX_GAP = 2
_RUN = re.compile(r"\S+(?: \S+)*")
_REFERENCE = re.compile(r"\(?(?:[A-Z]{1,5}[ ./-]?)?\d{1,4}(?:[./-]\d{1,4})*[a-z]?[.)]?")


class _Run(NamedTuple):
    """Words with single blanks between them: half-open places on the line."""

    start: int
    end: int
    text: str


def read(builder: Builder, lines: Sequence[str], at: int) -> int:
    """Read the aligned table that begins at line index `at`; return how many lines it takes.

    Its first column numbers the rows: where it does not, nothing tells a row from a line
    that wraps, and the lines stay prose.
    """
    rows = _rows_at(builder, lines, at)
    if not rows:
        return 0
    block = table(builder, rows, at + 1)
    if block:
        builder.blocks.append(block)
    return _region(lines, at)[-1][0] + 1 - at


def is_there(builder: Builder, lines: Sequence[str], at: int) -> bool:
    """Tell whether an aligned table begins at line index `at`."""
    return bool(_rows_at(builder, lines, at))


def _rows_at(builder: Builder, lines: Sequence[str], at: int) -> list[RawRow]:
    """Return the rows of the aligned table that begins at line index `at`; none is none."""
    if at < builder.aligned_until or "   " not in lines[at].strip() or len(_runs(lines[at])) < MIN_COLUMNS:
        return []
    taken = _region(lines, at)
    edges = _edges(taken)
    rows = list(_rows(taken, edges)) if len(edges) >= MIN_COLUMNS else []
    if sum(1 for row in rows if _REFERENCE.fullmatch(row.cells[0])) < MIN_ROWS:
        builder.aligned_until = taken[-1][0] + 1
        return []
    return rows


def _runs(line: str) -> list[_Run]:
    return [_Run(found.start(), found.end(), found.group()) for found in _RUN.finditer(line.expandtabs())]


def _region(lines: Sequence[str], at: int) -> list[tuple[int, list[_Run]]]:
    """Gather the lines from here on that leave the gutters of the first one white."""
    taken = [(at, _runs(lines[at]))]
    gutters = _gutters(taken[0][1])
    for end in range(at + 1, len(lines)):
        runs = _runs(lines[end])
        if not runs:
            if end - taken[-1][0] > MAX_GAP:
                break
            continue
        left = [_narrowed(gutter, runs) for gutter in gutters]
        if len(runs) > 1 and not all(left):
            break
        if len(runs) == 1 and sum(1 for one in left if one is None) > 1:
            break  # a line of prose, which runs on over the columns
        if len(runs) > 1:
            gutters = [gutter for gutter in left if gutter]
        taken.append((end, runs))
    return taken


def _gutters(runs: Sequence[_Run]) -> list[tuple[int, int]]:
    """Return the white between the runs of a line."""
    return [(left.end, right.start) for left, right in itertools.pairwise(runs)]


def _narrowed(gutter: tuple[int, int], runs: Sequence[_Run]) -> tuple[int, int] | None:
    """Return what a line leaves white of a gutter; None where its words fill it."""
    start, end = gutter
    middle_words = [run for run in runs if run.start < end and run.end > start]
    for run in middle_words:
        if run.start > start:
            end = min(end, run.start)
        else:
            start = max(start, run.end)
    return (start, end) if start < end else None


def _edges(taken: Sequence[tuple[int, list[_Run]]]) -> list[int]:
    """Return where the columns begin: at the end of the white that all lines leave."""
    gutters = _gutters(taken[0][1])
    for _, runs in taken[1:]:
        if len(runs) > 1:
            gutters = [left for gutter in gutters if (left := _narrowed(gutter, runs))]
    return [0, *(end for _, end in gutters)]


def _rows(taken: Sequence[tuple[int, list[_Run]]], edges: Sequence[int]) -> Iterator[RawRow]:
    """Yield the header, then a row for each reference in the first column and for each heading between."""
    lines = [(at, _cells(runs, edges)) for at, runs in taken]
    widths = [max(map(len, column)) for column in zip(*(cells for _, cells in lines), strict=True)]
    held: list[tuple[int, list[str]]] = []
    numbered = False
    for at, cells in lines:
        opens = bool(_REFERENCE.fullmatch(cells[0]))
        heads = not opens and bool(cells[0]) and not any(cells[1:])
        if held and (opens or heads):
            yield _row(held, widths)
            held = []
        held.append((at, cells))
        numbered = numbered or opens
        if heads or (not numbered and len(held) > MAX_HEADER):
            yield _row(held, widths)
            held = []
    if held:
        yield _row(held, widths)


def _cells(runs: Sequence[_Run], edges: Sequence[int]) -> list[str]:
    """Put the runs of a line under the columns that they begin in."""
    cells = [""] * len(edges)
    for run in runs:
        column = bisect_right(edges, run.start) - 1
        cells[column] = f"{cells[column]} {run.text}".strip()
    return cells


def _row(held: Sequence[tuple[int, list[str]]], widths: Sequence[int]) -> RawRow:
    """Join the lines of a row, column by column."""
    cells, places = [], []
    for column, width in enumerate(widths):
        lines = [(at, line[column]) for at, line in held if line[column]]
        places.append(lines[0][0] + 1 if lines else held[0][0] + 1)
        cells.append(_joined([line for _, line in lines], width))
    return RawRow(held[0][0] + 1, tuple(cells), lines=tuple(places))


def _joined(lines: Sequence[str], width: int) -> str:
    """Join the lines of a cell; one ends for want of room where the next word does not fit beside it."""
    text = "".join(lines[:1])
    for above, below in itertools.pairwise(lines):
        fits = len(above) + 1 + len(below.split()[0]) <= width
        text += f"<br>{below}" if fits else f" {below}"
    return text
