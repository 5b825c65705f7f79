"""Rows of tables without rules: what begins one, and what only seems to go on."""

from __future__ import annotations

from tests.support.pdf_reading import only_table
from tests.support.pdf_writer import BOLD, REGULAR, Sheet, wrapped

XS = [50.0, 90.0, 230.0, 350.0]
WIDE = [30.0, 126.0, 106.0, 70.0]
HEAD = ["Ref", "Recommendation", "Lead officer", "By when"]
LINE, BETWEEN = 12.0, 15.0


def sheet(
    rows: list[list[str]], *, centred: bool = False, xs: list[float] = XS, wide: list[float] = WIDE
) -> tuple[Sheet, list[float]]:
    """Set rows of cells, at the top or in the middle of their row; return the top of each row as well."""
    made, y, tops = Sheet(), 100.0, []
    for at, row in enumerate(rows):
        tops.append(y - 10)
        cells = [wrapped(cell, width) for cell, width in zip(row, wide, strict=True)]
        most = max(map(len, cells))
        for x, lines in zip(xs, cells, strict=True):
            down = (most - len(lines)) // 2 if centred else 0
            for line, text in enumerate(lines, start=down):
                made.text(x, y + line * LINE, text, font=REGULAR if at else BOLD)
        y += (most - 1) * LINE + (2 * BETWEEN if centred else BETWEEN)
    return made, tops


def read(rows: list[list[str]], made: Sheet) -> None:
    assert [[" ".join(cell.split()) for cell in row] for row in only_table(made)] == rows


def test_a_reference_begins_a_row_though_a_narrow_cell_seems_to_go_on() -> None:
    rows = [
        HEAD,
        ["BW1", "Mend the drains of the old town.", "Drainage Engineering and Works Team", "May 2025"],
        [
            "BW2",
            "Ban dogs from the beach in summer.",
            "Licensing Enforcement and Parks Manager",
            "June 2025",
        ],
        ["BW3", "Tell the bathers of it.", "Communications and Engagement Team", "July 2025"],
    ]
    read(rows, sheet(rows)[0])


def test_a_number_in_the_middle_of_a_row_begins_none() -> None:
    rows = [
        HEAD,
        ["1", "Mend the drains of the old town and of the harbour.", "Ann Osei", "May 2025"],
        ["2", "Ban dogs from the beach in summer, and in the spring too.", "Bo Li", "June 2025"],
        ["3", "Tell bathers of it with a board at the end of each path.", "Ann Osei", "July 2025"],
    ]
    read(rows, sheet(rows, centred=True)[0])


def test_the_header_of_a_striped_table_is_no_part_of_its_first_row() -> None:
    rows = [
        HEAD,
        ["3.1", "Adopt the code.", "Ann Osei", "May 2025"],
        ["3.2", "Keep a register of interests.", "Bo Li", "June 2025"],
        ["3.3", "Train the members.", "Ann Osei", "July 2025"],
        ["3.4", "Publish the notices.", "Bo Li", "August 2025"],
    ]
    made, tops = sheet(rows)
    striped = Sheet()
    for at in (2, 4):
        end = tops[at + 1] if at + 1 < len(tops) else tops[at] + BETWEEN
        striped.fill(XS[0] - 4, tops[at] - 1, 560, end - 1, grey=0.93)
    striped.drawn += made.drawn
    read(rows, striped)


def test_rules_part_rows_whose_cells_are_centred() -> None:
    rows = [
        ["Recommendation", "Action", "Lead officer", "By when"],
        ["Map the narrow pavements of every ward in the town.", "Survey.", "Ann Osei", "May 2025"],
        ["Clear bins.", "Remind the crews of it and fine those who leave them out.", "Bo Li", "June 2025"],
        ["Drop kerbs.", "Build ten a year, if there is money for them.", "Ann Osei", "July 2025"],
    ]
    made, tops = sheet(rows, centred=True, xs=[50.0, 200.0, 330.0, 420.0], wide=[136.0, 116.0, 76.0, 70.0])
    for top in tops:
        made.rule(XS[0], top - 5, 500, top - 5)
    read(rows, made)


def test_rules_that_part_sections_part_no_rows_inside_them() -> None:
    rows = [
        HEAD,
        ["1", "Mend the drains.", "Ann Osei", "May 2025"],
        ["2", "Ban dogs.", "Bo Li", "June 2025"],
        ["3", "Tell the bathers.", "Ann Osei", "July 2025"],
        ["4", "Sweep the sand.", "Bo Li", "August 2025"],
        ["5", "Paint the huts.", "Ann Osei", "May 2026"],
        ["6", "Hire a guard.", "Bo Li", "June 2026"],
    ]
    made, tops = sheet(rows)
    for top in (tops[0], tops[1], tops[3], tops[5]):
        made.rule(XS[0], top, 520, top)
    read(rows, made)
