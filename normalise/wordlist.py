"""English words, for the one question whether a word cut by a line end had a hyphen."""

from __future__ import annotations

from functools import cache


@cache
def english_words() -> frozenset[str]:
    """Return the words of pyspellchecker's English list, lower case; read when first asked."""
    from spellchecker import SpellChecker

    return frozenset(SpellChecker(language="en").word_frequency.keys())
