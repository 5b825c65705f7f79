"""The report as a reader sees it, in a real browser, from the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from extract.report.results import Results
from extract.report.site import ReportOptions, Site
from tests.support.browser import chromium
from tests.support.command import run
from tests.support.places import RENDERED, ROUNDS, SAMPLES

# The rules of WCAG 2.0 to 2.2 at levels A and AA, by the tags that axe gives them.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAPERS = [*sorted(ROUNDS.glob("*.md")), RENDERED / "004.pdf", RENDERED / "003.pdf", SAMPLES]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report on invented and on published papers, two of them PDF."""
    folder = tmp_path_factory.mktemp("report")
    done = run("extract", *PAPERS, "--output", folder / "results")
    assert done.returncode == 0, done.stderr.decode()
    files = [path for given in PAPERS for path in (given.glob("*.txt") if given.is_dir() else [given])]
    by_digest = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_bytes() for path in files}
    Site(Results(folder / "results"), folder / "site", ReportOptions(), by_digest.get).write()
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def kinds_of_pages(site: Path) -> list[Path]:
    """Return every page but those of owners, of which one stands for all."""
    return [*sorted(site.glob("*.html")), *sorted(site.glob("reviews/*")), min(site.glob("owners/*"))]


def test_no_page_complains_or_asks_for_anything_from_elsewhere(site: Path, page: Page) -> None:
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in pages(site):
        page.goto(path.as_uri())
    assert told == []
    assert {urlparse(url).scheme for url in asked} == {"file"}
    assert len(asked) > len(pages(site))


def test_every_link_and_picture_leads_somewhere(site: Path, page: Page) -> None:
    followed = 0
    for path in pages(site):
        page.goto(path.as_uri())
        for url in page.evaluate(
            "[...document.querySelectorAll('a[href], img[src]')].map((e) => e.href || e.src)"
        ):
            target = urlparse(url)
            file = Path(unquote(target.path))
            assert file.is_file(), f"{path.name} leads to {url}"
            if target.fragment and file.suffix == ".html":
                assert f'id="{unquote(target.fragment)}"' in file.read_text(encoding="utf-8"), url
            followed += 1
    assert followed > 200


def test_no_page_breaks_a_rule_of_accessibility(site: Path, page: Page) -> None:
    for path in kinds_of_pages(site):
        page.goto(path.as_uri())
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}, "preload": False})
        assert found.violations_count == 0, f"{path.name}: {found.generate_report()}"


def test_the_overview_counts_and_leads_to_the_lists(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    tile = page.get_by_role("link", name="recommendations never came back")
    counted = int(tile.locator("strong").inner_text())
    tile.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Silent"
    assert page.locator("#rows tbody tr").count() == counted > 0


def test_evidence_opens_by_keyboard_and_shows_the_words(site: Path, page: Page) -> None:
    page.goto((site / "reviews" / "northmere-allotments.html").as_uri())
    date = page.locator("dd", has_text="December 2022").first
    evidence = date.locator("details")
    assert not evidence.locator("blockquote").is_visible()
    evidence.locator("summary").focus()
    page.keyboard.press("Enter")
    assert evidence.locator("blockquote").inner_text() == "December 2022"
    assert evidence.locator("figcaption").inner_text() == "allotments-update-1.md, line 11"


def test_a_page_is_used_by_keyboard_from_its_head(site: Path, page: Page) -> None:
    page.goto((site / "overdue.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_moved_date_is_shown_with_what_it_was(site: Path, page: Page) -> None:
    page.goto((site / "reviews" / "northmere-allotments.html").as_uri())
    first = page.locator("section.recommendation").first
    assert first.locator("del").all_inner_texts() == ["September 2022", "December 2022"]
    line = first.locator("svg")
    assert "2022-09-30: due September 2022" in (line.locator("desc").text_content() or "")


def test_a_pdf_shows_the_picture_of_its_place(site: Path, page: Page) -> None:
    page.goto((site / "overdue.html").as_uri())
    row = page.locator("#rows tbody tr", has=page.locator("img")).first
    row.locator("summary").click()
    picture = row.locator("img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("(image) => image.complete", arg=picture.element_handle())
    assert picture.evaluate("(image) => image.naturalWidth") > 60


def test_a_filter_keeps_the_rows_that_hold_all_words(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_label("Show only rows with").fill("northmere litter")
    assert page.locator("#reviews-table tbody tr:visible").count() == 1
    assert page.locator('[data-count="reviews-table"]').inner_text().startswith("1 of ")
    page.get_by_label("Show only rows with").fill("")
    assert page.locator("#reviews-table tbody tr:visible").count() > 3


def test_the_search_works_without_a_server(site: Path, page: Page) -> None:
    page.goto((site / "search.html").as_uri())
    page.get_by_label("Words").fill("standpipes")
    assert page.locator("#count").inner_text() == "1 recommendations"
    page.locator("#results a").click()
    assert page.url.endswith("northmere-allotments.html#r-allotments-2")
    page.goto((site / "search.html").as_uri())
    page.get_by_label("Status").select_option("delayed")
    assert page.locator("#results li").count() == 1


def test_print_opens_the_evidence_and_leaves_the_menu_out(site: Path, page: Page) -> None:
    page.goto((site / "silent.html").as_uri())
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").is_visible()
    page.emulate_media(media="screen")


def test_lists_are_whole_without_a_script(site: Path, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / "slipped.html").as_uri())
    assert page.locator("#rows tbody tr").count() == 1
