"""Zip archives of papers: their members are inputs as the files of a folder are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from extract.errors import LinkRefused, NestedArchive, NoPapers
from extract.inputs.councils import council_inside
from extract.inputs.model import Input, opened
from extract.inputs.names import cleaned, may_be_paper
from parsers.errors import PaperError, TooLarge
from parsers.limits import Limits
from parsers.zips import Member, members

_ARCHIVE = ".zip"
_ZIP = b"PK"
# What Word, Excel and their like, and what LibreOffice and e-books have in their zips.
_DOCUMENT_PARTS = frozenset({"[content_types].xml", "mimetype"})
# Macs put it beside the files, with things of theirs.
_NO_FOLDERS = frozenset({"__MACOSX"})


def is_archive(name: str) -> bool:
    """Tell whether a file is called an archive; what its content is shows when it is opened."""
    return name.lower().endswith(_ARCHIVE)


def inputs_in(archive: Input, limits: Limits) -> Iterator[Input]:
    """List the papers in an archive; one that is a document, or no zip at all, stands for itself."""
    try:
        with opened(archive.path) as stream:
            found = _members(stream, limits)
    except PaperError as error:
        yield replace(archive, error=error)
        return
    named = [(_inside(member.name), member) for member in found]
    if not found or any(str(inner).lower() in _DOCUMENT_PARTS for inner, _ in named):
        yield archive
        return
    inside = dict(named)
    listed = [_input(archive, inner, member, inside) for inner, member in named if _is_wanted(inner)]
    yield from listed or [replace(archive, error=NoPapers("nothing in the archive looks like a paper"))]


def _members(stream: BinaryIO, limits: Limits) -> list[Member]:
    """List the files of an archive; none where it is no zip.

    Raises:
        BrokenFile: it is damaged.
        TooLarge: it holds more than honest archives.
    """
    if stream.read(len(_ZIP)) != _ZIP:
        return []
    found = members(stream, limits)
    size = sum(member.size for member in found)
    stream.seek(0, os.SEEK_END)
    packed = stream.tell()
    if size > max(limits.zip_bytes, limits.zip_ratio * packed):
        raise TooLarge(f"it unpacks to {size:,} bytes, over {limits.zip_ratio} times its size")
    return found


def _input(
    archive: Input, inner: PurePosixPath, member: Member, inside: Mapping[PurePosixPath, Member]
) -> Input:
    return Input(
        f"{archive.name}/{inner}",
        archive.path,
        member,
        inside.get(inner.with_suffix(".toml")),
        council_inside(inner) or archive.council,
        _refused(member),
    )


def _refused(member: Member) -> PaperError | None:
    """Say why a member is not read."""
    if is_archive(member.name):
        return NestedArchive("it is an archive inside an archive")
    return LinkRefused("it is a link inside an archive") if member.is_link else None


def _is_wanted(inner: PurePosixPath) -> bool:
    hidden = any(part.startswith(".") or part in _NO_FOLDERS for part in inner.parts)
    return not hidden and bool(inner.name) and may_be_paper(inner)


def _inside(name: str) -> PurePosixPath:
    """Give a member's name as a path below its archive, whatever steps out of it."""
    parts = cleaned(name).replace("\\", "/").split("/")
    return PurePosixPath(*(part for part in parts if part not in {"", ".", ".."}))
