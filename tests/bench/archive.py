"""What an archive costs: cores, cluster, runs again, memory, long papers.

    python -m tests.bench.archive [PAPERS] [MANY]

Papers are the ruled and unruled prints of the samples, each with other bytes at its end.
All runs are the command's, with what it writes.  Runs to be compared take turns, three
times each, and the medians of their ratios are printed; memory is the largest resident
set of any process that read papers, once for 100 and once for MANY papers.  Times on a
busy machine prove nothing.
"""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import psutil
import pypdfium2

from extract.pipeline import extract_file
from tests.support.command import COMMAND
from tests.support.dask_cluster import running_cluster
from tests.support.places import RENDERED

RUNS = 3
FEW = 100
PRINTS = ("000.pdf", "001.pdf", "003.pdf", "004.pdf")


@dataclass(frozen=True)
class Row:
    """A line of the table: what, how much, and how much it may be."""

    what: str
    found: str
    goal: str = ""


def papers(folder: Path, count: int) -> Path:
    """Fill a folder with papers that all differ."""
    folder.mkdir(parents=True)
    prints = [(RENDERED / name).read_bytes() for name in PRINTS]
    for number in range(count):
        data = prints[number % len(prints)] + b"\n%% %d\n" % number
        (folder / f"{number:05}.pdf").write_bytes(data)
    return folder


def seconds(given: Path, output: Path, *options: str) -> float:
    """Run the command and return how long it took."""
    start = perf_counter()
    command = [str(COMMAND), "extract", str(given), "--output", str(output), "--quiet", *options]
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


def cores(given: Path, count: int) -> list[Row]:
    """Compare one worker, two workers and a cluster of two."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = stack.enter_context(running_cluster(folder)).address
        ways = (("--workers", "1"), ("--workers", "2"), ("--cluster", address))
        seconds(given, folder / "warm", "--cluster", address)
        times: list[list[float]] = []
        for number in range(RUNS):
            times.append([seconds(given, folder / f"{number}-{at}", *way) for at, way in enumerate(ways)])
    one, two, dask = (count / statistics.median(column) for column in zip(*times, strict=True))
    speedup = statistics.median(row[0] / row[1] for row in times)
    against = statistics.median(row[1] / row[2] for row in times)
    return [
        Row("1 worker", f"{one:.1f} files/s"),
        Row("2 workers", f"{two:.1f} files/s, {speedup:.2f} times one", "at least 1.5"),
        Row("Dask, 2 workers", f"{dask:.1f} files/s, {against:.2f} of 2 workers", "at least 0.85"),
    ]


def again(given: Path, count: int) -> list[Row]:
    """Compare a first run with one over the same papers."""
    with tempfile.TemporaryDirectory() as folder:
        first = seconds(given, Path(folder) / "out", "--workers", "2")
        later = statistics.median(seconds(given, Path(folder) / "out", "--workers", "2") for _ in range(RUNS))
    return [Row(f"run again over {count} papers", f"{later / first:.2%} of {first:.0f} s", "under 2 %")]


def memory(many: int) -> list[Row]:
    """Compare the memory of the processes that read 100 and many papers."""
    with tempfile.TemporaryDirectory() as folder:
        peaks = [_peak(papers(Path(folder) / str(count), count), Path(folder)) for count in (FEW, many)]
    few, more = peaks
    return [
        Row(f"largest worker, {FEW} papers", f"{few[0]:.0f} MiB"),
        Row(
            f"largest worker, {many} papers",
            f"{more[0]:.0f} MiB, {more[0] / few[0]:.2f} times",
            "at most 1.2",
        ),
        Row("largest process of the run itself", f"{few[1]:.0f} and {more[1]:.0f} MiB"),
    ]


def _peak(given: Path, folder: Path) -> tuple[float, float]:
    """Return the largest resident set of a worker and of the command, in MiB."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    command = [str(COMMAND), "extract", str(given), "--output", str(folder / "out"), "--quiet"]
    running = psutil.Popen([*command, "--workers", "2"], stdout=subprocess.DEVNULL)
    worker = own = 0
    while running.poll() is None:
        with suppress(psutil.NoSuchProcess):
            own = max(own, running.memory_info().rss)
            for process in running.children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    worker = max(worker, process.memory_info().rss)
        sleep(0.05)
    return worker / 1024**2, own / 1024**2


def pages() -> list[Row]:
    """Compare the cost of a page in packs of 20 and of 400 pages."""
    source = pypdfium2.PdfDocument(RENDERED / "pack100.pdf")
    times = []
    packs = {count: _pack(source, count) for count in (20, 400)}
    for _ in range(RUNS):
        row = []
        for count, data in packs.items():
            start = perf_counter()
            for _ in range(400 // count):
                extract_file(data, "pack.pdf")
            row.append((perf_counter() - start) / 400)
        times.append(row)
    short, long = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    ratio = statistics.median(row[1] / row[0] for row in times)
    return [
        Row("a page, of 20 and of 400", f"{short:.1f} and {long:.1f} ms, {ratio:.2f} times", "at most 1.25")
    ]


def _pack(source: pypdfium2.PdfDocument, count: int) -> bytes:
    joined = pypdfium2.PdfDocument.new()
    for start in range(0, count, len(source)):
        joined.import_pages(source, list(range(min(len(source), count - start))))
    stream = io.BytesIO()
    joined.save(stream)
    return stream.getvalue()


def main(count: int, many: int) -> None:
    """Print the table, each line as soon as it is known."""
    sys.stdout.write("| what | found | goal |\n|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder:
        given = papers(Path(folder) / "few", FEW)
        some = papers(Path(folder) / "some", count)
        for part in (pages, lambda: cores(given, FEW), lambda: again(some, count), lambda: memory(many)):
            for row in part():
                sys.stdout.write(f"| {row.what} | {row.found} | {row.goal} |\n")
                sys.stdout.flush()


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [2000, 5000][len(numbers) :]))
