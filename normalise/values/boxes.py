"""Boxes to tick in a cell: "☒ Accept ☐ Reject" says what stands beside the ticked box, and no more."""

from __future__ import annotations

import re
from functools import cache

from normalise.lexicon import load


@cache
def _box() -> re.Pattern[str]:
    boxes = load("cover")["boxes"]
    return re.compile(f"(?P<ticked>[{boxes['ticked']}])|[{boxes['empty']}]")


def ticked(text: str) -> str:
    """Return what stands beside the ticked boxes of a text; a text without several boxes as it is.

    Words stand behind their box, or before it where they do throughout: "Accept ☒ Reject ☐".
    Nothing where no box is ticked: the form was not filled in.
    """
    boxes = list(_box().finditer(text))
    if len(boxes) < 2:
        return text
    starts, ends = [box.start() for box in boxes], [box.end() for box in boxes]
    behind = [text[start:end] for start, end in zip(ends, [*starts[1:], len(text)], strict=True)]
    before = [text[start:end] for start, end in zip([0, *ends[:-1]], starts, strict=True)]
    words = before if before[0].strip() and not behind[-1].strip() else behind
    chosen = (word.strip() for box, word in zip(boxes, words, strict=True) if box["ticked"])
    return "\n".join(filter(None, chosen))
