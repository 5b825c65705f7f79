"""What a file is, told by its content."""

from __future__ import annotations

import codecs
import io
import zipfile

import pytest

from parsers.errors import UnknownType
from parsers.registry import read_layout
from parsers.sniff import media_type

NO_TEXT = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "application/pdf"),
    "a PDF behind a blank": (b"\r\n%PDF-1.4\n%\xe2\xe3\xcf\xd3", "application/pdf"),
    "a zip, as Word and Excel files are": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "application/zip"),
    "an empty zip": (b"PK\x05\x06" + b"\x00" * 18, "application/zip"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16, "application/x-ole-storage"),
    "rich text": (rb"{\rtf1\ansi Action plan}", "application/rtf"),
    "a PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"),
    "a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
    "a GIF": (b"GIF89a\x01\x00\x01\x00", "image/gif"),
    "a TIFF": (b"II*\x00\x08\x00\x00\x00", "image/tiff"),
    "a TIFF of the other byte order": (b"MM\x00*\x00\x00\x00\x08", "image/tiff"),
    "a compressed file": (b"\x1f\x8b\x08\x00\x00", "application/gzip"),
    "a program": (b"\x7fELF\x02\x01\x01", "application/x-executable"),
    "a web page": (b"<!DOCTYPE html>\n<html><body>Plan</body></html>", "text/html"),
    "a web page without its type": (b"\xef\xbb\xbf\n<HTML lang='en'><body>", "text/html"),
    "zero bytes among others": (b"\x00\x01\x02\x03\x00\x00\x04\x05" * 40, "application/octet-stream"),
}


@pytest.mark.parametrize(("data", "name"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_named(data: bytes, name: str) -> None:
    assert media_type(data) == name


NO_READER = {key: (data, name) for key, (data, name) in NO_TEXT.items() if name != "application/pdf"}


@pytest.mark.parametrize(("data", "name"), NO_READER.values(), ids=NO_READER)
def test_what_has_no_reader_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(UnknownType, match=f"the content is {name}"):
        read_layout(data)


def zipped(name: str, content: bytes = b"") -> bytes:
    """Make a zip of one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = "[Content_Types].xml"
ZIPS = {
    "a document": (zipped("word/document.xml"), WORD),
    "a document of a writer with backslashes": (zipped("word\\Document.xml"), WORD),
    "a document under another name": (zipped(TYPES, b"wordprocessingml.document.main+xml"), WORD),
    "a template": (zipped(TYPES, b"wordprocessingml.template.main+xml"), WORD),
    "macros": (zipped(TYPES, b"ms-word.document.macroEnabled.main+xml"), WORD),
    "a template with macros": (zipped(TYPES, b"ms-word.template.macroEnabledTemplate.main+xml"), WORD),
    "a document cut short": (zipped("word/document.xml", b"x" * 400)[:300], WORD),
    "a sheet": (zipped(TYPES, b"spreadsheetml.sheet.main+xml"), "application/zip"),
    "some other zip": (zipped("plan.txt", b"word/document.xml"), "application/zip"),
}


@pytest.mark.parametrize(("data", "name"), ZIPS.values(), ids=ZIPS)
def test_a_word_file_is_told_from_other_zips(data: bytes, name: str) -> None:
    assert media_type(data) == name


TEXT = {
    "pipes": ("| Ref | Action |\n|---|---|\n| 1 | Plant trees |", "text/markdown"),
    "pipes with none outside": ("Ref | Action\n--- | ---\n1 | Plant trees", "text/markdown"),
    "a marked heading": ("Anytown\n\n## Action plan\n", "text/markdown"),
    "tabs": ("Ref\tAction\n1\tPlant trees\n", "text/tab-separated-values"),
    "prose": ("The Committee met on Tuesday.\n", "text/plain"),
    "prose that speaks of pages": ("The page begins with <html> and ends with it.\n", "text/plain"),
    "prose with a pipe": ("Advisers | Officers\n", "text/plain"),
    "nothing": ("", "text/plain"),
}


@pytest.mark.parametrize(("printed", "name"), TEXT.values(), ids=TEXT)
def test_text_is_named_by_its_form(printed: str, name: str) -> None:
    assert media_type(printed.encode("utf-8")) == name
    assert media_type(codecs.BOM_UTF8 + printed.encode("utf-8")) == name


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_utf_16_is_text_and_no_rubbish(encoding: str) -> None:
    assert media_type("Ref\tAction\n1\tPlant trees\n".encode(encoding)) == "text/tab-separated-values"
