"""What of a paper reaches the report: as text and never as markup, and no contacts unless asked for."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from extract.errors import NoResults
from extract.report.pictures import Pictures, cell_picture
from extract.report.results import Results
from extract.report.site import ReportOptions, Site
from extract.report.timeline import Mark, timeline
from extract.schema import Location
from extract.writers.store import Folder
from normalise.values.contacts import without_contacts
from tests.support.command import run
from tests.support.places import RENDERED
from tests.support.rounds import PLAN

PLAIN = ReportOptions()


def write_site(folder: Path, text: str, options: ReportOptions = PLAIN) -> dict[str, str]:
    (folder / "plan.md").write_text(text, encoding="utf-8")
    done = run("extract", folder / "plan.md", "--output", folder / "results")
    assert done.returncode == 0, done.stderr.decode()
    Site(Results(folder / "results"), folder / "site", options, lambda _: None).write()
    return {path.name: path.read_text(encoding="utf-8") for path in (folder / "site").rglob("*.*")}


def test_text_of_a_paper_is_never_markup(tmp_path: Path) -> None:
    attack = "<script>alert(1)</script> & \"quotes\" 'x' {{ 7*7 }} </script><img src=x onerror=alert(1)>"
    pages = write_site(tmp_path, PLAN.replace("Publish the list of every site on the website.", attack))
    for name, page in pages.items():
        assert "<img src=x" not in page, name
        assert "alert(1)</script>" not in page.replace("&lt;/script&gt;", ""), name
        assert "49" not in page or "7*7" in page, name
    assert "</script" not in pages["search-data.js"]


def test_contacts_stay_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    text = PLAN.replace(
        "Write to holders of untilled plots.", "Write to ann.carr@northmere.gov.uk or 01632 960 001."
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for name, page in write_site(tmp_path / "a", text).items():
        assert "ann.carr@" not in page and "960 001" not in page, name
    pages = write_site(tmp_path / "b", text, ReportOptions(contacts=True))
    assert "ann.carr@northmere.gov.uk" in pages["northmere-allotments.html"]
    assert "01632 960 001" in pages["search-data.js"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann (ann@x.gov.uk)", "Ann ([e-mail])"),
        ("ring 020 7946 0000 now", "ring [telephone] now"),
        ("+44 (0)161 496 0000", "[telephone]"),
        ("Tel: 676543", "Tel: [telephone]"),
        ("by 01.04.2024, 31/12/2024 or 2024-06-30", "by 01.04.2024, 31/12/2024 or 2024-06-30"),
        ("£01234567890 of 12,000 homes", "£01234567890 of 12,000 homes"),
        ("2021-22 and 2022-23", "2021-22 and 2022-23"),
        ("Extension of 20 sites", "Extension of 20 sites"),
    ],
)
def test_what_is_a_contact(text: str, left: str) -> None:
    assert without_contacts(text) == left


def test_a_folder_without_results_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoResults, match="no-results"):
        Results(tmp_path)


def test_a_run_whose_record_is_gone_is_named(tmp_path: Path) -> None:
    write_site(tmp_path, PLAN)
    for record in (tmp_path / "results" / "papers").iterdir():
        record.write_text("{}")
    with pytest.raises(NoResults, match="cannot be read"):
        list(Results(tmp_path / "results").papers())


class TestPictures:
    def test_the_place_is_shown_and_marked(self) -> None:
        data = (RENDERED / "004.pdf").read_bytes()
        picture = cell_picture(data, 1, (100.0, 100.0, 200.0, 120.0))
        assert picture is not None
        image = Image.open(io.BytesIO(picture)).convert("RGB")
        assert image.size == (296, 136)  # the box and 24 points on each side, two pixels a point
        assert image.getpixel((45, 60)) == pytest.approx((176, 0, 32), abs=12)

    @pytest.mark.parametrize("page", [0, 99])
    def test_a_page_that_is_not_there_has_none(self, page: int) -> None:
        assert cell_picture((RENDERED / "004.pdf").read_bytes(), page or 99, (0.0, 0.0, 10.0, 10.0)) is None

    def test_a_place_that_leaves_the_page_is_cut_to_it(self) -> None:
        picture = cell_picture((RENDERED / "004.pdf").read_bytes(), 1, (0.0, 0.0, 9e6, 9e6))
        assert picture is not None
        width, height = Image.open(io.BytesIO(picture)).size
        assert width in range(1680, 1690) and height in range(1188, 1194)  # A4 across: 842 by 595 points

    def test_what_is_no_pdf_has_none(self, tmp_path: Path) -> None:
        pictures = Pictures(Folder(tmp_path), lambda _: b"no pdf")
        assert pictures.of("ab", Location(page=1, bbox=(0.0, 0.0, 10.0, 10.0))) is None
        assert pictures.of("ab", Location(line=3)) is None


class TestTimeline:
    def test_labels_do_not_stand_on_one_another(self) -> None:
        near = [Mark(date(2023, 1, day), "due", f"due on day {day}") for day in (1, 5, 9)]
        line = timeline([*near, Mark(date(2023, 12, 31), "round", "late")])
        assert line is not None
        assert len({one.y for one in line.marks if one.mark.kind == "due"}) == 3

    def test_one_day_makes_no_line(self) -> None:
        assert timeline([Mark(date(2023, 1, 1), "due", "a"), Mark(date(2023, 1, 1), "round", "b")]) is None
