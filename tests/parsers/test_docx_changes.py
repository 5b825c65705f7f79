"""Word: tracked changes are accepted and told."""

from __future__ import annotations

import pytest

from parsers.model import Place, Remark
from tests.support.docx_files import deleted, ins, p, r, read, shown, tbl, tc, tr

TIME = "2021-11-02T10:00:00Z"


def told(*content: str) -> list[Remark]:
    return [remark for remark in read(*content).remarks if remark.code == "tracked-change"]


CHANGES = {
    "a date replaced": (
        [deleted("31 October 2021"), ins("31 December 2021")],
        f"Ann changed “31 October 2021” to “31 December 2021” on {TIME}",
        "31 December 2021",
    ),
    "the new before the old": (
        [ins("December"), deleted("October")],
        f"Ann changed “October” to “December” on {TIME}",
        "December",
    ),
    "part of a line": (
        ["By 31 ", deleted("October"), ins("December"), " 2021."],
        f"Ann changed “October” to “December” on {TIME}",
        "December",
    ),
    "part of a word": (
        ["By 1", deleted("4"), ins("5"), "/10/2021 at noon"],
        f"Ann changed “14/10/2021” to “15/10/2021” on {TIME}",
        "15/10/2021",
    ),
    "words inserted": (["Plant ", ins("more "), "trees"], f"Ann inserted “more” on {TIME}", "more"),
    "words deleted": (["Plant ", deleted("more "), "trees"], f"Ann deleted “more” on {TIME}", "Plant trees"),
    "everything deleted": ([deleted("Plant")], f"Ann deleted “Plant” on {TIME}", ""),
    "nobody and no time": (
        [f'<w:del w:id="1">{r("<w:delText>one</w:delText>")}</w:del>', f'<w:ins w:id="2">{r("two")}</w:ins>'],
        "changed “one” to “two”",
        "two",
    ),
    "nobody": (
        [f'<w:ins w:id="2" w:date="{TIME}">{r("two")}</w:ins>'],
        f"inserted “two” on {TIME}",
        "two",
    ),
    "inserted by one and deleted by another": (
        ["Plant ", ins(deleted("more ", author="Ben")), "trees"],
        f"Ben deleted “more” on {TIME}",
        "Plant trees",
    ),
    "moved here": (
        [f'<w:moveTo w:id="1" w:author="Ann">{r("two")}</w:moveTo>'],
        "Ann moved “two” here",
        "two",
    ),
    "moved away": (
        ["one ", f'<w:moveFrom w:id="1" w:author="Ann">{r("two")}</w:moveFrom>'],
        "Ann moved “two” away",
        "one",
    ),
}


@pytest.mark.parametrize(("content", "message", "text"), CHANGES.values(), ids=CHANGES)
def test_a_change_tells_old_new_author_and_time(content: list[str], message: str, text: str) -> None:
    (remark,) = told(tbl(tr("Ref", tc(p(*content)))))
    assert (remark.message, str(remark.text)) == (message, text)
    assert remark.place == Place(table=1, row=1, column=2)


def test_two_places_are_told_apart() -> None:
    content = p("By ", deleted("May"), ins("June"), " 2021 or ", deleted("May"), ins("July"), " 2022")
    assert [remark.message for remark in told(content)] == [
        f"Ann changed “May” to “June” on {TIME}",
        f"Ann changed “May” to “July” on {TIME}",
    ]


def test_two_authors_are_told_apart() -> None:
    content = p(ins("One "), ins("two", author="Ben"))
    assert [remark.message for remark in told(content)] == [
        f"Ann inserted “One” on {TIME}",
        f"Ben inserted “two” on {TIME}",
    ]


def test_a_change_in_the_body_stands_at_its_paragraph() -> None:
    (remark,) = told(p("One."), p(ins("Two.")))
    assert remark.place == Place(line=2)


def test_changed_formatting_and_blanks_are_no_changes_of_words() -> None:
    formatted = r("Two", '<w:rPrChange w:id="1" w:author="Ann"><w:rPr><w:b/></w:rPr></w:rPrChange>')
    assert told(p("One ", ins(" "), formatted, deleted(" "))) == []


def test_deleted_text_is_not_read() -> None:
    layout = read(p("By 31 ", deleted("October"), ins("December"), " 2021"))
    assert shown(layout) == ["p By 31 December 2021"]


def mark(kind: str) -> str:
    return f'<w:{kind} w:id="9" w:author="Ann" w:date="{TIME}"/>'


def test_a_deleted_row_is_dropped_and_told() -> None:
    gone = tr(
        "<!-- no words -->",
        tc(p(deleted("2"), "<!-- nor here -->")),
        tc(p(deleted("Water trees"))),
        properties=mark("del"),
    )
    layout = read(tbl(tr("1", "Plant"), gone, tr("3", "Prune")))
    assert shown(layout) == ["t 1 | Plant / 3 | Prune"]
    (remark,) = layout.remarks
    assert remark.message == f"Ann deleted the row “2 Water trees” on {TIME}"
    assert (remark.place, str(remark.text)) == (Place(table=1, row=2), "")


def test_an_inserted_row_is_read_and_told_once() -> None:
    new = tr(tc(p(ins("2"))), tc(p(ins("Water"))), properties=mark("ins"))
    layout = read(tbl(tr("1", "Plant"), new))
    assert shown(layout) == ["t 1 | Plant / 2 | Water"]
    (remark,) = layout.remarks
    assert (remark.message, str(remark.text)) == (f"Ann inserted the row “2 Water” on {TIME}", "2 Water")


def test_a_table_whose_rows_are_all_deleted_is_none() -> None:
    layout = read(tbl(tr(tc(p(deleted("1"))), properties=mark("del"))), tbl(tr("a", "b")))
    assert shown(layout) == ["t a | b"]
    assert [word.place.table for word in layout.words()] == [1, 1]


def test_a_deleted_cell_is_dropped() -> None:
    gone = tc(p(deleted("b")), properties=mark("cellDel"))
    assert shown(read(tbl(tr("a", gone, "c")))) == ["t a | c"]
