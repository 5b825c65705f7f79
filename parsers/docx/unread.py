"""Content that has words and is not read: charts, diagrams, files inside the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parsers.docx.ooxml import Element, name_of
from parsers.model import Remark

# The kinds of graphic, by the end of their address, and the elements that hold another file.
_GRAPHICS = {"chart": "chart", "chartex": "chart", "diagram": "diagram"}
_FILES = {"OLEObject": "embedded file", "w:altChunk": "embedded file", "w:subDoc": "linked file"}


def unread_remarks(root: Element) -> Iterator[Remark]:
    """Yield a remark for each kind of content whose words are in no part that is read."""
    counts = Counter(filter(None, map(_kind, root.iter())))
    for kind, count in counts.items():
        were = f"{count} {kind}s were" if count > 1 else f"a{'n' if kind[0] == 'e' else ''} {kind} was"
        yield Remark("unread-content", f"{were} not read")


def _kind(element: Element) -> str | None:
    if not isinstance(element.tag, str):
        return None
    name = name_of(element)
    if name == "graphicData":
        return _GRAPHICS.get(str(element.get("uri")).rsplit("/", 1)[-1])
    return _FILES.get(name)
