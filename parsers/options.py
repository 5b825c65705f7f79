"""What a user may ask of the readers."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.limits import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are to be read.

    Attributes:
        password: opens PDF files that want one.
        ocr: whether pages that are pictures are recognised.
        limits: how large a paper may be.
    """

    password: str | None = None
    ocr: bool = False
    limits: Limits = LIMITS


AS_THEY_ARE = ReadOptions()
