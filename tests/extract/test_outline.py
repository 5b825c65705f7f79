"""Prose to sections, decisions sought, background papers and appendices."""

from __future__ import annotations

from extract.schema import Paper
from tests.support.reading import paper

HEAD = "Anytown Council\n\nReport title: Parks\n\n"


def report(body: str) -> Paper:
    """Read a report of that body; nothing of it may be lost."""
    made = paper(HEAD + body)
    assert made.accounting.unplaced == []
    return made


def outline(made: Paper) -> list[tuple[str | None, str, int, list[tuple[str | None, str]]]]:
    return [
        (one.number, one.heading, one.level, [(line.number, line.text) for line in one.paragraphs])
        for one in made.sections
    ]


def test_numbered_sections_and_their_paragraphs() -> None:
    made = report(
        "1. Purpose\n\n1.1 To tell of parks.\n\n1.2 To ask for more.\n\n"
        "2. Background\n\n2.1 There are 40 parks.\n"
    )
    assert outline(made) == [
        ("1", "Purpose", 1, [("1.1", "To tell of parks."), ("1.2", "To ask for more.")]),
        ("2", "Background", 1, [("2.1", "There are 40 parks.")]),
    ]


def test_marked_headings_and_their_levels() -> None:
    made = report(
        "# Purpose\n\nTo tell of parks.\n\n## Cost\n\nIt is low.\n\n# Background\n\nThere are 40.\n"
    )
    assert [(one.heading, one.level) for one in made.sections] == [
        ("Purpose", 1),
        ("Cost", 2),
        ("Background", 1),
    ]
    assert [line.text for one in made.sections for line in one.paragraphs] == [
        "To tell of parks.",
        "It is low.",
        "There are 40.",
    ]


def test_a_bold_line_with_deeper_numbers_is_a_section_of_its_level() -> None:
    made = report(
        "1. Purpose\n\n**1.1 Cost**\n\n1.1.1 It is low.\n\n1.1.2 It "
        "was high.\n\n**1.2 Time**\n\n1.2.1 A year.\n"
    )
    assert [(one.number, one.heading, one.level) for one in made.sections] == [
        ("1", "Purpose", 1),
        ("1.1", "Cost", 2),
        ("1.2", "Time", 2),
    ]


def test_a_wrapped_paragraph_is_one_line() -> None:
    made = report("1. Purpose\n\n1.1 To tell\nof parks.\n")
    assert made.sections[0].paragraphs[0].text == "To tell of parks."


def test_a_bullet_is_a_paragraph_without_number() -> None:
    made = report("1. Purpose\n\n1.1 To tell of:\n\n- parks\n- pools\n")
    assert [(line.number, line.text) for line in made.sections[0].paragraphs] == [
        ("1.1", "To tell of:"),
        (None, "parks"),
        (None, "pools"),
    ]


def test_decisions_sought_are_no_paragraphs() -> None:
    made = report(
        "1. Recommendations\n\n(a) Note the report.\n\n(b) Agree the "
        "plan.\n\n2. Background\n\n2.1 There are 40 parks.\n"
    )
    assert [(one.ref, one.text) for one in made.decisions_sought] == [
        ("a", "Note the report."),
        ("b", "Agree the plan."),
    ]
    assert [(one.heading, len(one.paragraphs)) for one in made.sections] == [
        ("Recommendations", 0),
        ("Background", 1),
    ]


def test_a_decision_without_a_mark_has_no_ref() -> None:
    made = report(
        "1. Decision required\n\nThat the report is noted.\n\n2. Background\n\n2.1 There are 40 parks.\n"
    )
    assert [(one.ref, one.text) for one in made.decisions_sought] == [(None, "That the report is noted.")]


def test_background_papers_and_appendices_are_lists() -> None:
    made = report(
        "1. Purpose\n\n1.1 To tell of parks.\n\n2. Background papers\n\n"
        "- Parks strategy, 2020\n- Survey, 2021\n\n"
        "3. Appendices\n\nAppendix 1 – Map of parks\n\nAppendix 2 – Action plan\n"
    )
    assert made.background_papers == ["Parks strategy, 2020", "Survey, 2021"]
    assert made.appendices == ["Appendix 1 – Map of parks", "Appendix 2 – Action plan"]
    assert [(one.heading, len(one.paragraphs)) for one in made.sections] == [
        ("Purpose", 1),
        ("Background papers", 0),
        ("Appendices", 0),
    ]


def test_none_is_no_background_paper() -> None:
    made = report(
        "1. Purpose\n\n1.1 To tell of parks.\n\n2. Background papers\n\nNone\n\n3. Appendices\n\nNone.\n"
    )
    assert (made.background_papers, made.appendices) == ([], [])


def test_a_long_numbered_line_is_a_paragraph_and_no_heading() -> None:
    made = report(
        "1. Purpose\n\n1.1 To tell the Committee of the forty parks "
        "that the Council keeps and of what they cost each year.\n"
    )
    assert [one.heading for one in made.sections] == ["Purpose"]


def test_a_table_that_holds_no_records_stands_in_its_section() -> None:
    made = report(
        "1. Cost\n\n1.1 It was as follows.\n\n| Year | Pounds | Parks |\n|---|---|---|\n| 2021 | 400 | 40 |\n"
    )
    assert [line.text for line in made.sections[0].paragraphs] == [
        "It was as follows.",
        "Year\tPounds\tParks",
        "2021\t400\t40",
    ]


def test_lines_before_any_heading_stand_in_a_section_without_one() -> None:
    made = paper("The Committee met on Tuesday and heard from three witnesses.\n\nIt thanked them.\n")
    assert [line.text for one in made.sections for line in one.paragraphs][-1] == "It thanked them."


def test_sections_make_a_report_and_prose_alone_does_not() -> None:
    assert report("1. Purpose\n\n1.1 To tell of parks.\n").kind == "committee_report"
    assert paper("The Committee met.\n\nIt thanked them.\n").kind == "unknown"
