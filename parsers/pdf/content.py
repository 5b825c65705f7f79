"""What stands on a page, in points from the top left of the visible page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Box = tuple[float, float, float, float]


class Token(NamedTuple):
    """A run of characters without a blank, or a whole line where a page is read by lines.

    Attributes:
        text: the characters, as printed.
        x0: left edge of the first character.
        top: ascent of its font over the baseline.
        x1: right edge of the last character.
        bottom: descent of its font under the baseline.
        size: height of the font in points.
        bold: whether its font is.
        angle: how far it is turned against the page, clockwise: 0, 90, 180 or 270.
        confidence: how sure its reading is, from 0 to 1: below 1 where it was read from a picture.
        struck: whether a line is drawn through it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    angle: int = 0
    confidence: float = 1.0
    struck: bool = False

    @property
    def box(self) -> Box:
        """Return where it stands."""
        return self.x0, self.top, self.x1, self.bottom


class Ruling(NamedTuple):
    """A straight line along the page: `at` is where it stands, `start` and `end` how far it goes."""

    at: float
    start: float
    end: float


class Shade(NamedTuple):
    """A filled rectangle.

    `grey` is its lightness from 0, black, to 1, white; `colour` its colour as
    `RRGGBB`, None where it is a grey.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    grey: float
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The rulings and shades of a page, and the share of it that pictures cover."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()
    shades: tuple[Shade, ...] = ()
    pictured: float = 0.0


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page.

    Attributes:
        number: from 1.
        width: of the visible page.
        height: of the visible page.
        tokens: in the order of the file.
        drawing: its rulings and shades.
        hidden: text that nobody sees, left out of the tokens.
        plain: whether nothing on the page can be a table, so that its tokens are whole lines.
        turn: how far what stands here is turned against the page, clockwise: a page set sideways.
        cut: characters that were not read, since the page has more than any paper's.
    """

    number: int
    width: float
    height: float
    tokens: tuple[Token, ...]
    drawing: Drawing
    hidden: tuple[str, ...] = ()
    plain: bool = False
    turn: int = 0
    cut: int = 0


def union(boxes: list[Box]) -> Box:
    """Return the smallest box that holds all of them."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
