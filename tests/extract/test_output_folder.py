"""The output directory: every file of the contract, whole, described and the same each time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extract.across.register import RunRegister
from extract.errors import UnwritableOutput
from extract.options import Facts, OutputOptions
from extract.results import Reading
from extract.schema import Paper, json_schema
from extract.writers.datapackage import ALL_TABLES
from extract.writers.folder import Contents, OutputFolder
from extract.writers.json_records import record_bytes
from extract.writers.manifest import manifest
from extract.writers.notes import NOTES, Notes
from extract.writers.store import Folder
from normalise.values.contacts import without_contacts
from tests.support.frictionless import is_valid
from tests.support.readings import reading
from tests.support.records import SHA256, street_lighting

CSVS = {f"{table.name}.csv" for table in ALL_TABLES}
LIT = reading("street lighting.txt", street_lighting(), sha256=SHA256, seconds=0.12345)
LIT_AGAIN = reading(  # another paper of the same review: the ids of its actions are the same
    "street lighting 2.txt",
    street_lighting().model_copy(update={"paper_id": "street-lighting-2-89abcdef"}),
    sha256=SHA256,
)
LOST = reading("lost.txt", outcome="failed", error="missing-file: there is no such file. Check the path.")


def key(one: Reading) -> str:
    """Make up a key for a reading."""
    return hashlib.sha256(one.name.encode()).hexdigest()


def write(path: Path, *readings: Reading, **options: Any) -> set[str]:
    """Write a run and list its files; the notes for the next run are not among them."""
    folder, output = Folder(path), OutputOptions(**options)
    notes = Notes(folder)
    made = OutputFolder(folder, notes, output, without_contacts)
    for one in readings:
        if one.papers:
            notes.keep(key(one), one)
        made.write_records(one)
    keys = dict.fromkeys(key(one) for one in readings if one.papers)
    papers = dict.fromkeys(paper.paper_id for one in readings for paper in one.papers)
    asked = manifest(
        "9.9", Facts(council="Anytown Council"), output, readings, ocr=False, officers=None, as_of=None
    )
    made.write_run(Contents(tuple(keys), tuple(papers), (), asked), RunRegister())
    files = {entry.relative_to(path).as_posix() for entry in path.rglob("*") if entry.is_file()}
    return {name for name in files if not name.startswith(NOTES)}


def test_a_run_writes_every_file_of_the_contract(tmp_path: Path) -> None:
    assert write(tmp_path, LIT, LOST) == CSVS | {
        "papers/street-lighting-01234567.json",
        "history.json",
        "schema.json",
        "datapackage.json",
        "manifest.json",
    }


def test_each_form_can_be_had_alone(tmp_path: Path) -> None:
    assert write(tmp_path / "csv", LIT, formats=["csv"]) == CSVS | {"datapackage.json", "manifest.json"}
    assert write(tmp_path / "json", LIT, formats=["json"]) == {
        "papers/street-lighting-01234567.json",
        "history.json",
        "schema.json",
        "datapackage.json",
        "manifest.json",
    }


def test_a_record_is_json_in_schema_order_and_valid(tmp_path: Path) -> None:
    write(tmp_path, LIT)
    data = (tmp_path / "papers" / "street-lighting-01234567.json").read_bytes()
    record = json.loads(data)
    assert list(record) == list(Paper.model_fields)
    assert data == (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
    assert Paper.model_validate_json(data) == street_lighting()
    schema = json.loads((tmp_path / "schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(record)


def test_the_schema_refuses_what_is_no_record() -> None:
    record = json.loads(record_bytes(street_lighting()))
    for broken in ({"kind": "leaflet"}, {"paper_id": None}, {"surprise": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(record | broken, json_schema())


def test_text_stays_readable_in_json() -> None:
    record = street_lighting().model_copy(update={"title": "Café – “Ŵaun”"})
    assert "Café – “Ŵaun”".encode() in record_bytes(record)


@pytest.mark.parametrize(
    "options", [{}, {"excel": True}, {"formats": ["csv"]}, {"formats": ["json"]}], ids=str
)
@pytest.mark.parametrize("extractions", [(LIT, LIT_AGAIN, LOST), (LOST,)], ids=["papers", "none"])
def test_the_data_package_is_valid(
    tmp_path: Path, extractions: tuple[Reading, ...], options: dict[str, Any]
) -> None:
    write(tmp_path, *extractions, **options)
    assert is_valid(tmp_path / "datapackage.json")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("papers.csv", b"action_plan", b"leaflet"),
        ("papers.csv", b"street-lighting-01234567", b"another-01234567"),
        ("dates.csv", b"2024-05-01", b"31 May 2024"),
        ("dates.csv", b"street-lighting/1/a1", b"street-lighting/1/a9"),
        ("progress.csv", b"street-lighting-01234567", b"street-lighting-76543210"),
        ("actions.csv", b"review_key", b"reviewkey"),
    ],
)
def test_the_data_package_notices_a_changed_table(tmp_path: Path, file: str, old: bytes, new: bytes) -> None:
    write(tmp_path, LIT)
    path = tmp_path / file
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    assert not is_valid(tmp_path / "datapackage.json")


def test_the_data_package_says_how_formulas_are_guarded(tmp_path: Path) -> None:
    write(tmp_path, LIT)
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    assert package["csv_formula_escaping"] is True
    assert "leading '" in package["description"]


def test_every_column_is_described() -> None:
    for table in ALL_TABLES:
        assert len(set(table.header)) == len(table.header)
        for column in table.columns:
            assert column.description.endswith("."), f"{table.name}.{column.name}"


def test_the_manifest_says_what_came_of_each_input(tmp_path: Path) -> None:
    write(tmp_path, LIT, LOST)
    assert json.loads((tmp_path / "manifest.json").read_bytes()) == {
        "version": "9.9",
        "options": {
            "council": "Anytown Council",
            "committee": None,
            "meeting_date": None,
            "source_url": None,
            "format": ["csv", "json"],
            "excel": False,
            "contacts": False,
            "as_of": None,
            "ocr": False,
            "officers": None,
        },
        "inputs": [
            {
                "name": "street lighting.txt",
                "sha256": SHA256,
                "outcome": "extracted",
                "papers": ["street-lighting-01234567"],
                "seconds": 0.123,
                "error": None,
            },
            {
                "name": "lost.txt",
                "sha256": None,
                "outcome": "failed",
                "papers": [],
                "seconds": 0.0,
                "error": "missing-file: there is no such file. Check the path.",
            },
        ],
    }


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    names = write(tmp_path / "a", LIT, LOST)
    write(tmp_path / "b", LIT, LOST)
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_one_paper_from_two_folders_is_one_row(tmp_path: Path) -> None:
    write(tmp_path, LIT, LIT)
    assert (tmp_path / "papers.csv").read_bytes().count(b"\r\n") == 2
    assert len(json.loads((tmp_path / "manifest.json").read_bytes())["inputs"]) == 2


def test_what_a_stopped_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    left = [tmp_path / ".papers.csv.123.part", tmp_path / "papers" / ".x-01234567.json.99.part"]
    kept = [tmp_path / "notes.part", tmp_path / ".hidden", tmp_path / "papers" / "older-76543210.json"]
    for path in left + kept:
        path.write_text("x")
    write(tmp_path, LIT)
    assert not any(path.exists() for path in left)
    assert all(path.read_text() == "x" for path in kept)


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "papers.csv"
    target.mkdir()
    with pytest.raises(UnwritableOutput, match=r"papers\.csv"):
        Folder(tmp_path).write("papers.csv", b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_made_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableOutput, match="unwritable-output"):
        Folder(tmp_path / "file").make("output")
