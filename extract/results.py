"""What a run made of one input: as papers for Python, in short for the command and the notes it keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from extract.schema import Paper, PaperKind, Severity

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


class PaperSummary(BaseModel):
    """A paper in a few numbers: what is kept of thousands, and shown.

    Attributes:
        paper_id: its identity; nothing but letters, digits and hyphens, for it names a file.
        kind: what sort of paper it is.
        page_count: pages of the whole file, null for forms without pages.
        recommendations: how many.
        actions: how many.
        findings: how many of each severity.
        unplaced: words that reached no field.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    paper_id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    kind: PaperKind
    page_count: int | None = None
    recommendations: int
    actions: int
    findings: dict[Severity, int]
    unplaced: int


class Reading(BaseModel):
    """What came of reading one input, small once its records are written.

    Attributes:
        name: name of the input.
        sha256: digest of its bytes, null where they could not be read.
        outcome: what the manifest says of it.
        papers: the papers in it, in short.
        records: their records as they are written, as long as they are needed.
        error: why it failed, one line with advice.
        code: the code of that error.
        seconds: how long it took.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sha256: str | None
    outcome: Outcome
    papers: tuple[PaperSummary, ...] = ()
    records: Annotated[tuple[bytes, ...], Field(exclude=True, repr=False)] = ()
    error: str | None = None
    code: str | None = None
    seconds: float = 0.0

    @property
    def page_count(self) -> int:
        """Pages of the file; 0 for forms without pages."""
        return max((paper.page_count or 0 for paper in self.papers), default=0)

    def finding_count(self, *severities: Severity) -> int:
        """Findings of the severities."""
        return sum(paper.findings.get(severity, 0) for paper in self.papers for severity in severities)


def summary(paper: Paper) -> PaperSummary:
    """Sum a paper up."""
    return PaperSummary(
        paper_id=paper.paper_id,
        kind=paper.kind,
        page_count=paper.source.page_count,
        recommendations=len(paper.recommendations),
        actions=sum(len(recommendation.actions) for recommendation in paper.recommendations),
        findings=dict(Counter(finding.severity for finding in paper.findings)),
        unplaced=len(paper.accounting.unplaced),
    )


def paper_outcome(paper: Paper) -> Literal["extracted", "empty"]:
    """Return `empty` for a paper without words, or of unknown kind without recommendations."""
    nothing_known = paper.kind == "unknown" and not paper.recommendations
    return "empty" if nothing_known or paper.accounting.words == 0 else "extracted"


def file_outcome(papers: Iterable[Paper]) -> Literal["extracted", "empty"]:
    """Sum a file up: a pack is extracted where any of its papers is."""
    return "extracted" if any(paper_outcome(paper) == "extracted" for paper in papers) else "empty"
