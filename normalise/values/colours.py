"""Colours of a traffic light, as printed."""

from __future__ import annotations

from functools import cache

from normalise.lexicon import load
from normalise.text import fold_label


@cache
def colour_names() -> dict[str, str]:
    """Return the words and letters of each colour."""
    return {name: colour for colour, names in load("statuses")["rag"].items() for name in names}


def read_rag(text: str, *, column: bool = False) -> str | None:
    """Read a colour as printed; single letters only where the column is one of colours.

    None for two colours, "Amber/Green": either may be meant.
    """
    signs = {colour for sign, colour in load("statuses")["rag_signs"].items() if sign in text}
    if signs:
        return str(signs.pop()) if len(signs) == 1 else None
    words = fold_label(text).replace("/", " ").split()
    colour = colour_names().get(words[0]) if words else None
    if colour is None or (len(words[0]) == 1 and not (column and len(words) == 1)):
        return None
    behind = [word for word in words[1:3] if word != "to"][:1]
    second = colour_names().get(behind[0], colour) if behind and len(behind[0]) > 1 else colour
    return colour if second == colour else None
