"""The gate of this project: its samples and readings hold, and a rule that is broken on purpose fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extract.check.command import CheckOptions, check
from extract.check.floors import FLOORS, read_floors
from tests.support.places import GOLD, SAMPLES
from tests.support.seeded import MAIN, Fault, broken_copy

# One fault a stage, and a field that suffers.
SEEDED = {
    "stitching": (Fault("normalise/rows.py", "_continues", "return None"), "recommendations.text"),
    "dates": (
        Fault("normalise/values/periods.py", "_edge", "return '1999'"),
        "recommendations.actions.due.edtf",
    ),
    "officers": (
        Fault("normalise/values/officer_reader.py", "_name_and_kind", "return None, 'person'"),
        "recommendations.actions.officers.name",
    ),
}


@pytest.mark.parametrize("expected", [SAMPLES / "expected", GOLD], ids=["records", "gold"])
def test_every_value_of_the_samples_is_right(expected: Path) -> None:
    result = check(SAMPLES, CheckOptions(expected=expected), lambda _: None)
    assert result.errors == []
    assert [fault for one in result.checks for fault in one.faults] == []
    assert result.passed


def test_no_floor_of_the_samples_is_under_one() -> None:
    floors = read_floors(SAMPLES / FLOORS)
    assert {figure for _, figure in floors.figures.items()} == {1.0}
    assert len(floors.figures.f1) > 50
    assert floors.regressions == ()


@pytest.mark.parametrize("stage", SEEDED)
def test_a_broken_rule_fails_the_gate(stage: str, tmp_path: Path) -> None:
    fault, field = SEEDED[stage]
    broken_copy(tmp_path, fault)
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "check", SAMPLES, "--json", tmp_path / "check.json"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    told = json.loads((tmp_path / "check.json").read_bytes())
    assert field in {one["figure"].removeprefix("f1 ") for one in told["below"]}
