"""Every kind of error that the program has."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from parsers.errors import PaperError
from tests.support.places import ROOT
from tests.support.seeded import PACKAGES


def every_error() -> list[type[PaperError]]:
    """List the kinds of error of all modules, whatever was imported before."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    return list(_below(PaperError))


def _below(kind: type[PaperError]) -> Iterator[type[PaperError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
