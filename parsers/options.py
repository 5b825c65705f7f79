"""What a user may ask of the readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are to be read.

    Attributes:
        password: opens PDF files that want one.
        ocr: whether pages that are pictures are recognised.
    """

    password: str | None = None
    ocr: bool = False


AS_THEY_ARE = ReadOptions()
