"""The ledgers of a review that is followed over a year, each row as a reader of the papers would write it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extract.across.results import PaperFinding
from extract.history.build import history_of
from extract.history.model import History
from extract.history.recycled import repeat_of
from extract.history.targets import counting_sentences
from extract.reviews import card_of
from extract.schema import Paper, Record
from tests.support.rounds import FIRST_UPDATE, OTHER_PLAN, PLAN, PRINTED, SECOND_UPDATE, allotments, read_text


def told(papers: list[Paper], as_of: date | None = None) -> tuple[History, list[PaperFinding]]:
    by_id = {paper.paper_id: paper for paper in papers}
    return history_of([card_of(paper) for paper in papers], by_id.__getitem__, as_of)


@pytest.fixture(scope="module")
def history() -> History:
    return told([*allotments(), read_text("litter.md", OTHER_PLAN)])[0]


def of(rows: list[Any], recommendation_id: str) -> list[Any]:
    return [row for row in rows if row.recommendation_id == recommendation_id]


def facts(row: Record, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


class TestToday:
    def test_is_the_newest_meeting_unless_it_is_given(self, history: History) -> None:
        assert facts(history.as_of, "date", "basis") == (date(2023, 3, 6), "meeting_date")
        given, _ = told(allotments(), date(2024, 1, 31))
        assert facts(given.as_of, "date", "basis") == (date(2024, 1, 31), "given")

    def test_is_the_newest_round_where_that_is_newer(self) -> None:
        dated = SECOND_UPDATE.replace("| Progress |", "| Progress (May 2023) |").replace(
            "Date of meeting: 6 March 2023\n", ""
        )
        history, _ = told([read_text("a.md", dated)])
        assert facts(history.as_of, "date", "basis") == (date(2023, 5, 31), "progress_period")

    def test_is_unknown_where_no_paper_says_a_day(self) -> None:
        silent = PLAN.replace("Date of meeting: 14 March 2022\n", "")
        history, _ = told([read_text("a.md", silent)])
        assert facts(history.as_of, "date", "basis") == (None, "none")
        assert {row.overdue for row in history.slippage} == {None}


class TestRecommendations:
    def test_each_stands_once_with_its_papers(self, history: History) -> None:
        assert [(row.recommendation_id, len(row.papers)) for row in history.recommendations] == [
            ("allotments/1", 3),
            ("allotments/2", 3),
            ("allotments/3", 1),
            ("allotments/4", 2),
            ("litter/1", 1),
            ("litter/2", 1),
        ]

    def test_the_newest_status_is_told(self, history: History) -> None:
        assert [row.latest_status for row in history.recommendations] == [
            "delayed",
            "on_track",
            None,
            "completed",
            None,
            None,
        ]

    def test_two_threads_that_print_one_id_have_two(self) -> None:
        another = FIRST_UPDATE.replace(
            "That the Council publishes the waiting list for each allotment site twice each year.",
            "That a handbook for new plot holders is printed and given to each of them.",
        ).replace("Publish the list of every site on the website.", "Print a handbook of 20 pages.")
        plan, update = read_text("plan.md", PLAN), read_text("update.md", another)
        history, _ = told([plan, update])
        ids = [row.recommendation_id for row in history.recommendations]
        assert len(ids) == len(set(ids))
        assert {"allotments/1", f"{update.paper_id}/1"} <= set(ids)


class TestLinks:
    def test_each_carries_its_evidence_and_score(self, history: History) -> None:
        first, second, _ = (row for row in of(history.links, "allotments/1") if row.action_id is None)
        assert facts(first, "earlier_paper_id", "similarity", "evidence") == (None, None, None)
        assert facts(second, "earlier_paper_id", "printed_id", "evidence") == (
            first.paper_id,
            "allotments/1",
            "same_text",
        )
        assert 97 < second.similarity < 100  # "twice a year" became "twice each year"

    def test_what_is_doubtful_is_a_finding_and_no_link(self) -> None:
        reworded = FIRST_UPDATE.replace(
            "| 4 | That the Cabinet Member reviews the rents of plots before the next budget.",
            "| 6 | That the Cabinet Member looks at rents of the plots before the new budget.",
        )
        history, findings = told([read_text("plan.md", PLAN), read_text("update.md", reworded)])
        assert len(of(history.recommendations, "allotments/4")[0].papers) == 1
        assert [(one.finding.code, one.finding.recommendation_ref) for one in findings] == [
            ("possible-link", "6")
        ]

    def test_a_doubtful_action_is_a_finding_too(self) -> None:
        row = next(line for line in PLAN.splitlines() if line.startswith("| 2 |"))
        told_them = "Tell the society of each site in writing where its new standpipe will be."
        more = f"{row}\n| | | {told_them} | Ann Carr | |"
        plan = PLAN.replace(row, more)
        update = plan.replace("14 March 2022", "3 May 2022")
        update = update.replace(
            told_them,
            "Tell the societies of the sites in writing where their new standpipes are to be.",
        )
        history, findings = told([read_text("plan.md", plan), read_text("update.md", update)])
        assert [(one.finding.code, one.finding.field) for one in findings] == [("possible-link", "action_id")]
        assert len(of(history.recommendations, "allotments/2")) == 1

    def test_one_paper_in_two_files_is_counted_once(self) -> None:
        papers = [*allotments(), read_text("copy.md", PLAN.replace("| 1 | That", "| 1 |  That"))]
        history, findings = told(papers)
        assert [one.finding.code for one in findings] == ["copy-of"]
        assert len(history.slippage) == 3
        assert len(history.recommendations[0].papers) == 4


class TestSlippage:
    def test_every_date_that_was_given_is_kept(self, history: History) -> None:
        (row,) = of(history.slippage, "allotments/1")
        assert row.dates == ["2022-09", "2022-12", "2023-06"]
        assert facts(row, "original_due", "current_due", "revisions", "days_slipped") == (
            "2022-09",
            "2023-06",
            2,
            273,  # 30 September 2022 to 30 June 2023
        )

    def test_a_revised_date_does_not_hide_an_overdue_one(self, history: History) -> None:
        (row,) = of(history.slippage, "allotments/1")
        assert facts(row, "overdue", "days_overdue") == (False, 0)
        assert row.days_overdue_original == 157  # 30 September 2022 to 6 March 2023

    def test_overdue_by_its_current_date(self) -> None:
        history, _ = told(allotments(), date(2023, 8, 1))
        (row,) = of(history.slippage, "allotments/1")
        assert facts(row, "overdue", "days_overdue", "days_overdue_original") == (True, 32, 305)

    def test_what_is_done_is_not_overdue(self, history: History) -> None:
        (row,) = of(history.slippage, "allotments/4")
        assert facts(row, "status", "overdue", "days_overdue", "days_overdue_original") == (
            "completed",
            False,
            None,
            None,
        )

    def test_a_stage_printed_alone_is_no_change(self, history: History) -> None:
        (row,) = of(history.slippage, "allotments/2")
        assert facts(row, "current_due", "revisions") == ("2024-03", 0)

    def test_each_date_has_its_words_and_place(self, history: History) -> None:
        (row,) = of(history.slippage, "allotments/1")
        assert [(quote.source_name, quote.text) for quote in row.evidence] == [
            ("allotments-plan.md", "September 2022"),
            ("allotments-update-1.md", "December 2022"),
            ("allotments-update-2.md", "June 2023"),
        ]
        assert all(quote.location and quote.location.line for quote in row.evidence)


class TestRecycled:
    def test_a_repeated_update_is_told_with_the_words_that_changed(self, history: History) -> None:
        (row,) = history.recycled
        assert facts(row, "recommendation_id", "removed", "added") == ("allotments/1", ["11"], ["14"])
        assert [quote.source_name for quote in row.evidence] == [
            "allotments-update-1.md",
            "allotments-update-2.md",
        ]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("Complete.", "Complete."),
            (
                "The contract was let in July to a firm from Hull.",
                "Work began in May and ends in June this year.",
            ),
            (
                "The working group met in May.",
                "The working group met in May. It agreed the routes, ordered 40 signs and told six parishes.",
            ),
        ],
    )
    def test_what_says_something_new_is_no_repeat(self, before: str, after: str) -> None:
        assert repeat_of(before, after) is None


class TestSilence:
    def test_what_never_comes_back_is_told(self, history: History) -> None:
        assert [facts(row, "recommendation_id", "last_status", "days_silent") for row in history.silence] == [
            ("allotments/3", None, 357),  # 14 March 2022 to 6 March 2023
            ("allotments/4", "completed", 147),  # 10 October 2022 to 6 March 2023
        ]
        assert [len(row.later_papers) for row in history.silence] == [2, 1]

    def test_another_review_is_no_later_paper(self, history: History) -> None:
        assert not of(history.silence, "litter/1")


class TestTargets:
    def test_a_counted_target_stands_beside_the_numbers_of_later_rounds(self, history: History) -> None:
        rows = [
            facts(row, "target", "quantity", "due", "period", "numbers", "quote") for row in history.targets
        ]
        assert rows[:2] == [
            ("3", 3, "2023-03", "2022-10-10", ["2"], "Standpipes are in at 2 sites."),
            (
                "3",
                3,
                "2023-03",
                "2023-03-06",
                ["4", "£18,500"],
                "Standpipes are in at 4 sites, at a cost of £18,500.",
            ),
        ]

    def test_a_target_that_nothing_answers_stands_alone(self) -> None:
        history, _ = told([read_text("plan.md", PLAN)])
        assert [facts(row, "quantity", "period", "quote") for row in history.targets] == [
            (3, None, ""),
            (6, None, ""),
        ]

    def test_dates_are_no_numbers_of_evidence(self) -> None:
        text = "Let in July 2022. Since 3 May 2022 there are 12.5% more, or 1,250 in all; a fifth by 2024."
        assert list(counting_sentences(text)) == [
            ("Since 3 May 2022 there are 12.5% more, or 1,250 in all;", ["12.5%", "1,250"])
        ]


class TestGaps:
    def test_what_no_paper_gives_is_told(self, history: History) -> None:
        assert [facts(row, "recommendation_id", "gap") for row in history.gaps] == [
            ("allotments/3", "missing_owner"),
            ("allotments/3", "missing_date"),
            ("allotments/4", "past_when_agreed"),
        ]

    def test_a_date_that_was_past_is_quoted_beside_its_action(self, history: History) -> None:
        *_, past = history.gaps
        action, date = (quote.text for quote in past.evidence)
        assert f"| {action} |" in PRINTED[past.evidence[0].source_name]
        assert past.message.startswith(f"“{date}” was past")

    def test_an_owner_in_a_later_paper_fills_the_gap(self) -> None:
        later = FIRST_UPDATE.replace(
            "| 4 | That",
            "| 3 | That plots left untilled for a year are offered to the next person in line. "
            "| Write to holders of untilled plots. | Senior Warden | | June 2023 | | |\n| 4 | That",
        )
        history, _ = told([read_text("plan.md", PLAN), read_text("update.md", later)])
        assert not of(history.gaps, "allotments/3")


class TestStatuses:
    def test_each_round_says_how_things_stood(self, history: History) -> None:
        assert [facts(row, "period", "status") for row in of(history.statuses, "allotments/1")] == [
            ("2022-10-10", "delayed"),
            ("2023-03-06", "delayed"),
        ]


def test_every_row_quotes_words_that_its_paper_prints(history: History) -> None:
    rows: list[Any] = [
        *history.slippage,
        *history.recycled,
        *history.silence,
        *history.targets,
        *history.gaps,
        *history.statuses,
    ]
    quotes = [quote for row in rows for quote in row.evidence]
    assert len(quotes) > 20
    for quote in quotes:
        assert quote.text in PRINTED[quote.source_name]


def test_the_order_of_papers_changes_nothing() -> None:
    papers = [*allotments(), read_text("litter.md", OTHER_PLAN)]
    assert told(papers) == told(papers[::-1])
