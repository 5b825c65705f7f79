"""Bytes to lines: encodings, line ends, controls, limits."""

from __future__ import annotations

import codecs

import pytest

from parsers.errors import BrokenText, EmptyFile, PaperError, TooLarge, UnknownType
from parsers.limits import LIMITS, Limits
from parsers.model import Heading, Paragraph
from parsers.registry import read_layout
from parsers.text.encoding import decode, split_lines
from tests.support.reading import layout

PRINTED = "Café’s plan – £5 a day\n"

ENCODED = {
    "UTF-8": PRINTED.encode("utf-8"),
    "UTF-8 with BOM": codecs.BOM_UTF8 + PRINTED.encode("utf-8"),
    "UTF-16 LE with BOM": codecs.BOM_UTF16_LE + PRINTED.encode("utf-16-le"),
    "UTF-16 BE with BOM": codecs.BOM_UTF16_BE + PRINTED.encode("utf-16-be"),
    "UTF-16 LE": PRINTED.encode("utf-16-le"),
    "UTF-16 BE": PRINTED.encode("utf-16-be"),
    "Windows-1252": PRINTED.encode("cp1252"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_every_encoding_gives_the_same_words(data: bytes) -> None:
    assert [word.text for word in read_layout(data).words()] == PRINTED.split()


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_an_encoding_changes_no_character(data: bytes) -> None:
    assert decode(data) == PRINTED


def test_welsh_and_gaelic_letters_are_kept() -> None:
    printed = "Pwyllgor Craffu ŵ ŷ â, Comhairle nan Eilean Siar à è ì"
    assert decode(printed.encode("utf-8")) == printed
    assert decode(codecs.BOM_UTF16_LE + printed.encode("utf-16-le")) == printed


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"], ids=lambda end: repr(end)
)
def test_every_line_end_ends_a_line(end: str) -> None:
    blocks = layout(f"# One{end}# Two{end}").blocks
    assert [str(block.text) for block in blocks if isinstance(block, Heading)] == ["One", "Two"]
    assert [word.place.line for word in layout(f"# One{end}# Two{end}").words()] == [1, 2]


def test_a_windows_line_end_is_one_line_end() -> None:
    assert split_lines("a\r\nb") == ["a", "b"]


def test_a_form_feed_parts_pages_and_is_no_word() -> None:
    assert [word.text for word in layout("end of page\fnext page").words()] == [
        "end",
        "of",
        "page",
        "next",
        "page",
    ]


def test_a_stray_control_character_is_a_blank() -> None:
    printed = "The plan\x07was agreed." + " and so on" * 20
    assert decode(printed.encode("utf-8")).startswith("The plan was agreed.")


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u202a", "\u2060"])
def test_a_mark_of_no_width_parts_no_word(mark: str) -> None:
    assert decode(f"accom{mark}modation".encode()) == "accommodation"


def test_a_hard_blank_parts_words() -> None:
    assert [word.text for word in layout("31\u00a0October\u202f2021").words()] == ["31", "October", "2021"]


# What cannot be read has a name


def test_bytes_that_are_no_text_are_broken_text() -> None:
    data = bytes(byte for byte in range(1, 256)) * 20
    with pytest.raises(BrokenText):
        decode(data)


def test_zero_bytes_in_any_order_are_no_known_type() -> None:
    with pytest.raises((UnknownType, BrokenText)):
        read_layout(bytes(range(256)) * 40)


def test_more_bytes_than_any_paper_has_are_too_large() -> None:
    with pytest.raises(TooLarge, match="over the limit"):
        decode(b"a" * (LIMITS.text_bytes + 1))


def test_a_line_longer_than_any_paper_has_is_too_large() -> None:
    with pytest.raises(TooLarge, match="a line of"):
        split_lines("short\n" + "a" * (LIMITS.line_length + 1))
    assert split_lines("a" * LIMITS.line_length) == ["a" * LIMITS.line_length]
    assert split_lines("a" * 9, Limits(line_length=9)) == ["a" * 9]


@pytest.mark.parametrize("kind", [BrokenText, EmptyFile, TooLarge, UnknownType])
def test_an_error_is_one_line_with_its_code_and_advice(kind: type[PaperError]) -> None:
    shown = str(kind("line one\nline two\x07"))
    assert shown.startswith(f"{kind.code}: line one line two")
    assert shown.endswith(kind.advice)
    assert "\n" not in shown


def test_half_a_character_at_the_end_of_a_copy_stops_nothing() -> None:
    cut = codecs.BOM_UTF8 + "The café".encode()[:-1]
    (block,) = read_layout(cut).blocks
    assert isinstance(block, Paragraph)
    assert str(block.text).startswith("The caf")


def test_a_stray_windows_byte_in_utf8_spoils_no_other_character() -> None:
    assert decode("It’s £5 – ".encode() + b"\x93so\x94") == "It’s £5 – “so”"


def test_a_utf8_paper_cut_in_mid_character_keeps_the_rest() -> None:
    assert decode("“A – note’".encode()[:-1]).startswith("“A – note")
