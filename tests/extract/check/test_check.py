"""A folder of papers held to its expected records: what is found, shown, written and renewed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from extract.check.command import CheckOptions, check
from extract.check.errors import BrokenExpectation, LoweredFloor, NotAmongPapers
from extract.check.result import CheckResult
from tests.support.places import SAMPLES
from tests.support.rounds import PLAN

EXPECTED = {
    "title": "Action Plan: Review of Allotments",
    "meeting_date": "2022-03-14",
    "recommendations": [
        {"ref": "1", "actions": [{"officers": [{"name": "Ann Carr"}], "due": [{"edtf": "2022-09"}]}]},
        {"ref": "2", "actions": [{"officers": [{"name": None, "role": "Head of Property"}]}]},
        {"ref": "3", "actions": [{"officers": [], "due": []}]},
        {"ref": "4", "actions": [{"due": [{"edtf": "2022-01"}]}]},
    ],
}


def folder(tmp_path: Path, expected: Any = EXPECTED) -> Path:
    samples = tmp_path / "samples"
    (samples / "expected").mkdir(parents=True)
    (samples / "plan.md").write_text(PLAN, encoding="utf-8")
    if expected is not None:
        (samples / "expected" / "plan.json").write_text(json.dumps(expected), encoding="utf-8")
    return samples


def checked(samples: Path, **options: Any) -> CheckResult:
    return check(samples, CheckOptions(**options), lambda _: None)


def changed(**fields: Any) -> Any:
    return json.loads(json.dumps(EXPECTED)) | fields


def with_date(edtf: str | None) -> Any:
    expected = changed()
    expected["recommendations"][0]["actions"][0]["due"][0]["edtf"] = edtf
    return expected


def test_a_paper_that_is_as_expected_passes(tmp_path: Path) -> None:
    result = checked(folder(tmp_path))
    assert result.passed
    assert result.rows == (4, 4)
    assert result.words.unplaced == 0
    assert (result.total.precision, result.total.recall, result.total.f1) == (1, 1, 1)


def test_a_wrong_value_is_shown_with_its_place_in_the_paper(tmp_path: Path) -> None:
    result = checked(folder(tmp_path, with_date("2022-10")))
    assert not result.passed
    ((judgement, place),) = result.checks[0].faults
    assert (judgement.verdict, judgement.expected, judgement.found) == ("wrong", "2022-10", "2022-09")
    line = next(at for at, text in enumerate(PLAN.splitlines(), start=1) if text.startswith("| 1 |"))
    assert place is not None and place.line == line
    assert result.rows == (3, 4)
    assert result.figures.row_exact == 0.75


def test_missing_and_invented_values_count_on_one_side_each(tmp_path: Path) -> None:
    missing = changed()
    missing["recommendations"][2]["actions"][0]["officers"] = [{"name": "Ben Moss"}]
    missing["recommendations"][0]["actions"][0]["officers"] = []
    result = checked(folder(tmp_path, missing))
    tally = result.fields["recommendations.actions.officers.name"]
    assert (tally.right, tally.wrong, tally.missing, tally.invented, tally.blank) == (0, 0, 1, 1, 1)
    assert (tally.precision, tally.recall) == (0, 0)


def test_a_paper_of_which_nothing_is_expected_fails(tmp_path: Path) -> None:
    result = checked(folder(tmp_path, None))
    assert not result.passed
    assert "--accept" in (result.checks[0].error or "")


def test_a_paper_that_cannot_be_read_fails(tmp_path: Path) -> None:
    samples = folder(tmp_path)
    (samples / "plan.md").write_bytes(b"\x00\x01\x02\x03" * 50)
    result = checked(samples)
    assert not result.passed
    assert (result.checks[0].error or "").startswith("broken-text")


def test_floors_say_how_good_is_good_enough(tmp_path: Path) -> None:
    samples = folder(tmp_path, with_date("2022-10"))
    (samples / "floors.toml").write_text('row_exact = 0.75\n[f1]\n"recommendations.actions.due.edtf" = 0.5\n')
    assert checked(samples).passed
    (samples / "floors.toml").write_text('row_exact = 0.8\n[f1]\n"recommendations.actions.due.edtf" = 0.5\n')
    assert [name for name, _, _ in checked(samples).below] == ["row_exact"]


def test_one_expected_record_serves_every_form_of_a_paper(tmp_path: Path) -> None:
    samples = folder(tmp_path)
    shutil.copy(samples / "plan.md", samples / "plan.txt")
    assert [one.name for one in checked(samples).checks] == ["plan.md", "plan.txt"]
    assert checked(samples).passed
    (samples / "expected" / "plan.txt.json").write_text('{"title": "Another"}')
    assert [len(one.faults) for one in checked(samples).checks] == [0, 1]


@pytest.mark.parametrize("text", ["{", "3", '"title"'])
def test_an_expected_record_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    samples = folder(tmp_path)
    (samples / "expected" / "plan.json").write_text(text)
    with pytest.raises(BrokenExpectation, match=r"plan\.json"):
        checked(samples)


class TestAccept:
    def test_a_named_paper_is_renewed_as_partial_as_it_was(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, with_date("2022-10"))
        shown: list[str] = []
        assert check(samples, CheckOptions(accept=["plan.md"]), shown.append).passed
        assert json.loads((samples / "expected" / "plan.json").read_text()) == EXPECTED
        assert [line.replace(" ", "") for line in shown if "edtf" in line and line[0] in "+-"] == [
            '-"edtf":"2022-10"',
            '+"edtf":"2022-09"',
        ]

    def test_the_others_stay_as_they_are(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, with_date("2022-10"))
        shutil.copy(samples / "plan.md", samples / "other.md")
        (samples / "expected" / "other.json").write_text('{"title": "Another"}')
        result = checked(samples, accept=["plan.md"])
        assert [len(one.faults) for one in result.checks] == [1, 0]
        assert (samples / "expected" / "other.json").read_text() == '{"title": "Another"}'

    def test_a_new_paper_gets_its_whole_record(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, None)
        assert checked(samples, accept=["plan.md"]).passed
        record = json.loads((samples / "expected" / "plan.json").read_text())
        assert record["schema_version"] == "1.0"
        assert len(record["recommendations"]) == 4

    def test_a_reading_that_fits_is_kept_among_the_others(self, tmp_path: Path) -> None:
        readings = {"any_of": ["2022-09", "2022-09-30"]}
        expected = with_date(None)
        expected["recommendations"][0]["actions"][0]["due"][0]["edtf"] = readings
        expected["title"] = "Another"
        samples = folder(tmp_path, expected)
        assert checked(samples, accept=["plan.md"]).passed
        record = json.loads((samples / "expected" / "plan.json").read_text())
        assert record["recommendations"][0]["actions"][0]["due"][0]["edtf"] == readings
        assert record["title"] == EXPECTED["title"]

    def test_a_stranger_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotAmongPapers, match=r"no\.md"):
            checked(folder(tmp_path), accept=["no.md"])


class TestPin:
    def test_the_figures_become_the_floors(self, tmp_path: Path) -> None:
        samples = folder(tmp_path)
        assert checked(samples, pin=True).passed
        assert (samples / "floors.toml").is_file()
        assert checked(samples).passed

    def test_a_floor_does_not_fall_in_silence(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, with_date("2022-10"))
        with pytest.raises(LoweredFloor, match="row_exact"):
            checked(samples, pin=True)
        assert not (samples / "floors.toml").exists()
        assert checked(samples, pin=True, reason="the paper has a slip").passed
        assert 'reason = "the paper has a slip"' in (samples / "floors.toml").read_text()


class TestReports:
    def test_junit_has_a_case_for_each_group_and_each_floor(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, with_date("2022-10"))
        checked(samples, junit=tmp_path / "junit.xml")
        root = ElementTree.parse(tmp_path / "junit.xml").getroot()  # noqa: S314 - written by the test itself
        suite = root.find("testsuite[@name='plan.md']")
        assert suite is not None
        cases = {case.get("name"): case.find("failure") for case in suite}
        assert {"head", "officers", "dates", "recommendations"} <= cases.keys()
        assert [name for name, failure in cases.items() if failure is not None] == ["dates"]
        failure = cases["dates"]
        assert failure is not None and "2022-10" in (failure.text or "")
        assert suite.get("failures") == "1"

    def test_json_holds_every_fault(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, with_date("2022-10"))
        checked(samples, json=tmp_path / "check.json")
        told = json.loads((tmp_path / "check.json").read_bytes())
        assert told["passed"] is False
        (fault,) = told["papers"][0]["faults"]
        assert fault["place"] == "recommendations[1].actions[1].due[1].edtf"
        assert told["fields"]["recommendations.actions.due.edtf"]["wrong"] == 1

    def test_markdown_sums_up_and_keeps_markup_out(self, tmp_path: Path) -> None:
        samples = folder(tmp_path, changed(title="<b>Plan</b> | *x*"))
        checked(samples, markdown=tmp_path / "check.md")
        text = (tmp_path / "check.md").read_text(encoding="utf-8")
        assert text.startswith("## council-papers check: failed")
        assert r"\<b\>Plan\</b\> \| \*x\*" in text


def test_the_samples_are_as_expected() -> None:
    result = checked(SAMPLES)
    assert [line for one in result.checks for line in one.faults] == []
    assert result.passed
