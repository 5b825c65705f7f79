"""Tables of records: the columns of each kind of paper, and rows laid out with their nuisances."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.support.generator.places import BANDS
from tests.support.generator.records import Rec, Sketch, recommendation
from tests.support.generator.said import Truth
from tests.support.paper_builder import Column, MadeCell, MadeTable, Row, band

LABELS: dict[str, tuple[str, ...]] = {
    "ref": ("Ref", "No.", "Rec No", "Ref No.", "Reference", "Item"),
    "recommendation": ("Recommendation", "Recommendation Made", "Recommendations", "Area for improvement"),
    "action_ref": ("Action No.", "Action Ref"),
    "action": ("Action", "Agreed Action", "Action to be taken", "Actions", "Proposed Action", "Activities"),
    "action_and_date": ("Agreed Action and Date of Implementation", "Action and Target Date"),
    "officer": ("Lead Officer", "Lead", "Responsible Officer", "Responsibility", "By Whom", "Who", "Owner"),
    "officer_and_member": ("Lead Officer / Executive Member", "Lead Officer/Cabinet Member"),
    "lead": ("Lead Officer", "Lead"),
    "support": ("Support Officer", "Supporting Officers"),
    "member": ("Cabinet Member", "Portfolio Holder", "Executive Member"),
    "due": ("Due Date", "Target date", "By when", "Timescale", "When", "Date", "Deadline"),
    "original": ("Original Date", "Original Due Date", "Original Target Date"),
    "revised": ("Revised Date", "Revised Due Date", "Revised Target Date"),
    "status": ("Status",),
    "rag": ("RAG", "RAG Status", "RAG Rating"),
    "grade": ("Assessment of Progress", "Grade"),
    "progress": ("Progress", "Progress to date", "Update", "Progress Update", "Action taken"),
    "success": ("Success Measures", "Success Criteria", "Expected outcome", "Outputs/outcomes"),
    "resources": ("Resources", "Resource"),
    "priority": ("Priority",),
    "decision": ("Response", "Cabinet Decision", "Accepted / Rejected", "Executive Response"),
    "reason": ("Reason", "Reasons"),
    "meeting": ("Meeting", "Meeting Date", "Date of Meeting"),
}
_WIDE = {"recommendation": 4.0, "action": 3.6, "action_and_date": 3.8, "progress": 3.6, "success": 2.6}
_NARROW, _USUAL = {"ref": 1.0, "action_ref": 1.1, "rag": 1.2}, 2.2
_OF_RECOMMENDATION = {"ref", "recommendation", "decision", "reason", "progress", "grade"}
_SHARED = ("officer", "due")
_SEVERAL = 0.4  # share of recommendations with several actions, in a paper that has such
_DITTO = {"officer": "As above", "due": "As above"}

_REFS: tuple[Callable[[int], str], ...] = (
    lambda at: str(at + 1),
    lambda at: str(at + 1),
    lambda at: f"{at + 1}.",
    lambda at: f"R{at + 1}",
    lambda at: chr(ord("A") + at),
    lambda at: f"SC{at + 18}",
)


def record_table(
    lot: Random, sketch: Sketch, rows: int, given: Mapping[str, str]
) -> tuple[MadeTable, list[Truth]]:
    """Draw a table of so many recommendations and their records; some labels are given by role."""
    labels = {role: lot.choice(LABELS[role]) for role in sketch.roles} | dict(given)
    columns = tuple(Column(labels[role], _WIDE.get(role, _NARROW.get(role, _USUAL))) for role in sketch.roles)
    groups = _groups(lot, sketch, rows)
    table = MadeTable(
        columns=columns,
        rows=tuple(row for theme, recs in groups for row in _section(lot, sketch, theme, recs)),
        header_repeated=not sketch.nuisances.headless,
    )
    for rec in (rec for _, recs in groups for rec in recs):
        _label_extras(rec, labels)
    return table, [{**rec.record(), "theme": theme or None} for theme, recs in groups for rec in recs]


def _label_extras(rec: Rec, labels: Mapping[str, str]) -> None:
    """Give what fits no field the label of its column; what a dash or "TBC" is, is open."""
    for act in rec.acts:
        if "extra" in act.truth and all(act.truth[_FIELD[role]] or not act.cells[role] for role in _SHARED):
            act.truth["extra"] = [{"label": labels["meeting"], **one} for one in act.truth["extra"]]
        else:
            act.truth.pop("extra", None)


def _groups(lot: Random, sketch: Sketch, rows: int) -> list[tuple[str, list[Rec]]]:
    """Draw the recommendations, parted by the bands over them; a band of "" is none."""
    refs = lot.choice(_REFS)
    sections = min(lot.randint(2, 3), rows) if sketch.nuisances.bands else 1
    themes = lot.sample(BANDS, sections) if sketch.nuisances.bands else [""]
    groups: list[tuple[str, list[Rec]]] = [(theme, []) for theme in themes]
    for at in range(rows):
        section = at * sections // rows
        held = groups[section][1]
        ref = f"{section + 1}.{len(held) + 1}" if _decimal(sketch) else refs(at)
        several = _has_several(sketch) and lot.random() < _SEVERAL
        count = lot.randint(2, 3) if several else 1
        held.append(recommendation(lot, sketch, ref if "ref" in sketch.roles else None, count))
    return groups


def _decimal(sketch: Sketch) -> bool:
    """Whether the references are of two levels: the section, and the place in it."""
    return sketch.nuisances.two_level and sketch.nuisances.bands and "action_ref" not in sketch.roles


def _has_several(sketch: Sketch) -> bool:
    several = sketch.nuisances.several_actions or sketch.stacked
    return several and {"ref", "recommendation", "action"} <= set(sketch.roles)


def _section(lot: Random, sketch: Sketch, theme: str, recs: Sequence[Rec]) -> list[Row]:
    rows: list[Row] = [band(theme, len(sketch.roles))] if theme else []
    body = [row for rec in recs for row in _rows(sketch, rec)]
    if sketch.stacked:
        return rows + body
    if sketch.nuisances.merged:
        body = _shared(lot, sketch, recs, body)
    elif sketch.nuisances.ditto and len(recs) > 1:
        body = _with_ditto(lot, sketch, recs, body)
    return rows + body


def _rows(sketch: Sketch, rec: Rec) -> list[Row]:
    """Lay out a recommendation; the cells that are its own span the rows of its actions."""
    if sketch.stacked:
        return [tuple(MadeCell(_stacked(rec, role)) for role in sketch.roles)]
    made: list[Row] = []
    for at, act in enumerate(rec.acts):
        cells = []
        for role in sketch.roles:
            if role not in _OF_RECOMMENDATION:
                cells.append(MadeCell(act.cells.get(role, "")))
            elif at == 0:
                cells.append(MadeCell(rec.cells.get(role, ""), row_span=len(rec.acts)))
        made.append(tuple(cells))
    return made


def _stacked(rec: Rec, role: str) -> str:
    """Put what the actions have in a column one under the other."""
    if role in _OF_RECOMMENDATION:
        return rec.cells.get(role, "")
    return "\n".join(act.cells[role] for act in rec.acts)


def _shared(lot: Random, sketch: Sketch, recs: Sequence[Rec], rows: list[Row]) -> list[Row]:
    """Let two recommendations of one action each share the cell of their owner or date."""
    able = [role for role in _SHARED if role in sketch.roles]
    pairs = [at for at in range(len(recs) - 1) if len(recs[at].acts) == len(recs[at + 1].acts) == 1]
    if not able or not pairs:
        return rows
    role, at = lot.choice(able), lot.choice(pairs)
    row, column = sum(len(rec.acts) for rec in recs[:at]), sketch.roles.index(role)
    if not rows[row][column].text:
        return rows
    _copy(sketch, recs, at, role)
    rows[row] = _with(rows[row], column, MadeCell(rows[row][column].text, row_span=2))
    rows[row + 1] = rows[row + 1][:column] + rows[row + 1][column + 1 :]
    return rows


def _with_ditto(lot: Random, sketch: Sketch, recs: Sequence[Rec], rows: list[Row]) -> list[Row]:
    """Let a row say that its owner or date is that of the row above."""
    able = [role for role in _SHARED if role in sketch.roles and recs[0].acts[-1].truth[_FIELD[role]]]
    if not able or any(len(rec.acts) > 1 for rec in recs[:2]):
        return rows
    role = lot.choice(able)
    _copy(sketch, recs, 0, role)
    rows[1] = _with(rows[1], sketch.roles.index(role), MadeCell(_DITTO[role]))
    return rows


_FIELD = {"officer": "officers", "due": "due"}


def _copy(sketch: Sketch, recs: Sequence[Rec], at: int, role: str) -> None:
    """Give the next recommendation what this one has in a shared cell, and the status that its date tells."""
    one, other = recs[at].acts[0].truth, recs[at + 1].acts[0].truth
    other[_FIELD[role]] = [dict(held) for held in one[_FIELD[role]]]
    if role == "due" and not sketch.tells_status:  # a date may tell a status: whose it is then, is open
        one.pop("status", None)
        other.pop("status", None)


def _with(row: Row, column: int, cell: MadeCell) -> Row:
    return (*row[:column], cell, *row[column + 1 :])
