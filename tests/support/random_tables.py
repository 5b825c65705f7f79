"""Action plans drawn by lot from a seed: plausible rows, whose truth is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.support.paper_builder import (
    BULLET,
    Column,
    MadeCell,
    MadePaper,
    MadeTable,
    Page,
    Prose,
    Row,
    Rules,
    band,
)
from tests.support.random_words import SUBJECTS, dates, officer, sentence, sentences, status

_LONG = 160  # words of a cell that no page end can miss on a low page
_LANDSCAPE_FROM = 6  # columns
_LABELS: dict[str, tuple[str, ...]] = {
    "ref": ("Ref", "No.", "Rec No", "Ref No."),
    "recommendation": ("Recommendation", "Recommendation Made", "Scrutiny Recommendation"),
    "action": ("Agreed Action", "Action to be taken", "Action"),
    "success": ("Success Measures", "Expected outcome"),
    "officer": ("Lead Officer", "Responsible Officer", "By Whom"),
    "date": ("Due Date", "Target date", "By when", "Timescale"),
    "status": ("Status",),
    "progress": ("Progress to date", "Update", "Comments"),
}
_WIDTHS = {"ref": 1.0, "recommendation": 4.0, "action": 3.6, "success": 2.6, "progress": 3.6}
_NARROW = (1.6, 2.2, 2.2)  # width of the columns that have none above; the first breaks long words
_ALWAYS = {"recommendation", "officer", "date"}
_SHARED = ("officer", "date", "action", "status")  # what two rows may have in one cell


def action_plan(seed: int, rules: Rules = "ruled", *, merged: bool = True) -> MadePaper:
    """Draw a paper with one action plan; the same seed gives the same paper.

    Args:
        seed: of the lot.
        rules: which lines are drawn.
        merged: whether two rows may share a cell.  Without rules nobody can see that.
    """
    lot = Random(seed)  # noqa: S311 - no secret
    roles = _roles(lot)
    narrow = lot.choice(_NARROW)
    columns = tuple(Column(lot.choice(_LABELS[role]), _WIDTHS.get(role, narrow)) for role in roles)
    shade = lot.choice((None, None, "D9E2F3", "CCCCCC"))
    table = MadeTable(
        columns=columns,
        rows=_rows(lot, roles, merged=merged and lot.random() < 0.5),
        rules=rules,
        heads=(tuple(MadeCell(column.label, shade=shade) for column in columns),),
        header_repeated=lot.random() < 0.6,
    )
    subject = lot.choice(SUBJECTS)
    wide = len(roles) >= _LANDSCAPE_FROM
    return MadePaper(
        title=("Anytown Borough Council", f"Action Plan: Review of {subject}"),
        blocks=(Prose(sentences(lot, 40)), table, Prose(sentences(lot, 25))),
        page=Page(297.0, 210.0) if wide else Page(),
        header=lot.choice(("", f"Scrutiny Review of {subject}")),
        footer=lot.choice(("", "{page}", "Page {page}")),
        font=lot.choice(("Liberation Sans", "Carlito", "Liberation Serif")),
        size=lot.choice((9.0, 10.0, 11.0)),
    )


def _roles(lot: Random) -> list[str]:
    """Draw three to seven columns, in the order of papers."""
    others = [role for role in _LABELS if role not in _ALWAYS]
    kept = _ALWAYS | set(lot.sample(others, lot.randint(0, 4)))
    return [role for role in _LABELS if role in kept]


def _rows(lot: Random, roles: list[str], *, merged: bool) -> tuple[Row, ...]:
    """Draw the rows, some sections and, where `merged`, cells that two rows share."""
    count = lot.randint(5, 14)
    refs = lot.choice(_REFS)
    long = set(lot.sample(range(count), lot.randint(0, 2)))
    plain = [_row(lot, roles, refs(at), long=at in long) for at in range(count)]
    bands = set(lot.sample(range(count), lot.randint(1, 3))) if lot.random() < 0.35 else set()
    if merged:
        plain = _shared(lot, roles, plain, bands)
    rows: list[Row] = []
    for at, row in enumerate(plain):
        if at in bands:
            rows.append(band(lot.choice(SUBJECTS), len(roles)))
        rows.append(row)
    return tuple(rows)


def _row(lot: Random, roles: list[str], ref: str, *, long: bool) -> Row:
    """Draw one row, one of its cells long enough for a page end if `long`."""
    wordy = [role for role in roles if role in ("recommendation", "action", "progress")]
    longest = lot.choice(wordy) if long else None
    texts = {role: sentences(lot, _LONG) if role == longest else _text(lot, role) for role in roles}
    return tuple(MadeCell(ref if role == "ref" else texts[role]) for role in roles)


def _text(lot: Random, role: str) -> str:
    if role in ("recommendation", "action", "progress", "success"):
        return _wordy(lot, lot.randint(10, 60 if role == "recommendation" else 35))
    if role == "officer":
        return "\n".join(officer(lot) for _ in range(lot.choice((1, 1, 1, 2))))
    return dates(lot) if role == "date" else status(lot)


def _wordy(lot: Random, words: int) -> str:
    """Draw a text of about so many words: one paragraph, several, or a list."""
    shape = lot.random()
    if shape < 0.7:
        return sentences(lot, words)
    if shape < 0.85:
        return "\n".join(sentences(lot, words // 2) for _ in range(2))
    items = [BULLET + sentence(lot, 7) for _ in range(lot.randint(2, 4))]
    return "\n".join([sentence(lot, words // 2), *items])


def _shared(lot: Random, roles: list[str], rows: list[Row], bands: set[int]) -> list[Row]:
    """Let some pairs of rows share the cell of one or two columns."""
    at = 0
    while at + 1 < len(rows):
        if at + 1 not in bands and lot.random() < 0.4:
            able = [column for column, role in enumerate(roles) if role in _SHARED]
            columns = set(lot.sample(able, min(len(able), lot.randint(1, 2))))
            rows[at] = tuple(
                replace(cell, row_span=2) if column in columns else cell
                for column, cell in enumerate(rows[at])
            )
            rows[at + 1] = tuple(cell for column, cell in enumerate(rows[at + 1]) if column not in columns)
            at += 1
        at += 1
    return rows


_REFS: tuple[Callable[[int], str], ...] = (
    lambda at: str(at + 1),
    lambda at: f"{at + 1}.",
    lambda at: f"R{at + 1}",
    lambda at: chr(ord("A") + at),
    lambda at: f"{at // 3 + 1}.{at % 3 + 1}",
    lambda at: f"SC{at + 18}",
)
