"""What the command shows: consoles, the progress of a run and its closing table."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from extract.results import Extraction
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


def _shown(character: str) -> str:
    """Show one character."""
    if character in "\n\r\t":
        return " "
    return "�" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def watched(
    extractions: Iterable[Extraction], total: int, messages: Console, *, quiet: bool
) -> Iterator[Extraction]:
    """Pass extractions on and show that they come: a bar on a terminal, a line each elsewhere."""
    if quiet:
        yield from extractions
    elif messages.is_terminal:
        columns = (TextColumn("Reading papers"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=messages, transient=True) as progress:
            yield from progress.track(extractions, total=total)
    else:
        for extraction in extractions:
            messages.print(printable(f"{extraction.name}: {extraction.outcome}"))
            yield extraction


def closing_table(extractions: Sequence[Extraction]) -> Table:
    """Sum up a run: a row for each paper, and for each input that gave none."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Paper", overflow="fold")
    table.add_column("Kind")
    for heading in ("Recommen-\ndations", "Actions", "Errors", "Warnings", "Infos"):
        table.add_column(heading, justify="right")
    for extraction in extractions:
        for row in _table_rows(extraction):
            table.add_row(*row)
    return table


def _table_rows(extraction: Extraction) -> Iterator[list[Text]]:
    """Give the rows of one input."""
    name = Text(printable(extraction.name))
    if not extraction.papers:
        yield [name, Text(extraction.outcome)]
    for paper in extraction.papers:
        severities = Counter(finding.severity for finding in paper.findings)
        counts = [len(paper.recommendations), sum(len(r.actions) for r in paper.recommendations)]
        counts += [severities[severity] for severity in SEVERITIES]
        yield [name, Text(paper.kind), *(Text(str(count)) for count in counts)]
