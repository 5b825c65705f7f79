"""The program with a rule that is broken on purpose: a copy, in a process of its own."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from typing import NamedTuple

from tests.support.places import ROOT

PACKAGES = ("extract", "normalise", "parsers")
MAIN = "from extract.cli import main; main()"


class Fault(NamedTuple):
    """What is broken: the module, its function, and the statement with which that now begins."""

    module: str
    function: str
    instead: str


def broken_copy(folder: Path, fault: Fault) -> Path:
    """Copy the program into a folder and break it there."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / fault.module
    source = module.read_text(encoding="utf-8")
    (found,) = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.name == fault.function
    )
    lines = source.splitlines(keepends=True)
    first = found.body[0]
    lines.insert(first.lineno - 1, " " * first.col_offset + fault.instead + "\n")
    module.write_text("".join(lines), encoding="utf-8")
    return folder
