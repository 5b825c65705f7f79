"""Pages that are pictures: told, and recognised where that is asked for."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2.raw as pdfium

from parsers.pdf.content import Drawing, PageContent, Ruling, Token

# A page with fewer characters, of which a picture covers at least this share, is a scan; a stamped
# page number may be its only text.
MAX_CHARACTERS = 30
PICTURED = 0.5


def is_scan(content: PageContent) -> bool:
    """Tell whether a page is a picture with no text to speak of."""
    characters = sum(len(token.text) for token in content.tokens)
    return content.drawing.pictured >= PICTURED and characters < MAX_CHARACTERS


def recognised(page: pdfium.FPDF_PAGE, content: PageContent) -> tuple[PageContent, tuple[str, ...]]:
    """Read the picture of a page; return what stands on it and the words that a reader should check.

    Raises:
        OcrMissing: the engine is not installed.
    """
    from parsers.ocr import read_scan

    scan = read_scan(page, content.width, content.height)
    turn = (360 - scan.turn) % 360
    across, down = _offset(turn, content)
    tokens = tuple(
        _moved(token, across, down)._replace(confidence=sure)
        for token, sure in zip(scan.tokens, scan.confidence, strict=True)
    )
    doubtful = tuple(scan.tokens[at].text for at in scan.doubtful)
    drawing = _moved_drawing(scan.drawing, across, down)
    return replace(content, tokens=tokens, drawing=drawing, plain=False, turn=turn), doubtful


def _offset(turn: int, content: PageContent) -> tuple[float, float]:
    """Return by how much the turned picture lies beside the frame in which turned pages are read."""
    return {
        0: (0.0, 0.0),
        90: (0.0, -content.width),
        180: (-content.width, -content.height),
        270: (-content.height, 0.0),
    }[turn]


def _moved(token: Token, across: float, down: float) -> Token:
    x0, top, x1, bottom = token.box
    return token._replace(x0=x0 + across, top=top + down, x1=x1 + across, bottom=bottom + down)


def _moved_drawing(drawing: Drawing, across: float, down: float) -> Drawing:
    return replace(
        drawing,
        across=tuple(Ruling(at + down, start + across, end + across) for at, start, end in drawing.across),
        down=tuple(Ruling(at + across, start + down, end + down) for at, start, end in drawing.down),
    )


def surest(tokens: tuple[Token, ...]) -> float | None:
    """Return how sure the reading of the least certain token is; None where nothing was recognised."""
    least = min((token.confidence for token in tokens), default=1.0)
    return least if least < 1.0 else None
