"""How large a paper may be: what is over a limit is refused by name, before it can stop a run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

_SETTING = re.compile(r"([a-z-]+)=(\d{1,15})([KMG]?)", re.ASCII)
_TIMES = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest that is read of anything; a paper over a limit ends in the error `too-large`.

    Each is far above what papers have, and each can be set with `--limit NAME=VALUE`.
    """

    # Agenda packs of hundreds of scanned pages stay under it; memory use is a multiple.
    file_bytes: int = 100 * MEBIBYTE
    # A 100-page pack is under 1 MB of text; forty times that is no committee paper.
    text_bytes: int = 40 * MEBIBYTE
    # Characters: the longest table row in the papers read has 11,000.
    line_length: int = 1_000_000
    # The largest agenda packs met have some 1,500 pages.
    pdf_pages: int = 5_000
    # A page of the smallest print holds some 15,000 characters; what is over it is left out and told.
    page_characters: int = 120_000
    # The text of a 100-page pack is under 10 MiB of XML.
    word_part_bytes: int = 64 * MEBIBYTE
    # A Word pack of 100 pages has some dozen parts and a few hundred pictures; a council's archive of
    # thousands of papers is better unpacked first.
    zip_entries: int = 20_000
    # A Word pack of 100 pages with its photographs unpacks to under 200 MiB.
    zip_bytes: int = 1024 * MEBIBYTE
    # Text shrinks to a tenth, at best to a fiftieth; only made-up files go further.
    zip_ratio: int = 250


LIMITS = Limits()
LIMIT_NAMES = tuple(one.name.replace("_", "-") for one in fields(Limits))


def limits_set(settings: Iterable[str]) -> Limits:
    """Set limits as a user writes them.

    >>> limits_set(["pdf-pages=20000", "file-bytes=2G"]).file_bytes
    2147483648

    Raises:
        ValueError: one is not written so, or there is no limit of that name.
    """
    made = LIMITS
    for setting in settings:
        found = _SETTING.fullmatch(setting)
        if not found or found[1] not in LIMIT_NAMES:
            raise ValueError(f"write NAME=2000 or NAME=2M (K, M, G), NAME one of {', '.join(LIMIT_NAMES)}")
        made = replace(made, **{found[1].replace("-", "_"): int(found[2]) * _TIMES[found[3]]})
    return made
