"""The recognition engine: pictures of lines -> letters, without a word to the network or the terminal."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PIL import Image

from parsers.errors import PaperError
from parsers.ocr.picture import POINTS, Greys

if TYPE_CHECKING:
    from rapidocr import RapidOCR

# Lines are found as well in a picture of this resolution, in a third of the time.
_FINDING_DPI = 120
# An A3 page has 2.8 million pixels then; time grows with them.
_FINDING_PIXELS = 3_000_000
# Beyond this rapidocr would make pictures smaller on its own; ours are limited when they are rendered.
_MAX_SIDE = 20_000
# And this would make them larger, to no gain: the engine rounds sides to it in any case.
_MIN_SIDE = 32
# Runs over many papers share the processors among files; more threads a page gain little.
_THREADS = 2
# The wheel of rapidocr holds one model for each part; named, it looks for no others in the network.
_MODELS = {"Det": "*_det_*.onnx", "Cls": "*_cls_*.onnx", "Rec": "*_rec_*.onnx"}
# Asked to draw what it read, the engine would fetch a font unless one is named; it is never asked.
_NO_FONT = "nothing-is-drawn"


class OcrMissing(PaperError):
    """The packages that recognise scanned pages are not installed."""

    code = "ocr-missing"
    advice = "Install council-papers[ocr]."


class Span(NamedTuple):
    """A rectangle of pixels that holds a line, or the part of one in a cell."""

    x0: int
    top: int
    x1: int
    bottom: int

    def of(self, greys: Greys) -> Greys:
        """Cut it out of a picture."""
        return greys[self.top : self.bottom, self.x0 : self.x1]


class Letter(NamedTuple):
    """A recognised character.

    Attributes:
        text: what it is.
        x: where its middle is, as a share of the width of the line's picture.
        confidence: from 0 to 1.
        parted: whether the engine saw a blank before it.
    """

    text: str
    x: float
    confidence: float
    parted: bool


def lines_in(greys: Greys, scale: float) -> list[Span]:
    """Find the lines of print in a picture, from the top.

    Raises:
        OcrMissing: rapidocr is not installed.
    """
    engine = _engine()
    high, wide = greys.shape
    factor = min(_FINDING_DPI / POINTS / scale, (_FINDING_PIXELS / (high * wide)) ** 0.5, 1.0)
    small = Image.fromarray(greys).resize(
        (max(round(wide * factor), 1), max(round(high * factor), 1)), Image.Resampling.BOX
    )
    found: Any = engine(_coloured(np.asarray(small)), use_det=True, use_cls=False, use_rec=False)
    spans = []
    for quad in [] if found.boxes is None else found.boxes:
        x0, top = np.floor(quad.min(axis=0) / factor).astype(int).tolist()
        x1, bottom = np.ceil(quad.max(axis=0) / factor).astype(int).tolist()
        spans.append(Span(max(x0, 0), max(top, 0), min(x1, wide), min(bottom, high)))
    return [span for span in spans if span.x1 > span.x0 and span.bottom > span.top]


def letters_in(line: Greys) -> list[Letter]:
    """Read the picture of one line; empty where nothing on it is print."""
    read: Any = _engine()(
        _coloured(line), use_det=False, use_cls=False, use_rec=True, return_word_box=True, text_score=0.0
    )
    if not read.txts or not read.txts[0].strip():
        return []
    text, found = read.txts[0], read.word_results[0]
    columns = [column for word in found.word_cols for column in word]
    letters = []
    places = (at for at, character in enumerate(text) if not character.isspace())
    for at, column in zip(places, columns, strict=True):
        x = min((column + 0.5) / found.line_txt_len, 1.0)
        letters.append(Letter(text[at], x, found.confs[at], at > 0 and text[at - 1].isspace()))
    return letters


def _coloured(greys: Greys) -> Greys:
    """Give a picture the three colours that the engine asks for."""
    return np.repeat(greys[..., None], 3, axis=2)


@cache
def _engine() -> RapidOCR:
    """Load the engine, once in a process.

    Raises:
        OcrMissing: rapidocr, or what it runs on, is not installed.
    """
    try:
        import_module("onnxruntime")  # the engine asks for it when the first page is read, and no sooner
        from rapidocr import RapidOCR
    except ImportError as error:
        raise OcrMissing(f"{error.name or 'rapidocr'} cannot be imported") from error
    options: dict[str, str | int] = {
        "Global.log_level": "critical",
        "Global.max_side_len": _MAX_SIDE,
        "Global.font_path": _NO_FONT,
        "Det.limit_side_len": _MIN_SIDE,
        "EngineConfig.onnxruntime.intra_op_num_threads": min(_THREADS, os.cpu_count() or 1),
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return RapidOCR(params=options | _models(RapidOCR.__module__))


def _models(module: str) -> dict[str, str]:
    """Return the models that came with the engine.

    Raises:
        OcrMissing: it came without.
    """
    folder = Path(sys.modules[module].__file__ or "").parent / "models"
    found = {part: sorted(folder.glob(name)) for part, name in _MODELS.items()}
    if not all(found.values()):
        raise OcrMissing("rapidocr came without its models")
    return {f"{part}.model_path": str(paths[0]) for part, paths in found.items()}
