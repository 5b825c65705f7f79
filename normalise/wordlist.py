"""English words, for the one question whether a word cut by a line end had a hyphen."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files

# A paper asks for a few hundred words at most.
KEPT_ANSWERS = 4096


@cache
def _list() -> bytes:
    """Return pyspellchecker's English list as its package holds it: a line of JSON for each word.

    As objects the list takes forty megabytes, as it is under three.
    """
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    return gzip.decompress(packed)


@lru_cache(maxsize=KEPT_ANSWERS)
def is_english(word: str) -> bool:
    """Tell whether a word in lower case stands in the list."""
    return f'\n"{word}": '.encode() in _list()
