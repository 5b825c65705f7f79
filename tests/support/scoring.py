"""A record against another, or against a reading by hand, in lines that a person reads."""

from __future__ import annotations

import json
from typing import Any

from extract.check.compare import compare, folded
from extract.check.reports.words import fault_line
from tests.support.places import GOLD

__all__ = ["differences", "folded", "gold_of"]


def differences(given: Any, found: Any) -> list[str]:
    """Say what of a reading a record does not hold, a line for each value."""
    return [fault_line(one, None) for one in compare(given, found) if one.verdict != "right"]


def gold_of(stem: str) -> Any:
    """Return the reading by hand of the sample that begins with these three digits."""
    return json.loads(next(GOLD.glob(f"{stem[:3]}-*.json")).read_text(encoding="utf-8"))
