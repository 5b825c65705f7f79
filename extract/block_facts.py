"""Owners, dates and other labelled facts of vertical blocks -> the action that they belong to."""

from __future__ import annotations

from extract.drafts import RecommendationDraft
from extract.schema import Labelled
from extract.values import Reader
from normalise.columns import DATE_ROLES, OFFICER_ROLES, Role
from normalise.elements import Entry

_WHOLE = {
    Role.MEASURE: "success_measures",
    Role.OUTCOME: "success_measures",
    Role.RESOURCES: "resources",
    Role.PRIORITY: "priority",
    Role.COMMENTS: "comments",
}


def take_fact(draft: RecommendationDraft, entry: Entry, role: Role, reader: Reader) -> None:
    """Give the last action what a labelled value says of it; what fits no field is kept in extra."""
    if role in DATE_ROLES:
        _due(draft, entry, reader)
    elif role in OFFICER_ROLES:
        _officers(draft, entry, reader)
    elif role in _WHOLE:
        _whole(draft, entry, reader)
    else:
        _extra(draft, entry, reader)


def _officers(draft: RecommendationDraft, entry: Entry, reader: Reader) -> None:
    role, action = entry.reading.role, draft.action()
    relation = {Role.SUPPORT: "support", Role.PORTFOLIO: "portfolio_holder"}.get(role, "responsible")
    found = reader.officers(
        entry.value,
        draft.ref,
        relation=relation,
        councillors=role is Role.PORTFOLIO,
        mixed=entry.reading.second is Role.PORTFOLIO,
    )
    if relation == "support":
        action.officers = [
            one.model_copy(update={"relation": "lead"}) if one.relation == "responsible" else one
            for one in action.officers
        ]
    action.officers += found.officers
    if found.unread:
        action.keep_owner(str(entry.label), str(entry.value))
    reader.note(action.provenance, "officers", entry.value)


def _due(draft: RecommendationDraft, entry: Entry, reader: Reader) -> None:
    role, action = entry.reading.role, draft.action()
    if role is Role.REVISED_DUE:
        action.due = [
            one.model_copy(update={"role": "superseded"}) if one.role == "deadline" else one
            for one in action.due
        ]
    if role is Role.ORIGINAL_DUE:
        role = Role.DUE
    found = reader.due(entry.value, role, draft.ref)
    action.due += found
    if reader.left_over(entry.value, found):
        action.extra.append(Labelled(label=str(entry.label), value=str(entry.value)))
    action.status = action.status or reader.date_status(entry.value, found)
    reader.note(action.provenance, "due", entry.value)


def _whole(draft: RecommendationDraft, entry: Entry, reader: Reader) -> None:
    field, action = _WHOLE[entry.reading.role], draft.action()
    value = "\n".join(filter(None, (getattr(action, field), reader.ledger.place(entry.value))))
    setattr(action, field, value or None)
    reader.note(action.provenance, field, entry.value)


def _extra(draft: RecommendationDraft, entry: Entry, reader: Reader) -> None:
    label, action = str(entry.label), draft.action()
    if entry.value:
        action.extra.append(Labelled(label=label, value=reader.ledger.place(entry.value)))
        reader.findings.add(
            "unmapped-column",
            f"the label “{label}” fits no field; its value is kept in extra",
            ref=draft.ref,
            at=entry.label,
        )
