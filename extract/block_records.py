"""Vertical blocks -> recommendations: a label and its value at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.cover import is_cover_field
from extract.drafts import ActionDraft, ProgressDraft, RecommendationDraft
from extract.schema import Decision, Labelled, SubItem
from extract.values import Reader, share_progress
from normalise.columns import DATE_ROLES, OFFICER_ROLES, Role, read_label
from normalise.elements import Entry
from normalise.rows import officer_separator
from normalise.text import fold, join_parts
from normalise.values.colours import read_rag
from normalise.values.dates import looks_like_date_cell
from normalise.values.decisions import read_answer
from normalise.values.references import (
    clean,
    is_reference,
    leading_reference,
    named_reference,
    parts,
    reference_of,
)
from normalise.values.scales import read_grade
from normalise.values.statuses import lead_status
from parsers.model import Text

# A value of more words is a narrative and no status.
_STATUS_WORDS = 6
# "Recommendation No. 6" heads the recommendation itself where it gives the number.
_NUMBERED = {Role.REF: Role.RECOMMENDATION, Role.ACTION_REF: Role.ACTION}
_WHOLE = {
    Role.MEASURE: "success_measures",
    Role.OUTCOME: "success_measures",
    Role.RESOURCES: "resources",
    Role.PRIORITY: "priority",
    Role.COMMENTS: "comments",
}


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


class BlockReader:
    """Reads vertical blocks into recommendations."""

    def __init__(self, reader: Reader, theme: str | None = None) -> None:
        """Begin with none; `theme` is the heading over the blocks."""
        self._reader = reader
        self._theme = theme
        self.drafts: list[RecommendationDraft] = []
        self._round: ProgressDraft | None = None

    def read(self, entries: Sequence[Entry]) -> list[RecommendationDraft]:
        """Return the recommendations of the entries."""
        for entry in joined(entries, self._reader):
            self._reader.ledger.place(entry.label)
            self._entry(entry)
            for part in entry.continued:
                self._reader.findings.add(
                    "row-continued",
                    "a row with a blank label was joined to this one",
                    ref=self._draft.ref,
                    at=part,
                )
        for draft in self.drafts:
            self._finish(draft)
        return self.drafts

    @property
    def _draft(self) -> RecommendationDraft:
        return self.drafts[-1]

    @property
    def _action(self) -> ActionDraft:
        if not self._draft.actions:
            self._draft.actions.append(ActionDraft())
        return self._draft.actions[-1]

    def _entry(self, entry: Entry) -> None:
        role = self._role(entry)
        step = _STEPS.get(role)
        if role in {Role.RECOMMENDATION, Role.REF} or not self.drafts:
            self._open(entry)
        if step:
            step(self, entry)
        elif role in DATE_ROLES:
            self._due(entry)
        elif role in OFFICER_ROLES:
            self._officers(entry)
        elif role in _WHOLE:
            self._whole(entry)
        else:
            self._extra(entry)

    def _role(self, entry: Entry) -> Role:
        """Return what an entry holds: its label's role, unless round or value say otherwise."""
        role = entry.reading.role
        if role in _NUMBERED and named_reference(str(entry.label)):
            return _NUMBERED[role]
        if (
            role is Role.EXTRA
            and entry.reading.period
            and fold(str(entry.label)) == fold(entry.reading.period_label or "")
        ):
            return Role.PROGRESS
        if role is Role.OUTCOME and entry.reading.period:
            return Role.IMPACT
        if role is Role.COMPLETED and entry.value:
            value = str(entry.value)
            if read_grade(value, self._reader.scale) or (
                len(value.split()) <= _STATUS_WORDS and lead_status(value)
            ):
                return Role.STATUS
            return role if looks_like_date_cell(value) else Role.PROGRESS
        return role

    def _open(self, entry: Entry) -> None:
        """Open a recommendation, unless its reference alone has just been read."""
        named = named_reference(str(entry.label))
        current = self.drafts[-1] if self.drafts else None
        is_new = current is None or bool(current.text or current.actions or current.progress)
        if self._role(entry) is Role.REF and current and not (current.ref or current.text):
            is_new = False
        if is_new:
            self.drafts.append(RecommendationDraft(theme=self._theme))
            self._round = None
        ref = named.ref if named else _mark_of(entry.label)
        if ref and self._role(entry) is Role.RECOMMENDATION:
            self._draft.ref = ref
            self._reader.note(self._draft.provenance, "ref", entry.label)

    def _reference(self, entry: Entry) -> None:
        self._draft.ref = reference_of(self._reader.ledger.place(entry.value)) or None
        self._reader.note(self._draft.provenance, "ref", entry.value)

    def _recommendation(self, entry: Entry) -> None:
        draft, text = self._draft, entry.value
        leading = leading_reference(str(text)) if draft.ref is None else None
        if leading:
            draft.ref = leading.ref
            self._reader.ledger.place(text.cut(0, leading.end))
            self._reader.note(draft.provenance, "ref", text.cut(0, leading.end))
            text = text.cut(leading.end)
        draft.text = self._reader.ledger.place(text)
        draft.sub_items = [
            SubItem(ref=part.ref, text=draft.text[part.start : part.end].strip())
            for part in parts(draft.text)
        ]
        self._reader.note(draft.provenance, "text", entry.value)

    def _theme_entry(self, entry: Entry) -> None:
        self._draft.theme = self._reader.ledger.place(entry.value) or None

    def _next_action(self) -> None:
        """Open a further action; rounds before it are those of the first."""
        draft = self._draft
        if draft.progress and len(draft.actions) == 1:
            draft.actions[0].progress, draft.progress = draft.progress, []
        draft.actions.append(ActionDraft())
        self._round = None

    @property
    def _rounds(self) -> list[ProgressDraft]:
        """The rounds that an update joins: the action's where there are several, else all."""
        draft = self._draft
        return draft.actions[-1].progress if len(draft.actions) > 1 else draft.progress

    def _action_entry(self, entry: Entry) -> None:
        """Fill the action, or open a further one where it is filled already."""
        if self._action.text:
            self._next_action()
        action = self._action
        if len(self._draft.actions) == 1:
            self._draft.leading = list(action.officers)
        named = named_reference(str(entry.label))
        ref = named.ref if named else _mark_of(entry.label)
        if ref and ref != self._draft.ref:
            action.ref = ref
        action.text = self._reader.ledger.place(entry.value)
        self._reader.note(action.provenance, "text", entry.value)

    def _action_reference(self, entry: Entry) -> None:
        """Take the number of the action that follows it."""
        if self._action.text:
            self._next_action()
        self._action.ref = reference_of(self._reader.ledger.place(entry.value)) or None

    def _officers(self, entry: Entry) -> None:
        role = entry.reading.role
        relation = {Role.SUPPORT: "support", Role.PORTFOLIO: "portfolio_holder"}.get(role, "responsible")
        found = self._reader.officers(
            entry.value,
            self._draft.ref,
            relation=relation,
            councillors=role is Role.PORTFOLIO,
            mixed=entry.reading.second is Role.PORTFOLIO,
        )
        if relation == "support":
            leads = [
                one.model_copy(update={"relation": "lead"}) if one.relation == "responsible" else one
                for one in self._action.officers
            ]
            self._action.officers = leads
        self._action.officers += found.officers
        if found.unread:
            self._action.keep_owner(str(entry.label), str(entry.value))
        self._reader.note(self._action.provenance, "officers", entry.value)

    def _due(self, entry: Entry) -> None:
        role = entry.reading.role
        if role is Role.REVISED_DUE:
            self._action.due = [
                one.model_copy(update={"role": "superseded"}) if one.role == "deadline" else one
                for one in self._action.due
            ]
        if role is Role.ORIGINAL_DUE:
            role = Role.DUE
        found = self._reader.due(entry.value, role, self._draft.ref)
        self._action.due += found
        if self._reader.left_over(entry.value, found):
            self._action.extra.append(Labelled(label=str(entry.label), value=str(entry.value)))
        self._action.status = self._action.status or self._reader.date_status(entry.value, found)
        self._reader.note(self._action.provenance, "due", entry.value)

    def _whole(self, entry: Entry) -> None:
        field = _WHOLE[entry.reading.role]
        value = "\n".join(
            filter(None, (getattr(self._action, field), self._reader.ledger.place(entry.value)))
        )
        setattr(self._action, field, value or None)
        self._reader.note(self._action.provenance, field, entry.value)

    def _extra(self, entry: Entry) -> None:
        label = str(entry.label)
        if entry.value:
            self._action.extra.append(Labelled(label=label, value=self._reader.ledger.place(entry.value)))
            self._reader.findings.add(
                "unmapped-column",
                f"the label “{label}” fits no field; its value is kept in extra",
                ref=self._draft.ref,
                at=entry.label,
            )

    def _decision(self, entry: Entry) -> None:
        raw = self._reader.ledger.place(entry.value)
        found = read_answer(raw)
        if raw and found is None and not self._action.text:
            self._action_entry(entry)
        elif raw:
            self._draft.decision = Decision(
                status=found.status if found else None,
                raw=raw,
                reason=found.reason if found else None,
            )

    def _reason(self, entry: Entry) -> None:
        reason = self._reader.ledger.place(entry.value) or None
        decision = self._draft.decision or Decision(status=None, raw="", reason=None)
        self._draft.decision = decision.model_copy(update={"reason": reason})

    def _comments(self, entry: Entry) -> None:
        value = self._reader.ledger.place(entry.value)
        self._draft.comments = "\n".join(filter(None, (self._draft.comments, value))) or None

    # Rounds

    def _current_round(self, entry: Entry) -> ProgressDraft:
        """Return the round of the label's date; an undated label joins the round just read."""
        period, label = entry.reading.period, entry.reading.period_label
        rounds = self._rounds
        if period is None and label is None and self._round is not None:
            return self._round
        found = next((one for one in rounds if (one.period, one.period_label) == (period, label)), None)
        found = found or next((one for one in rounds if period and one.period == period), None)
        if found is None:
            found = ProgressDraft(period, label)
            rounds.append(found)
        self._round = found
        return found

    def _progress(self, entry: Entry) -> None:
        """Open a round with its evidence, or several where the cell has dated heads."""
        period, label = entry.reading.period, entry.reading.period_label
        entries = self._reader.entries(entry.value, period, label, self._draft.ref)
        if len(entries) > 1 or (entries and entries[0].period != period):
            self._rounds.extend(entries)
            self._round = entries[-1]
            return
        if period is None and self._round is not None and self._round.evidence:
            self._round = None
        current = self._current_round(entry)
        for one in entries:
            current.evidence = "\n".join(filter(None, (current.evidence, one.evidence)))
            current.status = current.status or one.status
            self._reader.note(current.provenance, "evidence", entry.value)

    def _assessment(self, entry: Entry) -> None:
        """Read a grade or status: of its round, else of the action."""
        if entry.reading.period or self._round is not None:
            self._reader.graded(entry.value, self._current_round(entry), self._draft.ref)
        elif entry.value:
            self._action.status = self._reader.status(entry.value, str(entry.label), self._draft.ref)
            self._action.rag = self._action.rag or read_rag(str(entry.value))
            self._reader.note(self._action.provenance, "status", entry.value)

    def _colour(self, entry: Entry) -> None:
        """Read a colour: of its round with what is said of it, else of the action."""
        rag = self._reader.rag(entry.value)
        if entry.reading.period or self._round is not None:
            current = self._current_round(entry)
            self._reader.graded(entry.value, current, self._draft.ref)
            current.rag = rag
            return
        self._action.rag = rag
        self._action.status = self._action.status or self._reader.colour_status(
            entry.value, str(entry.label), rag, self._draft.ref
        )

    def _impact(self, entry: Entry) -> None:
        self._add_to_round(entry, "impact")

    def _explanation(self, entry: Entry) -> None:
        self._add_to_round(entry, "explanation")

    def _add_to_round(self, entry: Entry, field: str) -> None:
        current = self._current_round(entry)
        setattr(
            current,
            field,
            "\n".join(filter(None, (getattr(current, field), self._reader.ledger.place(entry.value)))),
        )
        self._reader.note(current.provenance, field, entry.value)

    def _finish(self, draft: RecommendationDraft) -> None:
        """Read dates told in the text, order the rounds, report what is missing."""
        share_progress(draft)
        draft.actions = [action for action in draft.actions if action.is_filled()]
        for action in draft.actions[1:]:
            given = {one.relation for one in action.officers}
            action.officers[:0] = [one for one in draft.leading if one.relation not in given]
        for action in draft.actions:
            undated = next((one for one in draft.progress if not one.period_label), None)
            only = len(draft.actions) == 1
            action.status = (
                action.status
                or (self._reader.led_status(undated.evidence, draft.ref) if undated and only else None)
                or self._reader.told_status(action.text, draft.ref)
            )
            if not action.due:
                self._reader.findings.add("missing-due", "the action has no date", ref=draft.ref, field="due")
            if not action.officers and not action.owner_unread:
                self._reader.findings.add(
                    "missing-officer", "the action has no owner", ref=draft.ref, field="officers"
                )


_STEPS: dict[Role, Callable[[BlockReader, Entry], None]] = {
    Role.REF: BlockReader._reference,
    Role.RECOMMENDATION: BlockReader._recommendation,
    Role.THEME: BlockReader._theme_entry,
    Role.ACTION_REF: BlockReader._action_reference,
    Role.ACTION: BlockReader._action_entry,
    Role.DECISION: BlockReader._decision,
    Role.REASON: BlockReader._reason,
    Role.SCRUTINY_COMMENTS: BlockReader._comments,
    Role.PROGRESS: BlockReader._progress,
    Role.STATUS: BlockReader._assessment,
    Role.RAG: BlockReader._colour,
    Role.IMPACT: BlockReader._impact,
    Role.EXPLANATION: BlockReader._explanation,
}


def _mark_of(label: Text) -> str | None:
    """Return the reference that a label is, "4." or "(b)"; None where it is words."""
    return clean(str(label)) if is_reference(str(label)) and not read_label(str(label)).known else None
