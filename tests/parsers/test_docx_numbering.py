"""Word: automatic numbers as they are printed."""

from __future__ import annotations

import pytest

from parsers.docx.numbering import spell
from tests.support.docx_files import cell_text, numbered, p, read, shown, tbl, tr


def level(at: int, pattern: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    """Write a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels: str, overrides: str = "") -> str:
    """Write an abstract list with two lists of it, the second with overrides."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def marks(numbering: str, *paragraphs: tuple[int, int]) -> list[str]:
    """Return what stands before each paragraph, given its level and list."""
    content = [p("x", properties=numbered(at, number)) for at, number in paragraphs]
    return [line.removesuffix(" x") for line in shown(read(*content, numbering=numbering))]


LEGAL = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def test_levels_count_under_each_other() -> None:
    found = marks(LEGAL, (0, 1), (1, 1), (1, 1), (2, 1), (2, 1), (0, 1), (1, 1), (2, 1))
    assert found == ["[1.]", ">[1.1]", ">[1.2]", ">>[(a)]", ">>[(b)]", "[2.]", ">[2.1]", ">>[(a)]"]


def test_a_deeper_level_counts_from_the_first_number_of_those_above() -> None:
    assert marks(LEGAL, (1, 1), (1, 1)) == [">[1.1]", ">[1.2]"]


def test_lists_of_one_abstract_list_count_on() -> None:
    assert marks(LEGAL, (0, 1), (0, 2), (0, 1)) == ["[1.]", "[2.]", "[3.]"]


def test_a_list_that_starts_anew_does_so_once() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(level(0, "%1."), overrides=anew)
    assert marks(numbering, (0, 1), (0, 1), (0, 2), (0, 2)) == ["[1.]", "[2.]", "[1.]", "[2.]"]


def test_a_list_with_a_level_of_its_own_prints_it() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "R%1")}</w:lvlOverride>'
    assert marks(lists(level(0, "%1."), overrides=own), (0, 2), (0, 2)) == ["[R1]", "[R2]"]


PATTERNS = {
    "a start": (level(0, "%1.", start=7), ["[7.]", "[8.]"]),
    "letters": (level(0, "(%1)", "upperLetter"), ["[(A)]", "[(B)]"]),
    "Roman numbers": (level(0, "%1)", "lowerRoman"), ["[i)]", "[ii)]"]),
    "zeros": (level(0, "A%1", "decimalZero"), ["[A01]", "[A02]"]),
    "ordinals": (level(0, "%1", "ordinal"), ["[1st]", "[2nd]"]),
    "words, which make a label": (
        level(0, "Recommendation %1:"),
        ["p Recommendation 1:", "p Recommendation 2:"],
    ),
    "bullets": (level(0, "\uf0b7", "bullet"), ["[]", "[]"]),
    "no number": (level(0, "", "none"), ["p", "p"]),
    "a number format of another script": (level(0, "%1.", "hebrew1"), ["[1.]", "[2.]"]),
}


@pytest.mark.parametrize(("own", "expected"), PATTERNS.values(), ids=PATTERNS)
def test_a_mark_is_printed_as_its_level_says(own: str, expected: list[str]) -> None:
    assert marks(lists(own), (0, 1), (0, 1)) == expected


def test_a_level_that_never_restarts_counts_through() -> None:
    numbering = lists(level(0, "%1."), level(1, "(%2)", more='<w:lvlRestart w:val="0"/>'))
    assert marks(numbering, (0, 1), (1, 1), (0, 1), (1, 1)) == ["[1.]", ">[(1)]", "[2.]", ">[(2)]"]


def test_a_legal_level_prints_all_numbers_as_figures() -> None:
    numbering = lists(level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert marks(numbering, (0, 1), (0, 1), (1, 1)) == ["[I]", "[II]", ">[2.1]"]


def test_a_style_numbers_its_paragraphs_at_its_level() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(level(0, "%1."), level(1, "%1.%2", more='<w:pStyle w:val="Para"/>'))
    content = [p("x", properties=numbered()), p("x", properties='<w:pStyle w:val="Para"/>')]
    assert shown(read(*content, numbering=numbering, styles=style)) == ["[1.] x", ">[1.1] x"]


def test_a_paragraph_can_be_taken_out_of_the_list_of_its_style() -> None:
    assert marks(LEGAL, (0, 0), (0, 1)) == ["p", "[1.]"]


def test_a_list_defined_by_a_style_is_found() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="Ours"><w:name w:val="Ours"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Ours"/>'
        + level(0, "%1)")
        + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    content = p("x", properties=numbered(0, 2))
    assert shown(read(content, numbering=numbering, styles=style)) == ["[1)] x"]


def test_a_numbered_heading_prints_its_number() -> None:
    heading = f'<w:pStyle w:val="Heading1"/>{numbered()}'
    assert shown(read(p("Aims", properties=heading), numbering=LEGAL)) == ["h1 1. Aims"]


def test_a_list_that_is_missing_prints_nothing() -> None:
    assert marks(LEGAL, (0, 9)) == ["p"]


def test_in_a_cell_numbers_head_their_lines_and_bullets_are_no_words() -> None:
    numbering = lists(level(0, "%1."), level(1, "\uf0b7", "bullet"))
    content = [p(words, properties=numbered(at)) for at, words in ((0, "Plant"), (1, "oaks"), (0, "Water"))]
    assert cell_text(*content, numbering=numbering) == "1. Plant\noaks\n2. Water"


def test_a_column_of_numbers_without_words_is_read() -> None:
    rows = [
        tr(p("", properties=numbered()).join(("<w:tc>", "</w:tc>")), words) for words in ("Plant", "Water")
    ]
    assert shown(read(tbl(*rows), numbering=LEGAL)) == ["t 1. | Plant / 2. | Water"]


SPELLED = [
    (4, "lowerRoman", "iv"),
    (1999, "upperRoman", "MCMXCIX"),
    (26, "lowerLetter", "z"),
    (27, "lowerLetter", "aa"),
    (28, "upperLetter", "BB"),
    (11, "ordinal", "11th"),
    (22, "ordinal", "22nd"),
    (0, "lowerRoman", "0"),
    (10**9, "lowerLetter", "1000000000"),
    (12, "decimalZero", "12"),
    (3, "none", ""),
]


@pytest.mark.parametrize(("count", "form", "printed"), SPELLED)
def test_numbers_are_spelled(count: int, form: str, printed: str) -> None:
    assert spell(count, form) == printed
