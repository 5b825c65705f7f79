"""Lines outside tables -> headings, items and paragraphs, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parsers.model import Block, Heading, Item, Paragraph, Place, Text
from parsers.pdf.content import union
from parsers.pdf.lines import BULLETS, CLAUSE_END, Line, Setter, line_end, usual_gap
from parsers.text.prose import mark_of

# A heading is set this much larger than the body of the paper: levels 1, 2 and 3.
HEADING_SIZES = (1.5, 1.25, 1.1)
MAX_HEADING_WORDS = 25
# Lines that end within this share of the width from the longest show the margin, if there are so many.
MARGIN = 0.04
FULL_LINES = 4
# One step of an indented list in points.
INDENT = 18.0


@dataclass(slots=True)
class Body:
    """The size in which most of the paper is set, as far as it has been read."""

    _sizes: Counter[float] = field(default_factory=Counter)

    def note(self, lines: Sequence[Line]) -> None:
        """Count the characters of lines."""
        for line in lines:
            self._sizes[round(line.size, 1)] += len(line.text)

    def level(self, size: float) -> int | None:
        """Return the level of a heading of this size, None for the body's own."""
        if not self._sizes:
            return None
        usual = self._sizes.most_common(1)[0][0]
        return next((at for at, times in enumerate(HEADING_SIZES, start=1) if size >= times * usual), None)


def measure_of(lines: Sequence[Line], width: float) -> tuple[float, float]:
    """Return where the lines of a page begin and how far they may reach.

    Where only a few lines show the right margin it is taken to be as wide as the left one.
    """
    left = min((line.box[0] for line in lines), default=0.0)
    right = max((line.box[2] for line in lines), default=width)
    full = sum(line.box[2] > right - MARGIN * (right - left) for line in lines)
    return left, right if full >= FULL_LINES else max(right, width - left)


def blocks_of(
    lines: Sequence[Line],
    place: Place,
    measure: tuple[float, float],
    setter: Setter,
    body: Body,
) -> Iterator[Block]:
    """Make blocks of lines in reading order.

    Args:
        lines: of a zone, from the top.
        place: page, and number of the first line on it.
        measure: where the lines of the zone begin and how far they may reach.
        setter: numbers the words.
        body: the size in which most of the paper is set.
    """
    if not lines:
        return
    right = measure[1]
    gap = usual_gap(lines)
    group: list[Line] = []
    for line in lines:
        if group and _parts(group, line, right, gap):
            yield _block(group, place, measure, setter, body)
            place = place._replace(line=(place.line or 0) + len(group))
            group = []
        group.append(line)
    yield _block(group, place, measure, setter, body)


def _parts(group: Sequence[Line], line: Line, right: float, gap: float) -> bool:
    """Tell whether a line begins a block of its own."""
    above = group[-1]
    if above.bold != line.bold or abs(above.size - line.size) > 0.5 or line.base < above.base:
        return True
    if _leads(line):
        return True
    distance = (line.base - above.base) / max(line.size, 1.0)
    if distance > gap + 0.2 or distance > 2.0:
        return True
    return line_end(above, line, right, gap) == "\n" and bool(CLAUSE_END.search(above.text))


def _leads(line: Line) -> bool:
    """Tell whether a line begins with a bullet, a number or a letter of a list."""
    return len(line.text) > 1 and (line.text[0] in BULLETS or mark_of(line.text) is not None)


def _block(
    lines: Sequence[Line], place: Place, edges: tuple[float, float], setter: Setter, body: Body
) -> Block:
    left, right = edges
    box = union([line.box for line in lines])
    text = setter.text(lines, place, right, usual_gap(lines))
    strong = all(line.bold for line in lines)
    level = body.level(min(line.size for line in lines))
    if level and len(text.words) <= MAX_HEADING_WORDS:
        return Heading(text, level)
    mark, rest = _marked(text)
    if mark is not None:
        return Item(mark, rest, round(max(box[0] - left, 0.0) / INDENT), strong)
    return Paragraph(text, strong)


def _marked(text: Text) -> tuple[Text | None, Text]:
    """Cut the mark off a text: a bullet, a number, a letter, or a bullet and one of them."""
    string, end = str(text), 0
    if string[:1] in BULLETS and len(string) > 1:
        end = 1 + (len(string) - 1 - len(string[1:].lstrip()))
    found = mark_of(string[end:])
    if found:
        end += found.end()
    return (text.cut(0, end), text.cut(end)) if end else (None, text)
