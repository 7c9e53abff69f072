"""A newcomer's first steps in a real browser, each with its time: `python docs/first_minutes.py`.

Ingests the sample library into a folder of its own, opens the page and goes on to a file that is
added. What it prints is what `docs/first-minutes.md` tells.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

SAMPLE = Path(__file__).parents[1] / "corpus" / "library"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
GRAPPE = [sys.executable, "-m", "ui.cli"]
NOTE = b"""# Notes from the harbour pilots' day

Event report. The harbour pilots' day took place in Ostend, Belgium, on 12 March 2025. It was hosted
by Sandbank Cluster. Nineteen firms tried the shore power sockets.
"""


class Clock:
    """Seconds since the start, printed with what was reached."""

    def __init__(self) -> None:
        self.began = self.last = time.perf_counter()

    def reached(self, what: str) -> None:
        """Print a step, when it was reached, and how long it took the machine."""
        now = time.perf_counter()
        print(f"{now - self.began:7.1f} s  {now - self.last:6.1f} s  {what}", flush=True)  # noqa: T201
        self.last = now


def steps(page: Page, url: str, clock: Clock) -> None:
    """From the first look to a file that is found."""
    page.goto(url)
    expect(page.get_by_label("Ask a question")).to_be_visible()
    clock.reached("the page, with examples of questions")
    page.get_by_label("Ask a question").fill("Who hosted the exchange in Zaragoza?")
    page.keyboard.press("Enter")
    expect(page.locator(".statement").first).to_be_visible()
    clock.reached("a first answer: " + page.locator(".statement").first.inner_text())
    page.get_by_role("link", name="[1]").first.click()
    expect(page.locator("#cited")).to_be_in_viewport()
    clock.reached("its source, opened at the cited words")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.locator(".snippet").first).to_be_visible()
    clock.reached("the same words in Search")
    page.get_by_role("link", name=re.compile("^French")).first.click()  # beside the results
    expect(page.locator(".badge.en")).to_have_count(0)
    clock.reached("a filter: documents in French only")
    page.get_by_role("button", name=re.compile("Language: French")).click()  # lifted again
    page.get_by_role("link", name="Library", exact=True).click()
    page.get_by_role("tab", name="Add").click()
    note = {"name": "pilots.md", "mimeType": "text/markdown", "buffer": NOTE}
    page.locator('input[type="file"]').first.set_input_files([note])
    page.get_by_role("button", name="Read the files").click()
    expect(page.locator(".described")).to_contain_text("Sandbank Cluster")
    clock.reached("a file read: its title, dates, host and place with their words")
    page.get_by_role("button", name="Add to the library (1)").click()
    expect(page.locator(".done")).to_be_visible()
    clock.reached("the file added")
    page.goto(f"{url}/?q=Who+hosted+the+harbour+pilots%27+day%3F")
    expect(page.locator(".statement").first).to_contain_text("Sandbank Cluster")
    clock.reached("an answer from it: " + page.locator(".statement").first.inner_text())


def main() -> None:
    """Start from nothing and go through the steps."""
    folder = Path(tempfile.mkdtemp(prefix="grappe-first-"))
    expect.set_options(timeout=20_000)
    clock = Clock()
    command = [*GRAPPE, "ingest", str(SAMPLE), "--library", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (our own command)
    clock.reached("the sample library ingested")
    served = subprocess.Popen(  # noqa: S603
        [*GRAPPE, "ui", "--library", str(folder), "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        url = served.stdout.readline().strip() if served.stdout else ""
        clock.reached("the page listens")
        with sync_playwright() as playwright:
            found = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            page = browser.new_page(locale="en-GB", viewport={"width": 1280, "height": 860})
            page.set_default_timeout(20_000)
            steps(page, url, clock)
            browser.close()
    finally:
        served.send_signal(signal.SIGINT)
        served.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
