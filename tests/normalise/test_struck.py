"""Words struck through: what the paper gave up is not read as what it says."""

from __future__ import annotations

from tests.support.reading import found, paper, records

HEADER = "| Ref | Recommendation | Action | Lead | Due | Status |\n|---|---|---|---|---|---|\n"
FIRST = "| 1 | That the pond is kept. | Keep it. | Ann Osei | May 2023 | Complete |\n"
LAST = "| 3 | That trees are planted. | Plant them. | Ann Osei | June 2023 | On track |\n"


def one(row: str) -> str:
    return HEADER + FIRST + row + "\n" + LAST


def test_a_row_struck_through_is_no_record() -> None:
    row = "| ~~2~~ | ~~That a warden is appointed.~~ | ~~Advertise.~~ | ~~Bo Li~~ | ~~May 2023~~ | ~~Late~~ |"
    made = paper(one(row))
    assert [each.ref for each in made.recommendations] == ["1", "3"]
    assert {"struck-text"} <= {each.code for each in made.findings}
    assert made.accounting.unplaced == []


def test_so_is_one_whose_reference_was_left() -> None:
    row = "| 2 | ~~That a warden is appointed.~~ | ~~Advertise.~~ | ~~Bo Li~~ | ~~May 2023~~ | |"
    assert [each.ref for each in records(one(row))] == ["1", "3"]


def test_words_that_were_replaced_are_in_no_field() -> None:
    row = (
        "| 2 | That a ~~warden~~ ranger is appointed. | ~~Advertise.~~ Ask the county. "
        "| ~~Bo Li~~ Cy Dee | May 2023 | ~~Late~~ On track |"
    )
    made = paper(one(row))
    (action,) = made.recommendations[1].actions
    assert made.recommendations[1].text == "That a ranger is appointed."
    assert action.text == "Ask the county."
    assert [each.name for each in action.officers] == ["Cy Dee"]
    assert action.status
    assert action.status.status == "on_track"
    assert [each.message for each in found(made, "struck-text")] == [
        f"struck through in the paper: “{words}”" for words in ("warden", "Advertise.", "Bo Li", "Late")
    ]


def test_an_owner_struck_out_without_another_is_none() -> None:
    row = "| 2 | That a ranger is appointed. | Ask the county. | ~~Bo Li~~ | May 2023 | On track |"
    (action,) = records(one(row))[1].actions
    assert action.officers == []


def test_a_date_that_was_moved_stays_as_such() -> None:
    row = "| 2 | That a ranger is appointed. | Ask. | Bo Li | ~~by 30 April 2023~~ May 2023 | On track |"
    (action,) = records(one(row))[1].actions
    assert [(each.edtf, each.role) for each in action.due] == [
        ("2023-04-30", "superseded"),
        ("2023-05", "deadline"),
    ]


def test_a_recommendation_beside_which_it_says_withdrawn_is_kept() -> None:
    row = "| 2 | ~~That a warden is appointed for the park.~~ | ~~Advertise.~~ | Bo Li | | Withdrawn |"
    made = paper(one(row))
    assert made.recommendations[1].text == "That a warden is appointed for the park."
    assert "That a warden is appointed for the park." in found(made, "struck-text")[0].message


def test_where_most_is_struck_the_lines_mean_something_else() -> None:
    printed = one("| 2 | That a ranger is appointed. | Ask. | Bo Li | May 2023 | On track |")
    lines = [
        "| " + " | ".join(f"~~{cell.strip()}~~" for cell in line.strip("|").split("|")) + " |"
        if line[2:3].isdecimal()
        else line
        for line in printed.splitlines()
    ]
    assert [each.ref for each in records("\n".join(lines))] == ["1", "2", "3"]


def test_prose_keeps_its_words() -> None:
    made = paper(f"# Action Plan\n\nThe Board ~~noted~~ agreed the plan.\n\n{HEADER}{FIRST}{LAST}")
    assert found(made, "struck-text")[0].message == "struck through in the paper: “noted”"
    assert "noted agreed" in made.model_dump_json()
