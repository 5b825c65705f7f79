"""Small papers as text in: what each stage makes of them."""

from __future__ import annotations

import tomllib
from typing import Any

from extract.options import Facts
from extract.pipeline import extract_file
from extract.schema import Finding, Paper, Recommendation
from normalise.document import Document, read_document
from parsers.model import Layout, Place, Table, Text
from parsers.text.builder import Builder
from parsers.text.reader import read_text
from tests.support.places import ROOT

NO_FACTS = Facts()


def toml_cases(name: str) -> dict[str, list[dict[str, Any]]]:
    """Read a case file of `tests/cases`."""
    return tomllib.loads((ROOT / "tests" / "cases" / name).read_text(encoding="utf-8"))


def text(raw: str) -> Text:
    """Read one line or cell, its words numbered from 0."""
    return Builder().text(raw, Place(line=1))


def layout(printed: str) -> Layout:
    """Read a paper into its blocks."""
    return read_text(printed.encode("utf-8"))


def tables(printed: str) -> list[Table]:
    """Read the printed tables of a paper."""
    return [block for block in layout(printed).blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    """Return the text of each cell, row by row."""
    return [[str(cell.text) for cell in row] for row in table.grid()]


def document(printed: str) -> Document:
    """Read a paper into its logical elements."""
    return read_document(layout(printed))


def paper(printed: str, facts: Facts = NO_FACTS) -> Paper:
    """Read a paper into its record; wherever its words went, they add up."""
    made = extract_file(printed.encode("utf-8"), "paper.txt", facts)[0]
    accounting = made.accounting
    unplaced = sum(len(one.text.split()) for one in accounting.unplaced)
    assert accounting.words == accounting.placed + accounting.furniture + unplaced
    return made


def records(printed: str) -> list[Recommendation]:
    """Read the recommendations of a paper."""
    return paper(printed).recommendations


def found(made: Paper, code: str) -> list[Finding]:
    """Return the findings of a code."""
    return [one for one in made.findings if one.code == code]
