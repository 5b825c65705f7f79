"""The key of a reading: equal keys are equal records, so that what is known need not be read again."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from extract.engine.task import Task
from parsers.options import ReadOptions

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("extract", "normalise", "parsers")
_CODE = frozenset({".py", ".toml"})
# Libraries whose versions may change what is read, and those that only recognition of scans uses.
_LIBRARIES = ("council-papers", "lxml", "pdfplumber", "pypdfium2", "pyspellchecker", "python-docx")
_OCR_LIBRARIES = ("numpy", "onnxruntime", "opencv-python-headless", "pillow", "rapidocr")
_OCR_PROGRAM = "tesseract"


def task_key(task: Task) -> str:
    """Return the digest of all that decides what comes of a task: bytes, name, facts, options, program.

    A password is part of it, so it is kept as part of a digest only.
    """
    return digest(task.sha256, task.given.name, task.facts.model_dump_json(), _way(task.options))


def digest(*parts: str) -> str:
    """Return the digest of texts, each with its length, so that none can pass for another."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data) + data)
    return made.hexdigest()


@cache
def _way(options: ReadOptions) -> str:
    """Return the digest of how all papers of a run are read."""
    return digest(json.dumps(asdict(options), sort_keys=True), program_digest(options.ocr))


@cache
def program_digest(ocr: bool) -> str:
    """Return the digest of the program: its code, its vocabulary, the versions of what it reads with."""
    names = _LIBRARIES + (_OCR_LIBRARIES if ocr else ())
    found = [*_versions(names), str(shutil.which(_OCR_PROGRAM) is not None) if ocr else ""]
    files = sorted(
        path for package in _PACKAGES for path in (_ROOT / package).rglob("*") if path.suffix in _CODE
    )
    sources = (hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    return digest(*found, *(path.relative_to(_ROOT).as_posix() for path in files), *sources)


def _versions(names: Iterable[str]) -> Iterable[str]:
    """Give the version of each library; one that is not installed has none."""
    for name in names:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name
