"""Take the pictures in `docs/images` of a page that runs: `python docs/screenshots.py URL`.

The page is `grappe ui` on the sample library; Chromium comes from the system.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

IMAGES = Path(__file__).parent / "images"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
Scheme = Literal["light", "dark"]
DESKTOP, TALL, PHONE = (1280, 860), (1280, 1200), (390, 780)

# name: locale, colour scheme, window, path
PICTURES: dict[str, tuple[str, Scheme, tuple[int, int], str]] = {
    "ask-welcome-fr": ("fr-FR", "light", DESKTOP, "/"),
    "ask-answer-en": ("en-GB", "light", DESKTOP, "/?q=Who+hosted+the+exchange+in+Zaragoza%3F"),
    "ask-answer-fr-dark": (
        "fr-FR",
        "dark",
        DESKTOP,
        "/?q=Quand+a+eu+lieu+l%27%C3%A9change+de+Bydgoszcz+%3F",
    ),
    "ask-list-en": ("en-GB", "light", TALL, "/?q=Which+clusters+hosted+exchanges%3F"),
    "ask-list-phone-fr-dark": (
        "fr-FR",
        "dark",
        PHONE,
        "/?q=Qui+a+accueilli+des+%C3%A9changes+%3F",
    ),
    "ask-conversation-fr": (
        "fr-FR",
        "light",
        DESKTOP,
        "/?before=Qui+a+accueilli+l%27%C3%A9change+de+Fredericia+%3F"
        "&q=Quand+a+eu+lieu+l%27%C3%A9change+de+Fredericia+%3F",
    ),
    "ask-refusal-fr": ("fr-FR", "light", DESKTOP, "/?q=Quel+est+le+budget+total+de+CLAMTEX+%3F"),
    "search-en": ("en-GB", "light", DESKTOP, "/search?q=best+practices+digitalisation+SME"),
    "search-filtered-fr-dark": (
        "fr-FR",
        "dark",
        DESKTOP,
        "/search?q=bonnes+pratiques&language=en&type=best_practice",
    ),
    "search-nothing-fr": ("fr-FR", "light", DESKTOP, "/search?q=textile&year=2016&type=call"),
    "ask-answer-phone-fr": (
        "fr-FR",
        "light",
        PHONE,
        "/?q=Quand+a+eu+lieu+l%27%C3%A9change+de+Fredericia+%3F",
    ),
    "search-phone-en-dark": ("en-GB", "dark", PHONE, "/search?q=hydrogen"),
    "events-en": ("en-GB", "light", DESKTOP, "/events"),
    "events-phone-fr-dark": ("fr-FR", "dark", PHONE, "/events"),
    "library-fr-dark": ("fr-FR", "dark", DESKTOP, "/library"),
    "library-phone-en": ("en-GB", "light", PHONE, "/library"),
    "quality-en": ("en-GB", "light", DESKTOP, "/quality"),
    "quality-phone-fr-dark": ("fr-FR", "dark", PHONE, "/quality"),
    "help-fr": ("fr-FR", "light", DESKTOP, "/help"),
}
# Of a picture with tabs, further ones with these tabs open.
TABS = {"events-en": (1, 2), "events-phone-fr-dark": (1,), "library-fr-dark": (1, 2)}
WITH_SOURCE = ("ask-answer-en", "ask-answer-fr-dark", "ask-answer-phone-fr")


def take(browser: Browser, base: str, name: str) -> None:
    """The picture ``name``, and for an answer a second one with its first source open."""
    locale, scheme, (width, height), path = PICTURES[name]
    window: ViewportSize = {"width": width, "height": height}
    context = browser.new_context(locale=locale, color_scheme=scheme, viewport=window)
    page = context.new_page()
    page.goto(base + path)
    page.locator(".grappe h2, .grappe h1").first.wait_for()
    _settle(page)
    page.screenshot(path=IMAGES / f"{name}.png")
    for tab in TABS.get(name, ()):
        page.get_by_role("tab").nth(tab).click()
        _settle(page)
        page.screenshot(path=IMAGES / f"{name}-{tab}.png")
    citation = page.get_by_role("link", name="[1]").first
    if name in WITH_SOURCE and citation.count():
        citation.click()
        page.locator("#cited").wait_for()
        page.mouse.move(0, 0)  # off the link, whose tooltip would stay
        _settle(page)
        page.screenshot(path=IMAGES / f"{name}-source.png")
    context.close()


def _settle(page: Page) -> None:
    """Wait until Streamlit has drawn the last of it."""
    page.wait_for_timeout(300)
    page.locator('[data-testid="stStatusWidget"]').wait_for(state="detached")
    page.wait_for_timeout(900)


def main() -> None:
    """Take all pictures, or those named after the address."""
    if len(sys.argv) < 2 or not sys.argv[1].startswith("http"):
        sys.exit(__doc__)
    found = shutil.which("chromium") or shutil.which("google-chrome")
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        for name in sys.argv[2:] or PICTURES:
            take(browser, sys.argv[1].rstrip("/"), name)
        browser.close()


if __name__ == "__main__":
    main()
