"""Bytes -> text: the encodings in which papers come."""

from __future__ import annotations

import codecs
import re

from parsers.errors import BrokenText, TooLarge
from parsers.invisible import visible
from parsers.limits import LIMITS, Limits

# Share of control characters above which bytes are no text.
MAX_CONTROL_SHARE = 0.02

_STRAY = "council-papers-windows-byte"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|\r|\n|\x85|\u2028|\u2029|\f|\v")


def decode(data: bytes, limits: Limits = LIMITS) -> str:
    """Decode UTF-8 and UTF-16, with or without BOM, else Windows-1252.

    Raises:
        TooLarge: over `Limits.text_bytes`.
        BrokenText: the bytes are no text in any of these encodings.
    """
    if len(data) > limits.text_bytes:
        raise TooLarge(f"{len(data):,} bytes of text, over the limit of {limits.text_bytes:,}")
    text = _decode(data)
    if len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise BrokenText("the bytes are not text")
    return visible(_CONTROL.sub(" ", text))


def _decode(data: bytes) -> str:
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return data[len(bom) :].decode(name, errors="replace")
    wide = _utf16_without_bom(data)
    return data.decode(wide, errors="replace") if wide else _utf8_or_windows(data)


def _utf8_or_windows(data: bytes) -> str:
    """Decode UTF-8, a few stray bytes in it as Windows-1252; else all as Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        clean = data.decode("utf-8", errors="ignore")
    strays = len(data) - len(clean.encode("utf-8"))
    if sum(not letter.isascii() for letter in clean) >= strays:
        return data.decode("utf-8", errors=_STRAY)
    return data.decode("cp1252", errors="replace")


def _windows_byte(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_STRAY, _windows_byte)


def _utf16_without_bom(data: bytes) -> str | None:
    """Name the byte order of UTF-16 told by its zero bytes; English text has one in two."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else None


def split_lines(text: str, limits: Limits = LIMITS) -> list[str]:
    """Split text into lines at every line end that converters write.

    Raises:
        TooLarge: a line is over `Limits.line_length`.
    """
    lines = _LINE_END.split(text)
    longest = max(map(len, lines))
    if longest > limits.line_length:
        raise TooLarge(f"a line of {longest:,} characters, over the limit of {limits.line_length:,}")
    return lines
