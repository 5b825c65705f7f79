"""The command `council-papers`: arguments to options to exit code.

Everything heavy is imported inside the commands, so that `--help` comes at once.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extract.arguments import Limit, Ocr, Password, Paths, reading_options
from extract.check.cli import CHECK_HELP, check_command
from extract.history.cli import DIFF_HELP, diff_command
from extract.report.cli import REPORT_HELP, report_command
from extract.running import EXIT_FAILED, EXIT_NOTHING_READABLE, EXTRACT_HELP, extract_command
from parsers.errors import PaperError

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


def main() -> None:
    """Run the command; characters that the terminal cannot show are replaced, never a failure."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except PaperError as error:
        from extract.terminal import complain

        complain(str(error))
        sys.exit(error.exit_code)


def _show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from extract import __version__

        typer.echo(f"council-papers {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Hold the options of the command as a whole."""


app.command("extract", help=EXTRACT_HELP)(extract_command)


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

    explain(path, console(), reading_options(password, ocr, limit))


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
    from extract.terminal import complain
    from extract.writers.json_records import document_bytes

    documents = tables_json(paths, logical, reading_options(password, ocr, limit), stdin=sys.stdin.buffer)
    _print_bytes(document_bytes(documents))
    errors = [f"{document['source']}: {document['error']}" for document in documents if "error" in document]
    for error in errors:
        complain(error)
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


def _print_bytes(data: bytes) -> None:
    """Print UTF-8 whatever the terminal is set to, for a pipe or a file."""
    sys.stdout.buffer.write(data)
