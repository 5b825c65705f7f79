"""How long it takes to say who is who in an archive.

    python -m tests.bench.officers [MENTIONS]

Twice as many mentions are to take about twice the time, also where they are as bad
as can be: one council, one surname, or every mention another title.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from time import perf_counter

from extract.across.mentions import Circle, Mention
from extract.across.officers import resolve

FIRST = (
    *("Ann", "Anne", "Asha", "Bill", "Carl", "Cath", "Catherine", "Cathryn", "Chris", "Dai", "David", "Efe"),
    *("Ewa", "Farah", "Gwen", "Ian", "Jo", "Kate", "Liam", "Ngozi", "Omar", "Piotr", "Raj", "Sian"),
)
ONSETS, VOWELS, ENDS = (
    ["B", "Br", "C", "Cl", "D", "F", "G", "H", "K", "L", "M", "P", "R", "S", "T", "W"],
    ["a", "e", "i", "o", "u", "ai"],
    ["ck", "ll", "n", "nd", "rd", "s", "sh", "t", "ton", "well"],
)
UNITS = ("Housing", "Planning", "Fostering", "Libraries", "Waste", "Highways", "Finance", "Leisure")
RANKS = ("Head of {}", "{} Officer", "Senior {} Officer", "{} Manager", "Director of {}")
INITIALLED = 0.2  # the share of names with an initial alone
PER_PAPER = 20
PAPERS_PER_COUNCIL = 50


def _mentions(
    count: int,
    name: Callable[[random.Random], str],
    role: Callable[[random.Random, int], str | None],
    councils: bool,
) -> list[Mention]:
    """Make mentions of papers with `PER_PAPER` each."""
    dice = random.Random(1)  # noqa: S311 - the same archive each time
    made = []
    for number in range(count):
        paper = number // PER_PAPER
        council = f"council-{paper // PAPERS_PER_COUNCIL if councils else 0}"
        circle = Circle(council, council, f"review-{paper // 4}", str(2010 + paper % 14), f"paper-{paper}")
        made.append(
            Mention(
                circle,
                number % PER_PAPER,
                "person",
                name(dice),
                role(dice, number),
                None,
                "responsible",
                f"{paper}/{number}",
                None,
                None,
            )
        )
    return made


def _surname(dice: random.Random) -> str:
    return dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(ENDS)


def _usual(dice: random.Random) -> str:
    first, surname = dice.choice(STAFF)
    return f"{first[0] if dice.random() < INITIALLED else first} {surname}"


def _all_different(dice: random.Random) -> str:
    return f"{dice.choice(FIRST)} {_surname(dice)}"


def _title(dice: random.Random, _: int) -> str | None:
    return dice.choice(RANKS).format(dice.choice(UNITS)) if dice.random() < 0.7 else None


_DICE = random.Random(2)  # noqa: S311 - the same people each time
STAFF = [
    (_DICE.choice(FIRST), _surname(_DICE)) for _ in range(200)
]  # officers that papers of one council name


def main(count: int) -> None:
    """Print seconds, officers and proposals of each kind of archive, at half the size and in full."""
    archives: dict[str, Callable[[int], list[Mention]]] = {
        "as usual": lambda n: _mentions(n, _usual, _title, councils=True),
        "all different": lambda n: _mentions(n, _all_different, _title, councils=False),
        "one surname": lambda n: _mentions(
            n,
            lambda dice: f"{dice.choice(FIRST)}{dice.choice('abcdefgh')}{dice.choice('klmnop')} Jones",
            _title,
            councils=False,
        ),
        "one name": lambda n: _mentions(
            n, lambda _: "Ann Jones", lambda _, number: f"Officer {number} of {number}", councils=False
        ),
    }
    for label, make in archives.items():
        for size in (count // 2, count):
            found = make(size)
            start = perf_counter()
            across = resolve(found)
            seconds = perf_counter() - start
            sys.stdout.write(
                f"{label:14} {size:7} mentions {seconds:7.2f} s "
                f"{len(across.officers):7} officers {len(across.findings):6} proposals\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
