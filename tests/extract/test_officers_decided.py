"""The file of officers: what the user decides of who is one officer and who is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.across.decisions import Decisions, read_decisions
from extract.across.officers import resolve_officers
from extract.errors import BrokenOfficersFile
from tests.support.officer_papers import ANYTOWN, OTHERTON, plan, proposed, who


def test_the_line_of_a_finding_settles_it(tmp_path: Path) -> None:
    papers = [plan("Ann Clark", name="a"), plan("Ann Clarke", name="b")]
    (message,) = proposed(*papers)
    line = message[message.index("{ council") : message.rindex(" }") + 2]
    for key, count in (("same", 1), ("different", 2)):
        file = tmp_path / "officers.toml"
        file.write_text(f"{key} = [\n  {line},\n]\n", encoding="utf-8")
        across = resolve_officers(papers, read_decisions(file))
        assert (len(across.officers), across.findings) == (count, ())


def test_the_user_joins_what_nothing_else_would() -> None:
    papers = [
        plan("Ann Clark", "post: Revs and Bens", name="a"),
        plan("ANN CLARKE", "post: Revenues", name="b"),
    ]
    same = [{"names": ["Ann Clark", "Ann Clarke"]}, {"names": ["Revs and Bens", "Revenues"]}]
    across = resolve_officers(papers, Decisions.model_validate({"same": same}))
    assert [found.papers for found in across.officers] == [("a", "b"), ("a", "b")]


def test_the_user_joins_officers_of_two_councils() -> None:
    papers = [
        plan("Jane Ash"),
        plan("Jane Ash", council=OTHERTON),
        plan("Jane Ash", council="Thirdham Council"),
    ]
    same = [{"council": [ANYTOWN, "City of Otherton"], "names": ["Jane Ash"]}]
    assert len(who(*papers, decisions={"same": same})) == 2
    assert len(who(*papers, decisions={"same": [{"names": ["Jane Ash", "J Ash"]}]})) == 3


def test_the_user_keeps_namesakes_apart() -> None:
    papers = [
        plan("Ann Lee, Clerk", name="a"),
        plan("Ann Lee, Engineer", name="b"),
        plan("Ann Lee, Tree Officer", name="c"),
        plan("Ann Lee", name="d"),
    ]
    different = [{"council": ANYTOWN, "names": ["Ann Lee, Clerk", "Ann Lee, Engineer"]}]
    assert who(*papers) == [("Ann Lee",)]
    assert len(who(*papers, decisions={"different": different})) == 4
    different[0]["council"] = OTHERTON
    assert who(*papers, decisions={"different": different}) == [("Ann Lee",)]


def test_what_is_forbidden_holds_through_a_third_form() -> None:
    papers = [plan("C White, Clerk", "Catherine White, Clerk", "Cathryn White, Clerk")]
    different = [{"names": ["Catherine White", "Cathryn White"]}]
    found = who(*papers, decisions={"different": different})
    assert not any({"Catherine White", "Cathryn White"} <= set(forms) for forms in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same = [", "officers.toml: "),
        ("same = 1", "same"),
        ("joined = []", "joined"),
        ('different = [{ names = ["Jane Ash"] }]', "name two forms"),
        ('same = [{ names = ["Jane Ash", "JANE ASH"] }]', "one name twice"),
        ('same = [{ names = ["Jane Ash", " "] }]', "blank"),
        (
            'same = [{ names = ["A Lee", "Ann Lee"] }]\ndifferent = [{ names = ["Ann Lee", "A Lee"] }]',
            "both hold",
        ),
    ],
)
def test_a_broken_file_is_a_named_error(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "officers.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenOfficersFile, match=r"officers\.toml") as raised:
        read_decisions(file)
    assert said in str(raised.value)


def test_a_file_that_is_not_there_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenOfficersFile, match="No such file"):
        read_decisions(tmp_path / "officers.toml")


def test_a_confirmed_surname_keeps_the_forms_of_both() -> None:
    papers = [
        plan("Jane Smith", "J Smith, Clerk", "Jane Poole, Clerk", "J Poole, Clerk", "Jane Smith, Clerk")
    ]
    assert len(who(*papers)) == 2
    assert len(who(*papers, decisions={"same": [{"names": ["Jane Smith", "Jane Poole"]}]})) == 1
