"""Vertical blocks -> recommendations: a label and its value at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.block_entries import joined
from extract.block_facts import take_fact
from extract.block_rounds import BlockRounds
from extract.drafts import ActionDraft, RecommendationDraft
from extract.schema import Decision, SubItem
from extract.values import Reader, share_progress
from normalise.columns import Role, read_label
from normalise.elements import Entry
from normalise.text import fold
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


class BlockReader:
    """Reads vertical blocks into recommendations."""

    def __init__(self, reader: Reader, theme: str | None = None) -> None:
        """Begin with none; `theme` is the heading over the blocks."""
        self._reader = reader
        self._theme = theme
        self.drafts: list[RecommendationDraft] = []
        self._rounds = BlockRounds(reader)

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
        return self._draft.action()

    def _entry(self, entry: Entry) -> None:
        role = self._role(entry)
        if role in {Role.RECOMMENDATION, Role.REF} or not self.drafts:
            self._open(entry)
        if step := _STEPS.get(role):
            step(self, entry)
        elif in_round := _ROUND_STEPS.get(role):
            in_round(self._rounds, self._draft, entry)
        else:
            take_fact(self._draft, entry, role, self._reader)

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
            self._rounds.end()
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
        self._rounds.end()

    def _action_entry(self, entry: Entry) -> None:
        """Fill the action, or open a further one where it is filled already."""
        if self._action.text:
            self._next_action()
        action = self._action
        if len(self._draft.actions) == 1:
            self._draft.leading, self._draft.priority = list(action.officers), action.priority
        named = named_reference(str(entry.label))
        ref = named.ref if named else _mark_of(entry.label)
        if ref and ref != self._draft.ref:
            action.ref = ref
        action.text, action.printed = self._reader.ledger.place(entry.value), entry.value
        self._reader.note(action.provenance, "text", entry.value)

    def _action_reference(self, entry: Entry) -> None:
        """Take the number of the action that follows it."""
        if self._action.text:
            self._next_action()
        self._action.ref = reference_of(self._reader.ledger.place(entry.value)) or None

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

    def _finish(self, draft: RecommendationDraft) -> None:
        """Read dates told in the text, order the rounds, report what is missing."""
        share_progress(draft)
        draft.actions = [action for action in draft.actions if action.is_filled()]
        for action in draft.actions[1:]:
            given = {one.relation for one in action.officers}
            action.officers[:0] = [one for one in draft.leading if one.relation not in given]
            action.priority = action.priority or draft.priority
        for action in draft.actions:
            undated = next((one for one in draft.progress if not one.period_label), None)
            only = len(draft.actions) == 1
            action.status = (
                action.status
                or (self._reader.led_status(undated.evidence, draft.ref) if undated and only else None)
                or self._reader.told_status(action.text, draft.ref)
            )
            if not action.due:
                action.due = self._reader.action_dates(action.printed, draft.ref, combined=False)
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
}
_ROUND_STEPS: dict[Role, Callable[[BlockRounds, RecommendationDraft, Entry], None]] = {
    Role.PROGRESS: BlockRounds.progress,
    Role.STATUS: BlockRounds.assessment,
    Role.RAG: BlockRounds.colour,
    Role.IMPACT: BlockRounds.impact,
    Role.EXPLANATION: BlockRounds.explanation,
}


def _mark_of(label: Text) -> str | None:
    """Return the reference that a label is, "4." or "(b)"; None where it is words."""
    return clean(str(label)) if is_reference(str(label)) and not read_label(str(label)).known else None
