"""Document -> record: cover, prose and tables into one paper."""

from __future__ import annotations

from collections.abc import Sequence

from extract.block_entries import opening
from extract.block_records import BlockReader
from extract.checks import check_language, check_records, check_unread
from extract.cover import Cover, field_of, split_pair, take_pair, ticked_lines
from extract.drafts import RecommendationDraft, finish
from extract.findings import Findings
from extract.head import HeadReader
from extract.ledger import Ledger
from extract.options import Facts
from extract.outline import Outline
from extract.prose_decisions import decide
from extract.record_rows import RowReader
from extract.remarks import report_remarks
from extract.schema import Grade, Paper, PaperKind, Priority, Source
from extract.title_facts import financial_year
from extract.titles import kind_of, review_of
from extract.values import Reader
from normalise.action_lines import is_of_minutes
from normalise.document import Document, read_document
from normalise.elements import (
    BlockTable,
    Element,
    Entry,
    Legend,
    OtherTable,
    PairTable,
    PriorityTable,
    RecordTable,
)
from normalise.priorities import announces_priorities
from normalise.text import fold
from parsers.model import Heading, Item, Layout, Paragraph

Prose = Heading | Paragraph | Item


class Assembler:
    """Makes the record of one paper.

    Args:
        layout: what the reader of its form saw.
        facts: what an option or a sidecar says of it.
    """

    def __init__(self, layout: Layout, facts: Facts) -> None:
        """See the class."""
        self._facts = facts
        self._layout = layout
        self.document: Document = read_document(layout)
        self._ledger = Ledger(layout)
        self._findings = Findings()
        self._cover = Cover()
        self._outline = Outline(self._ledger)
        self._drafts: list[RecommendationDraft] = []

    def paper(self, source: Source, paper_id: str) -> Paper:
        """Return the record."""
        self._ledger.furnish((*self.document.furniture, *self._layout.furniture))
        elements = HeadReader(self._cover, self._ledger).read(self.document.elements)
        self._cover.fill(self._facts)
        reader = Reader(
            self._ledger,
            self._findings,
            self.document,
            self._cover.known(),
            self._cover.council,
        )
        reader.bilingual = bool(self.document.welsh)
        reader.year = financial_year(self._cover.title or "")
        self._body(elements, reader)
        return self._finish(source, paper_id)

    # The body

    def _body(self, elements: Sequence[Element], reader: Reader) -> None:
        themes = _themes(elements)
        for at, element in enumerate(elements):
            if isinstance(element, Heading | Paragraph | Item):
                self._prose(element, elements[at + 1] if at + 1 < len(elements) else None)
            elif isinstance(element, RecordTable):
                self._drafts += RowReader(element, reader, themes.get(at)).read()
                self._aside(element)
            elif isinstance(element, BlockTable):
                head = opening(element.entries)
                self._loose_cells(element.entries[:head])
                self._drafts += BlockReader(reader, themes.get(at)).read(element.entries[head:])
            else:
                self._table(element)
        prose = [element.text for element in elements if isinstance(element, Heading | Paragraph | Item)]
        decide(self._drafts, prose, reader)

    def _aside(self, table: RecordTable) -> None:
        """Keep the words of rows that hold no record, and say so."""
        for row in table.aside:
            self._outline.row(row)
            words = " | ".join(map(str, row))
            self._findings.add("row-set-aside", f"a row that holds no record: {words[:80]}", at=row[0])

    def _table(self, element: PairTable | PriorityTable | Legend | OtherTable) -> None:
        """Take a table that holds no recommendations."""
        if isinstance(element, PriorityTable):
            self._priorities(element)
        elif isinstance(element, PairTable):
            self._loose_cells(element.entries)
        elif isinstance(element, Legend):
            self._legend(element)
        else:
            for row in element.rows:
                self._outline.row(row)

    def _legend(self, legend: Legend) -> None:
        """Place the words of the paper's own scale; say where its grades are shades."""
        for text in legend.texts:
            self._ledger.place(text)
        if legend.shaded:
            grades = ", ".join(step.grade for step in legend.scale.steps)
            message = f"the grades of the key are the shades of its cells: {grades}"
            self._findings.add("shade-read", message, field="grading_scale", at=legend.texts[0])

    def _prose(self, element: Prose, following: Element | None) -> None:
        """Take a line of prose: a label of priorities, a contact, or part of a section."""
        if (
            isinstance(following, PriorityTable)
            and not following.label
            and announces_priorities(str(element.text))
        ):
            self._ledger.place(element.text)
        elif not (self._priority_lines(element) or self._closing_contact(element)):
            self._outline.take(element, following)

    def _closing_contact(self, element: Prose) -> bool:
        """Take "Report author: …" and the lines under it, wherever a report prints them."""
        pair = split_pair(element.text) if isinstance(element, Paragraph) else None
        if not pair or field_of(str(pair[0])) != "contacts" or not pair[1]:
            return False
        take_pair(self._cover, self._ledger.place(pair[0]), self._ledger.place(pair[1]))
        return True

    def _loose_cells(self, entries: Sequence[Entry]) -> None:
        """Keep lone cells of a cover table: a heading, or words under no label."""
        for entry in entries:
            lone = entry.label or entry.value
            if not (entry.label and entry.value) and lone and not self._ledger.is_placed(lone):
                self._outline.take(Heading(lone, 2) if entry.label else Paragraph(lone), None)

    def _priorities(self, table: PriorityTable) -> None:
        self._ledger.place(table.label)
        self._cover.is_report = True
        for tick in table.ticks:
            self._ledger.place(tick.mark)
            self._cover.priorities.append(
                Priority(text=self._ledger.place(tick.text), selected=tick.selected)
            )

    def _priority_lines(self, element: Prose) -> bool:
        """Take lines of ticked priorities under a line that announces them."""
        lines = element.text.lines()
        body = lines[1:] if lines and announces_priorities(str(lines[0])) and len(lines) > 1 else lines
        ticked = ticked_lines("\n".join(map(str, body)))
        if not ticked:
            return False
        self._ledger.place(element.text)
        self._cover.priorities += ticked
        return True

    # The record

    def _finish(self, source: Source, paper_id: str) -> Paper:
        cover, outline = self._cover, self._outline
        kind = self._kind(cover.title)
        review = review_of(cover.title, cover.review, kind)
        base = (review.key if review else None) or paper_id
        recommendations = finish(self._drafts, base)
        check_records(recommendations, cover, kind, self._findings)
        report_remarks((*self._layout.remarks, *self.document.remarks), recommendations, self._findings)
        if not self._drafts and not self.document.welsh:
            check_unread(self.document.elements, kind, self._findings)
        check_language(self.document.welsh, recommendations, self._findings)
        accounting = self._ledger.close()
        for one in accounting.unplaced:
            self._findings.add("unplaced-text", f"words that reached no field: {one.text[:80]}")
        return Paper(
            paper_id=paper_id,
            source=source,
            kind=kind,
            title=cover.title,
            review=review,
            council=cover.council,
            committee=cover.committee,
            meeting_date=cover.meeting_date,
            plan_agreed=cover.plan_agreed,
            link_officers=cover.link_officers,
            metadata=cover.metadata,
            contacts=cover.contacts,
            priorities=cover.priorities,
            sections=outline.sections(),
            decisions_sought=outline.decisions,
            background_papers=outline.background,
            appendices=outline.appendices,
            grading_scale=[
                Grade.model_validate({"grade": s.grade, "label": s.label, "status": s.status})
                for s in self.document.scale.steps
            ],
            recommendations=recommendations,
            accounting=accounting,
            findings=self._findings.all(),
        )

    def _kind(self, title: str | None) -> PaperKind:
        """Return what the title calls the paper, else what its content is (contract, Kind)."""
        named = kind_of(title)
        if named and (self._drafts or not (self._cover.is_report or self._outline.sections())):
            return named
        if self._drafts:
            rounds = any(
                one.progress or any(action.progress for action in one.actions) for one in self._drafts
            )
            if rounds:
                return "progress_update"
            return (
                "action_log"
                if not any(one.text for one in self._drafts) and _under_minutes(self.document)
                else "action_plan"
            )
        if self._cover.is_report or any(one.number for one in self._outline.sections()):
            return "committee_report"
        return named or "unknown"


def _under_minutes(document: Document) -> bool:
    """Tell whether actions stand under meetings or minutes."""
    if not any(isinstance(one, RecordTable) for one in document.elements):
        lines = (fold(str(one.text)) for one in document.elements if isinstance(one, Heading | Paragraph))
        return any(is_of_minutes(line) for line in lines)
    labels = [
        fold(column.label) for e in document.elements if isinstance(e, RecordTable) for column in e.columns
    ]
    return any("meeting" in label or "minute" in label for label in labels)


def _themes(elements: Sequence[Element]) -> dict[int, str]:
    """Return the heading over each record table, where several stand under different ones."""
    found: dict[int, str] = {}
    heading = ""
    for at, element in enumerate(elements):
        if isinstance(element, Heading) or (
            isinstance(element, Paragraph) and (element.strong or _is_headline(element))
        ):
            heading = " ".join(str(element.text).split())
        elif isinstance(element, Item) and _is_numbered_heading(elements, at):
            heading = " ".join(f"{element.mark or ''} {element.text}".split())
        elif isinstance(element, RecordTable | BlockTable):
            found[at] = heading
    return {at: text for at, text in found.items() if text} if len(set(found.values())) > 1 else {}


def _is_numbered_heading(elements: Sequence[Element], at: int) -> bool:
    """Tell a numbered heading from an item of a list: it is bold, or stands alone right over a table."""
    item, before, after = elements[at], elements[max(0, at - 1) : at], elements[at + 1 : at + 2]
    if not isinstance(item, Item) or not item.mark or not _is_headline(item):
        return False
    over = any(isinstance(one, RecordTable) for one in after)
    return item.strong or (over and not any(isinstance(one, Item) for one in before))


def _is_headline(element: Paragraph | Item) -> bool:
    string = str(element.text)
    return len(string.split()) <= 12 and not string.rstrip().endswith((".", ":", ";", ","))
