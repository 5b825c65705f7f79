"""Word: headers and footers, notes, comments."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_BREAK

from parsers.docx.reader import read_docx
from parsers.model import Layout, Place
from tests.support.docx_files import MEDIA_TYPE, document, p, r, read, saved, shown, tbl, tc, tr

PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def layout(made: Document) -> Layout:
    return read_docx(saved(made), MEDIA_TYPE)


def furniture(made: Layout) -> list[str]:
    return [str(text) for text in made.furniture]


def test_the_header_of_page_one_comes_first_and_footers_are_furniture() -> None:
    made = document(p("One."))
    made.sections[0].header.paragraphs[0].text = "Action Plan: Bus Services"
    made.sections[0].footer.paragraphs[0].text = "www.example.gov.uk"
    found = layout(made)
    assert shown(found) == ["p Action Plan: Bus Services", "p One."]
    assert found.blocks[1].text.place == Place(line=1)  # type: ignore[union-attr]
    assert furniture(found) == ["www.example.gov.uk"]


def test_where_page_one_has_a_header_of_its_own_the_other_is_furniture() -> None:
    made = document(p("One."))
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Anytown Council"
    section.header.paragraphs[0].text = "Action Plan"
    found = layout(made)
    assert shown(found) == ["p Anytown Council", "p One."]
    assert furniture(found) == ["Action Plan"]


def test_headers_that_no_page_prints_are_not_read() -> None:
    made = document(p("One."))
    made.sections[0].first_page_header.paragraphs[0].text = "Never printed"
    made.sections[0].even_page_header.paragraphs[0].text = "Never printed either"
    assert [word.text for word in layout(made).words()] == ["One."]


def test_the_header_of_even_pages_is_furniture_where_they_have_one() -> None:
    made = document(p("One."))
    made.settings.odd_and_even_pages_header_footer = True
    made.sections[0].even_page_header.paragraphs[0].text = "Even"
    assert furniture(layout(made)) == ["Even"]


def test_the_header_of_a_later_section_is_furniture() -> None:
    made = document()
    made.add_paragraph("One.")
    made.sections[0].header.paragraphs[0].text = "Part one"
    made.add_section()
    made.sections[1].header.is_linked_to_previous = False
    made.sections[1].header.paragraphs[0].text = "Part two"
    made.add_paragraph("Two.")
    found = layout(made)
    assert shown(found) == ["p Part one", "p One.", "p Two."]
    assert furniture(found) == ["Part two"]


def header_of(content: str) -> Layout:
    made = document(p("One."))
    header = made.sections[0].header
    for element in document(content).element.body[:-1]:
        header._element.append(element)
    return layout(made)


def test_the_page_number_in_the_header_of_page_one_is_furniture() -> None:
    found = header_of(p(r("<w:t>Action Plan</w:t><w:tab/>"), r("Page "), PAGE))
    assert shown(found) == ["p Action Plan", "p One."]
    assert furniture(found) == ["Page 1"]


def test_a_title_with_a_page_number_in_it_stays() -> None:
    found = header_of(p("Scrutiny Action Plan for Buses - page ", PAGE))
    assert shown(found) == ["p Scrutiny Action Plan for Buses - page 1", "p One."]


def test_a_table_in_the_header_of_page_one_is_a_table() -> None:
    assert shown(header_of(tbl(tr("Report to", "Cabinet")))) == ["t Report to | Cabinet", "p One."]


def test_a_footer_is_read_line_by_line() -> None:
    made = document(p("One."))
    footer = made.sections[0].footer
    footer.paragraphs[0].text = "Anytown Council"
    footer.add_paragraph("Page 1 of 3")
    assert furniture(layout(made)) == ["Anytown Council", "Page 1 of 3"]


def note(kind: str, at: int) -> str:
    return r(f'<w:{kind}Reference w:id="{at}"/>', '<w:vertAlign w:val="superscript"/>')


def noted(kind: str, at: int, words: str) -> str:
    return f'<w:{kind} w:id="{at}">{p(r(f"<w:{kind}Ref/>"), words)}</w:{kind}>'


SEPARATOR = f'<w:footnote w:id="-1" w:type="separator">{p(r("<w:separator/>"))}</w:footnote>'


def test_footnotes_come_last_with_their_numbers_and_glue_nothing() -> None:
    notes = SEPARATOR + noted("footnote", 7, " Of the plan.") + noted("footnote", 3, "By 2021.")
    content = [
        p("In 2021", note("footnote", 3), " we planned"),
        tbl(tr("a", tc(p("b", note("footnote", 7))))),
    ]
    found = read(*content, parts={"footnotes": notes})
    assert shown(found) == ["p In 2021 we planned", "t a | b", "p 1 By 2021.", "p 2 Of the plan."]
    places = {word.text: word.place for word in found.words()}
    assert places["By"] == Place(line=1)
    assert places["Of"] == Place(table=1, row=1, column=2)


def test_endnotes_count_in_roman_numbers_behind_the_rest() -> None:
    found = read(
        p("One", note("endnote", 2), ". Two", note("endnote", 5)),
        parts={"endnotes": noted("endnote", 2, " A.") + noted("endnote", 5, " B.")},
    )
    assert shown(found) == ["p One. Two", "p i A.", "p ii B."]


def test_notes_that_nothing_refers_to_are_not_printed() -> None:
    assert shown(read(p("One."), parts={"footnotes": noted("footnote", 2, "Lost.")})) == ["p One."]


def test_a_note_with_a_mark_of_its_own_is_not_counted() -> None:
    own = r('<w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t>')
    starred = f'<w:footnote w:id="2">{p("* Provisional.")}</w:footnote>'
    found = read(
        p("Cost", own, " and date", note("footnote", 3)),
        parts={"footnotes": starred + noted("footnote", 3, " Agreed.")},
    )
    assert shown(found) == ["p Cost* and date", "p * Provisional.", "p 1 Agreed."]


def comment(at: int, words: str, more: str = "") -> str:
    return f'<w:comment w:id="{at}"{more}>{p(words)}</w:comment>'


def anchored(at: int, *content: str) -> str:
    return f'<w:commentRangeStart w:id="{at}"/>{"".join(content)}<w:commentRangeEnd w:id="{at}"/>'


SIGNED = ' w:author="Ann" w:date="2021-11-02T10:00:00Z"'


def test_a_comment_is_told_with_the_words_that_it_is_about() -> None:
    found = read(
        tbl(tr("a", tc(p("By ", anchored(4, r("31 "), r("May")), " 2021")))),
        parts={"comments": comment(4, "Is this right?", SIGNED)},
    )
    (remark,) = found.remarks
    assert remark.code == "comment"
    assert remark.message == "comment of Ann, 2021-11-02T10:00:00Z: “Is this right?”"
    assert str(remark.text) == "31 May"
    assert remark.place == Place(table=1, row=1, column=2)
    assert [word.text for word in found.words()] == ["a", "By", "31", "May", "2021"]


def test_a_comment_over_paragraphs_is_about_all_their_words() -> None:
    found = read(
        p('<w:commentRangeStart w:id="4"/>', r("One two")),
        p(r("three"), '<w:commentRangeEnd w:id="4"/>', r(" four")),
        parts={"comments": comment(4, "Why?")},
    )
    assert [(remark.message, [word.text for word in remark.text.words]) for remark in found.remarks] == [
        ("comment: “Why?”", ["One", "two", "three"])
    ]


def test_a_comment_that_is_anchored_nowhere_is_told() -> None:
    (remark,) = read(p("One."), parts={"comments": comment(4, "Why?", ' w:author="Ann"')}).remarks
    assert (remark.message, str(remark.text)) == ("comment of Ann: “Why?”", "")


def test_page_breaks_have_no_words() -> None:
    made = document()
    made.add_paragraph("One.").add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("Two.")
    assert shown(layout(made)) == ["p One.", "p Two."]
    assert layout(made).page_count is None
