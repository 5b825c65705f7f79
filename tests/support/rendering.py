"""Made papers as PDF, through the programs that councils print with."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

_SECONDS = 600  # for one call of a program, however many files it gets
_CHROMIUM_OPTIONS = (
    "--headless",
    "--no-sandbox",  # continuous integration runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


class MissingProgram(RuntimeError):
    """A program that the tests print with is not installed."""


class PrintingFailed(RuntimeError):
    """A program made no PDF."""


def libreoffice_pdf(paper: bytes, suffix: str) -> bytes:
    """Print one file through LibreOffice; `suffix` says its form, as in `.docx`."""
    return libreoffice_pdfs({f"paper{suffix}": paper})[f"paper{suffix}"]


def libreoffice_pdfs(papers: Mapping[str, bytes]) -> dict[str, bytes]:
    """Print many files through one start of LibreOffice.

    Args:
        papers: file names, with their suffix and without folders, to contents.

    Returns:
        The same names to PDF.

    Raises:
        MissingProgram: LibreOffice is not installed.
        PrintingFailed: there is no PDF of a file.
    """
    office = program("soffice", "libreoffice")
    with TemporaryDirectory() as folder:
        given, made = Path(folder, "given"), Path(folder, "made")
        given.mkdir()
        for name, paper in papers.items():
            (given / name).write_bytes(paper)
        profile = Path(folder, "profile").as_uri()
        command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        said = _run([*command, "--outdir", str(made), *(str(given / name) for name in papers)])
        return {name: _read(made / Path(name).with_suffix(".pdf").name, said) for name in papers}


def chromium_pdf(page: str) -> bytes:
    """Print one page of HTML through Chromium."""
    return chromium_pdfs([page])[0]


def chromium_pdfs(pages: Sequence[str]) -> list[bytes]:
    """Print pages of HTML through Chromium, one start for each with one profile for all.

    Raises:
        MissingProgram: Chromium is not installed.
        PrintingFailed: there is no PDF of a page.
    """
    browser = program("chromium", "chromium-browser", "google-chrome")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # its helpers may still be writing
        profile = f"--user-data-dir={Path(folder, 'profile')}"
        made = []
        for number, page in enumerate(pages):
            given, printed = Path(folder, f"{number}.html"), Path(folder, f"{number}.pdf")
            given.write_text(page, encoding="utf-8")
            command = [browser, *_CHROMIUM_OPTIONS, profile, f"--print-to-pdf={printed}", given.as_uri()]
            made.append(_read(printed, _run(command)))
        return made


def program(*names: str) -> str:
    """Find a program under one of its names.

    Raises:
        MissingProgram: it has none of them.
    """
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise MissingProgram(f"{names[0]} is not installed; the tests print papers with it")
    return found


def _run(command: Sequence[str]) -> str:
    """Run a program to its end and return what it said."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS
    )
    return f"exit code {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}"


def _read(path: Path, said: str) -> bytes:
    """Read a PDF that a program was to make.

    Raises:
        PrintingFailed: it is not there.
    """
    if not path.is_file():
        raise PrintingFailed(f"no {path.name}, {said}")
    return path.read_bytes()
