"""How a paper was read, shown to a person: from the printed fragments to the word ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.engine.task import faults_named
from extract.explain.page import Page, counted, short
from extract.explain.records import show_findings, show_ledger, show_recommendations
from extract.explain.tables import show_furniture, show_tables
from extract.inputs import PathName, file_input, read_input
from extract.options import Facts
from extract.pipeline import extract_file, read
from extract.schema import Paper
from extract.sidecar import facts_for
from normalise.document import Document, read_document
from normalise.packs import split
from parsers.options import AS_THEY_ARE, ReadOptions

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["explain"]


def explain(path: PathName, console: Console, options: ReadOptions = AS_THEY_ARE) -> None:
    """Show how a paper was read.

    Args:
        path: the file, or its address; its sidecar counts as it does for an extraction.
        console: where it is shown.
        options: how it is to be read.

    Raises:
        PaperError: the file cannot be read; its subclasses say why.
    """
    given = file_input(path)
    with faults_named(given.name):
        data = read_input(given, options.limits)
        papers = extract_file(data, given.name, facts_for(given, Facts(), options.limits), options)
        for paper, bundle in zip(papers, split(read(data, options)), strict=True):
            _show(paper, read_document(bundle.layout), Page(console))


def _show(paper: Paper, document: Document, page: Page) -> None:
    """Show one paper of a file."""
    _show_paper(paper, page)
    show_furniture(document.furniture, page)
    show_tables(document.elements, page)
    _show_prose(paper, page)
    show_recommendations(paper.recommendations, page)
    show_findings(paper.findings, page)
    show_ledger(paper.accounting, page)


def _show_paper(paper: Paper, page: Page) -> None:
    """Show what the paper is taken for."""
    pages = f", {paper.source.page_count} pages" if paper.source.page_count else ""
    pages += f", of which {paper.source.pages}" if paper.source.pages else ""
    page.heading(paper.source.name)
    page.line(f"read as {paper.source.media_type}{pages}; kind {paper.kind}")
    review = f"{paper.review.title} (key {paper.review.key or 'none'})" if paper.review else None
    facts = {
        "title": paper.title,
        "review": review,
        "council": paper.council,
        "committee": paper.committee,
        "meeting": paper.meeting_date,
        "plan agreed": paper.plan_agreed,
    }
    for name, value in facts.items():
        page.line(f"{name}: {short(value) if value else 'none found'}")


def _show_prose(paper: Paper, page: Page) -> None:
    """Show the sections and what was found under headings with a field of their own."""
    parts = {
        "decisions sought": len(paper.decisions_sought),
        "background papers": len(paper.background_papers),
        "appendices": len(paper.appendices),
        "contacts": len(paper.contacts),
    }
    if not (paper.sections or any(parts.values())):
        return
    page.heading("Prose")
    for section in paper.sections:
        name = " ".join(filter(None, (section.number, section.heading))) or "before any heading"
        indent = min(section.level, 6)
        page.line(f"{short(name)} ({counted(len(section.paragraphs), 'paragraph')})", indent=indent)
    for part, count in parts.items():
        if count:
            page.line(f"{part}: {count}")
