"""Properties of stitching: cut a table anywhere, print it as pages, and it comes back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from extract.pipeline import extract_file
from normalise.document import read_document
from normalise.elements import RecordTable
from parsers.text.reader import read_text

HEADER = ("Ref", "Recommendation", "Action", "Lead", "Due")
TITLE = "Action Plan: Review of Parks"
_VERBS = ("reviews", "publishes", "supports", "improves", "maps", "funds")
_THINGS = (
    "play areas",
    "cycle lanes",
    "footpaths",
    "market stalls",
    "bus shelters",
    "allotments",
    "libraries",
)
_PLACES = ("in every ward", "near schools", "across the district", "by the river", "in the town centre")
_LEADS = (
    "Ada Hope, Head of Parks and Green Spaces",
    "Director of Place, Tunde Okoro",
    "Mia Rees and Kit Lowe",
    "Highways Team",
)
_DATES = ("31 October 2022", "April 2023", "30th September 2021", "Summer 2024", "Q2 2023/24", "Ongoing")


@dataclass(frozen=True)
class Cut:
    """A table of rows, the row that a page end cuts and the word of each cell where it does."""

    rows: tuple[tuple[str, ...], ...]
    row: int
    words: tuple[int, ...]
    header: str


@st.composite
def sentences(draw: st.DrawFn, start: str) -> str:
    """Draw one or two sentences of a recommendation or action."""
    parts = []
    for _ in range(draw(st.integers(1, 2))):
        verb, thing = draw(st.sampled_from(_VERBS)), draw(st.sampled_from(_THINGS))
        parts.append(f"{start} {verb} {thing} {draw(st.sampled_from(_PLACES))}.")
    return " ".join(dict.fromkeys(parts))


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    """Draw a table with references and one action a row, and where its page ends."""
    count = draw(st.integers(1, 4))
    rows = tuple(
        (
            f"R{at + 1}",
            draw(sentences("That the Council")),
            draw(sentences("The service")),
            draw(st.sampled_from(_LEADS)),
            draw(st.sampled_from(_DATES)),
        )
        for at in range(count)
    )
    row = draw(st.integers(0, count - 1))
    words = tuple(draw(st.integers(0, len(cell.split()))) for cell in rows[row][1:])
    return Cut(rows, row, words, draw(st.sampled_from(("again", "blank", "none"))))


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _printed(cut: Cut) -> str:
    """Print a table as two pages, the second with its header again, a blank one or none."""
    ref, *cells = cut.rows[cut.row]
    first = (ref, *(" ".join(cell.split()[:at]) for cell, at in zip(cells, cut.words, strict=True)))
    second = ("", *(" ".join(cell.split()[at:]) for cell, at in zip(cells, cut.words, strict=True)))
    top = [_line(HEADER), _line(("---",) * 5), *map(_line, cut.rows[: cut.row]), _line(first)]
    head = {"again": [_line(HEADER), _line(("---",) * 5)], "blank": [_line(("",) * 5), _line(("---",) * 5)]}
    bottom = [*head.get(cut.header, []), _line(second), *map(_line, cut.rows[cut.row + 1 :])]
    return "\n".join([TITLE, "", *top, "", TITLE, "", *bottom, ""])


def _tables(text: str) -> list[RecordTable]:
    document = read_document(read_text(text.encode("utf-8")))
    return [element for element in document.elements if isinstance(element, RecordTable)]


def _cells_of(table: RecordTable) -> list[tuple[str, ...]]:
    return [tuple(" ".join(str(cell).split()) for cell in row.cells) for row in table.rows]


@given(cuts())
def test_a_table_cut_at_any_row_and_word_comes_back(cut: Cut) -> None:
    tables = _tables(_printed(cut))
    assert len(tables) == 1
    assert _cells_of(tables[0]) == list(cut.rows)


@given(cuts())
def test_a_cut_is_said_and_loses_no_word(cut: Cut) -> None:
    paper = extract_file(_printed(cut).encode("utf-8"), "cut.txt")[0]
    accounting = paper.accounting
    assert accounting.words == accounting.placed + accounting.furniture
    assert accounting.unplaced == []
    if any(at < len(cell.split()) for cell, at in zip(cut.rows[cut.row][1:], cut.words, strict=True)):
        continued = [one for one in paper.findings if one.code == "row-continued"]
        assert [one.recommendation_ref for one in continued] == [cut.rows[cut.row][0]]


_cells = st.text(alphabet="ab c.:;-,'’1()/&", max_size=24)


@given(st.lists(st.lists(_cells, min_size=5, max_size=5), min_size=1, max_size=6), st.sets(st.integers(0, 5)))
def test_any_other_table_keeps_every_word(rows: list[list[str]], breaks: set[int]) -> None:
    lines = [_line(HEADER), _line(("---",) * 5)]
    for at, row in enumerate(rows):
        lines += ["", _line(("",) * 5), _line(("---",) * 5)] if at in breaks else []
        lines.append(_line(tuple(row)))
    text = "\n".join(lines)
    layout = read_text(text.encode("utf-8"))
    accounting = extract_file(text.encode("utf-8"), "any.txt")[0].accounting
    unplaced = sum(len(one.text.split()) for one in accounting.unplaced)
    assert accounting.words == accounting.placed + accounting.furniture + unplaced
    assert accounting.words == sum(1 for _ in layout.words())


@given(cuts())
def test_normalising_a_logical_table_again_changes_nothing(cut: Cut) -> None:
    once = _cells_of(_tables(_printed(cut))[0])
    again = "\n".join([TITLE, "", _line(HEADER), _line(("---",) * 5), *map(_line, once)])
    twice = _tables(again)[0]
    assert _cells_of(twice) == once
    assert all(len(row.parts) == 1 for row in twice.rows)


@given(cuts())
def test_the_record_holds_each_word_of_a_cut_table_as_often_as_the_table(cut: Cut) -> None:
    paper = extract_file(_printed(cut).encode("utf-8"), "cut.txt")[0]
    found: Counter[str] = Counter()
    for recommendation in paper.recommendations:
        found.update(recommendation.text.split())
        for action in recommendation.actions:
            found.update(action.text.split())
    wanted = Counter(word for row in cut.rows for cell in row[1:3] for word in cell.split())
    assert found == wanted
