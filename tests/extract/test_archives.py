"""Zip archives of papers: members are read as the files of a folder are, and none does harm."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from extract.inputs import Input, find_inputs, read_input
from extract.options import Facts
from extract.sidecar import facts_for
from parsers.errors import BrokenFile, PaperError, TooLarge
from parsers.limits import LIMITS, Limits
from tests.support.command import run
from tests.support.docx_files import p, word
from tests.support.hostile_zips import LINK, archive, crowded, nested, overlapping, understated

TEXT = b"The Committee met on Tuesday.\n"


def found(folder: Path, data: bytes, name: str = "papers.zip", limits: Limits = LIMITS) -> list[Input]:
    (folder / name).write_bytes(data)
    return find_inputs(folder / name, limits)


def codes(inputs: list[Input]) -> dict[str, str | None]:
    return {one.name: one.error.code if one.error else None for one in inputs}


def test_members_are_papers_named_below_their_archive(tmp_path: Path) -> None:
    data = archive(("a.txt", TEXT), ("x/b.pdf", b"%PDF-"), ("x/", b""), ("readme.json", b"{}"))
    assert codes(found(tmp_path, data)) == {"papers.zip/a.txt": None, "papers.zip/x/b.pdf": None}
    assert [read_input(one) for one in find_inputs(tmp_path)] == [TEXT, b"%PDF-"]


def test_an_archive_in_a_folder_is_opened_and_named_from_there(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    found(tmp_path, archive(("a.txt", TEXT)), "2023/Minutes.ZIP")
    assert codes(find_inputs(tmp_path)) == {"2023/Minutes.ZIP/a.txt": None}
    assert codes(find_inputs(f"{tmp_path}/*/*.ZIP")) == {"2023/Minutes.ZIP/a.txt": None}


def test_what_systems_put_beside_papers_is_left_out(tmp_path: Path) -> None:
    data = archive(("a.txt", TEXT), ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("x/.git/b.txt", b"x"))
    assert list(codes(found(tmp_path, data))) == ["papers.zip/a.txt"]


def test_an_archive_of_no_papers_says_so(tmp_path: Path) -> None:
    assert codes(found(tmp_path, archive(("a.json", b"{}")))) == {"papers.zip": "no-papers"}


@pytest.mark.parametrize("data", [word(p("One.")), b"%PDF-1.7", TEXT], ids=["word", "pdf", "text"])
def test_a_file_that_is_only_called_an_archive_is_read_itself(tmp_path: Path, data: bytes) -> None:
    (one,) = found(tmp_path, data)
    assert (one.name, read_input(one)) == ("papers.zip", data)


def test_a_sidecar_in_the_archive_counts(tmp_path: Path) -> None:
    data = archive(("x/a.txt", TEXT), ("x/a.toml", b'council = "Otherton"'), ("x/b.txt", TEXT))
    first, second = found(tmp_path, data)
    assert facts_for(first, Facts(council="Anytown")).council == "Otherton"
    assert facts_for(second, Facts(council="Anytown")).council == "Anytown"


def test_an_input_can_be_sent_to_another_process(tmp_path: Path) -> None:
    for one in found(tmp_path, archive(("a.txt", TEXT), ("b.zip", b""))):
        sent = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
        assert (sent.name, str(sent.error)) == (one.name, str(one.error))
        assert len(pickle.dumps(one)) < 1000


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\boot.txt",
        "a/../../b.txt",
        "x\ny.txt",
        "x\u202etxt.exe",
        "é" * 200,
    ],
)
def test_no_name_of_a_member_leads_out(tmp_path: Path, name: str) -> None:
    (one,) = found(tmp_path, archive((name, TEXT)))
    assert one.name.startswith("papers.zip/")
    assert ".." not in one.name.split("/")
    assert read_input(one) == TEXT


def test_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = archive(("a.txt", b"One."), ("a.txt", b"Two."), ("../a.txt", b"Three."))
    assert sorted(map(read_input, found(tmp_path, data))) == [b"One.", b"Three.", b"Two."]


class TestHarm:
    def test_an_archive_in_an_archive_is_named_and_not_opened(self, tmp_path: Path) -> None:
        assert codes(found(tmp_path, nested(3, TEXT))) == {"papers.zip/inner.zip": "nested-archive"}

    def test_a_link_in_an_archive_is_not_followed(self, tmp_path: Path) -> None:
        data = archive(("a.txt", b"/etc/passwd"), mode=LINK)
        assert codes(found(tmp_path, data)) == {"papers.zip/a.txt": "link-refused"}

    def test_one_kernel_under_many_names_is_refused(self, tmp_path: Path) -> None:
        (one,) = found(tmp_path, overlapping(1000, 1_000_000))
        with pytest.raises(BrokenFile, match="overlap"):
            read_input(one)

    def test_more_than_honest_archives_hold_is_refused(self, tmp_path: Path) -> None:
        data = archive(("a.txt", bytes(5_000_000)), ("b.txt", TEXT))
        (one,) = found(tmp_path, data, limits=Limits(zip_bytes=1_000_000))
        assert one.error
        assert one.error.reason == "it unpacks to 5,000,030 bytes, over 250 times its size"

    def test_a_member_of_zeros_is_refused_and_the_rest_is_read(self, tmp_path: Path) -> None:
        bomb, plain = found(tmp_path, archive(("a.txt", bytes(90_000_000)), ("b.txt", TEXT)))
        with pytest.raises(TooLarge, match="unpacks to over 250 times its size"):
            read_input(bomb)
        assert read_input(plain) == TEXT

    def test_a_member_over_the_limit_of_files_is_refused(self, tmp_path: Path) -> None:
        (one,) = found(tmp_path, archive(("a.txt", TEXT)))
        with pytest.raises(TooLarge, match="over the limit of 9 bytes"):
            read_input(one, Limits(file_bytes=9))

    def test_a_member_that_holds_more_than_is_said_is_refused(self, tmp_path: Path) -> None:
        (one,) = found(tmp_path, understated(1000, 50_000_000))
        with pytest.raises(BrokenFile, match="not what the list"):
            read_input(one)

    @pytest.mark.parametrize("count", [LIMITS.zip_entries + 1, 500_000])
    def test_files_without_end_are_refused(self, tmp_path: Path, count: int) -> None:
        assert codes(found(tmp_path, crowded(count))) == {"papers.zip": "too-large"}

    def test_a_locked_member_says_so(self, tmp_path: Path) -> None:
        data = bytearray(archive(("a.txt", TEXT)))
        data[data.index(b"PK\x01\x02") + 8] |= 1
        (one,) = found(tmp_path, bytes(data))
        with pytest.raises(BrokenFile, match="locked with a password"):
            read_input(one)

    def test_a_damaged_archive_is_a_named_error(self, tmp_path: Path) -> None:
        data = archive(("a.txt", TEXT), ("b.txt", TEXT * 50))
        for at in range(len(data)):
            for changed in (data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]):
                for one in found(tmp_path, changed):
                    try:
                        read_input(one)
                    except PaperError as error:
                        assert error.code in {"broken-file", "too-large", "no-papers", "unreadable-file"}


def test_the_command_reads_an_archive_and_tells_what_it_did_not(tmp_path: Path) -> None:
    found(tmp_path, archive(("../../a.txt", TEXT), ("b.zip", archive(("c.txt", TEXT)))), "in.zip")
    done = run("extract", tmp_path / "in.zip", "--output", tmp_path / "out")
    assert done.returncode == 1
    assert b"in.zip/b.zip: nested-archive: " in done.stderr
    assert [path.name[:2] for path in (tmp_path / "out" / "papers").iterdir()] == ["a-"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.zip", "out"]
