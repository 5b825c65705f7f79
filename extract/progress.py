"""How a run is watched: a bar on a terminal, a line for each input elsewhere, JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import rich.console
import rich.progress

from extract.job import Watcher
from extract.results import Reading
from extract.terminal import SEVERITIES, printable, totals


class Silence:
    """Shows nothing."""

    def saw(self, reading: Reading) -> None:
        """Take no note."""


class Lines:
    """Shows a line for each input."""

    def __init__(self, messages: rich.console.Console) -> None:
        """Show them on a console."""
        self._messages = messages

    def saw(self, reading: Reading) -> None:
        """Show what came of an input."""
        self._messages.print(printable(f"{reading.name}: {reading.outcome}"))


class JsonLines:
    """Shows an object on a line of its own for each input, and one that sums the run up."""

    def __init__(self, messages: rich.console.Console, total: int) -> None:
        """Begin a run over so many inputs."""
        self._messages = messages
        self._total = total
        self._readings: list[Reading] = []

    def saw(self, reading: Reading) -> None:
        """Show what came of an input."""
        self._readings.append(reading)
        self._show(
            event="input",
            name=reading.name,
            sha256=reading.sha256,
            outcome=reading.outcome,
            papers=[paper.paper_id for paper in reading.papers],
            pages=reading.page_count,
            findings={severity: reading.finding_count(severity) for severity in SEVERITIES},
            seconds=round(reading.seconds, 3),
            error=reading.error,
            done=len(self._readings),
            total=self._total,
        )

    def end(self) -> None:
        """Sum the run up."""
        self._show(event="end", **totals(self._readings), total=self._total)

    def _show(self, **event: Any) -> None:
        self._messages.file.write(json.dumps(event) + "\n")
        self._messages.file.flush()


class Bar:
    """Shows a bar with papers, pages, findings, failures and the time that is left."""

    def __init__(self, progress: rich.progress.Progress, total: int) -> None:
        """Begin a run over so many inputs."""
        self._progress = progress
        self._task = progress.add_task("", total=total, papers=0, pages=0, findings=0, failures=0)

    def saw(self, reading: Reading) -> None:
        """Move on by an input."""
        fields = self._progress.tasks[0].fields
        self._progress.update(
            self._task,
            advance=1,
            papers=fields["papers"] + len(reading.papers),
            pages=fields["pages"] + reading.page_count,
            findings=fields["findings"] + reading.finding_count(*SEVERITIES),
            failures=fields["failures"] + (reading.outcome == "failed"),
        )


@contextmanager
def watching(total: int, messages: rich.console.Console, *, as_json: bool, quiet: bool) -> Iterator[Watcher]:
    """Watch a run over so many inputs in the way that was asked for."""
    if as_json:
        lines = JsonLines(messages, total)
        yield lines
        lines.end()
    elif quiet:
        yield Silence()
    elif messages.is_terminal:
        with rich.progress.Progress(*_columns(), console=messages, transient=True) as progress:
            yield Bar(progress, total)
    else:
        yield Lines(messages)


def _columns() -> list[rich.progress.ProgressColumn]:
    counts = (
        "{task.fields[papers]} papers, {task.fields[pages]} pages, "
        "{task.fields[findings]} findings, {task.fields[failures]} failed"
    )
    return [
        rich.progress.TextColumn("Reading papers"),
        rich.progress.BarColumn(bar_width=20),
        rich.progress.MofNCompleteColumn(),
        rich.progress.TextColumn(counts),
        rich.progress.TimeRemainingColumn(),
    ]
