"""Labels and values of vertical blocks, before they are read into recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.cover import is_cover_field
from extract.values import Reader
from normalise.columns import OFFICER_ROLES, Role
from normalise.elements import Entry
from normalise.text import join_parts
from normalise.unfinished import officer_separator


def opening(entries: Sequence[Entry]) -> int:
    """Return the place of the first entry of a recommendation; what stands before is head matter."""
    roles = {Role.RECOMMENDATION, Role.REF, Role.ACTION}
    opens = (
        at
        for at, entry in enumerate(entries)
        if entry.reading.role in roles and entry.value and not is_cover_field(str(entry.label))
    )
    return next(opens, len(entries))


def joined(entries: Sequence[Entry], reader: Reader) -> list[Entry]:
    """Join each value under a blank label to the one above it."""
    whole: list[Entry] = []
    for entry in entries:
        if entry.label or not whole:
            whole.append(entry)
            continue
        above = whole[-1]
        separator = (
            officer_separator(str(above.value), str(entry.value))
            if above.reading.role in OFFICER_ROLES
            else None
        )
        both = join_parts(above.value, entry.value, separator=separator)
        reader.ledger.furnish([both.reprinted])
        whole[-1] = replace(above, value=both.text, page_head=above.page_head or entry.page_head)
        whole[-1] = replace(whole[-1], continued=(*above.continued, entry.value))
    return whole
