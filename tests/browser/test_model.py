"""A language model's answer in the page: seen as it grows, then as it stood the check."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import served_with
from tests.conftest import write_documents
from tests.pipelines.generate.conftest import Server

MINUTES = (
    "# Railway exchange in Quillmont\n\nThe railway staff exchange was hosted by Veloria Cluster in"
    " Quillmont, from 12 to 14 May 2021. It gathered twenty people.\n"
)
QUESTION = "Who hosted the railway staff exchange, and when?"


def test_what_a_model_writes_is_seen_as_it_grows_and_then_checked(
    chromium: Browser, tmp_path: Path
) -> None:
    write_documents(tmp_path / "documents", {"minutes.md": MINUTES})
    library = tmp_path / "library"
    ingest = [sys.executable, "-m", "ui.cli", "ingest", str(tmp_path / "documents")]
    subprocess.run([*ingest, "--library", str(library)], check=True)
    seen = threading.Event()

    def play(handler) -> None:
        prompt = handler.server.prompt
        number = re.search(r"<<passage (\d+)", prompt).group(1)
        handler.begin()
        handler.chunk("The exchange was hosted by Veloria Cluster ")
        seen.wait(30)
        handler.chunk(f"from 12 to 14 May 2021 [{number}]. It cost 9,999 euros [{number}].")
        handler.chunk(None, "stop")
        handler.line("[DONE]")

    with Server() as server:
        server.script = [play]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        with served_with(library, llm_url=server.url) as url:
            page = chromium.new_page(locale="en-GB")
            page.goto(url)
            page.get_by_role("textbox").first.fill(QUESTION)
            page.keyboard.press("Enter")
            growing = page.locator(".st-key-growing")
            expect(growing).to_contain_text("hosted by Veloria Cluster", timeout=30_000)
            expect(growing).to_contain_text("nothing is checked yet")
            seen.set()
            expect(page.locator(".generated")).to_contain_text("written by a language model")
            expect(growing).not_to_contain_text("checked yet")
            answer = page.locator(".st-key-newest")
            expect(answer).to_contain_text("from 12 to 14 May 2021")
            expect(answer).not_to_contain_text("9,999")  # no passage says so
            expect(answer).to_contain_text("1 sentence left out")
            page.close()
        server.shutdown()
