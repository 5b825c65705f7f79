"""What changed between two papers, or two runs: in words, with the words on either side."""

from __future__ import annotations

from collections.abc import Sequence

from extract.history.changes import Change, Run, changes_of_papers, changes_of_runs
from extract.reviews import card_of
from extract.schema import Paper
from tests.support.rounds import OTHER_PLAN, PLAN, SECOND_UPDATE, allotments, read_text


def run_of(papers: Sequence[Paper]) -> Run:
    return Run([card_of(paper) for paper in papers], {paper.paper_id: paper for paper in papers}.__getitem__)


def told(changes: Sequence[Change]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.kind, one.recommendation_ref, one.before, one.after) for one in changes]


def after(old: str, new: str) -> list[Change]:
    return changes_of_papers(read_text("old.md", PLAN), read_text("new.md", PLAN.replace(old, new)))


def test_a_paper_beside_itself_has_not_changed() -> None:
    plan = read_text("plan.md", PLAN)
    assert changes_of_papers(plan, plan) == []
    assert changes_of_runs(run_of(allotments()), run_of(allotments())) == []


def test_a_moved_date_says_by_how_many_days() -> None:
    (change,) = after("| September 2022 |", "| December 2022 |")
    assert told([change]) == [("moved_date", "1", "September 2022", "December 2022")]
    assert change.message == "the date of an action of recommendation 1 changed: 92 days later"
    assert [(quote.source_name, quote.text) for quote in change.evidence] == [
        ("old.md", "September 2022"),
        ("new.md", "December 2022"),
    ]


def test_a_date_that_is_written_otherwise_has_not_moved() -> None:
    assert after("| September 2022 |", "| Sept 2022 |") == []


def test_a_date_that_is_filled_in_has_nothing_before() -> None:
    assert told(after("untilled plots. | | |", "untilled plots. | | May 2023 |")) == [
        ("moved_date", "3", None, "May 2023")
    ]


def test_a_stage_printed_alone_has_not_moved() -> None:
    assert after("| 3 by March 2023 and 6 by March 2024 |", "| March 2023 |") == []


def test_a_changed_owner() -> None:
    assert told(after("Head of Property", "Head of Estates")) == [
        ("changed_owner", "2", "Head of Property", "Head of Estates")
    ]


def test_a_changed_status() -> None:
    old = read_text("old.md", SECOND_UPDATE)
    new = read_text("new.md", SECOND_UPDATE.replace("| On track |", "| Completed |"))
    assert told(changes_of_papers(old, new)) == [("changed_status", "2", "On track", "Completed")]


def test_reworded_text() -> None:
    changes = after("twice a year", "every quarter")
    assert [(one.kind, one.recommendation_ref) for one in changes] == [("reworded", "1")]


def test_what_is_new_and_what_is_gone() -> None:
    row = next(line for line in PLAN.splitlines() if line.startswith("| 3 |"))
    gone = after(row + "\n", "")
    assert told(gone)[0][:2] == ("gone", "3")
    new = changes_of_papers(read_text("old.md", PLAN.replace(row + "\n", "")), read_text("new.md", PLAN))
    assert told(new)[0][:2] == ("new", "3")
    assert len(gone) == len(new) == 1


def test_a_new_action_of_a_known_recommendation() -> None:
    row = next(line for line in PLAN.splitlines() if line.startswith("| 1 |"))
    more = f"{row}\n| | | Send it to the societies. | Ann Carr, Parks Manager | May 2023 |"
    (change,) = after(row, more)
    assert (change.kind, change.action_id, change.after) == (
        "new",
        "allotments/1/a2",
        "Send it to the societies.",
    )


def test_another_label_is_no_new_recommendation() -> None:
    assert after("| 4 | That the Cabinet", "| 7 | That the Cabinet") == []


def test_what_may_be_a_rewording_is_said() -> None:
    old = "| 4 | That the Cabinet Member reviews the rents of plots before the next budget."
    changes = after(old, "| 6 | That the Cabinet Member looks at rents of the plots before the new budget.")
    assert [one.message for one in changes] == [
        "recommendation 4 is gone; it may be recommendation 6, reworded",
        "recommendation 6 is new; it may be recommendation 4, reworded",
    ]


def test_a_run_with_a_later_round_is_compared_by_its_newest_papers() -> None:
    papers = allotments()
    changes = changes_of_runs(run_of(papers[:2]), run_of([*papers, read_text("litter.md", OTHER_PLAN)]))
    assert told(changes) == [
        ("moved_date", "1", "December 2022", "June 2023"),
        ("new", "1", None, "That more bins are emptied before noon at weekends."),
        ("new", "2", None, "That schools are offered a talk on litter by the wardens."),
    ]
