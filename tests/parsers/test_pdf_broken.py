"""Broken PDF files: each a named error, or what can still be read; never anything else."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from extract.pipeline import extract_file, read
from parsers.errors import BrokenFile, EmptyFile, Encrypted, PaperError, TooLarge
from parsers.limits import Limits
from parsers.model import Layout
from parsers.options import ReadOptions
from parsers.pdf.reader import read_pdf
from tests.support.command import run
from tests.support.pdf_reading import MEDIA_TYPE
from tests.support.pdf_writer import Sheet, pdf
from tests.support.places import RENDERED

TEXT = "The grass of all parks is mown."
PAGE = Sheet().text(50, 100, TEXT)
PLAN = RENDERED / "001.pdf"
PICTURE = Sheet().raw("q 500 0 0 700 50 50 cm /Im1 Do Q")


def _words(layout: Layout) -> str:
    return " ".join(word.text for word in layout.words())


def _codes(layout: Layout) -> list[tuple[str, int | None]]:
    return [(remark.code, remark.place.page) for remark in layout.remarks]


def _book(pages: int) -> bytes:
    """Write pages of many lines, the trailer in front as in files made for the web."""
    sheets = [Sheet().lines(50, 100, [f"Page {at}: {TEXT}"] * 30) for at in range(1, pages + 1)]
    front = b"trailer\n<< /Root 1 0 R /Size 99 >>\n1 0 obj"
    return pdf(*sheets).replace(b"1 0 obj", front, 1)


class TestDamage:
    def test_a_missing_end_is_told(self) -> None:
        layout = read_pdf(pdf(PAGE).replace(b"%%EOF\n", b""), MEDIA_TYPE)
        assert _words(layout) == TEXT
        assert _codes(layout) == [("truncated-input", 1)]

    def test_pages_before_the_cut_are_read_and_those_behind_it_told(self) -> None:
        data = _book(5)
        layout = read_pdf(data[: data.index(b"/Type /Page ", int(len(data) * 0.6))], MEDIA_TYPE)
        read_pages = sorted({word.place.page or 0 for word in layout.words()})
        lost = {page for code, page in _codes(layout) if code == "truncated-input"}
        assert read_pages == list(range(1, read_pages[-1] + 1))
        assert lost >= set(range(read_pages[-1] + 1, 6))
        assert lost
        assert _words(layout).startswith(f"Page 1: {TEXT}")

    def test_a_cross_reference_that_leads_elsewhere_is_mended(self) -> None:
        data = pdf(PAGE)
        start = data.rindex(b"startxref")
        layout = read_pdf(data[:start] + b"startxref\n7\n%%EOF\n", MEDIA_TYPE)
        assert (_words(layout), _codes(layout)) == (TEXT, [])

    def test_wrong_offsets_are_mended(self) -> None:
        data = re.sub(
            rb"(\d{10}) 00000 n", lambda found: b"%010d 00000 n" % (int(found.group(1)) + 13), pdf(PAGE)
        )
        layout = read_pdf(data, MEDIA_TYPE)
        assert (_words(layout), _codes(layout)) == (TEXT, [])

    def test_bytes_before_the_file_are_passed_over(self) -> None:
        layout = read(b"HTTP/1.1 200 OK\r\n\r\n" + pdf(PAGE))
        assert (_words(layout), _codes(layout)) == (TEXT, [])

    def test_bytes_behind_the_file_are_passed_over(self) -> None:
        layout = read_pdf(pdf(PAGE) + bytes(500), MEDIA_TYPE)
        assert (_words(layout), _codes(layout)) == (TEXT, [])

    @pytest.mark.parametrize("length", [5, 9, 100, 1000])
    def test_a_head_alone_is_a_broken_file(self, length: int) -> None:
        with pytest.raises(BrokenFile, match=r"^broken-file: .*\.$"):
            read_pdf(PLAN.read_bytes()[:length], MEDIA_TYPE)

    @pytest.mark.parametrize("part", range(1, 20))
    def test_a_cut_anywhere_is_named_or_told(self, part: int) -> None:
        data = PLAN.read_bytes()
        try:
            layout = read_pdf(data[: len(data) * part // 20], MEDIA_TYPE)
        except PaperError as error:
            assert error.code == "broken-file"
        else:
            assert "truncated-input" in {code for code, _ in _codes(layout)}

    @pytest.mark.parametrize("seed", range(40))
    def test_bytes_that_were_changed_are_named_or_read(self, seed: int) -> None:
        lot = Random(seed)  # noqa: S311 - no secret
        data = bytearray(PLAN.read_bytes() if seed % 2 else _book(3))
        for _ in range(lot.choice((1, 5, 50, 500))):
            data[lot.randrange(len(data))] = lot.randrange(256)
        try:
            read_pdf(bytes(data), MEDIA_TYPE)
        except PaperError as error:
            assert error.code in {"broken-file", "encrypted", "too-large"}

    @pytest.mark.parametrize("seed", range(20))
    def test_operators_that_were_changed_are_read(self, seed: int) -> None:
        lot = Random(seed)  # noqa: S311 - no secret
        drawn = Sheet().table([50, 200, 400], [100, 130, 160], [["Ref", "Action"], ["1", "Mow."]]).drawn
        text = bytearray(b"\n".join(drawn))
        for _ in range(20):
            text[lot.randrange(len(text))] = lot.randrange(32, 127)
        layout = read_pdf(pdf(Sheet().raw(text.decode("latin-1")), PAGE), MEDIA_TYPE)
        assert _words(layout).endswith(TEXT)


class TestPasswords:
    LOCKED = pdf(PAGE, user="open sesame", owner="owner")

    def test_without_one(self) -> None:
        with pytest.raises(Encrypted, match=r"wants a password.*--password"):
            read_pdf(self.LOCKED, MEDIA_TYPE)

    def test_with_a_wrong_one(self) -> None:
        with pytest.raises(Encrypted, match="the password is wrong"):
            read_pdf(self.LOCKED, MEDIA_TYPE, ReadOptions(password="sesame"))  # noqa: S106 - made up

    @pytest.mark.parametrize("password", ["open sesame", "owner"])
    def test_with_a_right_one(self, password: str) -> None:
        layout = read_pdf(self.LOCKED, MEDIA_TYPE, ReadOptions(password=password))
        assert _words(layout) == TEXT

    def test_one_that_only_forbids_changes_is_not_asked_for(self) -> None:
        assert _words(read_pdf(pdf(PAGE, owner="owner"), MEDIA_TYPE)) == TEXT

    def test_one_that_nobody_asked_for_does_no_harm(self) -> None:
        layout = read_pdf(pdf(PAGE), MEDIA_TYPE, ReadOptions(password="x"))  # noqa: S106 - made up
        assert _words(layout) == TEXT

    def test_the_record_is_that_of_the_open_file(self) -> None:
        options = ReadOptions(password="open sesame")  # noqa: S106 - made up
        (locked,) = extract_file(self.LOCKED, "plan.pdf", options=options)
        (plain,) = extract_file(pdf(PAGE), "plan.pdf")
        assert (locked.sections, locked.accounting) == (plain.sections, plain.accounting)


class TestPages:
    def test_a_file_of_no_page(self, tmp_path: Path) -> None:
        (tmp_path / "none.pdf").write_bytes(pdf())
        ended = run("tables", tmp_path / "none.pdf")
        assert ended.returncode == 4
        assert b"broken-file: " in ended.stderr
        assert b"Traceback" not in ended.stderr

    def test_a_file_of_no_page_is_not_called_locked_after_one_that_is(self) -> None:
        with pytest.raises(Encrypted):
            read_pdf(TestPasswords.LOCKED, MEDIA_TYPE)
        with pytest.raises(BrokenFile):
            read_pdf(pdf(), MEDIA_TYPE)

    def test_too_many_pages(self) -> None:
        with pytest.raises(TooLarge, match="5,001 pages"):
            read_pdf(pdf(*[Sheet()] * 5_001), MEDIA_TYPE)

    def test_as_many_pages_as_were_allowed(self) -> None:
        options = ReadOptions(limits=Limits(pdf_pages=2))
        assert read_pdf(pdf(PAGE, PAGE), MEDIA_TYPE, options).page_count == 2
        with pytest.raises(TooLarge, match="3 pages, over the limit of 2"):
            read_pdf(pdf(PAGE, PAGE, PAGE), MEDIA_TYPE, options)

    def test_a_page_with_nothing_on_it(self) -> None:
        layout = read_pdf(pdf(Sheet()), MEDIA_TYPE)
        assert (layout.blocks, layout.page_count, layout.remarks) == ((), 1, ())

    def test_a_file_without_words_is_empty(self) -> None:
        with pytest.raises(EmptyFile):
            read(pdf(Sheet(), Sheet()))

    def test_an_empty_page_among_others(self) -> None:
        layout = read_pdf(pdf(PAGE, Sheet(), PAGE), MEDIA_TYPE)
        assert layout.page_count == 3
        assert [word.place.page for word in layout.words()] == [1] * 7 + [3] * 7

    def test_a_page_that_is_a_picture_has_no_words(self) -> None:
        layout = read_pdf(pdf(PICTURE), MEDIA_TYPE)
        assert (layout.blocks, layout.page_count) == ((), 1)

    def test_a_picture_among_pages_leaves_their_words(self) -> None:
        layout = read_pdf(pdf(PAGE, PICTURE, PAGE), MEDIA_TYPE)
        assert _words(layout) == f"{TEXT} {TEXT}"

    @pytest.mark.parametrize(
        ("width", "height"),
        [
            (1e9, 1e9),
            (1e38, 10.0),
            (10.0, 1e38),
            (0.0, 0.0),
            (-5.0, 10.0),
            (0.001, 0.001),
            (14400.0, 14400.0),
        ],
    )
    def test_boxes_that_no_paper_has(self, width: float, height: float) -> None:
        sheet = Sheet(width=width, height=height).text(1, 5, TEXT)
        layout = read_pdf(pdf(sheet, PAGE), MEDIA_TYPE)
        assert layout.page_count == 2
        assert _words(layout).endswith(TEXT)

    def test_the_largest_page_that_readers_allow(self) -> None:
        sheet = Sheet(width=14400, height=14400).text(7000, 7000, TEXT)
        layout = read_pdf(pdf(sheet), MEDIA_TYPE)
        assert _words(layout) == TEXT
        box = next(layout.words()).place.bbox
        assert box is not None
        assert box[0] == pytest.approx(7000, abs=2)
        assert box[3] == pytest.approx(7000, abs=4)

    def test_boxes_inside_each_other_without_end(self) -> None:
        data = pdf(PAGE).replace(b"/Kids [7 0 R]", b"/Kids [2 0 R]")
        assert data != pdf(PAGE)
        try:
            layout = read_pdf(data, MEDIA_TYPE)
        except PaperError as error:
            assert error.code == "broken-file"
        else:
            assert _words(layout) in {"", TEXT}


def test_a_page_with_more_words_than_print_can_hold_is_read_all_the_same() -> None:
    sheet = Sheet()
    for at in range(2_400):
        y = 20 + at * 0.3
        sheet.text(40, y, "abc def", 0.25).text(300, y, "12 345", 0.25).text(420, y, "xyz w", 0.25)
    layout = read_pdf(pdf(sheet), MEDIA_TYPE)
    assert sum(1 for _ in layout.words()) == 6 * 2_400
