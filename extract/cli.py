"""The command `council-papers`: arguments to options to exit code.

Everything heavy is imported inside the commands, so that `--help` comes at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.check.cli import CHECK_HELP, check_command
from extract.history.cli import DIFF_HELP, diff_command
from extract.report.cli import REPORT_HELP, Contacts, Day, report_command
from parsers.errors import PaperError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.engine.cluster import Cluster
    from extract.engine.processes import Allowance, Processes
    from extract.job import Job
    from extract.options import Facts, OutputOptions
    from extract.results import Reading
    from parsers.options import ReadOptions

EXIT_FAILED = 1
EXIT_UNPLACED = 3
EXIT_NOTHING_READABLE = 4
EXIT_STOPPED = 128  # and the number of the signal, as shells count

# A longer table scrolls away: then only the inputs with errors are listed.
_MOST_LISTED = 100

_EXTRACT_HELP = """Extract papers into JSON records and CSV tables.

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

_EXPLAIN_HELP = """Show how a paper was read: fragments, joined rows, columns, dates, officers.

\b
Example:
  council-papers explain plan.txt
"""

_TABLES_HELP = """Print the tables of any documents as JSON.

\b
Examples:
  council-papers tables minutes.txt > tables.json
  council-papers tables papers --logical
"""

_SCHEMA_HELP = """Print the JSON Schema of the canonical record.

\b
Example:
  council-papers schema > schema.json
"""

app = typer.Typer(
    name="council-papers",
    help="Turn council committee papers into data.\n\nStart with: council-papers extract samples",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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

Paths = Annotated[list[str], typer.Argument(metavar="PATH", show_default=False)]
Password = Annotated[str | None, typer.Option(help="Opens a PDF that wants one.", show_default=False)]
Ocr = Annotated[bool, typer.Option("--ocr", help="Read pages that are pictures (council-papers[ocr]).")]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit", metavar="NAME=VALUE", help="Allow larger files (file-bytes=2G).", show_default=False
    ),
]


def main() -> None:
    """Run the command; characters that the terminal cannot show are replaced, never a failure."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except PaperError as error:
        _complain(str(error))
        sys.exit(error.exit_code)


def _show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from extract import __version__

        typer.echo(f"council-papers {__version__}")
        raise typer.Exit


def _folder_or_address(given: str) -> str:
    """Refuse a file where results are to go; what an address leads to shows when it is opened."""
    from extract.addresses import place

    path = place(given)
    if isinstance(path, Path) and path.exists() and not (path.is_dir() and os.access(path, os.W_OK)):
        raise typer.BadParameter(f"{given} is no folder that can be written to")
    return given


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Hold the options of the command as a whole."""


@app.command("extract", help=_EXTRACT_HELP)
def extract_command(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            metavar="DIRECTORY",
            callback=_folder_or_address,
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
    officers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Who is one officer, and who is not (TOML).")
    ] = None,
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
        _facts(council=council, committee=committee, meeting_date=meeting_date, source_url=source_url),
        _reading(password, ocr, limit),
        _output_options(formats, excel, contacts),
        allowance(ocr, timeout, memory),
        read_decisions(officers) if officers else NO_DECISIONS,
        _day(as_of),
        _database(to),
    )
    readings = _run(job, paths, output, _Place(workers, cluster), log_format, quiet=quiet)
    raise typer.Exit(exit_code(readings, strict=strict, fail_on=fail_on))


@app.command("explain", help=_EXPLAIN_HELP)
def explain_command(
    path: Annotated[str, typer.Argument(metavar="PATH", show_default=False)],
    password: Password = None,
    ocr: Ocr = False,
    limit: Limit = None,
) -> None:
    """Show a person how a paper was read."""
    from extract.explain import explain
    from extract.terminal import console

    explain(path, console(), _reading(password, ocr, limit))


@app.command("tables", help=_TABLES_HELP)
def tables_command(
    paths: Paths,
    logical: Annotated[bool, typer.Option("--logical", help="After fragments are joined.")] = False,
    password: Password = None,
    ocr: Ocr = False,
    limit: Limit = None,
) -> None:
    """Print the table layer on its own."""
    from extract.tables import tables_json
    from extract.writers.json_records import document_bytes

    documents = tables_json(paths, logical, _reading(password, ocr, limit), stdin=sys.stdin.buffer)
    _print_bytes(document_bytes(documents))
    errors = [f"{document['source']}: {document['error']}" for document in documents if "error" in document]
    for error in errors:
        _complain(error)
    if errors:
        raise typer.Exit(EXIT_FAILED if len(errors) < len(documents) else EXIT_NOTHING_READABLE)


@app.command("schema", help=_SCHEMA_HELP)
def schema_command() -> None:
    """Print the schema as a run writes it."""
    from extract.writers.schema import schema_bytes

    _print_bytes(schema_bytes())


app.command("report", help=REPORT_HELP)(report_command)
app.command("diff", help=DIFF_HELP)(diff_command)
app.command("check", help=CHECK_HELP)(check_command)


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
    from extract.terminal import closing_lines, closing_table, console, printable
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
        _complain(f"Stopped by {stopped}. The same command goes on from here.")
        raise typer.Exit(EXIT_STOPPED + stopped.signal) from stopped
    for reading in readings:
        if reading.error and log_format is LogFormat.text:
            _complain(f"{reading.name}: {reading.error}")
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


def _reading(password: str | None, ocr: bool, settings: list[str] | None) -> ReadOptions:
    """Say how files are to be read."""
    from parsers.limits import limits_set
    from parsers.options import ReadOptions

    try:
        return ReadOptions(password, ocr, limits_set(settings or ()))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from error


def _output_options(formats: str, excel: bool, contacts: bool) -> OutputOptions:
    """Check the value of --format, and that what it needs is there."""
    from pydantic import ValidationError

    from extract.options import OutputOptions
    from extract.writers.forms import check_forms

    names = sorted({name.strip() for name in formats.split(",")})
    try:
        options = OutputOptions.model_validate({"formats": names, "excel": excel, "contacts": contacts})
    except ValidationError as error:
        raise typer.BadParameter("name json, csv, xlsx, sqlite, parquet", param_hint="--format") from error
    check_forms(options)
    return options


def _database(url: str | None) -> str | None:
    """Check the value of --to, and that what it needs is there."""
    from importlib.util import find_spec

    from extract.errors import MissingExtra

    if url is None:
        return None
    if not url.startswith(("postgresql://", "postgres://")):
        raise typer.BadParameter("name a database as postgresql://…", param_hint="--to")
    if find_spec("psycopg") is None:
        raise MissingExtra("--to needs council-papers[postgres]")
    return url


def _day(given: str | None) -> date | None:
    """Check the value of --as-of."""
    from extract.options import day

    try:
        return day(given)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from error


def _facts(**given: str | None) -> Facts:
    """Check the facts given for all papers of the run."""
    from pydantic import ValidationError

    from extract.options import Facts, first_problem

    try:
        return Facts.model_validate(given)
    except ValidationError as error:
        raise typer.BadParameter(first_problem(error)) from error


def _complain(message: str) -> None:
    """Print an error to standard error, its control characters taken out."""
    from extract.terminal import printable

    typer.echo(printable(message), err=True)


def _print_bytes(data: bytes) -> None:
    """Print UTF-8 whatever the terminal is set to, for a pipe or a file."""
    sys.stdout.buffer.write(data)
