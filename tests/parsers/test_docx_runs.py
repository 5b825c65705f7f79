"""Word: the characters of a line, and what is no character of it."""

from __future__ import annotations

import pytest

from parsers.model import Paragraph
from tests.support.docx_files import p, r, read, shown

HIDDEN = "<w:vanish/>"
RAISED = '<w:vertAlign w:val="superscript"/>'


def field(instruction: str, result: str | None) -> str:
    begin, end = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "end"))
    separate = r('<w:fldChar w:fldCharType="separate"/>') + result if result is not None else ""
    return f"{begin}{r(f'<w:instrText>{instruction}</w:instrText>')}{separate}{end}"


def control(inner: str) -> str:
    return r(f'<w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar>') + r(
        '<w:fldChar w:fldCharType="end"/>'
    )


def symbol(code: str, font: str = "Wingdings") -> str:
    return r(f'<w:sym w:font="{font}" w:char="{code}"/>')


LINES = {
    "words cut by runs": (["Pla", r("nt", "<w:i/>"), " trees"], "Plant trees"),
    "tabs": ([r("<w:t>Ref</w:t><w:tab/><w:t>Action</w:t>")], "Ref Action"),
    "line ends": ([r("<w:t>One</w:t><w:cr/><w:t>Two</w:t>")], "One\nTwo"),
    "line ends of the file": ([r("<w:t>One\n   Two</w:t>")], "One Two"),
    "a page break": ([r('<w:t>One</w:t><w:br w:type="page"/>')], "One"),
    "hyphens": ([r("<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t>")], "co-op"),
    "soft hyphens": ([r("<w:t>plant</w:t><w:softHyphen/><w:t>\u00ading</w:t>")], "planting"),
    "blanks of Unicode": (["31\u00a0October\u20092021"], "31 October 2021"),
    "marks with no width": (["31\u200b Octo\u200eber"], "31 October"),
    "a raised ordinal": (["31", r("st", RAISED), " October"], "31st October"),
    "a raised ordinal behind a blank": (["31 ", r("st", RAISED), " October"], "31st October"),
    "a smart tag": (
        [f'<w:smartTag w:element="date">{r("31 October")}</w:smartTag>', " 2021"],
        "31 October 2021",
    ),
    "a content control": ([f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Ann')}</w:sdtContent></w:sdt>"], "Ann"),
    "a tick box as shown": (
        [
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
            f"<w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>",
            " Growth",
        ],
        "☒ Growth",
    ),
    "a simple field": ([f'<w:fldSimple w:instr="DATE">{r("31 October")}</w:fldSimple>'], "31 October"),
    "a field": (["Due ", field(" DATE \\@ ", r("31 October")), "."], "Due 31 October."),
    "a field without result": (["Page", field(" PAGE ", None)], "Page"),
    "a field in the instruction of another": (
        [
            r('<w:fldChar w:fldCharType="begin"/>'),
            r("<w:instrText>IF </w:instrText>"),
            field("DATE", r("no text")),
            r('<w:fldChar w:fldCharType="separate"/>'),
            r("Yes"),
            r('<w:fldChar w:fldCharType="end"/>'),
        ],
        "Yes",
    ),
    "a field in the result of another": ([field("TOC", r("Aims ") + field("PAGEREF", r("3")))], "Aims 3"),
    "a ticked box of a form": ([control("<w:checkBox><w:checked/></w:checkBox>"), r(" Yes")], "☒ Yes"),
    "a box of a form": ([control('<w:checkBox><w:default w:val="0"/></w:checkBox>'), r(" Yes")], "☐ Yes"),
    "a box ticked from the start": ([control('<w:checkBox><w:default w:val="1"/></w:checkBox>')], "☒"),
    "a list of a form": (
        [
            control(
                '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/>'
                '<w:listEntry w:val="Green"/></w:ddList>'
            )
        ],
        "Green",
    ),
    "a tick": ([symbol("F0FC")], "✓"),
    "boxes": ([symbol("F0FE"), " ", symbol("F0A8"), " ", symbol("F06F"), " ", symbol("F0FD")], "☑ ☐ ☐ ☒"),
    "a cross": ([symbol("F0FB")], "✗"),
    "a tick of another font": ([symbol("F052", "Wingdings 2")], "☑"),
    "a sign of the symbol font": ([symbol("F0B3", "Symbol"), "5"], "≥5"),
    "a symbol of no known font": ([symbol("2713", "Segoe UI Symbol")], "✓"),
    "a symbol without a code": ([symbol("x"), "One"], "One"),
    "a letter that a font prints as a tick": ([r("\u00fc", '<w:rFonts w:ascii="Wingdings"/>')], "✓"),
    "a formula": (["<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"], "x=2"),
    "a fraction": (
        [
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
        ],
        "1/2",
    ),
    "a ruby": (
        [r(f"<w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby>")],
        "base",
    ),
    "a choice of content": (
        [
            f'<mc:AlternateContent><mc:Choice Requires="w14">{r("One")}</mc:Choice>'
            f"<mc:Fallback>{r('One')}</mc:Fallback></mc:AlternateContent>"
        ],
        "One",
    ),
    "comments and instructions of the file": ([r("<w:t>One</w:t><!-- no --><?no words?>")], "One"),
    "moved text": (
        [f'<w:moveTo w:id="1">{r("One")}</w:moveTo>', f'<w:moveFrom w:id="1">{r("Two")}</w:moveFrom>'],
        "One",
    ),
}


@pytest.mark.parametrize(("content", "line"), LINES.values(), ids=LINES)
def test_a_line_reads_as_it_is_shown(content: list[str], line: str) -> None:
    assert shown(read(p(*content))) == [f"p {line}"]


def test_a_link_is_its_words_and_is_not_opened() -> None:
    link = f'<w:hyperlink r:id="rId99">{r("the plan")}</w:hyperlink>'
    assert shown(read(p("See ", link, "."))) == ["p See the plan."]


def test_a_raised_ordinal_is_one_word_with_its_number_only_where_no_blank_parts_them() -> None:
    assert [word.text for word in read(p("31", r("st", RAISED))).words()] == ["31st"]
    assert [(word.text, word.before) for word in read(p("31 ", r("st", RAISED))).words()] == [
        ("31", " "),
        ("st", ""),
    ]


def test_hidden_text_is_left_out_and_told() -> None:
    layout = read(p("Plant ", r("no ", HIDDEN), "trees"))
    assert shown(layout) == ["p Plant trees"]
    (remark,) = layout.remarks
    assert (remark.code, remark.message) == ("hidden-text", "hidden text was left out: “no”")
    assert remark.place.line == 1


def test_text_hidden_by_its_style_is_left_out() -> None:
    style = (
        '<w:style w:type="character" w:styleId="Off"><w:name w:val="Off"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    assert shown(read(p("One", r(" two", '<w:rStyle w:val="Off"/>')), styles=style)) == ["p One"]


def test_a_field_that_is_never_closed_swallows_only_its_own_instruction() -> None:
    open_field = r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>PAGE</w:instrText>")
    assert shown(read(p("One", open_field), p("Two"))) == ["p One", "p Two"]


def test_text_deep_in_content_controls_is_read() -> None:
    inner = r("One")
    for _ in range(100):
        inner = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    assert shown(read(p(inner))) == ["p One"]


@pytest.mark.parametrize("strike", ["<w:strike/>", "<w:dstrike/>"])
def test_words_struck_through_are_told(strike: str) -> None:
    [block] = read(p(r("June 2022", strike), " ", r("July 2022", '<w:strike w:val="0"/>'))).blocks
    assert isinstance(block, Paragraph)
    assert [word.text for word in block.text.words if word.struck] == ["June", "2022"]


def test_what_is_struck_out_and_what_replaces_it_are_two_words() -> None:
    (block,) = read(p(r("30 June", "<w:strike/>"), "31 July")).blocks
    assert isinstance(block, Paragraph)
    assert [(word.text, word.struck) for word in block.text.words] == [
        ("30", True),
        ("June", True),
        ("31", False),
        ("July", False),
    ]
