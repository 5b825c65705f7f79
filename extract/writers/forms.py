"""The tables of a run in the forms that other programs open: workbook, database, Parquet files.

Each is written on this machine and then brought into the folder of results, so that
libraries which want a path have one wherever that folder is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.errors import MissingExtra
from extract.options import OutputOptions
from extract.writers.json_records import document_bytes
from extract.writers.rows_of import Filled
from extract.writers.store import Fingerprint, Store

PARQUET_FOLDER = "parquet"
XLSX_FILE = "council-papers.xlsx"
SQLITE_FILE = "council-papers.sqlite"
METADATA_FILE = "datasette.json"
_PYARROW = "pyarrow"


def form_files(options: OutputOptions, names: Sequence[str]) -> Iterator[str]:
    """Give the files of the forms that are asked for, for tables of these names."""
    if "xlsx" in options.formats:
        yield XLSX_FILE
    if "sqlite" in options.formats:
        yield from (SQLITE_FILE, METADATA_FILE)
    if "parquet" in options.formats:
        yield from (f"{PARQUET_FOLDER}/{name}.parquet" for name in names)


def check_forms(options: OutputOptions) -> None:
    """See to it that what the forms need is there, before anything is read.

    Raises:
        MissingExtra: it is not installed.
    """
    if "parquet" in options.formats and find_spec(_PYARROW) is None:
        raise MissingExtra("the form parquet needs council-papers[parquet]")


def write_forms(folder: Store, options: OutputOptions, tables: Sequence[Filled]) -> dict[str, Fingerprint]:
    """Write the forms that are asked for, and say what each file is.

    Raises:
        UnwritableOutput: the system refused to write.
    """
    with TemporaryDirectory() as scratch:
        written: dict[str, Fingerprint] = {}
        for name, write in _writers(options, tables):
            path = Path(scratch, Path(name).name)
            write(path)
            written[name] = folder.bring(name, path)
            path.unlink()
        return written


def _writers(
    options: OutputOptions, tables: Sequence[Filled]
) -> Iterator[tuple[str, Callable[[Path], object]]]:
    """Give each file with what writes it to a path."""
    if "xlsx" in options.formats:
        from extract.writers.xlsx import write_xlsx

        yield XLSX_FILE, lambda path: write_xlsx(path, tables)
    if "sqlite" in options.formats:
        from extract.writers.sqlite import datasette_metadata, write_sqlite

        yield SQLITE_FILE, lambda path: write_sqlite(path, tables)
        metadata = document_bytes(datasette_metadata(Path(SQLITE_FILE).stem, tables))
        yield METADATA_FILE, lambda path: path.write_bytes(metadata)
    if "parquet" in options.formats:
        from extract.writers.parquet import write_parquet

        for filled in tables:
            name = f"{PARQUET_FOLDER}/{filled.table.name}.parquet"
            yield name, partial(write_parquet, filled)
