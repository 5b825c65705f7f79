"""Make drawn papers with their truth: `python -m tests.support.generator --seed 7 --out FOLDER`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.support.generator.papers import draw
from tests.support.generator.printing import FORMS, printed


def main() -> int:
    """Write the papers that the arguments ask for, and name each."""
    parser = argparse.ArgumentParser(
        description="Draw plausible council papers and write them with their truth."
    )
    parser.add_argument("--seed", type=int, default=0, help="what the first paper is drawn from")
    parser.add_argument(
        "--count", type=int, default=1, help="how many papers, with seeds one after the other"
    )
    parser.add_argument("--form", choices=(*FORMS, "all"), default="all", help="the form to print")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    given = parser.parse_args()
    papers = [draw(seed) for seed in range(given.seed, given.seed + given.count)]
    for form in FORMS if given.form == "all" else (given.form,):
        for paper in printed(papers, form):
            sys.stdout.write(f"{paper.keep(given.out)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
