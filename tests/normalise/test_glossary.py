"""What a paper itself says that its initials and acronyms mean."""

from __future__ import annotations

import pytest

from normalise.glossary import Glossary, spells
from normalise.values.officers import read_officers
from tests.support.reading import found, layout, paper

PLAN = """Action Plan: Review of Allotments

{said}

| Ref | Recommendation | Action | Lead | Due |
|---|---|---|---|---|
| 1 | That plots are let. | Let the plots. | {cell} | May 2023 |

{after}
"""


def meanings(said: str, cell: str) -> list[tuple[str, str | None, str | None, str]]:
    """Read a cell in a paper that says so much before its table."""
    glossary = Glossary(layout(PLAN.format(said=said, cell=cell, after="")).blocks)
    officers = read_officers(cell).officers
    explained = [glossary.meaning(officer) or officer for officer in officers]
    return [(one.raw, one.name, one.role, one.kind) for one in explained]


ATTENDANCE = "Present: Jane Claxton (JC) Chair, Cllr Mohammed Wasim (MW), Yetunde Okafor-Bell (YO) Clerk"

EXPLAINED = {
    "attendance line": (ATTENDANCE, "JC", [("JC", "Jane Claxton", None, "person")]),
    "pair": (
        ATTENDANCE,
        "MW/YO",
        [("MW", "Mohammed Wasim", None, "councillor"), ("YO", "Yetunde Okafor-Bell", None, "person")],
    ),
    "initials beside a post": (
        ATTENDANCE,
        "JC/Clerk",
        [("JC", "Jane Claxton", None, "person"), ("Clerk", None, "Clerk", "post")],
    ),
    "stops between the letters": (ATTENDANCE, "J.C.", [("J.C.", "Jane Claxton", None, "person")]),
    "the cell's own title stays": (
        ATTENDANCE,
        "JC (Clerk)",
        [("JC (Clerk)", "Jane Claxton", "Clerk", "person")],
    ),
    "key on one line": (
        "Key: PK = Priya Kaur; TB = Tom Bevan",
        "PK & TB",
        [("PK", "Priya Kaur", None, "person"), ("TB", "Tom Bevan", None, "person")],
    ),
    "key, name first": ("Priya Kaur – PK\nTom Bevan – TB", "TB", [("TB", "Tom Bevan", None, "person")]),
    "key with titles": (
        "PK: Priya Kaur, Head of Estates",
        "PK",
        [("PK", "Priya Kaur", None, "person")],
    ),
    "key as a table": (
        "| Initials | Officer |\n|---|---|\n| PK | Priya Kaur |\n| TB | Tom Bevan |",
        "PK",
        [("PK", "Priya Kaur", None, "person")],
    ),
    "particle": ("Anneke van der Berg (AVDB)", "AVDB", [("AVDB", "Anneke van der Berg", None, "person")]),
    "small words left out": (
        "Anneke van der Berg (AB)",
        "AB",
        [("AB", "Anneke van der Berg", None, "person")],
    ),
    "acronym of a post": (
        "Abbreviations: DoSCE – Director of Social Care and Education; ACE – Assistant Chief Executive",
        "DoSCE/ACE",
        [
            ("DoSCE", None, "Director of Social Care and Education", "post"),
            ("ACE", None, "Assistant Chief Executive", "post"),
        ],
    ),
    "post that two letters would take for a person": (
        "Monitoring Officer (MO)",
        "MO",
        [("MO", None, "Monitoring Officer", "post")],
    ),
    "acronym of a post beside a name": (
        "The Freedom to Speak Up Guardian (FTSUG) reports each year.",
        "Ann Osei, FTSUG",
        [("Ann Osei, FTSUG", "Ann Osei", "FTSUG", "person")],
    ),
    "team": (
        "The Parks and Leisure Team (PLT) will lead.",
        "PLT",
        [("PLT", "Parks and Leisure Team", None, "team")],
    ),
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_the_paper_explains(name: str) -> None:
    said, cell, expected = EXPLAINED[name]
    assert meanings(said, cell) == expected


KEPT = {
    "nothing said": ("The group met in May.", "JC"),
    "letters of another name": ("Present: Jane Claxton (JC)", "JK"),
    "words that do not spell it": ("Present: Jane Maria Claxton (JC)", "JC"),
    "two people of the same letters": ("Present: Jane Claxton (JC), Joe Carr (JC)", "JC"),
    "a subject and no officer": ("Early Help (EH) is the aim.", "EH"),
    "an action and no officer": ("This Action Plan (AP) was agreed.", "AP"),
    "a verb behind the letters": ("JC – Junctions closed at night", "JC"),
    "a sentence": ("JC: " + "Jane Claxton said that " * 9, "JC"),
}


@pytest.mark.parametrize("name", KEPT)
def test_initials_stay_where_the_paper_does_not_say(name: str) -> None:
    said, cell = KEPT[name]
    assert meanings(said, cell) == [(cell, cell, None, "person")]


def test_a_body_known_by_its_letters_keeps_its_printed_name() -> None:
    assert meanings("Local Safeguarding Children Board (LSCB)", "LSCB") == [("LSCB", "LSCB", None, "body")]


@pytest.mark.parametrize(
    ("short", "meaning", "spelt"),
    [
        ("JC", "Jane Claxton", True),
        ("YOB", "Yetunde Okafor-Bell", True),
        ("NED-WT", "Non-Executive Director, Wellbeing and Training", True),
        ("DoCAP", "Director of Communities and Public Health", False),
        ("MW", "Mark Peter Webb", False),
        ("SO", "Seán O'Dowd", True),
        ("JC", "June", False),
    ],
)
def test_spells(short: str, meaning: str, spelt: bool) -> None:
    assert spells(short, meaning) is spelt


def test_the_record_says_that_it_resolved_initials() -> None:
    made = paper(PLAN.format(said="", cell="JC", after="Present: Jane Claxton (JC), Tom Bevan (TB)"))
    officer = made.recommendations[0].actions[0].officers[0]
    assert (officer.raw, officer.name) == ("JC", "Jane Claxton")
    finding = found(made, "initials-resolved")[0]
    assert finding.message == "“JC” is “Jane Claxton” by the paper's own words"
    assert (finding.severity, finding.recommendation_ref, finding.field) == ("info", "1", "officers")


def test_the_record_says_that_initials_are_ambiguous() -> None:
    made = paper(PLAN.format(said="", cell="JC", after="Present: Jane Claxton (JC), Joe Carr (JC)"))
    assert made.recommendations[0].actions[0].officers[0].name == "JC"
    assert len(found(made, "initials-ambiguous")) == 1


# --- cells that say more than their officers ------------------------------------------------------


@pytest.mark.parametrize("cell", ["As above", "See the note below", "Ann Osei (while covering leave)"])
def test_words_of_a_cell_that_are_no_officer_are_kept(cell: str) -> None:
    action = paper(PLAN.format(said="", cell=cell, after="")).recommendations[0].actions[0]
    assert [(one.label, one.value) for one in action.extra] == [("Lead", cell)]


@pytest.mark.parametrize(
    "cell", ["Ann Osei and the Head of Parks", "Lead: Ann Osei; Support: Legal Team", "Vacant"]
)
def test_a_cell_of_officers_alone_is_kept_in_them(cell: str) -> None:
    assert paper(PLAN.format(said="", cell=cell, after="")).recommendations[0].actions[0].extra == []


@pytest.mark.parametrize(("cell", "missing"), [("Vacant", 1), ("TBC", 1), ("", 1), ("As above", 0)])
def test_an_owner_is_missing_where_the_paper_names_none(cell: str, missing: int) -> None:
    made = paper(PLAN.format(said="", cell=cell, after=""))
    assert len(found(made, "missing-officer")) == missing
    assert len(found(made, "unparsed-officer")) == 1 - missing
