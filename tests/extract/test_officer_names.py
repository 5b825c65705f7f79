"""Names and titles of officers: how they are read, and how alike two are."""

from __future__ import annotations

import pytest

from extract.across.names import likeness, read_name
from extract.across.roles import agreement, role_words


@pytest.mark.parametrize(
    ("printed", "shape", "given", "surname"),
    [
        ("Jane Ash", "full", ("jane",), "ash"),
        ("C.J. White", "initialled", ("c", "j"), "white"),
        ("CJ White", "initialled", ("c", "j"), "white"),
        ("MW", "initials", ("m", "w"), ""),
        ("Maria de la Cruz", "full", ("maria",), "delacruz"),
        ("Ben Ash", "full", ("ben",), "ash"),
        ("JO ASHWELL", "full", ("jo",), "ashwell"),
        ("SMITH, John", "full", ("john",), "smith"),
        ("Moss", "single", (), "moss"),
        ("Ngozi Okonjo-Bright", "full", ("ngozi",), "okonjobright"),
    ],
)
def test_a_name_is_read(printed: str, shape: str, given: tuple[str, ...], surname: str) -> None:
    name = read_name(printed)
    assert (name.shape, name.given, name.surname) == (shape, given, surname)


@pytest.mark.parametrize(
    ("one", "other"), [("Paul Jones", "Paula Jones"), ("Joan Ash", "John Ash"), ("Eric Poe", "Erin Poe")]
)
def test_known_first_names_on_different_lines_are_different(one: str, other: str) -> None:
    assert likeness(read_name(one), read_name(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Head of Service", "Head of Service, Children We Look After", "titles that agree"),
        ("Asst. Director for Housing", "Assistant Director of Housing", "the same post"),
        ("Head of Housing", "Head of Housing", "the same post"),
        ("Senior Housing Officer", "Housing Manager", "the same team"),
        ("Manager", "Team Manager, Futures", None),
        ("Team Manager, Adults", "Team Manager, Children", None),
        ("Co-ordinator, Volunteering", "Volunteering Coordinator", "titles that agree"),
        ("", "Clerk", None),
    ],
)
def test_titles_agree(one: str, other: str, expected: str | None) -> None:
    assert agreement(role_words(one), role_words(other)) == expected
