"""A folder of results in a store that fsspec reaches: files that are whole or absent, as on a disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import BinaryIO

from extract.addresses import Address, place, store_at
from extract.errors import UnwritableOutput
from extract.writers.store import CHUNK, PART, Fingerprint, Folder, Store, digested

# They keep objects, which appear when all of one has come; they have no folders to make.
_OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oci", "memory"})


def folder_at(given: str) -> Store:
    """Return the folder that a user named, by path or by address.

    Raises:
        NoStore: nothing that is installed knows the scheme, or the store does not answer.
    """
    where = place(given)
    return RemoteFolder(where) if isinstance(where, Address) else Folder(where)


class RemoteFolder:
    """A folder of a store; it does what `Folder` does."""

    def __init__(self, address: Address) -> None:
        """Take a folder that may not be there yet.

        Raises:
            NoStore: nothing that is installed knows the scheme, or the store does not answer.
        """
        self._store, self._root = store_at(address)
        protocol = self._store.protocol
        names = {protocol} if isinstance(protocol, str) else set(protocol)
        self._keeps_objects = bool(names & _OBJECT_STORES)

    def make(self, *names: str) -> None:
        """Make folders and remove what a stopped run left half written in them."""
        if self._keeps_objects:
            return
        for name in names:
            with _writing(name):
                self._store.makedirs(self._at(name), exist_ok=True)
            for entry in self.names(name):
                if PART.fullmatch(entry):
                    self.remove(f"{name}/{entry}")

    def names(self, folder: str) -> list[str]:
        """List the files of a folder."""
        with _writing(folder):
            self._store.invalidate_cache()
            try:
                return [PurePosixPath(path).name for path in self._store.ls(self._at(folder), detail=False)]
            except FileNotFoundError:
                return []

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, None where it is not there or cannot be read."""
        try:
            data: bytes = self._store.cat_file(self._at(name))
        except MemoryError:
            raise
        except Exception:  # each driver has errors of its own; such a file is written anew  # noqa: BLE001
            return None
        return data

    def write(self, name: str, data: bytes) -> None:
        """Write a file so that a reader, or a run that is stopped, never leaves half of it."""
        with self.writing(name) as stream:
            stream.write(data)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Open a file to write; it is sent when all is written, and not at all when anything fails.

        Raises:
            UnwritableOutput: the system or the store refused to write.
        """
        with _writing(name), TemporaryDirectory() as here:
            whole = Path(here, "whole")
            with whole.open("wb") as stream:
                yield stream
            self._send(whole, name)

    def bring(self, name: str, path: Path) -> Fingerprint:
        """Write a file with the content of one on this machine, and say what it is."""
        self._send(path, name)
        with path.open("rb") as stream:
            return digested(stream)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with _writing(name):
            try:
                self._store.rm_file(self._at(name))
            except FileNotFoundError:
                return

    def fingerprint(self, name: str) -> Fingerprint | None:
        """Return size and digest of a file, None where it is not there or cannot be read."""
        try:
            with self._store.open(self._at(name), "rb", block_size=CHUNK) as stream:
                return digested(stream)
        except Exception:  # each driver has errors of its own; such a file is written anew  # noqa: BLE001
            return None

    def _at(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}".rstrip("/")

    def _send(self, whole: Path, name: str) -> None:
        """Put a whole file into the store: at once, or under another name and renamed."""
        target = self._at(name)
        with _writing(name):
            if self._keeps_objects:
                self._store.put_file(str(whole), target)
                return
            folder, _, last = target.rpartition("/")
            part = f"{folder}/.{last}.{os.getpid()}.part"
            self._store.put_file(str(whole), part)
            self._store.mv(part, target)


@contextmanager
def _writing(name: str) -> Iterator[None]:
    """Name what the store refuses."""
    try:
        yield
    except (UnwritableOutput, MemoryError):
        raise
    except Exception as error:  # each driver has errors of its own; their texts may hold the login
        raise UnwritableOutput(
            f"{PurePosixPath(name).name}: its store refused ({type(error).__name__})"
        ) from error
