"""Files that are whole or absent: written under another name, then renamed."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from extract.errors import UnwritableOutput

_PART = re.compile(r"\..+\.\d+\.part", re.DOTALL)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a run that is stopped, never leaves half of it.

    Raises:
        UnwritableOutput: the system refused to write.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise UnwritableOutput(f"{path.name}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder for results and remove what a stopped run left in it.

    Raises:
        UnwritableOutput: the system refused.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        for entry in path.iterdir():
            if _PART.fullmatch(entry.name):
                entry.unlink()
    except OSError as error:
        raise UnwritableOutput(f"{path.name}: {error.strerror}") from error
