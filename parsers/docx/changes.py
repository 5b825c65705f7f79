"""Tracked changes: the accepted text is read, and each changed place is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.docx.runs import Change, Run
from parsers.docx.words import Spelled
from parsers.model import Place, Remark, Text
from parsers.model.words import EMPTY

_LAST_PART = re.compile(r"\S*$")
_FIRST_PART = re.compile(r"\S*")


@dataclass(slots=True)
class _Changed:
    """One changed place: what was before and what is now, and where in the shown characters."""

    change: Change
    start: int
    old: str = ""
    new: str = ""
    moved: bool = True

    @property
    def end(self) -> int:
        return self.start + len(self.new)


def change_remarks(runs: Sequence[Run], spelled: Spelled, place: Place) -> Iterator[Remark]:
    """Yield a remark for each place where somebody changed the text.

    Args:
        runs: all runs of a paragraph or cell, the deleted ones as well.
        spelled: the words that are shown of them.
        place: where they stand.
    """
    if all(run.change is None for run in runs):
        return
    string = "".join(run.text for _, run in spelled.runs)
    for changed in _changed(runs):
        before = _part(_LAST_PART, string[: changed.start])
        after = _part(_FIRST_PART, string[changed.end :])
        old = _whole(before, changed.old, after)
        new = _whole(before, changed.new, after)
        if not old and not new:
            continue
        words = spelled.words(changed.start, changed.end) if changed.new.strip() else EMPTY
        text = words or _beside(spelled, changed.start)
        yield Remark("tracked-change", _message(changed, old, new), text, place)


def row_remark(change: Change, words: str, text: Text, place: Place) -> Remark:
    """Return the remark on a row that somebody inserted or deleted.

    Args:
        change: who did it, and when.
        words: what stands in the row.
        text: the same as words of the paper; none of a deleted row.
        place: where it stands, or stood.
    """
    verb = "deleted" if change.deletes else "inserted"
    return Remark("tracked-change", _signed(change, f"{verb} the row “{words}”"), text, place)


def _changed(runs: Sequence[Run]) -> Iterator[_Changed]:
    """Gather adjacent deletions and insertions of one author."""
    found: _Changed | None = None
    at = 0
    for run in runs:
        if run.change is None or (found and found.change.author != run.change.author):
            if found:
                yield found
            found = None
        if run.change is not None:
            found = found or _Changed(run.change, at)
            _add(found, run.change, run.text)
        at += len(run.text) if run.shown else 0
    if found:
        yield found


def _add(found: _Changed, change: Change, text: str) -> None:
    found.moved = found.moved and change.kind.startswith("move")
    if change.time > found.change.time:
        found.change = change
    if change.deletes:
        found.old += text
    else:
        found.new += text


def _part(pattern: re.Pattern[str], string: str) -> str:
    found = pattern.search(string)
    return found.group() if found else ""


def _whole(before: str, text: str, after: str) -> str:
    """Return a changed text with the rest of the words that it begins and ends in."""
    if not text.strip():
        return ""
    whole = f"{'' if text[0].isspace() else before}{text}{'' if text[-1].isspace() else after}"
    return " ".join(whole.split())


def _beside(spelled: Spelled, at: int) -> Text:
    """Return the words on both sides of a place where words were deleted."""
    pairs = list(zip(spelled.text.words, spelled.spans, strict=True))
    before = [word for word, (_, end) in pairs if end <= at][-1:]
    after = [word for word, (start, end) in pairs if end > at][:1]
    return Text((*before, *after))


def _message(changed: _Changed, old: str, new: str) -> str:
    if old and new:
        verb = f"changed “{old}” to “{new}”"
    elif new:
        verb = f"moved “{new}” here" if changed.moved else f"inserted “{new}”"
    else:
        verb = f"moved “{old}” away" if changed.moved else f"deleted “{old}”"
    return _signed(changed.change, verb)


def _signed(change: Change, verb: str) -> str:
    """Say who did it and when, as far as the file tells."""
    when = f" on {change.time}" if change.time else ""
    return f"{change.author} {verb}{when}".strip()
