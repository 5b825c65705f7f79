"""What hostile text costs: how much longer text of eight times the length takes.

    python -m tests.bench.hostile

Eight times the text is to take about eight times the time; where a reader looked at
every pair of words it would be sixty-four times.  Medians of runs in turn; a text
whose ratio is over `MOST` is marked.
"""

from __future__ import annotations

import statistics
import sys
from time import perf_counter

from tests.support.hostile_texts import READERS, repeated

SHORT, LONG = 4_000, 32_000  # characters
RUNS = 5
# Between 8, in proportion, and 64, by the square.
MOST = 20


def main() -> None:
    """Print, for each text, the medians in milliseconds and their ratio."""
    for reader, (units, read) in READERS.items():
        for unit in units:
            seconds: dict[int, list[float]] = {SHORT: [], LONG: []}
            for _ in range(RUNS):
                for length, found in seconds.items():
                    text = repeated(unit, length)
                    start = perf_counter()
                    read(text)
                    found.append(perf_counter() - start)
            short, long = (statistics.median(found) for found in seconds.values())
            ratio = f"{long / short:5.1f}" + ("  over the goal" if long / short > MOST else "")
            sys.stdout.write(f"{reader:9} {unit!r:34} {1000 * short:8.2f} {1000 * long:8.2f} ms  {ratio}\n")


if __name__ == "__main__":
    main()
