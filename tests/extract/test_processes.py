"""Worker processes: whatever a paper does to the one that reads it, the others are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest

from extract.engine.processes import PAPERS_PER_WORKER, Allowance, Processes
from extract.engine.run import NoNotes, Run, in_order
from extract.engine.task import Task, perform
from extract.inputs import find_inputs
from extract.options import Facts
from extract.results import Reading
from parsers.options import AS_THEY_ARE
from tests.support.hostile_tasks import children, perform_badly
from tests.support.places import SAMPLES

PLAN = SAMPLES / "004-stockton-action-plan.txt"
TIGHT = Allowance(seconds=6, mebibytes=400)


def read(
    folder: Path, names: list[str], work: Callable[[Task], Reading] = perform_badly, workers: int = 2
) -> Generator[Reading, None, None]:
    """Read papers of these names, each with words of its own."""
    for name in names:
        (folder / name).write_bytes(PLAN.read_bytes() + f"\n\n{name}\n".encode())
    with closing(Processes(workers, TIGHT, work)) as reader:
        run = Run(Facts(), AS_THEY_ARE, reader, NoNotes())
        for done in in_order(run.readings(find_inputs(folder))):
            yield done.reading


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ("hang", "over-time: it was not read within 6 seconds."),
        ("spin", "over-time: it was not read within 6 seconds."),
        ("crash", "crashed: reading it ended the process (SIGSEGV)."),
        ("exit", "crashed: reading it ended the process (exit code 7)."),
        ("native", "crashed: reading it ended the process (SIGABRT)."),
        ("bomb", "over-memory: there was no memory left to read it."),
    ],
)
def test_a_paper_at_its_worst_fails_alone(tmp_path: Path, wish: str, error: str) -> None:
    readings = list(read(tmp_path, ["a.txt", f"{wish}-1.txt", "m.txt", f"{wish}-2.txt", "z.txt"]))
    outcomes = {reading.name: reading.outcome for reading in readings}
    assert outcomes == {name: "failed" if name.startswith(wish) else "extracted" for name in sorted(outcomes)}
    assert [reading.error for reading in readings if reading.outcome == "failed"] == [
        f"{error} {reading.error.partition('. ')[2]}" for reading in readings if reading.error
    ]


def test_workers_are_made_anew(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(PAPERS_PER_WORKER + 5)]
    processes = {reading.code for reading in read(tmp_path, names, tell_process, workers=1)}
    assert len(processes) == 2


def tell_process(task: Task) -> Reading:
    """Say in place of an error in which process a paper was read."""
    return Reading(name=task.given.name, sha256=task.sha256, outcome="extracted", code=str(os.getpid()))


def test_a_run_that_is_left_ends_its_workers(tmp_path: Path) -> None:
    running = read(tmp_path, ["a.txt", "hang-1.txt", "hang-2.txt", "hang-3.txt"], perform_badly)
    assert next(running).name == "a.txt"
    assert children()
    running.close()
    deadline = monotonic() + 10
    while children() and monotonic() < deadline:
        sleep(0.1)
    assert not children()


def test_a_worker_reads_as_this_process_does(tmp_path: Path) -> None:
    (here,) = (perform(Task(given, Facts(), AS_THEY_ARE, "")) for given in find_inputs(PLAN))
    with closing(Processes(1, TIGHT)) as reader:
        (there,) = Run(Facts(), AS_THEY_ARE, reader, NoNotes()).readings(find_inputs(PLAN))
    assert there.reading.records == here.records
