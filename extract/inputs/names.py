"""Names of files: which are papers, and what an input is called."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

# What stands beside papers in a folder and is none: results, sidecars, programs.  Anything else
# is tried, so that a paper in a form without a reader is named and not passed over.
NOT_PAPERS = frozenset(
    {".cfg", ".csv", ".ini", ".json", ".jsonl", ".log", ".py", ".pyc", ".sh", ".toml", ".yaml", ".yml"}
)

# Control codes, line ends and signs that turn the direction of writing: a name shown with them is another.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def may_be_paper(path: PurePath) -> bool:
    """Tell whether a file that nobody named by itself is worth a try."""
    return not path.name.startswith(".") and path.suffix.lower() not in NOT_PAPERS


def relative(path: Path, folder: Path) -> str:
    """Name a path as seen from a folder, with slashes on every system."""
    return cleaned(path.relative_to(folder).as_posix())


def cleaned(name: str) -> str:
    """Make a file name text of one line: bytes that are not UTF-8 and what steers terminals become `?`."""
    return _UNPRINTABLE.sub("?", name.encode("utf-8", "replace").decode("utf-8"))
