"""Numbers the words and tables of a paper as its blocks are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.model import Block, Place, Text, Word
from parsers.model.words import EMPTY
from parsers.text.markup import tokens


@dataclass(slots=True)
class Builder:
    """Collects the blocks of one paper; gives each word its number.

    `outer_pipes` says whether the last pipe table was printed with outer pipes,
    `pipe_columns` how many columns it has, `tab_columns` how many the last
    tab-separated table has; up to line `prose_until` tabs part no cells, up to line
    `folded_until` no pipe table stands with its cells one a line, up to `aligned_until`
    blanks part no columns.
    """

    blocks: list[Block] = field(default_factory=list)
    outer_pipes: bool = True
    pipe_columns: int = 0
    tab_columns: int = 0
    prose_until: int = 0
    folded_until: int = 0
    aligned_until: int = 0
    _words: int = 0
    _tables: int = 0

    def text(self, raw: str, place: Place) -> Text:
        """Read a line or cell into a text whose words stand at `place`."""
        if not raw:
            return EMPTY
        words = [
            Word(run, number, mark, place, struck)
            for number, (run, mark, struck) in enumerate(tokens(raw), start=self._words)
        ]
        self._words += len(words)
        return Text(tuple(words))

    def table_number(self) -> int:
        """Return the number of the next table, from 1."""
        self._tables += 1
        return self._tables
