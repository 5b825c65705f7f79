"""Checks of a finished record: what its own facts contradict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extract.cover import Cover
from extract.findings import Findings
from extract.schema import Action, PaperKind, Recommendation
from normalise.elements import Element, OtherTable
from normalise.lost import lost_table
from normalise.values.dates import read_action_dates
from normalise.values.references import place_in_series
from parsers.model import Text

# Trackers carry actions of ten years, and plans look ahead to 2050; "2001" for 2021 is twenty years behind.
_YEARS_BEHIND, _YEARS_AHEAD = 15, 30


def check_records(
    recommendations: Sequence[Recommendation], cover: Cover, kind: PaperKind, findings: Findings
) -> None:
    """Report contradictions in dates and references."""
    known = cover.known()
    for recommendation in recommendations:
        for action in recommendation.actions:
            _dates_agree(action, recommendation, known, findings)
            _due_after_start(action, recommendation, findings)
            _years_near(action, recommendation, known, findings)
            if kind == "action_plan":
                _due_ahead(action, recommendation, known, findings)
    _references(recommendations, findings)


def check_language(
    welsh: Sequence[Text], recommendations: Sequence[Recommendation], findings: Findings
) -> None:
    """Say that parts of a paper are in Welsh, of which nothing was read."""
    if welsh:
        what = "parts of the paper are in Welsh" if recommendations else "the paper is in Welsh"
        message = f"{what}: the words are kept as printed and no facts were read from them"
        findings.add("welsh-text", message, at=welsh[0])


def check_unread(elements: Sequence[Element], kind: PaperKind, findings: Findings) -> None:
    """Say why a paper gave no records, where a reader would expect some."""
    lost = lost_table(elements)
    tables = [element for element in elements if isinstance(element, OtherTable) and _is_grid(element)]
    if lost:
        labels = "”, “".join(str(label) for label in lost)
        message = f"the labels “{labels}” stand one a line: which cell belongs to which is lost"
        findings.add("unreadable-layout", message, at=lost[0])
    elif kind == "committee_report":
        return
    elif tables:
        first = next(row for row in tables[0].rows if row)
        labels = "”, “".join(str(cell) for cell in first)
        findings.add("unknown-columns", f"no label of the table is known: “{labels}”", at=first[0])
    else:
        findings.add("no-table", "no table of recommendations or actions was found in this paper")


def _is_grid(table: OtherTable) -> bool:
    return len(table.rows) > 1 and max(map(len, table.rows)) > 2


def _latest(action: Action) -> date | None:
    deadlines = [one.latest for one in action.due if one.role == "deadline" and one.latest]
    return max(deadlines, default=None)


def _dates_agree(
    action: Action, recommendation: Recommendation, known: date | None, findings: Findings
) -> None:
    """Report a date in the text whose first day is after the last day of the due date."""
    latest = _latest(action)
    if latest is None or all(one.basis == "action_text" for one in action.due):
        return
    for one in read_action_dates(action.text, combined=True, known=known).dates:
        if one.earliest and one.earliest > latest:
            findings.add(
                "date-conflict",
                f"the text says “{one.raw}”, later than the due date {latest.isoformat()}",
                ref=recommendation.ref,
                field="due",
            )


def _due_ahead(
    action: Action, recommendation: Recommendation, known: date | None, findings: Findings
) -> None:
    latest = _latest(action)
    if latest and known and latest < known:
        findings.add(
            "past-due-when-agreed",
            f"the due date {latest.isoformat()} is before the paper's own date {known.isoformat()}",
            ref=recommendation.ref,
            field="due",
        )


def _due_after_start(action: Action, recommendation: Recommendation, findings: Findings) -> None:
    latest = _latest(action)
    starts = [one for one in action.due if one.role == "start" and one.earliest]
    for one in starts:
        if latest and one.earliest and one.earliest > latest:
            findings.add(
                "due-before-start",
                f"the start “{one.raw}” is after the due date {latest.isoformat()}",
                ref=recommendation.ref,
                field="due",
            )


def _years_near(
    action: Action, recommendation: Recommendation, known: date | None, findings: Findings
) -> None:
    """Report a year that is too far from the paper's own to be meant."""
    for one in action.due if known else ():
        if known and one.earliest and not -_YEARS_BEHIND <= one.earliest.year - known.year <= _YEARS_AHEAD:
            findings.add(
                "unlikely-year",
                f"the year of “{one.raw}” is far from that of the paper, {known.year}",
                ref=recommendation.ref,
                field="due",
            )


def _references(recommendations: Sequence[Recommendation], findings: Findings) -> None:
    """Report references that stand twice, and gaps in a count."""
    refs = [one.ref for one in recommendations if one.ref]
    for ref in dict.fromkeys(refs):
        if refs.count(ref) > 1:
            findings.add(
                "duplicate-ref", f"the reference {ref} stands {refs.count(ref)} times", ref=ref, field="ref"
            )
    last: dict[str, tuple[int, str]] = {}
    for ref in refs:
        stem, number = place_in_series(ref) or ("", 0)
        if number:
            before = last.get(stem)
            if before and number > before[0] + 1:
                message = f"no reference stands between {before[1]} and {ref}"
                findings.add("ref-gap", message, ref=ref, field="ref")
            last[stem] = number, ref
