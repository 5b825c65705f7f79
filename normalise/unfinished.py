"""Where a cell stops before its end: sentences, names and titles that a cut goes through (contract, Rows)."""

from __future__ import annotations

from functools import cache

from normalise.lexicon import load
from normalise.text import is_finished
from normalise.values import dates, officers
from normalise.values.statuses import is_only_status


@cache
def open_words() -> frozenset[str]:
    """Return the words that no sentence ends with, such as "of", "the" and "will"."""
    return frozenset(load("sentences")["open"].split())


def is_unfinished(text: str) -> bool:
    """Tell whether a sentence stops before its end.

    No full stop, ! ? or closing quote, or a colon at the end; names, dates, money
    and status words never count as unfinished (contract, Rows).
    """
    if is_finished(text):
        return False
    last = text.split()[-1].casefold() if text.split() else ""
    if text.rstrip().endswith((":", ",", ";")) or last in open_words():
        return True
    whole = text.strip()
    if dates.looks_like_date_cell(whole) or is_only_status(whole) or officers.looks_like_officer_cell(whole):
        return False
    return not _is_amount(whole)


def _is_amount(text: str) -> bool:
    return any(c.isdecimal() for c in text) and not any(len(w) > 3 and w.isalpha() for w in text.split())


def officer_separator(above: str, below: str) -> str:
    """Return a blank where the cut stands inside a name or title, else a line end."""
    return "\n" if is_new_officer(above, below) else " "


def is_new_officer(above: str, below: str) -> bool:
    """Tell whether the second of two officer cells begins with a whole officer of its own."""
    if officers.stops_unfinished(above) or below[:1].islower():
        return False
    found = officers.read_officers(below).officers
    if not found:
        return False
    return (
        len((found[0].name or "").split()) > 1
        or found[0].kind == "councillor"
        or _is_whole_post(above, found[0].role)
    )


def _is_whole_post(above: str, role: str | None) -> bool:
    """Tell whether a title of three words or more follows a cell that ends with a whole title."""
    whole = officers.read_officers(above).officers
    return len((role or "").split()) > 2 and bool(whole) and whole[-1].role is not None
