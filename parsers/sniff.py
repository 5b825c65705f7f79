"""What a file is, told by its content; its name plays no part."""

from __future__ import annotations

import io
import re

from parsers.errors import BrokenFile, TooLarge
from parsers.limits import LIMITS, Limits
from parsers.zips import members, unpack

# Signatures of the forms that papers are kept in and are no text.
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90\x00", "application/x-executable"),
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD_MAIN = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml"
    rb"|ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate)\.main\+xml"
)
_DOCUMENT = "word/document.xml"
_CONTENT_TYPES = "[content_types].xml"
# The list of content types has a line for each part; a longer one is none.
_MAX_CONTENT_TYPES = 1024 * 1024
_HTML = re.compile(rb"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_PIPE_ROW = re.compile(rb"^[ \t]*\|.*\|[ \t]*\r?$", re.MULTILINE)
_MARKDOWN = re.compile(rb"^ {0,3}#{1,6} \S|^ {0,3}\|?[ :]*-{3,}[ :]*\|", re.MULTILINE)


def media_type(data: bytes, limits: Limits = LIMITS) -> str:
    """Name the form of the content, `application/octet-stream` where none is known.

    Raises:
        TooLarge: a zip lists more files than any Word file.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return _WORD if name == "application/zip" and _is_word(data, limits) else name
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if _HTML.match(data[:1024].lstrip(b"\xef\xbb\xbf")):
        return "text/html"
    if _is_binary(data):
        return "application/octet-stream"
    return _text_type(data.replace(b"\x00", b""))


def _is_word(data: bytes, limits: Limits) -> bool:
    """Tell whether a zip is a Word file: by its list of content types, else by the name of its document."""
    stream = io.BytesIO(data)
    try:
        inside = {member.name.replace("\\", "/").lower(): member for member in members(stream, limits)}
    except BrokenFile:
        # The list of names stands at the end: of a copy cut short only the parts are left.
        return _DOCUMENT.encode() in data
    if _DOCUMENT in inside:
        return True
    types = inside.get(_CONTENT_TYPES)
    try:
        return bool(types and _WORD_MAIN.search(unpack(stream, types, _MAX_CONTENT_TYPES, limits)))
    except (BrokenFile, TooLarge):
        return False


def _is_binary(data: bytes) -> bool:
    """Tell bytes that are no text: zero bytes that are not every second one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    head = data[:4096]
    zeros = head.count(0)
    even, odd = head[::2].count(0), head[1::2].count(0)
    return zeros > 0 and min(even, odd) * 20 > zeros


def _text_type(data: bytes) -> str:
    if _MARKDOWN.search(data) or _PIPE_ROW.search(data):
        return "text/markdown"
    tabbed = any(b"\t" in line.strip() for line in data.splitlines())
    return "text/tab-separated-values" if tabbed else "text/plain"
