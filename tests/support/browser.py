"""A real Chromium that shows pages from the disk, and reaches nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.support.rendering import program


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser and stop it again.

    Raises:
        MissingProgram: no Chromium or Chrome is installed.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program("chromium", "chromium-browser", "google-chrome"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        try:
            yield browser
        finally:
            browser.close()
