"""What holds for every table and text: no word is lost, doubled or moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Text
from parsers.model.words import join
from tests.support.reading import layout, tables, text

# Nothing that is markup, a mark of a list or a row of dashes.
_cell = st.text(alphabet="abcXYZ 019.,;:()'’“”£%/?éŵ", max_size=20)
_grid = st.integers(3, 6).flatmap(
    lambda width: st.lists(st.lists(_cell, min_size=width, max_size=width), min_size=1, max_size=6)
)


def _words(rows: list[list[str]]) -> list[str]:
    return [word for row in rows for cell in row for word in cell.split()]


def _read(printed: str) -> list[str]:
    words = list(layout(printed).words())
    assert [word.number for word in words] == list(range(len(words)))
    return [word.text for word in words]


@given(_grid)
def test_a_pipe_table_gives_each_word_once_in_order(rows: list[list[str]]) -> None:
    printed = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    assert _read(printed) == _words(rows)


@given(_grid)
def test_a_pipe_table_without_outer_pipes_does_too(rows: list[list[str]]) -> None:
    header = [f"Label{at}" for at in range(len(rows[0]))]
    lines = [" | ".join(header), " | ".join("---" for _ in header), *(" | ".join(row) for row in rows)]
    assert _read("\n".join(lines)) == _words([header, *rows])


@given(_grid, st.sets(st.integers(0, 5)))
def test_a_tab_table_does_too_blank_lines_and_all(rows: list[list[str]], gaps: set[int]) -> None:
    lines = [("\n" if at in gaps else "") + "\t".join(row) for at, row in enumerate(rows)]
    assert _read("\n".join(lines)) == _words(rows)


@given(_grid)
def test_a_grid_covers_every_slot_once(rows: list[list[str]]) -> None:
    printed = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    for table in tables(printed):
        grid = table.grid()
        assert [len(row) for row in grid] == [table.columns] * table.rows
        assert [cell for row in grid for cell in row] == list(table.cells)


_line = st.lists(st.sampled_from(["one", "two,", "three.", "é", "10%", "<br>"]), min_size=1, max_size=8)


@given(_line, st.data())
def test_a_text_cut_anywhere_and_joined_is_the_text(words: list[str], data: st.DataObject) -> None:
    whole = text(" ".join(words))
    at = data.draw(st.integers(0, len(str(whole))))
    first, second = whole.cut(0, at), whole.cut(at)
    assert {word.number for word in (*first.words, *second.words)} == {word.number for word in whole.words}
    assert "".join((str(first) + str(second)).split()) == "".join(str(whole).split())


@given(_line)
def test_the_lines_of_a_text_are_the_text(words: list[str]) -> None:
    whole = text(" ".join(words))
    assert join(whole.lines(), "\n") == whole
    assert str(whole.unwrapped()) == " ".join(str(whole).split())


def test_a_word_cut_in_two_keeps_its_number() -> None:
    whole = text("Recommendation")
    assert [(word.text, word.number) for word in whole.cut(0, 6).words] == [("Recomm", 0)]
    assert [(word.text, word.number) for word in whole.cut(6).words] == [("endation", 0)]


def test_an_empty_text_is_false_and_stands_nowhere() -> None:
    assert not Text()
    assert Text().place is None
    assert Text().lines() == ()
