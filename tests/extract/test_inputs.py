"""Finding the files that a user names, and reading their bytes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from extract import extract_papers
from extract.inputs import Input, file_input, find_inputs, read_input
from parsers.errors import MissingFile, PaperError, TooLarge, UnreadableFile
from parsers.limits import LIMITS, Limits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder as users have them: papers, and what gathers beside them."""
    names = "b.txt a.md B.TXT x/c.txt x/y/d x/.git/e.txt .hidden.txt a.toml SOURCES.toml run.py papers.csv"
    for name in [*names.split(), "expected/a.json", "x/minutes [draft].txt"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def names(*paths: str | os.PathLike[str]) -> list[str]:
    return [entry.name for entry in find_inputs(paths)]


def errors(*paths: str | os.PathLike[str]) -> list[str | None]:
    return [entry.error.code if entry.error else None for entry in find_inputs(paths)]


def test_a_folder_gives_its_papers_to_any_depth_by_name(folder: Path) -> None:
    assert names(folder) == ["B.TXT", "a.md", "b.txt", "x/c.txt", "x/minutes [draft].txt", "x/y/d"]


def test_a_file_named_by_itself_is_always_tried(folder: Path) -> None:
    assert names(folder / "run.py", folder / ".hidden.txt") == [".hidden.txt", "run.py"]


def test_a_pattern_names_files_from_its_fixed_part_on(folder: Path) -> None:
    assert names(f"{folder}/*.txt") == ["b.txt"]
    assert names(f"{folder}/**/*.txt") == ["b.txt", "x/c.txt", "x/minutes [draft].txt"]
    assert names(f"{folder}/?") == ["x/c.txt", "x/minutes [draft].txt", "x/y/d"]
    assert names(f"{folder}/*") == names(folder)


def test_a_name_that_looks_like_a_pattern_is_a_name_first(folder: Path) -> None:
    assert names(folder / "x" / "minutes [draft].txt") == ["minutes [draft].txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", f"{folder}/*.txt", folder / "b.txt") == ["b.txt"]


def test_one_path_needs_no_list(folder: Path) -> None:
    assert (
        find_inputs(str(folder / "b.txt")) == find_inputs(folder / "b.txt") == find_inputs([folder / "b.txt"])
    )


def test_relative_paths_are_named_alike(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names(".") == names(folder)
    assert names("./b.txt", "b.txt") == ["b.txt"]
    assert names("*.md") == ["a.md"]


def test_what_names_no_paper_is_an_error_with_advice(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert errors(tmp_path / "empty", f"{tmp_path}/*.txt") == ["no-papers", "no-papers"]
    assert errors("") == ["missing-file"]


def test_a_link_to_nowhere_is_named(folder: Path) -> None:
    (folder / "x" / "gone.txt").symlink_to(folder / "nowhere")
    (entry,) = (entry for entry in find_inputs([folder]) if entry.name == "x/gone.txt")
    with pytest.raises(MissingFile):
        read_input(entry)


def test_a_folder_that_links_to_itself_ends(folder: Path) -> None:
    before = names(folder)
    (folder / "x" / "loop").symlink_to(folder)
    assert names(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_name_that_is_no_text_becomes_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    assert names(tmp_path) == ["caf?.txt"]


def test_bytes_come_back_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\r\n\x00")
    assert read_input(file_input(tmp_path / "a")) == b"\xff\r\n\x00"


def test_files_that_cannot_be_read_have_a_name_each(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    expected: dict[Path, type[PaperError]] = {
        tmp_path / "nowhere": MissingFile,
        tmp_path / "file" / "below": MissingFile,
        tmp_path: UnreadableFile,
        tmp_path / "pipe": UnreadableFile,
        tmp_path / ("x" * 5000): UnreadableFile,
        tmp_path / "\0": UnreadableFile,
    }
    for path, error in expected.items():
        with pytest.raises(error) as caught:
            read_input(Input("x", path))
        assert str(tmp_path) not in str(caught.value)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(LIMITS.file_bytes + 1)  # a hole: takes no room on the disk
    with pytest.raises(TooLarge, match="100 MiB"):
        read_input(file_input(huge))
    raised = Limits(file_bytes=LIMITS.file_bytes + 1)
    assert len(read_input(file_input(huge), raised)) == raised.file_bytes


class TestLinks:
    def test_a_link_out_of_the_folder_is_told_and_not_read(self, folder: Path) -> None:
        outside = folder.parent / f"{folder.name}-secret"
        outside.mkdir()
        (outside / "private.txt").write_text("x")
        (folder / "x" / "file.txt").symlink_to(outside / "private.txt")
        (folder / "x" / "all").symlink_to(outside)
        for given in (folder, f"{folder}/x/*"):
            told = {entry.name: entry.error.code for entry in find_inputs(given) if entry.error}
            assert sorted(told.values()) == ["link-refused", "link-refused"]
        assert names(folder / "x" / "file.txt") == ["file.txt"]
        assert errors(folder / "x" / "file.txt") == [None]

    def test_a_link_inside_the_folder_is_a_second_name(self, folder: Path) -> None:
        (folder / "x" / "again.txt").symlink_to(folder / "b.txt")
        assert {"b.txt", "x/again.txt"} <= set(names(folder))
        assert not any(errors(folder))

    def test_a_folder_that_is_a_link_may_be_given(self, folder: Path) -> None:
        link = folder.parent / f"{folder.name}-link"
        link.symlink_to(folder)
        assert (names(link), set(errors(link))) == (names(folder), {None})

    def test_links_in_a_circle_end(self, folder: Path) -> None:
        (folder / "x" / "one.txt").symlink_to(folder / "x" / "two.txt")
        (folder / "x" / "two.txt").symlink_to(folder / "x" / "one.txt")
        (entry,) = (entry for entry in find_inputs(folder) if entry.name == "x/one.txt")
        with pytest.raises(UnreadableFile):
            read_input(entry)

    def test_patterns_end_where_folders_lead_back(self, folder: Path) -> None:
        for name in ("one", "two", "three"):
            (folder / name).symlink_to(folder)
        assert names(f"{folder}/**/*.txt") == ["b.txt", "x/c.txt", "x/minutes [draft].txt"]


def test_two_stars_inside_a_name_are_as_one(folder: Path) -> None:
    assert names(f"{folder}/b**.txt") == ["b.txt"]


def test_folders_too_deep_to_follow_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        os.mkdir("a")  # noqa: PTH102 - the whole path is longer than the system takes
        os.chdir("a")
    monkeypatch.chdir(tmp_path)
    try:
        assert errors(tmp_path, f"{tmp_path}/**/*.txt")[0] in {"unreadable-file", "no-papers"}
    finally:
        subprocess.run(["rm", "-r", tmp_path / "a"], check=True)  # noqa: S607 - what `shutil` cannot follow


def test_a_name_too_long_for_a_sidecar_is_a_name(tmp_path: Path) -> None:
    (tmp_path / ("x" * 253 + ".p")).write_text("The Committee met.")
    (found,) = extract_papers(tmp_path)
    assert found.error is None
