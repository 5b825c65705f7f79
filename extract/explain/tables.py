"""How the tables of a paper were read: fragments, columns, rows joined and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from extract.cover import field_of
from extract.explain.page import Page, counted, quoted, where
from extract.grids import texts_of
from normalise.cells import RawRow
from normalise.columns import Column, Label
from normalise.elements import (
    Basis,
    BlockTable,
    Element,
    Entry,
    Legend,
    OtherTable,
    PairTable,
    PriorityTable,
    RecordTable,
)
from normalise.logical_rows import LogicalRow, RowKind
from parsers.model import Heading, Item, Paragraph, Text

_NAMED = 30  # characters of a cell that are enough to find it in the paper


def show_furniture(furniture: Sequence[Text], page: Page) -> None:
    """Show what only repeats, the same words once with all their places."""
    repeats: dict[str, list[str]] = {}
    for place, texts in groupby(filter(None, furniture), lambda text: where(text.place)):
        string = " | ".join(" ".join(str(text).split()) for text in texts)
        repeats.setdefault(string, []).append(place)
    if repeats:
        page.heading("Left out as furniture (running titles, page numbers, headers printed again)")
    for string, found in repeats.items():
        page.line(f"{quoted(string)} {', '.join(filter(None, found))}".rstrip())


def show_tables(elements: Iterable[Element], page: Page) -> None:
    """Show each logical table of the paper in reading order, a legend in prose among them."""
    tables = (one for one in elements if not isinstance(one, Heading | Paragraph | Item))
    for number, element in enumerate(tables, start=1):
        if isinstance(element, RecordTable):
            _show_records(element, number, page)
        elif isinstance(element, BlockTable):
            _show_blocks(element, number, page)
        else:
            _show_other(element, number, page)


def _heading(number: int, what: str, texts: Iterable[Text], page: Page) -> None:
    """Head a logical table with the printed tables that it was made of."""
    fragments: dict[int, str] = {}
    for text in texts:
        place = text.place
        if place and place.table and place.table not in fragments:
            fragments[place.table] = where(place)
    printed = [f"{table} ({at})" if at else str(table) for table, at in sorted(fragments.items())]
    page.heading(f"Table {number}: {what}")
    if len(printed) > 1:
        page.line(f"joined of printed tables {', '.join(printed)}")
    elif printed:
        page.line(f"printed table {printed[0]}")
    else:
        page.line("printed in the prose")


# Records


def _show_records(table: RecordTable, number: int, page: Page) -> None:
    """Show a record table."""
    cells = [cell for row in table.rows for part in row.parts for cell in part.cells]
    records = sum(row.kind is RowKind.RECORD for row in table.rows)
    _heading(number, counted(records, "record"), [*table.titles, *table.labels, *cells], page)
    for at, column in enumerate(table.columns, start=1):
        page.line(f"column {at} {_column(column)}", indent=1)
    if table.basis is not Basis.HEADER:
        page.line(f"columns named by: {table.basis}", indent=1)
    for entry in table.preamble:
        page.line(f"over it, for each row: {quoted(entry.label)} {quoted(entry.value)}", indent=1)
    for row in table.rows:
        _show_row(row, table.columns, page)
    for aside in table.aside:
        page.line(f"row set aside, no record: {' | '.join(quoted(cell, _NAMED) for cell in aside if cell)}")


def _column(column: Column) -> str:
    """Describe a column: its label, its role, a second fact, a date."""
    role = str(column.role) + (f", and {column.second}" if column.second else "")
    notes = [f"period {column.period}" if column.period else "", "by its values" if column.inferred else ""]
    told = "; ".join(filter(None, notes))
    label = quoted(column.label) if column.label else "(no label)"
    return f"{label} -> {role}" + (f" ({told})" if told else "")


def _show_row(row: LogicalRow, columns: Sequence[Column], page: Page) -> None:
    """Show a row where something was done to it: a band, a joined, a further or a shared one."""
    if row.kind is RowKind.BAND:
        page.line(f"band: {_named(row.parts[0])}")
        return
    if row.kind is RowKind.ACTION:
        page.line(f"further action of the record above: {_named(row.parts[0])}")
    if len(row.parts) > 1:
        page.line(f"row joined of {counted(len(row.parts), 'part')}: {_named(row.parts[0])}")
    for part, why in zip(row.parts[1:], row.why, strict=False):
        page.line(f"+ {_named(part)} because {why}", indent=1)
    if row.open:
        page.line("another reading of this join stays open", indent=1)
    for words in row.reprinted:
        page.line(f"printed twice by the break, kept once: {quoted(words)}", indent=1)
    for word in row.repaired:
        page.line(f"word made whole at the break: {quoted(word)}", indent=1)
    for at in sorted(row.merged):
        label = columns[at].label or f"column {at + 1}"
        page.line(f"cell {quoted(label)} shared with the row above: {_named(row.parts[0])}")


def _named(row: RawRow) -> str:
    """Name a printed row by its first two cells and its line."""
    filled = [cell for cell in row.cells if cell]
    at = where(filled[0].place) if filled else ""
    shown = ", ".join(quoted(cell, _NAMED) for cell in filled[:2])
    return f"{shown} ({at})" if at else shown


# Labels and values


def _show_blocks(table: BlockTable, number: int, page: Page) -> None:
    """Show vertical blocks: what each label says and where its value went on."""
    texts = [text for entry in table.entries for text in (entry.label, entry.value)]
    _heading(number, f"vertical blocks, {counted(len(table.entries), 'row')}", texts, page)
    for entry in table.entries:
        page.line(_entry(entry), indent=1)


def _entry(entry: Entry) -> str:
    """Describe a row of a label and a value."""
    if entry.label:
        return f"{quoted(entry.label)} -> {_reading(entry.reading)}"
    why = "its label is blank" + (", at the head of a page" if entry.page_head else "")
    at = where(entry.value.place)
    return f"+ {quoted(entry.value)}{f' ({at})' if at else ''} goes on with the value above: {why}"


def _reading(label: Label) -> str:
    """Describe what a label says."""
    role = str(label.role) + (f", and {label.second}" if label.second else "")
    return role + (f" (period {label.period})" if label.period else "")


def _show_other(element: PairTable | PriorityTable | Legend | OtherTable, number: int, page: Page) -> None:
    """Show a table that holds no records."""
    what = {
        PairTable: "labels and values",
        PriorityTable: "ticked priorities",
        Legend: "the paper's own grading scale",
        OtherTable: "no records; its rows are kept as paragraphs",
    }[type(element)]
    _heading(number, what, texts_of(element), page)
    for line in _other_lines(element):
        page.line(line, indent=1)


def _other_lines(element: PairTable | PriorityTable | Legend | OtherTable) -> list[str]:
    """Describe what was made of each row."""
    if isinstance(element, PairTable):
        return [_pair(entry) for entry in element.entries]
    if isinstance(element, PriorityTable):
        return [f"{'[x]' if tick.selected else '[ ]'} {quoted(tick.text)}" for tick in element.ticks]
    if isinstance(element, Legend):
        return [
            f"{step.grade}: {quoted(step.label)} -> {step.status or 'no status'}"
            for step in element.scale.steps
        ]
    return [" | ".join(quoted(cell, _NAMED) for cell in row)[:120] for row in element.rows]


def _pair(entry: Entry) -> str:
    """Describe a pair by the field that its label names."""
    if not entry.label or not entry.value:
        return f"{quoted(entry.label or entry.value)} stands alone: a heading"
    return f"{quoted(entry.label)} -> {field_of(str(entry.label)) or 'metadata'}: {quoted(entry.value, 40)}"
