"""What is fuzzed: each parser, the sidecar, and the whole way from bytes to the files of a run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from extract.options import Facts
from extract.pipeline import extract_file
from extract.schema import Paper
from extract.sidecar import facts_in
from extract.writers.csv_tables import FORMULA_STARTS
from extract.writers.json_records import record_bytes
from extract.writers.tables import TABLES
from parsers.docx.reader import read_docx
from parsers.errors import PaperError
from parsers.limits import LIMITS
from parsers.pdf.reader import read_pdf
from parsers.registry import read_layout
from parsers.text.reader import read_text
from parsers.zips import members, unpack
from tests.fuzz.mutations import edited, edited_word
from tests.support.csv_bytes import table_bytes
from tests.support.hostile_zips import archive
from tests.support.pdf_writer import Sheet, pdf
from tests.support.places import RENDERED, ROOT, SAMPLE_PAPERS

FOUND = Path(__file__).parent / "found"
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_SIDECAR = (
    b'council = "Anytown Council"\ncommittee = "Place"\nmeeting_date = 2023-06-12\nsource_url = "urn:x"\n'
)


@dataclass(frozen=True, slots=True)
class Target:
    """A reader, and bytes to try on it; any error but a named one is a fault."""

    read: Callable[[bytes], object]
    inputs: st.SearchStrategy[bytes]


def tried(target: Target, data: bytes) -> None:
    """Read bytes; a named error is as good as a reading."""
    try:
        target.read(data)
    except PaperError as error:
        assert error.code != "internal-error"
        assert "\n" not in str(error)


def _sidecar(data: bytes) -> Facts:
    return facts_in("plan.toml", data, Facts())


def _archive(data: bytes) -> list[bytes]:
    stream = io.BytesIO(data)
    return [unpack(stream, member, 1_000_000, LIMITS) for member in members(stream, LIMITS)]


def _whole(data: bytes) -> None:
    """Make the records and the files of a run, and check what holds for every paper."""
    papers = extract_file(data, "../a\u202e\n=b.txt")
    for paper in papers:
        accounting = paper.accounting
        unplaced = sum(len(one.text.split()) for one in accounting.unplaced)
        assert accounting.words == accounting.placed + accounting.furniture + unplaced
        assert re.fullmatch(r"[a-z0-9-]{10,100}", paper.paper_id), paper.paper_id
        assert Paper.model_validate_json(record_bytes(paper)) == paper
    for table in TABLES:
        text = table_bytes(table, papers).decode("utf-8")
        for row in csv.reader(io.StringIO(text, newline="")):
            assert len(row) == len(table.header)
            assert not [
                cell for cell in row if cell.startswith(FORMULA_STARTS) and not _NUMBER.fullmatch(cell)
            ]


def _pages() -> list[bytes]:
    """Give PDF files whose content is not packed, so that edits reach it, beside printed ones."""
    sheet = Sheet().grid((50, 150, 300, 450), (100, 130, 180)).text(55, 115, "Ref").text(160, 115, "Action")
    plan = sheet.text(55, 150, "1").text(160, 150, "Mow the grass.").text(310, 150, "May 2023")
    made = [pdf(plan), pdf(Sheet().lines(50, 100, ["1. The Committee met.", "2. It went."] * 9), plan)]
    return made + [path.read_bytes() for path in sorted(RENDERED.glob("*.pdf"))]


_TEXTS = [path.read_bytes() for path in [*SAMPLE_PAPERS, *sorted((ROOT / "tests" / "papers").glob("*.txt"))]]
_WORDS = [path.read_bytes() for path in sorted(RENDERED.glob("*.docx"))]
_PAGES = _pages()
_ARCHIVE = archive(("a.txt", _TEXTS[0][:2000]), ("x/b.docx", _WORDS[0][:3000]))

TARGETS = {
    "text": Target(read_text, edited(_TEXTS, "text")),
    "pdf": Target(lambda data: read_pdf(data, "application/pdf"), edited(_PAGES, "pdf")),
    "docx": Target(lambda data: read_docx(data, "application/vnd"), edited_word(_WORDS)),
    "zip": Target(_archive, edited([_ARCHIVE], "pdf")),
    "sidecar": Target(_sidecar, edited([_SIDECAR], "toml")),
    "any": Target(
        read_layout, st.one_of(edited([*_TEXTS, *_PAGES, *_WORDS], "pdf"), st.binary(max_size=4096))
    ),
    "paper": Target(_whole, st.one_of(edited(_TEXTS, "text"), edited(_PAGES, "pdf"), edited_word(_WORDS))),
}
