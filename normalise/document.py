"""Layout -> document: furniture out, tables told and joined, the legend found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from normalise.action_lines import read_actions
from normalise.action_notes import read_notes
from normalise.blocks import BlockFragments, continues_blocks, open_blocks, read_pairs
from normalise.cells import RawRow, raw_rows
from normalise.elements import Element, OtherTable, RecordTable
from normalise.furniture import running_key, without_furniture
from normalise.glossary import Glossary
from normalise.headers import is_header
from normalise.kinds import contradicts
from normalise.labelled import read_labelled
from normalise.legends import ACROSS_ROWS, is_legend_table, line_legend, table_legend
from normalise.mixed import MixedFragments, continues_mixed, open_mixed
from normalise.paper_scale import graded, scale_of, with_legends
from normalise.preambles import is_preamble, preamble_rows, with_preambles
from normalise.priorities import announces_priorities, read_priorities
from normalise.records import RecordFragments, continues_records, infer_records, inherit_records, open_records
from normalise.sheets import part_sheets
from normalise.side_by_side import one_below_another
from normalise.sideways import read_sideways
from normalise.struck import without_struck
from normalise.text import vocabulary_of
from normalise.values.scales import Scale
from normalise.welsh import welsh_blocks
from parsers.model import Block, Heading, Layout, Paragraph, Remark, Table, Text
from parsers.model.layout import block_texts


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as logical elements.

    Attributes:
        elements: in reading order.
        furniture: running titles, page numbers, headers printed again, words struck out of tables.
        scale: the paper's own grading scale, empty where it prints none.
        glossary: what the paper itself says that its initials and acronyms mean.
        vocabulary: folded words of the paper.
        welsh: first words of each block that is in Welsh.
        remarks: what is told of words that are struck through.
    """

    elements: tuple[Element, ...]
    furniture: tuple[Text, ...]
    scale: Scale
    glossary: Glossary
    vocabulary: Set[str]
    welsh: tuple[Text, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_document(layout: Layout) -> Document:
    """Make logical elements of the blocks of a layout."""
    vocabulary = vocabulary_of(layout.words())
    struck = without_struck(layout.blocks)
    blocks, furniture = without_furniture(tuple(part_sheets(struck.blocks)))
    furniture += struck.words
    welsh = welsh_blocks(blocks, vocabulary)
    grouper = _Grouper(blocks, furniture, vocabulary, welsh)
    elements = tuple(with_preambles(list(with_legends(iter(grouper.elements())))))
    for element in elements:
        furniture += getattr(element, "repeated", ())
    scale = scale_of(elements)
    elements = tuple(graded(elements, scale))
    told = tuple(next(filter(None, block_texts(blocks[at]))) for at in sorted(welsh))
    glossary = Glossary(layout.blocks)
    return Document(elements, tuple(furniture), scale, glossary, vocabulary, told, struck.remarks)


class _Grouper:
    """Walks the blocks and joins the printed fragments of one table."""

    def __init__(
        self, blocks: Sequence[Block], furniture: Sequence[Text], vocabulary: Set[str], welsh: Set[int]
    ) -> None:
        self._blocks = blocks
        self._welsh = welsh
        self._vocabulary = vocabulary
        self._open: RecordFragments | BlockFragments | MixedFragments | None = None
        self._last: RecordFragments | None = None
        self._next: RecordFragments | None = None
        self._next_at = 0
        self._made: list[tuple[RecordFragments, RecordTable]] = []
        opening = [block.text for block in blocks[:3] if isinstance(block, Heading | Paragraph)]
        self._titles = {running_key(str(text)) for text in (*furniture, *opening)} - {""}

    def elements(self) -> list[Element]:
        """Return the elements of the paper in reading order; tables of one header agree on their columns."""
        found = list(self._walk())
        settled = dict(self._agreed())
        return [settled.get(id(one), one) for one in found]

    def _agreed(self) -> Iterator[tuple[int, RecordTable]]:
        """Settle tables of one header by the values of all, where each alone told others, or lost some."""
        for fragments, table in self._made:
            others = [
                other
                for other, _ in self._made
                if other is not fragments
                and other.named == fragments.named
                and len(other.settled) == len(fragments.settled)
            ]
            moved = any(fragments.agree_on_missing(other.missing) for other in others if other.missing)
            if moved or any(other.settled != fragments.settled for other in others):
                kin = [row for other in others for row in other.body]
                yield id(table), fragments.table(self._vocabulary, self._titles, kin)

    def _walk(self) -> Iterator[Element]:
        """Yield the elements as each is made."""
        heading, done = "", 0
        for at, block in enumerate(self._blocks):
            if at < done:
                continue
            if at in self._welsh:
                yield from self._close()
                yield _as_printed(block)
                continue
            labelled = None if isinstance(block, Table) else read_labelled(self._blocks, at)
            if labelled and not _is_legend(block):
                yield from self._close()
                table, done = labelled
                yield table
                continue
            if told := None if labelled else read_actions(self._blocks, at):
                yield from self._close()
                actions, done = told
                yield from actions
                continue
            if noted := None if labelled else read_notes(block):
                yield from self._close()
                yield from noted
                continue
            if isinstance(block, Table):
                for rows in _split_at_headers(one_below_another(raw_rows(block, page_head=False))):
                    if not self._is_running_row(rows, at):
                        yield from self._table(rows, heading, at)
            else:
                heading = str(block.text)
                yield from self._close()
                yield block
        yield from self._close()

    def _is_running_row(self, rows: Sequence[RawRow], at: int) -> bool:
        """Take a lone row of few cells over a header printed again: a running title in cells."""
        below = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        if not isinstance(self._open, RecordFragments) or len(rows) != 1 or not isinstance(below, Table):
            return False
        header = raw_rows(below, page_head=False)[0]
        if not self._open.prints_header(header) or len(rows[0].cells) >= len(header.cells):
            return False
        self._open.repeated += [cell for cell in rows[0].cells if cell]
        return True

    def _close(self) -> Iterator[Element]:
        if isinstance(self._open, RecordFragments):
            self._last = self._open
            table = self._open.table(self._vocabulary, self._titles)
            self._made.append((self._open, table))
            yield table
        elif self._open:
            yield self._open.table()
        self._open = None

    def _table(self, rows: Sequence[RawRow], heading: str, at: int) -> Iterator[Element]:
        """Join rows to the open table, or tell what table of their own they are."""
        opened = None if is_legend_table(rows) else open_records(rows)
        mixed = None if opened else open_mixed(rows)
        head = 0 if opened or mixed else preamble_rows(rows)
        if head:
            yield from self._table(rows[:head], heading, at)
            yield from self._table(rows[head:], heading, at)
            return
        legend = None if opened else table_legend(rows)
        sideways = None if opened or legend else read_sideways(rows)
        if self._open and not legend and not sideways and self._continues(rows):
            self._open.add(rows, page_head=True)
            return
        yield from self._close()
        if told := legend or sideways:
            yield told
            return
        self._open = opened or mixed or open_blocks(rows)
        if self._open is None:
            found = read_priorities(rows, heading) or read_pairs(rows)
            if found:
                yield found
            else:
                yield from self._unnamed(rows, at)

    def _continues(self, rows: Sequence[RawRow]) -> bool:
        """Tell whether rows are a further fragment of the table that is open."""
        match self._open:
            case RecordFragments():
                return continues_records(self._open, rows) and not is_preamble(rows)
            case BlockFragments():
                return continues_blocks(rows)
            case MixedFragments():
                return continues_mixed(self._open, rows)
            case None:
                return False

    def _unnamed(self, rows: Sequence[RawRow], at: int) -> Iterator[Element]:
        """Open a table without a known header: named by the one before it, the next one or its values."""
        model = self._last or self._ahead(at)
        if (
            model
            and len(rows[0].cells) == model.raw_width > 2
            and not is_header(rows[0].cells)
            and not contradicts(model.settled or model.named, rows)
        ):
            self._open = inherit_records(model, rows)
        else:
            self._open = infer_records(rows)
        if self._open is None:
            yield _other_table(rows)

    def _ahead(self, at: int) -> RecordFragments | None:
        """Return the next record table with a header: the first page of a copy may have lost its own."""
        if self._next_at <= at:
            self._next, self._next_at = None, len(self._blocks)
            for place in range(at + 1, len(self._blocks)):
                block = self._blocks[place]
                opened = open_records(raw_rows(block, page_head=False)) if isinstance(block, Table) else None
                if opened:
                    self._next, self._next_at = opened, place
                    break
        return self._next


def _other_table(rows: Sequence[RawRow]) -> OtherTable:
    return OtherTable(tuple(tuple(cell for cell in row.cells if cell) for row in rows))


def _as_printed(block: Block) -> Element:
    """Return a block of which nothing is read: its words, cells in their rows."""
    return _other_table(raw_rows(block, page_head=False)) if isinstance(block, Table) else block


def _is_legend(block: Block) -> bool:
    """Tell a line such as "Key: A – achieved; B – on track" from one that labels a reference."""
    return not isinstance(block, Table) and line_legend(block.text) is not None


def _split_at_headers(rows: Sequence[RawRow]) -> Iterator[list[RawRow]]:
    """Part rows at a header, legend or list of priorities behind a gap: a blank line parts two tables."""
    start = 0
    for at, row in enumerate(rows):
        if at and row.page_head and _parts(rows[start:at], rows[at:]):
            yield list(rows[start:at])
            start = at
    yield list(rows[start:])


def _parts(above: Sequence[RawRow], below: Sequence[RawRow]) -> bool:
    """Tell whether two tables meet at a gap: a header, legend or priorities begin, or a legend ends."""
    if is_header(below[0].cells) or _opens_priorities(below[0]) or table_legend(below):
        return True
    return len(above) <= ACROSS_ROWS and not is_header(above[0].cells) and table_legend(above) is not None


def _opens_priorities(row: RawRow) -> bool:
    return len(row.filled()) == 1 and announces_priorities(str(row.cells[row.filled()[0]]))
