"""Case files: readable Markdown, one case a heading, its input and what must come of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n(?P<why>.*?)```text\n(?P<given>.*?)```\s*```expected\n(?P<expected>.*?)```",
    re.MULTILINE | re.DOTALL,
)


class Case(NamedTuple):
    """A case: its name, the paper it gives and what it expects, line by line."""

    name: str
    given: str
    expected: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file; `→` in the input stands for a tab.

    Raises:
        ValueError: a heading of the file is no whole case.
    """
    text = path.read_text(encoding="utf-8")
    cases = [
        Case(found["name"], found["given"].replace("→", "\t"), tuple(found["expected"].strip().splitlines()))
        for found in _CASE.finditer(text)
    ]
    if len(cases) != len(re.findall(r"^## ", text, re.MULTILINE)):
        raise ValueError(f"a case of {path.name} lacks its input or what it expects")
    return cases
