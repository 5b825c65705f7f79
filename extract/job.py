"""A run of the command `extract`: inputs to a folder of results, watched, and stopped in order."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from types import FrameType
from typing import Protocol

from extract.across.decisions import NO_DECISIONS, Decisions
from extract.across.register import RunRegister
from extract.engine.processes import Allowance
from extract.engine.run import Done, Reader, Run
from extract.inputs import Input
from extract.options import Facts, OutputOptions
from extract.results import Reading
from extract.writers.folder import Contents, OutputFolder
from extract.writers.manifest import manifest
from extract.writers.notes import Notes
from extract.writers.store import Store
from normalise.values.contacts import without_contacts
from parsers.options import ReadOptions


class Stopped(BaseException):
    """The run was asked to end: no fault of a paper or a store, which are caught as `Exception`.

    Attributes:
        signal: the signal that asked.
    """

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.signal = number


class Watcher(Protocol):
    """Is told what comes of each input, as it comes."""

    def saw(self, reading: Reading) -> None:
        """Take note of an input that is done."""


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked for.

    Attributes:
        version: of the program, for the manifest.
        facts: what is given for all papers.
        reading: how they are to be read.
        output: what is to be written.
        allowance: what one paper may take.
        decisions: what the user knows of officers.
        as_of: the day that counts as today; by default the newest of which the papers tell.
        database: where the tables are loaded too; never noted.
    """

    version: str
    facts: Facts
    reading: ReadOptions
    output: OutputOptions
    allowance: Allowance
    decisions: Decisions = NO_DECISIONS
    as_of: date | None = None
    database: str | None = None

    def run(self, inputs: Sequence[Input], folder: Store, reader: Reader, watcher: Watcher) -> list[Reading]:
        """Read inputs and write what comes of them.

        Returns:
            What came of each input, in their order, without records.

        Raises:
            Stopped: the run was asked to end; the same run later goes on where it stopped.
            UnwritableOutput: a result cannot be written.
        """
        notes = Notes(folder)
        output = OutputFolder(folder, notes, self.output, None if self.output.contacts else without_contacts)
        limits = f"{self.allowance.seconds:g} s, {self.allowance.mebibytes} MiB"
        done: dict[int, Done] = {}
        for one in Run(self.facts, self.reading, reader, notes, limits).readings(inputs):
            output.write_records(one.reading)
            done[one.at] = Done(one.at, one.key, one.reading.model_copy(update={"records": ()}))
            watcher.saw(done[one.at].reading)
        contents = self._contents([done[at] for at in sorted(done)])
        output.write_run(contents, RunRegister(self.decisions, self.as_of))
        if self.database:
            from extract.writers.postgres import load_postgres

            load_postgres(self.database, output.tables(contents, RunRegister(self.decisions, self.as_of)))
        return [done[at].reading for at in sorted(done)]

    def _contents(self, done: Sequence[Done]) -> Contents:
        """Say what the results of a run are."""
        by_key = {one.key: one.reading for one in done if one.key}
        papers = Counter(paper.paper_id for reading in by_key.values() for paper in reading.papers)
        shared = (
            key
            for key, reading in by_key.items()
            if any(papers[paper.paper_id] > 1 for paper in reading.papers)
        )
        readings = [one.reading for one in done]
        made = manifest(
            self.version,
            self.facts,
            self.output,
            readings,
            ocr=self.reading.ocr,
            officers=self.decisions.digest,
            as_of=self.as_of,
        )
        return Contents(tuple(by_key), tuple(papers), tuple(shared), made)


@contextmanager
def stopped_in_order() -> Iterator[None]:
    """End by exception where the system asks to end, so that workers are ended and files closed.

    Raises:
        Stopped: the system, or the user with Ctrl-C, asked.
    """

    def stop(number: int, _frame: FrameType | None) -> None:
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
