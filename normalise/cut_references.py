"""References that a page end cut: "HSG/2024/" at the foot of one page, "07" at the head of the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


class CutReferences:
    """Tells parts of one reference from two by the form that the references of a table have.

    Args:
        references: the filled reference cells of the table, parts among them.
    """

    def __init__(self, references: Iterable[str]) -> None:
        """See the class."""
        self._forms = Counter(map(_form, references))

    def are_parts(self, above: str, below: str) -> bool:
        """Tell whether two cells are one reference.

        Together they have the form of most references, each alone has a form that is rarer.
        """
        usual = max(self._forms, key=self._forms.__getitem__, default="")
        parts = _form(above), _form(below)
        return _form(above + below) == usual and all(self._forms[part] < self._forms[usual] for part in parts)


def _form(reference: str) -> str:
    """Return what references of one series share: "HSG/2024/07" is "A/1/1"."""
    return _DIGITS.sub("1", _LETTERS.sub("A", "".join(reference.split())))
