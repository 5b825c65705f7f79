"""From the paths that a user names to the files to read, and their bytes."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from extract.errors import NoPapers
from parsers.errors import MissingFile, PaperError, TooLarge, UnreadableFile

MAX_BYTES = (
    100 * 1024 * 1024
)  # agenda packs of hundreds of scanned pages stay under it; memory use is a multiple

PathName = str | os.PathLike[str]

# What stands beside papers in a folder and is none: results, sidecars, programs.  Anything else
# is tried, so that a paper in a form without a reader is named and not passed over.
NOT_PAPERS = frozenset(
    {".cfg", ".csv", ".ini", ".json", ".jsonl", ".log", ".py", ".pyc", ".sh", ".toml", ".yaml", ".yml"}
)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, named relative to the path that was given; or why there is none."""

    name: str
    path: Path
    error: PaperError | None = None


def find_inputs(paths: PathName | Iterable[PathName]) -> list[Input]:
    """List the files that a path or several name, each once, sorted by name.

    A file named by its own path is always listed.  In folders, which are searched
    to any depth, and among the matches of a pattern, hidden files and files of
    `NOT_PAPERS` are left out.
    """
    found: dict[Path, Input] = {}
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    for given in named:
        for entry in _named_by(os.fspath(given)):
            found.setdefault(entry.path.absolute(), entry)
    return sorted(found.values(), key=lambda entry: (entry.name, entry.path))


def file_input(path: Path) -> Input:
    """Name a file that was given by its own path."""
    return Input(_clean(path.name), path)


def read_paper(path: Path) -> bytes:
    """Return the bytes of a paper.

    Raises:
        MissingFile: the path names no file.
        UnreadableFile: it names no regular file, or the system refuses to read it.
        TooLarge: the file is over `MAX_BYTES`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile("it is a folder or a device")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile("there is no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(getattr(error, "strerror", None) or "the path is no file name") from error
    if len(data) > MAX_BYTES:
        raise TooLarge(f"it holds over {MAX_BYTES // 1024**2} MiB")
    return data


def _named_by(given: str) -> Iterator[Input]:
    """List what one path names: a folder's papers, a pattern's matches or the file itself."""
    path = Path(given)
    if not given:
        yield Input("", path / "?", MissingFile("the path is empty"))
    elif _is_folder(path):
        yield from _or_none(path, _papers_under(path), "nothing in the folder looks like a paper")
    elif glob.has_magic(given) and not _exists(path):
        yield from _or_none(path, _matches(path), "nothing that looks like a paper matches the pattern")
    else:
        yield file_input(path)


def _or_none(path: Path, entries: Iterator[Input], reason: str) -> Iterator[Input]:
    """Pass the entries on; where there is none, say so."""
    listed = list(entries)
    yield from listed or [Input(_clean(path.name or "."), path, NoPapers(reason))]


def _papers_under(folder: Path) -> Iterator[Input]:
    """List the papers of a folder to any depth, and the folders in it that cannot be opened."""
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(parent, name)
            if _may_be_paper(path):
                yield Input(_relative(path, folder), path)
    for error in closed:
        path = Path(os.fsdecode(error.filename))
        yield Input(_relative(path, folder), path, UnreadableFile(error.strerror or "it cannot be opened"))


def _matches(pattern: Path) -> Iterator[Input]:
    """List the papers that match a pattern, named relative to its part without wildcards."""
    base = Path(*takewhile(lambda part: not glob.has_magic(part), pattern.parts))
    for match in glob.glob(str(pattern), recursive=True):  # noqa: PTH207 - Path.glob takes no absolute pattern
        path = Path(match)
        if _is_folder(path):
            for entry in _papers_under(path):
                yield Input(_relative(entry.path, base), entry.path, entry.error)
        elif _may_be_paper(path):
            yield Input(_relative(path, base), path)


def _may_be_paper(path: Path) -> bool:
    """Tell whether a file that nobody named by itself is worth a try."""
    return not path.name.startswith(".") and path.suffix.lower() not in NOT_PAPERS


def _relative(path: Path, folder: Path) -> str:
    """Name a path as seen from a folder, with slashes on every system."""
    return _clean(path.relative_to(folder).as_posix())


def _clean(name: str) -> str:
    """Make a file name text: bytes of a name that are not UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that the system refuses to look at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _exists(path: Path) -> bool:
    """Tell whether anything stands at a path, a dangling link included."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True
