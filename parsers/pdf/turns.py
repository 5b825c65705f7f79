"""Text that is turned against its page: boxes as its reader sees them, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parsers.pdf.content import Box, Drawing, PageContent, Ruling, Shade, Token

# A page is set sideways where this share of its characters is.
SIDEWAYS = 0.7


def read_box(box: Box, angle: int) -> Box:
    """Return a box as one sees it who turns the page so that text at `angle` is upright."""
    x0, top, x1, bottom = box
    if angle == 90:
        return top, -x1, bottom, -x0
    if angle == 180:
        return -x1, -bottom, -x0, -top
    if angle == 270:
        return -bottom, x0, -top, x1
    return box


def page_box(box: Box, angle: int) -> Box:
    """Return where a box stands on the page; the way back from `read_box`."""
    return read_box(box, (360 - angle) % 360)


def turned(token: Token, angle: int) -> Token:
    """Return a token as its reader sees it."""
    if not angle:
        return token
    x0, top, x1, bottom = read_box(token.box, angle)
    return token._replace(x0=x0, top=top, x1=x1, bottom=bottom, angle=(token.angle - angle) % 360)


def upright(page: PageContent) -> PageContent:
    """Turn a page that is set sideways so that it can be read; `turn` says by how much."""
    counts: Counter[int] = Counter()
    for token in page.tokens:
        counts[token.angle] += len(token.text)
    angle, most = counts.most_common(1)[0] if counts else (0, 0)
    if not angle or most < SIDEWAYS * counts.total():
        return page
    tokens = tuple(turned(token, angle) for token in page.tokens)
    return replace(page, tokens=tokens, drawing=_drawing(page.drawing, angle), turn=angle)


def _drawing(drawing: Drawing, angle: int) -> Drawing:
    boxes = [read_box((line.start, line.at, line.end, line.at), angle) for line in drawing.across]
    boxes += [read_box((line.at, line.start, line.at, line.end), angle) for line in drawing.down]
    across, down = _rulings(boxes)
    shades = tuple(Shade(*read_box(shade[:4], angle), *shade[4:]) for shade in drawing.shades)
    return replace(drawing, across=across, down=down, shades=shades)


def _rulings(boxes: Sequence[Box]) -> tuple[tuple[Ruling, ...], tuple[Ruling, ...]]:
    """Part boxes without height, and boxes without width, to lines across and down."""
    flat = [box for box in boxes if box[3] - box[1] <= box[2] - box[0]]
    tall = [box for box in boxes if box[3] - box[1] > box[2] - box[0]]
    return (
        tuple(Ruling(top, x0, x1) for x0, top, x1, _ in flat),
        tuple(Ruling(x0, top, bottom) for x0, top, _, bottom in tall),
    )
