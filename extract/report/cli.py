"""The arguments of `council-papers report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.arguments import Contacts, Day, Officers, checked_day

if TYPE_CHECKING:
    from extract.report.pictures import Read

REPORT_HELP = """Write a report that people read: a static site of the results of a run.

RESULTS is the folder that extract wrote. The report works from the disk, without a server. Where the papers
themselves are at hand (--papers), values of PDF papers show the picture of their place: those on the lists
of what needs attention, with --pictures all.

\b
Examples:
  council-papers report output -o report
  council-papers report output -o report --papers papers --as-of 2024-03-31
"""


def report_command(
    results: Annotated[
        Path, typer.Argument(metavar="RESULTS", show_default=False, exists=True, file_okay=False)
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", file_okay=False, help="Folder for the report.")
    ] = Path("report"),
    papers: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="Where the papers are, for pictures; again for more."),
    ] = None,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Show the place of every value of a PDF.")
    ] = False,
    officers: Officers = None,
    as_of: Day = None,
    contacts: Contacts = False,
) -> None:
    """Write the report and say where it is."""
    from extract.across.decisions import NO_DECISIONS, read_decisions
    from extract.report.results import Results
    from extract.report.site import ReportOptions, Site
    from extract.terminal import console, printable

    options = ReportOptions(
        as_of=checked_day(as_of),
        officers=read_decisions(officers) if officers else NO_DECISIONS,
        contacts=contacts,
        pictures=pictures,
    )
    Site(Results(results), output, options, _reader(papers or [])).write()
    console().print(printable(f"The report is in {output}: open {output / 'index.html'}"), soft_wrap=True)


def _reader(paths: list[str]) -> Read:
    """Return what gives the bytes of a paper by its digest, of the papers that are at hand."""
    import hashlib

    from extract.inputs import Input, find_inputs, read_input
    from parsers.errors import PaperError
    from parsers.limits import LIMITS

    known: dict[str, Input] = {}
    for given in find_inputs(paths, LIMITS) if paths else ():
        try:
            known.setdefault(hashlib.sha256(read_input(given, LIMITS)).hexdigest(), given)
        except PaperError:
            continue  # a paper that cannot be read has no pictures; the run said why
    return lambda sha256: read_input(known[sha256], LIMITS) if sha256 in known else None
