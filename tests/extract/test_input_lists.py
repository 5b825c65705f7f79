"""Lists of paths on standard input, as `find` prints them."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

from extract.inputs import find_inputs
from extract.inputs.listing import read_list
from tests.support.command import COMMAND

TEXT = "The Committee met on Tuesday.\n"


def listed(data: bytes) -> list[tuple[str, str | None]]:
    found = find_inputs(["-"], stdin=io.BytesIO(data))
    return [(one.name, one.error.code if one.error else None) for one in found]


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("x/a.txt", "y/a.txt", "y/[b] *.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_line_is_a_path() -> None:
    assert read_list(io.BytesIO(b"a.txt\n b c.txt \r\n\ncaf\xc3\xa9\n")) == ["a.txt", " b c.txt ", "café"]


def test_zero_bytes_part_paths_that_may_hold_line_ends() -> None:
    assert read_list(io.BytesIO(b"a\nb.txt\0c.txt\0")) == ["a\nb.txt", "c.txt"]


def test_papers_are_named_from_the_innermost_folder_of_all(papers: Path) -> None:
    assert listed(b"x/a.txt\ny/a.txt\n") == [("x/a.txt", None), ("y/a.txt", None)]
    absolute = f"{papers}/y/a.txt\n{papers}/y/[b] *.txt"
    assert listed(absolute.encode()) == [("[b] *.txt", None), ("a.txt", None)]
    assert listed(b"./z.txt\0y\0") == [("y/[b] *.txt", None), ("y/a.txt", None), ("z.txt", None)]


def test_a_path_of_a_list_is_no_pattern(papers: Path) -> None:
    assert [Path(str(one.path)).name for one in find_inputs("-", stdin=io.BytesIO(b"x/*.txt"))] == ["*.txt"]


def test_a_list_of_nothing_is_an_error() -> None:
    assert listed(b"\n\n") == [("-", "no-papers")]


def test_without_a_list_it_is_a_name(papers: Path) -> None:
    (papers / "-").write_text(TEXT)
    assert [one.path for one in find_inputs("-")] == [Path("-")]


@pytest.mark.parametrize("end", [b"\n", b"\0"])
def test_the_command_reads_a_list(papers: Path, end: bytes) -> None:
    done = subprocess.run(
        [COMMAND, "extract", "-", "z.txt", "--output", "out"],
        input=end.join([b"x/a.txt", b"z.txt", b"none.txt"]),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"none.txt: missing-file: " in done.stderr
    made = json.loads((papers / "out" / "manifest.json").read_bytes())["inputs"]
    assert [one["name"] for one in made] == ["none.txt", "x/a.txt", "z.txt"]
    done = subprocess.run([COMMAND, "tables", "-"], input=b"x/a.txt" + end, capture_output=True, check=False)
    assert [one["source"] for one in json.loads(done.stdout)] == ["a.txt"]
