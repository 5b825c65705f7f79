"""One process that tries inputs on a target until its time is up; what it is at stands in a file."""

from __future__ import annotations

import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.targets import TARGETS, tried

_ROUND = 100


def fuzz(name: str, until: float, first: int, current: Path, counted: Path) -> None:
    """Try inputs on a target, each in a file before it is read, so that a crash leaves it there.

    Raises:
        AssertionError: something that holds for every paper did not.
        Exception: whatever a reader raised.
    """
    target = TARGETS[name]
    tries = 0

    @given(target.inputs)
    @settings(
        max_examples=_ROUND,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    def one(data: bytes) -> None:
        nonlocal tries
        current.write_bytes(data)
        tries += 1
        counted.write_text(str(tries))
        if time.time() < until:
            tried(target, data)

    at = first
    while time.time() < until:
        seed(at)(one)()
        at += 1
