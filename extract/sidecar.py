"""The sidecar `NAME.toml` beside a paper `NAME.txt`: facts that the paper does not print."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from pydantic import ValidationError

from extract.errors import BrokenSidecar
from extract.inputs import Input, read_sidecar
from extract.options import Facts, first_problem
from parsers.errors import PaperError
from parsers.limits import LIMITS, Limits


def facts_for(paper: Input, given: Facts, limits: Limits = LIMITS) -> Facts:
    """Add what is known of one paper to the facts given for the run.

    The sidecar speaks of this one paper and the options of all, so the sidecar wins; what the names of
    folders say yields to both.

    Raises:
        BrokenSidecar: the sidecar is no TOML, or holds something other than facts.
    """
    known = given.model_copy(update={"council": given.council or paper.council})
    try:
        beside = read_sidecar(paper, limits)
    except PaperError as error:
        raise BrokenSidecar(f"it cannot be read: {error.reason}") from error
    return facts_in(*beside, known) if beside else known


def facts_in(name: str, data: bytes, known: Facts) -> Facts:
    """Add what a sidecar says to what is known.

    Raises:
        BrokenSidecar: it is no TOML, or holds something other than facts.
    """
    try:
        return Facts.model_validate({**known.model_dump(), **_read(data)})
    except ValidationError as error:
        raise BrokenSidecar(f"{name}: {first_problem(error)}") from error
    except (ValueError, RecursionError) as error:
        raise BrokenSidecar(f"{name}: {error}") from error


def _read(data: bytes) -> dict[str, Any]:
    """Read the facts; a date written as a TOML date is as good as one in quotes."""
    stated = tomllib.loads(data.decode("utf-8-sig"))
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in stated.items()}
