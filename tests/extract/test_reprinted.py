"""The sample papers printed in other fonts and on other pages: cut elsewhere, the same records."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from extract.pipeline import extract_file
from tests.support.places import RENDERED
from tests.support.rendering import libreoffice_pdfs
from tests.support.scoring import differences, gold_of

PAPERS = ("000", "000m", "001", "003", "004")
FONTS = {"Liberation Sans": 11, "Liberation Serif": 10, "Carlito": 12}
HEIGHTS = (170, 210, 240)
# A form of the page differs from the text form in this one word, which 003 prints with a hyphen.
HYPHENED = ("entrylevel", "entry-level")


def _set(paper: str, font: str, height: int) -> bytes:
    """Return a paper as Word file, in a font and on pages of a height in millimetres."""
    document = docx.Document(str(RENDERED / f"{paper}.docx"))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(FONTS[font])
    fonts = normal.element.rPr.rFonts
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), font)
    for section in document.sections:
        section.page_height = Mm(height)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@cache
def _printed() -> dict[str, bytes]:
    """Print all of them in one go."""
    files = {
        f"{paper}-{font}-{height}.docx": _set(paper, font, height)
        for paper in PAPERS
        for font in FONTS
        for height in HEIGHTS
    }
    return {
        name.removesuffix(".docx"): pdf
        for name, pdf in zip(files, libreoffice_pdfs(files).values(), strict=True)
    }


def _gold(paper: str) -> Any:
    gold = json.loads(json.dumps(gold_of(paper)).replace(*HYPHENED))
    return {name: value for name, value in gold.items() if name not in {"findings", "paper_id", "source"}}


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_cut_elsewhere_holds_every_field_of_its_gold(paper: str, font: str, height: int) -> None:
    (record,) = extract_file(_printed()[f"{paper}-{font}-{height}"], "paper.pdf")
    assert differences(_gold(paper), record.model_dump(mode="json")) == []
    assert record.accounting.unplaced == []
