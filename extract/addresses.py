"""Addresses of papers and results: `s3://…`, `sftp://…` and all others that fsspec knows.

fsspec and its drivers are imported when an address is opened.  Credentials are theirs to
find, in the environment as always; a login inside an address is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote

from extract.errors import NoStore
from parsers.errors import MissingFile, PaperError, UnreadableFile

# Two letters at least: `c:` is a disk.
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_FILE = "file://"
# Their folders are pages with links, which may lead anywhere.
_WEB = frozenset({"http", "https"})
# All that could be a login: up to the last @, as an unescaped password may hold any sign.
_LOGIN = re.compile(r"(?<=://).*@", re.DOTALL)
# Signed addresses carry their key behind the question mark.
_QUERY = re.compile(r"[?#].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Address:
    """A place in a store; small, so that it can be sent to where it is opened.

    Attributes:
        given: the address that a user gave: it leads to the store, and may hold a login.
        path: the place in the store, as the store names it; None for that of `given` itself.
    """

    given: str = field(repr=False)
    path: str | None = None

    @property
    def is_web(self) -> bool:
        """Whether it is a page of the web, which has no folders."""
        return _scheme(self.given) in _WEB

    @property
    def pure(self) -> PurePosixPath:
        """The path for looks at its parts, absolute."""
        if self.path is None:
            return PurePosixPath("/", unquote(str(self).partition("://")[2]))
        return PurePosixPath("/", self.path)

    @property
    def identity(self) -> str:
        """The same for the same file, whichever address it was found by; not to be shown."""
        if self.path is None:
            return self.given
        return f"{_LOGIN.sub('', self.given).split('/')[2]} {self.path}"

    def __str__(self) -> str:
        """Show what the user gave, without a login or a key."""
        return _QUERY.sub("", _LOGIN.sub("", self.given))


def place(given: str) -> Path | Address:
    """Give the path or the address that a user wrote; `file://` is a path of this machine.

    >>> place("s3://papers/2023"), place("file:///srv/papers")
    (Address(path=None), PosixPath('/srv/papers'))
    """
    scheme = _scheme(given)
    if scheme == "file":
        return Path(given[len(_FILE) :])
    return Address(given) if scheme else Path(given)


def store_at(address: Address) -> tuple[Any, str]:
    """Return the fsspec file system of an address and the path in it.

    Raises:
        NoStore: nothing that is installed knows the scheme, or the store does not answer.
    """
    scheme = _scheme(address.given)
    try:
        from fsspec import available_protocols
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise NoStore(f"{scheme}:// needs fsspec, which is not installed") from error
    if scheme not in available_protocols():
        raise NoStore(f"fsspec knows no {scheme}://")
    try:
        store, path = url_to_fs(address.given)
    except ImportError as error:
        raise NoStore(f"{scheme}:// needs a package that is not installed: {error}") from error
    except Exception as error:  # each driver has errors of its own; their texts may hold the login
        raise NoStore(f"{address} cannot be reached ({type(error).__name__})") from error
    return store, path if address.path is None else address.path


@contextmanager
def opened_at(address: Address) -> Iterator[BinaryIO]:
    """Open a file of a store.

    Raises:
        MissingFile: the address names no file.
        UnreadableFile: the store refused, or broke off.
    """
    store, path = store_at(address)
    try:
        with store.open(path, "rb") as stream:
            yield stream
    except (PaperError, MemoryError):
        raise
    except FileNotFoundError as error:
        raise MissingFile("there is no such file") from error
    except Exception as error:  # each driver has errors of its own; their texts may hold the login
        raise UnreadableFile(f"its store refused ({type(error).__name__})") from error


def _scheme(given: str) -> str | None:
    found = _SCHEME.match(given)
    return found[1].lower() if found else None
