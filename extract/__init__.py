"""Committee papers in, records out: the public Python API.

>>> from extract import extract_paper
>>> paper = extract_paper("plan.txt")
>>> paper.recommendations[0].actions[0].due
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.batch import Extraction, extract_paper, extract_papers
    from extract.frames import to_frames
    from extract.schema import Paper
    from parsers.errors import PaperError
    from parsers.limits import Limits

    __version__: str

__all__ = [
    "Extraction",
    "Limits",
    "Paper",
    "PaperError",
    "__version__",
    "extract_paper",
    "extract_papers",
    "to_frames",
]

_HOMES = {
    "Extraction": "extract.batch",
    "Limits": "parsers.limits",
    "Paper": "extract.schema",
    "PaperError": "parsers.errors",
    "extract_paper": "extract.batch",
    "extract_papers": "extract.batch",
    "to_frames": "extract.frames",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import extract` costs nothing."""
    if name == "__version__":
        from importlib.metadata import version

        return version("council-papers")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
