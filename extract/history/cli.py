"""The arguments of `council-papers diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extract.history.changes import Change

DIFF_HELP = """Say what changed between two runs, or between two papers.

OLD and NEW are two folders that extract wrote, or two papers. Recommendations and actions are told by their
words, not by their labels: what is new, gone or reworded, which dates moved, which owner or status changed.

\b
Examples:
  council-papers diff output-march output-june
  council-papers diff plan-2022.pdf plan-2023.docx --json > changes.json
"""

Side = Annotated[Path, typer.Argument(exists=True, show_default=False)]


def diff_command(
    old: Side,
    new: Side,
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Compare two folders of results, or two papers, and print what changed."""
    import sys

    from extract.terminal import console
    from extract.writers.json_records import document_bytes

    changes = _changes(old, new)
    if as_json:
        sys.stdout.buffer.write(document_bytes([change.model_dump(mode="json") for change in changes]))
        return
    screen = console()
    for change in changes:
        for line in _lines(change):
            screen.print(line, soft_wrap=True)
    screen.print(f"{len(changes)} changes" if len(changes) != 1 else "1 change")


def _changes(old: Path, new: Path) -> list[Change]:
    from extract.batch import extract_paper
    from extract.history.changes import Run, changes_of_papers, changes_of_runs
    from extract.report.results import Results
    from extract.reviews import card_of

    if old.is_dir() != new.is_dir():
        raise typer.BadParameter("name two folders of results, or two papers")
    if not old.is_dir():
        return changes_of_papers(extract_paper(old), extract_paper(new))
    sides = []
    for folder in (old, new):
        results = Results(folder)
        sides.append(Run([card_of(paper) for paper in results.papers()], results.load))
    return changes_of_runs(*sides)


def _lines(change: Change) -> list[str]:
    """Say a change in words, what was and what is below it."""
    from extract.terminal import printable

    review = f"{change.review_key}: " if change.review_key else ""
    lines = [f"{review}{change.message}"]
    lines += [f"  - {change.before}"] if change.before else []
    lines += [f"  + {change.after}"] if change.after else []
    return [printable(line) for line in lines]
