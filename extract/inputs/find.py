"""From the paths that a user names to inputs."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

from extract.addresses import Address, place
from extract.errors import LinkRefused, NoPapers
from extract.inputs.archives import inputs_in, is_archive
from extract.inputs.councils import council_of
from extract.inputs.listing import read_list
from extract.inputs.model import Input
from extract.inputs.names import cleaned, may_be_paper, relative
from extract.inputs.remote import inputs_at, remote_input
from parsers.errors import MissingFile, PaperError, UnreadableFile
from parsers.limits import LIMITS, Limits

PathName = str | os.PathLike[str]

# On the command line it stands for the paths on standard input.
STANDARD_INPUT = "-"
# Inside a name two stars are as one.
_STARS = re.compile(r"\*{2,}")


def find_inputs(
    paths: PathName | Iterable[PathName], limits: Limits = LIMITS, *, stdin: BinaryIO | None = None
) -> list[Input]:
    """List the papers that a path or several name, each once, sorted by name.

    A file named by its own path is always listed.  In folders, which are searched
    to any depth, among the matches of a pattern and in zip archives, hidden files and
    files of `NOT_PAPERS` are left out.  Links to folders are not followed; links out
    of a folder are listed with an error.

    Args:
        paths: files, zip archives, folders, patterns.
        limits: how large an archive may be.
        stdin: where given, the path `-` stands for the files and folders listed in it.

    Raises:
        TooLarge: the list is too long.
    """
    found: dict[tuple[str, int], Input] = {}
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    for given in [os.fspath(one) for one in named]:
        for one in _listed(stdin) if stdin and given == STANDARD_INPUT else _named_by(given):
            for entry in _opened(one, limits):
                start = entry.member.start if entry.member else -1
                found.setdefault((_where(entry.path), start), entry)
    return sorted(found.values(), key=lambda entry: (entry.name, _where(entry.path)))


def file_input(given: PathName) -> Input:
    """Name a file that was given by its own path or address."""
    path = place(os.fspath(given))
    return remote_input(path) if isinstance(path, Address) else _input(path.name, path, path)


def _where(path: Path | Address) -> str:
    """Return what is the same for the same file, however it was named."""
    return path.identity if isinstance(path, Address) else str(path.absolute())


def _input(name: str, path: Path, given: Path, error: PaperError | None = None) -> Input:
    return Input(cleaned(name), path, council=council_of(path, given), error=error)


def _opened(entry: Input, limits: Limits) -> Iterator[Input]:
    """List what an archive holds; any other input stands for itself."""
    if entry.error is None and is_archive(entry.name):
        yield from inputs_in(entry, limits)
    else:
        yield entry


def _named_by(given: str) -> Iterator[Input]:
    """List what one path names: a folder's papers, a pattern's matches or the file itself."""
    path = place(given)
    if isinstance(path, Address):
        yield from inputs_at(path)
    elif not given:
        yield Input("", path / "?", error=MissingFile("the path is empty"))
    elif not _is_folder(path) and glob.has_magic(str(path)) and not _exists(path):
        yield from _or_none(path, _matches(path), "nothing that looks like a paper matches the pattern")
    else:
        yield from _at(path)


def _at(path: Path) -> Iterator[Input]:
    """List what stands at a path, whatever signs are in it."""
    if _is_folder(path):
        yield from _or_none(path, _papers_under(path), "nothing in the folder looks like a paper")
    else:
        yield file_input(path)


def _listed(stdin: BinaryIO) -> Iterator[Input]:
    """List the papers of a list of paths, named as seen from the innermost folder that holds all of them."""
    places = [place(path) for path in read_list(stdin)]
    for one in places:
        if isinstance(one, Address):
            yield from inputs_at(one, pattern=False)
    paths = [one for one in places if isinstance(one, Path)]
    if not places:
        yield Input(STANDARD_INPUT, Path(STANDARD_INPUT), error=NoPapers("the list names no file"))
    if not paths:
        return
    base = Path(os.path.commonpath([path.absolute().parent for path in paths]))
    for path in paths:
        for entry in _at(path):
            name = os.path.relpath(str(entry.path), base)
            yield Input(cleaned(Path(name).as_posix()), entry.path, council=entry.council, error=entry.error)


def _or_none(path: Path, entries: Iterator[Input], reason: str) -> Iterator[Input]:
    """Pass the entries on; where there is none, say so."""
    named = cleaned(path.name or ".")
    any_found = False
    try:
        for entry in entries:
            any_found = True
            yield entry
    except RecursionError:
        yield Input(named, path, error=UnreadableFile("its folders stand too deep in one another"))
    if not any_found:
        yield Input(named, path, error=NoPapers(reason))


def _papers_under(folder: Path) -> Iterator[Input]:
    """List the papers of a folder to any depth, and what in it cannot be opened."""
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            path = Path(parent, name)
            if _leads_out(path, folder):
                yield _input(relative(path, folder), path, folder, _refused_link())
        for name in files:
            path = Path(parent, name)
            if may_be_paper(path):
                yield _found(path, folder)
    for error in closed:
        path = Path(os.fsdecode(error.filename))
        reason = UnreadableFile(error.strerror or "it cannot be opened")
        yield _input(relative(path, folder), path, folder, reason)


def _matches(pattern: Path) -> Iterator[Input]:
    """List the papers that match a pattern, named relative to its part without wildcards."""
    base = Path(*takewhile(lambda part: not glob.has_magic(part), pattern.parts))
    parts = [part if part == "**" else _STARS.sub("*", part) for part in pattern.relative_to(base).parts]
    for path in base.glob("/".join(parts)):
        if any(part.startswith(".") for part in path.relative_to(base).parts):
            continue
        if _is_folder(path) and not path.is_symlink():
            for entry in _papers_under(path):
                inner = Path(str(entry.path))
                yield _input(relative(inner, base), inner, base, entry.error)
        elif may_be_paper(path):
            yield _found(path, base)


def _found(path: Path, folder: Path) -> Input:
    """Make the input of a file that was found in a folder; one that stands elsewhere is not read."""
    return _input(relative(path, folder), path, folder, _refused_link() if _leads_out(path, folder) else None)


def _leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a link leads out of the folder that a user gave."""
    if not path.is_symlink():
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _refused_link() -> LinkRefused:
    return LinkRefused("it is a link that leads out of the folder")


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
