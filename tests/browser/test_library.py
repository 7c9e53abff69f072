"""Documents put in, set right and taken out, in a real Chromium; what their names can't do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served_with

pytestmark = pytest.mark.browser

DOCUMENTS = Path(__file__).parents[1] / "ui" / "documents"
PATIENCE = 60_000  # milliseconds: a job waits for its turn on a slow machine
expect.set_options(timeout=PATIENCE)
Start = Callable[..., AbstractContextManager[Any]]

VISIT = b"""# Zorblax study visit in Graz

Event report. The Zorblax study visit took place in Graz, Austria, on 3 and 4 May 2023. It was
hosted by Invented Styria Cluster. Twelve members looked at quillmontation plants.
"""


@dataclass(frozen=True)
class Own:
    """A page on a library that its test may change."""

    url: str
    library: Path


@pytest.fixture
def own(start: Start, tmp_path: Path) -> Iterator[Own]:
    shutil.copytree(DOCUMENTS, tmp_path / "documents")
    command = [sys.executable, "-m", "ui.cli", "ingest", str(tmp_path / "documents")]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GRAPPE_")}
    library = tmp_path / "library"
    subprocess.run([*command, "--library", str(library)], check=True, env=environment)
    with start("--library", str(library), "--port", "0") as (_, url):
        yield Own(url, library)


@pytest.fixture
def window(chromium: Browser, own: Own) -> Iterator[Callable[..., Page]]:
    """A function that opens a section of the page; nothing may leave this machine."""
    outside: list[str] = []
    contexts = []

    def visit(path: str, locale: str = "en-GB", width: int = 1280) -> Page:
        context = chromium.new_context(locale=locale, viewport={"width": width, "height": 900})
        local = (own.url, own.url.replace("http", "ws", 1), "data:", "blob:", "about:")
        context.on("request", lambda r: None if r.url.startswith(local) else outside.append(r.url))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(own.url + path)
        contexts.append(context)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert outside == []


def settled(page: Page) -> None:
    """Wait until the page is drawn whole: a click on what is being drawn anew is lost."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def put(page: Page, files: list[dict[str, Any]], read: str = "Read the files") -> None:
    """Hand files to the box and have them read."""
    page.locator('input[type="file"]').first.set_input_files(files)
    button = page.get_by_role("button", name=read)
    expect(button).to_be_enabled()
    button.click()


def file(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_uploaded_described_corrected_found_deleted_gone(
    window: Callable[..., Page], own: Own
) -> None:
    page = window("/library")
    page.get_by_role("tab", name="Add").click()
    put(page, [file("visit.md", VISIT)])
    table = page.locator(".described")
    expect(table).to_contain_text("Zorblax study visit in Graz")
    expect(table.locator("tr", has_text="Country").locator("mark")).to_have_text(
        re.compile("Austria|Graz")
    )
    page.get_by_label("Projects, separated by").fill("QUILLMONT")
    page.keyboard.press("Enter")
    settled(page)
    page.get_by_role("button", name="Add to the library (1)").click()
    expect(page.locator(".done")).to_contain_text("Documents added: 1")
    assert [p.name for p in (own.library / "uploads").iterdir() if p.is_file()] == ["visit.md"]

    other = window("/search?q=quillmontation")  # somebody else's browser
    expect(other.locator(".snippet").first).to_contain_text("quillmontation")
    expect(other.locator(".project").first).to_have_text("QUILLMONT")
    filtered = window("/search?q=quillmontation&project=QUILLMONT")
    expect(filtered.locator(".snippet").first).to_contain_text("quillmontation")

    page.get_by_role("tab", name="Documents").click()
    page.get_by_role("combobox", name="Document", exact=True).click()
    page.keyboard.type("Zorblax")
    page.get_by_role("option", name=re.compile("Zorblax study visit")).click()
    page.get_by_role("button", name="Correct the description").click()
    page.get_by_role("dialog").get_by_label("Title").fill("Zorblax, put right")
    page.keyboard.press("Tab")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.locator(".done")).to_contain_text("Zorblax, put right")
    expect(page.locator(".described")).to_contain_text("set by a person")
    found = window("/search?q=quillmontation")
    expect(found.locator(".grappe h3").first).to_have_text("Zorblax, put right")

    page.get_by_role("button", name="Delete", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("will be erased")
    dialog.get_by_role("button", name="Delete").click()
    expect(page.locator(".done")).to_contain_text("Deleted: Zorblax, put right")
    assert not [p for p in (own.library / "uploads").iterdir() if p.is_file()]
    gone = window("/search?q=quillmontation")
    expect(gone.locator(".grappe h2").first).to_be_visible()
    expect(gone.locator(".snippet", has_text="quillmontation")).to_have_count(0)
    refused = window("/search?q=quillmontation&project=QUILLMONT")
    expect(refused.locator(".notice")).to_contain_text("QUILLMONT")


def test_hostile_names_and_contents_are_told_and_stay_inside(
    window: Callable[..., Page], own: Own
) -> None:
    before = {p for p in own.library.parent.rglob("*") if "library/" not in str(p)}
    page = window("/library", locale="fr-FR")
    page.get_by_role("tab", name="Ajouter").click()
    files = [
        file("../../escape.md", VISIT),
        file("/etc/absolute.md", VISIT + b"Another line.\n"),
        file("library.yaml", b'documents: {"*": {type: call}}'),
        file('<img src="http://outside.invalid/x">.txt', b"The Zorblax agenda of 3 May 2023.\n"),
        file("fake.pdf", b"this is no pdf"),
        file("empty.txt", b""),
    ]
    put(page, files, "Lire les fichiers")
    notices = page.locator(".notice")
    expect(notices.filter(has_text="fake.pdf")).to_contain_text("TYPE_MISMATCH. Le contenu")
    expect(notices.filter(has_text="empty.txt")).to_contain_text("EMPTY. Le fichier est vide")
    expect(notices.filter(has_text="library.yaml")).to_contain_text("UNSUPPORTED")
    expect(page.locator(".grappe h2", has_text="pas encore ajoutés : 3")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Ajouter à la bibliothèque (3)").click()
    expect(page.locator(".done")).to_contain_text("Documents ajoutés : 3")
    uploads = own.library / "uploads"
    held = sorted(p.name for p in uploads.iterdir() if p.is_file())
    assert len(held) == 3
    assert "library.yaml" not in held
    assert {p for p in own.library.parent.rglob("*") if "library/" not in str(p)} == before
    assert page.locator("img[src*=outside]").count() == 0


def test_a_file_over_the_limit_is_refused(chromium: Browser, tmp_path: Path) -> None:
    with served_with(tmp_path / "l", max_file_mb=1) as url:
        page = chromium.new_page(locale="en-GB")
        page.goto(url + "/library")
        page.get_by_role("tab", name="Add").click()
        page.locator('input[type="file"]').first.set_input_files(
            [file("big.txt", b"word " * 300_000)]
        )
        expect(page.locator('[data-testid="stFileUploader"]')).to_contain_text(
            re.compile("1MB|1.0MB")
        )
        expect(page.get_by_role("button", name="Read the files")).to_be_disabled()
        page.close()


def test_several_files_are_checked_one_by_one_and_one_left_out(
    window: Callable[..., Page], own: Own
) -> None:
    page = window("/library")
    page.get_by_role("tab", name="Add").click()
    put(page, [file("one.md", VISIT), file("two.txt", b"The Quillmont agenda of 9 June 2024.\n")])
    expect(page.locator(".grappe h2", has_text="not added yet: 2")).to_be_visible()
    page.get_by_role("combobox", name="File to check").click()
    page.get_by_role("option", name="two.txt").click()
    expect(page.locator(".described")).to_contain_text("Quillmont agenda")
    out = page.get_by_text("Leave this file out")
    settled(page)  # that of the file before is gone
    out.click()
    expect(page.locator(".state", has_text="left out")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Add to the library (1)").click()
    expect(page.locator(".done")).to_contain_text("Documents added: 1")
    assert [p.name for p in (own.library / "uploads").iterdir() if p.is_file()] == ["one.md"]


def test_the_index_is_rebuilt_while_another_searches(window: Callable[..., Page], own: Own) -> None:
    page = window("/library")
    page.get_by_role("tab", name="Index").click()
    page.get_by_role("button", name="Rebuild the index").click()
    other = window("/search?q=clusters")
    expect(other.locator(".snippet").first).to_be_visible()
    expect(page.locator(".done")).to_contain_text("Index rebuilt: 5 documents")
    again = window("/search?q=clusters")
    expect(again.locator(".snippet").first).to_be_visible()


def test_on_a_phone_the_library_fits(window: Callable[..., Page]) -> None:
    page = window("/library", locale="fr-FR", width=390)
    expect(page.get_by_role("tab", name="Documents")).to_be_visible()
    page.get_by_role("combobox", name="Document", exact=True).click()
    page.get_by_role("option").first.click()
    expect(page.locator(".described")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for tab in ("Ajouter", "Contenu", "Index"):
        page.get_by_role("tab", name=tab).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
