"""What the command shows: consoles, the progress of a run and its closing table."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, get_args

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.results import Outcome, Reading
from extract.schema import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_PIPE_WIDTH = 160  # where nobody's window sets a width: wide enough that file names stay on one line


def console(*, stderr: bool = False) -> Console:
    """Return a console that shows text as it is: no markup, no emoji codes, no colouring of numbers."""
    made = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    if not made.is_terminal:
        made.width = _PIPE_WIDTH
    return made


def printable(text: str) -> str:
    """Show control characters of foreign text as `�`, so that none of them reaches the terminal.

    Line ends and tabs become blanks; signs that turn the direction of writing count as
    control characters.
    """
    return "".join(_shown(character) for character in text)


def complain(message: str) -> None:
    """Print an error to standard error, its control characters taken out."""
    typer.echo(printable(message), err=True)


def _shown(character: str) -> str:
    """Show one character."""
    if character in "\n\r\t":
        return " "
    return "�" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def totals(readings: Sequence[Reading]) -> dict[str, Any]:
    """Sum up a run in numbers."""
    outcomes = Counter(reading.outcome for reading in readings)
    papers = {paper.paper_id: paper for reading in readings for paper in reading.papers}.values()
    return {
        "inputs": len(readings),
        **{outcome: outcomes[outcome] for outcome in get_args(Outcome)},
        "papers": len(papers),
        "recommendations": sum(paper.recommendations for paper in papers),
        "actions": sum(paper.actions for paper in papers),
        "findings": {
            severity: sum(paper.findings.get(severity, 0) for paper in papers) for severity in SEVERITIES
        },
    }


def closing_lines(readings: Sequence[Reading]) -> Iterator[str]:
    """Say what a run came to: what became of the inputs, what is in the papers."""
    summed = totals(readings)
    outcomes = ", ".join(f"{summed[outcome]:,} {outcome}" for outcome in get_args(Outcome) if summed[outcome])
    yield f"Inputs: {summed['inputs']:,}" + (f" ({outcomes})" if outcomes else "")
    found = ", ".join(f"{count:,} {severity}" for severity, count in summed["findings"].items())
    counts = ", ".join(f"{name}: {summed[name]:,}" for name in ("papers", "recommendations", "actions"))
    yield f"{counts.capitalize()}; findings: {found}"


def closing_table(readings: Sequence[Reading]) -> Table:
    """List a run: a row for each paper, and for each input that gave none."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Paper", overflow="fold")
    table.add_column("Kind")
    for heading in ("Recommen-\ndations", "Actions", "Errors", "Warnings", "Infos"):
        table.add_column(heading, justify="right")
    for reading in readings:
        for row in _table_rows(reading):
            table.add_row(*row)
    return table


def _table_rows(reading: Reading) -> Iterator[list[Text]]:
    """Give the rows of one input."""
    name = Text(printable(reading.name))
    if not reading.papers:
        yield [name, Text(reading.outcome)]
    for paper in reading.papers:
        counts = [paper.recommendations, paper.actions]
        counts += [paper.findings.get(severity, 0) for severity in SEVERITIES]
        yield [name, Text(paper.kind), *(Text(str(count)) for count in counts)]
