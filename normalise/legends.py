"""The paper's own grading legend, in a table, a line or a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.cells import RawRow, width_used
from normalise.elements import Legend
from normalise.legend_steps import (
    ANNOUNCES,
    MAX_STEPS,
    accept,
    find_steps,
    is_token,
    line_steps,
    step,
)
from normalise.text import fold, fold_label
from normalise.values.colours import read_rag
from normalise.values.scales import Scale, ScaleStep
from normalise.values.statuses import is_only_status, lead_status
from parsers.model import Item, Paragraph, Text
from parsers.model.words import join

# Grades, their words, and a title over them.
ACROSS_ROWS = 3
# A line of more words announces no list of grades.
MAX_ANNOUNCEMENT = 12
# Columns of a legend a row: the grade, its word, what it means.
MAX_COLUMNS = 3
_FOOTNOTE = re.compile(r"^\W*")


def table_legend(rows: Sequence[RawRow]) -> Legend | None:
    """Read a legend table: grades across with their words below, or a grade and its words a row."""
    printed = [row for row in rows if row.filled()]
    filled = _without_label(printed)
    if not filled or len(filled) > MAX_STEPS + 2:
        return None
    for reader in (_across, _down, _in_cells):
        steps = reader(filled)
        announced = any(ANNOUNCES.search(str(cell)) for row in filled[:2] for cell in row.cells)
        if steps and accept(steps, announced):
            return Legend(Scale(tuple(steps)), _cells(printed))
    shaded = _shaded(filled)
    return replace(shaded, texts=_cells(printed)) if shaded else None


def _cells(rows: Sequence[RawRow]) -> tuple[Text, ...]:
    return tuple(cell for row in rows for cell in row.cells if cell)


def _without_label(rows: Sequence[RawRow]) -> Sequence[RawRow]:
    """Take the label beside the first step of a key out of its columns: "Key: | Green | On target"."""
    first = rows[0].filled() if rows else []
    beside = len(first) > 2 and first[0] == 0 and ANNOUNCES.search(str(rows[0].cells[0]))
    if not beside or any(row.cells[0] for row in rows[1:]):
        return rows
    return [replace(row, cells=row.cells[1:], shades=row.shades[1:]) for row in rows]


def _shaded(rows: Sequence[RawRow]) -> Legend | None:
    """Read a key of blank shaded cells, each once, with their words to the right and one title at most."""
    keys = [row for row in rows if any(row.shades)]
    steps, used = [], 0
    for row in keys:
        for shade, cell, words in zip(row.shades, row.cells, row.cells[1:], strict=False):
            if shade and words and not cell:
                steps.append(step(shade.colour, str(words)))
        used += len(row.filled())
    rest = [row for row in rows if row not in keys]
    explained = len(keys) * (MAX_COLUMNS - 1) if len(steps) == len(keys) else len(steps)
    told = sum(one.status is not None for one in steps)
    announced = any(ANNOUNCES.search(str(cell)) for row in rest for cell in row.cells)
    if len(rest) > 1 or used > explained or len({one.grade for one in steps}) < len(steps):
        return None
    if not accept(steps, announced) or not (announced or 2 * told > len(steps)):
        return None
    return Legend(Scale(tuple(steps)), _cells(rows), shaded=True)


def is_legend_table(rows: Sequence[RawRow]) -> bool:
    """Tell whether a table that could be one of records is a legend: "Colour | Status | Meaning".

    Its first column holds colours, signs or short grades, each once, and its second says what they mean.
    """
    body = [[str(row.cells[at]) for at in row.filled()] for row in rows[1:] if row.filled()]
    if len(body) < 2 or any(not 1 < len(cells) <= MAX_COLUMNS for cells in body):
        return False
    grades = [fold(cells[0]) for cells in body]
    if len(set(grades)) < len(grades) or not all(map(is_token, grades)):
        return False
    coloured = all(read_rag(grade, column=True) or not re.search(r"\w", grade) for grade in grades)
    told = all(lead_status(cells[1]) for cells in body)
    return coloured and (told or bool(ANNOUNCES.search(str(rows[0].cells[0]))))


def _across(rows: Sequence[RawRow]) -> list[ScaleStep]:
    """Read grades printed side by side over their words, in a table of nothing else."""
    if len(rows) > ACROSS_ROWS:
        return []
    for upper, lower in pairwise(rows):
        columns = [at for at in upper.filled() if is_token(str(upper.cells[at]))]
        others = [at for at in upper.filled() if at not in columns]
        if len(columns) > 1 and len(others) <= 1 and all(lower.cells[at] for at in columns):
            return [step(str(upper.cells[at]), str(lower.cells[at])) for at in columns]
    return []


def _down(rows: Sequence[RawRow]) -> list[ScaleStep]:
    """Read a grade and its words a row, under a header or none."""
    if width_used(rows) not in (2, 3):
        return []
    words = ANNOUNCES.search(str(rows[0].cells[0])) is not None
    body = [
        row for row in rows if len(row.filled()) > 1 and _is_grade(str(row.cells[row.filled()[0]]), words)
    ]
    rest = [row for row in rows if row not in body]
    if len(body) < 2 or len(rest) > 1 or any(len(str(row.cells[0]).split()) > 12 for row in rest):
        return []
    return [step(str(row.cells[row.filled()[0]]), str(row.cells[row.filled()[1]])) for row in body]


def _is_grade(text: str, words: bool) -> bool:
    """Tell a grade of a legend table; status words are one where the header says that they are."""
    return is_token(text) or (words and is_only_status(text))


def _in_cells(rows: Sequence[RawRow]) -> list[ScaleStep]:
    """Read grades side by side, each over its words in one cell: "1" and under it "Fully achieved"."""
    if len(rows) > ACROSS_ROWS:
        return []
    for row in rows:
        cells = [row.cells[at].lines() for at in row.filled()]
        graded = [lines for lines in cells if len(lines) > 1 and is_token(str(lines[0]))]
        if len(graded) > 1 and len(cells) - len(graded) <= 1:
            return [step(str(lines[0]), str(join(lines[1:], " "))) for lines in graded]
    return []


def line_legend(text: Text) -> Legend | None:
    """Read a legend printed as a line or paragraph: "Grading: 1 = Achieved; 2 = On track"."""
    steps = read_line(str(text), MAX_ANNOUNCEMENT)
    return Legend(Scale(tuple(steps)), (text,)) if steps else None


def read_line(string: str, longest: int | None = None) -> list[ScaleStep]:
    """Return the steps of a legend in running text.

    Args:
        string: The line, paragraph, label or cell.
        longest: How many words may announce the steps; None for any number.
    """
    steps, start = find_steps(string)
    before = string[:start]
    announced = bool(ANNOUNCES.search(before)) and (longest is None or len(before.split()) <= longest)
    if not announced and not (longest is not None and _FOOTNOTE.fullmatch(before)):
        return []
    grades = {fold(one.grade) for one in steps}
    return steps if len(grades) == len(steps) and accept(steps, announced) else []


def announces_list(text: Text) -> bool:
    """Tell whether a line may announce a legend printed as a list under it."""
    return len(text.words) <= MAX_ANNOUNCEMENT and bool(ANNOUNCES.search(str(text)))


def is_plain_step(text: Text) -> bool:
    """Tell a line that is a grade and a status word, and nothing else: "2 – On track"."""
    steps = line_steps(str(text))
    return len(steps) == 1 and is_token(steps[0].grade) and is_only_status(steps[0].label)


def list_legend(blocks: Sequence[Paragraph | Item]) -> Legend | None:
    """Read a legend printed as a list, or as lines under one another."""
    steps: list[ScaleStep] = []
    texts: list[Text | None] = []
    for block in blocks:
        mark = str(block.mark) if isinstance(block, Item) and block.mark else ""
        found = line_steps(f"{mark} {block.text}") or line_steps(str(block.text))
        if not found and mark and is_token(mark):
            found = [step(mark, str(block.text))]
        if not found:
            return None
        steps += found
        texts += [block.mark, block.text] if isinstance(block, Item) else [block.text]
    if not all(is_token(one.grade) or lead_status(one.grade) for one in steps):
        return None
    if len({fold_label(one.grade) or one.grade for one in steps}) < len(steps):
        return None
    return Legend(Scale(tuple(steps)), tuple(filter(None, texts))) if accept(steps, announced=False) else None
