"""Trials of mutants: copies of the project in which code is changed, tests run, and code changed back."""

from __future__ import annotations

import compileall
import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue

from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import TestOutcome, WorkerOutcome

from tests.mutation.coverage_map import Map
from tests.mutation.mutants import Mutant, specification
from tests.mutation.trial import TIMED_OUT
from tests.support.places import ROOT

CODE = ("extract", "normalise", "parsers")
OF_USE = (*CODE, "tests", "samples", "pyproject.toml")
# The tests that are tried: those of `normalise`, and those of whole papers that are quick.
TESTS = [
    "tests/normalise",
    "tests/extract/test_block_pairs.py",
    "tests/extract/test_block_records.py",
    "tests/extract/test_checks.py",
    "tests/extract/test_column_findings.py",
    "tests/extract/test_cover.py",
    "tests/extract/test_expected.py",
    "tests/extract/test_gold.py",
    "tests/extract/test_lookalikes.py",
    "tests/extract/test_outline.py",
    "tests/extract/test_packs.py",
    "tests/extract/test_printed_papers.py",
    "tests/extract/test_readings.py",
    "tests/extract/test_record_rows.py",
    "tests/extract/test_samples.py",
    "tests/extract/test_titles.py",
]
# A trial that takes so many seconds is ended; its tests have limits of their own.
STANDS_STILL = 900.0
SURVIVED = "survived"


@dataclass(frozen=True)
class Outcome:
    """What came of a mutant: `killed`, `timed out` or `survived`, and its diff."""

    mutant: Mutant
    result: str
    diff: str


def tried(mutants: list[Mutant], folder: Path, jobs: int) -> Iterator[Outcome]:
    """Try mutants, some at a time, in copies of the project that are laid into a folder."""
    first = folder / "0"
    _copy(first)
    found = _measured(first, folder)
    _controlled(first, found)
    free: SimpleQueue[Path] = SimpleQueue()
    free.put(first)
    for number in range(1, jobs):
        free.put(Path(shutil.copytree(first, folder / str(number))))

    def outcome(mutant: Mutant) -> Outcome:
        copy = free.get()
        try:
            return _try(mutant, found.tests(mutant.module, mutant.statement), copy)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(jobs) as workers:
        yield from workers.map(outcome, mutants)


def _copy(copy: Path) -> None:
    """Copy the project; compiled so that a change of a module is told by its text and not by its time."""
    copy.mkdir()
    for name in OF_USE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / name)
    for name in CODE:
        compileall.compile_dir(copy / name, quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)


def _measured(copy: Path, folder: Path) -> Map:
    """Run the tests once, unchanged, and see which of them runs which line."""
    data, seconds = folder / "coverage", folder / "seconds.json"
    program = [sys.executable, "-m", "tests.mutation.coverage_map", str(data), str(seconds)]
    done = subprocess.run([*program, *TESTS], cwd=copy, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"the tests fail before anything is changed:\n{done.stdout}")
    return Map(data, seconds)


def _controlled(copy: Path, found: Map) -> None:
    """See that a trial in which nothing was changed kills nothing."""
    outcome, said = run_tests(_trial(copy, found.seconds), STANDS_STILL)
    if outcome is not TestOutcome.SURVIVED:
        sys.exit(f"a trial fails before anything is changed:\n{said}")


def _trial(copy: Path, tests: dict[str, float]) -> str:
    """Return the command that runs some tests in a copy."""
    chosen = copy / "chosen.json"
    chosen.write_text(json.dumps(tests), encoding="utf-8")
    return shlex.join([sys.executable, str(copy / "tests/mutation/trial.py"), str(copy), str(chosen)])


def _try(mutant: Mutant, tests: dict[str, float], copy: Path) -> Outcome:
    """Change the code of a copy, run tests, change it back."""
    command = _trial(copy, tests)
    done = mutate_and_test([specification(copy, mutant)], command, STANDS_STILL)
    if done.worker_outcome is not WorkerOutcome.NORMAL:
        raise RuntimeError(done.output or f"no such mutant: {mutant}")
    result = SURVIVED if done.test_outcome is TestOutcome.SURVIVED else "killed"
    if done.output.rstrip().endswith((TIMED_OUT, "timeout")):
        result = "timed out"
    return Outcome(mutant, result, done.diff.partition("\n")[2].replace(f"/{copy}/", "/"))
