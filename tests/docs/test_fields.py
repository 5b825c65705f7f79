"""Every field of the record, and of the JSON of other commands, is held to a value that was read by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from extract.history.changes import Change
from extract.history.model import AsOf, ReviewPaper, ReviewRow
from extract.options import Facts
from extract.pipeline import extract_file
from extract.schema import Paper, Record
from tests.support.command import run
from tests.support.places import GOLD, RENDERED, ROOT, ROUNDS, SAMPLES
from tests.support.scoring import differences
from tests.support.second_engine import PageWords, folded_chars

# Readings that tests/extract and `check` hold records to.
READINGS = [
    *GOLD.glob("*.json"),
    *(SAMPLES / "expected").glob("*.json"),
    *(ROOT / "tests" / "papers").glob("*.json"),
]
# Of fields that text forms have none of, and of words that only a fault leaves: the test of each.
IN_PRINT = {"Location.page", "Location.bbox", "Source.page_count", "Source.pages", "Source.url"}
BY_FAULT = {"Accounting.unplaced", "UnplacedText.text", "UnplacedText.location"}  # in test_exit_codes.py


def fields_of(model: type[Record]) -> set[str]:
    """Name the fields of a model and of all below it."""
    found = set()
    for name, field in model.model_fields.items():
        found.add(f"{model.__name__}.{name}")
        for inner in models_in(field.annotation):
            found |= fields_of(inner)
    return found


def models_in(annotation: Any) -> Iterator[type[Record]]:
    """Yield the models of a type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def filled(model: type[Record], value: Any) -> set[str]:
    """Name the fields for which a reading gives something."""
    found = set()
    for name, field in model.model_fields.items():
        given = value.get(name)
        if given in (None, [], {}, "") or (isinstance(given, dict) and "any_of" in given):
            continue
        found.add(f"{model.__name__}.{name}")
        for inner in models_in(field.annotation):
            for one in objects(given, name):
                found |= filled(inner, one)
    return found


def objects(given: Any, name: str) -> Iterator[dict[str, Any]]:
    """Yield the objects in a value; provenance may be a list for each field."""
    if isinstance(given, dict) and name == "provenance":
        given = [one for places in given.values() for one in places]
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, dict) and "any_of" not in one:
            yield one


def test_every_field_of_the_record_was_read_by_hand() -> None:
    read = set()
    for path in READINGS:
        given = json.loads(path.read_text(encoding="utf-8"))
        for one in given if isinstance(given, list) else [given]:
            read |= filled(Paper, one)
    assert read | IN_PRINT | BY_FAULT == fields_of(Paper)


def test_a_print_says_on_which_page_and_where_on_it_words_stand() -> None:
    data = (RENDERED / "003.pdf").read_bytes()
    (paper,) = extract_file(data, "003.pdf", Facts(source_url="https://anytown.example/003"))
    assert (paper.source.page_count, paper.source.url) == (3, "https://anytown.example/003")
    (place, *_) = paper.recommendations[0].actions[0].due[0].provenance
    assert place.page == 1 and place.bbox
    wanted = Counter(folded_chars("3 by April 2022"))
    assert wanted <= PageWords(data).under(place.page, place.bbox)


def test_the_papers_of_a_pack_share_its_pages_out() -> None:
    papers = extract_file((RENDERED / "pack100.pdf").read_bytes(), "pack100.pdf")
    spans = [part for paper in papers for part in (paper.source.pages or "").split(", ")]
    pages: list[int] = []
    for span in spans:
        first, _, last = span.partition("-")
        pages += range(int(first), int(last or first) + 1)
    assert sorted(pages) == list(range(1, 101))


def test_every_field_of_a_change(tmp_path: Path) -> None:
    done = run("diff", ROUNDS / "allotments-plan.md", ROUNDS / "allotments-update-2.md", "--json")
    (moved,) = (one for one in json.loads(done.stdout) if one["kind"] == "moved_date")
    expected = {
        "kind": "moved_date",
        "review_key": "allotments",
        "recommendation_id": "allotments/1",
        "recommendation_ref": "1",
        "action_id": "allotments/1/a1",
        "before": "September 2022",
        "after": "June 2023",
        "message": "the date of an action of recommendation 1 changed: 273 days later",
        "evidence": [
            {
                "source_name": "allotments-plan.md",
                "location": {"line": 11, "column": 5},
                "text": "September 2022",
            },
            {
                "source_name": "allotments-update-2.md",
                "location": {"line": 11, "column": 5},
                "text": "June 2023",
            },
        ],
    }
    assert set(expected) == set(Change.model_fields)
    assert differences(expected, moved) == []


def test_every_field_of_a_review_over_time(tmp_path: Path) -> None:
    plan = ROUNDS / "allotments-plan.md"
    (tmp_path / "again.txt").write_text(plan.read_text("utf-8") + "\n", encoding="utf-8")
    run("extract", plan, tmp_path / "again.txt", "--output", tmp_path / "out", "--as-of", "2023-06-10")
    history = json.loads((tmp_path / "out" / "history.json").read_bytes())
    (review,) = history["reviews"]
    first, second = review["papers"]
    assert history["as_of"] == {"date": "2023-06-10", "basis": "given"}
    assert set(history["as_of"]) == set(AsOf.model_fields)
    expected = {
        "review_id": "northmere/allotments",
        "review_key": "allotments",
        "council": "Northmere Borough Council",
        "title": "Review of Allotments",
        "recommendations": [f"allotments/{number}" for number in range(1, 5)],
    }
    assert {*expected, "papers"} == set(ReviewRow.model_fields)
    assert differences(expected, review) == []
    copied = second if second["copy_of"] else first
    original = first if copied is second else second
    assert copied == {
        "paper_id": copied["paper_id"],
        "source_name": copied["source_name"],
        "title": "Action Plan: Review of Allotments",
        "kind": "action_plan",
        "spoken": "2022-03-14",
        "copy_of": original["paper_id"],
    }
    assert set(copied) == set(ReviewPaper.model_fields)
