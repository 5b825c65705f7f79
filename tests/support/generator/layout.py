"""Rows of a table: cells in columns, merged, left to the row above, filled with template words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.support.generator.findings import Found
from tests.support.generator.sketch import Rec, Sketch
from tests.support.paper_builder import MadeCell, Row

_OF_RECOMMENDATION = {
    "ref",
    "theme",
    "recommendation",
    "decision",
    "reason",
    "progress",
    "earlier",
    "progress_and_status",
    "scrutiny_comments",
    "grade",
}
_SHARED = ("officer", "due")
_FIELD = {"officer": "officers", "due": "due"}
_DITTOS = ("As above", "As above", "Same as above", "Ditto", '"')
_SHADES = {"red": "FF0000", "amber": "FFC000", "green": "00B050", "blue": "0070C0"}
_PLACEHOLDERS = {
    "recommendation": ("[Insert recommendation]", "[recommendation]"),
    "action": ("[Insert action]", "Enter text here"),
    "officer": ("[name]", "[Officer name]"),
    "due": ("dd/mm/yyyy", "[date]"),
}


@dataclass(frozen=True, slots=True)
class Laid:
    """The rows of a section, and the findings that its layout calls for."""

    rows: list[Row]
    findings: set[Found]


def lay_out(lot: Random, sketch: Sketch, recs: Sequence[Rec]) -> Laid:
    """Lay out the recommendations of a section."""
    rows = [row for rec in recs for row in _rows(sketch, rec)]
    if sketch.stacked:
        lists = {("paired-by-position", rec.truth["ref"]) for rec in recs if len(rec.acts) > 1}
        return Laid(rows, lists)
    if sketch.nuisances.merged:
        rows = _shared(lot, sketch, recs, rows)
    elif sketch.nuisances.ditto and len(recs) > 1:
        rows = _with_ditto(lot, sketch, recs, rows)
    return Laid(rows, set())


def placeholders(lot: Random, sketch: Sketch) -> Row:
    """Make a row that only shows what is to be filled in."""
    return tuple(MadeCell(lot.choice(_PLACEHOLDERS.get(role, ("",)))) for role in sketch.roles)


def _rows(sketch: Sketch, rec: Rec) -> list[Row]:
    """Lay out a recommendation; the cells that are its own span the rows of its actions."""
    if sketch.stacked:
        return [tuple(MadeCell(_stacked(rec, role)) for role in sketch.roles)]
    made: list[Row] = []
    for at, act in enumerate(rec.acts):
        cells = []
        for role in sketch.roles:
            if role not in _OF_RECOMMENDATION:
                cells.append(_cell(sketch, role, act.cells.get(role, "")))
            elif at == 0:
                cells.append(MadeCell(rec.cells.get(role, ""), row_span=len(rec.acts)))
        made.append(tuple(cells))
    return made


def _cell(sketch: Sketch, role: str, text: str) -> MadeCell:
    """Make a cell, shaded in the colour that it names where the paper shades."""
    shaded = role == "rag" and sketch.nuisances.shaded
    return MadeCell(text, shade=_SHADES.get(text.lower()) if shaded else None)


def _stacked(rec: Rec, role: str) -> str:
    """Put what the actions have in a column one under the other."""
    if role in _OF_RECOMMENDATION:
        return rec.cells.get(role, "")
    return "\n".join(act.cells[role] for act in rec.acts)


def _sharing(sketch: Sketch) -> list[str]:
    """Return the columns of which a cell may be shared: those that give their field alone."""
    alone = {"officer": "member" not in sketch.roles, "due": True}
    return [role for role in _SHARED if role in sketch.roles and alone[role]]


def _shared(lot: Random, sketch: Sketch, recs: Sequence[Rec], rows: list[Row]) -> list[Row]:
    """Let two recommendations of one action each share the cell of their owner or date."""
    able = _sharing(sketch)
    pairs = [at for at in range(len(recs) - 1) if len(recs[at].acts) == len(recs[at + 1].acts) == 1]
    if not able or not pairs:
        return rows
    role, at = lot.choice(able), lot.choice(pairs)
    row, column = sum(len(rec.acts) for rec in recs[:at]), sketch.roles.index(role)
    if not rows[row][column].text:
        return rows
    _copy(sketch, recs, at, role)
    rows[row] = _with(rows[row], column, replace(rows[row][column], row_span=2))
    rows[row + 1] = rows[row + 1][:column] + rows[row + 1][column + 1 :]
    return rows


def _with_ditto(lot: Random, sketch: Sketch, recs: Sequence[Rec], rows: list[Row]) -> list[Row]:
    """Let a row say that its owner or date is that of the row above."""
    able = [role for role in _sharing(sketch) if recs[0].acts[-1].truth[_FIELD[role]]]
    if not able or any(len(rec.acts) > 1 for rec in recs[:2]):
        return rows
    role = lot.choice(able)
    _copy(sketch, recs, 0, role)
    rows[1] = _with(rows[1], sketch.roles.index(role), MadeCell(lot.choice(_DITTOS)))
    return rows


def _copy(sketch: Sketch, recs: Sequence[Rec], at: int, role: str) -> None:
    """Give the next recommendation what this one has in a shared cell, and the status that its date tells."""
    one, other = recs[at].acts[0].truth, recs[at + 1].acts[0].truth
    other[_FIELD[role]] = [
        {key: value for key, value in held.items() if key != "basis"} for held in one[_FIELD[role]]
    ]
    if role == "due" and not sketch.tells_status:  # a date may tell a status: whose it is then, is open
        one.pop("status", None)
        other.pop("status", None)


def _with(row: Row, column: int, cell: MadeCell) -> Row:
    return (*row[:column], cell, *row[column + 1 :])
