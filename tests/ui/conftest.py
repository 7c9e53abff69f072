"""A small library of our own text, ingested once for the tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import ui.web
from pipelines.library import Library
from pipelines.settings import Settings
from ui.web import service

DOCUMENTS = Path(__file__).parent / "documents"
SCRIPT = Path(ui.web.__file__).parent / "app.py"

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the documents beside this file."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(DOCUMENTS, folder / "documents")
    with Library(Settings(library=folder / "library", threads=1)) as library:
        report = library.ingest([folder / "documents"])
    assert report.added == len(list(DOCUMENTS.iterdir()))
    return folder / "library"


@pytest.fixture
def configured(library_folder: Path) -> Iterator[None]:
    """The page's service on that library, released at the end."""
    st.cache_data.clear()
    service.configure(Settings(library=library_folder, threads=1))
    yield
    service.release()


@pytest.fixture
def visit(configured: None) -> Open:
    """A function that opens the page in a new session, as its URL says."""
    return open_page


def open_page(
    section: str = "ask", locale: str = "en-GB", **parameters: str | list[str]
) -> AppTest:
    """The page after its first run."""
    page = AppTest.from_file(SCRIPT, default_timeout=60)
    page.context = {"locale": locale}
    if section != "ask":
        page.run()  # a section made by a function can only be named by what this run registers
        known = page._registered_pages
        page._page_hash = next(h for h, i in known.items() if i["url_pathname"] == section)
    page.query_params = dict(parameters)
    return page.run()
