"""The page's speed in a browser: `python benchmarks/page.py URL [--sessions 10] [--rounds 9]`.

The page is `grappe ui` on the sample library; Chromium comes from the system. Each figure is taken
from the browser's own clock: from the address to the question box, with nothing cached; from Enter
to the whole answer on screen; from a click on a facet, and from Enter in Search, to all the other
results on screen. Then as many sessions
as asked put questions at once, and any error or missing answer is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence

from playwright.async_api import Browser, Page, async_playwright

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
QUESTIONS = (
    "Who hosted the exchange in Zaragoza?",
    "Quand a eu lieu l'échange de Bydgoszcz ?",
    "Qui a accueilli des échanges ?",
    "Which clusters hosted exchanges?",
    "Quelle est la date limite de l'appel H2RIVAGE ?",
)
WORDS = ("hydrogen", "bonnes pratiques", "textile SME", "appel à projets", "digitalisation")
Act = Callable[[], Awaitable[None]]
_READY = ".stApp[data-test-script-state='notRunning']"
_SHOWN = """(was) => {
    const shown = document.querySelector(".st-key-reply, .st-key-results");
    const still = document.querySelector(".stApp[data-test-script-state='notRunning']");
    return still && shown && shown.innerText !== was
        && shown.querySelector(".statement, .reason, .snippet") ? performance.now() : false;
}"""


async def first_paint(browser: Browser, url: str) -> float:
    """Seconds until a new visitor sees something of the page's own, the question box."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(url, wait_until="commit")
    handle = await page.wait_for_function(
        "() => document.querySelector('.st-key-question input') ? performance.now() : false",
        polling="raf",
    )
    seconds = float(await handle.json_value()) / 1000
    await context.close()
    return seconds


async def asked(page: Page, text: str) -> float:
    """Seconds from Enter in the box to what it brings on screen."""
    box = page.locator(".st-key-question input")
    await box.fill(text)
    return await _until_shown(page, lambda: box.press("Enter"))


async def narrowed(page: Page) -> float:
    """Seconds from a click on a facet to the results it leaves."""
    return await _until_shown(page, page.locator(".facet").first.click)


async def _until_shown(page: Page, act: Act) -> float:
    was = await page.evaluate(
        "() => document.querySelector('.st-key-reply, .st-key-results')?.innerText ?? ''"
    )
    started = await page.evaluate("performance.now()")
    await act()
    handle = await page.wait_for_function(_SHOWN, arg=was, polling="raf", timeout=60_000)
    ended = float(await handle.json_value())
    await page.locator(_READY).wait_for(timeout=60_000)
    return (ended - started) / 1000


async def alone(browser: Browser, url: str, rounds: int) -> dict[str, list[float]]:
    """The figures of one visitor, each taken ``rounds`` times."""
    found: dict[str, list[float]] = {"first paint": [], "answer": [], "search": [], "facet": []}
    for _ in range(rounds):
        found["first paint"].append(await first_paint(browser, url))
    page = await (await browser.new_context()).new_page()
    await page.goto(url)
    await page.locator(".st-key-question input").wait_for()
    for number in range(rounds):
        text = QUESTIONS[number % len(QUESTIONS)]
        found["answer"].append(await asked(page, text))
    for number in range(rounds):
        await page.goto(f"{url}/search?q={'cluster' if number % 2 else 'projet'}")
        await page.locator(".facet").first.wait_for()
        await page.locator(_READY).wait_for()
        found["search"].append(await asked(page, WORDS[number % len(WORDS)]))
        found["facet"].append(await narrowed(page))
    await page.context.close()
    return found


async def together(browser: Browser, url: str, sessions: int) -> tuple[list[float], list[str]]:
    """Each session opens the page and asks three questions, all at once: seconds, and errors."""
    errors: list[str] = []

    async def visit(number: int) -> list[float]:
        context = await browser.new_context(locale="fr-FR" if number % 2 else "en-GB")
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        try:
            await page.goto(url, timeout=60_000)
            await page.locator(".st-key-question input").wait_for(timeout=60_000)
            times = []
            for turn in range(3):
                text = QUESTIONS[(number + turn) % len(QUESTIONS)]
                times.append(await asked(page, text))
                if await page.locator(".notice, .stException").count():
                    errors.append(f"session {number}: {text}")
            return times
        except Exception as error:  # counted: a session that breaks is a figure
            errors.append(f"session {number}: {error}")
            return []
        finally:
            await context.close()

    times = await asyncio.gather(*(visit(number) for number in range(sessions)))
    return [seconds for of_one in times for seconds in of_one], errors


def summary(seconds: Sequence[float]) -> dict[str, float]:
    """Median and worst, in seconds."""
    return {"p50": round(statistics.median(seconds), 3), "max": round(max(seconds), 3)}


async def measure(url: str, sessions: int, rounds: int) -> dict[str, object]:
    """All figures as one object."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        figures: dict[str, object] = {
            name: summary(seconds) for name, seconds in (await alone(browser, url, rounds)).items()
        }
        started = time.perf_counter()
        seconds, errors = await together(browser, url, sessions)
        figures[f"answer, {sessions} sessions at once"] = summary(seconds) if seconds else None
        figures["all sessions, seconds"] = round(time.perf_counter() - started, 1)
        figures["errors"] = errors
        await browser.close()
        return figures


def main() -> None:
    """Print the figures as JSON; failure when a session met an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--sessions", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    figures = asyncio.run(measure(given.url.rstrip("/"), given.sessions, given.rounds))
    print(json.dumps(figures, indent=2, ensure_ascii=False))
    if figures["errors"]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
