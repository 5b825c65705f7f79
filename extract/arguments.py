"""Arguments that several commands take, and the values of arguments made into options.

A value that cannot be understood ends as `typer.BadParameter`, which names the argument.  Everything heavy
is imported inside the functions, so that `--help` comes at once.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from extract.options import Facts, OutputOptions
    from parsers.options import ReadOptions

Paths = Annotated[list[str], typer.Argument(metavar="PATH", show_default=False)]
Password = Annotated[str | None, typer.Option(help="Opens a PDF that wants one.", show_default=False)]
Ocr = Annotated[bool, typer.Option("--ocr", help="Read pages that are pictures (council-papers[ocr]).")]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit", metavar="NAME=VALUE", help="Allow larger files (file-bytes=2G).", show_default=False
    ),
]
Day = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day that counts as today (2024-03-31).")
]
Contacts = Annotated[
    bool, typer.Option("--contacts", help="Show e-mail addresses and telephone numbers too.")
]
Officers = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Who is one officer, and who is not (TOML).")
]


def folder_or_address(given: str) -> str:
    """Refuse a file where results are to go; what an address leads to shows when it is opened."""
    from extract.addresses import place

    path = place(given)
    if isinstance(path, Path) and path.exists() and not (path.is_dir() and os.access(path, os.W_OK)):
        raise typer.BadParameter(f"{given} is no folder that can be written to")
    return given


def reading_options(password: str | None, ocr: bool, settings: list[str] | None) -> ReadOptions:
    """Say how files are to be read."""
    from parsers.limits import limits_set
    from parsers.options import ReadOptions

    try:
        return ReadOptions(password, ocr, limits_set(settings or ()))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from error


def output_options(formats: str, excel: bool, contacts: bool) -> OutputOptions:
    """Check the value of --format, and that what it needs is there."""
    from pydantic import ValidationError

    from extract.options import OutputOptions
    from extract.writers.forms import check_forms

    names = sorted({name.strip() for name in formats.split(",")})
    try:
        options = OutputOptions.model_validate({"formats": names, "excel": excel, "contacts": contacts})
    except ValidationError as error:
        raise typer.BadParameter("name json, csv, xlsx, sqlite, parquet", param_hint="--format") from error
    check_forms(options)
    return options


def database(url: str | None) -> str | None:
    """Check the value of --to, and that what it needs is there."""
    from importlib.util import find_spec

    from extract.errors import MissingExtra

    if url is None:
        return None
    if not url.startswith(("postgresql://", "postgres://")):
        raise typer.BadParameter("name a database as postgresql://…", param_hint="--to")
    if find_spec("psycopg") is None:
        raise MissingExtra("--to needs council-papers[postgres]")
    return url


def checked_day(given: str | None) -> date | None:
    """Check the value of --as-of."""
    from extract.options import day

    try:
        return day(given)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from error


def facts(**given: str | None) -> Facts:
    """Check the facts given for all papers of the run."""
    from pydantic import ValidationError

    from extract.options import Facts, first_problem

    try:
        return Facts.model_validate(given)
    except ValidationError as error:
        raise typer.BadParameter(first_problem(error)) from error
