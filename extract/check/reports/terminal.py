"""The result of a check on a terminal: each fault, then the table of fields."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from extract.check.reports.words import fault_line
from extract.check.result import CheckResult
from extract.check.score import PaperCheck
from extract.terminal import printable


def paper_lines(check: PaperCheck) -> Iterator[str]:
    """Give what is not right of one paper, a line each; nothing where all is."""
    if check.error:
        yield printable(f"{check.name}: {check.error}")
    for one, place in check.faults:
        yield printable(f"{check.name}: {fault_line(one, place)}")


def field_table(result: CheckResult) -> Table:
    """Sum up a check by field."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Field", overflow="fold")
    for heading in ("Right", "Wrong", "Missing", "Invented", "Precision", "Recall", "F1"):
        table.add_column(heading, justify="right")
    for name, held in (*result.fields.items(), ("all fields", result.total)):
        counts = [held.right + held.blank, held.wrong, held.missing, held.invented]
        shares = [held.precision, held.recall, held.f1]
        cells = [*(str(count) for count in counts), *(f"{share:.3f}" for share in shares)]
        table.add_row(Text(printable(name)), *(Text(cell) for cell in cells))
    return table


def closing_lines(result: CheckResult) -> Iterator[str]:
    """Give the rows that are exact, the word ledger and what is under its floor."""
    right, rows = result.rows
    words = result.words
    yield f"{right} of {rows} recommendations are right throughout"
    yield (
        f"{words.words} words: {words.placed} in a field, {words.furniture} furniture, "
        f"{words.unplaced} in no field"
    )
    for name, floor, figure in result.below:
        yield f"under the floor: {name} is {figure}, the floor {floor}"
