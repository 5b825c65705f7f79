"""A fault in words: the place in the record and in the paper, the values side by side."""

from __future__ import annotations

from typing import Any

from extract.check.compare import Judgement
from extract.schema import Location

# Values are shown up to this many characters: enough to see what differs.
MAX_SHOWN = 160


def shown(value: Any) -> str:
    """Show a value in one line."""
    text = "nothing" if value is None else repr(value) if not isinstance(value, str) else f"“{value}”"
    text = " ".join(text.split())
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN // 2]} … {text[-MAX_SHOWN // 2 :]}"


def where(place: Location | None) -> str:
    """Say where in the paper a place is; "" where that is unknown."""
    if place is None:
        return ""
    parts = [("page", place.page), ("line", place.line), ("table", place.table), ("row", place.row)]
    return ", ".join(f"{name} {number}" for name, number in parts if number is not None)


def fault_line(judgement: Judgement, place: Location | None) -> str:
    """Say in one line what is not right."""
    at = where(place)
    values = f"expected {shown(judgement.expected)}, found {shown(judgement.found)}"
    return f"{judgement.verdict} {judgement.place}: {values}" + (f" ({at})" if at else "")
