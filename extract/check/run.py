"""Every paper of a folder beside its expected record: extracted, judged, summed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.batch import extract_inputs
from extract.check.compare import Judgement, compare
from extract.check.expected import EXPECTED, expected_path, read_expected
from extract.check.score import PaperCheck, Words
from extract.inputs import Input, find_inputs
from extract.options import Facts
from extract.schema import Location

NOTHING_EXPECTED = "nothing is expected of it yet: write its record with --accept"


@dataclass(frozen=True, slots=True)
class Checked:
    """A paper that was checked, with the record that was found and the file of the expected one."""

    check: PaperCheck
    found: Any
    expected: Any
    expected_file: Path


def check_folder(samples: Path, expected: Path | None = None) -> Iterator[Checked]:
    """Check the papers of a folder, sorted by name.

    Args:
        samples: the folder of papers; sidecars beside them count.
        expected: the folder of expected records; by default `expected` in the first.

    Raises:
        BrokenExpectation: an expected record cannot be read.
    """
    folder = expected or samples / EXPECTED
    for given in papers_in(samples, folder):
        yield check_paper(given, folder)


def papers_in(samples: Path, expected: Path) -> list[Input]:
    """List the papers of a folder, those among the expected records left out."""
    return [
        one
        for one in find_inputs(samples)
        if expected == samples or expected not in Path(str(one.path)).parents
    ]


def check_paper(given: Input, folder: Path) -> Checked:
    """Extract one file and judge the result by its expected record in a folder.

    Raises:
        BrokenExpectation: the expected record cannot be read.
    """
    (extraction,) = extract_inputs([given], Facts())
    expected_file = expected_path(given.name, folder)
    expected = read_expected(expected_file)
    records = [paper.model_dump(mode="json") for paper in extraction.papers]
    found: Any = records[0] if len(records) == 1 and not isinstance(expected, list) else records
    error = extraction.error or (NOTHING_EXPECTED if expected is None else None)
    judgements = [] if error else compare(expected, found)
    check = PaperCheck(
        name=extraction.name,
        judgements=tuple(judgements),
        places=tuple(place_of(found, one) for one in judgements),
        words=Words(
            sum(paper.accounting.words for paper in extraction.papers),
            sum(paper.accounting.placed for paper in extraction.papers),
            sum(paper.accounting.furniture for paper in extraction.papers),
        ),
        error=error,
    )
    return Checked(check, found, expected, expected_file)


def place_of(record: Any, judgement: Judgement) -> Location | None:
    """Return where the found record says that a value stands: the place nearest to it on its way."""
    place: Location | None = None
    value = record
    for step in judgement.way.found:
        if isinstance(value, Mapping):
            place = _place(value.get("provenance"), step) or place
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return place
    return (_place(value.get("provenance"), None) if isinstance(value, Mapping) else None) or place


def _place(provenance: Any, step: object) -> Location | None:
    """Return the first place of a field, else of what holds it."""
    places: Sequence[Any] = ()
    if isinstance(provenance, Mapping):
        places = provenance.get(step) or next(iter(provenance.values()), ())
    elif isinstance(provenance, list):
        places = provenance
    return Location.model_validate(places[0]) if places else None
