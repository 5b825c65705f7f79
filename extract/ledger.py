"""The word ledger: each word of a paper is placed, furniture or unplaced, exactly once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from extract.schema import Accounting, Location, UnplacedText
from parsers.model import Layout, Place, Text, Word

Box = tuple[float, float, float, float]


def location(place: Place) -> Location:
    """Make the record's location of a place in the layout."""
    return Location(
        page=place.page,
        line=place.line,
        table=place.table,
        row=place.row,
        column=place.column,
        bbox=place.bbox,
    )


def locations(*texts: Text) -> list[Location]:
    """Return where the words of texts stand: one place for each cell, or line of prose, with their box."""
    boxes: dict[Place, Box | None] = {}
    for text in texts:
        for place in text.places():
            where, box = place._replace(bbox=None), place.bbox
            known = boxes.get(where)
            boxes[where] = around(known, box) if known and box else known or box
    return [location(where._replace(bbox=box)) for where, box in boxes.items()]


def around(one: Box, other: Box) -> Box:
    """Return the smallest box that holds two."""
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


class Ledger:
    """Notes for each word of a paper where it went.

    A text becomes part of the record through `place`, which returns its string:
    what is in the record has been placed, and nothing else has.
    """

    def __init__(self, layout: Layout) -> None:
        """Open the ledger of a paper."""
        self._words: tuple[Word, ...] = tuple(layout.words())
        self._placed: set[int] = set()
        self._furniture: set[int] = set()

    def place(self, text: Text) -> str:
        """Note that the words of a text are in the record; return the string."""
        self._placed.update([word.number for word in text.words])
        return str(text)

    def furnish(self, texts: Iterable[Text]) -> None:
        """Note words that only repeat what is printed elsewhere."""
        self._furniture.update(word.number for text in texts for word in text.words)

    def is_placed(self, text: Text) -> bool:
        """Tell whether every word of a text is in the record."""
        return all(word.number in self._placed for word in text.words)

    def close(self) -> Accounting:
        """Count the words; list the unplaced ones, neighbours together."""
        placed = [word for word in self._words if word.number in self._placed]
        furniture = [w for w in self._words if w.number in self._furniture and w.number not in self._placed]
        left = [w for w in self._words if w.number not in self._placed and w.number not in self._furniture]
        groups = (
            list(group)
            for _, group in groupby(
                enumerate(left), key=lambda pair: (pair[1].number - pair[0], pair[1].place)
            )
        )
        return Accounting(
            words=len(self._words),
            placed=len(placed),
            furniture=len(furniture),
            unplaced=[
                UnplacedText(text=" ".join(w.text for _, w in group), location=location(group[0][1].place))
                for group in groups
            ],
        )
