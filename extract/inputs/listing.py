"""A list of paths on standard input, as `find` and its like print it."""

from __future__ import annotations

import os
from typing import BinaryIO

from parsers.errors import TooLarge
from parsers.limits import MEBIBYTE

# A million paths of usual length.
_MAX_LIST = 100 * MEBIBYTE


def read_list(stream: BinaryIO) -> list[str]:
    """Read paths: a line each, or parted by zero bytes where there is one, as `find -print0` does.

    Raises:
        TooLarge: the list is longer than any archive's.
    """
    data = stream.read(_MAX_LIST + 1)
    if len(data) > _MAX_LIST:
        raise TooLarge(f"the list of paths is over {_MAX_LIST // MEBIBYTE} MiB")
    parts = data.split(b"\0") if b"\0" in data else (line.removesuffix(b"\r") for line in data.split(b"\n"))
    return [os.fsdecode(part) for part in parts if part]
