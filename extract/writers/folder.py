"""The output directory of a run: records as they come, tables and descriptions at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from extract.across.results import Across
from extract.options import OutputOptions
from extract.results import Reading
from extract.schema import Paper
from extract.writers.csv_tables import TableFile
from extract.writers.datapackage import ALL_TABLES, data_package
from extract.writers.forms import PARQUET_FOLDER, form_files, write_forms
from extract.writers.history_tables import HISTORY_TABLES
from extract.writers.json_records import document_bytes
from extract.writers.model import Cell, Hide, Table
from extract.writers.notes import Notes
from extract.writers.rows_of import Filled, rows_of
from extract.writers.run_tables import RUN_TABLES
from extract.writers.schema import SCHEMA_FILE, schema_bytes
from extract.writers.store import Fingerprint, Store
from extract.writers.tables import FINDINGS, TABLES

RECORDS = "papers"
PACKAGE_FILE = "datapackage.json"
MANIFEST_FILE = "manifest.json"
HISTORY_FILE = "history.json"


class Register(Protocol):
    """Compares the papers of a run; it is given each once and keeps no more of it than it needs."""

    def add(self, papers: Iterable[Paper]) -> None:
        """Take note of papers."""

    def resolve(self, load: Callable[[str], Paper]) -> Across:
        """Say what they tell together; `load` gives a record again by its `paper_id`."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a run leaves in its folder.

    Attributes:
        keys: the readings that are noted, each once, in the order of their inputs.
        papers: the identities of their papers, each once, in the same order.
        shared: readings whose papers have the identity of papers of another reading: the same bytes
            under names that end alike, with other facts.  The first of them stands for all.
        manifest: what was asked, and what came of each input.
    """

    keys: tuple[str, ...]
    papers: tuple[str, ...]
    shared: tuple[str, ...]
    manifest: dict[str, Any]


class OutputFolder:
    """Writes the files of the output contract into one directory.

    When a run is done the directory holds its results and nothing else of earlier runs: files
    that the notes of earlier runs list are replaced or removed, all others are left alone.
    """

    def __init__(self, folder: Store, notes: Notes, options: OutputOptions, hide: Hide | None) -> None:
        """Make the folder; `hide` takes out of the texts of tables what is not to be shown."""
        self._folder = folder
        self._notes = notes
        self._options = options
        self._hide = hide
        self._homes: dict[str, str] = {}
        folders = {RECORDS: self._has_records, PARQUET_FOLDER: "parquet" in options.formats}
        self._folder.make("", *(name for name, wanted in folders.items() if wanted))

    @property
    def _has_records(self) -> bool:
        return "json" in self._options.formats

    def write_records(self, reading: Reading) -> None:
        """Write the records of an input, so that a run that is stopped keeps them."""
        if self._has_records:
            for paper, record in zip(reading.papers, reading.records, strict=True):
                self._write_changed(_record_file(paper.paper_id), record)

    def write_run(self, contents: Contents, register: Register) -> None:
        """Write the tables and descriptions, the manifest, which vouches for all, last; tidy up.

        The register is asked only where the tables are written anew.
        """
        before = self._notes.last_run()
        for key in reversed(contents.shared):
            reading = self._notes.recall(key)
            if reading:
                self.write_records(reading)
        files = self._unchanged(contents) or self._compared(contents, register)
        if self._has_records:
            files[SCHEMA_FILE] = self._described(SCHEMA_FILE, schema_bytes())
        self._write_changed(PACKAGE_FILE, document_bytes(data_package(files)))
        self._folder.write(MANIFEST_FILE, document_bytes(contents.manifest))
        self._remove(_known_files().intersection(before.files) - files.keys())
        self._tidy(before.papers, contents)
        self._notes.keep_run(self._digest(contents), files, contents.papers)

    def _compared(self, contents: Contents, register: Register) -> dict[str, Fingerprint]:
        """Write what needs all papers: the tables in the forms that are asked for, and the history."""
        with ExitStack() as stack:
            tables = self._open_tables(stack)
            for paper in self._papers(contents.keys):
                register.add([paper])
                for table in TABLES:
                    if table.name in tables:
                        tables[table.name].add(paper)
            across = register.resolve(self._load)
            if tables:
                tables[FINDINGS.name].add_rows(across.findings)
                for table, source in _of_run(across):
                    tables[table.name].add(source)
        files = {f"{name}.csv": table.fingerprint for name, table in tables.items()}
        if self._has_records:
            history = across.history.model_dump(mode="json")
            files[HISTORY_FILE] = self._described(HISTORY_FILE, document_bytes(history))
        return files | write_forms(self._folder, self._options, self._filled(contents, across))

    def _open_tables(self, stack: ExitStack) -> dict[str, TableFile[Any, Any]]:
        """Open the CSV tables, if they are asked for."""
        if "csv" not in self._options.formats:
            return {}
        return {
            table.name: TableFile(
                table,
                stack.enter_context(self._folder.writing(table.file_name)),
                excel=self._options.excel,
                hide=self._hide,
            )
            for table in ALL_TABLES
        }

    def tables(self, contents: Contents, register: Register) -> list[Filled]:
        """Give all tables of a run that is written, with what gives their rows."""
        for paper in self._papers(contents.keys):
            register.add([paper])
        return self._filled(contents, register.resolve(self._load))

    def _filled(self, contents: Contents, across: Across) -> list[Filled]:
        """Give all tables with what gives their rows, each time from the notes."""
        filled = [Filled(table, partial(self._rows, table, contents.keys, across)) for table in TABLES]
        filled += [
            Filled(table, partial(rows_of, table, [one], self._hide)) for table, one in _of_run(across)
        ]
        return filled

    def _rows(self, table: Table[Any, Any], keys: Sequence[str], across: Across) -> Iterator[list[Cell]]:
        yield from rows_of(table, self._papers(keys), self._hide)
        if table is FINDINGS:
            yield from (table.cells(row, self._hide) for row in across.findings)

    def _papers(self, keys: Iterable[str]) -> Iterator[Paper]:
        """Give the papers of readings; of equal identities the first stands for all."""
        seen: set[str] = set()
        for key in keys:
            for paper in self._notes.papers([key]):
                if paper.paper_id not in seen:
                    seen.add(paper.paper_id)
                    self._homes[paper.paper_id] = key
                    yield paper

    def _load(self, paper_id: str) -> Paper:
        """Return a paper that was given before."""
        return next(one for one in self._notes.papers([self._homes[paper_id]]) if one.paper_id == paper_id)

    def _unchanged(self, contents: Contents) -> dict[str, Fingerprint]:
        """Return the files of the last run, if this one's are the same and they are as it left them."""
        last = self._notes.last_run()
        names = self._names()
        noted = {name: Fingerprint(*last.files[name]) for name in names if name in last.files}
        if last.inputs != self._digest(contents) or len(noted) < len(names):
            return {}
        return noted if all(self._folder.fingerprint(name) == file for name, file in noted.items()) else {}

    def _names(self) -> list[str]:
        """List the files that need all papers."""
        names = [table.file_name for table in ALL_TABLES] if "csv" in self._options.formats else []
        names += [HISTORY_FILE] if self._has_records else []
        return [*names, *form_files(self._options, [table.name for table in ALL_TABLES])]

    def _digest(self, contents: Contents) -> str:
        """Return the digest of all that decides what is in the tables."""
        return hashlib.sha256(repr((contents.keys, contents.manifest["options"])).encode()).hexdigest()

    def _tidy(self, before: Sequence[str], contents: Contents) -> None:
        """Remove the records and notes of papers that are no more."""
        stale = set(before)
        gone = list(self._notes.others(contents.keys))
        for _, reading in gone:
            stale.update(paper.paper_id for paper in (reading.papers if reading else ()))
        stale -= set(contents.papers if self._has_records else ())
        self._remove(map(_record_file, stale))
        for key, _ in gone:
            self._notes.forget(key)

    def _remove(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            self._folder.remove(name)

    def _described(self, name: str, data: bytes) -> Fingerprint:
        """Write a file and say what it is."""
        self._write_changed(name, data)
        return Fingerprint(len(data), hashlib.sha256(data).hexdigest())

    def _write_changed(self, name: str, data: bytes) -> None:
        """Write a file unless it is right already."""
        if self._folder.read(name) != data:
            self._folder.write(name, data)


def _known_files() -> frozenset[str]:
    """Return every file that any run may write beside its records: nothing else is ever removed."""
    everything = OutputOptions(formats=("csv", "json", "parquet", "sqlite", "xlsx"))
    tables = [table.name for table in ALL_TABLES]
    names = (*(table.file_name for table in ALL_TABLES), *form_files(everything, tables))
    return frozenset({SCHEMA_FILE, HISTORY_FILE, *names})


def _of_run(across: Across) -> Iterator[tuple[Table[Any, Any], Any]]:
    """Give the tables of all papers together, each with what its rows come from."""
    yield from ((table, across) for table in RUN_TABLES)
    yield from ((table, across.history) for table in HISTORY_TABLES)


def _record_file(paper_id: str) -> str:
    return f"{RECORDS}/{paper_id}.json"
