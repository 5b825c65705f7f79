"""One task: an input to its records, whatever goes wrong named.  It is the same wherever it is performed."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from extract.errors import InternalError, OverMemory
from extract.inputs import Input, read_input
from extract.options import Facts
from extract.results import Reading, file_outcome, summary
from extract.writers.json_records import record_bytes
from parsers.errors import EmptyFile, PaperError
from parsers.options import ReadOptions

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """An input to read, with all that decides what comes of it.

    Attributes:
        given: the input; it is fetched where the task is performed.
        facts: what options, folders and the sidecar say of it.
        options: how it is to be read.
        sha256: digest of its bytes when the task was made.
    """

    given: Input
    facts: Facts
    options: ReadOptions
    sha256: str


def perform(task: Task) -> Reading:
    """Read an input and serialise its papers; an error is part of what comes of it."""
    from extract.pipeline import extract_file  # here, as a run that finds all unchanged never reads

    start = perf_counter()
    sha256 = None
    try:
        with faults_named(task.given.name):
            data = read_input(task.given, task.options.limits)
            sha256 = hashlib.sha256(data).hexdigest()
            papers = extract_file(data, task.given.name, task.facts, task.options)
            return Reading(
                name=task.given.name,
                sha256=sha256,
                outcome=file_outcome(papers),
                papers=tuple(summary(paper) for paper in papers),
                records=tuple(record_bytes(paper) for paper in papers),
                seconds=perf_counter() - start,
            )
    except PaperError as error:
        return failed(task.given.name, sha256, error, perf_counter() - start)


def failed(name: str, sha256: str | None, error: PaperError, seconds: float = 0.0) -> Reading:
    """Say that an input could not be read; one without words is empty, and no failure."""
    return Reading(
        name=name,
        sha256=sha256,
        outcome="empty" if isinstance(error, EmptyFile) else "failed",
        error=str(error),
        code=error.code,
        seconds=seconds,
    )


@contextmanager
def faults_named(name: str) -> Iterator[None]:
    """Turn a fault of the program into a named error, so that one paper cannot stop the rest.

    Raises:
        OverMemory: there was no memory left for the paper of that name.
        InternalError: the program failed on it.
    """
    try:
        yield
    except PaperError:
        raise
    except MemoryError as error:
        raise OverMemory("there was no memory left to read it") from error
    except Exception as error:  # whatever it is: one faulty paper must not cost the run the others
        _LOG.debug("failed on %s", name, exc_info=True)
        raise InternalError(type(error).__name__) from error
