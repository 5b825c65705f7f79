"""One trial: pytest with the tests that run the line of a mutant, up to the first that fails.

`python trial.py PROJECT TESTS`, with a file of those tests and the seconds that each takes.  Ends with 0
where all pass, else with 1.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import defaultdict
from pathlib import Path
from types import FrameType

import pytest

# A test that takes this many seconds of the processor, and so many times as long as it did, hangs.
HANGS, TIMES = 5.0, 10.0
TIMED_OUT = "timed out"


class Chosen:
    """Lets pytest run the chosen tests only, files with quick tests first, and ends what hangs."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds = seconds
        self.parent = os.getppid()
        by_file = defaultdict(list)
        for name, taken in seconds.items():
            by_file[name.partition("::")[0]].append(taken)
        self.pace = {name: sum(taken) / len(taken) for name, taken in by_file.items()}

    def files(self) -> list[str]:
        return sorted(self.pace, key=lambda name: self.pace[name])

    def pytest_configure(self) -> None:
        # Imported when pytest has prepared it.  A failure is enough: its simplest form is not searched.
        from hypothesis import Phase, settings

        steady = settings.get_profile("steady")
        settings.register_profile("trial", parent=steady, phases=[Phase.explicit, Phase.generate])
        settings.load_profile("trial")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self.seconds]
        items[:] = sorted(chosen, key=self._order)

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if os.getppid() != self.parent:
            pytest.exit("the check was stopped")
        allow(HANGS + TIMES * self.seconds[item.nodeid])

    def _order(self, item: pytest.Item) -> tuple[float, str, float]:
        name = item.nodeid.partition("::")[0]
        return self.pace[name], name, self.seconds[item.nodeid]


def allow(seconds: float) -> None:
    """End this process when it has worked so long from now."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _end(number: int, frame: FrameType | None) -> None:
    os.write(1, f"\n{TIMED_OUT}\n".encode())
    os._exit(1)


def main(project: str, tests: str) -> int:
    """Run the tests that a file names in a project."""
    signal.signal(signal.SIGPROF, _end)
    allow(HANGS + TIMES)
    seconds = json.loads(Path(tests).read_text(encoding="utf-8"))
    if not seconds:
        return 0
    os.chdir(project)
    chosen = Chosen(seconds)
    code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *chosen.files()], plugins=[chosen])
    return 1 if code else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
