"""Two records of one paper, read from two forms of it: what has to be equal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from extract.pipeline import extract_file
from extract.schema import Finding, Location, Paper
from tests.support.places import RENDERED, SAMPLES

# What a record says of its own file, and what is built on that.
_IDENTITY = frozenset({"paper_id", "source", "accounting", "recommendation_id", "action_id", "provenance"})
# What differs between a text form and a printed one of the same paper, and is no reading of it.
_FORM = _IDENTITY | {"raw", "findings"}


@cache
def record_of(path: Path) -> Paper:
    """Read a file that holds one paper, once in a run."""
    (record,) = extract_file(path.read_bytes(), path.name)
    return record


def sample_of(stem: str) -> Path:
    """Return the text form of a rendered sample: the one whose name begins with its three digits."""
    return next(SAMPLES.glob(f"{stem[:3]}-*.txt"))


def rendered_samples() -> list[Path]:
    """List the samples that were printed, the pack left out."""
    return sorted(path for path in RENDERED.iterdir() if path.stem[:3].isdecimal())


def reading(record: Paper) -> Any:
    """Return what a record says of its paper, whatever form that has."""
    return _without(record.model_dump(mode="json"), _FORM)


def same_form_reading(record: Paper) -> Any:
    """Return the same with raw words and findings, for two files of one form; findings without places."""
    dumped = record.model_dump(mode="json")
    for finding in dumped["findings"]:
        del finding["location"]
    return _without(dumped, _IDENTITY)


def _without(value: Any, keys: frozenset[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(one, keys) for key, one in value.items() if key not in keys}
    if isinstance(value, list):
        return [_without(one, keys) for one in value]
    return value


def refs_of(record: Paper, code: str) -> list[str | None]:
    """Return the references at which a finding stands, in order."""
    return [one.recommendation_ref for one in record.findings if one.code == code]


def locations_of(record: Paper) -> Iterator[tuple[str, str, Location]]:
    """Yield every location of a record with the path of its field and the text of that field."""
    yield from _locations(record.model_dump(), "")
    for finding in record.findings:
        yield from _of_finding(finding)


def _of_finding(finding: Finding) -> Iterator[tuple[str, str, Location]]:
    if finding.location:
        yield f"findings.{finding.code}", "", finding.location


def _locations(value: Any, path: str) -> Iterator[tuple[str, str, Location]]:
    """Walk a record; a field's text is that beside its provenance, or the raw words of a value."""
    if isinstance(value, list):
        for at, one in enumerate(value):
            yield from _locations(one, f"{path}[{at}]")
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "provenance":
                yield from _provenance(value, one, path)
            elif key != "findings":
                yield from _locations(one, f"{path}.{key}")


def _provenance(owner: dict[str, Any], found: Any, path: str) -> Iterator[tuple[str, str, Location]]:
    if isinstance(found, list):
        for place in found:
            yield path, str(owner.get("raw", "")), Location.model_validate(place)
        return
    for name, places in found.items():
        text = owner.get(name)
        for place in places:
            yield (
                f"{path}.{name}",
                text if isinstance(text, str) else "",
                Location.model_validate(place),
            )
