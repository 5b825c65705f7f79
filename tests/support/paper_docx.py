"""Made papers as Word files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import accumulate
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.support.paper_builder import (
    BULLET,
    PAGE_NUMBER,
    MadeCell,
    MadePaper,
    MadeTable,
    Rules,
    all_rows,
    head_rows,
    placed,
)

_TWIPS = 56.7  # in a millimetre
_INSET = 4.0  # what a nested table leaves free of its cell, in millimetres
_ZEBRA = "EDEDED"
_TABLE_EDGES: Mapping[Rules, tuple[str, ...]] = {
    "ruled": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "horizontal": ("top", "bottom", "insideH"),
    "outer": ("top", "left", "bottom", "right"),
}


def to_docx(paper: MadePaper) -> bytes:
    """Write a paper as a Word file; its rows may be cut by page ends."""
    document = Document()
    _set_page(document, paper)
    for line in paper.title:
        document.add_paragraph().add_run(line).bold = True
    if paper.remark:
        document.add_comment(document.paragraphs[0].runs, paper.remark, author="A Reader")
    for block in paper.blocks:
        if isinstance(block, MadeTable):
            _add_table(document, block, paper.page.width - 2 * paper.page.margin)
        else:
            document.add_paragraph().add_run(block.text).bold = block.strong
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_page(document: WordDocument, paper: MadePaper) -> None:
    """Set page size, margins, font and what runs on every page."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(paper.page.width), Mm(paper.page.height)
    section.left_margin = section.right_margin = Mm(paper.page.margin)
    section.top_margin = section.bottom_margin = Mm(paper.page.margin)
    section.header_distance = section.footer_distance = Mm(paper.page.margin / 2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = paper.font, Pt(paper.size)
    for part, text in ((section.header, paper.header), (section.footer, paper.footer)):
        if text:
            _add_running(part.paragraphs[0], text)


def _add_running(paragraph: Paragraph, text: str) -> None:
    """Add a running line, the page number as a field."""
    before, number, after = text.partition(PAGE_NUMBER)
    paragraph.add_run(before)
    if number:
        field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))
        paragraph.add_run(after)


def _add_table(document: WordDocument, table: MadeTable, width: float) -> None:
    """Add a table as wide as the text, and the empty line that parts it from what follows."""
    document.add_paragraph()._p.addprevious(parse_xml(_table(table, width, nsdecls("w"))))


def _table(table: MadeTable, width: float, names: str = "") -> str:
    """Write a table as WordprocessingML; `names` declares its namespace where it stands alone."""
    shares = [column.width for column in table.columns]
    widths = [round(width * _TWIPS * share / sum(shares)) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    edges = "".join(_edge(side) for side in _TABLE_EDGES.get(table.rules, ()))
    margins = '<w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
    return (
        f'<w:tbl {names}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_rows(table, widths))}</w:tbl>"
    )


def _rows(table: MadeTable, widths: list[int]) -> Iterator[str]:
    """Write the rows; a cell over several of them goes on in each."""
    rows, heads = all_rows(table), len(head_rows(table))
    starts = [0, *accumulate(widths)]
    parts: dict[int, list[tuple[int, str]]] = {at: [] for at in range(len(rows))}
    for row, column, cell in placed(rows):
        wide = starts[column + cell.col_span] - starts[column]
        for at in range(row, row + cell.row_span):
            look = _look(table.rules, at, heads, len(rows), cell)
            parts[at].append((column, _cell(cell, wide, at - row, look, strong=at < heads)))
    for at, cells in parts.items():
        head = "<w:trPr><w:tblHeader/></w:trPr>" if at < heads and table.header_repeated else ""
        yield f"<w:tr>{head}{''.join(text for _, text in sorted(cells))}</w:tr>"


def _look(rules: Rules, row: int, heads: int, count: int, cell: MadeCell) -> str:
    """Write the lines and the shade that are a cell's own."""
    sides = []
    if rules == "header-line":
        sides += ["top"] if row == 0 else []
        sides += ["bottom"] if row in (heads - 1, count - 1) else []
    shade = cell.shade or (_ZEBRA if rules == "zebra" and row % 2 else None)
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f"<w:tcBorders>{''.join(map(_edge, sides))}</w:tcBorders>{filled}"


def _edge(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'


def _cell(cell: MadeCell, width: int, below: int, look: str, *, strong: bool) -> str:
    """Write a cell, or the part of it that is `below` rows under its first."""
    span = f'<w:gridSpan w:val="{cell.col_span}"/>' if cell.col_span > 1 else ""
    merge = f'<w:vMerge w:val="{"continue" if below else "restart"}"/>' if cell.row_span > 1 else ""
    turned = '<w:textDirection w:val="btLr"/>' if cell.turned else ""
    facts = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{look}{turned}'
    content = "<w:p/>" if below else _content(cell, width, strong=strong)
    return f"<w:tc><w:tcPr>{facts}</w:tcPr>{content}</w:tc>"


def _content(cell: MadeCell, width: int, *, strong: bool) -> str:
    """Write the paragraphs of a cell and the table inside it."""
    lines = _paragraphs(cell, strong=strong)
    nested = f"{_table(cell.nested, width / _TWIPS - _INSET)}<w:p/>" if cell.nested else ""
    return "".join(lines) + nested


def _paragraphs(cell: MadeCell, *, strong: bool) -> Iterator[str]:
    aligned = '<w:jc w:val="right"/>' if cell.right else ""
    bold = "<w:rPr><w:b/></w:rPr>" if strong else ""
    for line in cell.text.split("\n"):
        style = '<w:pStyle w:val="ListBullet"/>' if line.startswith(BULLET) else ""
        words = escape(line.removeprefix(BULLET))
        run = f'<w:r>{bold}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
        yield f'<w:p><w:pPr>{style}<w:spacing w:before="20" w:after="40"/>{aligned}</w:pPr>{run}</w:p>'
