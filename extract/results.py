"""What a run made of one input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.schema import Paper

Outcome = Literal["extracted", "unchanged", "empty", "failed"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """One input of a run and what came of it.

    Attributes:
        name: name of the file, relative to the path that was given.
        sha256: digest of its bytes, null where they could not be read.
        outcome: `extracted`, `empty` (read, but no record in it), `failed`.
        papers: the papers in it, more than one for a pack; none where it failed.
        error: why it failed, one line with advice; null otherwise.
        seconds: how long it took.
    """

    name: str
    sha256: str | None
    outcome: Outcome
    papers: tuple[Paper, ...] = ()
    error: str | None = None
    seconds: float = 0.0


def paper_outcome(paper: Paper) -> Literal["extracted", "empty"]:
    """Return `empty` for a paper without words, or of unknown kind without recommendations."""
    nothing_known = paper.kind == "unknown" and not paper.recommendations
    return "empty" if nothing_known or paper.accounting.words == 0 else "extracted"
