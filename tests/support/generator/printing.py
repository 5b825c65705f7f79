"""Drawn papers in each form that councils publish."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from tests.support.generator import findings, lost
from tests.support.generator.findings import Found
from tests.support.generator.papers import Drawn
from tests.support.generator.said import Truth
from tests.support.generator.text_forms import to_pipes, to_tabs
from tests.support.paper_docx import to_docx
from tests.support.rendering import libreoffice_pdfs

Form = Literal["pipes", "tabs", "docx", "pdf"]
FORMS: tuple[Form, ...] = ("pipes", "tabs", "docx", "pdf")
_SUFFIXES: dict[Form, str] = {"pipes": ".md", "tabs": ".txt", "docx": ".docx", "pdf": ".pdf"}


class Printed(NamedTuple):
    """A drawn paper in one form."""

    drawn: Drawn
    form: Form
    data: bytes

    @property
    def stem(self) -> str:
        """The name of its files without what follows the dot."""
        return f"{self.drawn.kind}-{self.drawn.seed:03}-{self.form}"

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.stem + _SUFFIXES[self.form]

    @property
    def truth(self) -> Truth:
        """The record that this form of the paper stands for."""
        gone = self.drawn.lost if self.form == "tabs" else None
        return lost.without(gone.role, self.drawn.truth) if gone else self.drawn.truth

    @property
    def findings(self) -> set[Found]:
        """The findings that it calls for."""
        short = self.form == "tabs" and self.drawn.lost and not self.drawn.lost.last
        gone = {("missing-cells", None)} if short else set()
        remarks = {("comment", None)} if self.form == "docx" and self.drawn.paper.remark else set()
        told = {one for one in self.drawn.findings if one[0] != "compound-status" or not self._lost("status")}
        return findings.expected(self.truth, told | gone | remarks)

    def _lost(self, *roles: str) -> bool:
        """Tell whether this form lost the cells of one of these columns, before its end."""
        return self.form == "tabs" and self.drawn.lost is not None and self.drawn.lost.role in roles

    def keep(self, folder: Path) -> Path:
        """Write the paper and its truth into a folder, and return the path of the paper."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.name
        path.write_bytes(self.data)
        truth = json.dumps(self.truth, ensure_ascii=False, indent=2) + "\n"
        path.with_suffix(".json").write_text(truth, encoding="utf-8")
        return path


def printed(papers: Iterable[Drawn], form: Form) -> list[Printed]:
    """Print papers in one form; those are left out that it cannot show."""
    drawn = [paper for paper in papers if form != "tabs" or paper.tabular]
    if form == "pdf":
        files = libreoffice_pdfs({f"{paper.seed}.docx": to_docx(paper.paper) for paper in drawn})
        return [Printed(paper, form, files[f"{paper.seed}.docx"]) for paper in drawn]
    return [Printed(paper, form, _written(paper, form)) for paper in drawn]


def _written(paper: Drawn, form: Form) -> bytes:
    if form == "docx":
        return to_docx(paper.paper)
    return to_pipes(paper) if form == "pipes" else to_tabs(paper)
