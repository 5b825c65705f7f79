"""Texts made to cost a reader time: a few characters, over and over, that its patterns begin to match.

`READERS` has, by what is read: the units that are repeated, and how a text of them is read.  Each
reader returns the words that it took for a value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from normalise.glossary import Glossary
from normalise.values.dates import read_action_dates, read_due_cell
from normalise.values.officers import read_officers
from tests.support.reading import layout, tables

OFFICERS = (
    *("Senior & ", "Senior\nHousing\n", "(Housing\n", "Ann Lee\nHead of Tax / ", "Support: \n", "- Tax\n"),
    *("Services\nLead\n", "SMITH, ", "SMITH, John, ", "O&S ", "1. A ", "Cabinet\n", "David W ", "X Homes "),
    *(
        "(AB) ",
        "St ",
        "Welcome X ",
        "Head of ",
        "Jane Ash, ",
        "((",
        "/ & and ",
        "A. ",
        "\n",
        "Cllr ",
        "to be ",
    ),
)
DATES = (
    *("1 ", "by ", "31 March ", "Q1 ", "12/", "1.1.", "(was ", "6 months from ", "May ", "2022/23-", "~~"),
    *(
        "the the ",
        "of the end of ",
        "Septmber ",
        "within 6 months of agreement ",
        "each ",
        "half term ",
        "99 ",
    ),
    *("and, ", "20"),
)
# Lines that begin tables of cells one a line, or of columns set side by side, and make none.
LINES = (
    *("|\nA |\nB\n", "A | B | C |\n|\n", "|\n", "| |\n|\n"),
    *("a   b   c   d\n", "1   b   c   d\n\n", "1   b   c   d\n   x\n"),
)
INITIALS = ("(JC)", "Jane Claxton (JC) ", "JC – ", "Jane ", "JC: Jane; ", "(((", "A")
MEETING = date(2023, 6, 14)


def repeated(unit: str, length: int) -> str:
    """Return so many characters of a unit, the last one whole."""
    return unit * (length // len(unit))


def _officers(text: str) -> list[str]:
    return [officer.raw for officer in read_officers(text).officers]


def _dates(text: str) -> list[str]:
    due = read_due_cell(text, known=MEETING).dates
    return [found.raw for found in (*due, *read_action_dates(text, combined=True, known=MEETING).dates)]


def _initials(text: str) -> list[str]:
    (initials,) = read_officers("JC").officers
    meant = Glossary(layout(text).blocks).meaning(initials)
    return [meant.name or meant.raw] if meant else []


def _lines(text: str) -> list[str]:
    return [str(cell.text) for table in tables(text) for cell in table.cells]


READERS: dict[str, tuple[tuple[str, ...], Callable[[str], list[str]]]] = {
    "officers": (OFFICERS, _officers),
    "dates": (DATES, _dates),
    "initials": (INITIALS, _initials),
    "lines": (LINES, _lines),
}
