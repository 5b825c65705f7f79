"""The result of a check as Markdown, for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.check.reports.words import fault_line
from extract.check.result import CheckResult

# GitHub shows comments of up to 65,536 characters; more faults than these nobody reads there.
MAX_FAULTS = 50


def markdown(result: CheckResult) -> str:
    """Sum up a check: verdict, figures, fields that are not perfect, the first faults."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: CheckResult) -> Iterator[str]:
    right, rows = result.rows
    total, words = result.total, result.words
    yield f"## council-papers check: {'passed' if result.passed else 'failed'}"
    yield ""
    yield "| papers | right | wrong | missing | invented | precision | recall | F1 | rows | words |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    yield (
        f"| {len(result.checks)} | {total.right + total.blank} | {total.wrong} | {total.missing} "
        f"| {total.invented} | {total.precision:.3f} | {total.recall:.3f} | {total.f1:.3f} "
        f"| {right} of {rows} | {words.words - words.unplaced} of {words.words} |"
    )
    if result.below:
        yield from ("", "### Under the floor", "", "| figure | floor | now |", "|---|---|---|")
        yield from (f"| {_cell(name)} | {floor} | {figure} |" for name, floor, figure in result.below)
    for check in result.errors:
        yield from ("", f"**{_cell(check.name)}**: {_cell(check.error or '')}")
    faults = [(check.name, fault_line(*fault)) for check in result.checks for fault in check.faults]
    if faults:
        yield from ("", "### What is not right", "")
        yield from (f"- {_cell(name)}: {_cell(line)}" for name, line in faults[:MAX_FAULTS])
        if len(faults) > MAX_FAULTS:
            yield f"- and {len(faults) - MAX_FAULTS} more"


def _cell(text: str) -> str:
    """Keep the text of a paper from being read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>|#~@!])", r"\\\1", " ".join(text.split()))
