"""PDF files that are made to do harm: read, or refused by name, soon and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.limits import Limits
from parsers.options import ReadOptions
from parsers.pdf.reader import read_pdf
from tests.support.hostile_pdfs import ENDLESS, HARMLESS, TEXT, actions, remote_stream
from tests.support.listening import listening
from tests.support.pdf_reading import MEDIA_TYPE
from tests.support.pdf_writer import Sheet, pdf
from tests.support.places import ROOT

# More than any of them takes on a slow machine, and less than a thousand times that of an honest page.
SECONDS = 60
_READ = """
import json, resource, sys
from pathlib import Path
from extract.pipeline import read
from parsers.errors import PaperError
most = int(sys.argv[2]) << 20
resource.setrlimit(resource.RLIMIT_AS, (most, most))
try:
    layout = read(Path(sys.argv[1]).read_bytes())
    words = " ".join(word.text for word in layout.words())
    print(json.dumps([words[:200], [one.code for one in layout.remarks]]))
except PaperError as error:
    print(json.dumps([None, [error.code]]))
"""

# What each gives; where none is named, the honest page is read and nothing is told.
TOLD: dict[str, list[str]] = {
    "deep-pages": ["truncated-input"],
    "wide-picture": ["scanned-page"],
    "pages": ["too-large"],
}
LOST = {"deep-pages", "wide-picture", "pages"}


def _reading(folder: Path, data: bytes, mebibytes: int) -> subprocess.CompletedProcess[bytes]:
    """Read a file in a process that may take so much memory."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    command = [sys.executable, "-c", _READ, str(path), str(mebibytes)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=SECONDS)


@pytest.mark.parametrize("name", HARMLESS)
def test_it_does_no_harm(tmp_path: Path, name: str) -> None:
    done = _reading(tmp_path, HARMLESS[name](), mebibytes=2048)
    words, told = json.loads(done.stdout)
    assert told == TOLD.get(name, [])
    assert name in LOST or words.startswith(TEXT)


@pytest.mark.parametrize("name", ENDLESS)
def test_what_no_reader_can_stop_ends_with_its_process(tmp_path: Path, name: str) -> None:
    done = _reading(tmp_path, ENDLESS[name](), mebibytes=600)
    assert done.returncode < 0
    assert done.stdout == b""


def test_a_page_of_more_characters_than_any_paper_is_cut_and_told() -> None:
    data = pdf(Sheet().text(50, 100, "Mow the grass of all parks."))
    layout = read_pdf(data, MEDIA_TYPE, ReadOptions(limits=Limits(page_characters=8)))
    assert [word.text for word in layout.words()] == ["Mow", "the"]
    (remark,) = layout.remarks
    assert (remark.code, remark.place.page) == ("truncated-input", 1)
    assert remark.message == "page 1 has 19 characters over the limit, which were not read"


@pytest.mark.parametrize("made", [actions, remote_stream])
def test_nothing_is_run_and_nothing_fetched(made: Callable[[str], bytes]) -> None:
    with listening() as server:
        layout = read_pdf(made(server.address), MEDIA_TYPE)
        assert server.visits() == 0
    assert " ".join(word.text for word in layout.words()) == TEXT
