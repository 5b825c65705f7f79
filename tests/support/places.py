"""Where the project keeps what the tests read."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GOLD = ROOT / "tests" / "gold"
SAMPLE_PAPERS = sorted(SAMPLES.glob("*.txt"))
RENDERED = ROOT / "tests" / "rendered"
ROUNDS = ROOT / "tests" / "rounds"
FAILURES = ROOT / "tests" / "failures"
PRINTED = ROOT / "tests" / "printed"
