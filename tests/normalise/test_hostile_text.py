"""Text made to cost time is read to its end, and gives nothing that it does not say.

`tests/bench/hostile.py` measures what it costs.
"""

from __future__ import annotations

import re

import pytest

from tests.support.hostile_texts import READERS, repeated

LENGTH = 20_000  # characters: no reader that doubles its steps with each unit would come to an end


@pytest.mark.parametrize(
    ("reader", "unit"), [(reader, unit) for reader, (units, _) in READERS.items() for unit in units]
)
def test_hostile_text_is_read_and_nothing_invented(reader: str, unit: str) -> None:
    text = repeated(unit, LENGTH)
    printed = set(re.findall(r"\w+", text))
    for raw in READERS[reader][1](text):
        assert set(re.findall(r"\w+", raw)) <= printed
