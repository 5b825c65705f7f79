"""What a reader of the form remarked -> findings, on the field in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.findings import Findings
from extract.ledger import location
from extract.schema import Action, Location, Progress, Recommendation
from parsers.model import Place, Remark


def report_remarks(
    remarks: Iterable[Remark], recommendations: Sequence[Recommendation], findings: Findings
) -> None:
    """Add a finding for each remark; the recommendation and the field are those of its words."""
    fields = {
        _where(place): (recommendation.ref, field)
        for recommendation in recommendations
        for field, places in _fields(recommendation)
        for place in places
    }
    for remark in remarks:
        place = remark.text.place or remark.place
        ref, field = fields.get(_where(location(place)), (None, None))
        findings.add(
            remark.code,
            remark.message,
            ref=ref,
            field=field,
            place=place if place != Place() else None,
        )


def _where(place: Location) -> tuple[int | None, ...]:
    """Return the cell or line of a place."""
    return place.page, place.line, place.table, place.row, place.column


def _fields(part: Recommendation | Action | Progress) -> Iterator[tuple[str, list[Location]]]:
    """Yield the fields of a recommendation and of what it holds, with their places."""
    if isinstance(part, Action | Recommendation):
        for entry in part.progress:
            yield from _fields(entry)
    if isinstance(part, Recommendation):
        for action in part.actions:
            yield from _fields(action)
    if isinstance(part, Action):
        yield from (("due", date.provenance) for date in part.due)
        yield from (("officers", officer.provenance) for officer in part.officers)
    yield from part.provenance.items()
