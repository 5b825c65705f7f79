"""The contract's rule of comparison, value by value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.check.align import aligned
from extract.check.compare import compare, likeness


def judged(expected: Any, found: Any) -> list[tuple[str, str]]:
    return [(one.verdict, one.place) for one in compare(expected, found)]


def faults(expected: Any, found: Any) -> list[tuple[str, str]]:
    return [one for one in judged(expected, found) if one[0] != "right"]


class TestValues:
    def test_only_what_is_expected_is_judged(self) -> None:
        assert judged({"title": "Plan"}, {"title": "Plan", "council": "Anytown"}) == [("right", "title")]

    def test_texts_are_folded(self) -> None:
        assert not faults({"text": "The Council's plan"}, {"text": "The  Council’s\nplan"})
        assert not faults({"text": "9th July"}, {"text": "9ᵗʰ July"})

    @pytest.mark.parametrize(
        ("expected", "found", "verdict"),
        [
            ("2022-04", "2022-05", "wrong"),
            ("2022-04", None, "missing"),
            ("evidence", "", "missing"),
            (None, "2022-04", "invented"),
            ("", "evidence", "invented"),
            (None, "", "wrong"),
            (5, "5", "wrong"),
            (True, False, "wrong"),
        ],
    )
    def test_what_is_not_right_has_a_name(self, expected: Any, found: Any, verdict: str) -> None:
        assert judged({"value": expected}, {"value": found}) == [(verdict, "value")]

    def test_case_counts(self) -> None:
        assert faults({"name": "Ann Carr"}, {"name": "ann carr"}) == [("wrong", "name")]


class TestAnyOf:
    def test_any_reading_will_do_at_any_depth(self) -> None:
        expected = {"due": {"any_of": [[{"edtf": "2022-04"}], [{"edtf": {"any_of": ["2022-05", None]}}]]}}
        for edtf in ("2022-04", "2022-05", None):
            assert not faults(expected, {"due": [{"edtf": edtf}]})
        assert faults(expected, {"due": [{"edtf": "2023"}]})

    def test_the_reading_that_fits_best_is_held_against(self) -> None:
        readings = {"any_of": [{"name": "Ann", "role": "Clerk"}, {"name": "Bob", "role": "Warden"}]}
        assert faults(readings, {"name": "Bob", "role": "Clerk II"}) == [("wrong", "role")]


class TestLists:
    def test_order_counts(self) -> None:
        assert faults({"papers": ["A", "B"]}, {"papers": ["B", "A"]})

    def test_a_missing_element_costs_its_own_values_only(self) -> None:
        expected = {
            "recommendations": [{"ref": "1", "text": "One."}, {"ref": "2", "text": "Two."}, {"ref": "3"}]
        }
        found = {"recommendations": [{"ref": "1", "text": "One."}, {"ref": "3"}]}
        assert faults(expected, found) == [
            ("missing", "recommendations[2].ref"),
            ("missing", "recommendations[2].text"),
        ]

    def test_an_invented_element_is_told_by_what_was_found(self) -> None:
        expected = {"due": [{"edtf": "2022-04", "role": "deadline"}]}
        found = {"due": [{"edtf": "2021", "role": "start"}, {"edtf": "2022-04", "role": "deadline"}]}
        assert faults(expected, found) == [("invented", "due[1].edtf"), ("invented", "due[1].role")]

    def test_an_empty_list_expects_nothing(self) -> None:
        assert faults({"officers": []}, {"officers": [{"name": "Ann"}]}) == [("invented", "officers[1].name")]
        assert not faults({"officers": []}, {"officers": []})

    def test_of_findings_more_may_occur(self) -> None:
        found = {"findings": [{"code": "ref-gap"}, {"code": "missing-due", "recommendation_ref": "3"}]}
        assert not faults({"findings": [{"code": "missing-due"}]}, found)
        assert faults({"findings": [{"code": "missing-due", "recommendation_ref": "4"}]}, found) == [
            ("missing", "findings[1]")
        ]

    def test_a_field_is_named_without_places(self) -> None:
        (one,) = compare({"a": [{"b": [{"c": 1}]}]}, {"a": [{"b": [{"c": 1}]}]})
        assert one.field == "a.b.c"


@given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_an_alignment_holds_each_element_once_and_in_order(expected: list[str], found: list[str]) -> None:
    pairs = list(aligned(expected, found, likeness))
    assert [one for one, _ in pairs if one is not None] == list(range(len(expected)))
    assert [other for _, other in pairs if other is not None] == list(range(len(found)))


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8), st.data())
def test_where_one_element_is_missing_all_others_find_their_own(
    values: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(values) - 1))
    pairs = list(aligned(values, values[:gone] + values[gone + 1 :], likeness))
    assert sum(other is None for _, other in pairs) == 1
    found = values[:gone] + values[gone + 1 :]
    assert all(values[one] == found[other] for one, other in pairs if one is not None and other is not None)


@given(st.lists(st.sampled_from("abcd"), max_size=8))
def test_a_list_is_paired_with_itself(values: list[str]) -> None:
    assert list(aligned(values, values, likeness)) == [(at, at) for at in range(len(values))]
