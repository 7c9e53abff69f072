"""`grappe ui` as a process of its own, and a real Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

DOCUMENTS = Path(__file__).parents[1] / "ui" / "documents"
CHROMIUM = next(
    (path for name in ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
     if (path := shutil.which(name))),
    None,
)  # fmt: skip
PATIENCE = 20_000  # milliseconds: a machine that runs other tests too is slow, not wrong
expect.set_options(timeout=PATIENCE)
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
OUTSIDE = "outside.invalid"  # where a hostile document would have the browser go

HOSTILE = f"""<script>fetch("http://{OUTSIDE}/script"); window.hit = 1</script> Zorblax report

Event report. Project: ALPINET. Zorblax, 3 May 2023.

The Zorblax meeting was hosted by <img src="http://{OUTSIDE}/a" onerror="window.hit = 1"> in Graz.
Zorblax picture: ![pixel](http://{OUTSIDE}/pixel.png) and [a link](http://{OUTSIDE}/link).
Zorblax style: <style>body {{ background: url(http://{OUTSIDE}/css.png) }}</style> $x^2$ :red[red].
Zorblax frame: <iframe src="http://{OUTSIDE}/frame"></iframe> &lt;b&gt;bold&lt;/b&gt;
Zorblax escape: \x1b[31mred\x1b[0m \x1b]8;;http://{OUTSIDE}/osc\x07here\x1b]8;;\x07 end.
"""


@dataclass(frozen=True)
class Served:
    """A page that is up, and the library it serves."""

    url: str
    library: Path


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of our small documents and a hostile one, ingested by the command."""
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(DOCUMENTS, folder / "documents")
    (folder / "documents" / "zorblax.txt").write_text(HOSTILE, encoding="utf-8")
    command = [sys.executable, "-m", "ui.cli", "ingest", str(folder / "documents")]
    subprocess.run([*command, "--library", str(folder / "library")], check=True, env=_environment())
    return folder / "library"


@pytest.fixture(scope="session")
def served(library: Path) -> Iterator[Served]:
    """The page on that library."""
    with running("--library", str(library), "--port", "0") as (process, url):
        yield Served(url, library)
        assert process.poll() is None, "the page's process died"


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`grappe ui` with these arguments, and the address that it prints; ended by Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "ui", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(),
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert url.startswith("http://"), process.stderr.read() if process.stderr else ""
        yield process, url
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


@pytest.fixture
def start() -> Callable[..., object]:
    """:func:`running`, for tests that start a page of their own."""
    return running


@contextmanager
def served_with(library: Path, **settings: object) -> Iterator[str]:
    """The address of a page with settings of its own, which no environment passes on."""
    chosen = "".join(f", {name}={value!r}" for name, value in settings.items())
    code = (
        "import sys; from pathlib import Path; from pipelines.settings import Settings;"
        "from ui.page import serve;"
        f"sys.exit(serve(Settings(library=Path({str(library)!r}){chosen}), 0, '127.0.0.1'))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    if CHROMIUM is None:
        pytest.skip("no Chromium at /usr/bin/chromium or on the PATH: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker axe-core, from a package that brings it or a file that is named."""
    packages = ("axe_core_python", "axe_playwright_python")
    folders = [Path(s.origin).parent for p in packages if (s := find_spec(p)) and s.origin]
    named = os.environ.get("GRAPPE_TEST_AXE")
    files = [Path(named)] if named else [f for d in folders for f in d.rglob("axe.min.js")]
    if not files:
        pytest.skip("no axe-core: install axe-playwright-python, or name a file: GRAPPE_TEST_AXE")
    return files[0].read_text(encoding="utf-8")


@dataclass
class Visitor:
    """A reader's browser window; ``outside`` are the requests that left this machine."""

    page: Page
    base: str
    outside: list[str]

    def goto(self, path: str = "/") -> None:
        """Open a path of the page and wait until its box is there."""
        self.page.goto(self.base + path)
        self.page.get_by_role("textbox").first.wait_for()


@pytest.fixture
def visitor(chromium: Browser, served: Served) -> Iterator[Callable[..., Visitor]]:
    """A function that opens a window; every window must have stayed on this machine."""
    opened: list[tuple[BrowserContext, Visitor]] = []

    def visit(locale: str = "en-GB", width: int = 1280) -> Visitor:
        context = chromium.new_context(locale=locale, viewport={"width": width, "height": 800})
        visitor = Visitor(context.new_page(), served.url, [])
        local = (served.url, served.url.replace("http", "ws", 1), "data:", "blob:", "about:")
        context.on(
            "request",
            lambda r: None if r.url.startswith(local) else visitor.outside.append(r.url),
        )
        visitor.page.set_default_timeout(PATIENCE)
        opened.append((context, visitor))
        return visitor

    yield visit
    for context, visitor in opened:
        assert visitor.outside == []
        context.close()


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GRAPPE_", "STREAMLIT_"))}
    return kept | {"LC_ALL": "C.UTF-8"}
