"""Files put into the page, in Streamlit's own test bench: what is typed about them isn't lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.settings import Settings
from tests.ui.test_web_sections import shown
from ui.web import service
from ui.web.names import dates_as_typed

Visit = Callable[..., AppTest]

FILES = {
    "visit.txt": b"Report of the visit\n\nThe visit took place in Graz on 4 May 2022.",
    "agenda.txt": b"Agenda of a meeting\n\nThe meeting is held in Linz on 5 May 2023.",
}


@pytest.fixture
def read(tmp_path: Path, visit: Visit) -> Iterator[AppTest]:
    """The page once two files were read, which are not added yet."""
    service.release()
    service.configure(Settings(library=tmp_path / "library", threads=1), "http://127.0.0.1:1")
    page = visit("library")
    (box,) = page.get("file_uploader")
    for name, content in FILES.items():
        box.upload(name, content, "text/plain")
    page.run()
    page.button(key="upload-read").click().run()
    until = time.monotonic() + 60
    while not [b for b in page.button if b.key == "upload-add"] and time.monotonic() < until:
        time.sleep(0.2)
        page.run()
    yield page
    service.release()


def type_dates(page: AppTest, text: str) -> str:
    """The page once somebody typed dates; its list shows them at the next run."""
    (box, *_) = (b for b in page.text_input if (b.key or "").endswith("-dates"))
    box.set_value(text).run()
    return shown(page.run())


def test_what_is_typed_as_a_date_and_is_none_costs_no_upload(read: AppTest) -> None:
    for typed in ("4 May 2022", "2022", "2022-13", "2022-05-06/2022-05-04", "?"):
        html = type_dates(read, typed)
        assert f"<td>{typed}</td>" in html
        assert f"“{typed}” is no date as it is wanted here" in html
        assert [b for b in read.button if b.key == "upload-add"]
    for typed in (" 2022-05-05 ", ""):
        html = type_dates(read, typed)
        assert f"<td>{'5 May 2022' if typed else 'date unknown'}</td>" in html
        assert "is no date" not in html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2022-05-04/2022-05-06", "4–6 mai 2022"),
        ("2022-05-04 / 2022-05-06", "4–6 mai 2022"),
        ("2022-05", "mai 2022"),
        (None, "date inconnue"),
        ("mai 2022", "mai 2022"),
        ("2022-05-04/2022-06", "2022-05-04/2022-06"),
    ],
)
def test_dates_are_written_out_where_they_are_dates(typed: str | None, shown: str) -> None:
    assert " ".join(dates_as_typed(typed, "fr").split()) == shown
