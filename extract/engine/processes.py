"""Worker processes on this machine: each paper alone in one, with a time and a memory of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import sleep

from pebble import ProcessExpired, ProcessPool

from extract.engine.task import Task, failed, perform
from extract.errors import Crashed, OverMemory, OverTime
from extract.results import Reading
from parsers.errors import PaperError

# The largest packs met, of 1,500 pages, take under a minute: ten are for slow machines and busy days.
SECONDS = 600
# Recognition takes some seconds a page, so a scanned pack of 500 pages up to an hour.
OCR_SECONDS = 7200
# A pack of 400 pages takes under 150 MiB, recognition of scans some 1,000; eight workers of this size
# still fit a usual office machine, as hardly any ever gets there.
MEBIBYTES = 2048
# A worker is made anew after so many papers, so that what native code never gives back cannot add up.
# Making one takes a tenth of a second, less than one paper.
PAPERS_PER_WORKER = 100
# A worker whose run was killed looks up so often, in seconds, and ends.
_ORPHAN_CHECK = 1.0
# What is imported once, in the process that the workers are forked from.
_PRELOAD = [
    "extract.engine.silence",
    "extract.engine.task",
    "extract.pipeline",
    "parsers.pdf.reader",
    "parsers.docx.reader",
    "parsers.text.reader",
]


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one paper may take.

    Attributes:
        seconds: of time.
        mebibytes: of memory, counted in data that a process asks for.
    """

    seconds: float = SECONDS
    mebibytes: int = MEBIBYTES


def allowance(ocr: bool, seconds: float | None = None, mebibytes: int | None = None) -> Allowance:
    """Say what one paper may take: what was asked for, else the usual."""
    return Allowance(seconds or (OCR_SECONDS if ocr else SECONDS), mebibytes or MEBIBYTES)


class Processes:
    """Performs tasks in worker processes that can be killed, whatever code they are in."""

    def __init__(self, workers: int, allowance: Allowance, work: Callable[[Task], Reading] = perform) -> None:
        """Start no process yet: workers come with the first task, and do the work of each."""
        self._allowance = allowance
        self._work = work
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=PAPERS_PER_WORKER,
            context=_context(),
            initializer=_begin,
            initargs=(allowance.mebibytes,),
        )
        # A task more for each worker, so that none waits for the next one.
        self.room = 2 * workers
        self._threads = ThreadPoolExecutor(self.room)
        self._works: set[Future[Reading]] = set()

    def submit(self, task: Task) -> Future[Reading]:
        """Have a task performed."""
        return self._threads.submit(self.read, task)

    def read(self, task: Task) -> Reading:
        """Perform a task and wait; a worker that dies or is killed is an error of this one paper."""
        work = self._pool.schedule(
            _perform, args=(self._work, task, self._allowance.seconds), timeout=self._allowance.seconds
        )
        self._works.add(work)
        try:
            reading: Reading = work.result()
        except TimeoutError:
            most = self._allowance.seconds
            return _stopped(task, OverTime(f"it was not read within {most:g} seconds"), most)
        except ProcessExpired as error:
            return _stopped(task, Crashed(f"reading it ended the process ({_end(error.exitcode)})"))
        except MemoryError:  # of the worker: there was none left to send the records
            return _stopped(task, OverMemory("there was no memory left to read it"))
        finally:
            self._works.discard(work)
        return reading

    def close(self) -> None:
        """End all workers at once; what they were reading is read next time."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it without types
        for work in list(self._works):
            work.cancel()
        self._pool.join()
        self._threads.shutdown()


def _stopped(task: Task, error: PaperError, seconds: float = 0.0) -> Reading:
    return failed(task.given.name, task.sha256, error, seconds)


def _end(code: int) -> str:
    """Say how a process ended."""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"


def _context() -> multiprocessing.context.BaseContext:
    """Fork workers from a process that has read nothing yet; where there is no fork, start them anew."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context


def _begin(mebibytes: int) -> None:
    """Prepare a worker: its memory is bounded, and it ends with the run."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = mebibytes * 1024**2
        resource.setrlimit(
            resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent is gone."""
    while os.getppid() == parent:
        sleep(_ORPHAN_CHECK)
    os._exit(1)


def _perform(work: Callable[[Task], Reading], task: Task, seconds: float) -> Reading:
    """Perform a task in a worker.

    The run ends a worker that takes too long.  Where the run itself was killed and native code
    keeps the worker from noticing, the system's alarm ends it, a little later.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds + 2 * _ORPHAN_CHECK)
    try:
        return work(task)
    finally:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)
