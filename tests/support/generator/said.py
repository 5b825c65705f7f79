"""What a cell says: the words as printed, and what they mean by the rules of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Truth = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a cell and its meaning.

    Attributes:
        text: as printed; line ends where the paper breaks the line on purpose.
        truth: partial values of the record, in order.
        status: of the action, where the cell tells it beside its own fact.
    """

    text: str = ""
    truth: tuple[Truth, ...] = ()
    status: str | None = None
