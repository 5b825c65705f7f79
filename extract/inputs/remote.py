"""From addresses to inputs: files, folders to any depth and patterns of a store."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

from extract.addresses import Address, store_at
from extract.errors import LinkRefused, NoPapers, NoStore
from extract.inputs.councils import council_of
from extract.inputs.model import Input
from extract.inputs.names import cleaned, may_be_paper
from parsers.errors import PaperError

_SIDECAR = ".toml"


def inputs_at(address: Address, *, pattern: bool = True) -> Iterator[Input]:
    """List what an address names: a folder's papers, a pattern's matches or the file itself.

    A page of the web is always a file.

    Args:
        address: what a user gave.
        pattern: whether `*`, `?` and `[` may stand for other signs.

    Raises:
        NoStore: nothing that is installed knows the scheme, or the store does not answer.
    """
    if address.is_web:
        yield remote_input(address)
        return
    store, path = store_at(address)
    try:
        yield from _listed(store, Address(address.given, path), pattern)
    except PaperError:
        raise
    except Exception as error:  # each driver has errors of its own; their texts may hold the login
        raise NoStore(f"{address} cannot be listed ({type(error).__name__})") from error


def remote_input(address: Address, sidecar: Address | None = None) -> Input:
    """Name a file that was given by its own address."""
    pure = address.pure
    council = None if address.is_web else council_of(pure, pure)
    return Input(cleaned(pure.name), address, sidecar=sidecar, council=council)


def _listed(store: Any, address: Address, pattern: bool) -> Iterator[Input]:
    path = str(address.path)
    store.invalidate_cache()
    if store.isdir(path):
        found = store.find(path, detail=True)
        yield from _or_none(
            address, _papers(address, address.pure, found), "in the folder looks like a paper"
        )
    elif pattern and glob.has_magic(path) and not store.exists(path):
        base = PurePosixPath(*takewhile(lambda part: not glob.has_magic(part), address.pure.parts))
        yield from _or_none(
            address,
            _papers(address, base, _matches(store, path)),
            "that looks like a paper matches the pattern",
        )
    else:
        beside = Address(address.given, str(PurePosixPath(path).with_suffix(_SIDECAR)))
        has_sidecar = address.pure.suffix != _SIDECAR and store.exists(beside.path)
        yield remote_input(address, beside if has_sidecar else None)


def _matches(store: Any, pattern: str) -> dict[str, Any]:
    """Give what matches a pattern: of folders all that is in them, of files the sidecars too."""
    found: dict[str, Any] = {}
    for path, info in store.glob(pattern, detail=True).items():
        if info["type"] == "directory":
            found.update(store.find(path, detail=True))
        else:
            found[path] = info
            beside = str(PurePosixPath(path).with_suffix(_SIDECAR))
            if beside not in found and store.exists(beside):
                found[beside] = store.info(beside)
    return found


def _papers(address: Address, base: PurePosixPath, found: Mapping[str, Any]) -> Iterator[Input]:
    """Give the papers among the files of a store, named as seen from a folder."""
    for path, info in found.items():
        here = Address(address.given, path)
        inner = here.pure.relative_to(base)
        if path.endswith("/") or any(part.startswith(".") for part in inner.parts) or not may_be_paper(inner):
            continue
        beside = str(PurePosixPath(path).with_suffix(_SIDECAR))
        yield Input(
            cleaned(inner.as_posix()),
            here,
            sidecar=Address(address.given, beside) if beside in found else None,
            council=council_of(here.pure, base),
            error=LinkRefused("it is a link in a store") if info["type"] == "link" else None,
        )


def _or_none(address: Address, entries: Iterator[Input], reason: str) -> Iterator[Input]:
    """Pass the entries on; where there is none, say so."""
    listed = list(entries)
    yield from listed or [
        Input(cleaned(address.pure.name or "."), address, error=NoPapers(f"nothing {reason}"))
    ]
