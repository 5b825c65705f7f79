"""Markup in lines and cells: what is taken off, and what only looks like it."""

from __future__ import annotations

import pytest

from parsers.text.markup import is_strong
from tests.support.reading import text

MARKUP = {
    "paragraphs": ("<p>First.</p><p>Second.</p>", "First.\nSecond."),
    "a paragraph alone": ("<p>First.</p>", "First."),
    "a paragraph with attributes": ('<p class="x" style="a:b">First.</p>', "First."),
    "line breaks": ("One<br>Two<br/>Three<BR />Four", "One\nTwo\nThree\nFour"),
    "line breaks in a row": ("One<br><br>Two", "One\nTwo"),
    "a list": ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
    "a list under words": ("Do:<ul><li>One</li></ul>", "Do:\nOne"),
    "bold": ("<b>Lead:</b> Ann", "Lead: Ann"),
    "bold inside a word": ("Re<b>view</b>", "Review"),
    "italics and strong": ("<i>a</i> <em>b</em> <strong>c</strong>", "a b c"),
    "a span": ('<span lang="en-GB">plan</span>ned', "planned"),
    "an ordinal": ("31<sup>st</sup> October", "31st October"),
    "an ordinal set apart": ("31 <sup>st</sup> October", "31st October"),
    "a power": ("40 m<sup>2</sup>", "40 m2"),
    "an index": ("CO<sub>2</sub>", "CO2"),
    "a link of HTML": ('<a href="https://a.example/x?y=1&amp;z=2">Plan</a>', "Plan"),
    "a comment": ("Plan<!-- draft --> B", "Plan B"),
    "an ampersand": ("Parks &amp; Gardens", "Parks & Gardens"),
    "a pound sign": ("&pound;5", "£5"),
    "a number": ("2020&#8211;21", "2020–21"),
    "a hexadecimal number": ("2020&#x2013;21", "2020–21"),
    "a hard blank": ("31&nbsp;October", "31 October"),
    "a decoded tag is text": ("&lt;b&gt;", "<b>"),
    "a link": ("see [the plan](https://a.example/plan.pdf) of May", "see the plan of May"),
    "a link with a title": ('[Plan](https://a.example "The plan")', "Plan"),
    "a link to a file": ("[Plan](<a b.pdf>)", "Plan"),
    "an address": ("<https://a.example>", "https://a.example"),
    "an address of a person": ("<jo@a.example>", "jo@a.example"),
    "two stars": ("**Lead:** Ann", "Lead: Ann"),
    "one star": ("*Lead* Ann", "Lead Ann"),
    "three stars": ("***Lead*** Ann", "Lead Ann"),
    "underlines": ("__Lead__ and _support_", "Lead and support"),
    "emphasis in emphasis": ("**Lead *officer* only**", "Lead officer only"),
    "code": ("`Plan`", "Plan"),
    "an escaped star": (r"5\* hotel", "5* hotel"),
    "an escaped line": (r"snake\_case", "snake_case"),
    "an escaped entity": (r"\&amp;", "&amp;"),
    "struck through": ("~~June 2022~~ July 2022", "June 2022 July 2022"),
    "two signs that strike nothing": ("~~ five ~~~ six", "~~ five ~~~ six"),
    "blanks": ("  One \t two  ", "One two"),
}


@pytest.mark.parametrize(("raw", "printed"), MARKUP.values(), ids=MARKUP)
def test_markup_is_taken_off(raw: str, printed: str) -> None:
    assert str(text(raw)) == printed


TEXT = {
    "less than": "if a<b then c",
    "less and greater than": "if i<b and c>d",
    "a figure": "<5 days and >3 visits",
    "a blank to fill in": "<Name>",
    "a blank of several words": "<Name of officer>",
    "an ampersand": "Terms&notes",
    "an ampersand between words": "Parks & Gardens",
    "an ampersand between capitals": "R&D; Q&A; T&Cs",
    "a product": "5 * 3",
    "a product of three": "5 * 3 * 2",
    "a product without blanks": "5*3*2",
    "a name of a program": "snake_case_name",
    "a file name": "_draft_plan",
    "a footnote star": "Cost* of parks",
    "two footnote stars": "Cost* and time**",
    "a footnote": "*Figures are provisional",
    "stars of hotels": "4* and 5* hotels",
    "a bracket": "[sic] and [1]",
    "a box": "[ ] Yes [x] No",
    "a bracket before a bracket": "[Plan] (draft)",
    "a back tick": "the ` sign",
    "a path": r"C:\plans\new",
    "an arrow": "Plan -> Do <- Check",
}


@pytest.mark.parametrize("printed", TEXT.values(), ids=TEXT)
def test_what_only_looks_like_markup_stays_text(printed: str) -> None:
    assert str(text(printed)) == printed


def test_a_word_is_a_run_of_characters_between_blanks() -> None:
    assert [word.text for word in text("31<sup>st</sup> of&nbsp;May,<br>**10%**").words] == [
        "31st",
        "of",
        "May,",
        "10%",
    ]


def test_words_count_on_from_nought() -> None:
    assert [word.number for word in text("<p>One two</p><p>three</p>").words] == [0, 1, 2]


@pytest.mark.parametrize("raw", ["**Lead officer**", "__Lead__", "<b>Lead</b>", "<strong>Lead</strong>:"])
def test_a_line_in_bold_is_strong(raw: str) -> None:
    assert is_strong(raw)


@pytest.mark.parametrize("raw", ["Lead", "**Lead:** Ann", "**Lead** and **support**", "** Lead", "*Lead*"])
def test_a_line_with_bold_in_it_is_not(raw: str) -> None:
    assert not is_strong(raw)


STRUCK = {
    "tildes": ("~~June 2022~~ July 2022", ["June", "2022"]),
    "a tag": ("<s>June 2022</s> July 2022", ["June", "2022"]),
    "a tag over lines": ("<del>June<br>2022</del><br>July 2022", ["June", "2022"]),
    "bold in what is struck": ("~~**June** 2022~~ July", ["June", "2022"]),
    "twice": ("~~June~~ July ~~May~~", ["June", "May"]),
    "nothing": ("June ~ July", []),
    "an escape": (r"\~~June\~~ July", []),
}


@pytest.mark.parametrize(("raw", "struck"), STRUCK.values(), ids=STRUCK)
def test_words_struck_through_are_told(raw: str, struck: list[str]) -> None:
    read = text(raw)
    assert [word.text for word in read.words if word.struck] == struck
    assert [read.string[start:end] for start, end in read.struck()] == struck
