"""The folder of results: files that are whole or absent, written under another name, then renamed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from extract.errors import UnwritableOutput

PART = re.compile(r"\..+\.\d+\.part", re.DOTALL)
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Size and digest of a file, which tell whether it is still the one that was written."""

    bytes: int
    sha256: str


class Store(Protocol):
    """A folder of results, wherever it is; see `Folder`."""

    def make(self, *names: str) -> None:
        """Make folders and remove what a stopped run left half written in them."""

    def names(self, folder: str) -> list[str]:
        """List the files of a folder."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, None where it is not there or cannot be read."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Open a file to write; it is there when all is written."""

    def bring(self, name: str, path: Path) -> Fingerprint:
        """Write a file with the content of one on this machine, and say what it is."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""

    def fingerprint(self, name: str) -> Fingerprint | None:
        """Return size and digest of a file, None where it is not there or cannot be read."""


class Folder:
    """A folder on this machine, or on a share that looks like one; names have slashes."""

    def __init__(self, root: Path) -> None:
        """Take a folder that may not be there yet."""
        self._root = root

    def make(self, *names: str) -> None:
        """Make folders and remove what a stopped run left half written in them.

        Raises:
            UnwritableOutput: the system refused.
        """
        for name in names:
            path = self._root / name
            with _writing(path):
                path.mkdir(parents=True, exist_ok=True)
                for entry in path.iterdir():
                    if PART.fullmatch(entry.name):
                        entry.unlink()

    def names(self, folder: str) -> list[str]:
        """List the files of a folder."""
        with _writing(self._root / folder):
            return [entry.name for entry in (self._root / folder).iterdir()]

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, None where it is not there or cannot be read."""
        try:
            return (self._root / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file so that a reader, or a run that is stopped, never leaves half of it.

        Raises:
            UnwritableOutput: the system refused to write.
        """
        with self.writing(name) as stream, _writing(self._root / name):
            stream.write(data)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Open a file to write; it is there when all is written, and not at all when anything fails.

        Raises:
            UnwritableOutput: the system refused to write.
        """
        path = self._root / name
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with _writing(path), part.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            with _writing(path):
                part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def bring(self, name: str, path: Path) -> Fingerprint:
        """Write a file with the content of one on this machine, and say what it is.

        Raises:
            UnwritableOutput: the system refused to write.
        """
        made, size = hashlib.sha256(), 0
        with path.open("rb") as source, self.writing(name) as stream:
            while chunk := source.read(CHUNK):
                stream.write(chunk)
                made.update(chunk)
                size += len(chunk)
        return Fingerprint(size, made.hexdigest())

    def remove(self, name: str) -> None:
        """Remove a file, if it is there.

        Raises:
            UnwritableOutput: the system refused.
        """
        with _writing(self._root / name):
            (self._root / name).unlink(missing_ok=True)

    def fingerprint(self, name: str) -> Fingerprint | None:
        """Return size and digest of a file, None where it is not there or cannot be read."""
        try:
            with (self._root / name).open("rb") as stream:
                return digested(stream)
        except OSError:
            return None


def digested(stream: BinaryIO) -> Fingerprint:
    """Read a file to its end and say what it is."""
    made, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        made.update(chunk)
        size += len(chunk)
    return Fingerprint(size, made.hexdigest())


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Name what the system refuses."""
    try:
        yield
    except OSError as error:
        raise UnwritableOutput(f"{path.name}: {error.strerror}") from error
