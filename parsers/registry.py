"""Content -> reader: each reader is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable

from parsers.errors import UnknownType
from parsers.model import Layout
from parsers.options import AS_THEY_ARE, ReadOptions
from parsers.sniff import media_type


def _text(data: bytes, found: str, options: ReadOptions) -> Layout:
    from parsers.text.reader import read_text

    return read_text(data, found, options.limits)


def _pdf(data: bytes, found: str, options: ReadOptions) -> Layout:
    from parsers.pdf.reader import read_pdf

    return read_pdf(data, found, options)


def _docx(data: bytes, found: str, options: ReadOptions) -> Layout:
    from parsers.docx.reader import read_docx

    return read_docx(data, found, options.limits)


def _ole(data: bytes, found: str, _options: ReadOptions) -> Layout:
    from parsers.docx.locked import refuse_ole

    return refuse_ole(data, found)


_READERS: dict[str, Callable[[bytes, str, ReadOptions], Layout]] = {
    "application/pdf": _pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
    "application/x-ole-storage": _ole,
    "text/plain": _text,
    "text/markdown": _text,
    "text/tab-separated-values": _text,
}


def read_layout(data: bytes, options: ReadOptions = AS_THEY_ARE) -> Layout:
    """Read a paper by what its content is.

    Raises:
        UnknownType: no reader knows the content.
        PaperError: its reader cannot read it.
    """
    found = media_type(data, options.limits)
    reader = _READERS.get(found)
    if reader is None:
        raise UnknownType(f"the content is {found}")
    return reader(data, found, options)
