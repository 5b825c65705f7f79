"""Colours that a paper gives by shades alone: Word files, and PDF as LibreOffice and a browser print it."""

from __future__ import annotations

import pytest

from extract.pipeline import extract_file
from extract.schema import Action, Paper
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable, Prose, Row, band
from tests.support.paper_docx import to_docx
from tests.support.paper_html import to_html
from tests.support.reading import found
from tests.support.rendering import chromium_pdfs, libreoffice_pdfs

RED, AMBER, GREEN, BLUE, YELLOW = "FF0000", "FFC000", "00B050", "0070C0", "FFFF00"
TASKS = (
    ("1", "Publish the winter gritting routes on the website", "Head of Highways", "31 October 2023"),
    ("2", "Train the duty officers in the new salt spreader", "Depot Manager", "30 November 2023"),
    ("3", "Agree mutual aid with the parish councils", "Head of Highways", "31 January 2024"),
    ("4", "Replace the two oldest vehicles of the fleet", "Fleet Manager", "31 March 2024"),
    ("5", "Report to the committee after the winter", "Director of Place", "30 June 2024"),
)
LABELS = ("Ref", "Action", "Lead Officer", "Target date")


def shaded(*shades: str | None, text: str = "") -> list[MadeCell]:
    return [MadeCell(text, shade=shade) for shade in shades]


def plan(
    *more: tuple[str, list[MadeCell]], heads: tuple[Row, ...] = (), row_shades: tuple[str | None, ...] = ()
) -> MadeTable:
    """Return the tasks with further columns, each a label and a cell a row, and a shade for whole rows."""
    widths = (0.5, 3.0, 1.6, 1.4)
    columns = [Column(label, width) for label, width in zip(LABELS, widths, strict=True)]
    rows: list[Row] = []
    for at, task in enumerate(TASKS):
        shade = row_shades[at] if row_shades else None
        cells = (column[at] for _, column in more)
        rows.append((*(MadeCell(text, shade=shade) for text in task), *cells))
    return MadeTable((*columns, *(Column(label, 1.2) for label, _ in more)), tuple(rows), heads=heads)


def paper(*blocks: MadeTable | Prose) -> MadePaper:
    return MadePaper(("Winter Service Review: Action Plan",), blocks)


def key(*steps: tuple[str, str]) -> MadeTable:
    rows = [(MadeCell(shade=shade), MadeCell(words)) for shade, words in steps]
    return MadeTable((Column("", 0.4), Column("", 2.0)), tuple(rows))


COLOURS = (GREEN, AMBER, RED, BLUE, YELLOW)
NAMES = ["green", "amber", "red", "blue", "yellow"]
WORDS = ("Green", "Amber", "Amber", "Red", "Green")
WORDED = [MadeCell(word) for word in WORDS]
LOW = [word.casefold() for word in WORDS]
NONE = [None] * 5
STRIPE, HEADER = "92D050", "FFC000"

# Each paper with the colours of its actions, in order.
PAPERS: dict[str, tuple[MadePaper, list[str | None]]] = {
    "a blank column of colours": (paper(plan(("RAG", shaded(*COLOURS)))), [*NAMES]),
    "a column of statuses": (
        paper(plan(("Status", shaded("92D050", "FFBF00", "C00000", "00B0F0", None)))),
        ["green", "amber", "red", "blue", None],
    ),
    "words say how it stands, the shade the colour": (
        paper(
            plan(
                (
                    "Status",
                    [
                        MadeCell("On track", shade=GREEN),
                        MadeCell("Delayed", shade=RED),
                        *shaded(None, None, None, text="Not started"),
                    ],
                )
            )
        ),
        ["green", "red", None, None, None],
    ),
    "words of another colour win": (
        paper(plan(("RAG", [MadeCell("Green", shade=RED), *WORDED[1:]]))),
        [*LOW],
    ),
    "two colours in words stay two": (
        paper(plan(("RAG", [MadeCell("Amber/Green", shade=AMBER), *WORDED[1:]]))),
        [None, *LOW[1:]],
    ),
    "stripes under words": (
        paper(
            plan(
                (
                    "RAG",
                    [
                        MadeCell(word, shade=shade)
                        for word, shade in zip(WORDS, (STRIPE, None) * 3, strict=False)
                    ],
                ),
                row_shades=(STRIPE, None, STRIPE, None, STRIPE),
            )
        ),
        [*LOW],
    ),
    "stripes in a blank column": (
        paper(
            plan(
                ("RAG", shaded(STRIPE, None, STRIPE, None, STRIPE)),
                row_shades=(STRIPE, None, STRIPE, None, STRIPE),
            )
        ),
        [*NONE],
    ),
    "tints of a heat map": (
        paper(plan(("RAG", shaded("C6E0B4", "FFE699", "F8CBAD", "BDD7EE", "FFF2CC")))),
        [*NONE],
    ),
    "an amber header": (
        paper(
            plan(
                ("RAG", shaded(GREEN, None, RED, None, AMBER)),
                heads=(tuple(MadeCell(label, shade=HEADER) for label in (*LABELS, "RAG")),),
            )
        ),
        ["green", None, "red", None, "amber"],
    ),
    "a column in one tint, its label as well": (
        paper(
            plan(
                ("Status", shaded(*[BLUE] * 5)),
                heads=((*map(MadeCell, LABELS), MadeCell("Status", shade=BLUE)),),
            )
        ),
        [*NONE],
    ),
    "a column of no colours": (paper(plan(("Comments", shaded(*COLOURS)))), [*NONE]),
    "a previous colour before the present one": (
        paper(plan(("RAG", shaded(*COLOURS)), ("Previous RAG", shaded(*[RED] * 3, None, None)))),
        [*NAMES],
    ),
    "greys, purples and turquoise": (
        paper(plan(("BRAG", shaded("BFBFBF", "7030A0", "00B0A0", "000000", "FF4500")))),
        [*NONE],
    ),
}


@pytest.fixture(scope="module")
def records() -> dict[tuple[str, str], Paper]:
    """Read every paper in each form."""
    made = {name: one for name, (one, _) in PAPERS.items()} | KEYED
    numbered = {f"{at}.docx": to_docx(one) for at, one in enumerate(made.values())}
    printed = libreoffice_pdfs(numbered)
    browser = chromium_pdfs([to_html(one) for one in made.values()])
    read: dict[tuple[str, str], Paper] = {}
    for at, name in enumerate(made):
        read[name, "word"] = extract_file(numbered[f"{at}.docx"], "plan.docx")[0]
        read[name, "libreoffice"] = extract_file(printed[f"{at}.docx"], "plan.pdf")[0]
        read[name, "chromium"] = extract_file(browser[at], "plan.pdf")[0]
    return read


def actions(record: Paper) -> list[Action]:
    return [action for one in record.recommendations for action in one.actions]


FORMS = ("word", "libreoffice", "chromium")
STEPS = ((GREEN, "Complete"), (AMBER, "On track"), (RED, "Not started"))
KEYED = {
    "a key behind the table": paper(
        plan(("RAG", shaded(GREEN, AMBER, RED, GREEN, BLUE))), Prose("Key"), key(*STEPS)
    ),
    "a key before the table": paper(
        Prose("Key to the table"),
        key(*STEPS),
        Prose("Actions", strong=True),
        plan(("RAG", shaded(GREEN, AMBER, RED, GREEN, BLUE))),
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_shade_is_a_colour_where_it_clearly_is_one(
    name: str, form: str, records: dict[tuple[str, str], Paper]
) -> None:
    record = records[name, form]
    assert [one.rag for one in actions(record)] == PAPERS[name][1]
    assert [one.text for one in actions(record)] == [task[1] for task in TASKS]
    assert record.accounting.unplaced == []


@pytest.mark.parametrize("form", FORMS)
class TestWhatIsTold:
    def test_a_colour_is_no_status(self, form: str, records: dict[tuple[str, str], Paper]) -> None:
        assert {one.status for one in actions(records["a blank column of colours", form])} == {None}

    def test_words_give_the_status(self, form: str, records: dict[tuple[str, str], Paper]) -> None:
        read = actions(records["words say how it stands, the shade the colour", form])
        assert [one.status.status for one in read if one.status] == [
            "on_track",
            "delayed",
            "not_started",
            "not_started",
            "not_started",
        ]

    def test_each_shade_that_was_read_is_told(self, form: str, records: dict[tuple[str, str], Paper]) -> None:
        record = records["a blank column of colours", form]
        told = found(record, "shade-read")
        assert [one.recommendation_ref for one in told] == ["1", "2", "3", "4", "5"]
        assert [one.field for one in told] == ["rag"] * 5
        assert found(record, "empty-column") == []

    def test_a_colour_stands_where_its_cell_does(
        self, form: str, records: dict[tuple[str, str], Paper]
    ) -> None:
        for row, action in enumerate(actions(records["a blank column of colours", form]), start=2):
            (place,) = action.provenance["rag"]
            assert (place.row, place.column) == (row, 5)
            assert (place.bbox is None) == (form == "word")

    def test_words_of_another_colour_are_reported(
        self, form: str, records: dict[tuple[str, str], Paper]
    ) -> None:
        record = records["words of another colour win", form]
        assert [one.recommendation_ref for one in found(record, "shade-mismatch")] == ["1"]
        assert found(record, "shade-read") == []

    def test_tints_are_told_as_not_read(self, form: str, records: dict[tuple[str, str], Paper]) -> None:
        record = records["tints of a heat map", form]
        assert len(found(record, "empty-column")) == 1
        assert found(record, "shade-read") == []

    @pytest.mark.parametrize("name", KEYED)
    def test_the_key_says_what_a_shade_means(
        self, name: str, form: str, records: dict[tuple[str, str], Paper]
    ) -> None:
        record = records[name, form]
        assert [(one.grade, one.label, one.status) for one in record.grading_scale] == [
            ("green", "Complete", "completed"),
            ("amber", "On track", "on_track"),
            ("red", "Not started", "not_started"),
        ]
        read = actions(record)
        assert [one.rag for one in read] == ["green", "amber", "red", "green", "blue"]
        assert [one.status.status if one.status else None for one in read] == [
            "completed",
            "on_track",
            "not_started",
            "completed",
            None,
        ]
        assert [one.field for one in found(record, "shade-read")].count("grading_scale") == 1


def test_a_band_in_colour_gives_nothing() -> None:
    made = plan(("RAG", shaded(None, RED, None, None, None)))
    rows = (band("Highways", 5, shade=GREEN), *made.rows)
    table = MadeTable(made.columns, rows)
    record = extract_file(to_docx(paper(table)), "plan.docx")[0]
    assert [one.rag for one in actions(record)] == [None, "red", None, None, None]
    assert {one.theme for one in record.recommendations} == {"Highways"}
