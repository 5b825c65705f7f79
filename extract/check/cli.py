"""The arguments of `council-papers check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CHECK_HELP = """Check papers against the records that are expected of them.

SAMPLES is a folder of papers with a folder `expected` in it: `expected/plan.json` holds what is expected of
`plan.pdf`, as much of a record as you want to hold it to. `floors.toml` in the folder holds the figures that
were accepted; without it everything must be right.

\b
Examples:
  council-papers check samples
  council-papers check samples --junit check.xml --markdown summary.md
  council-papers check samples --accept new-plan.pdf
  council-papers check samples --pin --allow-regression "scans of 2019 were added"

\b
Exit codes:
  2  the command was not understood, or an expected record cannot be used
  1  a figure is under its floor, or a paper could not be checked
  0  done
"""


def check_command(
    samples: Annotated[
        Path, typer.Argument(metavar="SAMPLES", show_default=False, exists=True, file_okay=False)
    ],
    expected: Annotated[
        Path | None,
        typer.Option(
            exists=True, file_okay=False, help="Folder of expected records.", show_default="expected"
        ),
    ] = None,
    json: Annotated[Path | None, typer.Option("--json", help="Write the result as JSON.")] = None,
    junit: Annotated[Path | None, typer.Option("--junit", help="Write it as JUnit XML.")] = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", help="Write a summary in Markdown.")] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Show and accept what is now found in this paper; again for more."),
    ] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Make the figures of this run the floors.")] = False,
    allow_regression: Annotated[
        str | None, typer.Option(metavar="REASON", help="With --pin: let floors fall, and keep the reason.")
    ] = None,
) -> None:
    """Check, show what is not right, end with 1 where it is not good enough."""
    from extract.check.command import CheckOptions, check
    from extract.check.reports.terminal import closing_lines, field_table, paper_lines
    from extract.terminal import console, printable

    screen = console()
    options = CheckOptions(expected, json, junit, markdown, accept or (), pin, allow_regression)
    result = check(samples, options, lambda line: screen.print(printable(line), soft_wrap=True))
    for one in result.checks:
        for line in paper_lines(one):
            screen.print(line, soft_wrap=True)
    screen.print(field_table(result))
    for line in closing_lines(result):
        screen.print(line, soft_wrap=True)
    raise typer.Exit(0 if result.passed else 1)
