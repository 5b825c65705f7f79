"""Facts that a paper does not print: options and sidecars."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from extract.errors import BrokenSidecar
from extract.inputs import file_input
from extract.options import Facts
from extract.sidecar import facts_for

RUN = Facts(council="Anytown Council", committee="Scrutiny")


def facts_with(folder: Path, sidecar: str | bytes) -> Facts:
    """Put a sidecar beside a paper and return the facts that hold for it."""
    data = sidecar.encode() if isinstance(sidecar, str) else sidecar
    (folder / "plan.v2.toml").write_bytes(data)
    return facts_for(file_input(folder / "plan.v2.txt"), RUN)


def test_without_a_sidecar_the_facts_of_the_run_hold(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('council = "Otherton"')
    assert facts_for(file_input(tmp_path / "plan.txt"), RUN) == RUN


def test_a_sidecar_wins_for_its_paper_and_leaves_the_rest(tmp_path: Path) -> None:
    facts = facts_with(tmp_path, 'council = "Otherton"\nsource_url = "urn:x"\n')
    assert facts == Facts(council="Otherton", committee="Scrutiny", source_url="urn:x")


@pytest.mark.parametrize("written", ["2024-02-29", '"2024-02-29"'])
def test_a_date_may_stand_in_quotes_or_not(tmp_path: Path, written: str) -> None:
    assert facts_with(tmp_path, f"meeting_date = {written}").meeting_date == "2024-02-29"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert facts_with(tmp_path, b'\xef\xbb\xbfcouncil = "Otherton"').council == "Otherton"


@pytest.mark.parametrize(
    "sidecar",
    [
        "council = ",
        "counsel = 'Otherton'",
        "council = 7",
        "meeting_date = '12/06/2023'",
        "meeting_date = '2023-02-30'",
        "meeting_date = 2023-06-12T10:00:00",
        b"council = '\xff'",
    ],
)
def test_a_sidecar_that_says_nothing_usable_is_an_error(tmp_path: Path, sidecar: str | bytes) -> None:
    with pytest.raises(BrokenSidecar, match=r"broken-sidecar: plan\.v2\.toml: ") as caught:
        facts_with(tmp_path, sidecar)
    assert str(tmp_path) not in str(caught.value)


def test_a_toml_file_is_no_sidecar_of_itself(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("no facts")
    assert facts_for(file_input(tmp_path / "plan.toml"), RUN) == RUN


@pytest.mark.parametrize("written", ["2023", "2023-06", "2023-06-12", None])
def test_a_meeting_date_is_a_day_a_month_or_a_year(written: str | None) -> None:
    assert Facts(meeting_date=written).meeting_date == written


@pytest.mark.parametrize(
    "written", ["", "23-06-12", "2023-13", "2023-6-1", "June 2023", "2023-06-12 ", "٢٠٢٣"]
)
def test_anything_else_is_none(written: str) -> None:
    with pytest.raises(ValidationError):
        Facts(meeting_date=written)
