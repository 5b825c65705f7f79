"""Word: headings, items and paragraphs of the body."""

from __future__ import annotations

import pytest

from parsers.docx.reader import read_docx
from parsers.model import Paragraph, Place
from tests.support.docx_files import (
    MEDIA_TYPE,
    document,
    ins,
    numbered,
    p,
    r,
    read,
    saved,
    shown,
    tbl,
    tr,
    word,
)

BOLD = "<w:b/>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


CASES = {
    "headings": (
        [p("Plan", properties=style("Heading1")), p("Aims", properties=style("Heading2"))],
        ["h1 Plan", "h2 Aims"],
    ),
    "a title": ([p("Action Plan", properties=style("Title"))], ["h1 Action Plan"]),
    "an outline level": ([p("Aims", properties='<w:outlineLvl w:val="2"/>')], ["h3 Aims"]),
    "body text by its outline level": (
        [p("Aims", properties=f'{style("Heading1")}<w:outlineLvl w:val="9"/>')],
        ["P Aims"],
    ),
    "a heading broken to look well": (
        [p(r("Action"), r("<w:br/>"), r("Plan"), properties=style("Heading1"))],
        ["h1 Action Plan"],
    ),
    "a heading style on a sentence of a legal template": (
        [
            p(
                "The Committee is asked to note the progress that officers have made on each of the actions.",
                properties=style("Heading2"),
            )
        ],
        ["P The Committee is asked to note the progress that officers have made on each of the actions."],
    ),
    "a heading without words": ([p(properties=style("Heading1")), p("One.")], ["p One."]),
    "paragraphs": ([p("One."), p(""), p("Two.")], ["p One.", "p Two."]),
    "a line end": ([p(r("One"), r("<w:br/>"), r("Two"))], ["p One\nTwo"]),
    "bold throughout": ([p(r("Back", BOLD), r(" "), r("ground", BOLD))], ["P Back ground"]),
    "bold in part": ([p(r("Lead: ", BOLD), "Ann")], ["p Lead: Ann"]),
    "bold switched off": ([p(r("Aims", '<w:b w:val="0"/>'))], ["p Aims"]),
    "a typed number": ([p("1. Plant trees")], ["[1.] Plant trees"]),
    "a typed number behind a tab": ([p(r("2.1"), r("<w:tab/>"), r("Plant trees"))], ["[2.1] Plant trees"]),
    "a typed letter": ([p("(a) Plant trees")], ["[(a)] Plant trees"]),
    "a typed bullet": ([p("• Plant trees")], ["[•] Plant trees"]),
    "a typed bullet and number": ([p("• 1. Plant trees")], ["[• 1.] Plant trees"]),
    "a number in bold before plain words": ([p(r("1. ", BOLD), "Plant trees")], ["[1.] Plant trees"]),
    "numbered lines of one paragraph": (
        [p(r("(a) Plant"), r("<w:br/>"), r("trees"), r("<w:br/>"), r("(b) Water"))],
        ["[(a)] Plant\ntrees", "[(b)] Water"],
    ),
    "a year at the head": ([p("2021 was a hard year.")], ["p 2021 was a hard year."]),
    "an initial in a name": ([p("Cllr A. Smith spoke.")], ["p Cllr A. Smith spoke."]),
    "a bullet list": ([p("Plant", properties=style("ListBullet"))], ["[] Plant"]),
    "a content control around blocks": (
        [f"<w:sdt><w:sdtPr/><w:sdtContent>{p('One.')}{tbl(tr('a', 'b'))}</w:sdtContent></w:sdt>"],
        ["p One.", "t a | b"],
    ),
}


@pytest.mark.parametrize(("content", "blocks"), CASES.values(), ids=CASES)
def test_paragraphs_become_blocks(content: list[str], blocks: list[str]) -> None:
    assert shown(read(*content)) == blocks


def test_a_heading_style_of_ones_own_is_told_by_what_it_is_based_on() -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Council head"/>'
        '<w:basedOn w:val="Heading2"/></w:style>'
    )
    assert shown(read(p("Aims", properties=style("Own")), styles=own)) == ["h2 Aims"]


def test_styles_that_are_based_on_each_other_end() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/>'
        f'<w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    assert shown(read(p("Aims", properties=style("A")), styles=circle)) == ["p Aims"]


BOLD_STYLE = (
    '<w:style w:type="paragraph" w:styleId="Strong1"><w:name w:val="Strong one"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)


def test_a_style_makes_a_paragraph_bold() -> None:
    assert shown(read(p("Aims", properties=style("Strong1")), styles=BOLD_STYLE)) == ["P Aims"]


def test_bold_in_both_styles_is_plain() -> None:
    runs = (
        '<w:style w:type="character" w:styleId="Run1"><w:name w:val="Run one"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    content = p(r("Aims", '<w:rStyle w:val="Run1"/>'), properties=style("Strong1"))
    assert shown(read(content, styles=BOLD_STYLE + runs)) == ["p Aims"]


def test_paragraphs_are_counted_in_the_body_and_their_line_ends_are_not() -> None:
    layout = read(p(r("One"), r("<w:br/>"), r("line")), p(""), tbl(tr("a", "b")), p("Three"))
    places = {word.text: word.place for word in layout.words()}
    assert places["One"] == places["line"] == Place(line=1)
    assert places["Three"] == Place(line=3)


def test_the_words_of_a_paper_are_numbered_through() -> None:
    layout = read(p("One two"), tbl(tr("three", "four five")), p("1. Six"))
    assert [(word.number, word.text) for word in layout.words()] == list(
        enumerate(["One", "two", "three", "four", "five", "1.", "Six"])
    )


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr>'
    layout = read(p("Plant ", properties=gone), p("trees", properties=numbered()), numbering=DECIMAL)
    assert shown(layout) == ["[1.] Plant trees"]


DECIMAL = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_an_inserted_paragraph_is_one() -> None:
    new = '<w:rPr><w:ins w:id="1" w:author="Ann"/></w:rPr>'
    assert shown(read(p(ins("One."), properties=new), p("Two."))) == ["p One.", "p Two."]


def test_paragraphs_built_by_python_docx_are_read() -> None:
    made = document()
    made.add_heading("Action Plan", level=1)
    made.add_paragraph("Agreed by Cabinet.")
    made.add_paragraph("Plant trees", style="List Number")
    made.add_paragraph("Water them", style="List Number")
    assert shown(read_docx(saved(made), MEDIA_TYPE)) == [
        "h1 Action Plan",
        "p Agreed by Cabinet.",
        "[1.] Plant trees",
        "[2.] Water them",
    ]


def test_a_paper_without_words_has_no_blocks() -> None:
    assert read_docx(word(), MEDIA_TYPE).blocks == ()


def test_a_text_box_is_read_behind_its_paragraph_and_once() -> None:
    box = f"<w:txbxContent>{p('In a box.')}{tbl(tr('a', 'b'))}</w:txbxContent>"
    drawing = (
        '<mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    layout = read(p("Before", r(drawing), " and after."), p("Next."))
    assert shown(layout) == ["p Before and after.", "p In a box.", "t a | b", "p Next."]
    assert isinstance(layout.blocks[1], Paragraph)
    assert layout.blocks[1].text.place == Place(line=1)


def test_the_fallback_is_read_where_the_choice_has_no_text() -> None:
    drawing = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('In a box.')}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert shown(read(p(r(drawing)))) == ["p In a box."]
