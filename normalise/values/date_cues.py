"""The words around a date that say what it is: "by", "end of", "w/c", "from", "onwards", "review"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from normalise.values import date_words as words

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[/.'’][^\W_]+)*|\S")
_SKIPPED = frozenset(":-‐‑‒–—−([*~\"'“")
_WINDOW = 90  # the longest run of cue words met is some 40 characters
_UNDONE = frozenset({"be", "not", "yet", "never"})  # before "sent": it is not
_LONGEST = 4  # words of the longest phrase in the lexicon


@dataclass(slots=True)
class Cues:
    """The kinds of cue words beside a date and the place from the first to the last of them."""

    start: int
    end: int
    kinds: set[str] = field(default_factory=set)


def cues_around(text: str, place: tuple[int, int], floor: int, ceiling: int) -> Cues:
    """Read the cue words around the date at `place`, between its neighbours at `floor` and `ceiling`."""
    cues = Cues(*place)
    _read_before(text, floor, cues)
    _read_after(text, ceiling, cues)
    return cues


def _read_before(text: str, floor: int, cues: Cues) -> None:
    tokens = list(_TOKEN.finditer(text, max(floor, cues.start - _WINDOW), cues.start))
    index, labelled = len(tokens), False
    while index:
        printed = tokens[index - 1].group()
        if printed in _SKIPPED:
            labelled = labelled or printed == ":"
            index -= 1
            continue
        kind, count = _phrase(tokens[:index], words.BEFORE)
        if kind is None:
            break
        index -= count
        if kind == "completed" and index and tokens[index - 1].group().lower() in _UNDONE:
            break  # "to be issued June 2024"
        if kind == "filler":
            continue
        if kind == "end" and labelled:
            kind = "by"  # "End: March 2023" is a label, "End March 2023" a day
        cues.kinds.add(kind)
        cues.start = tokens[index].start()
    if "review" in cues.kinds and "by" in cues.kinds and index and tokens[index - 1].group()[0].isalpha():
        cues.kinds.discard("review")  # "complete service review by March 2022"


def _phrase(tokens: list[re.Match[str]], lexicon: dict[str, str]) -> tuple[str | None, int]:
    """The longest phrase of the lexicon at the end of the tokens, and how many tokens it takes."""
    for count in range(min(_LONGEST, len(tokens)), 0, -1):
        kind = lexicon.get(" ".join(token.group().lower() for token in tokens[-count:]))
        if kind:
            return kind, count
    return None, 0


_AFTER = re.compile(  # on the same line, or alone on the next, where a narrow column put it
    rf"[ \t]*[{words.DASH}(,:]*[ \t]*(?P<words>{words.alternation(words.AFTER)})\b(?![{words.DASH}]\w)"
    rf"|\s*\n\s*(?P<below>{words.alternation(words.AFTER)})[ \t.)]*(?:$|\n)"
    rf"|[ \t]*[{words.DASH}][ \t]*(?P<ongoing>on[{words.DASH} ]?going)\b",
    re.IGNORECASE,
)


def _read_after(text: str, ceiling: int, cues: Cues) -> None:
    match = _AFTER.match(text, cues.end, ceiling)
    if not match:
        return
    phrase = " ".join((match["words"] or match["below"] or "").lower().split())
    kind = words.AFTER[phrase] if phrase else "open_ongoing"
    if kind in ("start", "review") and re.match(r"[ \t]+[a-z]|:", text[match.end() : match.end() + 3]):
        return  # "June 2021 review of …", "Review: March 2022"
    cues.kinds.add(kind)
    cues.end = match.end("below") if match["below"] else match.end()
