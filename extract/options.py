"""What a user may ask for: facts that a paper does not print, and the form of the results."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class Facts(BaseModel):
    """Facts given for a paper; each fills a field that the paper leaves open.

    Attributes:
        council: name of the council.
        committee: name of the committee.
        meeting_date: EDTF date of the meeting, also the anchor of dates without a year.
        source_url: where the paper was published; goes to `source.url`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    council: str | None = None
    committee: str | None = None
    meeting_date: str | None = None
    source_url: str | None = None

    @field_validator("*")
    @classmethod
    def _is_text(cls, value: str | None) -> str | None:
        """Refuse bytes of the command line that are no text: they could not be written."""
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError:
            raise ValueError("it holds bytes that are no text") from None
        return value

    @field_validator("meeting_date")
    @classmethod
    def _is_a_date(cls, value: str | None) -> str | None:
        """Refuse what is no day, month or year of the calendar."""
        if value is None:
            return None
        match = _EDTF_DATE.fullmatch(value)
        if match is None:
            raise ValueError("write the date as 2023-06-12, 2023-06 or 2023")
        date(*(int(part or 1) for part in match.groups()))
        return value


Format = Literal["csv", "json", "parquet", "sqlite", "xlsx"]


class OutputOptions(BaseModel):
    """The files that a run writes.

    Attributes:
        formats: the forms asked for, each once, in the order of their names.
        excel: whether the CSVs begin with a byte order mark, which Excel on Windows needs.
        contacts: whether e-mail addresses and telephone numbers stand in tables; records keep them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    formats: tuple[Format, ...] = ("csv", "json")
    excel: bool = False
    contacts: bool = False


def day(given: str | None) -> date | None:
    """Read a day that a user gives.

    Raises:
        ValueError: it is none.
    """
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ValueError("write the day as 2024-03-31") from None


def first_problem(error: ValidationError) -> str:
    """Say in one line which fact is wrong and why."""
    problem = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in problem["loc"])
    return f"{place}: {problem['msg'].removeprefix('Value error, ')}"
