"""Plain lines on a console: headings, indents, foreign text quoted and cut short."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.schema import Location
from extract.terminal import printable
from parsers.model import Place, Text

if TYPE_CHECKING:
    from rich.console import Console

# What every window shows, and what is left to a pager; a wider window changes nothing.
MAX_WIDTH = 80
MIN_WIDTH = 40
_QUOTED = 60
_INDENT = "  "


class Page:
    """Writes to a console so that lines fit its width and hang under their beginning."""

    def __init__(self, console: Console) -> None:
        """Take the width of the console."""
        self._console = console
        self._width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
        self._begun = False

    def heading(self, text: str) -> None:
        """Write a heading, with a blank line above all but the first."""
        lines = textwrap.wrap(printable(text), self._width)
        rule = "-" * max(map(len, lines), default=1)
        self._write([*([""] if self._begun else []), *lines, rule])
        self._begun = True

    def line(self, text: str, indent: int = 0) -> None:
        """Write a line; what does not fit goes on below, further in."""
        begin = _INDENT * indent
        wrapped = textwrap.wrap(
            printable(text),
            self._width,
            initial_indent=begin,
            subsequent_indent=begin + _INDENT * 2,
            break_on_hyphens=False,
        )
        self._write(wrapped)

    def _write(self, lines: Iterable[str]) -> None:
        """Write lines as they are."""
        for line in lines:
            self._console.print(line, soft_wrap=True)


def short(text: Text | str, length: int = MAX_WIDTH * 2) -> str:
    """Put foreign text on one line, whole words of its middle left out where it is long.

    >>> short("a cell that goes on and on and on", 20)
    'a cell … and on'
    """
    string = " ".join(str(text).split())
    if len(string) <= length:
        return string
    half = (length - 3) // 2
    begin, end = string[:half], string[-half:]
    return f"{begin.rpartition(' ')[0] or begin} … {end.partition(' ')[2] or end}"


def quoted(text: Text | str, length: int = _QUOTED) -> str:
    """Quote foreign text, cut short."""
    return f"“{short(text, length)}”"


def where(place: Place | Location | None) -> str:
    """Say where words stand: "page 3, line 12"; "" where it is not known."""
    if place is None:
        return ""
    parts = [f"page {place.page}" if place.page else "", f"line {place.line}" if place.line else ""]
    return ", ".join(filter(None, parts))


def counted(number: int, thing: str) -> str:
    """Say how many there are: "1 row", "2 rows"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
