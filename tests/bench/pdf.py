"""How long the records of PDF files take, against pdfplumber on the tables of the same files.

    python -m tests.bench.pdf [RUNS]

In process, after import, nothing written: a pack of 100 pages, four such packs in
one file, and one ruled paper of four pages.  The yardstick calls `extract_tables` on
every page and closes it; our side reads the same tables, with all other words and
their places, and then makes the records too.  The three run in turn, so that a change
of the machine's speed meets all; the medians of the runs and of their ratios are
printed.  The peak memory is that of a process of its own, which makes the records of
the three files one after the other.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter

import pdfplumber
import pypdfium2

from extract.grids import printed_tables
from extract.pipeline import extract_file, read
from tests.support.places import RENDERED

# Our time is to be at most this part of the yardstick's.
MOST = {"pack, 100 pages": 1 / 10, "four packs, 400 pages": 1 / 15, "ruled paper, 4 pages": 0.6}
# The peak of a process that reads them all, in megabytes.
MOST_MEMORY = 150


def _files() -> dict[str, bytes]:
    pack = (RENDERED / "pack100.pdf").read_bytes()
    joined, source = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(pack)
    for _ in range(4):
        joined.import_pages(source)
    four = io.BytesIO()
    joined.save(four)
    paper = (RENDERED / "000.pdf").read_bytes()
    return dict(zip(MOST, (pack, four.getvalue(), paper), strict=True))


def _seconds(work: Callable[[bytes], None], data: bytes) -> float:
    start = perf_counter()
    work(data)
    return perf_counter() - start


def _records(data: bytes) -> None:
    extract_file(data, "paper.pdf")


def _our_tables(data: bytes) -> None:
    list(printed_tables(read(data)))


def _tables(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def _peak() -> float:
    """Return the peak memory in megabytes of a process that reads all files."""
    command = [sys.executable, "-m", "tests.bench.pdf", "--peak"]
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def main(runs: int) -> None:
    """Print for each file the medians of `runs` runs of each side and of their ratio."""
    for name, data in _files().items():
        _records(data)
        times = [[_seconds(work, data) for work in (_tables, _our_tables, _records)] for _ in range(runs)]
        theirs, tables, records = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
        ratios = [(ours / yardstick, whole / yardstick) for yardstick, ours, whole in times]
        ratio, whole = (statistics.median(column) for column in zip(*ratios, strict=True))
        sys.stdout.write(
            f"{name:22} pdfplumber {theirs:8.1f} ms   tables {tables:7.1f} ms, ratio {ratio:.3f} "
            f"(at most {MOST[name]:.3f})   records {records:7.1f} ms, ratio {whole:.3f}\n"
        )
    sys.stdout.write(f"peak memory of all     {_peak():8.1f} MB   (at most {MOST_MEMORY})\n")


def _measure_peak() -> None:
    for data in _files().values():
        _records(data)
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


if __name__ == "__main__":
    if sys.argv[1:] == ["--peak"]:
        _measure_peak()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
