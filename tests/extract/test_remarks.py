"""What a reader remarked of a file: findings at the recommendation and field they are about."""

from __future__ import annotations

import pytest

from extract.findings import SEVERITIES
from extract.pipeline import extract_file
from extract.schema import Finding, Paper
from tests.support.docx_files import deleted, ins, p, r, tbl, tc, tr, word
from tests.support.pdf_writer import Sheet, comment, pdf
from tests.support.reading import found

HEAD = tr("Ref", "Recommendation", "Agreed action", "Lead officer", "Due date")
FIRST = tr("1", "That the parks are kept open.", "Mow the grass.", "Ann Osei", "May 2024")
XS = [50.0, 90.0, 230.0, 350.0, 440.0, 540.0]
YS = [100.0, 125.0, 165.0, 205.0]
ROWS = [
    ["Ref", "Recommendation", "Agreed action", "Lead officer", "Due date"],
    ["1", "That parks are kept open.", "Mow the grass.", "Ann Osei", "May 2024"],
    ["2", "That trees are planted.", "Plant trees.", "Ben Lee", "June 2024"],
]


def _docx(*rows: str, before: str = "", after: str = "", comments: str = "") -> Paper:
    """Read a Word file of an action plan."""
    content = [p("Action Plan: Review of Parks"), before, tbl(HEAD, FIRST, *rows), after]
    parts = {"comments": comments} if comments else None
    (record,) = extract_file(word(*filter(None, content), parts=parts), "plan.docx")
    return record


def _pdf(*sheets: Sheet) -> Paper:
    (record,) = extract_file(pdf(*sheets), "plan.pdf")
    return record


def _plan() -> Sheet:
    return Sheet().text(50, 60, "Action Plan: Review of Parks", 14).table(XS, YS, ROWS)


def _only(paper: Paper, code: str) -> Finding:
    (finding,) = found(paper, code)
    assert finding.severity == SEVERITIES[code]
    return finding


def _row(action: str = "Plant trees.", lead: str = "Ben Lee", due: str = "June 2024") -> str:
    return tr("2", "That trees are planted.", tc(p(action)), tc(p(lead)), tc(p(due)))


CELLS = {
    "due": ({"due": deleted("June 2024") + ins("December 2024")}, "due", "June 2024", "December 2024"),
    "officers": ({"lead": deleted("Ben Lee") + ins("Cara Webb")}, "officers", "Ben Lee", "Cara Webb"),
    "text": (
        {"action": deleted("Plant trees.") + ins("Water trees.")},
        "text",
        "Plant trees.",
        "Water trees.",
    ),
}


class TestTrackedChanges:
    @pytest.mark.parametrize(("cells", "field", "old", "new"), CELLS.values(), ids=CELLS)
    def test_one_in_a_cell_is_about_its_field(
        self, cells: dict[str, str], field: str, old: str, new: str
    ) -> None:
        finding = _only(_docx(_row(**cells)), "tracked-change")
        assert (finding.recommendation_ref, finding.field) == ("2", field)
        assert finding.message == f"Ann changed “{old}” to “{new}” on 2021-11-02T10:00:00Z"
        assert finding.location is not None
        assert (finding.location.table, finding.location.row) == (1, 3)

    def test_the_record_has_the_accepted_date(self) -> None:
        record = _docx(_row(due=deleted("June 2024") + ins("December 2024")))
        (action,) = record.recommendations[1].actions
        assert [(one.raw, one.edtf) for one in action.due] == [("December 2024", "2024-12")]

    def test_one_outside_the_table_is_about_no_recommendation(self) -> None:
        finding = _only(_docx(_row(), after=p("It was agreed ", ins("again "), "in May.")), "tracked-change")
        assert (finding.recommendation_ref, finding.field) == (None, None)
        assert finding.location is not None
        assert finding.location.line is not None

    def test_a_paper_without_any_has_no_finding(self) -> None:
        assert found(_docx(_row()), "tracked-change") == []


def _comment(words: str) -> str:
    return f'<w:comment w:id="4" w:author="Cllr Moss" w:date="2021-11-02T10:00:00Z">{p(words)}</w:comment>'


def _commented(words: str) -> str:
    return f'<w:commentRangeStart w:id="4"/>{r(words)}<w:commentRangeEnd w:id="4"/>'


class TestComments:
    def test_one_at_a_date_is_about_it(self) -> None:
        record = _docx(_row(due=_commented("June 2024")), comments=_comment("Will this slip?"))
        finding = _only(record, "comment")
        assert (finding.recommendation_ref, finding.field) == ("2", "due")
        assert finding.message == "comment of Cllr Moss, 2021-11-02T10:00:00Z: “Will this slip?”"

    def test_its_words_are_in_no_field(self) -> None:
        record = _docx(_row(due=_commented("June 2024")), comments=_comment("Will this slip?"))
        assert "slip" not in record.model_dump_json(exclude={"findings"})
        assert record.accounting.unplaced == []

    def test_one_in_a_pdf(self) -> None:
        sheet = _plan()
        sheet.notes.append(comment((400, 180, 420, 200), "Will this slip?"))
        record = _pdf(sheet)
        finding = _only(record, "comment")
        assert "Will this slip?" in finding.message
        assert finding.location is not None
        assert finding.location.page == 1
        assert "slip" not in record.model_dump_json(exclude={"findings"})


class TestHiddenText:
    def test_in_a_word_file(self) -> None:
        record = _docx(_row(action=r("Plant trees.") + r(" Costs unknown.", "<w:vanish/>")))
        finding = _only(record, "hidden-text")
        assert "Costs unknown." in finding.message
        assert (finding.recommendation_ref, finding.field) == ("2", "text")
        assert record.recommendations[1].actions[0].text == "Plant trees."

    @pytest.mark.parametrize(
        ("x", "y", "grey"),
        [(50, 400, 1.0), (50, 900, 0.0), (700, 400, 0.0)],
        ids=["white", "below", "beside"],
    )
    def test_in_a_pdf(self, x: float, y: float, grey: float) -> None:
        record = _pdf(_plan().text(x, y, "Costs unknown.", grey=grey))
        finding = _only(record, "hidden-text")
        assert "Costs unknown." in finding.message
        assert finding.location is not None
        assert finding.location.page == 1
        assert "Costs" not in record.model_dump_json(exclude={"findings"})
        assert [one.ref for one in record.recommendations] == ["1", "2"]


CHART = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{}"/>'
    "</a:graphic></wp:inline></w:drawing>"
)
OBJECT = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed"/></w:object>'
UNREAD = {
    "a chart": (CHART.format("chart"), "a chart was not read"),
    "a diagram": (CHART.format("diagram"), "a diagram was not read"),
    "a file": (OBJECT, "an embedded file was not read"),
}


@pytest.mark.parametrize(("content", "message"), UNREAD.values(), ids=UNREAD)
def test_content_that_was_not_read_is_told(content: str, message: str) -> None:
    assert _only(_docx(_row(), after=p(r(content))), "unread-content").message == message


class TestTruncatedInput:
    def test_a_pdf_without_its_end(self) -> None:
        (record,) = extract_file(pdf(_plan()).replace(b"%%EOF\n", b""), "plan.pdf")
        finding = _only(record, "truncated-input")
        assert "the end of the file is missing" in finding.message
        assert [one.ref for one in record.recommendations] == ["1", "2"]

    def test_a_pdf_that_lost_a_page_on_the_way(self) -> None:
        front = b"trailer\n<< /Root 1 0 R /Size 99 >>\n1 0 obj"
        data = pdf(_plan(), _plan()).replace(b"1 0 obj", front, 1)
        (record,) = extract_file(data[: data.rindex(b"/Type /Page ")], "plan.pdf")
        findings = found(record, "truncated-input")
        assert {one.location.page for one in findings if one.location} == {1, 2}
        assert [one.ref for one in record.recommendations] == ["1", "2"]


def test_a_clean_file_has_no_findings() -> None:
    assert _docx(_row()).findings == []
    assert _pdf(_plan()).findings == []
