"""Where the hues of the colours of a traffic light begin and end, and what a text names of them."""

from __future__ import annotations

import pytest

from normalise.values.colours import colour_of, names_colour, read_rag


@pytest.mark.parametrize(
    ("inside", "outside", "colour"),
    [
        ("FF003F", "FF0040", "red"),  # 345.2 and 344.9 degrees
        ("FF3300", "FF3600", "red"),  # 12 and 12.7
        ("FF5600", "FF5400", "amber"),  # 20.2 and 19.8
        ("FFD400", "FFD600", "amber"),  # 49.9 and 50.4
        ("FFE600", "FFE500", "yellow"),  # 54.1 and 53.9
        ("E6FF00", "E4FF00", "yellow"),  # 65.9 and 66.4
        ("BFFF00", "C1FF00", "green"),  # 75.1 and 74.6
        ("00FFBF", "00FFC1", "green"),  # 164.9 and 165.4
        ("00D4FF", "00D6FF", "blue"),  # 190.1 and 189.6
        ("2A00FF", "2C00FF", "blue"),  # 249.9 and 250.4
        ("FF7F7F", "FF8080", "red"),  # a saturation of 0.502 and 0.498
        ("730000", "720000", "red"),  # a brightness of 0.451 and 0.447
    ],
)
def test_a_hue_is_a_colour_up_to_its_border(inside: str, outside: str, colour: str) -> None:
    assert (colour_of(inside), colour_of(outside)) == (colour, None)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("Amber", "amber"),
        ("Amber/Green", None),
        ("Red to Amber", None),
        ("Red to red", "red"),
        ("Green – on track", "green"),
        ("Green a park", "green"),
        ("🟢", "green"),
        ("🟢 🔴", None),
        ("on green", None),
    ],
)
def test_one_colour_at_the_head_of_a_text_is_read(text: str, colour: str | None) -> None:
    assert read_rag(text) == colour


@pytest.mark.parametrize(
    ("text", "named"),
    [("rated red", True), ("red/amber", True), ("now 🟢", True), ("a, b and g", False), ("on track", False)],
)
def test_a_colour_is_named_wherever_its_word_or_sign_stands(text: str, named: bool) -> None:
    assert names_colour(text) is named
