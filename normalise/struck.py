"""Words struck through: in tables they are given up and say nothing; of dates, that they were moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from normalise.values.dates import is_only_dates
from normalise.values.references import is_reference
from parsers.model import Block, Cell, Remark, Table, Text
from parsers.model.layout import block_texts
from parsers.model.words import EMPTY

# Where more of the words of all tables are struck, the lines through them mean something else.
MOST = 0.5
# A row whose other cells have no more words than these says of what it is only in what is struck:
# "Withdrawn by Council".
FEW_WORDS = 6
# Label and value alone are no row of a table of records.
RECORD_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Struck:
    """Blocks without the words that were struck out of their tables, those words, and what is told."""

    blocks: tuple[Block, ...]
    words: tuple[Text, ...] = ()
    remarks: tuple[Remark, ...] = ()


def without_struck(blocks: Sequence[Block]) -> Struck:
    """Take struck words out of the cells of tables; tell of all of them.

    A date that is struck stays, since it is a date that was moved. A row struck through
    as a whole goes, its reference too. In prose the words stay where they are.
    """
    if not any(word.struck for block in blocks for text in block_texts(block) for word in text.words):
        return Struck(tuple(blocks))
    kept, out = [], []
    doubtful = _is_most(blocks)
    for block in blocks:
        if isinstance(block, Table) and not doubtful:
            cells = tuple(_of_table(block))
            out += [_left_out(old, new) for old, new in zip(block.cells, cells, strict=True)]
            block = replace(block, cells=cells)
        kept.append(block)
    return Struck(tuple(kept), tuple(filter(None, out)), tuple(_remarks(blocks)))


def _is_most(blocks: Iterable[Block]) -> bool:
    words = [w for b in blocks if isinstance(b, Table) for cell in b.cells for w in cell.text.words]
    return sum(word.struck for word in words) > MOST * len(words)


def _of_table(table: Table) -> Iterator[Cell]:
    rows = {at: list(row) for at, row in groupby(table.cells, key=lambda cell: cell.row)}
    for cell in table.cells:
        row = rows[cell.row]
        if _is_given_up(row):
            yield replace(cell, text=EMPTY)
        elif table.columns >= RECORD_COLUMNS and _is_all_it_says(row):
            yield cell
        else:
            yield replace(cell, text=_live(cell.text))


def _is_given_up(row: Sequence[Cell]) -> bool:
    """Tell whether all that a row says is struck through, its reference or not."""
    filled = [cell.text for cell in row if cell.text]
    live = [text for text in filled if not _is_whole(text)]
    return len(live) < len(filled) > 1 and all(is_reference(str(text)) for text in live)


def _is_all_it_says(row: Sequence[Cell]) -> bool:
    """Tell whether the words that say what a row is about are struck, and a remark stands beside them."""
    longest = max((cell.text for cell in row), key=lambda text: len(text.words))
    live = [cell.text for cell in row if not _is_whole(cell.text)]
    return _is_whole(longest) and all(len(text.words) <= FEW_WORDS < len(longest.words) for text in live)


def _is_whole(text: Text) -> bool:
    return bool(text) and all(word.struck for word in text.words)


def _live(text: Text) -> Text:
    """Leave struck words out of a cell, dates aside."""
    if not any(word.struck for word in text.words):
        return text
    return Text(tuple(word for run in _runs(text) if _counts(run) for word in run.words))


def _runs(text: Text) -> Iterator[Text]:
    for _, words in groupby(text.words, key=lambda word: word.struck):
        yield Text(tuple(words))


def _counts(run: Text) -> bool:
    return not run.words[0].struck or is_only_dates(str(run))


def _left_out(old: Cell, new: Cell) -> Text:
    kept = {word.number for word in new.text.words}
    return Text(tuple(word for word in old.text.words if word.number not in kept))


def _remarks(blocks: Iterable[Block]) -> Iterator[Remark]:
    for text in (text for block in blocks for text in block_texts(block)):
        for run in _runs(text):
            if run.words[0].struck:
                words = " ".join(str(run).split())
                yield Remark("struck-text", f"struck through in the paper: “{words}”", run)
