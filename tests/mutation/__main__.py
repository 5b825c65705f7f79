"""Break `normalise` by lot and see whether the tests notice: `python -m tests.mutation --seed 1`.

Draws mutants of all its modules, each with equal chance, and runs for each the tests that reach the
changed line, up to the first that fails.  Works in copies of the project and prints each survivor, and
what was killed by module.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.mutation.coverage_map import PACKAGE
from tests.mutation.mutants import all_mutants, drawn
from tests.mutation.trials import SURVIVED, Outcome, tried
from tests.support.places import ROOT


def main() -> int:
    """Draw, try, report; end with 1 where fewer were killed than asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other mutants")
    parser.add_argument("--mutants", type=int, default=400, help="how many are drawn")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many are tried at a time")
    parser.add_argument("--floor", type=float, default=75.0, help="per cent that must be killed")
    given = parser.parse_args()
    start = time.monotonic()
    every = all_mutants(ROOT, PACKAGE)
    sample = drawn(ROOT, every, given.mutants, given.seed)
    _say(f"seed {given.seed} draws {len(sample)} of {len(every)} mutants")
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        for outcome in tried(sample, Path(folder), given.jobs):
            outcomes.append(outcome)
            _say(f"{len(outcomes):4d} {outcome.result:9s} {outcome.mutant.module}:{outcome.mutant.line}")
            if outcome.result == SURVIVED:
                _say(f"{outcome.mutant.operator}\n{outcome.diff}\n")
    _report(outcomes)
    killed = 100 * sum(one.result != SURVIVED for one in outcomes) / len(outcomes)
    _say(f"\n{killed:.1f} % killed, in {(time.monotonic() - start) / 60:.1f} minutes")
    return 0 if killed >= given.floor else 1


def _report(outcomes: list[Outcome]) -> None:
    """Print the counts of each module, worst first."""
    counts: dict[str, Counter[str]] = {str(one.mutant.module): Counter() for one in outcomes}
    for one in outcomes:
        counts[str(one.mutant.module)][one.result] += 1
    _say(f"\n{'module':44s} killed  timed out  survived")
    for module, count in sorted(counts.items(), key=lambda item: (-item[1][SURVIVED], item[0])):
        _say(f"{module:44s} {count['killed']:6d} {count['timed out']:10d} {count[SURVIVED]:9d}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
