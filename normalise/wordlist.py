"""English words, for the one question whether a word cut by a line end had a hyphen."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files

# A paper asks for a few hundred words at most.
KEPT_ANSWERS = 4096
# Digits of a frequency and what ends its line.
LONGEST_NUMBER = 20


@cache
def _list() -> bytes:
    """Return pyspellchecker's English list as its package holds it: a line of JSON for each word.

    As objects the list takes forty megabytes, as it is under three.
    """
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    return gzip.decompress(packed)


@lru_cache(maxsize=KEPT_ANSWERS)
def frequency(word: str) -> int:
    """Return how often the texts of the list have a word in lower case; 0 where it is not in the list."""
    mark = f'\n"{word}": '.encode()
    at = _list().find(mark)
    if at < 0:
        return 0
    number, _, _ = _list()[at + len(mark) : at + len(mark) + LONGEST_NUMBER].partition(b"\n")
    return int(number.rstrip(b",}"))


def is_english(word: str) -> bool:
    """Tell whether a word in lower case stands in the list."""
    return frequency(word) > 0
