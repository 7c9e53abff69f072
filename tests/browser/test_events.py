"""The register in a real Chromium: a cell opens its sentence, two events stand side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
ROW, HEAD = 35, 35  # pixels of the table's rows


def opened(visitor: Visit, path: str = "/events", **how: Any) -> Page:
    window = visitor(**how)
    window.page.goto(window.base + path)
    expect(window.page.locator('[data-testid="stDataFrame"] canvas').first).to_be_visible()
    return window.page


def click(page: Page, row: int, across: int) -> None:
    """Click the table at a row, so many pixels from its left."""
    canvas = page.locator('[data-testid="stDataFrame"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    # By the mouse: what scrolls the table lies over its drawing.
    page.mouse.click(box["x"] + across, box["y"] + HEAD + ROW * row + ROW // 2)


def test_a_cell_opens_the_sentence_it_rests_on(visitor: Visit) -> None:
    page = opened(visitor, "/events?project=ALPINET")
    click(page, 0, 120)
    expect(page.locator("#cited")).to_be_in_viewport()
    assert "source=" in page.url
    page.get_by_role("button", name="Close source").click()
    expect(page.locator("#cited")).to_have_count(0)
    click(page, 0, 120)  # the same one again
    expect(page.locator("#cited")).to_be_in_viewport()
    page.get_by_role("button", name="Close source").click()
    expect(page.locator("#cited")).to_have_count(0)
    click(page, 0, 15)  # its tick: the event cell by cell, and nothing opens by itself
    card = page.locator(".told", has_text="Host")
    expect(card.first).to_be_visible()
    expect(page.locator("#cited")).to_have_count(0)
    page.get_by_role("button", name="Read in the source").first.click()
    expect(page.locator("#cited")).to_be_in_viewport()


def test_ticked_rows_stand_side_by_side(visitor: Visit) -> None:
    page = opened(visitor, locale="fr-FR")
    click(page, 0, 15)
    expect(page.locator(".told").first).to_be_visible()
    click(page, 1, 15)
    expect(page.get_by_role("heading", name="Côte à côte")).to_be_visible()
    table = page.locator(".compare table")
    assert table.locator("thead th").count() == 3
    expect(table.locator("span.differs").first).to_contain_text("≠ diffère")


def test_kinds_chosen_hold_when_the_language_is_switched(visitor: Visit) -> None:
    page = opened(visitor, locale="fr-FR")
    shown = page.locator(".st-key-event-exports .quiet")
    page.locator("[class*=st-key-event_kinds] input").fill("appel")
    page.get_by_role("option", name="appel").first.click()
    page.keyboard.press("Escape")
    expect(shown).to_contain_text("1 événement dans 1 document ")
    page.locator(".st-key-lang").get_by_text("EN").click()
    expect(shown).to_contain_text("1 event in 1 of ")
    page.locator(".st-key-event_when").get_by_text("Past").click()
    expect(page.get_by_role("tab", name="Table")).to_be_visible()
    expect(shown).to_contain_text("1 event in 1 of ")
    # The box in the other language stays on the page for a moment, as stale.
    box = page.locator("[class*=st-key-event_kinds]:not([data-stale=true])")
    expect(box).to_contain_text("call")


def test_exports_carry_the_rows(visitor: Visit) -> None:
    page = opened(visitor, "/events?project=ALPINET")
    with page.expect_download() as csv:
        page.get_by_role("button", name="Export as CSV").click()
    text = csv.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("kind,status,name,host")
    assert "Invented Mountain Cluster" in text
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Export calendar").click()
    assert calendar.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_timeline_has_words_for_who_cannot_see_it(visitor: Visit) -> None:
    page = opened(visitor)
    page.get_by_role("tab", name="Timeline").click()
    expect(page.locator('[aria-label^="Timeline of"]').first).to_be_visible()
    page.get_by_role("tab", name="Figures").click()
    bars = page.locator("table.bars", has_text="Events by year")
    expect(bars.locator("th[scope=row]").first).to_be_visible()


def test_a_hostile_document_is_text_in_the_register_too(visitor: Visit) -> None:
    window = visitor()
    page = window.page
    for path in ("/events", "/library"):
        page.goto(window.base + path)
        expect(page.locator('[data-testid="stDataFrame"] canvas').first).to_be_visible()
    page.get_by_role("combobox", name="Document", exact=True).click()
    page.keyboard.type("zorblax")
    page.get_by_role("option", name=re.compile("zorblax.txt")).click()
    expect(page.locator(".described")).to_contain_text("<script>")
    assert page.evaluate("window.hit") is None
    assert window.outside == []


@pytest.mark.parametrize("path", ["/events", "/library", "/quality", "/help"])
def test_on_a_phone_no_section_is_wider_than_the_screen(visitor: Visit, path: str) -> None:
    window = visitor("fr-FR", width=390)
    window.page.goto(window.base + path)
    expect(window.page.locator(".grappe h1")).to_be_visible()
    window.page.wait_for_timeout(1_000)
    assert window.page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(window.page.locator("html")).to_have_attribute("lang", "fr")
