"""Names of files: which are papers, and what an input is called."""

from __future__ import annotations

from pathlib import Path, PurePath

# What stands beside papers in a folder and is none: results, sidecars, programs.  Anything else
# is tried, so that a paper in a form without a reader is named and not passed over.
NOT_PAPERS = frozenset(
    {".cfg", ".csv", ".ini", ".json", ".jsonl", ".log", ".py", ".pyc", ".sh", ".toml", ".yaml", ".yml"}
)


def may_be_paper(path: PurePath) -> bool:
    """Tell whether a file that nobody named by itself is worth a try."""
    return not path.name.startswith(".") and path.suffix.lower() not in NOT_PAPERS


def relative(path: Path, folder: Path) -> str:
    """Name a path as seen from a folder, with slashes on every system."""
    return cleaned(path.relative_to(folder).as_posix())


def cleaned(name: str) -> str:
    """Make a file name text: bytes of a name that are not UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")
