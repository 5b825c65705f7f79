"""How long the five sample records take, against what general parsers take on the same tables.

    python -m tests.bench.records [RUNS]

In process, after import, nothing written.  The yardstick reads only the tables:
markdown-it-py on the two pipe papers and csv on the two tab-separated ones.  Both
sides run in turn, so that a change of the machine's speed meets both; the medians
of the runs and of their ratios are printed.
"""

from __future__ import annotations

import csv
import io
import statistics
import sys
from collections.abc import Callable
from time import perf_counter

from markdown_it import MarkdownIt

from extract.pipeline import extract_file
from tests.support.places import SAMPLE_PAPERS

# The records are to take at most this many times the time of the yardstick.
MOST = 15
PIPES, TABS = ("000", "003"), ("001", "004")


def _seconds(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main(runs: int) -> None:
    """Print medians of `runs` runs of each side and of their ratio."""
    papers = {path.name: path.read_bytes() for path in SAMPLE_PAPERS}
    texts = {name[:3]: data.decode("utf-8") for name, data in papers.items()}
    markdown = MarkdownIt().enable("table")

    def records() -> None:
        for name, data in papers.items():
            extract_file(data, name)

    def tables() -> None:
        for number in PIPES:
            markdown.parse(texts[number])
        for number in TABS:
            list(csv.reader(io.StringIO(texts[number]), delimiter="\t", quoting=csv.QUOTE_NONE))

    for work in (records, tables):
        work()
    pairs = [(_seconds(records), _seconds(tables)) for _ in range(runs)]
    ours, theirs = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    sys.stdout.write(
        f"five records        {ours:7.1f} ms\n"
        f"tables by libraries {theirs:7.1f} ms\n"
        f"ratio               {ratio:7.1f}   (at most {MOST})\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
