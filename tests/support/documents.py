"""The project's own documents, as far as tests have to read Markdown."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.support.places import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_NAME = re.compile(r"`([^`]+)`")
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, its deeper sections included."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert found, f"no heading {heading!r}"
    rest = text[found.end() :]
    following = re.search(rf"^#{{1,{len(found.group(1))}}} ", _FENCED.sub(_blanked, rest), re.MULTILINE)
    return rest[: following.start()] if following else rest


def _blanked(found: re.Match[str]) -> str:
    """Keep the length of a fenced block and nothing of its lines."""
    return " " * len(found.group())


def rows(text: str) -> list[list[str]]:
    """Return the cells of all tables, headers and rows of dashes left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    split = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    dashes = [at for at, cells in enumerate(split) if set("".join(cells)) <= set("|-: ")]
    left_out = {*dashes, *(at - 1 for at in dashes)}
    return [cells for at, cells in enumerate(split) if at not in left_out]


def names(text: str) -> list[str]:
    """Return what stands in backticks, in order."""
    return _NAME.findall(text)


def first_names(text: str) -> list[str]:
    """Return the names in the first cells of all tables."""
    return [name for cells in rows(text) for name in names(cells[0])]


def example(text: str, name: str) -> str:
    """Return the fenced block that follows the mark `<!-- example: NAME -->`."""
    found = re.search(
        rf"<!-- example: {re.escape(name)} -->\n```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL
    )
    assert found, f"no example {name!r}"
    return found.group(1)


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the fenced blocks: the language of each, and its text."""
    return re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    found = set()
    for _, heading in _HEADING.findall(text):
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found
