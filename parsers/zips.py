"""Zip files, which may be made to do harm: Word files, and archives of papers."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from parsers.errors import BrokenFile, TooLarge
from parsers.limits import Limits

# What a zip's list says of a file: fixed fields, its name, and what systems add.
_BYTES_AN_ENTRY = 256
# Small files may well be all blanks; a bomb is not small.
_RATIO_COUNTS_FROM = 4 * 1024 * 1024
# What `zipfile` raises on damaged files, beside its own error.
_DAMAGE = (
    zipfile.BadZipFile,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
# Of the header in front of a file: signature, fixed fields, lengths of its name and of what systems add.
_HEADER = struct.Struct("<4s22xHH")
_SIGNATURE = b"PK\x03\x04"
_LOCKED = 0x1
_LINK = 0o120000
_KIND = 0o170000


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip: where its bytes are, and what the list of the zip says of them."""

    name: str
    start: int
    packed: int
    size: int
    method: int
    checksum: int
    is_locked: bool
    is_link: bool


def members(stream: BinaryIO, limits: Limits) -> list[Member]:
    """List the files of a zip, folders left out.

    Raises:
        BrokenFile: it is no zip, or damaged; or its files overlap, so that a little unpacks to much.
        TooLarge: it lists more files than any paper or archive.
    """
    try:
        with zipfile.ZipFile(_Sparing(stream, limits.zip_entries * _BYTES_AN_ENTRY)) as archive:
            entries = archive.infolist()
    except _DAMAGE as error:
        raise BrokenFile(f"its zip cannot be opened ({error})") from error
    if len(entries) > limits.zip_entries:
        raise TooLarge(f"{len(entries):,} files in its zip, over the limit of {limits.zip_entries:,}")
    stream.seek(0, os.SEEK_END)
    if sum(entry.compress_size for entry in entries) > stream.tell():
        raise BrokenFile("the files in its zip overlap")
    return [_member(entry) for entry in entries if not entry.filename.endswith("/")]


def unpack(stream: BinaryIO, member: Member, most: int, limits: Limits) -> bytes:
    """Return the content of a file in a zip.

    Raises:
        BrokenFile: it is damaged, locked, or packed in a way that is not in use.
        TooLarge: it is over `most` bytes, or unpacks to more than honest files.
    """
    name, size, packed = member.name, member.size, member.packed
    if max(size, packed) > most:
        raise TooLarge(f"{name} is over the limit of {most:,} bytes")
    if size > _RATIO_COUNTS_FROM and size > limits.zip_ratio * packed:
        raise TooLarge(f"{name} unpacks to over {limits.zip_ratio} times its size")
    if member.is_locked:
        raise BrokenFile(f"{name} is locked with a password")
    try:
        data = _content(stream, member)
    except (struct.error, zlib.error, OSError, ValueError) as error:
        raise BrokenFile(f"{name} is damaged ({error})") from error
    if len(data) != size or zlib.crc32(data) != member.checksum:
        raise BrokenFile(f"{name} is damaged (it is not what the list of the zip says)")
    return data


def _content(stream: BinaryIO, member: Member) -> bytes:
    """Read the bytes behind the header of a file, never more than the list of the zip says."""
    stream.seek(member.start)
    signature, name, added = _HEADER.unpack(stream.read(_HEADER.size))
    if signature != _SIGNATURE:
        raise ValueError("it is not where the list of the zip says")
    stream.seek(name + added, 1)
    packed = stream.read(member.packed)
    if member.method == zipfile.ZIP_STORED:
        return packed
    if member.method == zipfile.ZIP_DEFLATED:
        # One byte more than it should hold, which tells a file that holds more.
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
    raise ValueError(f"packed by method {member.method}")


def _member(entry: zipfile.ZipInfo) -> Member:
    return Member(
        entry.filename,
        entry.header_offset,
        entry.compress_size,
        entry.file_size,
        entry.compress_type,
        entry.CRC,
        bool(entry.flag_bits & _LOCKED),
        entry.external_attr >> 16 & _KIND == _LINK,
    )


class _Sparing:
    """A stream that refuses to be read at once for more than a list of files can hold."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream = stream
        self._most = most
        self.seek = stream.seek
        self.tell = stream.tell

    def read(self, size: int = -1) -> bytes:
        """Read as the stream does.

        Raises:
            TooLarge: for more than the list of any zip.
        """
        if size > self._most:
            raise TooLarge(f"a list of files of {size:,} bytes in its zip, over the limit of {self._most:,}")
        return self._stream.read(size)
