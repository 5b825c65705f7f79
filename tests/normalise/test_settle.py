"""Ambiguous labels: the values decide, each both ways (survey of papers, Ambiguous labels)."""

from __future__ import annotations

import pytest

from normalise.elements import RecordTable
from tests.support.reading import document

RECS = ("That bins are emptied weekly.", "That trees are planted near schools.", "That fines are raised.")
ACTS = ("Tell the crews of the new rounds.", "Order the trees and plant them.", "Report to Cabinet in May.")
LEADS = ("Ann Osei", "Head of Parks", "Tunde Okoro")
NARRATIVE = (
    "The crews were told in March and the new rounds began in the first week of April.",
    "Two hundred trees were ordered from the nursery and half of them have been planted.",
    "A report was taken to Cabinet and members asked for more figures on the cost of it.",
)


def role_of(label: str, values: tuple[str, ...], *others: tuple[str, tuple[str, ...]]) -> str:
    """Read a table of three rows; return the role of the column of that label."""
    columns = [*others[:1], (label, values), *others[1:]]
    rows = [[name for name, _ in columns], ["---"] * len(columns)]
    rows += [[cells[at] for _, cells in columns] for at in range(3)]
    printed = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    (table,) = (one for one in document(printed).elements if isinstance(one, RecordTable))
    return next(column.role.value for column in table.columns if column.label == label)


REC, ACT, LEAD = ("Recommendation", RECS), ("Action", ACTS), ("Lead Officer", LEADS)
WHEN = ("Due Date", ("May 2023", "June 2023", "July 2023"))
REF = ("Ref", ("1", "2", "3"))

CASES = {
    "Action over references": ("Action", ("1", "2", "3"), (REC, ("Progress", NARRATIVE)), "ref"),
    "Action over owners": ("Action", LEADS, (REC, ("Progress", NARRATIVE)), "officer"),
    "Action over what is done": ("Action", ACTS, (REC, LEAD), "action"),
    "Action over what the council should do": (
        "Action",
        (
            "The Council should empty bins weekly.",
            "The Council should plant trees.",
            "The Council should act.",
        ),
        (REF, ("Actions taken or planned", NARRATIVE), ("Proposed actions", ACTS)),
        "recommendation",
    ),
    "Status over status words": ("Status", ("Complete", "On track", "Not started"), (REC, LEAD), "status"),
    "Status over a narrative": ("Status", NARRATIVE, (REC, LEAD), "progress"),
    "Status over colours": ("Status", ("Red", "Amber", "Green"), (REC, LEAD), "rag"),
    "Status over words and narrative": (
        "Status",
        tuple(f"Started – {one}" for one in NARRATIVE),
        (REC, LEAD),
        "status",
    ),
    "Target over dates, one of them not applicable": (
        "Target",
        ("30/09/23", "N/A", "Q1 2024/25"),
        (REC, LEAD),
        "due",
    ),
    "Completed over dates": ("Completed", ("May 2023", "June 2023", "3 July 2023"), (REC, ACT), "completed"),
    "Completed over progress": ("Completed", NARRATIVE, (REC, ACT), "progress"),
    "Completed over yes and no": (
        "Completed",
        ("Complete", "Not complete", "Complete"),
        (REC, ACT),
        "status",
    ),
    "Date alone": ("Date", ("May 2023", "June 2023", "July 2023"), (REC, LEAD), "due"),
    "Date before a due date": (
        "Date",
        ("1 May 2023", "1 May 2023", "1 May 2023"),
        (REF, REC, ACT, WHEN),
        "decision_date",
    ),
    "Outcome over status words": ("Outcome", ("Pending", "Actioned", "Actioned"), (REC, LEAD), "status"),
    "Outcome over what is to come": (
        "Outcome",
        ("Cleaner streets.", "More shade.", "Less litter."),
        (REC, ACT, LEAD),
        "measure",
    ),
    "Response over decisions": ("Response", ("Accepted", "Rejected", "Noted"), (REC, LEAD), "decision"),
    "Response over what is done": ("Response", ACTS, (REC, LEAD), "action"),
    "Scrutiny comments": ("Scrutiny comments", NARRATIVE, (REC, ACT), "scrutiny_comments"),
    "Progress indicator over colours": ("Progress indicator", ("Red", "Amber", "Green"), (REC, LEAD), "rag"),
    "Progress over status words": ("Progress", ("Complete", "On track", "Delayed"), (REC, LEAD), "status"),
    "Progress over colours": ("Progress", ("Red", "Amber", "Green"), (REC, LEAD), "rag"),
    "Action no. over numbers": ("Action no.", ("1", "2", "3"), (ACT, LEAD), "ref"),
    "Action no. beside recommendations": ("Action no.", ("1", "2", "3"), (REC, ACT, LEAD), "action_ref"),
    "Progress over a narrative": ("Progress", NARRATIVE, (REC, LEAD), "progress"),
    "Timescale over dates": ("Timescale", ("May 2023", "Ongoing", "Summer 2023"), (REC, ACT), "due"),
    "Rating over colours": ("Rating", ("Red", "Amber", "Green"), (REC, ACT, LEAD), "rag"),
    "Rating over priorities": ("Rating", ("High", "Medium", "Low"), (REC, ACT, LEAD), "priority"),
    "Priority over colours": ("Priority", ("Red", "Amber", "Green"), (REC, ACT, LEAD), "priority"),
    "By over dates": ("By", ("May 2023", "June 2023", "July 2023"), (REC, ACT, LEAD), "due"),
    "By over names": ("By", LEADS, (REC, ACT), "officer"),
    "Target over dates": ("Target", ("May 2023", "June 2023", "July 2023"), (REC, ACT, LEAD), "due"),
    "Reference over sentences": ("Reference", NARRATIVE, (ACT, LEAD), "recommendation"),
    "an unknown label over dates": (
        "Dyddiad",
        ("May 2023", "June 2023", "July 2023"),
        (REC, ACT, LEAD),
        "due",
    ),
    "an unknown label over owners": ("Swyddog", LEADS, (REC, ACT), "officer"),
    "an unknown label over status words": (
        "Cyflwr",
        ("Complete", "On track", "Delayed"),
        (REC, ACT, LEAD),
        "status",
    ),
    "an unknown label over sentences": ("Gweithred", NARRATIVE, (REC, LEAD), "action"),
    "an unknown label over nothing known": (
        "Ward",
        ("Northgate", "Eastgate", "Westgate"),
        (REC, ACT, LEAD, WHEN),
        "extra",
    ),
    "an outcome that is reported": (
        "Outcome",
        ("Letters were sent.", "The fence has been mended.", "Two bids have come in."),
        (REC, ACT, LEAD),
        "progress",
    ),
    "an outcome that is hoped for": (
        "Outcome",
        ("Fewer complaints.", "Halls full at weekends.", "More people trained in first aid."),
        (REC, ACT, LEAD),
        "measure",
    ),
    "a decision where nothing was proposed": ("Decision", NARRATIVE, (LEAD, WHEN), "recommendation"),
    "a decision beside a recommendation": (
        "Decision",
        ("Agreed", "Not agreed", "Noted"),
        (REC, LEAD),
        "decision",
    ),
    "a label of choices over the word that holds": (
        "Agreed / Noted / Rejected",
        ("Agreed", "Rejected", "Noted"),
        (REC, LEAD),
        "decision",
    ),
    "a response that brings updates": ("Response and updates", NARRATIVE, (REC, LEAD), "progress"),
    "an unknown label left of the matter over places": (
        "Stretch",
        ("Castle Street", "Mill Meadow", "Abbey Green"),
        (REF, REC, WHEN),
        "extra",
    ),
    "an unknown label left of the matter over dates": (
        "Inspected",
        ("Jan 2020", "Feb 2020", "Nov 2020"),
        (REF, REC, LEAD),
        "extra",
    ),
    "a review over names": ("Review", ("Car parks", "Car parks", "Leisure"), (REF, REC, ACT), "theme"),
    "a review over dates": ("Review", ("May 2023", "June 2023", "July 2023"), (REC, ACT, LEAD), "due"),
    "an explanation beside a decision": (
        "Explanation",
        NARRATIVE,
        (REC, ("Decision", ("Accepted", "Rejected", "Noted"))),
        "reason",
    ),
    "an explanation beside a grade": (
        "Explanation",
        NARRATIVE,
        (REC, ("Status", ("Complete", "On track", "Delayed"))),
        "explanation",
    ),
    "Category over levels": ("Category", ("High", "Low", "Medium"), (REC, ACT, LEAD), "priority"),
    "Category over subjects": ("Category", ("Parks", "Pools", "Homes"), (REC, ACT, LEAD), "theme"),
    "Agenda item over numbers": ("Agenda item", ("7", "8.1", "9"), (REC, LEAD), "ref"),
    "Action over statuses": (
        "Action",
        ("Done", "Ongoing", "Not started"),
        (REC, ("Proposal", ACTS)),
        "status",
    ),
    "Monitoring over a narrative": ("Monitoring", NARRATIVE, (REC, ACT, LEAD), "extra"),
    "Monitoring over names": ("Monitoring", LEADS, (REC, ACT), "support"),
    "a period over colours": ("June 2023", ("Red", "Amber", "Green"), (REC, ACT, LEAD), "rag"),
    "a period over statuses": ("June 2023", ("Complete", "On track", "Delayed"), (REC, ACT, LEAD), "status"),
    "a period over what was done": ("June 2023", NARRATIVE, (REC, ACT, LEAD), "progress"),
    "a period over ticks": ("June 2023", ("x", "x", "x"), (REC, ACT, LEAD), "period"),
    "a quarter over ticks": ("Q2", ("✓", "✓", "✓"), (REC, ACT, LEAD), "period"),
    "a period over money": ("2023/24", ("£300", "£200", "£100"), (REC, ACT, LEAD), "extra"),
    "an unknown label over decisions": ("Zorb", ("Agreed", "Rejected", "Agreed"), (REC, LEAD), "decision"),
    "a second unknown column of dates": (
        "Zorb",
        ("May 2023", "June 2023", "July 2023"),
        (REC, ACT, LEAD, WHEN),
        "extra",
    ),
}


@pytest.mark.parametrize(("label", "values", "others", "role"), CASES.values(), ids=CASES)
def test_the_values_decide(
    label: str, values: tuple[str, ...], others: tuple[tuple[str, tuple[str, ...]], ...], role: str
) -> None:
    assert role_of(label, values, *others) == role


def test_of_two_reference_columns_the_one_that_numbers_each_row() -> None:
    refs, minutes = ("No.", ("212", "213", "214")), ("Minute", ("38/23", "38/23", "41/23"))
    assert role_of("No.", refs[1], minutes, ACT, LEAD) == "ref"
    assert role_of("Minute", minutes[1], refs, ACT, LEAD) == "extra"


def test_reference_columns_that_number_together_stay_two() -> None:
    items, points = ("Item", ("4", "4", "5")), ("No.", ("1", "2", "1"))
    assert role_of("Item", items[1], points, ACT, LEAD) == "ref"
    assert role_of("No.", points[1], items, ACT, LEAD) == "ref"


def test_outcomes_that_open_with_a_status_report() -> None:
    told = (
        "Complete – it went to Cabinet in March and members agreed to it.",
        "Letter with the Minister.",
        "Not yet due, and awaiting the new guidance from Government on the matter.",
    )
    assert role_of("Outcome", told, ACT, LEAD) == "progress"
    wanted = ("Fewer complaints each month.", "All crews know the rounds.", "Completed forms from each ward.")
    assert role_of("Outcome", wanted, ACT, LEAD) == "measure"


def test_small_tables_of_one_header_agree_on_their_columns() -> None:
    header = "| Action | Lead | Outcome |\n|---|---|---|\n"
    printed = (
        f"Meeting of 1 May 2023\n\n{header}| Write to Cadw. | Ann Osei | Complete |\n"
        "| Ask Cadw. | Ann Osei | Closed |\n\n"
        f"Meeting of 3 July 2023\n\n{header}| Meet Cadw. | Ann Osei | Cadw will visit us |\n"
    )
    tables = [one for one in document(printed).elements if isinstance(one, RecordTable)]
    assert len({tuple(column.role for column in table.columns) for table in tables}) == 1


def test_of_two_recommendation_columns_the_one_that_says_so() -> None:
    others = (("Resolution", RECS), ("Recommendation", tuple(f"{one} Soon." for one in RECS)), LEAD)
    assert role_of("Recommendation", others[1][1], others[0], LEAD, WHEN) == "recommendation"
    assert role_of("Resolution", RECS, others[1], LEAD, WHEN) != "recommendation"


def test_of_two_action_columns_the_first() -> None:
    later = ("Tell them again.", "Water the trees.", "Report once more.")
    assert role_of("Actions required", later, ACT, LEAD, WHEN) == "extra"
    assert role_of("Action", ACTS, REF, ("Actions required", later), LEAD, WHEN) == "action"


def test_columns_of_periods_that_report_are_rounds() -> None:
    told = ("The crews were told.", "Trees were ordered.", "A report was made.")
    status = ("Status", ("Complete", "On track", "Not started"))
    assert role_of("May 2023", told, ACT, LEAD, status, ("June 2023", told)) == "progress"


def test_owners_behind_a_label_that_is_not_known() -> None:
    streets = ("Mill Lane", "High Street", "The Green")
    assert role_of("Person", LEADS, ("Street", streets), ACT, WHEN) == "officer"
