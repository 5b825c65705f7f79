"""Record tables: header found, columns named, fragments gathered, rows stitched."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache

from normalise.cells import RawRow, width_used
from normalise.columns import (
    DATE_ROLES,
    OFFICER_ROLES,
    STATUS_ROLES,
    Column,
    Role,
)
from normalise.counted import numbers_apart
from normalise.elements import Basis, RecordTable
from normalise.furniture import running_key
from normalise.headers import Header, find_header, is_header
from normalise.inference import infer_header, is_unlike
from normalise.kinds import MOST, contradicts, is_level, share, values_of
from normalise.legends import MAX_ANNOUNCEMENT, read_line
from normalise.lexicon import load
from normalise.lost_cells import lost_alike, put_back, put_back_as
from normalise.rows import Stitcher
from normalise.set_aside import set_aside
from normalise.settle import settle
from normalise.text import fold, fold_label
from normalise.values.references import is_reference
from parsers.model import Text

# A label with one of these heads actions; "Step", "Activity" or "What" may head a timetable.
_ACTION_WORDS = ("action", "task", "commit", "will ", "response", "going to", "measure")


@dataclass(slots=True)
class RecordFragments:
    """The printed fragments of one record table, as they are gathered.

    `named` holds the columns by their labels alone, `settled` with their values
    too; `raw_width` says how many columns the form prints, `body` the rows that were read.
    """

    named: tuple[Column, ...]
    labels: tuple[Text, ...]
    raw_width: int
    rows: list[RawRow] = field(default_factory=list)
    repeated: list[Text] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    settled: tuple[Column, ...] = ()
    body: tuple[RawRow, ...] = ()
    titles: tuple[Text, ...] = ()
    heads: tuple[tuple[str, ...], ...] = ()
    basis: Basis = Basis.HEADER
    bare: list[Text] = field(default_factory=list)
    missing: tuple[int, ...] = ()

    def prints_header(self, row: RawRow) -> bool:
        """Tell whether a row is one of the header, printed again."""
        first = fold(str(row.cells[0])) if row.cells else ""
        heads = [head for head in self.heads if head[0] == first]
        folded = _folded(row) if heads else ()
        return any(folded) and any(folded[: len(head)] == head[: len(folded)] for head in heads)

    def add(self, rows: Sequence[RawRow], *, page_head: bool) -> None:
        """Add the rows of a fragment; headers printed again among them are furniture."""
        head = page_head
        again = [self.prints_header(row) for row in rows]
        if self.rows and rows and not again[0]:
            self.bare += [rows[0].cells[at] for at in rows[0].filled()[:1]]
        body = [row for row, printed in zip(rows, again, strict=True) if not printed]
        following = iter(self._put_back(body))
        for row, printed in zip(rows, again, strict=True):
            if printed:
                self.repeated += [cell for cell in row.cells if cell]
                head = True
                continue
            if row.table not in self.numbers:
                self.numbers.append(row.table)
            self.rows.append(replace(next(following), page_head=row.page_head or head))
            head = False

    def _put_back(self, rows: Sequence[RawRow]) -> list[RawRow]:
        """Put cells under the labels that they fit where rows lost some, as the parts above did."""
        if self.missing:
            return put_back_as(self.named, rows, self.missing)
        placed, self.missing = put_back(self.named, rows)
        return placed

    def agree_on_missing(self, missing: tuple[int, ...]) -> bool:
        """Put cells where a table of the same header has them, if these rows lost as much; tell whether."""
        if self.missing or not lost_alike(self.named, self.rows, missing):
            return False
        self.rows = put_back_as(self.named, self.rows, missing)
        self.missing = missing
        return True

    def table(self, vocabulary: Set[str], titles: Set[str], kin: Sequence[RawRow] = ()) -> RecordTable:
        """Settle the columns and stitch the rows into one logical table.

        Args:
            vocabulary: folded words of the paper.
            titles: its running titles.
            kin: rows of its other tables of the same header, which settle the columns as well.
        """
        width = max([len(self.named), *(len(row.cells) for row in self.rows)])
        blank = Column("", Role.EXTRA)
        running = titles | {running_key(str(title)) for title in self.titles}
        kept, above = self._without_titles(running)
        rows = [row.padded(width) for row in kept]
        keys = [row for row in rows if _is_key(row)]
        rows, aside = set_aside([row for row in rows if row not in keys])
        columns = settle((*self.named, *[blank] * (width - len(self.named))), [*rows, *kin])
        self.settled, self.body = columns, tuple(rows)
        if not self.missing:
            columns, rows = numbers_apart(columns, rows)
        width = len(columns)
        used = [at for at in range(width) if columns[at].label or any(row.cells[at] for row in rows)]
        columns = tuple(columns[at] for at in used)
        rows = [_select(row, used) for row in rows]
        stitched = Stitcher(columns, vocabulary).stitch(rows)
        return RecordTable(
            columns,
            (*self.labels, *_cells(keys)),
            stitched,
            (*self.repeated, *above),
            tuple(self.numbers),
            self.titles,
            self.basis,
            tuple(self.bare),
            tuple(used.index(at) for at in self.missing if at in used),
            tuple(tuple(cell for cell in row.cells if cell) for row in aside),
        )

    def _without_titles(self, titles: Set[str]) -> tuple[list[RawRow], list[Text]]:
        """Take running titles printed as rows out, and return them too; the next row begins a page."""
        kept: list[RawRow] = []
        running: list[Text] = []
        head = False
        for row in self.rows:
            filled = row.filled()
            if len(filled) == 1 and running_key(str(row.cells[filled[0]])) in titles:
                running.append(row.cells[filled[0]])
                head = True
                continue
            kept.append(replace(row, page_head=True) if head else row)
            head = False
        return kept, running


def _is_key(row: RawRow) -> bool:
    """Tell a row that holds nothing but the legend of its table: "Red = not started; Green = complete"."""
    cells = _cells([row])
    return len(cells) == 1 and bool(read_line(str(cells[0]), MAX_ANNOUNCEMENT))


def _cells(rows: Sequence[RawRow]) -> tuple[Text, ...]:
    return tuple(cell for row in rows for cell in row.cells if cell)


def _select(row: RawRow, columns: Sequence[int]) -> RawRow:
    place = {column: at for at, column in enumerate(columns)}
    spanned = frozenset(place[column] for column in row.spanned if column in place)
    shades = tuple(row.shades[at] for at in columns) if row.shades else ()
    return replace(row, cells=tuple(row.cells[at] for at in columns), spanned=spanned, shades=shades)


def open_records(rows: Sequence[RawRow], *, under: bool = False) -> RecordFragments | None:
    """Read the header of a record table and gather its rows; None where it is none.

    `under` a recommendation "Activity" or "Step" with an owner or a date heads actions, and no timetable.
    """
    header = find_header(rows)
    if header is None:
        return None
    body, _ = put_back(header.columns, rows[header.end :])
    columns = settle(header.columns, body)
    roles = {column.role for column in columns}
    acts = under and Role.ACTION in roles and bool(roles & (OFFICER_ROLES | DATE_ROLES))
    return _opened(header, rows) if acts or is_record_table(columns, body) else None


def infer_records(rows: Sequence[RawRow]) -> RecordFragments | None:
    """Open a table whose labels are missing or not known; None where its values are not those of records."""
    header = infer_header(rows) if find_header(rows) is None else None
    if header is None or _is_other(header.columns, rows[header.end :]):
        return None
    fragments = _opened(header, rows)
    fragments.basis = Basis.VALUES
    return fragments


def _opened(header: Header, rows: Sequence[RawRow]) -> RecordFragments:
    above = tuple(cell for upper in rows[: header.start] for cell in upper.cells if cell)
    head = rows[header.start : header.end]
    printed = tuple(cell for row in head for cell in row.cells if cell)
    fragments = RecordFragments(
        header.columns, printed, len(rows[0].cells), titles=above, heads=tuple(map(_folded, head))
    )
    fragments.add(rows[header.end :], page_head=False)
    return fragments


def _folded(row: RawRow) -> tuple[str, ...]:
    return tuple(fold(str(cell)) for cell in row.cells)


@cache
def _other_words(name: str) -> tuple[str, ...]:
    return tuple(load("other_tables")[name])


def _is_other(columns: Sequence[Column], rows: Sequence[RawRow]) -> bool:
    """Tell whether labels are those of a risk register, a budget or a list of attendance.

    "Risk" over "High" and "L" grades actions; over sentences it is a register.
    """
    labels = [fold_label(column.label) for column in columns]
    roles = {column.role for column in columns}
    words = _other_words("words")
    if not (Role.ACTION in roles and roles & OFFICER_ROLES and roles & DATE_ROLES):
        words += _other_words("money")
    if any(word in label for label in labels for word in words):
        return True
    risks = [at for at, label in enumerate(labels) if label == "risk"]
    return any(share(values_of(rows, at), is_level) < MOST for at in risks)


def is_record_table(columns: Sequence[Column], rows: Sequence[RawRow]) -> bool:
    """Tell whether columns are those of recommendations or actions.

    A recommendation wants one more known fact, an action an owner, a date, a
    status, an update or a measure; a risk register, a budget or a timetable is none.
    """
    roles = {column.role for column in columns}
    facts = OFFICER_ROLES | DATE_ROLES | STATUS_ROLES | {Role.PROGRESS, Role.MEASURE}
    if Role.RECOMMENDATION in roles:
        return bool(
            roles
            & (
                facts
                | {Role.ACTION, Role.DECISION, Role.COMMENTS, Role.IMPACT, Role.SCRUTINY_COMMENTS, Role.REF}
            )
        )
    if _is_other(columns, rows):
        return False
    if Role.PERIOD in roles and roles & facts:
        return True
    labels = [fold_label(column.label) for column in columns]
    if Role.ACTION not in roles or not roles & facts:
        return False
    named = any(word in label for label in labels for word in _ACTION_WORDS)
    return named or bool(roles & (STATUS_ROLES | {Role.REF, Role.PROGRESS, Role.MEASURE}))


def continues_records(table: RecordFragments, rows: Sequence[RawRow]) -> bool:
    """Tell whether rows are a further fragment of a table: its header again, or none and its width."""
    if table.prints_header(rows[0]):
        return True
    if is_header(rows[0].cells):
        return False
    width, columns = len(rows[0].cells), len(table.named)
    placed = put_back_as(table.named, rows, table.missing) if table.missing else rows
    if is_unlike(rows[0], rows[1:]) or contradicts(table.settled or table.named, placed):
        return False
    if width == table.raw_width or width_used(rows) in (columns, columns - 1):
        return True
    first = rows[0].cells[0]
    return width < columns and (not first or is_reference(str(first))) and columns > 2 and len(rows) == 1


def inherit_records(table: RecordFragments, rows: Sequence[RawRow]) -> RecordFragments:
    """Open a table without a header that takes the columns of the one before it."""
    fragments = RecordFragments(
        table.settled or table.named, (), table.raw_width, heads=table.heads, basis=Basis.OTHER_TABLE
    )
    fragments.add(rows, page_head=False)
    return fragments
