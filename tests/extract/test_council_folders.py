"""`COUNCIL/documents/…`, as scrapers of minutes lay papers out: the folder names the council."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import extract_papers
from extract.inputs import find_inputs
from tests.support.hostile_zips import archive

TEXT = "The Committee met on Tuesday.\n"
PRINTED = "| Council | Otherton Council |\n|---|---|\n| Date | 1 May 2023 |\n\nACTION PLAN\n"


def paper(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def council(given: Path | str) -> str | None:
    (found,) = find_inputs(given)
    return found.council


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("Anytown Borough Council", "Anytown Borough Council"),
        ("Camden", "Camden"),
        ("leeds-city-council", "Leeds City Council"),
        ("london_borough_of_camden", "London Borough of Camden"),
        ("some-council-borough", "Some Council Borough"),
        # A hyphen or a blank? Nobody can tell, so the name stays as it is.
        ("st-helens", "st-helens"),
        ("stockton-on-tees-borough-council", "stockton-on-tees-borough-council"),
        ("camden", "camden"),
        ("Cyngor Sir Ynys Môn", "Cyngor Sir Ynys Môn"),
        ("2023", None),
        ("..", None),
        ("an\u202eelgna", None),
    ],
)
def test_the_name_of_the_folder(tmp_path: Path, folder: str, named: str | None) -> None:
    paper(tmp_path, f"in/{folder}/documents/a.txt")
    assert council(tmp_path / "in" if folder != ".." else tmp_path) == named


def test_papers_may_stand_deeper_and_in_archives(tmp_path: Path) -> None:
    paper(tmp_path, "Camden/documents/2023/May/a.txt")
    assert council(tmp_path) == council(f"{tmp_path}/**/*.txt") == "Camden"
    (tmp_path / "b.zip").write_bytes(archive(("Leeds/documents/a.txt", b"x")))
    assert council(tmp_path / "b.zip") == "Leeds"
    (tmp_path / "Camden/documents/2023/May/a.txt").unlink()
    (tmp_path / "b.zip").rename(tmp_path / "Camden/documents/c.zip")
    assert council(tmp_path) == "Leeds"


def test_other_folders_name_no_council(tmp_path: Path) -> None:
    paper(tmp_path, "Camden/papers/a.txt")
    assert council(tmp_path) is None


def test_what_stands_over_an_absolute_path_is_not_a_scrapers(tmp_path: Path) -> None:
    at = paper(tmp_path, "ann/documents/a.txt")
    for given in (at, at.parent, at.parent.parent, f"{at.parent}/*"):
        assert council(given) is None
    at = paper(tmp_path, "Anytown Council/documents/a.txt")
    for given in (at, at.parent, at.parent.parent, f"{at.parent}/*"):
        assert council(given) == "Anytown Council"


def test_a_relative_path_is_taken_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper(tmp_path, "Camden/documents/a.txt")
    monkeypatch.chdir(tmp_path)
    for given in ("Camden/documents/a.txt", "Camden/documents", "Camden", ".", "*/documents/*"):
        assert council(given) == "Camden"
    monkeypatch.chdir(tmp_path / "Camden")
    assert council("documents") is None


def made(folder: Path, council: str | None = None) -> str | None:
    (found,) = extract_papers(folder, council=council)
    return found.papers[0].council


def test_options_and_sidecars_win_over_folders_and_print_over_all(tmp_path: Path) -> None:
    paper(tmp_path, "Camden/documents/a.txt")
    assert made(tmp_path) == "Camden"
    assert made(tmp_path, council="Given Council") == "Given Council"
    paper(tmp_path, "Camden/documents/a.toml", 'council = "Beside Council"')
    assert made(tmp_path, council="Given Council") == "Beside Council"
    paper(tmp_path, "Camden/documents/a.txt", PRINTED)
    assert made(tmp_path) == "Otherton Council"
