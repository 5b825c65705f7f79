"""Word files for the tests: built with python-docx, with WordprocessingML where it has no method."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from parsers.docx.reader import read_docx
from parsers.model import Block, Heading, Item, Layout, Paragraph, Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_KINDS = {
    "footnotes": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnotes": RELATIONSHIP_TYPE.ENDNOTES,
    "comments": RELATIONSHIP_TYPE.COMMENTS,
}


def word(
    *content: str, numbering: str = "", styles: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """Build a Word file.

    Args:
        content: the blocks of the body as WordprocessingML.
        numbering: what `w:numbering` holds; without it the file has the lists of python-docx's template.
        styles: `w:style` elements beside those of the template.
        parts: further parts by kind ("footnotes", "endnotes", "comments"): what their root holds.
    """
    return saved(document(*content, numbering=numbering, styles=styles, parts=parts or {}))


def document(
    *content: str, numbering: str = "", styles: str = "", parts: Mapping[str, str] | None = None
) -> WordDocument:
    """Build the same as a document that python-docx can go on with."""
    made = Document()
    body = made.element.body
    for block in content:
        for element in _elements(block):
            body.insert(len(body) - 1, element)
    if numbering:
        root = made.part.numbering_part.element
        for old in list(root):
            root.remove(old)
        root.extend(_elements(numbering))
    made.styles.element.extend(_elements(styles))
    for kind, inner in (parts or {}).items():
        blob = f"<w:{kind} {_NAMESPACES}>{inner}</w:{kind}>".encode()
        part = Part(PackURI(f"/word/{kind}.xml"), f"application/vnd.test.{kind}+xml", blob, made.part.package)
        made.part.relate_to(part, _KINDS[kind])
    return made


def saved(made: WordDocument) -> bytes:
    """Return the bytes of a document."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def repacked(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return a package with parts replaced, added, or, where None is given, left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | dict(changed)
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def p(*content: str, properties: str = "") -> str:
    """Write a paragraph: text without markup becomes a run."""
    inner = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Write a run of text, or of the elements given."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """Write a table of rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """Write a row; plain text becomes a cell."""
    inner = "".join(
        one if one.startswith("<w:tc>") or one.startswith("<w:sdt>") else tc(one) for one in cells
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tc(*content: str, properties: str = "") -> str:
    """Write a cell of paragraphs or tables; plain text becomes a paragraph."""
    inner = "".join(one if one.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(one) for one in content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def numbered(level: int = 0, numbering: int = 1) -> str:
    """Write the properties of a list paragraph."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'


def ins(content: str, author: str = "Ann", time: str = "2021-11-02T10:00:00Z") -> str:
    """Mark runs as inserted; plain text becomes a run."""
    inner = content if content.startswith("<") else r(content)
    return f'<w:ins w:id="1" w:author="{author}" w:date="{time}">{inner}</w:ins>'


def deleted(text: str, author: str = "Ann", time: str = "2021-11-02T10:00:00Z") -> str:
    """Mark text as deleted."""
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="1" w:author="{author}" w:date="{time}">{run}</w:del>'


def _elements(markup: str) -> list[object]:
    return list(parse_xml(f"<w:body {_NAMESPACES}>{markup}</w:body>"))


def read(
    *content: str, numbering: str = "", styles: str = "", parts: Mapping[str, str] | None = None
) -> Layout:
    """Read a Word file of these blocks."""
    return read_docx(word(*content, numbering=numbering, styles=styles, parts=parts), MEDIA_TYPE)


def shown(layout: Layout) -> list[str]:
    """Write each block as a line: "h2 Words", ">[1.] Words", "p Words", "t cell | cell / cell"."""
    return [_shown(block) for block in layout.blocks]


def _shown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"h{block.level} {block.text}"
    if isinstance(block, Item):
        return f"{'>' * block.depth}[{block.mark}] {block.text}"
    if isinstance(block, Paragraph):
        return f"{'P' if block.strong else 'p'} {block.text}"
    return "t " + " / ".join(" | ".join(str(cell.text) for cell in row) for row in block.grid())


def table(layout: Layout) -> Table:
    """Return the only table of a layout."""
    (found,) = (block for block in layout.blocks if isinstance(block, Table))
    return found


def cells(found: Table) -> list[list[str]]:
    """Return the text of the cell that covers each slot, row by row."""
    return [[str(cell.text) for cell in row] for row in found.grid()]


def cell_text(*content: str, numbering: str = "") -> str:
    """Return the text of a cell of these paragraphs and tables; another cell stands beside it."""
    found = table(read(tbl(tr(tc(*content), "beside")), numbering=numbering))
    return str(found.cells[0].text)
