"""`council-papers extract`: its arguments, a run that a person watches, its exit code.

Everything heavy is imported inside the functions, so that `--help` comes at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from extract.arguments import (
    Contacts,
    Day,
    Limit,
    Ocr,
    Officers,
    Password,
    Paths,
    checked_day,
    database,
    facts,
    folder_or_address,
    output_options,
    reading_options,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.engine.cluster import Cluster
    from extract.engine.processes import Allowance, Processes
    from extract.job import Job
    from extract.results import Reading

EXIT_FAILED = 1
EXIT_UNPLACED = 3
EXIT_NOTHING_READABLE = 4
EXIT_STOPPED = 128  # and the number of the signal, as shells count

# A longer table scrolls away: then only the inputs with errors are listed.
_MOST_LISTED = 100

EXTRACT_HELP = """Extract papers into JSON records and CSV tables.

PATHs are files, folders (searched to any depth), zip archives and patterns, here or
at an address (s3://, sftp://); "-" is a list of paths on standard input. A file
NAME.toml beside a paper NAME.txt may hold council, committee, meeting_date and
source_url for that paper; it wins over the options.

\b
Examples:
  council-papers extract samples
  council-papers extract minutes.txt "2023/*.txt" --output results
  council-papers extract plan.txt --council "Anytown Council" --meeting-date 2023-06-12
  council-papers extract papers --format csv --excel --strict
  find . -name "*.pdf" -print0 | council-papers extract -

\b
Exit codes, the first that holds:
  2  the command was not understood
  4  no paper could be read
  1  an input failed, or a finding is as bad as --fail-on
  3  words reached no field, under --strict
  0  done
"""


class LogFormat(StrEnum):
    """How a run tells what it does."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """The findings that make a run fail."""

    error = "error"
    warning = "warning"
    never = "never"


_SEVERITIES: dict[FailOn, frozenset[str]] = {
    FailOn.error: frozenset({"error"}),
    FailOn.warning: frozenset({"error", "warning"}),
    FailOn.never: frozenset(),
}


def extract_command(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            metavar="DIRECTORY",
            callback=folder_or_address,
            help="Folder for the results, or its address.",
        ),
    ] = "output",
    formats: Annotated[
        str,
        typer.Option("--format", metavar="json,csv", help="What to write: json, csv, xlsx, sqlite, parquet."),
    ] = "json,csv",
    council: Annotated[str | None, typer.Option(help="Council, where a paper prints none.")] = None,
    committee: Annotated[str | None, typer.Option(help="Committee, where a paper prints none.")] = None,
    meeting_date: Annotated[
        str | None, typer.Option(help="Date of the meeting (2023-06-12), where a paper prints none.")
    ] = None,
    source_url: Annotated[str | None, typer.Option(help="Where the papers were published.")] = None,
    password: Password = None,
    ocr: Ocr = False,
    limit: Limit = None,
    officers: Officers = None,
    strict: Annotated[bool, typer.Option("--strict", help="End with 3 if words reached no field.")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Findings that make the run end with 1.")] = FailOn.error,
    excel: Annotated[bool, typer.Option("--excel", help="Begin CSVs with a BOM, for Excel.")] = False,
    contacts: Contacts = False,
    as_of: Day = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Load the tables into PostgreSQL (council-papers[postgres])."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show errors only.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read papers; as many as there are cores.")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="tcp://HOST:PORT", help="Read on this Dask cluster (council-papers[cluster])."),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.1, help="Seconds that one paper may take (600; with --ocr 7200).", show_default=False
        ),
    ] = None,
    memory: Annotated[
        int | None,
        typer.Option(min=256, help="MiB of memory that one paper may take (2048).", show_default=False),
    ] = None,
    log_format: Annotated[
        LogFormat, typer.Option(help="How to tell what is done: for people, or a JSON object a line.")
    ] = LogFormat.text,
) -> None:
    """Read the papers, write the results, say what was found."""
    from extract import __version__
    from extract.across.decisions import NO_DECISIONS, read_decisions
    from extract.engine.processes import allowance
    from extract.job import Job

    job = Job(
        __version__,
        facts(council=council, committee=committee, meeting_date=meeting_date, source_url=source_url),
        reading_options(password, ocr, limit),
        output_options(formats, excel, contacts),
        allowance(ocr, timeout, memory),
        read_decisions(officers) if officers else NO_DECISIONS,
        checked_day(as_of),
        database(to),
    )
    readings = _run(job, paths, output, _Place(workers, cluster), log_format, quiet=quiet)
    raise typer.Exit(exit_code(readings, strict=strict, fail_on=fail_on))


def exit_code(readings: Sequence[Reading], *, strict: bool, fail_on: FailOn) -> int:
    """Sum a run up in the exit code that the help lists.

    An input without words is no failure of the program, but as bad as an error finding.
    """
    found = {severity for reading in readings for paper in reading.papers for severity in paper.findings}
    if any(reading.error for reading in readings):
        found.add("error")
    papers = [paper for reading in readings for paper in reading.papers]
    if not papers:
        return EXIT_NOTHING_READABLE
    if found & _SEVERITIES[fail_on] or any(reading.outcome == "failed" for reading in readings):
        return EXIT_FAILED
    return EXIT_UNPLACED if strict and any(paper.unplaced for paper in papers) else 0


def _run(
    job: Job, paths: list[str], output: str, place: _Place, log_format: LogFormat, *, quiet: bool
) -> list[Reading]:
    """Read and write the papers, show that they come, say what was found."""
    from extract.addresses import place as place_of
    from extract.inputs import find_inputs
    from extract.job import Stopped, stopped_in_order
    from extract.progress import watching
    from extract.terminal import closing_lines, closing_table, complain, console, printable
    from extract.writers.remote import folder_at

    try:
        with stopped_in_order():
            inputs = find_inputs(paths, job.reading.limits, stdin=sys.stdin.buffer)
            folder = folder_at(output)
            reader = place.reader(job.allowance)
            with (
                closing(reader),
                watching(
                    len(inputs), console(stderr=True), as_json=log_format is LogFormat.json, quiet=quiet
                ) as watcher,
            ):
                readings = job.run(inputs, folder, reader, watcher)
    except Stopped as stopped:
        complain(f"Stopped by {stopped}. The same command goes on from here.")
        raise typer.Exit(EXIT_STOPPED + stopped.signal) from stopped
    for reading in readings:
        if reading.error and log_format is LogFormat.text:
            complain(f"{reading.name}: {reading.error}")
    if not quiet:
        shown = readings if len(readings) <= _MOST_LISTED else [one for one in readings if one.error]
        if shown:
            console().print(closing_table(shown))
        for line in closing_lines(readings):
            console().print(line)
        console().print(printable(f"The results are in {place_of(output)}"))
    return readings


@dataclass(frozen=True, slots=True)
class _Place:
    """Where papers are read: on so many processes of this machine, or on a cluster."""

    workers: int | None
    cluster: str | None

    def reader(self, allowance: Allowance) -> Cluster | Processes:
        """Go there."""
        from extract.engine.cluster import Cluster
        from extract.engine.processes import Processes

        if self.cluster:
            return Cluster(self.cluster, allowance)
        return Processes(self.workers or _cores(), allowance)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
