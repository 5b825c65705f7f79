"""What is said of columns that values named, of parts without a header and of cells that a copy lost."""

from __future__ import annotations

import pytest

from tests.support.reading import found, paper

TITLE = "Action Plan: Review of Ponds\n\n"
ROWS = (
    "1 | That ponds are fenced near the school. | Order the fences and put them up. | Ann Osei | May 2024",
    "2 | That ponds are cleaned every winter. | Hire a digger each January. | Head of Parks | June 2024",
    "3 | That a pond be dug at each school that asks. | Write to all the schools. | Tunde Okoro | July 2024",
)
HEADER = "Ref | Recommendation | Action | Lead | Due"


def printed(*rows: str) -> str:
    return "".join(f"| {row} |\n" for row in rows) + "\n"


def test_a_table_without_a_header_is_read_by_its_values_and_says_so() -> None:
    made = paper(TITLE + printed(*ROWS))
    assert [one.ref for one in made.recommendations] == ["1", "2", "3"]
    assert [one.actions[0].due[0].edtf for one in made.recommendations] == ["2024-05", "2024-06", "2024-07"]
    (finding,) = found(made, "inferred-columns")
    assert finding.severity == "warning"
    for said in (
        "no header",
        "column 1 is ref (100%)",
        "column 2 is recommendation (100%)",
        "column 5 is due",
    ):
        assert said in finding.message


def test_labels_that_nobody_knows_are_read_by_their_values_and_named() -> None:
    made = paper(TITLE + printed("Zif | Barvo | Quell | Dorrim | Esper", *ROWS))
    assert made.recommendations[0].text == "That ponds are fenced near the school."
    (finding,) = found(made, "inferred-columns")
    assert "“Dorrim” is officer (100%)" in finding.message


def test_known_labels_need_no_word() -> None:
    made = paper(TITLE + printed(HEADER, *ROWS))
    assert {one.code for one in made.findings} == set()


def test_a_part_without_a_header_says_whose_columns_it_took() -> None:
    made = paper(TITLE + printed(HEADER, ROWS[0]) + TITLE + printed(*ROWS[1:]))
    assert [one.ref for one in made.recommendations] == ["1", "2", "3"]
    (finding,) = found(made, "carried-columns")
    assert (finding.severity, finding.location.line if finding.location else None) == ("info", 8)


def test_a_page_whose_header_is_lost_takes_that_of_a_later_page() -> None:
    made = paper(TITLE + printed(*ROWS[:2]) + TITLE + printed(HEADER, ROWS[2]))
    assert [(one.ref, one.actions[0].text) for one in made.recommendations][:2] == [
        ("1", "Order the fences and put them up."),
        ("2", "Hire a digger each January."),
    ]
    assert len(found(made, "carried-columns")) == 1


def test_cells_that_a_copy_lost_are_told_and_the_rest_put_under_the_labels_that_fit() -> None:
    short = (" | ".join(row.split(" | ")[1:4]) for row in ROWS)
    made = paper(TITLE + printed(HEADER, *short))
    first = made.recommendations[0]
    assert (first.ref, first.text) == (None, "That ponds are fenced near the school.")
    assert (first.actions[0].text, first.actions[0].officers[0].name) == (
        "Order the fences and put them up.",
        "Ann Osei",
    )
    (finding,) = found(made, "missing-cells")
    assert "“Ref”, “Due”" in finding.message


def test_a_later_part_that_lost_the_same_cells_is_put_right_too() -> None:
    short = [" | ".join(row.split(" | ")[1:]) for row in ROWS]
    made = paper(TITLE + printed(HEADER, *short[:2]) + TITLE + printed(short[2]))
    assert [one.ref for one in made.recommendations] == [None, None, None]
    assert [one.text for one in made.recommendations] == [row.split(" | ")[1] for row in ROWS]
    assert all(one.actions[0].due for one in made.recommendations)


def test_rows_whose_last_cells_are_blank_lost_none() -> None:
    short = (" | ".join(row.split(" | ")[:4]) for row in ROWS)
    made = paper(TITLE + printed(HEADER, *short))
    assert [one.ref for one in made.recommendations] == ["1", "2", "3"]
    assert found(made, "missing-cells") == []
    (finding,) = found(made, "empty-column")
    assert (finding.severity, "“Due”" in finding.message) == ("info", True)


@pytest.mark.parametrize(
    ("refs", "gaps"),
    [
        (("CH01", "CH02", "CH04"), ["CH04"]),
        (("A", "B", "D"), ["D"]),
        (("1.1", "1.2", "2.1", "2.4"), ["2.4"]),
        (("SR (25/26) 01", "SR (25/26) 02", "SR (25/26) 03"), []),
        (("45.16", "46.16", "48.16"), []),
        (("140", "141", "142"), []),
    ],
)
def test_gaps_are_found_in_every_kind_of_count(refs: tuple[str, ...], gaps: list[str]) -> None:
    rows = (f"{ref} | That pond {ref} is cleaned. | Clean it. | Ann Osei | May 2024" for ref in refs)
    assert [one.recommendation_ref for one in found(paper(TITLE + printed(HEADER, *rows)), "ref-gap")] == gaps


def test_a_date_in_a_reference_cell_is_no_reference_and_stays_beside_the_action() -> None:
    made = paper(TITLE + printed(HEADER, ROWS[0], ROWS[1].replace("2 |", "14 March 2024 |", 1)))
    second = made.recommendations[1]
    assert second.ref is None
    assert [(one.label, one.value) for one in second.actions[0].extra] == [("Ref", "14 March 2024")]


def test_minted_identities_depend_on_the_paper_alone() -> None:
    rows = [row.split(" | ", 1)[1] for row in ROWS]
    text = TITLE + printed(HEADER.split(" | ", 1)[1], *rows)
    first, again = paper(text), paper(text)
    ids = [one.recommendation_id for one in first.recommendations]
    assert ids == ["ponds/n1", "ponds/n2", "ponds/n3"]
    assert ids == [one.recommendation_id for one in again.recommendations]
    other = paper(text + "\nNotes\n\nAnother line of the paper.\n")
    assert ids == [one.recommendation_id for one in other.recommendations]


LOST = [row.partition(" | ")[2] for row in ROWS]


def tabs(*tables: list[str]) -> str:
    """Print tables of one header, each under a heading, cells parted by tabs."""
    return TITLE + "\n".join(
        f"{number}. Part {number}\n\n" + "\n".join([HEADER, *rows]).replace(" | ", "\t") + "\n"
        for number, rows in enumerate(tables, 1)
    )


def test_a_lone_row_lost_what_the_other_tables_of_its_header_lost() -> None:
    made = paper(tabs(LOST[:2], LOST[2:]))
    last = made.recommendations[2]
    assert (last.ref, last.text) == (None, "That a pond be dug at each school that asks.")
    assert last.actions[0].text == "Write to all the schools."
    assert (last.actions[0].officers[0].name, last.actions[0].due[0].edtf) == ("Tunde Okoro", "2024-07")
    assert len(found(made, "missing-cells")) == 2


def test_a_lone_row_without_its_last_cell_lost_nothing_else() -> None:
    made = paper(tabs(LOST[:2], [ROWS[2].rpartition(" | ")[0]]))
    last = made.recommendations[2]
    assert (last.ref, last.actions[0].officers[0].name, last.actions[0].due) == ("3", "Tunde Okoro", [])
