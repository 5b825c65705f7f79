"""An input: where the bytes of a paper are, and how they are fetched."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extract.addresses import Address, opened_at
from parsers.errors import MissingFile, PaperError, TooLarge, UnreadableFile
from parsers.limits import LIMITS, MEBIBYTE, Limits
from parsers.zips import Member, unpack

# A sidecar holds four short lines.
_MAX_SIDECAR = MEBIBYTE


@dataclass(frozen=True, slots=True)
class Input:
    """A paper to read, or why there is none: small, without open files, so that it can be sent about.

    Inputs of equal bytes and equal facts (`sidecar.facts_for`) give the same papers: they are read once,
    under the first name in the order of `find_inputs`, and each is listed with those papers.

    Attributes:
        name: relative to the path that was given; `archive.zip/folder/plan.pdf` inside an archive.
        path: the file, or the archive that it is in; a file of a store is fetched where it is read.
        member: its place in the archive; None for a file of its own.
        sidecar: the sidecar beside it in the archive or the store.
        council: name of the council, where the folders say it.
        error: why it cannot be read, where that is known from looking for it.
    """

    name: str
    path: Path | Address
    member: Member | None = None
    sidecar: Member | Address | None = None
    council: str | None = None
    error: PaperError | None = None


def read_input(given: Input, limits: Limits = LIMITS) -> bytes:
    """Return the bytes of an input.

    Raises:
        MissingFile: the path names no file.
        UnreadableFile: it names no regular file, or the system refuses to read it.
        TooLarge: it is over `Limits.file_bytes`.
        PaperError: what was wrong already when it was found; a member of an archive is damaged.
    """
    if given.error:
        raise given.error
    if given.member:
        return _unpacked(given.path, given.member, limits)
    return _read(given.path, limits.file_bytes)


def read_sidecar(given: Input, limits: Limits = LIMITS) -> tuple[str, bytes] | None:
    """Return name and bytes of the sidecar `NAME.toml` beside an input, None where there is none.

    Raises:
        PaperError: it cannot be read.
    """
    beside = given.sidecar
    if isinstance(beside, Member):
        return beside.name, _unpacked(given.path, beside, limits, _MAX_SIDECAR)
    if isinstance(beside, Address):
        return beside.pure.name, _read(beside, _MAX_SIDECAR)
    if given.member or isinstance(given.path, Address):
        return None
    path = given.path.with_suffix(".toml")
    if path == given.path or not _is_file(path):
        return None
    return path.name, _read(path, _MAX_SIDECAR)


@contextmanager
def opened(path: Path | Address) -> Iterator[BinaryIO]:
    """Open a file that a user named.

    Raises:
        MissingFile: the path names no file.
        UnreadableFile: it names no regular file, or the system refuses to read it.
    """
    with opened_at(path) if isinstance(path, Address) else _opened_here(path) as stream:
        yield stream


def _opened_here(path: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile("it is a folder or a device")
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile("there is no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(getattr(error, "strerror", None) or "the path is no file name") from error


def _is_file(path: Path) -> bool:
    """Tell whether a file stands at a path; a name too long for one is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _read(path: Path | Address, most: int) -> bytes:
    with opened(path) as stream:
        try:
            data = stream.read(most + 1)
        except OSError as error:
            raise UnreadableFile(error.strerror or "it cannot be read") from error
    if len(data) > most:
        raise TooLarge(f"it holds over {most // MEBIBYTE} MiB")
    return data


def _unpacked(path: Path | Address, member: Member, limits: Limits, most: int | None = None) -> bytes:
    with opened(path) as stream:
        return unpack(stream, member, most or limits.file_bytes, limits)
