"""Documentation that fails when it is stale: what the code has is documented, what is shown is true."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from extract import schema
from extract.findings import SEVERITIES
from extract.options import Facts, OutputOptions
from extract.pipeline import extract_file
from extract.running import EXIT_FAILED, EXIT_NOTHING_READABLE, EXIT_UNPLACED
from extract.schema import Record
from extract.tables import table_json, tables_json
from extract.writers.datapackage import ALL_TABLES
from extract.writers.manifest import manifest
from parsers.model import Cell, Table, Text
from tests.support.codes import every_error
from tests.support.command import COMMANDS, run
from tests.support.documents import DOCUMENTS, anchors, blocks, example, first_names, names, rows, section
from tests.support.places import ROOT, SAMPLES
from tests.support.readings import reading

DOCS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
README = (ROOT / "README.md").read_text(encoding="utf-8")
DICTIONARY = DOCS["data-dictionary.md"]
RECORD = section(DICTIONARY, "The canonical record")
PACKAGES = ("parsers", "normalise", "extract")


def models(base: type[Record] = Record) -> Iterator[type[Record]]:
    """Yield every model of the record."""
    for model in base.__subclasses__():
        yield model
        yield from models(model)


# What the code has is documented


def test_every_finding_is_documented_with_its_severity() -> None:
    documented = [(names(cells[0])[0], cells[1]) for cells in rows(DOCS["findings.md"])]
    assert sorted(documented) == sorted(SEVERITIES.items())


def test_every_error_is_documented_with_its_advice_and_exit_code() -> None:
    documented = {(names(cells[0])[0], cells[1], cells[3].rstrip(" |")) for cells in rows(DOCS["errors.md"])}
    assert documented == {(error.code, str(error.exit_code), error.advice) for error in every_error()}


def test_every_command_is_in_the_table_of_commands() -> None:
    table = DOCS["cli.md"].partition("\n## ")[0]
    assert [re.findall(r"^\[`(\w+)`\]\(#\1\)$", cells[0]) for cells in rows(table)] == [
        [name] for name in COMMANDS
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    text = section(DOCS["cli.md"], command)
    options = {name for param in COMMANDS[command].params for name in param.opts if name.startswith("--")}
    documented = {name.split()[0] for name in first_names(text) if name.startswith("--")}
    documented |= set(re.findall(r"\[(--[\w-]+)\]", text))
    assert documented == options - {"--help"}
    assert f"council-papers {command}" in text
    assert f"council-papers {command}" in README


def test_every_exit_code_is_documented_in_the_order_of_the_help() -> None:
    codes = ["2", str(EXIT_NOTHING_READABLE), str(EXIT_FAILED), str(EXIT_UNPLACED), "0"]
    by_code, _ = section(DOCS["cli.md"], "Exit codes").split("\nA run that is stopped")
    assert first_names(by_code) == codes
    shown = run("extract", "--help").stdout.decode().partition("Exit codes")[2]
    assert re.findall(r"^ +(\d)  ", shown, re.MULTILINE) == codes


@pytest.mark.parametrize("model", list(models()), ids=lambda model: model.__name__)
def test_every_field_is_documented(model: type[Record]) -> None:
    fields = list(model.model_fields)
    if f"### {model.__name__}\n" not in RECORD:
        told = RECORD if model.__module__ == schema.__name__ else DICTIONARY + DOCS["cli.md"]
        assert set(fields) <= set(re.findall(r"`(\w+)`", told))
        return
    text = section(RECORD, model.__name__)
    assert (first_names(text) or [name for name in dict.fromkeys(names(text)) if name in fields]) == fields


@pytest.mark.parametrize("name", [name for name in dir(schema) if get_args(getattr(schema, name))])
def test_every_value_of_an_enumeration_is_documented(name: str) -> None:
    values = {value for value in get_args(getattr(schema, name)) if isinstance(value, str)}
    assert values <= set(names(RECORD))


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_every_column_is_documented_in_its_order(table: Any) -> None:
    grouped = next(
        (cells for cells in rows(DICTIONARY) if cells[0] == f"`{table.name}.csv`" and "`" in cells[1]), None
    )
    if grouped:
        assert names(grouped[1]) == table.header
    else:
        assert first_names(section(DICTIONARY, table.file_name)) == table.header


def test_every_file_of_a_run_is_documented(tmp_path: Path) -> None:
    run("extract", SAMPLES, "--output", tmp_path)
    written = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert set(first_names(section(DICTIONARY, "Files"))) >= written | {"papers/<paper_id>.json"}


def test_the_manifest_is_documented() -> None:
    made = manifest(
        "0",
        Facts(),
        OutputOptions(),
        [reading("a.txt", outcome="failed")],
        ocr=False,
        officers=None,
        as_of=None,
    )
    text = section(DICTIONARY, "manifest.json")
    keys = [key for key in made if key != "inputs"] + ["inputs"]
    assert first_names(text) == [*keys, *(f"inputs[].{key}" for key in made["inputs"][0])]
    assert set(made["options"]) <= set(names(text))


def test_the_table_layer_is_documented(tmp_path: Path) -> None:
    found = [
        tables_json([str(path)], True)[0] for path in (SAMPLES / "004-stockton-action-plan.txt", tmp_path)
    ]
    (table, *_) = found[0]["tables"]
    keys = {*found[0], *found[1], *(f"tables[].{key}" for key in table)}
    scanned = table_json(Table(1, 1, 1, (Cell(0, 0, Text(()), confidence=0.9, fill="FFC000"),)), logical=True)
    keys |= {f"cells[].{key}" for key in table["cells"][0] | scanned["cells"][0]}
    assert set(first_names(section(DICTIONARY, "Tables on their own"))) == keys


def test_every_module_is_named_or_its_folder() -> None:
    for package in PACKAGES:
        named = first_names(section(section(DOCS["architecture.md"], "Modules"), package))
        for name in named:
            assert (ROOT / package / name).exists(), f"{package}/{name} is documented and gone"
        for module in (ROOT / package).rglob("*.py"):
            path = module.relative_to(ROOT / package).as_posix()
            folders = tuple(name for name in named if name.endswith("/"))
            assert path in named or path.startswith(folders) or module.name == "__init__.py", (
                f"{package}/{path}"
            )


def test_every_lexicon_is_documented() -> None:
    documented = set(first_names(section(DOCS["architecture.md"], "Where vocabulary lives")))
    assert documented == {path.name for path in (ROOT / "normalise" / "lexicon").glob("*.toml")}


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"**{schema.SCHEMA_VERSION}**" in DOCS["schema-version.md"]
    assert schema.SCHEMA_ID in DOCS["schema-version.md"]


# What is shown is true


def lacking(shown: Any, made: Any, path: str = "") -> Iterator[str]:
    """Yield a line for all that is shown and is not in the record."""
    if isinstance(shown, dict) and isinstance(made, dict):
        for key, value in shown.items():
            yield from lacking(value, made.get(key, "no such field"), f"{path}.{key}")
    elif isinstance(shown, list) and isinstance(made, list) and len(shown) == len(made):
        for at, (one, other) in enumerate(zip(shown, made, strict=True)):
            yield from lacking(one, other, f"{path}[{at}]")
    elif shown != made:
        yield f"{path}: shown {shown!r}, made {made!r}"


def test_the_record_in_the_readme_is_what_the_code_gives() -> None:
    (paper,) = extract_file(example(README, "input").encode(), "plan.md")
    assert list(lacking(json.loads(example(README, "output")), paper.model_dump(mode="json"))) == []


def test_the_closing_table_in_the_readme_is_that_of_the_run(tmp_path: Path) -> None:
    shown = run("extract", SAMPLES, "--output", tmp_path).stdout.decode().partition("The results are in")[0]
    assert example(README, "council-papers extract samples").split() == shown.split()


PYTHON = [
    pytest.param(text, id=path.name)
    for path in DOCUMENTS
    for language, text in blocks(path.read_text(encoding="utf-8"))
    if language == "python"
]


@pytest.mark.parametrize("block", PYTHON)
def test_python_examples_run(block: str) -> None:
    done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout


def test_the_error_shown_is_what_the_command_says(tmp_path: Path) -> None:
    shown = re.findall(r"^```text\n(.*?)\n```", DOCS["errors.md"], re.M | re.S)[0]
    (tmp_path / "minutes.pdf").write_bytes(b"%PDF-1.7\n")
    done = run("extract", tmp_path / "minutes.pdf", "--output", tmp_path / "out")
    assert done.stderr.decode().splitlines()[-1] == shown


# What is named exists


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_documents_named_in_the_code_exist() -> None:
    sources = [path for package in (*PACKAGES, "tests") for path in (ROOT / package).rglob("*.*")]
    sources += [ROOT / "pyproject.toml", ROOT / "run", *DOCUMENTS]
    for source in sources:
        if source.suffix in {".py", ".toml", ".md", ""}:
            for name in re.findall(r"docs/([\w-]+\.md)", source.read_text(encoding="utf-8")):
                assert name in DOCS, f"{source.relative_to(ROOT)} names docs/{name}"


def test_papers_named_in_commands_exist() -> None:
    named = [
        name for path in DOCUMENTS for name in re.findall(r"tests/rendered/[\w*.]+", path.read_text("utf-8"))
    ]
    assert any(name.endswith(".pdf") for name in named)
    for name in named:
        assert list(ROOT.glob(name)), name


def test_every_document_is_linked_from_the_readme() -> None:
    assert set(re.findall(r"docs/([\w-]+\.md)", README)) == set(DOCS)
