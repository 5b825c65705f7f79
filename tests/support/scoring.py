"""The contract's rule of comparison: a record against a partial reading by hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

_QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


def folded(value: Any) -> Any:
    """Fold text as the rule of comparison says: NFKC, straight quotes, runs of blanks to one."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFKC", value).translate(_QUOTES).split())
    return value


def differences(given: Any, found: Any, path: str = "") -> Iterator[str]:
    """Yield a line for each given field that the record does not hold."""
    if isinstance(given, dict) and set(given) == {"any_of"}:
        readings = [list(differences(reading, found, path)) for reading in given["any_of"]]
        if all(readings):
            yield from min(readings, key=len)
    elif isinstance(given, dict) and isinstance(found, dict):
        for key, value in given.items():
            if key == "findings" and not path:
                yield from _missing_findings(value, found.get(key, []))
            else:
                yield from differences(value, found.get(key), f"{path}.{key}" if path else key)
    elif isinstance(given, list) and isinstance(found, list):
        if len(given) != len(found):
            counts = f"{len(given)} expected, {len(found)} found"
            yield f"{path}: {counts}\n      want {_short(given)}\n      got  {_short(found)}"
            return
        for at, (one, other) in enumerate(zip(given, found, strict=True)):
            yield from differences(one, other, f"{path}[{at}]")
    elif folded(given) != folded(found):
        yield f"{path}:\n      want {_short(given)}\n      got  {_short(found)}"


def _missing_findings(given: Any, found: list[dict[str, Any]]) -> Iterator[str]:
    wanted = given if isinstance(given, list) else given["any_of"][0]
    for finding in wanted:
        if not any(all(one.get(key) == value for key, value in finding.items()) for one in found):
            yield f"findings: {finding} does not occur"


def leaves(given: Any) -> int:
    """Count the values that a reading settles."""
    if isinstance(given, dict) and set(given) == {"any_of"}:
        return max(map(leaves, given["any_of"]))
    if isinstance(given, dict):
        return sum(map(leaves, given.values()))
    if isinstance(given, list):
        return sum(map(leaves, given)) or 1
    return 1


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 300 else f"{text[:140]} … {text[-140:]}"
