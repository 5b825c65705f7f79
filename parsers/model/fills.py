"""The fill of a cell: a colour as `RRGGBB`, where it is one."""

from __future__ import annotations

# Parts of red, green and blue that differ by less are a grey, white and black among them.
MIN_SPREAD = 12


def fill_of(red: int, green: int, blue: int) -> str | None:
    """Return a colour, its parts from 0 to 255, as `RRGGBB`; None for white, greys and black."""
    spread = max(red, green, blue) - min(red, green, blue)
    return f"{red:02X}{green:02X}{blue:02X}" if spread >= MIN_SPREAD else None
