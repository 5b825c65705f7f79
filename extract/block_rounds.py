"""Updates, grades and colours of vertical blocks -> rounds of progress."""

from __future__ import annotations

from extract.drafts import ProgressDraft, RecommendationDraft
from extract.values import Reader
from normalise.elements import Entry
from normalise.values.colours import read_rag


class BlockRounds:
    """The rounds of the recommendation that is being read, and the one just read."""

    def __init__(self, reader: Reader) -> None:
        """Begin with none."""
        self._reader = reader
        self._current: ProgressDraft | None = None

    def end(self) -> None:
        """Let what follows belong to no round that stands above it."""
        self._current = None

    def _round(self, draft: RecommendationDraft, entry: Entry) -> ProgressDraft:
        """Return the round of the label's date; an undated label joins the round just read."""
        period, label = entry.reading.period, entry.reading.period_label
        rounds = _rounds(draft)
        if period is None and label is None and self._current is not None:
            return self._current
        found = next((one for one in rounds if (one.period, one.period_label) == (period, label)), None)
        found = found or next((one for one in rounds if period and one.period == period), None)
        if found is None:
            found = ProgressDraft(period, label)
            rounds.append(found)
        self._current = found
        return found

    def progress(self, draft: RecommendationDraft, entry: Entry) -> None:
        """Open a round with its evidence, or several where the cell has dated heads."""
        period, label = entry.reading.period, entry.reading.period_label
        entries = self._reader.entries(entry.value, period, label, draft.ref)
        if len(entries) > 1 or (entries and entries[0].period != period):
            _rounds(draft).extend(entries)
            self._current = entries[-1]
            return
        if period is None and self._current is not None and self._current.evidence:
            self._current = None
        current = self._round(draft, entry)
        for one in entries:
            current.evidence = "\n".join(filter(None, (current.evidence, one.evidence)))
            current.status = current.status or one.status
            self._reader.note(current.provenance, "evidence", entry.value)

    def assessment(self, draft: RecommendationDraft, entry: Entry) -> None:
        """Read a grade or status: of its round, else of the action."""
        if entry.reading.period or self._current is not None:
            self._reader.graded(entry.value, self._round(draft, entry), draft.ref)
        elif entry.value:
            action = draft.action()
            action.status = self._reader.status(entry.value, str(entry.label), draft.ref)
            action.rag = action.rag or read_rag(str(entry.value))
            self._reader.note(action.provenance, "status", entry.value)

    def colour(self, draft: RecommendationDraft, entry: Entry) -> None:
        """Read a colour: of its round with what is said of it, else of the action."""
        rag = self._reader.rag(entry.value)
        if entry.reading.period or self._current is not None:
            current = self._round(draft, entry)
            self._reader.graded(entry.value, current, draft.ref)
            current.rag = rag
            return
        action = draft.action()
        action.rag = rag
        action.status = action.status or self._reader.colour_status(
            entry.value, str(entry.label), rag, draft.ref
        )

    def impact(self, draft: RecommendationDraft, entry: Entry) -> None:
        """Take what came of it into its round."""
        self._add(draft, entry, "impact")

    def explanation(self, draft: RecommendationDraft, entry: Entry) -> None:
        """Take the reason for a grade into its round."""
        self._add(draft, entry, "explanation")

    def _add(self, draft: RecommendationDraft, entry: Entry, field: str) -> None:
        current = self._round(draft, entry)
        value = self._reader.ledger.place(entry.value)
        setattr(current, field, "\n".join(filter(None, (getattr(current, field), value))))
        self._reader.note(current.provenance, field, entry.value)


def _rounds(draft: RecommendationDraft) -> list[ProgressDraft]:
    """Return the rounds that an update joins: the action's where there are several, else all."""
    return draft.actions[-1].progress if len(draft.actions) > 1 else draft.progress
