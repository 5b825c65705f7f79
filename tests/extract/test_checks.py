"""Findings: what the facts of a paper contradict, and what is missing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extract.findings import SEVERITIES, Findings
from extract.pipeline import extract_file
from tests.support.command import run
from tests.support.docx_files import deleted, ins, p, r, word
from tests.support.paper_builder import Column, MadeCell, MadePaper, MadeTable
from tests.support.paper_docx import to_docx
from tests.support.pdf_writer import Sheet, comment, pdf
from tests.support.reading import found, paper
from tests.support.rounds import FIRST_UPDATE, OTHER_PLAN, PLAN, SECOND_UPDATE
from tests.support.scans import scan_of

HEADER = "| Ref | Recommendation | Action | Lead | Due |\n|---|---|---|---|---|\n"


def plan(*rows: str, head: str = "Action Plan: Review of Parks") -> str:
    return f"{head}\n\n{HEADER}" + "\n".join(rows) + "\n"


GOOD = "| 1 | That parks are kept. | Mow the grass. | Ann Osei | May 2023 |"

TRIGGERS = {
    "row-continued": plan(
        "| 1 | That parks are | Mow. | Ann Osei | May 2023 |",
        "| | kept. | | | |",
        "| 2 | That pools are kept. | Clean. | Ann Osei | May 2023 |",
    ),
    "merged-cell": plan(
        "| 1 | That parks are kept. | A plan for parks and for | Ann Osei | May 2023 |",
        "| 2 | That pools are kept. | pools is written. | Ann Osei | |",
    ),
    "paired-by-position": plan(
        "| 1 | That parks are kept. | Mow.<br>Plant. | Ann Osei<br>Tunde Okoro | May 2023<br>June 2023 |"
    ),
    "unpaired-lists": plan(
        "| 1 | That parks are kept. | Mow.<br>Plant.<br>Weed. | Ann "
        "Osei<br>Tunde Okoro | May 2023<br>June 2023 |"
    ),
    "text-repaired": plan(
        "| 1 | That sheltered accom- | Survey. | Ann Osei | May 2023 |", "| | modation is kept. | | | |"
    ),
    "ref-gap": plan(GOOD, "| 3 | That pools are kept. | Clean. | Ann Osei | May 2023 |"),
    "missing-officer": plan("| 1 | That parks are kept. | Mow. | | May 2023 |", GOOD.replace("1", "2")),
    "missing-due": plan("| 1 | That parks are kept. | Mow. | Ann Osei | |", GOOD.replace("1", "2")),
    "date-conflict": plan(
        "| 1 | That parks are kept. | Mow the grass of all the parks "
        "in the borough by 31 October 2023 and tell the Board. | Ann "
        "Osei | 30 September 2023 |"
    ),
    "past-due-when-agreed": plan(
        GOOD, head="Anytown Council\n\nParks Panel – 12 June 2024\n\nAction Plan: Review of Parks"
    ),
    "due-before-start": plan(
        "| 1 | That parks are kept. | Mow. | Ann Osei | Start June 2024, end May 2023 |"
    ),
    "unlikely-year": plan(
        "| 1 | That parks are kept. | Mow. | Ann Osei | June 2001 |",
        head="Anytown Council\n\nParks Panel – 12 June 2021\n\nAction Plan: Review of Parks",
    ),
    "grade-mismatch": (
        "Progress Update: Review of Parks\n\nGrading: 1 = Fully Achieved; 2 = On Track; 3 = Slipped\n\n"
        "| Ref | Recommendation | Lead | Assessment of Progress (June "
        "2022) |\n|---|---|---|---|\n| 1 | That parks are kept. | Ann "
        "Osei | 1. Slipped |\n| 2 | That pools are kept. | Ann Osei | "
        "2. On Track |\n"
    ),
    "compound-status": (
        "Tracker\n\n| Ref | Action | Lead | Status |\n|---|---|---|---|\n"
        "| 1 | Mow the parks. | Ann Osei | Complete/on schedule |\n"
    ),
    "unparsed-date": plan("| 1 | That parks are kept. | Mow. | Ann Osei | 31 April 2023 |"),
    "initials-resolved": plan(
        "| 1 | That parks are kept. | Mow. | AO | May 2023 |", head="Action Plan\n\nPresent: Ann Osei (AO)"
    ),
    "initials-ambiguous": plan(
        "| 1 | That parks are kept. | Mow. | AO | May 2023 |",
        head="Action Plan\n\nPresent: Ann Osei (AO), Abu Obi (AO)",
    ),
    "unparsed-officer": plan(
        "| 1 | That parks are kept. | Mow. | see the note below 12345 | May 2023 |", GOOD.replace("1", "2")
    ),
    "unmapped-column": (
        "Action Plan\n\n| Ref | Recommendation | Action | Lead | Due | "
        "Ward |\n|---|---|---|---|---|---|\n| 1 | That parks are kept. "
        "| Mow. | Ann Osei | May 2023 | Northgate |\n"
    ),
    "carried-columns": plan(GOOD) + "\nReview of Parks\n\n" + GOOD.replace("1", "2") + "\n",
    "inferred-columns": "Action Plan\n\n" + GOOD + "\n" + GOOD.replace("1", "2") + "\n",
    "missing-cells": plan(*(["| That parks are kept. | Mow the grass. | Ann Osei |"] * 2)),
    "empty-column": plan(*(["| 1 | That parks are kept. | Mow the grass. | | May 2023 |"] * 2)),
    "unknown-columns": (
        "Plan\n\n| Parish | Electors | Seats |\n|---|---|---|\n| Ashby | 1,204 | 7 |\n| Barton | 655 | 5 |\n"
    ),
    "welsh-text": (
        "Cynllun\n\n| Cyf | Argymhelliad | Swyddog | Lle |\n"
        "|---|---|---|---|\n| 1 | Bod parciau yn cael eu cadw | Ann | "
        "Parc |\n| 2 | Bod pyllau yn cael eu cadw | Bob | Pwll |\n"
    ),
    "struck-text": plan(GOOD, "| 2 | That pools are kept. | ~~Drain.~~ Clean. | Ann Osei | June 2023 |"),
    "row-set-aside": plan(GOOD, "| [insert] | [insert recommendation] | Action 1 | [name] | dd/mm/yyyy |"),
    "duplicate-ref": plan(GOOD, "| 1 | That pools are kept. | Clean. | Ann Osei | May 2023 |"),
    "no-table": "Notes\n\nThe Committee met.\n\nIt thanked the witnesses.\n",
    "unreadable-layout": (
        "Anytown\n\nRecommendation\n\nAction\n\nLead officer\n\nTarget "
        "date\n\nThat bins are emptied.\n\nAnn Osei\n"
    ),
}


# Of what a file holds beside its text: the file of each code, by name and bytes.
SHEET = Sheet().text(50, 60, "Action Plan: Review of Parks", 14).text(50, 90, "All parks are kept.")
CHART = (
    '<w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></w:drawing>'
)


def shaded(*cells: MadeCell) -> bytes:
    """Make a Word file of a plan with a column of colours."""
    columns = (Column("Ref", 0.5), Column("Action", 3.0), Column("Due", 1.4), Column("RAG", 1.2))
    rows = tuple(
        (MadeCell(str(at)), MadeCell(f"Open park {at}."), MadeCell("May 2024"), cell)
        for at, cell in enumerate(cells, 1)
    )
    return to_docx(MadePaper(("Action Plan: Review of Parks",), (MadeTable(columns, rows),)))


def unruled() -> bytes:
    """Print a plan whose columns only white parts."""
    sheet = Sheet().text(50, 60, "Action Plan: Review of Parks", 14)
    lines = [
        ["Ref", "Action", "Due"],
        *([str(at), f"Open park {at} of all.", "May 2024"] for at in range(1, 7)),
    ]
    for at, line in enumerate(lines):
        for x, words in zip((50, 110, 400), line, strict=True):
            sheet.text(x, 100 + 24 * at, words)
    return pdf(sheet)


FILES: dict[str, Callable[[], tuple[str, bytes]]] = {
    "tracked-change": lambda: ("plan.docx", word(p("All parks are kept."), p(deleted("May") + ins("June")))),
    "comment": lambda: (
        "plan.pdf",
        pdf(replace(SHEET, notes=[comment((50, 90, 90, 100), "Will this slip?")])),
    ),
    "hidden-text": lambda: ("plan.docx", word(p("All parks."), p(r(" Costs unknown.", "<w:vanish/>")))),
    "unread-content": lambda: ("plan.docx", word(p("All parks are kept."), p(r(CHART)))),
    "scanned-page": lambda: ("plan.pdf", scan_of(pdf(SHEET))),
    "truncated-input": lambda: ("plan.pdf", pdf(SHEET).replace(b"%%EOF\n", b"")),
    "inferred-table": lambda: ("plan.pdf", unruled()),
    "shade-read": lambda: (
        "plan.docx",
        shaded(*(MadeCell(shade=shade) for shade in ("FF0000", "00B050", "FFC000"))),
    ),
    "shade-mismatch": lambda: (
        "plan.docx",
        shaded(MadeCell("Green", shade="FF0000"), MadeCell("Amber"), MadeCell("Red")),
    ),
}
# Of papers that are compared: the papers of each code, by name and text.
TOGETHER: dict[str, dict[str, str]] = {
    "name-variant": {
        "plan.md": PLAN,
        "update.md": SECOND_UPDATE.replace("Ann Carr, Parks Manager", "Anne Carr, Clerk"),
    },
    "copy-of": {"plan.md": PLAN, "again.md": f"{PLAN}\n"},
    "possible-review": {
        "plan.md": PLAN.replace("Allotments", "Day Care Services"),
        "other.md": OTHER_PLAN.replace("Litter", "Home Care Services"),
    },
    "possible-link": {
        "plan.md": PLAN,
        "update.md": FIRST_UPDATE.replace(
            "| 4 | That the Cabinet Member reviews the rents of plots before the next budget.",
            "| 6 | That the Cabinet Member looks at rents of the plots before the new budget.",
        ),
    },
}


def raised(code: str, folder: Path) -> list[tuple[str, str]]:
    """Bring a finding about; give severity and message of each of its code."""
    if code in TOGETHER:
        for name, printed in TOGETHER[code].items():
            (folder / name).write_text(printed, encoding="utf-8")
        run("extract", folder, "--output", folder / "out", "--format", "csv")
        with (folder / "out" / "findings.csv").open(encoding="utf-8", newline="") as stream:
            rows = csv.DictReader(stream)
            return [(row["severity"], row["message"]) for row in rows if row["code"] == code]
    name, data = FILES[code]() if code in FILES else ("paper.txt", TRIGGERS[code].encode())
    (record,) = extract_file(data, name)
    return [(one.severity, one.message) for one in found(record, code)]


# Nothing printed raises these, or not alone: the first tells a fault of the program, which
# tests/docs/test_exit_codes.py makes; for the second a page is read as a picture, in test_scans.py.
APART = {"unplaced-text", "doubtful-words"}


@pytest.mark.parametrize("code", sorted(SEVERITIES.keys() - APART))
def test_a_finding_is_raised_with_its_severity(code: str, tmp_path: Path) -> None:
    told = raised(code, tmp_path)
    assert told
    assert {severity for severity, _ in told} == {SEVERITIES[code]}
    assert all(message and "\n" not in message for _, message in told)


def test_a_sound_plan_has_no_finding() -> None:
    assert paper(plan(GOOD, "| 2 | That pools are kept. | Clean. | Tunde Okoro | June 2023 |")).findings == []


QUIET = {
    "ref-gap": plan(GOOD, "| 2 | That pools are kept. | Clean. | Ann Osei | May 2023 |"),
    "missing-due": plan("| 1 | That parks are kept. | Mow. | Ann Osei | Ongoing |"),
    "missing-officer": plan("| 1 | That parks are kept. | Mow. | Highways Team | May 2023 |"),
    "date-conflict": plan(
        "| 1 | That parks are kept. | Mow the grass of all the parks "
        "in the borough by 1 September 2023 and tell the Board. | Ann "
        "Osei | 30 September 2023 |"
    ),
    "past-due-when-agreed": plan(
        GOOD, head="Anytown Council\n\nParks Panel – 12 June 2022\n\nAction Plan: Review of Parks"
    ),
    "row-continued": plan(GOOD, "| | | Plant trees. | Tunde Okoro | June 2023 |"),
    "merged-cell": plan(GOOD, "| 2 | That pools are kept. | Clean them. | Ann Osei | |"),
    "duplicate-ref": plan(GOOD, GOOD.replace("| 1 |", "| 1a |")),
    "unmapped-column": plan(GOOD),
}


@pytest.mark.parametrize(("code", "printed"), QUIET.items(), ids=QUIET)
def test_the_nearest_sound_paper_has_none(code: str, printed: str) -> None:
    assert found(paper(printed), code) == []


def test_a_contradiction_names_its_recommendation_and_field() -> None:
    (finding,) = found(paper(TRIGGERS["date-conflict"]), "date-conflict")
    assert (finding.recommendation_ref, finding.field) == ("1", "due")


def test_a_progress_update_may_hold_dates_that_are_over() -> None:
    head = "Anytown Council\n\nParks Panel – 12 June 2024\n\nProgress Update: Review of Parks"
    assert found(paper(plan(GOOD, head=head)), "past-due-when-agreed") == []


def test_an_impossible_date_stays_as_printed() -> None:
    made = paper(TRIGGERS["unparsed-date"])
    assert "31 April 2023" in made.model_dump_json()
    assert all(one.edtf is None for one in made.recommendations[0].actions[0].due)


def test_equal_references_have_identities_of_their_own() -> None:
    made = paper(TRIGGERS["duplicate-ref"])
    assert [one.recommendation_id for one in made.recommendations] == ["parks/1", "parks/1-2"]


def test_an_unknown_column_is_kept() -> None:
    (action,) = paper(TRIGGERS["unmapped-column"]).recommendations[0].actions
    assert [(one.label, one.value) for one in action.extra] == [("Ward", "Northgate")]


def test_a_finding_is_told_once() -> None:
    findings = Findings()
    for _ in range(2):
        findings.add("no-table", "none\nwas found")
    assert [one.message for one in findings.all()] == ["none was found"]


def test_a_table_of_unknown_columns_may_begin_with_a_blank_row() -> None:
    rows = [["", "", ""], ["Foo", "Bar", "Baz"], ["one", "two", "three"]]
    data = pdf(Sheet().table([50, 150, 250, 350], [100, 120, 140, 160], rows))
    (record,) = extract_file(data, "table.pdf")
    (finding,) = [one for one in record.findings if one.code == "unknown-columns"]
    assert "Foo" in finding.message


def test_a_blank_column_of_colours_is_told_to_be_one() -> None:
    printed = plan(*(["| 1 | That parks are kept. | Mow the grass. | Ann Osei | |"] * 2)).replace(
        "Due", "RAG"
    )
    (told,) = found(paper(printed), "empty-column")
    assert told.message == (
        "no row has a cell under “RAG”; no shade in it is clearly a colour, or the form has none"
    )
