"""Spans that a text form lost: one cell beside several rows, printed piece by piece (contract, Rows)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from normalise.columns import DATE_ROLES, Column, Role
from normalise.logical_rows import LogicalRow, RowKind
from normalise.text import join_parts
from normalise.unfinished import is_unfinished, open_words
from normalise.values.references import leading_reference
from parsers.model import Text


def share_lost_spans(
    rows: Sequence[LogicalRow], columns: Sequence[Column], vocabulary: Set[str]
) -> Iterable[LogicalRow]:
    """Give the whole of a cell to every row that its lost span covered.

    The first part stops in mid-sentence, the rest stands in the next row, whose
    own date is blank: both rows carry the whole text and the date.
    """
    shared = list(rows)
    texts = [
        at for at, column in enumerate(columns) if column.role in {Role.ACTION, Role.MEASURE, Role.PROGRESS}
    ]
    when = [at for at, column in enumerate(columns) if column.role in DATE_ROLES]
    stated = any(part.spanned for row in rows for part in row.parts)
    start = 0
    while start < len(shared) - 1:
        end, spans = start, dict[int, Text]()
        while end + 1 < len(shared) and (
            found := _spans(shared[end], shared[end + 1], texts, when, stated=stated)
        ):
            for at in found:
                whole, rest = spans.get(at, shared[start].cells[at]), shared[end + 1].cells[at]
                if at not in shared[end + 1].merged:
                    whole = join_parts(whole, rest, vocabulary).text
                spans[at] = whole
            end += 1
        if spans:
            _spread(shared, start, end, spans, when)
        start = end + 1
    return shared


def _spans(
    above: LogicalRow, below: LogicalRow, texts: Sequence[int], when: Sequence[int], *, stated: bool
) -> list[int]:
    """Return the columns whose cell two rows share.

    A table with `stated` spans loses one at a page end only.
    """
    if RowKind.BAND in {above.kind, below.kind} or below.kind is not RowKind.RECORD:
        return []
    shared = [at for at in texts if at in below.merged and below.cells[at]]
    if shared:
        return shared
    cut = stated and below.parts[0].page_head
    if not cut and (not when or any(below.cells[at] for at in when)):
        return []
    return [at for at in texts if _runs_on(str(above.cells[at]), str(below.cells[at]))]


def _runs_on(above: str, below: str) -> bool:
    """Tell whether two rows print one sentence: more than a missing full stop is wanted."""
    if not above or not below or not is_unfinished(above) or leading_reference(below):
        return False
    last = above.split()[-1].casefold()
    return below[:1].islower() or last in open_words() or above.rstrip().endswith((",", "-"))


def _spread(
    rows: list[LogicalRow], start: int, end: int, spans: dict[int, Text], when: Sequence[int]
) -> None:
    dated = {at: rows[start].cells[at] for at in when if rows[start].cells[at]}
    for at in range(start, end + 1):
        cells = list(rows[at].cells)
        given = spans | {column: text for column, text in dated.items() if at == start or not cells[column]}
        for column, text in given.items():
            cells[column] = text
        merged = frozenset(given) if at > start else frozenset()
        rows[at] = replace(rows[at], cells=tuple(cells), merged=rows[at].merged | merged)
