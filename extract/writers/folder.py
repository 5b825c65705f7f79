"""The output directory of a run: records as they come, tables and descriptions at the end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extract.across.results import NOTHING, Across
from extract.options import Facts, OutputOptions
from extract.results import Extraction
from extract.schema import Paper
from extract.writers.atomic import make_folder, write_whole
from extract.writers.csv_tables import table_bytes
from extract.writers.datapackage import data_package
from extract.writers.json_records import document_bytes, record_bytes
from extract.writers.manifest import manifest
from extract.writers.run_tables import RUN_TABLES
from extract.writers.schema import SCHEMA_FILE, schema_bytes
from extract.writers.tables import FINDINGS, TABLES


class OutputFolder:
    """Writes the files of the output contract into one directory.

    Files of an earlier run are replaced, never removed: what belongs to this run
    is what `manifest.json` lists.
    """

    def __init__(self, path: Path, options: OutputOptions) -> None:
        self._path = path
        self._options = options
        self._records = path / "papers"
        self._papers: dict[str, Paper] = {}
        make_folder(path)
        if "json" in options.formats:
            make_folder(self._records)

    def write_records(self, papers: Iterable[Paper]) -> None:
        """Write the records of an input, so that a run that is stopped keeps them.

        Equal ids are the same bytes under the same name, from two folders: the first stands for all.
        """
        for paper in papers:
            if paper.paper_id in self._papers:
                continue
            self._papers[paper.paper_id] = paper
            if "json" in self._options.formats:
                write_whole(self._records / f"{paper.paper_id}.json", record_bytes(paper))

    def write_run(
        self,
        version: str,
        facts: Facts,
        extractions: Iterable[Extraction],
        *,
        ocr: bool = False,
        across: Across = NOTHING,
    ) -> None:
        """Write the tables, the schema and the descriptions; the manifest, which vouches for all, last.

        `ocr` says whether pages that are pictures were read, `across` what the papers tell together.
        """
        files = self._tables(across)
        if "json" in self._options.formats:
            files[SCHEMA_FILE] = schema_bytes()
        files["datapackage.json"] = document_bytes(data_package(files))
        files["manifest.json"] = document_bytes(
            manifest(version, facts, self._options, extractions, ocr=ocr, officers=across.decided)
        )
        for name, data in files.items():
            write_whole(self._path / name, data)

    def _tables(self, across: Across) -> dict[str, bytes]:
        """Serialise the CSV tables of all papers written and of the run, if they are asked for."""
        if "csv" not in self._options.formats:
            return {}
        papers = self._papers.values()
        excel = self._options.excel
        more = {FINDINGS.name: across.findings}
        return {
            table.file_name: table_bytes(table, papers, more.get(table.name, ()), excel=excel)
            for table in TABLES
        } | {table.file_name: table_bytes(table, [across], excel=excel) for table in RUN_TABLES}
