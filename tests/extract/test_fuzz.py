"""The fuzz targets for a short time, and every input on which a reader once failed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.targets import FOUND, TARGETS, tried

# Enough to notice a target that is broken; `python -m tests.fuzz` looks for faults.
_SHORT = settings(
    max_examples=25, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)


@pytest.mark.parametrize("name", TARGETS)
def test_papers_changed_at_random_end_in_a_reading_or_a_named_error(name: str) -> None:
    target = TARGETS[name]

    @_SHORT
    @given(target.inputs)
    def short(data: bytes) -> None:
        tried(target, data)

    short()


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.bin")), ids=lambda path: path.stem)
def test_what_was_found_once_does_no_harm(path: Path) -> None:
    tried(TARGETS[path.stem.partition("-")[0]], path.read_bytes())
