"""A run over many inputs: each read once and by itself, what is known not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Protocol

from extract.engine.keys import digest, task_key
from extract.engine.task import Task, failed, faults_named, perform
from extract.errors import OverMemory, OverTime
from extract.inputs import Input, read_input
from extract.options import Facts
from extract.results import Reading
from extract.sidecar import facts_for
from parsers.errors import PaperError
from parsers.options import ReadOptions

# A paper that was over one of its limits is so again under the same limits.
_LIMIT_CODES = frozenset({OverTime.code, OverMemory.code})


class Reader(Protocol):
    """Where tasks are performed.

    Attributes:
        room: how many tasks it takes at once.
    """

    room: int

    def submit(self, task: Task) -> Future[Reading]:
        """Have a task performed; whatever goes wrong with the paper is in the reading."""


class Notes(Protocol):
    """What is known of earlier readings, by key."""

    def recall(self, key: str) -> Reading | None:
        """Return what came of it, None where that is not known for certain."""

    def keep(self, key: str, reading: Reading) -> None:
        """Keep what came of it."""


@dataclass(frozen=True, slots=True)
class Done:
    """An input that is done.

    Attributes:
        at: its place among the inputs.
        key: the key of what was read; None where nothing was.
        reading: what came of it.
    """

    at: int
    key: str | None
    reading: Reading


class InThisProcess:
    """Performs a task at once, where the caller is: nothing protects the run from the paper."""

    room = 1

    def submit(self, task: Task) -> Future[Reading]:
        """Perform a task."""
        done: Future[Reading] = Future()
        done.set_result(perform(task))
        return done


class NoNotes:
    """Knows nothing and keeps nothing."""

    def recall(self, key: str) -> None:
        """Know nothing."""

    def keep(self, key: str, reading: Reading) -> None:
        """Keep nothing."""


@dataclass(slots=True)
class Run:
    """Reads inputs with the facts and options given for all of them.

    Attributes:
        facts: what is given for all papers.
        options: how they are to be read.
        reader: where they are read.
        notes: what is known of them.
        limits: what one paper may take, as text: a paper over it is tried again under other limits only.
    """

    facts: Facts
    options: ReadOptions
    reader: Reader
    notes: Notes
    limits: str = ""
    _names: dict[str, str] = field(default_factory=dict)
    _fresh: set[str] = field(default_factory=set)
    _twins: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _waiting: dict[Future[Reading], Task] = field(default_factory=dict)

    def readings(self, inputs: Iterable[Input]) -> Iterator[Done]:
        """Give what comes of each input, as it comes."""
        for at, given in enumerate(inputs):
            yield from self._begin(at, given)
            while len(self._waiting) >= self.reader.room:
                yield from self._finish()
        while self._waiting:
            yield from self._finish()

    def _begin(self, at: int, given: Input) -> Iterator[Done]:
        """Have an input read, unless it is known, or being read under another name, or there is nothing."""
        start = perf_counter()
        task = self._task(given)
        if isinstance(task, Reading):
            yield Done(at, None, task)
            return
        key = task_key(task)
        if key in self._twins:
            self._twins[key].append((at, given.name))
            return
        known = self._recall(key)
        if known:
            seconds = perf_counter() - start
            yield Done(at, known[0], known[1].model_copy(update={"name": given.name, "seconds": seconds}))
            return
        self._twins[key] = [(at, given.name)]
        self._waiting[self.reader.submit(task)] = task

    def _task(self, given: Input) -> Task | Reading:
        """Find out what is to be read; equal bytes with equal facts go by the first of their names."""
        sha256 = None
        try:
            with faults_named(given.name):
                sha256 = hashlib.sha256(read_input(given, self.options.limits)).hexdigest()
                facts = facts_for(given, self.facts, self.options.limits)
                name = self._names.setdefault(digest(sha256, facts.model_dump_json()), given.name)
                return Task(replace(given, name=name), facts, self.options, sha256)
        except PaperError as error:
            return failed(given.name, sha256, error)

    def _recall(self, key: str) -> tuple[str, Reading] | None:
        """Return what is known of a key, and the key under which it is."""
        for one in (key, self._limited(key)):
            known = self.notes.recall(one)
            if known and (one in self._fresh or known.outcome == "failed"):
                return one, known
            if known:
                return one, known.model_copy(update={"outcome": "unchanged"})
        return None

    def _finish(self) -> Iterator[Done]:
        """Wait until something was read, keep it, and pass it on under each of its names."""
        done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
        for future in done:
            task = self._waiting.pop(future)
            reading = future.result()
            key = self._keep(task, reading)
            for at, name in self._twins.pop(task_key(task)):
                yield Done(at, key, reading.model_copy(update={"name": name}))

    def _keep(self, task: Task, reading: Reading) -> str | None:
        """Keep what was read, by what it was when it was read; a failure that another try may mend is not."""
        if reading.outcome == "failed" and reading.code not in _LIMIT_CODES:
            return None
        read = replace(task, sha256=reading.sha256 or task.sha256)
        key = task_key(read) if reading.outcome != "failed" else self._limited(task_key(read))
        self.notes.keep(key, reading)
        self._fresh.add(key)
        return key

    def _limited(self, key: str) -> str:
        return digest(key, self.limits)


def in_order(done: Iterable[Done]) -> Iterator[Done]:
    """Put what comes into the order of the inputs; what comes early waits."""
    early: dict[int, Done] = {}
    expected = 0
    for one in done:
        early[one.at] = one
        while expected in early:
            yield early.pop(expected)
            expected += 1
