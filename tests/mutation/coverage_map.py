"""Which tests run which line of `normalise`, and how long each takes.

`python -m tests.mutation.coverage_map DATA SECONDS PATH...` runs the tests and writes both.
"""

from __future__ import annotations

import functools
import gc
import inspect
import json
import sys
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from coverage import Coverage, CoverageData

PACKAGE = "normalise"
# The tests of one file may take so many seconds in a trial: the quick ones are run, of the slow ones some.
LONGEST = 3.0


class Map:
    """The tests that run each line.

    What a module runs when it is imported, or once for all, counts for every test.
    """

    def __init__(self, data: Path, seconds: Path) -> None:
        self.seconds: dict[str, float] = json.loads(seconds.read_text(encoding="utf-8"))
        self._data = CoverageData(basename=str(data))
        self._data.read()
        self._by_module: dict[str, dict[int, list[str]]] = {}

    def tests(self, module: Path, lines: range) -> dict[str, float]:
        """Return the tests that run any of some lines of a module, with the seconds that each takes."""
        if str(module) not in self._by_module:
            measured = next(name for name in self._data.measured_files() if name.endswith(f"/{module}"))
            self._by_module[str(module)] = self._data.contexts_by_lineno(measured)
        by_line = self._by_module[str(module)]
        names = {name for line in lines for name in by_line.get(line, [])}
        return self._quick(self.seconds if "" in names else names)

    def _quick(self, names: Iterable[str]) -> dict[str, float]:
        """Return of each file its quickest tests, one at least, up to the time that it may take."""
        taken: dict[str, float] = defaultdict(float)
        chosen = {}
        for name in sorted(names, key=lambda name: (self.seconds[name], name)):
            file = name.partition("::")[0]
            if taken[file] < LONGEST:
                chosen[name] = self.seconds[name]
                taken[file] += self.seconds[name]
        return chosen


class Measure:
    """Tells coverage which test runs, and keeps how long each took."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.seconds: dict[str, float] = {}
        self.kept: list[functools._lru_cache_wrapper[Any]] = []

    def pytest_collection_finish(self) -> None:
        for answers in _kept_answers():
            if inspect.signature(answers).parameters:
                self.kept.append(answers)
            else:
                answers()

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        # An answer that another test asked for is not kept: each runs every line that it needs.
        for answers in self.kept:
            answers.cache_clear()
        self.coverage.switch_context(item.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        start = process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = process_time() - start


def _kept_answers() -> Iterator[functools._lru_cache_wrapper[Any]]:
    kind = functools._lru_cache_wrapper
    for found in gc.get_objects():
        if isinstance(found, kind) and found.__module__.startswith(PACKAGE):
            yield found


def main(data: str, seconds: str, *paths: str) -> int:
    """Run tests and write what they run."""
    coverage = Coverage(data_file=data, source=[PACKAGE], config_file=False)
    coverage.start()
    measure = Measure(coverage)
    code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *paths], plugins=[measure])
    coverage.stop()
    coverage.save()
    Path(seconds).write_text(json.dumps(measure.seconds), encoding="utf-8")
    return int(code)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
