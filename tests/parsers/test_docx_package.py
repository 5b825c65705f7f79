"""Word: damaged, locked and hostile files end in a named error or are read."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from parsers.docx.reader import read_docx
from parsers.errors import BrokenFile, Encrypted, PaperError, TooLarge, UnknownType
from parsers.limits import Limits
from parsers.registry import read_layout
from tests.support.docx_files import MEDIA_TYPE, p, r, read, repacked, shown, tbl, tc, tr, word

PAPER = word(p("One."), tbl(tr("a", "b")))
DOCUMENT = "word/document.xml"
READ = ["p One.", "t a | b"]


def part(data: bytes, name: str = DOCUMENT) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def test_a_word_file_is_told_by_its_content() -> None:
    layout = read_layout(PAPER)
    assert layout.media_type == MEDIA_TYPE
    assert shown(layout) == READ


OLD_TYPE = b"wordprocessingml.document.main+xml"
KINDS = {
    "a template": b"wordprocessingml.template.main+xml",
    "a file with macros": b"ms-word.document.macroEnabled.main+xml",
    "a template with macros": b"ms-word.template.macroEnabledTemplate.main+xml",
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_templates_and_files_with_macros_are_read(kind: bytes) -> None:
    types = part(PAPER, "[Content_Types].xml").replace(OLD_TYPE, kind)
    assert shown(read_layout(repacked(PAPER, {"[Content_Types].xml": types}))) == READ


def test_a_document_under_another_name_is_found_by_its_relation() -> None:
    moved = {
        DOCUMENT: None,
        "word/document2.xml": part(PAPER),
        "word/_rels/document2.xml.rels": part(PAPER, "word/_rels/document.xml.rels"),
        "_rels/.rels": part(PAPER, "_rels/.rels").replace(b"word/document.xml", b"word/document2.xml"),
    }
    assert shown(read_layout(repacked(PAPER, moved))) == READ


def test_a_strict_file_is_read() -> None:
    strict = part(PAPER).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert shown(read_layout(repacked(PAPER, {DOCUMENT: strict}))) == READ


MENDED = {
    "no styles": {"word/styles.xml": None},
    "no lists": {"word/numbering.xml": None},
    "no settings": {"word/settings.xml": None},
    "no relations of the document": {"word/_rels/document.xml.rels": None},
    "no relations of the package": {"_rels/.rels": None},
    "relations that lead nowhere": {
        "_rels/.rels": part(PAPER, "_rels/.rels").replace(b"word/doc", b"../../doc")
    },
    "no content types": {"[Content_Types].xml": None},
}


@pytest.mark.parametrize("changed", MENDED.values(), ids=MENDED)
def test_what_is_missing_beside_the_document_is_not_needed(changed: dict[str, bytes | None]) -> None:
    assert shown(read_layout(repacked(PAPER, changed))) == READ


ENTITIES = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "b">]>'
DECLARED = part(PAPER).replace(b"<w:document", ENTITIES + b"<w:document", 1).replace(b"One.", b"&x;&a;")
BROKEN = {
    "no document": {DOCUMENT: None},
    "a document that is no XML": {DOCUMENT: part(PAPER)[:-40]},
    "an empty document": {DOCUMENT: b""},
    "another document": {DOCUMENT: b"<html><body>One.</body></html>"},
    "a document with a document type": {DOCUMENT: DECLARED},
    "styles that are no XML": {"word/styles.xml": b"<w:styles"},
    "relations that are no XML": {"word/_rels/document.xml.rels": b"x"},
}


@pytest.mark.parametrize("changed", BROKEN.values(), ids=BROKEN)
def test_a_damaged_part_is_a_broken_file(changed: dict[str, bytes | None]) -> None:
    with pytest.raises(BrokenFile):
        read_docx(repacked(PAPER, changed), MEDIA_TYPE)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_short_is_a_broken_file(share: float) -> None:
    with pytest.raises(BrokenFile):
        read_docx(PAPER[: int(len(PAPER) * share)], MEDIA_TYPE)


def test_a_copy_cut_short_is_told_to_be_a_word_file() -> None:
    with pytest.raises(BrokenFile):
        read_layout(PAPER[: PAPER.rindex(b"word/document.xml")])


def test_no_zip_is_a_broken_file() -> None:
    with pytest.raises(BrokenFile):
        read_docx(b"no zip", MEDIA_TYPE)


def test_flipped_bytes_end_in_a_named_error_or_are_read() -> None:
    chance = random.Random(2021)  # noqa: S311 - which bytes are flipped is no secret
    for _ in range(300):
        data = bytearray(PAPER)
        for _ in range(chance.choice([1, 3, 30])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_docx(bytes(data), MEDIA_TYPE)
        except PaperError as error:
            assert error.code in ("broken-file", "too-large")


def test_addresses_outside_are_not_opened() -> None:
    outside = (
        b'<Relationship Id="rId90" TargetMode="External" Target="http://127.0.0.1:9/t.dotx" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
    )
    relations = part(PAPER, "word/_rels/document.xml.rels").replace(b"</Relationships>", outside)
    assert shown(read_layout(repacked(PAPER, {"word/_rels/document.xml.rels": relations}))) == READ


def test_a_part_that_unpacks_without_end_is_refused() -> None:
    blanks = part(PAPER).replace(b"One.", b" " * (32 * 1024 * 1024))
    with pytest.raises(TooLarge, match="times its size"):
        read_docx(repacked(PAPER, {DOCUMENT: blanks}), MEDIA_TYPE)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(zip_bytes=1000), "unpacks to"),
        (Limits(word_part_bytes=1000), "over the limit of 1,000 bytes"),
        (Limits(zip_entries=3), "in its zip, over the limit of"),
    ],
)
def test_a_file_of_more_than_is_allowed_is_refused(limits: Limits, reason: str) -> None:
    with pytest.raises(TooLarge, match=reason):
        read_docx(PAPER, MEDIA_TYPE, limits)


def test_entities_that_grow_are_refused() -> None:
    grown = b"".join(b'<!ENTITY e%d "%s">' % (at, b"&e%d;" % (at - 1) * 10) for at in range(1, 12))
    bomb = part(PAPER).replace(
        b"<w:document", b'<!DOCTYPE d [<!ENTITY e0 "ha">' + grown + b"]><w:document", 1
    )
    with pytest.raises(BrokenFile):
        read_docx(repacked(PAPER, {DOCUMENT: bomb.replace(b"One.", b"&e11;")}), MEDIA_TYPE)


def test_elements_deeper_than_any_paper_are_refused() -> None:
    inner = "One."
    for _ in range(200):
        inner = tbl(tr(tc(inner, "")))
    body = part(PAPER).replace(b"<w:tbl>", inner.encode() + b"<w:tbl>", 1)
    with pytest.raises(PaperError):
        read_docx(repacked(PAPER, {DOCUMENT: body}), MEDIA_TYPE)


def test_a_locked_file_says_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
    with pytest.raises(Encrypted, match="locked with a password"):
        read_layout(ole + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 96)
    with pytest.raises(UnknownType, match="application/x-ole-storage"):
        read_layout(ole)


def test_a_zip_of_word_files_is_none() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("plan.docx", PAPER)
    with pytest.raises(UnknownType, match="application/zip"):
        read_layout(stream.getvalue())


def test_a_paper_of_many_pages_is_read_soon() -> None:
    rows = [
        tr(str(at), "Plant more trees along the main roads.", "Ann Lee", "31 May 2021") for at in range(2000)
    ]
    layout = read(tbl(*rows))
    assert sum(1 for _ in layout.words()) == 2000 * 13


GRAPHIC = (
    '<w:drawing><a:graphicData xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/{}"/></w:drawing>'
)


def test_content_that_is_not_read_is_told() -> None:
    charts = p(r(GRAPHIC.format("chart")), r(GRAPHIC.format("chart")), r(GRAPHIC.format("picture")))
    layout = read(charts, p("One."), '<w:altChunk r:id="rId90"/>')
    assert shown(layout) == ["p One."]
    assert [(remark.code, remark.message) for remark in layout.remarks] == [
        ("unread-content", "2 charts were not read"),
        ("unread-content", "an embedded file was not read"),
    ]
