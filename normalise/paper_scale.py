"""The paper's own scale: its legends among the prose, in labels and paragraphs; the columns it grades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile
from typing import TypeGuard

from normalise.columns import STATUS_ROLES, Role, with_role
from normalise.elements import BlockTable, Element, Entry, Legend, RecordTable
from normalise.legend_steps import MAX_STEPS
from normalise.legends import announces_list, is_plain_step, line_legend, list_legend, read_line
from normalise.logical_rows import RowKind
from normalise.text import fold
from normalise.values.scales import NO_SCALE, Scale, ScaleStep, read_grade
from parsers.model import Heading, Item, Paragraph, Text
from parsers.model.words import join

# Lines that nothing announces are a legend from so many on; two may be two answers.
MIN_UNANNOUNCED = 3


def scale_of(elements: Sequence[Element]) -> Scale:
    """Return the paper's own scale: its legends together, where they grade by different signs.

    A legend may also stand inside a paragraph or over the column that it explains.
    """
    scales = [element.scale for element in elements if isinstance(element, Legend)]
    scales = scales or [Scale(tuple(steps)) for steps in _asides(elements) if steps]
    scales.sort(key=lambda scale: -sum(step.status is not None for step in scale.steps))
    steps = list(scales[0].steps) if scales else []
    for scale in scales[1:]:
        grades = {fold(step.grade) for step in steps}
        if not grades & {fold(step.grade) for step in scale.steps}:
            steps += scale.steps
    return Scale(tuple(steps)) if steps else NO_SCALE


def _asides(elements: Sequence[Element]) -> Iterator[list[ScaleStep]]:
    """Yield the steps that stand beside other words, in a label, a row of its own or a paragraph."""
    for element in elements:
        if isinstance(element, RecordTable):
            yield from (read_line(str(label)) or read_line(str(label), 0) for label in element.labels)
        elif isinstance(element, Item | Paragraph):
            yield read_line(str(element.text))


def graded(elements: Iterable[Element], scale: Scale) -> Iterator[Element]:
    """Take columns and labels in which every cell is a grade of the paper's own scale for statuses."""
    held = list(elements)
    values: dict[str, list[str]] = {}
    for entry in _rating_entries(held):
        values.setdefault(fold(str(entry.label)), []).append(str(entry.value))
    grades = {label for label, cells in values.items() if _are_graded(cells, scale)}
    for element in held:
        if isinstance(element, RecordTable):
            yield _graded_columns(element, scale)
        elif isinstance(element, BlockTable) and grades:
            yield replace(element, entries=tuple(_graded_entry(one, grades) for one in element.entries))
        else:
            yield element


def _rating_entries(elements: Iterable[Element]) -> Iterator[Entry]:
    """Yield the filled entries of blocks whose label may rate what is done."""
    for element in elements:
        if isinstance(element, BlockTable):
            yield from (
                one
                for one in element.entries
                if one.label and one.value and _may_rate(one.reading.role, str(one.label))
            )


def _graded_entry(entry: Entry, grades: Set[str]) -> Entry:
    if fold(str(entry.label)) not in grades:
        return entry
    return replace(entry, reading=replace(entry.reading, role=Role.STATUS))


def _graded_columns(table: RecordTable, scale: Scale) -> RecordTable:
    if any(column.role in STATUS_ROLES for column in table.columns):
        return table
    columns = list(table.columns)
    for at, column in enumerate(columns):
        cells = [str(row.cells[at]) for row in table.rows if row.cells[at] and row.kind is not RowKind.BAND]
        if _may_rate(column.role, column.label) and _are_graded(cells, scale):
            columns[at] = with_role(column, Role.STATUS)
    return replace(table, columns=tuple(columns))


def _may_rate(role: Role, label: str) -> bool:
    """Tell whether a label leaves open that it rates what is done: "Rating" does, "Priority" does not."""
    return role is Role.EXTRA or (role is Role.PRIORITY and "priority" not in fold(label))


def _are_graded(cells: Sequence[str], scale: Scale) -> bool:
    """Tell whether each cell is a grade of the scale with a status, alone or with its words."""
    return bool(cells) and all(_is_grade(cell, scale) for cell in cells)


def _is_grade(cell: str, scale: Scale) -> bool:
    step = scale.by_grade(cell.strip().rstrip("."))
    if step is None and (found := read_grade(cell, scale)) and not cell[found.end :].strip(" .)"):
        step = scale.by_grade(found.grade or "")
    return step is not None and step.status is not None


def with_legends(elements: Iterable[Element]) -> Iterator[Element]:
    """Find legends printed as a line or a list among the prose."""
    held = list(elements)
    at = 0
    while at < len(held):
        legend, size = _legend_at(held, at)
        yield from _with_lines_above(held[at], legend) if legend else (held[at],)
        at += size


def _with_lines_above(element: Element, legend: Legend) -> Iterator[Element]:
    """Yield a legend, and before it the lines over the one that announces it."""
    if isinstance(element, Paragraph):
        *above, last = element.text.lines()
        if above and last == legend.texts[0]:
            yield Paragraph(join(above, "\n"), element.strong)
    yield legend


def _legend_at(elements: Sequence[Element], at: int) -> tuple[Legend | None, int]:
    """Read the legend that begins at a line of prose; return it and how many elements it takes."""
    element = elements[at]
    if _is_unmarked(element) and (legend := line_legend(element.text)):
        return legend, 1
    announcing = _last_line(element)
    if announcing and announces_list(announcing):
        run = _run(elements, at + 1)
        for end in range(len(run), 1, -1):
            listed = list_legend(run[:end])
            if listed:
                return replace(listed, texts=(announcing, *listed.texts)), 1 + end
    if _is_unmarked(element) and is_plain_step(element.text):
        run = list(takewhile(lambda one: _is_unmarked(one) and is_plain_step(one.text), _run(elements, at)))
        if len(run) >= MIN_UNANNOUNCED and (listed := list_legend(run)):
            return listed, len(run)
    return None, 1


def _last_line(element: Element) -> Text | None:
    """Return the line of prose that may announce a list: of several the last, if it ends in a colon."""
    if not isinstance(element, Paragraph | Heading):
        return None
    lines = element.text.lines()
    return lines[-1] if len(lines) > 1 and str(lines[-1]).endswith(":") else element.text


def _run(elements: Sequence[Element], at: int) -> list[Item | Paragraph]:
    """Return the lines from here on, as many as a scale has steps."""
    following = takewhile(lambda one: isinstance(one, Item | Paragraph), elements[at : at + MAX_STEPS])
    return [one for one in following if isinstance(one, Item | Paragraph)]


def _is_unmarked(element: Element) -> TypeGuard[Paragraph | Item]:
    """Tell a paragraph or an item with no number: what is numbered is a part of its section."""
    return isinstance(element, Paragraph) or (isinstance(element, Item) and not element.mark)
