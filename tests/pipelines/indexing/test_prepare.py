"""What a worker does with one file, for any bytes: a document, or a reason and no other error."""

from __future__ import annotations

import io
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image
from pptx import Presentation

from ingest.errors import ReadError
from ingest.read import Limits, image
from pipelines.indexing.prepare import Task, prepare

TEXT = (
    "Staff exchange in Quillmont, 12 to 14 May 2021. Hosted by Veloria Cluster (VC), within the"
    " RAILTEAM project. La réunion s'est tenue à Épinal les 3 et 4 mars 2020."
)


@cache
def samples() -> dict[str, bytes]:
    """A small file of each family of readers, with something of everything that is described."""
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, 6, TEXT)
    letter, deck, book, picture = io.BytesIO(), io.BytesIO(), io.BytesIO(), io.BytesIO()
    document = Document()
    document.add_heading("Staff exchange", 1)
    document.add_paragraph(TEXT)
    document.save(letter)
    slides = Presentation()
    slides.slides.add_slide(slides.slide_layouts[0]).shapes.title.text = TEXT
    slides.save(deck)
    sheets = Workbook()
    sheets.active.append(["Date", "Host", "Budget"])
    sheets.active.append(["4 May 2022", "Veloria Cluster", 1_200_000])
    sheets.save(book)
    Image.new("L", (300, 300), 255).save(picture, "PNG")
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Exchange", "a@b.eu", "Wed, 4 May 2022 09:30:00"
    mail.set_content(TEXT)
    mail.add_attachment(TEXT, filename="a.txt")
    return {
        "txt": TEXT.encode(),
        "md": f"---\ntitle: x\n---\n# Staff exchange\n\n- {TEXT}\n".encode(),
        "html": f"<html><body><h1>Staff exchange</h1><p>{TEXT}</p></body></html>".encode(),
        "csv": b"Date;Host\n4 May 2022;Veloria Cluster\n",
        "rtf": b"{\\rtf1\\ansi " + TEXT.encode("ascii", "ignore") + b"\\par}",
        "pdf": bytes(page.output()),
        "docx": letter.getvalue(),
        "pptx": deck.getvalue(),
        "xlsx": book.getvalue(),
        "eml": bytes(mail),
        "png": picture.getvalue(),
    }


@pytest.fixture(autouse=True)
def unrecognised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are opened and made ready, but no other program is called."""
    monkeypatch.setattr(image, "languages", lambda: "fra+eng")
    monkeypatch.setattr(image, "recognise", lambda *_: [])
    monkeypatch.setattr("ingest.read.pdf.languages", lambda: "")


def outcome(path: Path, form: str, data: bytes) -> str:
    """The reason's code, or "" for a document whose passages stand where they say."""
    path.write_bytes(data)
    try:
        reading = prepare(Task(str(path), f"a.{form}", Limits(seconds=20), 180))
    except ReadError as error:
        return error.code
    assert reading.passages
    for passage in reading.passages:
        assert reading.text.content[passage.start : passage.end] == passage.text
    return ""


@pytest.mark.parametrize("form", samples())
def test_the_samples_are_prepared(form: str, tmp_path: Path) -> None:
    assert outcome(tmp_path / "a", form, samples()[form]) == ("NO_TEXT" if form == "png" else "")


@settings(
    deadline=60_000,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(sorted(samples())),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=20)),
        min_size=1,
        max_size=8,
    ),
)
def test_changed_files_are_documents_or_refused(
    tmp_path: Path, form: str, changes: list[tuple[float, int, bytes]]
) -> None:
    data = bytearray(samples()[form])
    for where, gone, new in changes:
        start = int(where * len(data))
        data[start : start + gone] = new
    outcome(tmp_path / "a", form, bytes(data))


@settings(
    deadline=60_000,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=400), st.sampled_from(["txt", "md", "html", "csv", "eml"]))
def test_any_text_is_a_document_or_refused(tmp_path: Path, wild: str, form: str) -> None:
    outcome(tmp_path / "a", form, wild.encode("utf-8", "surrogatepass"))
