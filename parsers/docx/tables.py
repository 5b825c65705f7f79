"""Tables: rows of cells on a grid -> a table whose every slot one cell covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from parsers.docx.changes import row_remark
from parsers.docx.columns import column_edges
from parsers.docx.grid import GridCell, GridRow, grid_rows, widths
from parsers.docx.ooxml import Element, has_text, qualified
from parsers.docx.reading import Reading, ReadParagraph, flow
from parsers.docx.runs import LINE_END, Run
from parsers.errors import TooLarge
from parsers.model import Cell, Place, Table, Text
from parsers.model.words import EMPTY, join

# The largest tables of papers have some 500 rows of 12 columns.
MAX_SLOTS = 2_000_000


@dataclass(slots=True)
class TableReader:
    """Reads one table into the layout."""

    reading: Reading
    number: int
    _cells: list[Cell] = field(default_factory=list)
    _above: dict[tuple[int, int], int] = field(default_factory=dict)

    def read(self, element: Element, rows: Sequence[GridRow]) -> Table:
        """Return the table.

        Args:
            element: the `w:tbl`.
            rows: its rows, at least one of them kept.

        Raises:
            TooLarge: it has more slots than any table of a paper.
        """
        kept = [row for row in rows if row.printed]
        spans = [(cell.start, cell.end, has_text(cell.element)) for row in kept for cell in row.cells]
        edges = column_edges(spans, widths(element))
        columns = max(edges.values())
        if columns * len(kept) > MAX_SLOTS:
            raise TooLarge(f"a table of {len(kept):,} rows and {columns:,} columns")
        at = 0
        for row in rows:
            if not row.printed:
                self._left_out(row, at)
            else:
                self._row(row, at, edges, columns)
                at += 1
        return Table(self.number, at, columns, self._ordered(kept), place=Place(table=self.number))

    def _row(self, row: GridRow, at: int, edges: dict[int, int], columns: int) -> None:
        """Read the cells of a row and fill the slots that it leaves open."""
        above, self._above = self._above, {}
        free = 0
        texts: list[Text] = []
        for cell in row.cells:
            start, end = edges[cell.start], edges[cell.end]
            if start == end:
                continue
            self._blanks(at, free, start)
            free = end
            merged = above.get((start, end)) if cell.merge == "continue" else None
            if merged is None:
                merged = len(self._cells)
                texts.append(self._text(cell, at, start, plain=row.change is not None))
                self._cells.append(Cell(at, start, texts[-1], 1, end - start, fill=cell.fill))
            else:
                self._stretch(merged, cell, at)
            if cell.merge:
                self._above[start, end] = merged
        self._blanks(at, free, columns)
        if row.change:
            words = join((text.unwrapped() for text in texts if text), " ")
            self.reading.remarks.append(row_remark(row.change, str(words), words, self._place(at)))

    def _stretch(self, merged: int, cell: GridCell, at: int) -> None:
        """Let a cell reach down to a row; what the part there holds is not printed."""
        above = self._cells[merged]
        self._cells[merged] = replace(above, row_span=at - above.row + 1)
        self._hide(cell.element, self._place(at, above.column))

    def _hide(self, element: Element, place: Place) -> None:
        if has_text(element):
            runs = cell_runs(self.reading, element)
            self.reading.hide("".join(run.text for run in runs if run.shown), place)

    def _text(self, cell: GridCell, at: int, column: int, *, plain: bool) -> Text:
        """Read the text of a cell; in an inserted row the row is the change, not its words."""
        place = self._place(at, column)
        runs = cell_runs(self.reading, cell.element)
        if plain:
            runs = [replace(run, change=None) for run in runs if run.shown]
        text = self.reading.spell(runs, place).text
        for element in cell.covered:
            self._hide(element, place)
        return text

    def _blanks(self, at: int, start: int, end: int) -> None:
        self._cells += [Cell(at, column, EMPTY) for column in range(start, end)]

    def _left_out(self, row: GridRow, at: int) -> None:
        """Tell of a deleted or hidden row, at the place where it stood."""
        texts = ["".join(_characters(cell.element)) for cell in row.cells]
        words = " ".join(" ".join(texts).split())
        if row.change and row.deleted:
            self.reading.remarks.append(row_remark(row.change, words, EMPTY, self._place(at)))
        else:
            self.reading.hide(words, self._place(at))

    def _ordered(self, rows: Sequence[GridRow]) -> tuple[Cell, ...]:
        """Return the cells in reading order, those of the leading header rows marked."""
        heads = next((at for at, row in enumerate(rows) if not row.header), len(rows))
        return tuple(replace(cell, header=cell.row < heads) for cell in self._cells)

    def _place(self, at: int, column: int | None = None) -> Place:
        return Place(table=self.number, row=at + 1, column=None if column is None else column + 1)


def _characters(element: Element) -> Iterator[str]:
    """Yield the characters of a row that is left out, its cells parted by blanks."""
    for paragraph in flow(element):
        for one in paragraph.iter(qualified("w:t"), qualified("w:delText")):
            yield one.text or ""
        yield " "


def cell_runs(reading: Reading, container: Element) -> list[Run]:
    """Return what a cell shows: its paragraphs, boxes and inner tables, each line behind a line end."""
    lines: list[list[Run]] = []
    for one in reading.content(container):
        if isinstance(one, ReadParagraph):
            lines.append(one.printed())
            lines += [cell_runs(reading, box) for box in one.boxes]
        else:
            lines += [_row_runs(reading, row) for row in grid_rows(one) if row.printed]
    return _parted(lines, LINE_END)


def _row_runs(reading: Reading, row: GridRow) -> list[Run]:
    """Return a row of an inner table as one line, unless it has but one filled cell."""
    cells = [cell_runs(reading, cell.element) for cell in row.cells if cell.merge != "continue"]
    filled = [cell for cell in cells if any(run.shown and run.text.strip() for run in cell)]
    if len(filled) > 1:
        filled = [[replace(run, text=run.text.replace(LINE_END, " ")) for run in cell] for cell in filled]
    return _parted(filled, " ")


def _parted(lines: Sequence[Sequence[Run]], separator: str) -> list[Run]:
    runs: list[Run] = []
    for line in lines:
        if runs and line:
            runs.append(Run(separator))
        runs += line
    return runs
