"""A second opinion: what tesseract reads, where the program is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from parsers.ocr.engine import Span
from parsers.ocr.picture import DPI, Greys

# A page takes some five seconds; one that takes this long goes without a second opinion.
SECONDS = 60
# Words of which tesseract is less certain than this, of 100, are no opinion.
MIN_CONFIDENCE = 60.0
# It reads the same word where this share of its box, or of ours, is common to both.
_SAME = 0.5
# Text wherever it stands: which column it belongs to is told by the rulings.
_SPARSE = "11"
_COMMAND = ("stdin", "stdout", "-l", "eng", "--dpi", str(DPI), "--psm", _SPARSE, "tsv")
_WORD_LEVEL = "5"
_FIELDS = 12
# What the two programs print in different ways is no disagreement.
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-"})


class Seen(NamedTuple):
    """A word as tesseract reads it: its box in pixels, and how certain it is, of 100."""

    text: str
    span: Span
    confidence: float


def second_reading(greys: Greys) -> tuple[Seen, ...]:
    """Read a picture; empty where tesseract is not installed, or cannot read it in `SECONDS`."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    picture = BytesIO()
    Image.fromarray(greys).save(picture, "PNG", compress_level=1)
    try:
        done = subprocess.run(  # noqa: S603 - the program and its options are ours
            [program, *_COMMAND],
            input=picture.getvalue(),
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(_words(done.stdout.decode("utf-8", "replace")))


def _words(table: str) -> list[Seen]:
    """Read tesseract's table: level, five numbers of place, left, top, width, height, confidence, text."""
    found = []
    for line in table.splitlines():
        fields = line.split("\t")
        if len(fields) != _FIELDS or fields[0] != _WORD_LEVEL or not fields[-1].strip():
            continue
        left, top, wide, high = map(int, fields[6:10])
        span = Span(left, top, left + wide, top + high)
        found.append(Seen(fields[-1].strip(), span, float(fields[10])))
    return found


def disagrees(text: str, span: Span, opinion: Sequence[Seen]) -> bool:
    """Tell whether tesseract, certain of it, reads other words where one stands; silence is assent."""
    same = [one for one in opinion if _is_same(span, one.span)]
    if not same or min(one.confidence for one in same) < MIN_CONFIDENCE:
        return False
    read = " ".join(one.text for one in sorted(same, key=lambda one: one.span.x0))
    return read.translate(_FOLDED) != text.translate(_FOLDED)


def _is_same(one: Span, other: Span) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return False
    smaller = min(
        (one.x1 - one.x0) * (one.bottom - one.top), (other.x1 - other.x0) * (other.bottom - other.top)
    )
    return wide * high >= _SAME * smaller
