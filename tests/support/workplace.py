"""The folder in which the commands of the documents and of the tests are typed: what they name is there.

Papers are those of `samples`, `tests/rendered` and `tests/rounds` under the names by which
they are called; the files that the documents show stand there as they are shown.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import zipfile
from pathlib import Path

from tests.support.command import run
from tests.support.docx_files import p, repacked, word
from tests.support.hostile_zips import archive
from tests.support.pdf_writer import Sheet, pdf
from tests.support.places import RENDERED, ROOT, ROUNDS, SAMPLES
from tests.support.scans import scan_of

PASSWORD = "opens it"  # noqa: S105 - of a paper that the documents open with it
_PLAN, _UPDATE, _LATER = (ROUNDS / f"allotments-{name}.md" for name in ("plan", "update-1", "update-2"))
_PRINT, _WORD = RENDERED / "004.pdf", RENDERED / "004.docx"
CONTACT = "ann.carr@northmere.gov.uk"
_COPIES = {
    "plan.txt": _PLAN,
    "plan.pdf": _PRINT,
    "plan.docx": _WORD,
    "pack.pdf": _PRINT,
    "minutes.txt": _PLAN,
    "2023/update.txt": _LATER,
    "papers/plan.md": _PLAN,
    "papers/update.md": _UPDATE,
    "papers/004.pdf": _PRINT,
    "archive/plan.md": _PLAN,
    "archive/2023/003.pdf": RENDERED / "003.pdf",
    "plan-2022.pdf": _PRINT,
    "plan-2023.docx": _WORD,
}
# A paper that prints neither its council nor its committee or date, nor when its action is due.
_BARE = """# Action plan

| Ref | Recommendation | Agreed action | Lead officer | Date |
|---|---|---|---|---|
| 1 | That bins are emptied. | Change the rounds. | Ann Carr, Parks Manager | |
"""


def furnish(folder: Path) -> Path:
    """Put everything into an empty folder."""
    for known in (SAMPLES, RENDERED, ROUNDS):
        shutil.copytree(known, folder / known.relative_to(ROOT))
    for name, paper in _COPIES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(paper, folder / name)
    for name, content in _made().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    os.utime(folder / "last-run", (0, 0))
    _run_before(folder)
    return folder


def _made() -> dict[str, bytes]:
    told = f"Write to {CONTACT} or ring 01632 960 001."
    plan = _PLAN.read_text(encoding="utf-8")
    page = Sheet().text(50, 60, "Action Plan: Review of Parks", 14)
    page.table(
        [50, 110, 300, 500], [100, 130, 160], [["Ref", "Action", "Due"], ["1", "Open all parks.", "May 2024"]]
    )
    return {
        "bare.txt": _BARE.encode(),
        "contacts/plan.md": plan.replace("Write to holders of untilled plots.", told).encode(),
        "locked.pdf": pdf(page, user=PASSWORD, owner="x"),
        "scans/plan.pdf": scan_of(pdf(page), skew=0.0),
        "archive.zip": archive(("plan.md", plan.encode())),
        "large.docx": _large_word_file(),
        "last-run": b"",
        **_shown(),
    }


def _large_word_file() -> bytes:
    """Make a Word file that asks for more than 256 MiB: two million marks that nobody sees."""
    plain = word(p("Action Plan"))
    with zipfile.ZipFile(io.BytesIO(plain)) as parts:
        text = parts.read("word/document.xml")
    marks = b"<w:proofErr/>" * 2_000_000
    return repacked(plain, {"word/document.xml": text.replace(b"</w:p>", marks + b"</w:p>", 1)})


def _shown() -> dict[str, bytes]:
    """Return the files that docs/cli.md shows: a sidecar and an officers file, in that order."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    sidecar, officers = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return {"minutes.toml": sidecar.encode(), "officers.toml": officers.encode()}


def _run_before(folder: Path) -> None:
    """Make the results of two earlier runs."""
    for names, papers in (
        (("results-march", "output-march"), ["tests/rounds/allotments-plan.md"]),
        (("results-june", "output-june", "output"), ["tests/rounds", "tests/rendered/004.pdf", "contacts"]),
    ):
        done = run("extract", *papers, "--output", names[0], "--quiet", cwd=folder)
        assert done.returncode == 0, done.stderr.decode()
        for name in names[1:]:
            shutil.copytree(folder / names[0], folder / name)
