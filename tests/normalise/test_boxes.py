"""Boxes to tick: only the ticked one counts."""

from __future__ import annotations

import pytest

from normalise.values.boxes import ticked


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("☒ Accept ☐ Reject", "Accept"),
        ("☐ Accept ☒ Reject", "Reject"),
        ("Accept ☐ Reject ☒", "Reject"),
        ("☐ Accept ☐ Reject", ""),
    ],
)
def test_only_the_ticked_box_counts(text: str, chosen: str) -> None:
    assert ticked(text) == chosen
