"""Characters of symbol fonts, which print a tick where the file says "ü"."""

from __future__ import annotations

# What papers print of these fonts: ticks, crosses, boxes, bullets, arrows. Code -> Unicode.
_WINGDINGS = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x70: "☐",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0xA3: "☐",
}
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    **{code: chr(code) for code in range(0x21, 0x40)},
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x44: "Δ",
    0x53: "Σ",
    0x57: "Ω",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD6: "√",
    0xDE: "⇒",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
# Symbol fonts stand at U+F000 in Unicode's private use area.
_PRIVATE = 0xF000


def is_symbol_font(font: str | None) -> bool:
    """Tell whether a font prints symbols where the file has letters."""
    return (font or "").lower() in _FONTS


def symbol(font: str | None, character: str) -> str:
    """Return what a symbol font prints for a character; unknown ones as they stand."""
    code = ord(character)
    return _FONTS.get((font or "").lower(), {}).get(code & 0xFF if code >= _PRIVATE else code, character)


def symbol_of_code(font: str | None, code: str | None) -> str:
    """Return what a `w:sym` prints, given its code in hexadecimal; nothing where that is none."""
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    return symbol(font, character)


def private_symbol(character: str) -> str:
    """Return what a character of the private use area prints, where no font is named.

    Bullets are set in Symbol, ticks and boxes in Wingdings.
    """
    font = "symbol" if ord(character) - _PRIVATE == 0xB7 else "wingdings"
    return symbol(font, character)
