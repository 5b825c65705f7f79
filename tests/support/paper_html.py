"""Made papers as pages of HTML, for browsers that print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from tests.support.paper_builder import (
    BULLET,
    PAGE_NUMBER,
    MadeCell,
    MadePaper,
    MadeTable,
    Prose,
    Row,
    head_rows,
)

_STYLE = """
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
p { margin: 0 0 6pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 10pt; }
th, td { padding: 1.5pt 4pt; vertical-align: top; text-align: left; overflow-wrap: break-word; }
th p, td p { margin: 0 0 2pt; }
ul { margin: 0 0 2pt; padding-left: 11pt; }
tr { break-inside: auto; }
table.unrepeated > thead { display: table-row-group; }
.turned { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
table.ruled > * > tr > * { border: 0.5pt solid black; }
table.horizontal > * > tr > * { border-top: 0.5pt solid black; border-bottom: 0.5pt solid black; }
table.header-line > thead > tr:first-child > * { border-top: 0.75pt solid black; }
table.header-line > thead > tr:last-child > * { border-bottom: 0.75pt solid black; }
table.header-line > tbody > tr:last-child > * { border-bottom: 0.75pt solid black; }
table.zebra > tbody > tr:nth-child(odd) > * { background: #EDEDED; }
table.outer { border: 0.5pt solid black; }
"""


def to_html(paper: MadePaper) -> str:
    """Write a paper as a page of HTML; its rows may be cut by page ends."""
    title = "".join(f"<p><b>{escape(line)}</b></p>" for line in paper.title)
    blocks = "".join(map(_block, paper.blocks))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(paper.title[0])}</title>'
        f"<style>{_page_style(paper)}{_STYLE}</style></head><body>{title}{blocks}</body></html>"
    )


def _page_style(paper: MadePaper) -> str:
    """Write size, margins, font and what runs on every page."""
    page = paper.page
    running = f"@top-center {{ content: {_content(paper.header)} }} " if paper.header else ""
    running += f"@bottom-center {{ content: {_content(paper.footer)} }} " if paper.footer else ""
    return (
        f"@page {{ size: {page.width}mm {page.height}mm; margin: {page.margin}mm; {running}}}\n"
        f'body {{ margin: 0; font: {paper.size}pt/1.2 "{paper.font}"; }}'
    )


def _content(text: str) -> str:
    """Write a running line as CSS."""
    before, number, after = (part.replace('"', r"\"") for part in text.partition(PAGE_NUMBER))
    return f'"{before}" counter(page) "{after}"' if number else f'"{before}"'


def _block(block: Prose | MadeTable) -> str:
    if isinstance(block, MadeTable):
        return _table(block)
    text = escape(block.text)
    return f"<p><b>{text}</b></p>" if block.strong else f"<p>{text}</p>"


def _table(table: MadeTable) -> str:
    total = sum(column.width for column in table.columns)
    widths = "".join(f'<col style="width: {100 * one.width / total:.2f}%">' for one in table.columns)
    names = table.rules if table.header_repeated else f"{table.rules} unrepeated"
    head = "".join(_row(row, "th") for row in head_rows(table))
    body = "".join(_row(row, "td") for row in table.rows)
    return (
        f'<table class="{names}"><colgroup>{widths}</colgroup>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, tag) for cell in row)}</tr>"


def _cell(cell: MadeCell, tag: str) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{cell.col_span}"' if cell.col_span > 1 else ""
    look = f"background: #{cell.shade};" if cell.shade else ""
    look += "text-align: right;" if cell.right else ""
    style = f' style="{look}"' if look else ""
    content = "".join(_paragraphs(cell.text)) + (_table(cell.nested) if cell.nested else "")
    content = f'<div class="turned">{content}</div>' if cell.turned else content
    return f"<{tag}{spans}{style}>{content}</{tag}>"


def _paragraphs(text: str) -> Iterator[str]:
    """Write the lines of a cell, those that begin with a bullet as lists."""
    for bulleted, lines in groupby(text.split("\n"), key=lambda line: line.startswith(BULLET)):
        if bulleted:
            items = (f"<li>{escape(line.removeprefix(BULLET))}</li>" for line in lines)
            yield f"<ul>{''.join(items)}</ul>"
        else:
            yield from (f"<p>{escape(line)}</p>" for line in lines)
