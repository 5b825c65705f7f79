"""Papers in Welsh: recognised by the words of the language, kept as printed, not read."""

from __future__ import annotations

import pytest

from normalise.welsh import Language, language_of
from tests.support.reading import paper

WELSH_ROWS = (
    "| Cyf | Argymhelliad | Cam gweithredu | Swyddog | Statws |\n|---|---|---|---|---|\n"
    "| 1 | Bod y Cyngor yn gwagio'r biniau bob wythnos. | Dweud wrth y criwiau. "
    "| Elin Gwyther | Ar y gweill |\n"
)
ENGLISH_ROWS = (
    "| Ref | Recommendation | Action | Officer | Date |\n|---|---|---|---|---|\n"
    "| 1 | That the bins are emptied each week. | Tell the crews. | Ann Osei | May 2023 |\n"
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mae'r cynllun hwn yn ymateb i adroddiad y Pwyllgor.", Language.WELSH),
        ("This plan answers the report of the Committee.", Language.ENGLISH),
        ("Cyngor Gwynedd", Language.UNTOLD),
        ("Rhian ap Gwilym, Tîm Caffael", Language.UNTOLD),
        ("The Head of Service will work with Menter Iaith on the scheme.", Language.ENGLISH),
        ("", Language.UNTOLD),
    ],
)
def test_words_tell_the_language(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_nothing_is_read_from_a_paper_in_welsh() -> None:
    found = paper("Cynllun Gweithredu: Adolygiad Craffu\n\n" + WELSH_ROWS)
    assert found.recommendations == []
    assert [one.code for one in found.findings] == ["welsh-text"]
    words = "\n".join(one.text for section in found.sections for one in section.paragraphs)
    assert "Elin Gwyther\tAr y gweill" in words
    assert found.accounting.unplaced == []


def test_of_two_tables_the_english_one_is_read() -> None:
    found = paper("Cynllun Gweithredu\n\n" + WELSH_ROWS + "\nAction Plan\n\n" + ENGLISH_ROWS)
    assert [one.text for one in found.recommendations] == ["That the bins are emptied each week."]
    assert "welsh-text" in [one.code for one in found.findings]


def test_of_two_columns_the_english_one_is_read() -> None:
    found = paper(
        "Cynllun Gweithredu / Action Plan\n\nMae'r cynllun hwn yn ymateb i adroddiad y Pwyllgor Craffu.\n\n"
        "| Argymhelliad | Recommendation | Cam gweithredu | Action | Officer |\n|---|---|---|---|---|\n"
        "| Bod y Cyngor yn gwagio'r biniau. | That the bins are emptied. | Dweud wrth y criwiau. "
        "| Tell the crews. | Ann Osei |\n"
    )
    (one,) = found.recommendations
    assert (one.text, one.actions[0].text) == ("That the bins are emptied.", "Tell the crews.")
    assert ("Argymhelliad", "Bod y Cyngor yn gwagio'r biniau.") in [
        (extra.label, extra.value) for extra in one.actions[0].extra
    ]


def test_a_title_in_both_languages_is_one_post() -> None:
    found = paper(
        "Cynllun Gweithredu\n\nMae'r cynllun hwn yn ymateb i adroddiad y Pwyllgor Craffu.\n\n"
        + ENGLISH_ROWS.replace("Ann Osei", "Rheolwr Parciau / Parks Manager")
    )
    (officer,) = found.recommendations[0].actions[0].officers
    assert (officer.kind, officer.role) == ("post", "Parks Manager")
    assert found.accounting.unplaced == []


def _officers(cell: str) -> list[tuple[str | None, str | None]]:
    found = paper(
        "Cynllun Gweithredu\n\nMae'r cynllun hwn yn ymateb i adroddiad y Pwyllgor Craffu.\n\n"
        + ENGLISH_ROWS.replace("Ann Osei", cell)
    )
    assert found.accounting.unplaced == []
    return [(one.name, one.role) for one in found.recommendations[0].actions[0].officers]


def test_a_name_with_its_title_in_both_languages_is_one_person() -> None:
    assert _officers("Elin Prys, Rheolwr Gwastraff / Waste Manager") == [("Elin Prys", "Waste Manager")]


def test_two_names_are_two_people_whatever_their_languages() -> None:
    names = [name for name, _ in _officers("Elin Prys, Rheolwr Gwastraff / Ann Osei, Waste Manager")]
    assert "Ann Osei" in names


def test_welsh_names_in_an_english_paper_are_no_welsh() -> None:
    found = paper(
        "Cyngor Sir Ceredigion\n\nAction Plan\n\n"
        + ENGLISH_ROWS.replace("Ann Osei", "Medi ap Hywel, Tîm Caffael")
    )
    assert "welsh-text" not in [one.code for one in found.findings]
    assert found.recommendations[0].actions[0].officers[0].name == "Medi ap Hywel"
