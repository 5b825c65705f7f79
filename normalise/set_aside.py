"""Rows of a table of records that hold none: what a form wants filled in, instructions, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from normalise.cells import RawRow
from normalise.lexicon import load
from normalise.text import fold, fold_label
from normalise.values.references import is_reference

_BRACKETED = re.compile(r"(?:\[(?P<square>[^\[\]]*)\]|<(?P<angle>[^<>]*)>|\{(?P<curly>[^{}]*)\})")
# "Action 1" where the action is to be written.
_NUMBERED = re.compile(
    r"(?:recommendation|action|officer|name|measure|outcome|milestone|step|task)s?\s*#?\d{1,2}[.:]?"
)
_AMOUNT = re.compile(r"[£€$(-]*\s*\d[\d,.]*\s*(?:k|m|bn|%|\))*", re.IGNORECASE)
_NOTHING = frozenset("-–—.…?")


@cache
def _words(section: str, name: str) -> tuple[str, ...]:
    return tuple(load("templates")[section][name])


def is_blank_mark(text: str) -> bool:
    """Tell whether a cell is a dash or dots, as are set where there is nothing to say."""
    return bool(text.strip()) and set(text.strip()) <= _NOTHING


def is_placeholder(text: str) -> bool:
    """Tell whether a cell is what a form prints where something is to be filled in."""
    words = fold(text)
    found = _BRACKETED.fullmatch(words)
    if found:
        inside = next(filter(None, found.groups()), "").strip()
        return not inside or inside.startswith(_words("cells", "bracketed"))
    return words in _words("cells", "whole") or _NUMBERED.fullmatch(words) is not None


def is_instruction(row: RawRow) -> bool:
    """Tell whether a row is a lone cell that tells the author what to do."""
    filled = row.filled()
    return len(filled) == 1 and fold(str(row.cells[filled[0]])).lstrip("*( [").startswith(
        _words("instructions", "leading")
    )


def is_template(row: RawRow) -> bool:
    """Tell whether all a row says is what is to be filled in, references and dashes aside."""
    texts = [str(row.cells[at]) for at in row.filled()]
    told = [text for text in texts if not is_blank_mark(text)]
    placeholders = [text for text in told if is_placeholder(text)]
    return bool(placeholders) and all(text in placeholders or is_reference(text) for text in told)


def is_total(row: RawRow) -> bool:
    """Tell whether a row adds up the rows above it: the word, and numbers beside it."""
    texts = [str(row.cells[at]) for at in row.filled()]
    if len(texts) < 2 or fold_label(texts[0]) not in {fold_label(one) for one in _words("totals", "whole")}:
        return False
    return all(_AMOUNT.fullmatch(text.strip()) or is_blank_mark(text) for text in texts[1:])


def set_aside(rows: Sequence[RawRow]) -> tuple[list[RawRow], list[RawRow]]:
    """Part rows into those that may be records and those that are none.

    The row behind one that is none begins a page where that one did.
    """
    kept: list[RawRow] = []
    aside: list[RawRow] = []
    head = False
    for row in rows:
        if is_total(row) or is_instruction(row) or is_template(row):
            aside.append(row)
            head = head or row.page_head
        else:
            kept.append(replace(row, page_head=True) if head else row)
            head = False
    return kept, aside
