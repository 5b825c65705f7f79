"""Floors: figures that may rise, and fall only with a reason that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.check.errors import BrokenExpectation, LoweredFloor
from extract.check.floors import STRICT, Figures, Floors, floors_bytes, pinned, read_floors


def test_without_a_file_everything_must_be_right(tmp_path: Path) -> None:
    floors = read_floors(tmp_path / "floors.toml")
    assert floors.below(Figures(1.0, 1.0, {"title": 1.0})) == []
    assert floors.below(Figures(0.9999, 1.0, {"title": 0.5})) == [
        ("row_exact", 1.0, 0.9999),
        ("f1 title", 1.0, 0.5),
    ]


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    floors = Floors(Figures(0.9, 0.95, {"recommendations.text": 0.98}), ({"reason": "template changed"},))
    (tmp_path / "floors.toml").write_bytes(floors_bytes(floors))
    assert read_floors(tmp_path / "floors.toml") == floors


def test_a_floor_rises_without_a_word() -> None:
    floors = Floors(Figures(0.5, 0.9, {"title": 0.5}))
    assert pinned(floors, Figures(0.6, 1.0, {"title": 0.7}), None).figures.f1 == {"title": 0.7}


def test_a_floor_falls_with_a_reason_only_and_keeps_it() -> None:
    lower = Figures(1.0, 1.0, {"title": 0.9})
    with pytest.raises(LoweredFloor, match=r"f1 title from 1\.0 to 0\.9"):
        pinned(STRICT, lower, None)
    first = pinned(STRICT, lower, "scans of 2019 were added")
    assert first.regressions == (
        {"figure": "f1 title", "from": 1.0, "to": 0.9, "reason": "scans of 2019 were added"},
    )
    again = pinned(first, Figures(1.0, 1.0, {"title": 0.8}), "and of 2018")
    assert [one["reason"] for one in again.regressions] == ["scans of 2019 were added", "and of 2018"]


def test_a_field_that_no_paper_has_any_more_is_under_its_floor() -> None:
    assert Floors(Figures(f1={"title": 0.9})).below(Figures()) == [("f1 title", 0.9, 0.0)]


@pytest.mark.parametrize(
    "text", ["row_exact = ", 'row_exact = "all"', "words = 1.5", "f1 = 3", "[f1]\ntitle = -1"]
)
def test_floors_that_are_none_are_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.toml").write_text(text)
    with pytest.raises(BrokenExpectation, match=r"floors\.toml"):
        read_floors(tmp_path / "floors.toml")
