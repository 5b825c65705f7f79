"""A record against the reading that is expected of its paper, value by value.

The rule of comparison is the contract's: an expected record is partial, and only
what it gives is judged; texts after NFKC, straight quotes and every run of blanks
folded to one; lists in order, of which only findings may hold more; `{"any_of":
[…]}`, at any depth, lists readings that are equally right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from extract.check.align import aligned

Verdict = Literal["right", "wrong", "missing", "invented"]
# One step from a record to a value: the name of a field, or a place in a list from 0; null where the list
# has no such element.
Step = str | int | None
Path = tuple[Step, ...]

_QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_ANY_OF = {"any_of"}


class Way(NamedTuple):
    """The way to a value in the expected record, and in the found one."""

    expected: Path = ()
    found: Path = ()

    def to(self, step: Step, other: Step) -> Way:
        """Go one step on, on both sides."""
        return Way((*self.expected, step), (*self.found, other))


@dataclass(frozen=True, slots=True)
class Judgement:
    """One expected value and what was found in its place.

    Attributes:
        way: the way to it.
        verdict: `right`; `wrong`: another value; `missing`: none; `invented`: one where none is.
        expected, found: the values; null where there is none.
    """

    way: Way
    verdict: Verdict
    expected: Any
    found: Any

    @property
    def field(self) -> str:
        """The name of the field, places in lists left out: "recommendations.actions.due.edtf"."""
        return ".".join(step for step in self.way.expected if isinstance(step, str))

    @property
    def place(self) -> str:
        """The way to the value as a person writes it, lists counted from 1."""
        path = self.way.found if self.verdict == "invented" else self.way.expected
        return "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in path).lstrip(".")


def compare(expected: Any, found: Any) -> list[Judgement]:
    """Judge every value that an expected record gives against what was found."""
    return list(_compare(expected, found, Way()))


def _compare(expected: Any, found: Any, way: Way) -> Iterator[Judgement]:
    if isinstance(expected, Mapping) and set(expected) == _ANY_OF:
        readings = ([*_compare(reading, found, way)] for reading in expected["any_of"])
        yield from min(readings, key=faults)
    elif isinstance(expected, Mapping):
        held = found if isinstance(found, Mapping) else {}
        for key, value in expected.items():
            yield from _compare(value, held.get(key), way.to(key, key))
    elif isinstance(expected, list):
        yield from _lists(expected, found if isinstance(found, list) else [], way)
    else:
        yield _leaf(expected, found, way)


def faults(judgements: Sequence[Judgement]) -> int:
    """Count what is not right."""
    return sum(one.verdict != "right" for one in judgements)


def _lists(expected: Sequence[Any], found: Sequence[Any], way: Way) -> Iterator[Judgement]:
    if way.expected == ("findings",):
        yield from _findings(expected, found, way)
        return
    for one, other in aligned(expected, found, likeness):
        step = way.to(one, other)
        if one is not None and other is not None:
            yield from _compare(expected[one], found[other], step)
        elif one is not None:
            yield from _all(expected[one], "missing", step)
        elif other is not None:
            yield from _all(found[other], "invented", step)


def _findings(expected: Sequence[Any], found: Sequence[Any], way: Way) -> Iterator[Judgement]:
    """Judge findings, of which the expected ones must occur."""
    for at, one in enumerate(expected):
        place = next((place for place, other in enumerate(found) if not faults(compare(one, other))), None)
        if place is None:
            yield Judgement(way.to(at, None), "missing", one, None)
        else:
            yield Judgement(way.to(at, place), "right", one, found[place])


def _all(value: Any, verdict: Literal["missing", "invented"], way: Way) -> Iterator[Judgement]:
    """Judge every value of a part that has no partner; what is null or blank there says nothing."""
    if isinstance(value, Mapping) and set(value) == _ANY_OF:
        yield from _all(value["any_of"][0], verdict, way)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if key != "provenance":
                yield from _all(one, verdict, way.to(key, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            step = way.to(at, None) if verdict == "missing" else way.to(None, at)
            yield from _all(one, verdict, step)
    elif not _is_blank(value):
        expected, found = (value, None) if verdict == "missing" else (None, value)
        yield Judgement(way, verdict, expected, found)


def _leaf(expected: Any, found: Any, way: Way) -> Judgement:
    if folded(expected) == folded(found):
        return Judgement(way, "right", expected, found)
    if _is_blank(expected) == _is_blank(found):
        return Judgement(way, "wrong", expected, found)
    return Judgement(way, "missing" if _is_blank(found) else "invented", expected, found)


def _is_blank(value: Any) -> bool:
    return value is None or value == ""


def folded(value: Any) -> Any:
    """Fold a text as the rule of comparison says."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFKC", value).translate(_QUOTES).split())
    return value


def likeness(expected: Any, found: Any) -> float:
    """Tell how alike an expected and a found element are: the share of its values that are right, 0 to 1."""
    judgements = [
        one for one in compare(expected, found) if not (_is_blank(one.expected) and _is_blank(one.found))
    ]
    return 1 - faults(judgements) / len(judgements) if judgements else 1.0
