"""The sidecar `NAME.toml` beside a paper `NAME.txt`: facts that the paper does not print."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extract.errors import BrokenSidecar
from extract.options import Facts, first_problem


def facts_for(paper: Path, given: Facts) -> Facts:
    """Add the facts of a paper's sidecar to those given for the run.

    The sidecar speaks of this one paper and the options of all, so the sidecar wins.

    Raises:
        BrokenSidecar: it is no TOML, or holds something other than facts.
    """
    sidecar = paper.with_suffix(".toml")
    if sidecar == paper or not sidecar.is_file():
        return given
    try:
        return Facts.model_validate({**given.model_dump(), **_read(sidecar)})
    except ValidationError as error:
        raise BrokenSidecar(f"{sidecar.name}: {first_problem(error)}") from error
    except OSError as error:
        raise BrokenSidecar(f"{sidecar.name}: {error.strerror}") from error
    except ValueError as error:
        raise BrokenSidecar(f"{sidecar.name}: {error}") from error


def _read(sidecar: Path) -> dict[str, Any]:
    """Read the facts; a date written as a TOML date is as good as one in quotes."""
    stated = tomllib.loads(sidecar.read_text(encoding="utf-8-sig"))
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in stated.items()}
