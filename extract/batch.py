"""One paper and many: the public Python API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing

from extract.engine.run import InThisProcess, NoNotes, Run, in_order
from extract.inputs import Input, PathName, file_input, find_inputs, read_input
from extract.options import Facts
from extract.pipeline import extract_file
from extract.results import Extraction, Reading
from extract.schema import Paper
from extract.sidecar import facts_for
from parsers.limits import LIMITS, Limits
from parsers.options import AS_THEY_ARE, ReadOptions

__all__ = ["Extraction", "extract_inputs", "extract_paper", "extract_papers"]


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
    given = file_input(path)
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
    workers: int | None = None,
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
        workers: how many processes read them; None reads them in this one, where a paper that
            hangs or crashes takes the program with it.  A script that asks for workers does its
            work under `if __name__ == "__main__":`, as always with `multiprocessing`.

    Returns:
        What came of each input, sorted by name, each made when it is asked for.  A
        paper that fails is an `Extraction` with an error.
    """
    facts = Facts(council=council, committee=committee, meeting_date=meeting_date, source_url=source_url)
    return extract_inputs(find_inputs(paths, limits), facts, ReadOptions(password, ocr, limits), workers)


def extract_inputs(
    inputs: Iterable[Input], facts: Facts, options: ReadOptions = AS_THEY_ARE, workers: int | None = None
) -> Iterator[Extraction]:
    """Read inputs that were found before."""
    if workers is None:
        for done in Run(facts, options, InThisProcess(), NoNotes()).readings(inputs):
            yield _extraction(done.reading)
        return
    from extract.engine.processes import Processes, allowance

    with closing(Processes(workers, allowance(options.ocr))) as reader:
        for done in in_order(Run(facts, options, reader, NoNotes()).readings(inputs)):
            yield _extraction(done.reading)


def _extraction(reading: Reading) -> Extraction:
    """Give the records of a reading as papers."""
    papers = tuple(Paper.model_validate_json(record) for record in reading.records)
    return Extraction(reading.name, reading.sha256, reading.outcome, papers, reading.error, reading.seconds)
