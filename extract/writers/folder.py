"""The output directory of a run: records as they come, tables and descriptions at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Protocol

from extract.across.results import Across
from extract.options import OutputOptions
from extract.results import Reading
from extract.schema import Paper
from extract.writers.csv_tables import TableFile
from extract.writers.datapackage import ALL_TABLES, data_package
from extract.writers.json_records import document_bytes
from extract.writers.notes import Notes
from extract.writers.run_tables import RUN_TABLES
from extract.writers.schema import SCHEMA_FILE, schema_bytes
from extract.writers.store import Fingerprint, Folder
from extract.writers.tables import FINDINGS, TABLES

RECORDS = "papers"
PACKAGE_FILE = "datapackage.json"
MANIFEST_FILE = "manifest.json"
_FILES = frozenset({SCHEMA_FILE, *(table.file_name for table in ALL_TABLES)})


class Register(Protocol):
    """Compares the papers of a run; it is given each once and keeps no more of it than it needs."""

    def add(self, papers: Iterable[Paper]) -> None:
        """Take note of papers."""

    def resolve(self) -> Across:
        """Say what they tell together."""


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

    def __init__(self, folder: Folder, notes: Notes, options: OutputOptions) -> None:
        """Make the folder."""
        self._folder = folder
        self._notes = notes
        self._options = options
        self._folder.make("", *([RECORDS] if self._has_records else []))

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
        files = self._tables(contents, register)
        if self._has_records:
            files[SCHEMA_FILE] = self._described(SCHEMA_FILE, schema_bytes())
        self._write_changed(PACKAGE_FILE, document_bytes(data_package(files)))
        self._folder.write(MANIFEST_FILE, document_bytes(contents.manifest))
        self._remove(_FILES.intersection(before.files) - files.keys())
        self._tidy(before.papers, contents)
        self._notes.keep_run(self._digest(contents), files, contents.papers)

    def _tables(self, contents: Contents, register: Register) -> dict[str, Fingerprint]:
        """Write the CSV tables of all papers, if they are asked for; leave those that are right."""
        if "csv" not in self._options.formats:
            return {}
        same = self._unchanged(contents)
        if same:
            return same
        with ExitStack() as stack:
            tables = {
                table.name: TableFile(
                    table,
                    stack.enter_context(self._folder.writing(table.file_name)),
                    excel=self._options.excel,
                )
                for table in ALL_TABLES
            }
            for paper in self._papers(contents.keys):
                register.add([paper])
                for table in TABLES:
                    tables[table.name].add(paper)
            across = register.resolve()
            tables[FINDINGS.name].add_rows(across.findings)
            for run_table in RUN_TABLES:
                tables[run_table.name].add(across)
        return {table.file_name: tables[table.name].fingerprint for table in ALL_TABLES}

    def _papers(self, keys: Iterable[str]) -> Iterator[Paper]:
        """Give the papers of readings; of equal identities the first stands for all."""
        seen: set[str] = set()
        for paper in self._notes.papers(keys):
            if paper.paper_id not in seen:
                seen.add(paper.paper_id)
                yield paper

    def _unchanged(self, contents: Contents) -> dict[str, Fingerprint]:
        """Return the tables of the last run, if this one's are the same and they are as it left them."""
        last = self._notes.last_run()
        found = {table.file_name: self._folder.fingerprint(table.file_name) for table in ALL_TABLES}
        noted = {name: Fingerprint(*last.files[name]) for name in found if name in last.files}
        return noted if last.inputs == self._digest(contents) and noted == found else {}

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


def _record_file(paper_id: str) -> str:
    return f"{RECORDS}/{paper_id}.json"
