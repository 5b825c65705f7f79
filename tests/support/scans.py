"""Made papers as scans: PDF pages that hold a picture and no text, a little askew and noisy."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument

from tests.support.paper_builder import MadePaper
from tests.support.paper_docx import to_docx
from tests.support.rendering import libreoffice_pdf

DPI = 200  # what copiers in offices are set to
_SKEW = 0.6  # in degrees, counter-clockwise: paper seldom goes straight through a feeder
_BLUR = 0.6  # radius in pixels, as of the lens of a copier
_NOISE = 6.0  # standard deviation, of 255 greys
_PAPER = 250  # grey of white paper under the lamp


def scanned(paper: MadePaper, skew: float = _SKEW) -> bytes:
    """Print a paper and scan it: a PDF of pictures."""
    return scan_of(libreoffice_pdf(to_docx(paper), ".docx"), skew)


def scan_of(pdf: bytes, skew: float = _SKEW) -> bytes:
    """Scan the pages of a PDF."""
    with PdfDocument(pdf) as document:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    return pictures_pdf([_worn(page.convert("L"), skew, number) for number, page in enumerate(pages)])


def pictures_pdf(pictures: list[Image.Image]) -> bytes:
    """Put each picture into a page of its size."""
    written = BytesIO()
    pictures[0].save(written, "PDF", resolution=DPI, save_all=True, append_images=pictures[1:])
    return written.getvalue()


def blank_page() -> bytes:
    """Scan a sheet with nothing on it."""
    return pictures_pdf([_worn(Image.new("L", (1654, 2339), 255), _SKEW, 0)])


def _worn(page: Image.Image, skew: float, seed: int) -> Image.Image:
    """Do to a picture what a scanner does: turn it a little, blur it, add noise."""
    turned = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    blurred = np.asarray(turned.filter(ImageFilter.GaussianBlur(_BLUR)), dtype=float)
    noise = np.random.default_rng(seed).normal(0.0, _NOISE, blurred.shape)
    return Image.fromarray(np.clip(blurred * _PAPER / 255 + noise, 0, 255).astype(np.uint8))
