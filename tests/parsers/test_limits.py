"""Limits as a user sets them."""

from __future__ import annotations

import pytest

from parsers.limits import LIMIT_NAMES, LIMITS, Limits, limits_set
from tests.support.command import run
from tests.support.documents import first_names, section
from tests.support.places import ROOT


def test_a_limit_is_set_by_its_name_and_the_last_word_holds() -> None:
    assert limits_set([]) == LIMITS
    settings = ["pdf-pages=7", "file-bytes=2G", "zip-bytes=3M", "text-bytes=4K", "pdf-pages=8"]
    assert limits_set(settings) == Limits(
        pdf_pages=8, file_bytes=2 * 1024**3, zip_bytes=3 * 1024**2, text_bytes=4096
    )


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "pdf-pages",
        "pdf-pages=",
        "pages=7",
        "pdf-pages=-1",
        "pdf-pages=1.5",
        "pdf-pages=7k",
        "pdf-pages=٧",
    ],
)
def test_anything_else_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="NAME one of file-bytes, "):
        limits_set([setting])


def test_each_limit_is_documented() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert first_names(section(text, "Limits")) == list(LIMIT_NAMES)


def test_the_command_tells_a_limit_that_is_none() -> None:
    done = run("tables", "samples", "--limit", "pages=7")
    assert done.returncode == 2
    assert b"pdf-pages" in done.stderr
