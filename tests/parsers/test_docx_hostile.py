"""Word files that are made to do harm: nothing outside is ever fetched or read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.docx.reader import read_docx
from parsers.errors import BrokenFile, PaperError, TooLarge
from parsers.limits import Limits
from parsers.registry import read_layout
from tests.support.docx_files import MEDIA_TYPE, p, repacked, shown, tbl, tr, word
from tests.support.listening import listening

PAPER = word(p("One."), tbl(tr("a", "b")))
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
READ = ["p One.", "t a | b"]
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(name: str = DOCUMENT) -> bytes:
    with zipfile.ZipFile(io.BytesIO(PAPER)) as archive:
        return archive.read(name)


def with_type(declaration: str, text: str = "One.") -> bytes:
    """Put a document type before the body, and a text for its first paragraph."""
    body = part().replace(b"<w:document", f"<!DOCTYPE d {declaration}><w:document".encode(), 1)
    return repacked(PAPER, {DOCUMENT: body.replace(b"One.", text.encode())})


def with_relation(kind: str, target: str, mode: str = 'TargetMode="External"') -> bytes:
    """Relate the body to something outside, in front of all that it is related to."""
    relation = f'<Relationship Id="rId90" Type="{_TYPES}/{kind}" Target="{target}" {mode}/>'
    end = b"</Relationships>"
    return repacked(PAPER, {RELATIONS: part(RELATIONS).replace(end, relation.encode() + end)})


def with_body(markup: str) -> bytes:
    """Put something in front of the first paragraph."""
    return repacked(PAPER, {DOCUMENT: part().replace(b"<w:body>", f"<w:body>{markup}".encode(), 1)})


ENTITIES: dict[str, Callable[[str], bytes]] = {
    "entity from an address": lambda url: with_type(f'[<!ENTITY e SYSTEM "{url}">]', "&e;"),
    "public entity": lambda url: with_type(f'[<!ENTITY e PUBLIC "-//x//y" "{url}">]', "&e;"),
    "type from an address": lambda url: with_type(f'SYSTEM "{url}"'),
    "parameter entity": lambda url: with_type(f'[<!ENTITY % e SYSTEM "{url}"> %e;]'),
}
REFERENCES: dict[str, Callable[[str], bytes]] = {
    kind: lambda url, kind=kind: with_relation(kind, url)  # type: ignore[misc]
    for kind in (
        "styles",
        "numbering",
        "settings",
        "footnotes",
        "comments",
        "header",
        "attachedTemplate",
        "image",
    )
}
REFERENCES |= {
    "a template said to be inside": lambda url: with_relation("attachedTemplate", url, ""),
    "a schema": lambda url: repacked(
        PAPER,
        {
            DOCUMENT: part().replace(
                b"<w:document",
                b'<w:document xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                + f'xsi:schemaLocation="urn:x {url}"'.encode(),
                1,
            )
        },
    ),
    "a style sheet": lambda url: repacked(
        PAPER,
        {DOCUMENT: part().replace(b"<w:document", f'<?xml-stylesheet href="{url}"?><w:document'.encode(), 1)},
    ),
    "another file to include": lambda url: with_body(
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}" parse="text"/>'
    ),
}


@pytest.mark.parametrize("made", ENTITIES.values(), ids=ENTITIES)
def test_entities_are_refused_and_never_fetched(made: Callable[[str], bytes]) -> None:
    with listening() as server:
        with pytest.raises(BrokenFile):
            read_docx(made(server.address), MEDIA_TYPE)
        assert server.visits() == 0


@pytest.mark.parametrize("made", REFERENCES.values(), ids=REFERENCES)
def test_references_lead_nowhere(made: Callable[[str], bytes]) -> None:
    with listening() as server:
        assert shown(read_layout(made(server.address))) == READ
        assert server.visits() == 0


def test_a_field_that_includes_a_file_keeps_what_it_shows() -> None:
    field = "<w:p><w:fldSimple w:instr='INCLUDETEXT \"{0}\"'><w:r><w:t>Seen.</w:t></w:r></w:fldSimple></w:p>"
    with listening() as server:
        assert shown(read_layout(with_body(field.format(server.address)))) == ["p Seen.", *READ]
        assert server.visits() == 0


def test_no_file_of_the_machine_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    for made in (*ENTITIES.values(), *REFERENCES.values()):
        for url in (secret.as_uri(), str(secret), f"../../../..{secret}"):
            try:
                layout = read_layout(made(url))
            except PaperError as error:
                assert "SECRET" not in str(error)
            else:
                assert "SECRET" not in " ".join(word.text for word in layout.words())


@pytest.mark.parametrize("growing", [True, False], ids=["in one another", "side by side"])
def test_entities_that_grow_are_refused(growing: bool) -> None:
    if growing:
        made = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
        data = with_type(f'[<!ENTITY e0 "ha">{made}]', "&e11;")
    else:
        data = with_type(f'[<!ENTITY e "{"a" * 100_000}">]', "&e;" * 20_000)
    with pytest.raises(PaperError):
        read_docx(data, MEDIA_TYPE)


@pytest.mark.parametrize(
    "name", ["w:sdt><w:sdtContent", "w:ins", "w:smartTag", "w:p><w:r><w:pict><w:txbxContent"]
)
@pytest.mark.parametrize("levels", [200, 100_000])
def test_elements_deep_in_one_another_are_read_or_refused(name: str, levels: int) -> None:
    names = name.split("><")
    opening = "".join(f"<{one}>" for one in names)
    closing = "".join(f"</{one}>" for one in reversed(names))
    data = with_body(opening * levels + closing * levels)
    try:
        assert shown(read_docx(data, MEDIA_TYPE))[-2:] == READ
    except PaperError as error:
        assert error.code in {"too-large", "broken-file"}


def test_a_chain_of_styles_and_lists_that_bite_their_tails_ends() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:basedOn w:val="S{(at + 1) % 3}"/>'
        f'<w:link w:val="S{at}"/><w:next w:val="S{at}"/></w:style>'
        for at in range(3)
    )
    circle = '<w:p><w:pPr><w:pStyle w:val="S0"/></w:pPr><w:r><w:t>Seen.</w:t></w:r></w:p>'
    assert shown(read_docx(word(circle, styles=styles), MEDIA_TYPE)) == ["p Seen."]


def test_a_table_of_spans_without_end_is_refused_or_read_soon() -> None:
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr>'
    try:
        read_docx(with_body(f"<w:tbl>{wide * 3000}</w:tbl>"), MEDIA_TYPE)
    except PaperError as error:
        assert error.code == "too-large"


def test_a_part_that_leads_out_of_the_package_is_none() -> None:
    for target in ("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\x", "x\0y"):
        try:
            assert (
                shown(read_docx(with_relation("footnotes", target.replace("\0", "&#32;"), ""), MEDIA_TYPE))
                == READ
            )
        except BrokenFile:
            pytest.fail(target)


def test_blanks_of_a_size_that_no_honest_part_has() -> None:
    data = repacked(PAPER, {"word/media/bomb.bin": bytes(300_000_000)})
    assert shown(read_docx(data, MEDIA_TYPE)) == READ  # what is not read is not unpacked
    with pytest.raises(TooLarge):
        read_docx(data, MEDIA_TYPE, Limits(zip_bytes=200_000_000))
