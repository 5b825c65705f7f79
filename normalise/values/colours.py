"""Colours of a traffic light, as printed: in words, letters and signs, or as a shade."""

from __future__ import annotations

import re
from colorsys import rgb_to_hsv
from functools import cache

from normalise.lexicon import load
from normalise.text import fold_label

# Where the hues of each colour lie, in degrees.  What Office offers: reds FF0000, C00000 and
# C0504D at 0-2; oranges ED7D31, F79646 and FF9900 at 24-36 and golds FFC000, FFBF00 and FFD966
# at 45, all of them ambers; yellow FFFF00 at 60; greens 92D050, 00FF00 and 00B050 at 80-147;
# blues 00B0F0, 0070C0, 4472C4 and 0000FF at 196-240.  What lies between two ranges, an orange
# red, a lime, a turquoise, may be either; purples are none.
_HUES = {"red": (0, 12), "amber": (20, 50), "yellow": (54, 66), "green": (75, 165), "blue": (190, 250)}
_LAST_RED = 345
# Paler colours are tints, of stripes and heat maps: F4B084 has 0.46, the palest green that
# Office offers as a colour of its own, 9BBB59, has 0.52.
_MIN_SATURATION = 0.5
# Darker colours are those of headers: 002060 has 0.38, the dark green 008000 0.50.
_MIN_BRIGHTNESS = 0.45
# "Adopted 26 Feb 2025 - GREEN", "Two of five done. (Amber)": a word behind the end of what is said.
_CLOSING = re.compile(
    r"(?:[.;:!(\[\n]|\s[–—-])\s*(?:rag\s*[:–-]?\s*)?(?P<word>[A-Za-z]{3,})[\s.)\]]*$", re.IGNORECASE
)


def colour_of(fill: str) -> str | None:
    """Return the colour of a traffic light that a shade, `RRGGBB`, clearly is."""
    hue, saturation, brightness = rgb_to_hsv(*(part / 255 for part in bytes.fromhex(fill)))
    if saturation < _MIN_SATURATION or brightness < _MIN_BRIGHTNESS:
        return None
    degrees = 0.0 if hue * 360 >= _LAST_RED else hue * 360
    return next((name for name, (low, high) in _HUES.items() if low <= degrees <= high), None)


def names_colour(text: str) -> bool:
    """Tell whether a text holds a word or sign of a colour, wherever it stands."""
    words = {word for word in fold_label(text).replace("/", " ").split() if len(word) > 1}
    return bool(words & colour_names().keys()) or any(sign in text for sign in load("statuses")["rag_signs"])


@cache
def colour_names() -> dict[str, str]:
    """Return the words and letters of each colour."""
    return {name: colour for colour, names in load("statuses")["rag"].items() for name in names}


def closing_colour(text: str) -> str | None:
    """Return the word of a colour with which an update closes, as printed; None where none does."""
    found = _CLOSING.search(text)
    return found["word"] if found and fold_label(found["word"]) in colour_names() else None


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
