"""Tables of records: rows laid out with their nuisances, in one table or in several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random

from tests.support.generator import grades, places, refs
from tests.support.generator.findings import Found
from tests.support.generator.grades import is_compound
from tests.support.generator.labels import SPANNED, labels, spanner
from tests.support.generator.layout import Laid, lay_out, placeholders
from tests.support.generator.records import recommendation, slip
from tests.support.generator.said import Truth
from tests.support.generator.sketch import Rec, Sketch
from tests.support.paper_builder import Column, MadeCell, MadeTable, Prose, Row, band

_WIDE = {
    "recommendation": 4.0,
    "action": 3.6,
    "action_and_date": 3.8,
    "progress": 3.6,
    "earlier": 3.2,
    "progress_and_status": 3.6,
    "status_and_comment": 3.2,
    "success": 2.6,
    "comments": 2.4,
    "scrutiny_comments": 2.4,
}
_NARROW, _USUAL = {"ref": 1.6, "action_ref": 1.1, "rag": 1.2}, 2.2
_SEVERAL = 0.4  # share of recommendations with several actions, in a paper that has such


@dataclass(slots=True)
class Group:
    """Recommendations under one heading; a heading of "" is none."""

    theme: str
    status: str | None
    recs: list[Rec]


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables with the headings over them, their records, and the findings that were drawn with them."""

    blocks: list[Prose | MadeTable]
    records: list[Truth]
    findings: set[Found]


def record_tables(lot: Random, sketch: Sketch, rows: int, given: Mapping[str, str]) -> Tables:
    """Draw the tables of so many recommendations; some labels are given by role."""
    odd = sketch.nuisances
    named = labels(lot, sketch, given)
    groups = _groups(lot, sketch, rows)
    found = _told(sketch, groups)
    if odd.slips and not (odd.merged or odd.ditto):
        found |= _slips(lot, sketch, groups)
    laid = [lay_out(lot, sketch, group.recs) for group in groups]
    found |= {one for part in laid for one in part.findings}
    for group in groups:
        for rec in group.recs:
            _label_extras(rec, named)
    records = [_record(group, rec) for group in groups for rec in group.recs]
    return Tables(_blocks(lot, sketch, named, groups, laid), records, found)


def _record(group: Group, rec: Rec) -> Truth:
    if group.status:
        for act in rec.acts:
            act.truth.setdefault("status", {"status": group.status})
    return {**rec.record(), "theme": rec.truth.get("theme") or group.theme or None}


def _blocks(
    lot: Random, sketch: Sketch, named: Mapping[str, str], groups: Sequence[Group], laid: Sequence[Laid]
) -> list[Prose | MadeTable]:
    """Put the rows under headers, the groups under bands or headings."""
    over = spanner(lot)
    if _is_parted(sketch):
        pairs = zip(groups, laid, strict=True)
        made: list[Prose | MadeTable] = []
        for one, part in pairs:
            made += [Prose(one.theme, strong=True), _table(sketch, named, over, part.rows)]
        return made
    rows: list[Row] = []
    for one, part in zip(groups, laid, strict=True):
        rows += [band(one.theme, len(sketch.roles))] if one.theme else []
        rows += part.rows
    if sketch.nuisances.templates:
        rows.append(placeholders(lot, sketch))
    if sketch.nuisances.blank_rows:
        rows += [tuple(MadeCell("") for _ in sketch.roles)] * lot.randint(1, 3)
    return [_table(sketch, named, over, rows)]


def _table(sketch: Sketch, named: Mapping[str, str], over: str, rows: Sequence[Row]) -> MadeTable:
    columns = tuple(Column(named[role], _WIDE.get(role, _NARROW.get(role, _USUAL))) for role in sketch.roles)
    heads = _spanned(sketch, named, over) if sketch.nuisances.spanner else ()
    return MadeTable(columns, tuple(rows), heads=heads, header_repeated=not sketch.nuisances.headless)


def _spanned(sketch: Sketch, named: Mapping[str, str], over: str) -> tuple[Row, ...]:
    """Make a header of two rows, one label over owner and date."""
    at = "".join("x" if role in SPANNED else "-" for role in sketch.roles).find("xx")
    if at < 0:
        return ()
    cells = [MadeCell(named[role], row_span=2) for role in sketch.roles]
    first = (*cells[:at], MadeCell(over, col_span=2), *cells[at + 2 :])
    return first, tuple(MadeCell(named[role]) for role in sketch.roles[at : at + 2])


def _label_extras(rec: Rec, named: Mapping[str, str]) -> None:
    """Give what fits no field the label of its column.

    Whether a cell of an owner or a date that says more than one, or "TBC", is kept there too is open.
    """
    for act in rec.acts:
        dates = act.truth["due"]
        plain = "due" not in act.cells or [one.get("precision") for one in dates] in (["day"], ["month"])
        if plain and (act.truth["officers"] or not act.cells.get("officer")):
            for one in act.truth.get("extra", ()):
                one["label"] = named[one["label"]]
        else:
            act.truth.pop("extra", None)


def _is_parted(sketch: Sketch) -> bool:
    return sketch.nuisances.parted and not sketch.nuisances.templates


def _groups(lot: Random, sketch: Sketch, rows: int) -> list[Group]:
    """Draw the recommendations, parted by what stands over them."""
    groups = _headings(lot, sketch, rows)
    counted = refs.column(lot) if "ref" in sketch.roles else refs.heads(lot)
    gap = lot.randint(2, rows - 1) if sketch.nuisances.gap_in_refs else rows
    number = count(1)
    for at in range(rows):
        section = at * len(groups) // rows
        held = groups[section].recs
        if _restarts(sketch) and not held:
            number = count(1)
        ref = counted(next(number) + (at >= gap))
        if _decimal(sketch):
            ref = refs.Ref(*[f"{section + 1}.{len(held) + 1}"] * 2)
        held.append(_rec(lot, sketch, ref))
    return groups


def _rec(lot: Random, sketch: Sketch, ref: refs.Ref) -> Rec:
    """Draw a recommendation under a reference, which stands in its column, before its text or nowhere."""
    several = _has_several(sketch) and lot.random() < _SEVERAL
    in_text = in_texts(sketch)
    rec = recommendation(
        lot, sketch, ref.ref if "ref" in sketch.roles else None, lot.randint(2, 3) if several else 1
    )
    if "ref" in sketch.roles:
        rec.cells["ref"] = ref.printed
    elif in_text:
        rec.truth["ref"] = ref.ref
        rec.cells["recommendation"] = ref.printed + rec.cells["recommendation"]
    return rec


def in_texts(sketch: Sketch) -> bool:
    """Whether references stand at the head of what is recommended."""
    return sketch.nuisances.refs_in_text and "ref" not in sketch.roles and "recommendation" in sketch.roles


def _headings(lot: Random, sketch: Sketch, rows: int) -> list[Group]:
    odd = sketch.nuisances
    if not odd.bands and not _is_parted(sketch):
        return [Group("", None, [])]
    sections = min(lot.randint(2, 3), rows)
    if (
        "theme" in sketch.roles
        or sketch.tells_status
        or not {"recommendation", "progress"} <= set(sketch.roles)
    ):
        return [Group(theme, None, []) for theme in places.bands(lot, sections)]
    if lot.random() < 0.4:
        return [Group(said.text, said.status, []) for said in grades.bands(lot, sections)]
    return [Group(theme, None, []) for theme in places.bands(lot, sections)]


def _told(sketch: Sketch, groups: Sequence[Group]) -> set[Found]:
    """Return the findings on what was drawn into the cells of the table."""
    odd = sketch.nuisances
    found: set[Found] = {("unmapped-column", None)} if "other" in sketch.roles else set()
    if odd.gap_in_refs and not _decimal(sketch) and ("ref" in sketch.roles or in_texts(sketch)):
        found.add(("ref-gap", None))
    if odd.templates and not _is_parted(sketch):
        found.add(("row-set-aside", None))
    acts = [(rec.truth["ref"], act) for group in groups for rec in group.recs for act in rec.acts]
    return found | {("compound-status", ref) for ref, act in acts if is_compound(act.cells.get("status", ""))}


def _slips(lot: Random, sketch: Sketch, groups: Sequence[Group]) -> set[Found]:
    """Let one recommendation contradict itself."""
    rec = lot.choice([rec for group in groups for rec in group.recs])
    code = slip(lot, sketch, rec)
    return {(code, rec.truth["ref"])} if code else set()


def _restarts(sketch: Sketch) -> bool:
    return sketch.nuisances.restarted and not sketch.nuisances.gap_in_refs


def _decimal(sketch: Sketch) -> bool:
    """Whether the references are of two levels: the section, and the place in it."""
    odd = sketch.nuisances
    return odd.two_level and odd.bands and "ref" in sketch.roles and "action_ref" not in sketch.roles


def _has_several(sketch: Sketch) -> bool:
    several = sketch.nuisances.several_actions or sketch.stacked
    return several and {"ref", "recommendation", "action"} <= set(sketch.roles)
