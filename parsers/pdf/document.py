"""A PDF file, opened: what ends its reading, and the pages one after the other."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from parsers.errors import BrokenFile, Encrypted, TooLarge
from parsers.options import ReadOptions

# A whole file ends with this; one that was cut off does not.
_END = b"%%EOF"
# PDFium keeps the error of the file before: only a file that says so is encrypted.
_ENCRYPTED = b"/Encrypt"
# Some printers write up to a kilobyte behind it.
_TAIL = 2048


@contextmanager
def opened(data: bytes, options: ReadOptions) -> Iterator[PdfDocument]:
    """Open a PDF and close it again.

    Raises:
        Encrypted: it wants a password, or another one.
        BrokenFile: it is no PDF that can be mended, or has no page.
        TooLarge: it has more pages than `Limits.pdf_pages`.
    """
    try:
        document = PdfDocument(data, password=options.password)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD and _ENCRYPTED in data:
            reason = "it wants a password" if options.password is None else "the password is wrong"
            raise Encrypted(reason) from error
        raise BrokenFile("PDFium cannot open it") from error
    try:
        count = len(document)
        if not count:
            raise BrokenFile("it has no page")
        most = options.limits.pdf_pages
        if count > most:
            raise TooLarge(f"it has {count:,} pages, over the limit of {most:,}")
        document.init_forms()
        yield document
    finally:
        document.close()


def is_truncated(data: bytes) -> bool:
    """Tell whether the end of a file is missing."""
    return _END not in data[-_TAIL:]


@contextmanager
def page_of(document: PdfDocument, at: int) -> Iterator[pdfium.FPDF_PAGE | None]:
    """Load the page at a place from 0 and close it again; None where it is damaged."""
    page = pdfium.FPDF_LoadPage(document.raw, at)
    if page and _fills_in(page):
        # Fields and notes are drawn into the page, which has to be loaded anew to show them;
        # fields that a program filled in are drawn by the form that they belong to.
        if document.formenv:
            pdfium.FORM_OnAfterLoadPage(page, document.formenv)
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document.raw, at)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


_FILLED = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP})
# A form of thousands of fields is no paper's.
MAX_ANNOTATIONS = 2_000


_COMMENTS = frozenset({pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT})
# Longer comments are cut; a finding is one line.
MAX_COMMENT = 500


def comments_on(page: pdfium.FPDF_PAGE) -> list[str]:
    """Return the words of the notes and highlights that readers added to a page."""
    found = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if pdfium.FPDFAnnot_GetSubtype(note) in _COMMENTS:
            buffer = (ctypes.c_ushort * MAX_COMMENT)()
            size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, 2 * MAX_COMMENT)
            written = max(min(size, 2 * MAX_COMMENT) - 2, 0)
            found.append(bytes(buffer)[:written].decode("utf-16-le", "replace"))
        pdfium.FPDFPage_CloseAnnot(note)
    return [words for words in found if words.strip()]


def _fills_in(page: pdfium.FPDF_PAGE) -> bool:
    """Tell whether fields or notes print text on the page."""
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in _FILLED:
            return True
    return False


# A pack of a thousand pages has a few hundred.
MAX_BOOKMARKS = 20_000


def bookmarks(document: PdfDocument) -> list[tuple[int, str, int]]:
    """List the bookmarks: page from 1, title, level from 0; those that lead nowhere are left out."""
    found = []
    for mark in islice(document.get_toc(max_depth=3), MAX_BOOKMARKS):
        target = mark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            found.append((page + 1, mark.get_title(), mark.level))
    return found
