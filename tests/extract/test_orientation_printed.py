"""Papers in every orientation as Word files and PDF: they hold what a reading of their text form settles."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from extract.pipeline import extract_file, read
from parsers.model import Block, Heading, Item, Table
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Prose
from tests.support.paper_docx import to_docx
from tests.support.places import ROOT
from tests.support.rendering import libreoffice_pdfs
from tests.support.scoring import differences

PAPERS = ROOT / "tests" / "papers"
NAMES = [
    "wharfe-mill-numbered-response",
    "brinscale-bold-headings",
    "quarrington-table-each",
    "lodden-forest-motions",
    "penhallow-action-sheet",
    "wolverley-block-and-rows",
    "torrisdale-sideways",
    "deeping-audit-follow-up",
    "sandholme-blocks-tabs",
    "oxenhope-template",
    "fellgate-ditto",
    "dyffryn-hendre-cymraeg",
    "harrowby-action-points",
    "calderbeck-word-minutes",
]


def _made(name: str) -> MadePaper:
    """Return an invented paper as it would be typed: each line a paragraph, each table a table."""
    first, *rest = [
        block for one in read((PAPERS / f"{name}.txt").read_bytes()).blocks for block in _blocks(one)
    ]
    assert isinstance(first, Prose)
    return MadePaper((first.text,), tuple(rest))


def _blocks(block: Block) -> Iterator[Prose | MadeTable]:
    if isinstance(block, Table):
        rows = [[str(cell.text) for cell in row] for row in block.grid()]
        head, *body = rows
        yield MadeTable(
            tuple(Column(label) for label in head), tuple(tuple(map(MadeCell, row)) for row in body)
        )
        return
    mark = f"{block.mark} " if isinstance(block, Item) and block.mark else ""
    strong = isinstance(block, Heading) or block.strong
    yield from (Prose(line, strong) for line in f"{mark}{block.text}".split("\n"))


@pytest.fixture(scope="module")
def word_files() -> dict[str, bytes]:
    return {f"{name}.docx": to_docx(_made(name)) for name in NAMES}


@pytest.fixture(scope="module")
def prints(word_files: dict[str, bytes]) -> dict[str, bytes]:
    return libreoffice_pdfs(word_files)


def _unlike(name: str, data: bytes, suffix: str) -> list[str]:
    record = extract_file(data, f"{name}.{suffix}")[0].model_dump(mode="json")
    reading = json.loads((PAPERS / f"{name}.json").read_text(encoding="utf-8"))
    assert record["accounting"]["unplaced"] == []
    return list(differences(reading, record))


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_holds_its_reading(name: str, word_files: dict[str, bytes]) -> None:
    assert _unlike(name, word_files[f"{name}.docx"], "docx") == []


@pytest.mark.parametrize("name", NAMES)
def test_a_print_holds_its_reading(name: str, prints: dict[str, bytes]) -> None:
    assert _unlike(name, prints[f"{name}.docx"], "pdf") == []
