"""The page in a real Chromium: what no test bench shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

QUESTION = "Who hosted the ALPINET kick-off meeting?"
Visit = Callable[..., Any]


def test_a_question_its_citation_and_the_quote_in_its_source(visitor: Visit) -> None:
    window = visitor()
    window.goto()
    page = window.page
    page.get_by_label("Ask a question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Answer")).to_be_visible()
    expect(page.locator(".statement").first).to_contain_text("Invented Mountain Cluster")
    page.get_by_role("link", name="[1]").first.click()
    cited = page.locator("#cited")
    expect(cited).to_be_in_viewport()
    assert cited.inner_text() == page.locator("blockquote").first.inner_text()
    assert "source=" in page.url
    page.reload()
    expect(page.locator("#cited")).to_be_in_viewport()
    page.get_by_role("button", name="Close source").click()
    expect(page.locator("#cited")).to_have_count(0)
    expect(page.get_by_role("heading", name="Answer")).to_be_visible()


def test_search_with_a_filter_is_a_link_to_share(visitor: Visit) -> None:
    window = visitor()
    window.goto("/search")
    page = window.page
    page.get_by_label("Search for words").fill("clusters")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("passages?"))).to_be_visible()
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Language").click()
    page.get_by_role("option", name="French").click()
    expect(page).to_have_url(re.compile(r"/search\?.*language=fr"))
    expect(page.locator(".badge.en")).to_have_count(0)
    titles = page.locator(".grappe h3").all_inner_texts()
    assert titles
    other = visitor()
    other.page.goto(page.url)
    expect(other.page.locator(".grappe h3").first).to_be_visible()
    assert other.page.locator(".grappe h3").all_inner_texts() == titles
    expect(other.page.locator(".badge.en")).to_have_count(0)


def test_back_lifts_a_filter_and_sections_share_the_question(visitor: Visit) -> None:
    window = visitor()
    window.goto("/search?q=clusters")
    page = window.page
    expect(page.locator(".badge.en").first).to_be_visible()
    page.get_by_role("link", name=re.compile("^French")).click()
    expect(page).to_have_url(re.compile("language=fr"))
    expect(page.locator(".badge.en")).to_have_count(0)
    expect(page.get_by_role("button", name="Language: French")).to_be_visible()
    page.go_back()
    expect(page.locator(".badge.en").first).to_be_visible()
    page.go_forward()
    expect(page.locator(".badge.en")).to_have_count(0)
    page.get_by_role("link", name="Ask").click()
    expect(page.get_by_label("Ask a question")).to_have_value("clusters")
    expect(page).to_have_url(re.compile(r"/\?q=clusters&language=fr"))


def test_in_french_by_locale_and_by_switch(visitor: Visit) -> None:
    french = visitor("fr-FR")
    french.goto()
    expect(french.page.get_by_label("Posez une question")).to_be_visible()
    expect(french.page.locator("html")).to_have_attribute("lang", "fr")
    english = visitor("en-GB")
    english.goto()
    english.page.get_by_role("radio", name="FR").click()
    expect(english.page.get_by_label("Posez une question")).to_be_visible()
    expect(english.page.locator("html")).to_have_attribute("lang", "fr")
    expect(english.page).to_have_url(re.compile("lang=fr"))
    english.page.reload()
    expect(english.page.get_by_label("Posez une question")).to_be_visible()


def test_a_hostile_document_is_text_and_reaches_nobody(visitor: Visit) -> None:
    window = visitor()
    page = window.page
    window.goto("/search?q=Zorblax")
    expect(page.locator(".snippet").first).to_contain_text("Zorblax")
    page.get_by_role("link", name="Open source").first.click()
    reading = page.locator(".reading")
    for literal in ("<script>", "<img src=", "![pixel](", "<iframe", "$x^2$", ":red[red]"):
        expect(reading).to_contain_text(literal)
    assert reading.locator("img, script, iframe, style, a").count() == 0
    assert "\x1b" not in reading.inner_text()
    window.goto("/?q=Who+hosted+the+Zorblax+meeting%3F")
    expect(page.locator(".grappe h2").first).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate("window.hit") is None
    assert window.outside == []


def test_on_a_phone_nothing_is_wider_than_the_screen(visitor: Visit) -> None:
    window = visitor("fr-FR", width=390)
    window.goto("/search?q=clusters")
    page = window.page
    expect(page.locator(".snippet").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Ouvrir la source").first.click()
    expect(page.locator("#cited")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_cell_of_the_register_opens_its_sentence_without_a_reload(visitor: Visit) -> None:
    window = visitor("fr-FR")
    window.goto("/?q=Quels+%C3%A9v%C3%A9nements+ont+eu+lieu+%3F")
    page = window.page
    page.evaluate("window.stayed = true")
    page.locator("td[data-head='Lieu'] a").first.click()
    expect(page.locator("#cited")).to_be_in_viewport()
    place = page.locator("td[data-head='Lieu'] a").first.inner_text()
    assert place.split()[0] in page.locator("#cited").inner_text()
    assert page.evaluate("window.stayed") is True


def test_a_conversation_goes_on_and_back(visitor: Visit) -> None:
    window = visitor()
    window.goto("/?q=Who+hosted+the+ALPINET+kick-off+meeting%3F")
    page = window.page
    page.get_by_label("Follow-up question").fill("What is the deadline of the HYDROLAC call?")
    page.keyboard.press("Enter")
    expect(page.locator(".asked")).to_have_count(2)
    expect(page.locator(".statement").first).to_contain_text("Invented Mountain Cluster")
    expect(page).to_have_url(re.compile("before="))
    page.go_back()
    expect(page.locator(".asked")).to_have_count(0)
    expect(page.get_by_label("Ask a question")).to_have_value(QUESTION)


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("/?q=Quels+%C3%A9v%C3%A9nements+ont+eu+lieu+%3F", ("docx", "md", "csv", "ics")),
        ("/search?q=clusters", ("csv", "ris", "bib")),
    ],
)
def test_exports_come_down_as_files(visitor: Visit, path: str, files: tuple[str, ...]) -> None:
    window = visitor("fr-FR")
    window.goto(path)
    page = window.page
    page.get_by_role("button", name="Exporter").click()
    for ending in files:
        with page.expect_download() as download:
            page.get_by_role("button", name=f"(.{ending})").click()
        assert download.value.suggested_filename == f"grappe.{ending}"
        data = download.value.path().read_bytes()
        start = {"docx": b"PK", "csv": b"\xef\xbb\xbf", "md": b"# Note", "ics": b"BEGIN:VCALENDAR"}
        assert data.startswith(start.get(ending, b"TY  - " if ending == "ris" else b"@misc{"))


def test_the_answer_is_copied_with_its_sources(visitor: Visit) -> None:
    window = visitor()
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.goto("/?q=Who+hosted+the+ALPINET+kick-off+meeting%3F")
    window.page.get_by_role("button", name="Copy").click()
    expect(window.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert "Invented Mountain Cluster" in copied
    assert "kick-off-alpinet.txt" in copied


def test_everything_can_be_reached_and_seen_by_keyboard(visitor: Visit) -> None:
    window = visitor()
    window.goto("/?q=Who+hosted+the+ALPINET+kick-off+meeting%3F")
    page = window.page
    expect(page.locator(".cite").first).to_be_visible()
    expect(page.get_by_label("Follow-up question")).to_be_visible()  # what is drawn last
    reached = []
    page.get_by_label("Ask a question").focus()
    for _ in range(25):
        page.keyboard.press("Tab")
        name, style = page.evaluate(
            """() => {
                const here = document.activeElement, style = getComputedStyle(here);
                if (here.matches("body, main")) return ["", true];
                const seen = style.outlineStyle !== "none" || style.boxShadow !== "none";
                return [here.innerText || here.getAttribute("aria-label") || "", seen];
            }"""
        )
        reached.append(name.strip().split("\n")[-1])
        if name.strip():
            assert style, f"no visible focus on {name!r}"
    assert "[1]" in reached
    assert any("Copy" in name for name in reached)
    assert any("Helpful" in name for name in reached)
    page.locator(".cite").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#cited")).to_be_in_viewport()
    expect(page.locator(".reading")).to_be_focused()


# Colours don't change with the language, nor words with the colours.
@pytest.mark.parametrize(("locale", "scheme"), [("fr-FR", "dark"), ("en-GB", "light")])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?q=Quels+%C3%A9v%C3%A9nements+ont+eu+lieu+%3F",
        "/search?q=clusters",
        "/events",
        "/library",
        "/quality",
        "/help",
    ],
)
def test_axe_finds_nothing_serious(
    visitor: Visit, axe: str, locale: str, scheme: str, path: str
) -> None:
    window = visitor(locale)
    window.page.emulate_media(color_scheme=scheme)
    window.page.goto(window.base + path)
    window.page.locator(".grappe").nth(1).wait_for(state="attached")
    window.page.wait_for_timeout(1500)  # charts and tables draw after the words
    window.page.evaluate(axe)
    found = window.page.evaluate(
        """() => axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})"""
    )
    grave = [
        (violation["id"], [node["html"][:120] for node in violation["nodes"]])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert not grave


def test_readers_at_once(visitor: Visit) -> None:
    windows = [visitor() for _ in range(4)]
    for window in windows:
        address = window.base + "/?q=Who+hosted+the+ALPINET+kick-off+meeting%3F"
        window.page.goto(address, wait_until="commit")
    for window in windows:
        expect(window.page.locator(".statement").first).to_contain_text("Invented Mountain")


def test_the_policy_stands_behind_the_escaping(visitor: Visit) -> None:
    window = visitor()
    answer = window.page.goto(window.base)
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    window.page.get_by_role("textbox").first.wait_for()
    # What would happen if hostile markup got through: neither runs, nor leaves this machine.
    window.page.evaluate(
        """() => {
            const code = document.createElement("script");
            code.textContent = "window.hit = 1";
            document.body.append(code);
        }"""
    )
    assert window.page.evaluate("window.hit") is None
    refused = window.page.evaluate(
        "() => fetch('http://outside.invalid/').then(() => 'sent', () => 'refused')"
    )
    assert refused == "refused"
    window.outside.clear()  # Chromium reports the request it then refuses to send


def test_ctrl_c_ends_it_well_and_a_busy_port_is_replaced(
    served: Any,
    start: Callable[..., AbstractContextManager[Any]],
    tmp_path: Any,
) -> None:
    busy = served.url.rpartition(":")[2]
    with start("--library", str(tmp_path / "new"), "--port", busy) as (process, url):
        assert not url.endswith(busy)
    assert process.returncode == 0
    said = process.stderr.read()
    assert f"Port {busy} is busy" in said
    assert "Traceback" not in said
    assert not (tmp_path / "new" / "owner.json").exists()
