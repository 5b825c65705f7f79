"""Many papers, one after the other, none able to stop the rest: the public Python API."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from extract.errors import InternalError
from extract.inputs import Input, PathName, file_input, find_inputs, read_input
from extract.options import Facts
from extract.pipeline import extract_file
from extract.results import Extraction, Outcome, paper_outcome
from extract.schema import Paper
from extract.sidecar import facts_for
from parsers.errors import EmptyFile, PaperError
from parsers.limits import LIMITS, Limits
from parsers.options import AS_THEY_ARE, ReadOptions

__all__ = ["Extraction", "extract_inputs", "extract_paper", "extract_papers"]

_LOG = logging.getLogger(__name__)


def extract_paper(
    path: PathName,
    *,
    council: str | None = None,
    committee: str | None = None,
    meeting_date: str | None = None,
    source_url: str | None = None,
    password: str | None = None,
    ocr: bool = False,
    limits: Limits = LIMITS,
) -> Paper:
    """Read one paper; of a pack of several reports, the first.

    Args:
        path: the file.
        council: name of the council, where the paper prints none.
        committee: name of the committee, where the paper prints none.
        meeting_date: EDTF date of the meeting, where the paper prints none.
        source_url: where the paper was published.
        password: opens a PDF that wants one.
        ocr: whether pages that are pictures are recognised; wants `council-papers[ocr]`.
        limits: how large a paper may be.

    Returns:
        The canonical record.

    Raises:
        PaperError: the file cannot be read; its subclasses say why.
    """
    facts = Facts(council=council, committee=committee, meeting_date=meeting_date, source_url=source_url)
    given = file_input(Path(path))
    options = ReadOptions(password, ocr, limits)
    data = read_input(given, limits)
    return extract_file(data, given.name, facts_for(given, facts, limits), options)[0]


def extract_papers(
    paths: PathName | Iterable[PathName],
    *,
    council: str | None = None,
    committee: str | None = None,
    meeting_date: str | None = None,
    source_url: str | None = None,
    password: str | None = None,
    ocr: bool = False,
    limits: Limits = LIMITS,
) -> Iterator[Extraction]:
    """Read all papers that the paths name: files, folders, zip archives, patterns.

    Args:
        paths: the paths; a sidecar `NAME.toml` beside a paper says more of that paper.
        council: name of the council, where a paper prints none.
        committee: name of the committee, where a paper prints none.
        meeting_date: EDTF date of the meeting, where a paper prints none.
        source_url: where the papers were published.
        password: opens PDFs that want one.
        ocr: whether pages that are pictures are recognised; wants `council-papers[ocr]`.
        limits: how large a paper may be.

    Returns:
        What came of each input, sorted by name, each made when it is asked for.  A
        paper that fails is an `Extraction` with an error.
    """
    facts = Facts(council=council, committee=committee, meeting_date=meeting_date, source_url=source_url)
    return extract_inputs(find_inputs(paths, limits), facts, ReadOptions(password, ocr, limits))


def extract_inputs(
    inputs: Iterable[Input], facts: Facts, options: ReadOptions = AS_THEY_ARE
) -> Iterator[Extraction]:
    """Read inputs that were found before."""
    return (_extract(given, facts, options) for given in inputs)


def _extract(given: Input, facts: Facts, options: ReadOptions) -> Extraction:
    """Read one input and time it; whatever goes wrong becomes its error."""
    start = perf_counter()
    sha256, papers, error = _attempt(given, facts, options)
    return Extraction(
        name=given.name,
        sha256=sha256,
        outcome=_outcome(papers, error),
        papers=papers,
        error=str(error) if error else None,
        seconds=perf_counter() - start,
    )


def _attempt(
    given: Input, facts: Facts, options: ReadOptions
) -> tuple[str | None, tuple[Paper, ...], PaperError | None]:
    """Return the digest of an input, its papers and what went wrong."""
    sha256 = None
    try:
        with faults_named(given.name):
            data = read_input(given, options.limits)
            sha256 = hashlib.sha256(data).hexdigest()
            facts = facts_for(given, facts, options.limits)
            return sha256, extract_file(data, given.name, facts, options), None
    except PaperError as error:
        return sha256, (), error


@contextmanager
def faults_named(name: str) -> Iterator[None]:
    """Turn a fault of the program into a named error, so that one paper cannot stop the rest.

    Raises:
        InternalError: the program failed on the paper of that name.
    """
    try:
        yield
    except PaperError:
        raise
    except Exception as error:  # whatever it is: one faulty paper must not cost the run the others
        _LOG.debug("failed on %s", name, exc_info=True)
        raise InternalError(type(error).__name__) from error


def _outcome(papers: tuple[Paper, ...], error: PaperError | None) -> Outcome:
    """Sum up an input: a pack is extracted where any of its papers is."""
    if error and not isinstance(error, EmptyFile):
        return "failed"
    return "extracted" if any(paper_outcome(paper) == "extracted" for paper in papers) else "empty"
