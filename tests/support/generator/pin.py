"""Make today's figures of the drawn papers the floors: `python -m tests.support.generator.pin`.

They may rise; one falls only with `--allow-regression REASON`, which stays in the file.
"""

from __future__ import annotations

import argparse
import sys

from extract.check.errors import LoweredFloor
from extract.check.floors import STRICT, floors_bytes, pinned, read_floors
from tests.support.generator.printing import FORMS
from tests.support.generator.scoring import figures, floors_file


def main() -> int:
    """Pin the figures of each form and print them."""
    parser = argparse.ArgumentParser(description="Make today's figures of the drawn papers the floors.")
    parser.add_argument("--allow-regression", metavar="REASON", help="let floors fall, and keep the reason")
    reason = parser.parse_args().allow_regression
    for form in FORMS:
        path, found = floors_file(form), figures(form)
        floors = read_floors(path)
        try:
            new = pinned(floors, found, reason) if path.is_file() else type(STRICT)(found)
        except LoweredFloor as error:
            sys.stderr.write(f"{form}: {error}\n")
            return 1
        path.write_bytes(floors_bytes(new))
        sys.stdout.write(f"{form}: rows {found.row_exact}, words {found.words}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
