"""Tables whose cells were printed one a line, so that which cell belongs to which is lost."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.columns import Role, read_label
from normalise.label_lines import MAX_LABEL_WORDS
from parsers.model import Heading, Paragraph, Text
from parsers.model.words import EMPTY

MIN_LABELS = 3
# Labels that may stand one below the other, of a table as wide as any read.
MAX_LABELS = 60


def lost_table(elements: Sequence[object]) -> list[Text]:
    """Find the header of a table whose cells were printed one a line, so that its rows are lost.

    Returns:
        The labels: three or more facts of a plan, each alone on a line, one below the
        other; empty where there is none.
    """
    run: list[Text] = []
    for line in (line for element in elements for line in _bare_lines(element)):
        is_short = 0 < len(line.words) <= MAX_LABEL_WORDS and ":" not in str(line)
        reading = read_label(str(line)) if is_short else None
        run = [*run[-MAX_LABELS:], line] if reading and reading.known else []
        if len({read_label(str(label)).role for label in run}) >= MIN_LABELS and _names_plan(run):
            return run
    return []


def _bare_lines(element: object) -> Sequence[Text]:
    """Return the lines of prose; a blank one where something else stands between."""
    return element.text.lines() if isinstance(element, Heading | Paragraph) else (EMPTY,)


def _names_plan(labels: Sequence[Text]) -> bool:
    return any(read_label(str(label)).role in {Role.RECOMMENDATION, Role.ACTION} for label in labels)
