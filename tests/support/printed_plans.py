"""Action plans drawn by lot and printed, all of them once in a run of the tests."""

from __future__ import annotations

import re
from functools import cache
from itertools import count, islice
from typing import NamedTuple

from extract.grids import logical_tables
from parsers.model import Layout
from tests.support.paper_builder import MadePaper, Rules, head_rows, on_height, slots
from tests.support.paper_docx import to_docx
from tests.support.paper_html import to_html
from tests.support.random_tables import action_plan
from tests.support.rendering import chromium_pdfs, libreoffice_pdfs
from tests.support.scoring import folded

SEEDS = range(30)
# Low pages cut most rows of a plan, pages of usual height some.
HEIGHTS = (150.0, 210.0, 297.0)
# A page on which every plan ends, higher than any paper: no row is cut.
ENDLESS = 2500.0
UNRULED: tuple[Rules, ...] = ("horizontal", "header-line", "zebra", "none", "outer")
UNRULED_SEEDS = range(100, 106)
BROWSER_SEEDS = (200, 201, 202, 203, 204, 218)
BROWSER_HEIGHTS = (150.0, 297.0)
MERGED_COUNT = 12


# A browser draws bullets as shapes, which are no text.
_BULLET = re.compile(r"^• *", re.MULTILINE)


class Plan(NamedTuple):
    """A plan and how it was printed."""

    paper: MadePaper
    pdf: bytes


def ruled_names() -> list[tuple[int, float]]:
    """List seed and page height of the ruled plans."""
    return [(seed, height) for seed in SEEDS for height in HEIGHTS]


@cache
def merged_seeds() -> tuple[int, ...]:
    """List the first seeds of plans in which rows do share cells."""
    return tuple(islice((seed for seed in count(300) if _shares(action_plan(seed))), MERGED_COUNT))


def _shares(paper: MadePaper) -> bool:
    return any(cell.row_span > 1 for table in paper.tables for row in table.rows for cell in row)


def browser_names() -> list[tuple[int, float]]:
    """List seed and page height of the plans that a browser prints: it draws no line where a page ends."""
    return [(seed, height) for seed in BROWSER_SEEDS for height in BROWSER_HEIGHTS]


def unruled_names() -> list[tuple[int, Rules]]:
    """List seed and rules of the plans without all of their lines."""
    return [(seed, rules) for rules in UNRULED for seed in UNRULED_SEEDS]


@cache
def office_plans() -> dict[str, Plan]:
    """Print through LibreOffice: "ruled-SEED-HEIGHT", "merged-SEED" and "RULES-SEED"."""
    papers = {
        f"ruled-{seed}-{height:g}": on_height(action_plan(seed, merged=False), height)
        for seed, height in ruled_names()
    }
    papers |= {f"merged-{seed}": on_height(action_plan(seed), ENDLESS) for seed in merged_seeds()}
    papers |= {f"{rules}-{seed}": action_plan(seed, rules, merged=False) for seed, rules in unruled_names()}
    made = libreoffice_pdfs({f"{name}.docx": to_docx(paper) for name, paper in papers.items()})
    return {name: Plan(paper, made[f"{name}.docx"]) for name, paper in papers.items()}


@cache
def browser_plans() -> dict[tuple[int, float], Plan]:
    """Print through Chromium, ruled and without shared cells: by seed and page height."""
    papers = {
        (seed, height): on_height(action_plan(seed, merged=False), height) for seed, height in browser_names()
    }
    made = chromium_pdfs([to_html(paper) for paper in papers.values()])
    return {name: Plan(paper, pdf) for (name, paper), pdf in zip(papers.items(), made, strict=True)}


# What is printed, and what a reader must give back


def true_rows(paper: MadePaper) -> list[list[str]]:
    """Return the rows of all tables of a paper, those of their headers left out."""
    return [row for table in paper.tables for row in _texts(slots(table)[len(head_rows(table)) :])]


def true_heads(paper: MadePaper) -> list[list[str]]:
    """Return the rows of the headers of all tables of a paper."""
    return [row for table in paper.tables for row in _texts(slots(table)[: len(head_rows(table))])]


def rows_read(layout: Layout, heads: list[list[str]]) -> tuple[list[list[str]], bool]:
    """Return the logical rows of a layout without those of a header, and whether there was one."""
    rows = [
        row
        for table in logical_tables(layout)
        for row in _texts([[str(cell.text) for cell in line] for line in table.grid()])
    ]
    return [row for row in rows if row not in heads], any(row in heads for row in rows)


def _texts(rows: list[list[str]]) -> list[list[str]]:
    return [[str(folded(_BULLET.sub("", text))) for text in row] for row in rows]
