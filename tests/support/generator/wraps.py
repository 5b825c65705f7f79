"""Cells whose lines a text form breaks where the page did."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tests.support.paper_builder import Column

_CHARACTERS = 95  # in a line over the whole page
_LEAST = 13  # in a line of a narrow column


def wrapped(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[list[str]]:
    """Break the lines of cells at the width of their columns; bands and cells of several lines stay."""
    total = sum(column.width for column in columns)
    widths = [max(_LEAST, round(_CHARACTERS * column.width / total)) for column in columns]
    return [
        [_broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        if sum(map(bool, row)) > 1
        else list(row)
        for row in rows
    ]


def _broken(cell: str, width: int) -> str:
    if "\n" in cell:
        return cell
    return "\n".join(textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False))
